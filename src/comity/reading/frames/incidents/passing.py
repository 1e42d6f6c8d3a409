"""Hostile acts told in passing, only to say when something else happened, and dates of their own."""

from __future__ import annotations

from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

CLAUSAL = frozenset({"after", "before", "cause", "since"})
"""Marks of what only says when or why something else happened."""


def told_in_passing(sentence: Sentence, index: int) -> bool:
    """Whether an act only says when something else happened: "after the A invasion of B", "after A declared war"."""
    units = sentence.units
    for i in range(index - 1, max(index - 7, -1), -1):
        if units[i].kind == "preposition" or units[i].kind == "clause":
            during = units[i].value == "during" and not is_verb(sentence, index)
            return units[i].kind == "preposition" and (units[i].value in CLAUSAL or during)
        if units[i].text in (",", ";"):
            return False
    return False


def own_date(sentence: Sentence, index: int, date: Unit | None) -> bool:
    """Whether a date stands behind an act before the next verb."""
    if date is None or date.start < sentence.units[index].start:
        return False
    between = range(index + 1, sentence.index(date))
    return not any(is_verb(sentence, i) and i > index + 2 for i in between)
