"""Heads of mission with where they live between their office and their name: «посол А в Б (резиденция в П.) Н. М.»."""

from __future__ import annotations

import msgspec

from comity.reading.language import Language
from comity.reading.units import Unit

_REACH = 8
"""Units between an office and the name behind the residence, at most."""
_BETWEEN = frozenset({"preposition", "word", "place", "punct"})


def with_names_behind(units: list[Unit], text: str, language: Language) -> list[Unit]:
    """The units with the name that stands behind a residence given to the office before it."""
    for at, unit in enumerate(units):
        if unit.kind != "actor" or unit.value.person.name or unit.value.cls != "head-of-mission":
            continue
        if unit.value.plural or unit.value.group:
            continue
        name = _name_behind(units, at, language)
        if name:
            person = msgspec.structs.replace(unit.value.person, name=units[name].value.person.name)
            unit.value = msgspec.structs.replace(unit.value, person=person)
            unit.end = units[name].end
            unit.text = text[unit.start : unit.end]
            return [*units[:name], *with_names_behind(units[name + 1 :], text, language)]
    return units


def _name_behind(units: list[Unit], office: int, language: Language) -> int:
    """The index of the bare name behind words for a residence; 0 for none."""
    seated = False
    for at in range(office + 1, min(office + _REACH, len(units))):
        unit = units[at]
        if unit.kind == "actor":
            bare = unit.value.person.name and not unit.value.person.office and unit.value.state is None
            behind = units[at - 1].text == ")" or units[at - 1].kind == "place"
            return at if seated and bare and behind else 0
        seated = seated or unit.key in language.words["seated"]
        if unit.kind not in _BETWEEN or unit.text in (",", ";", "."):
            return 0
    return 0
