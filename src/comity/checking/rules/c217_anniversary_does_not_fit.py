"""What it does
    Reads anniversaries of diplomatic relations that are told with a year and counts from the year
    in which they were established.

Why it is bad
    The number, the year or the day of establishment is wrong; anniversaries are what such pages are
    written for.

Example
    "In 2009 the sides marked the 15th anniversary of diplomatic relations", established in 1992.

Remedy
    Count again, and say from which act.

Known misses
    Sentences with no year; documents that tell of the relations of several dyads; anniversaries of
    anything but relations. A year more or less is let pass: feasts begin before and end after.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.texts import YEAR, shorten
from comity.checking.wording import wording
from comity.model.claim import State
from comity.model.record import Evidence, Finding

CODE = "C217"
NAME = "anniversary-does-not-fit"
SEVERITY: Final = "warning"

_END = re.compile(r"[.!?]\s+(?=[A-ZА-ЯЁ«“\"])|\n")


def check(facts: Facts) -> Iterator[Finding]:
    """Every anniversary that no year of its sentence fits, counted from any year given for the relations."""
    since: dict[tuple[State, ...], list[Thing]] = {}
    for thing in facts.things("relations"):
        if thing.slots.act in ("established", "resumed"):
            since.setdefault(thing.dyad, []).append(thing)
    for doc, document in facts.documents.items():
        dyads = {facts.dyad(claim) for claim in facts.of_doc(doc) if claim.kind == "relations"}
        if len(dyads) != 1:
            continue
        dyad = dyads.pop()
        begun = since.get(dyad, [])
        starts = {thing.slots.date.year for thing in begun if thing.slots.date is not None}
        if not begun or None in starts or any(thing.slots.date is None for thing in begun):
            continue
        for left, right, number, named in _anniversaries(document.text):
            years = named - starts
            if not years or any(abs(year - start - number) <= 1 for year in years for start in starts):
                continue
            yield found(
                CODE,
                SEVERITY,
                dyad,
                [Evidence(doc=doc, span=(left, right)), begun[0].claims[0]],
                number=number,
                established=begun[0].slots.date,
                year=", ".join(str(year) for year in sorted(years)),
                words=shorten(document.text[left:right]),
                relations_words=facts.words(begun[0]),
            )


@lru_cache(maxsize=64)
def _anniversaries(text: str) -> tuple[tuple[int, int, int, frozenset[int]], ...]:
    """The sentences of a text that tell of an anniversary: start, end, its number, the years named.

    Kept, because a page about many states is looked at for each of them.
    """
    told = []
    for pattern in wording().anniversary:
        for match in pattern.finditer(text):
            left = max((end.end() for end in _END.finditer(text, 0, match.start())), default=0)
            after = _END.search(text, match.end())
            right = after.start() + 1 if after else len(text)
            years = frozenset(int(year) for year in YEAR.findall(text[left:right]))
            told.append((left, right, int(match["number"]), years))
    return tuple(told)
