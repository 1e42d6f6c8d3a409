"""What it does
    Looks in the words of a dated act for the name of a renamed city that it did not bear then.

Why it is bad
    The protocols of the time bear another name, by which alone they are found; or the date is
    wrong.

Example
    "In May 1994 the minister arrived in Harare" is right, "In May 1979 … in Harare" is not.

Remedy
    Give the name of the time with the present one in brackets.

Known misses
    Cities that are not in `renamed.toml`; texts that give both names, which is what they should do;
    missions that are told to stand in a city today, which is rightly called by its present name.
"""

import re
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.times import act_date, vague
from comity.checking.wording import City, cities, wording
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C405"
NAME = "place-by-a-name-of-another-time"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_KINDS = ("mission", "visit", "meeting", "agreement", "session", "event", "award")


def check(facts: Facts) -> Iterator[Finding]:
    """Every act of a year certainly before or after the years of the city's name, unless both names
    are given.
    """
    for claim in facts.of_kind(*_KINDS):
        date = act_date(claim.slots)
        if date is None or vague(date) or date.lower is None or date.upper is None:
            continue
        text = facts.text(claim)
        if claim.kind == "mission" and wording().stands.search(text):
            continue
        for city in cities():
            used = [name for name in city.names if re.search(name.pattern, text)]
            if not used or len({name.en for name in used}) > 1 or not _speaks_of(city, claim.slots):
                continue
            if not any(name.when.overlaps(date) for name in used):
                yield found(
                    CODE,
                    SEVERITY,
                    facts.dyad(claim),
                    [claim],
                    name=used[0].en,
                    now=city.place,
                    then=_then(city, date),
                    act=date,
                    words=facts.words(claim),
                )


def _speaks_of(city: City, slots: object) -> bool:
    """Whether the act's place is that city, by any of its names."""
    place = getattr(slots, "place", None)
    places = place if isinstance(place, tuple) else (place,)
    return bool({city.place, *(name.en for name in city.names)} & set(places))


def _then(city: City, date: Date) -> str:
    return ", ".join(name.en for name in city.names if name.when.overlaps(date)) or "?"
