"""What it does
    Lists agreements told as signed, sessions told as held and relations told as established without
    any date, one finding for each kind and document.

Why it is bad
    An act without a date cannot be put in order, found in the archive or cited.

Example
    "Agreements on tourism, culture and air services were signed in those years."

Remedy
    Add the dates from the ministry's list of instruments.

Known misses
    Visits, meetings and events, which pages often tell of in passing, and a single agreement of states
    that the page is not mostly about. What another document dates is not reported, nor what stands in a
    sentence with a year.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.known import of_others
from comity.checking.texts import YEAR
from comity.checking.wording import wording
from comity.model.record import Finding

CODE = "C504"
NAME = "date-missing"
SEVERITY: Final = "info"

_ACTS = {"agreement": ("signed", "status"), "relations": ("established", "act"), "session": ("", "")}

_SPOKEN_OF = {"agreement": "agreements", "relations": "relations", "session": "sessions"}
"""What an unread sentence must speak of to hold the date of an act of a kind."""

_LEAST = 2
"""Undated agreements of a dyad that a document is not mostly about: one is named in passing."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every document with undated acts of a kind; the first ones are shown."""
    for kind, (act, slot) in _ACTS.items():
        found_in: dict[tuple[str, tuple[str, ...]], list[Thing]] = defaultdict(list)
        dated = {
            thing.dyad
            for thing in facts.things(kind)
            if thing.slots.date is not None and (not slot or getattr(thing.slots, slot) == act)
        }
        for thing in facts.things(kind):
            if thing.slots.date is not None or (slot and getattr(thing.slots, slot) != act):
                continue
            if kind == "relations" and thing.dyad in dated:
                continue
            sentence = facts.sentence(thing.claims[0])
            if _told(sentence) or wording().many.search(sentence) or of_others(thing.dyad, sentence):
                continue
            found_in[thing.claims[0].doc, thing.dyad].append(thing)
        for (doc, dyad), things in sorted(found_in.items()):
            if kind == "agreement" and len(things) < _LEAST and dyad != facts.main_dyad(doc):
                continue
            why = gap(facts, dyad, things, _SPOKEN_OF[kind], dated=True)
            yield found(
                CODE,
                SEVERITY,
                dyad,
                [*(thing.claims[0] for thing in things), *why.places],
                gap=why.kind,
                kind=kind,
                number=len(things),
                words=facts.words(things[0].claims[0], -1),
            )


def _told(sentence: str) -> bool:
    """Whether a sentence tells a year or a century, which is then the act's, or near it: no gap of the sources."""
    return bool(YEAR.search(sentence) or wording().century.search(sentence))
