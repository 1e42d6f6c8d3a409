"""Names of their own that stand bare behind a common noun: "the joint military exercise Varuna 2021", "our military
exercise, Varuna". Quoted names need no such look; they are one unit already.
"""

from __future__ import annotations

import re
from typing import Any

from comity.reading.language import Language
from comity.reading.units import Unit, is_capitalised, tokens

_NUMBER = re.compile(r"[IVX]+|\d{4}|\d{1,2}")
_DASHES = frozenset("-–—")
_ENDS = frozenset(",.;)")


def own_name(units: list[Unit], index: int, language: Language) -> range | None:
    """The units of the name behind the word for an exercise at `index`; None where it has none there."""
    words = language.words
    if language.key(units[index].text.split(" ")[-1]) not in words["exercise"]:
        return None
    first = index + 1
    apposed = first < len(units) and units[first].text == ","
    named = _past_parties(units, first)
    if named < len(units) and units[named].key in words["titled"]:
        first = named + 1
    elif apposed:
        first += 1
    if first >= len(units) or not _is_name(units[first]):
        return None
    stop = first + 1
    while stop < len(units) and _goes_on(units, stop):
        stop += 1
    if apposed and (stop < len(units) and units[stop].text not in _ENDS):
        return None  # "the exercise, Norwegians said"
    return range(first, stop)


def _past_parties(units: list[Unit], index: int) -> int:
    """The index after the states whose exercise it is: "(the exercise) between A and B (named X)"."""
    if index >= len(units) or units[index].kind != "preposition":
        return index
    at = index
    while at < len(units) and units[at].kind in ("preposition", "determiner", "state", "and"):
        at += 1
    return at


def _is_name(unit: Unit) -> bool:
    """Whether a unit may begin a name: a capitalised word that means nothing else, or what looks like a person's."""
    if unit.kind == "actor":
        return bool(unit.value.person.name == unit.text)
    return unit.kind == "word" and is_capitalised(unit) and len(unit.text) > 1


def _goes_on(units: list[Unit], index: int) -> bool:
    """Whether a unit goes on with a name: a further capitalised word, a number, a dash that touches both."""
    unit = units[index]
    if unit.text in _DASHES:
        return (
            unit.start == units[index - 1].end
            and index + 1 < len(units)
            and units[index + 1].start == unit.end
            and bool(_NUMBER.fullmatch(units[index + 1].text))
        )
    return _is_name(unit) or bool(_NUMBER.fullmatch(unit.text))


def is_named_before(units: list[Unit], index: int, language: Language) -> bool:
    """Whether a quoted name stands right before the word for an exercise: "the 'Varuna' exercise"."""
    exercise = language.key(units[index].text.split(" ")[-1]) in language.words["exercise"]
    return exercise and index > 0 and units[index - 1].kind == "quoted"


def within(text: str, unit: Unit, language: Language) -> tuple[Unit, str] | None:
    """The word for an exercise within a run of capitals, and the name behind it."""
    found = tokens(text, unit.start, unit.end)
    for at, token in enumerate(found[:-1]):
        if language.key(token.text) in language.words["exercise"]:
            return token, text[found[at + 1].start : unit.end]
    return None


def names_itself(value: Any, language: Language) -> bool:
    """Whether a named occasion is an exercise under its own name alone."""
    return language.key(value.head) in language.words["exercise"] and value.head not in value.name
