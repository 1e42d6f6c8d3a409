"""Heads of mission with where they live between their office and their name: «посол А в Б (резиденция в П.) Н. М.»,
"N (residing in P), Ambassador of A to B".
"""

from __future__ import annotations

import msgspec

from comity.reading.language import Language
from comity.reading.units import Unit

_REACH = 8
"""Units between an office and the name behind the residence, at most."""
_BETWEEN = frozenset({"preposition", "word", "place", "punct"})
_OF_OFFICE = frozenset({"actor", "office", "state", "dyad", "date", "organisation"})
"""Kinds of unit in a bracket that tell of somebody's office: whose it is, from when to when."""


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


def without_asides(units: list[Unit]) -> list[Unit]:
    """The units without brackets on somebody's own life, between a name and the office in apposition to it."""
    if not any(unit.text == "(" for unit in units):
        return units
    out: list[Unit] = []
    at = 0
    while at < len(units):
        out.append(units[at])
        at = _past_aside(units, at) if _is_bare_name(units[at]) else at + 1
    return out


def _is_bare_name(unit: Unit) -> bool:
    return unit.kind == "actor" and bool(unit.value.person.name) and not unit.value.person.office


def _past_aside(units: list[Unit], name: int) -> int:
    """The index behind a bracket that a comma and an office follow and that says nothing of the office: where somebody
    lives or was born, "pictured"; right behind the name without one.
    """
    if name + 1 >= len(units) or units[name + 1].text != "(":
        return name + 1
    stop = next((i for i in range(name + 2, min(name + _REACH, len(units))) if units[i].text == ")"), None)
    if stop is None or stop + 2 >= len(units) or units[stop + 1].text != ",":
        return name + 1
    tells = any(unit.kind in _OF_OFFICE for unit in units[name + 2 : stop])
    office = next((unit for unit in units[stop + 2 : stop + 4] if unit.kind == "actor"), None)
    apposed = office is not None and bool(office.value.person.office) and not office.value.person.name
    return stop + 1 if apposed and not tells else name + 1


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
