"""Which state a place belongs to here: the states that a page is about decide where a name alone does not."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from comity.knowledge.capitals import capitals
from comity.knowledge.states import states
from comity.reading.language import City
from comity.reading.units import Unit


def settle(units: list[Unit], about: Iterable[str]) -> None:
    """Gives places the state that they have on a page about certain states.

    A name that is the capital of one of them is that capital ("St. John's" of Antigua and Barbuda, not of Canada); a
    city of a state that one of them came before or after is the city of that one (Prague of Czechoslovakia).
    """
    told = tuple(about)
    for unit in units:
        if unit.kind == "place" and unit.value.state not in told:
            for state in told:
                if state in _capital_of().get(unit.value.name, ()) or unit.value.state in _kin(state):
                    unit.value = City(unit.value.name, state)
                    break


@functools.cache
def _capital_of() -> dict[str, frozenset[str]]:
    """The states that a city is or was the capital of."""
    found: dict[str, set[str]] = {}
    for capital in capitals():
        found.setdefault(capital.city, set()).add(capital.code)
    return {city: frozenset(codes) for city, codes in found.items()}


@functools.cache
def _kin(code: str) -> frozenset[str]:
    """The states that came directly before and after a state that is no more, and the other way round."""
    known = states()
    if code not in known:
        return frozenset()
    state = known[code]
    return frozenset(
        one
        for one in (*state.predecessors, *state.successors)
        if one in known and known[one].former != state.former
    )
