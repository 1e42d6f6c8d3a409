"""Which state a place belongs to here: the states that a page is about decide where a name alone does not."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from comity.knowledge.capitals import capitals
from comity.knowledge.cities import cities
from comity.knowledge.states import states
from comity.reading.language import City
from comity.reading.units import Unit


def settle_states(
    units: list[Unit], about: Iterable[str | None], homonyms: dict[str, tuple[str, ...]]
) -> None:
    """Gives a name that two states bear the one that the page is about: "Korea" on a page about the northern one."""
    told = set(about)
    for unit in units:
        if unit.kind == "state" and unit.key in homonyms and unit.value[0] not in told:
            other = next((code for code in homonyms[unit.key] if code in told), None)
            if other is not None:
                unit.value = (other, unit.value[1])


def settle(units: list[Unit], about: Iterable[str]) -> None:
    """Gives places the state that they have on a page about certain states.

    A name that is the capital of one of them is that capital ("St. John's" of Antigua and Barbuda, not of Canada); a
    city of a state that one of them came before or after is the city of that one (Prague of Czechoslovakia); a town
    that is no capital is its namesake there (Valencia of Venezuela).
    """
    told = tuple(about)
    if not told:
        return
    for unit in units:
        if unit.kind == "place" and unit.value.state not in told:
            seat, seats = _capital_of().get(_plain(unit.value.name), (unit.value.name, frozenset()))
            alike = () if seats else namesakes(unit.value.name)
            for state in told:
                if state in seats or state in alike or unit.value.state in _kin(state):
                    unit.value = City(seat if state in seats else unit.value.name, state)
                    break


def namesakes(name: str) -> tuple[str, ...]:
    """The states that have a town of a name."""
    return tuple(city.state for city in cities("en").get(name, ()))


@functools.cache
def _capital_of() -> dict[str, tuple[str, frozenset[str]]]:
    """By the plain form of its name, a capital's name and the states that it is or was the capital of."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for capital in capitals():
        name, codes = found.get(_plain(capital.city), (capital.city, frozenset[str]()))
        found[_plain(capital.city)] = name, codes | {capital.code}
    return found


def _plain(name: str) -> str:
    """A town's name without what its spellings differ in: "St. John's" and "Saint Johns" are one."""
    plain = name.replace("’", "").replace("'", "")
    return "Saint " + plain[plain.index(" ") + 1 :] if plain.startswith(("St. ", "St ")) else plain


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
