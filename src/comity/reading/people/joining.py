"""Two offices that one person holds: "N, Deputy Prime Minister and Minister of Foreign Affairs of A"."""

from __future__ import annotations

import msgspec

from comity.reading.language import POSTS
from comity.reading.people.actors import Actor
from comity.reading.units import Unit

_BESIDE_A_MINISTRY = frozenset(
    {"vice-head-of-state", "head-of-government", "deputy-head-of-government", "foreign-minister", "minister"}
)
"""Classes of offices whose holder may have a ministry besides."""
_POSTS = POSTS | {"counterpart"}
"""Classes of offices of which nobody has two."""
_MINISTRIES = frozenset({"foreign-minister", "minister"})


def held_together(units: list[Unit], text: str) -> list[Unit]:
    """Offices of one person that "and" joins as one: behind the name, or before a name that a comma parts from them."""
    out: list[Unit] = []
    for unit in units:
        if unit.kind == "actor" and len(out) > 1 and out[-1].kind == "and" and _are_of_one(out, unit):
            joint, office = out.pop(), out.pop()
            out.append(_joined(office, joint, unit, text))
            continue
        out.append(unit)
    return out


def _are_of_one(before: list[Unit], unit: Unit) -> bool:
    """Whether the office before "and" and that behind it are told of one person."""
    office = before[-2]
    if not (_is_bare(office) and _is_office(unit)) or not _agree(office.value, unit.value):
        return False
    if unit.value.person.name:
        ministry = office.value.cls in _BESIDE_A_MINISTRY and unit.value.cls in _MINISTRIES
        return ministry and _is_named_apart(unit)
    named = before[-4] if len(before) > 3 and before[-3].text == "," else None
    person = named.value.person if named is not None and named.kind == "actor" else None
    return person is not None and bool(person.name) and not person.office


def _is_office(unit: Unit) -> bool:
    if unit.kind != "actor" or unit.value.plural or unit.value.group:
        return False
    return bool(unit.value.person.office) and unit.value.cls not in _POSTS


def _is_bare(unit: Unit) -> bool:
    return _is_office(unit) and not unit.value.person.name


def _agree(one: Actor, other: Actor) -> bool:
    """Whether two offices may be of the same state, and are two."""
    return (
        one.state is None or other.state in (None, one.state)
    ) and one.person.office != other.person.office


def _is_named_apart(unit: Unit) -> bool:
    """Whether a comma stands between an office and the name behind it."""
    name = str(unit.value.person.name)
    return unit.text.endswith(name) and unit.text[: -len(name)].rstrip().endswith(",")


def _joined(office: Unit, joint: Unit, unit: Unit, text: str) -> Unit:
    one, other = office.value.person, unit.value.person
    person = msgspec.structs.replace(
        other, office=f"{one.office} {joint.text} {other.office}", of=other.of or one.of
    )
    actor = msgspec.structs.replace(
        unit.value, person=person, state=unit.value.state or office.value.state, cls=office.value.cls
    )
    return Unit("actor", office.start, unit.end, text[office.start : unit.end], "", actor, case=office.case)
