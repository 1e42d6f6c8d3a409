"""The rank of a visitor, by the classes of offices that the lexicon knows."""

from __future__ import annotations

import functools
import re

from comity import knowledge
from comity.model.claim import Visit
from comity.model.person import Person

RANKS: tuple[tuple[str, int], ...] = (
    ("state", 19),
    ("government", 27),
    ("parliament", 29),
    ("foreign", 34),
    ("minister", 44),
    ("other", 10_000),
)
"""The ranks in order, each with the highest number of its classes of offices."""

OTHER = RANKS[-1][0]


def of_visit(slots: Visit) -> str:
    """The rank of a visit: that of its highest visitor."""
    numbers = [_number(one) for one in slots.visitors]
    best = min(numbers, default=RANKS[-1][1])
    return next(name for name, highest in RANKS if best <= highest)


def _number(person: Person) -> int:
    return office_rank(person.office) if person.office else RANKS[-1][1]


@functools.lru_cache(maxsize=4096)
def office_rank(office: str) -> int:
    """The number of an office, lower is higher: that of the longest known office it begins with, else holds.

    "Deputy Minister of Foreign Affairs" is a deputy minister, "delegation of the Ministry" no minister.
    """
    lower = f" {' '.join(office.casefold().split())} "
    best = (-1, 0, RANKS[-1][1])
    for phrase, rank in _phrases():
        place = lower.find(f" {phrase} ")
        if place >= 0:
            best = max(best, (-place, len(phrase), rank))
    return best[2] if best[0] > -_FAR else RANKS[-1][1]


_FAR = 40
"""How far into an office its head may stand, in letters: "newly elected federal president"."""


@functools.cache
def _phrases() -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for language in knowledge.LANGUAGES:
        for office in knowledge.lexicon(language).offices:
            if not office.plural and re.search(r"\w", office.phrase):
                found.setdefault(office.phrase.casefold(), office.rank)
    return tuple(found.items())
