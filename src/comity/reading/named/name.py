"""What a named body or event is, and what its name's units tell: states, rounds of office holders."""

from __future__ import annotations

import msgspec

from comity.reading.people import Actor
from comity.reading.units import Unit, is_capitalised

DASHES = frozenset("-–—‒\ufffd")
"""Signs that join the parts of a name."""


class Named(msgspec.Struct, frozen=True):
    """A body or event under its name.

    `name` is without articles; `type` and `field` are those of the head word (`field` is empty where the head
    does not tell); `states` are those in the name, in order; `actors` the persons in it ("exhibition of …");
    `proper` says that the name is capitalised or quoted, not a common noun with a complement; `head` is the
    head word's text.
    """

    name: str
    type: str
    field: str = ""
    states: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    proper: bool = False
    head: str = ""
    places: tuple[str, ...] = ()
    plural: bool = False


def states_in(unit: Unit) -> tuple[str, ...]:
    """The states that one unit of a name tells."""
    if unit.kind == "state":
        return (str(unit.value[0]),)
    if unit.kind == "dyad":
        return tuple(unit.value)
    if unit.kind == "combining":
        return (str(unit.value),)
    if unit.kind in ("organisation", "actor"):
        state = getattr(unit.value, "state", None)
        return (str(state),) if state else ()
    if unit.kind in ("body", "event") and isinstance(unit.value, Named):
        return unit.value.states
    return ()


def is_round_of(unit: Unit) -> bool:
    """Whether a unit is several holders of an office, capitalised and without names: "Foreign Ministers"."""
    return unit.kind == "actor" and unit.value.plural and not unit.value.person.name and is_capitalised(unit)
