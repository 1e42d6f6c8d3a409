"""Several sums of the same investment, each with its own date: "3 million in 2018 and 5 million in 2019", "from 20
million in 2005 to 70 million in 2011"."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_LINKING = frozenset({"date", "preposition", "and", "punct", "determiner", "clause"})
"""Kinds of unit between two sums of the same investment."""
_TO_DATE = 2
"""Units between a sum and the date right behind it."""


class Sum(NamedTuple):
    """A sum of money, and the date told for it alone."""

    money: Unit
    date: Unit


def dated_sums(sentence: Sentence, first: int) -> list[Sum]:
    """The sums from the first on where there are several, those without a date of their own left out."""
    units = sentence.units
    places = [first]
    for i in range(first + 1, len(units)):
        if units[i].kind == "amount":
            if units[i].value.kind != "money":
                break
            places.append(i)
        elif (
            units[i].kind not in _LINKING and units[i].key not in sentence.language.words["compare"]
        ) or units[i].text in (";", ":"):
            break
    if len(places) == 1:
        return []
    found: list[Sum] = []
    used: set[int] = set()
    for at in places:
        date = _behind(units, at)
        if date is None:
            date = next((i for i in range(at - 1, -1, -1) if units[i].kind in ("date", "amount")), None)
            if date is None or units[date].kind == "amount" or date in used:
                continue
        used.add(date)
        found.append(Sum(units[at], units[date]))
    return found


def _behind(units: list[Unit], at: int) -> int | None:
    """The date right behind a sum: "3 million in 2018", "3 million (2018)"."""
    for i in range(at + 1, min(at + 1 + _TO_DATE, len(units))):
        if units[i].kind == "date":
            return i
        if units[i].kind != "preposition" and units[i].text != "(":
            return None
    return None
