"""Where a mission is: the towns and states told behind it or before it in its clause."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from comity.reading.language import City
from comity.reading.places import namesakes
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_REACH = 14
"""Units behind a mission among which it is told where it is."""
_THERE = frozenset({"place", "goal"})
"""Marks of a town or state that something is in or brought to."""
_LEADING = frozenset({"place", "goal", "of", "on"})
"""Prepositions that lead to where a mission is."""
_LISTING = frozenset({"determiner", "and", "number", "punct"})
"""Kinds of unit between the towns of a list."""


class Where(NamedTuple):
    """Where a mission is: the names of its towns, and the words for towns and states."""

    towns: tuple[str, ...]
    words: list[Unit]


def where_of(sentence: Sentence, index: int, own: Unit | None) -> Where:
    """The places and states behind a mission: "in P and Q", "at P", ", P", "P"; else before it in its clause. `own` is
    the state whose mission it is.
    """
    found = (
        _in_name(sentence, index)
        or _behind(sentence, index, own)
        or _before(sentence, index, own)
        or _later(sentence, index, own)
        or Where((), [])
    )
    return _with_towns(*found)


def _in_name(sentence: Sentence, index: int) -> Where | None:
    """The town that begins a mission's name: "the Lagos Consulate General"."""
    units = sentence.units
    town = units[index - 1] if index else None
    placed = index + 1 < len(units) and units[index + 1].value == "place"
    if town is None or town.kind != "place" or town.mark or placed or sentence.language.cases:
        return None
    return Where((town.value.name,), [town])


def _behind(sentence: Sentence, index: int, own: Unit | None) -> Where | None:
    """The towns and states of a list right behind a mission; where only states are told, a town of theirs behind."""
    found = _run_behind(sentence, index, own)
    if not found:
        return None
    names = [unit.value.name for unit in found if unit.kind == "place"]
    if not names:
        stop = sentence.clause(index).stop
        town = _town(sentence, range(index + 1, stop), found)
        towns = _towns(sentence.units, sentence.index(town), stop) if town is not None else []
        names = [unit.value.name for unit in towns]
    return Where(tuple(dict.fromkeys(names)), found)


def _run_behind(sentence: Sentence, index: int, own: Unit | None) -> list[Unit]:
    """The towns and states behind a mission up to where something else begins."""
    units = sentence.units
    found: list[Unit] = []
    for i in range(index + 1, min(index + _REACH, len(units))):
        unit = units[i]
        if unit is own or _is_of_host(units, i):
            continue
        if unit.kind == "state" and i + 1 < len(units) and units[i + 1].kind == "poss":
            break  # "in P, A's first in Africa"
        if _may_be_where(unit, found):
            if unit.kind == "state" and found and not _is_listed(units, i):
                break
            found.append(unit)
        elif not _goes_on(sentence, index, i, listed=bool(found)):
            break
    return found


def _is_of_host(units: list[Unit], index: int) -> bool:
    """Whether a unit is another mission in which this one is, or whose that is: "in the Swiss Embassy at P"."""
    if units[index].kind == "state":
        return _of_mission(units, index)
    return units[index].kind == "mission" and units[index - 1].kind == "state"


def _may_be_where(unit: Unit, found: list[Unit]) -> bool:
    """Whether a unit may say where a mission is: a town, or a state by its name behind "in" or further in a list."""
    if unit.kind != "state":
        return unit.kind == "place"
    return unit.value[1] == "name" and (unit.mark in ("place", "goal", "with") or bool(found))


def _is_listed(units: list[Unit], index: int) -> bool:
    """Whether a state goes on with a list of places: "in P, B", "in P (B)", "in P and in B"."""
    return units[index].mark in _THERE or units[index - 1].text in (",", "(")


def _goes_on(sentence: Sentence, index: int, at: int, *, listed: bool) -> bool:
    """Whether a unit may stand before a town of a mission, or between two of a list."""
    units, another = sentence.units, sentence.language.words["another"]
    unit = units[at]
    if unit.kind == "preposition" and unit.value in _LEADING:
        return True
    if units[index].mark == "including" and unit.text == ",":
        return False  # "besides the embassy in P, A has …"
    if unit.kind in _LISTING and unit.text not in (";", ":", "."):
        behind = units[at + 1] if at + 1 < len(units) else None
        placed = behind is None or behind.kind in ("place", "preposition", "state") or behind.key in another
        return unit.kind != "and" or placed
    if unit.kind in ("word", "poss") and not listed:
        return True
    if unit.key in sentence.language.words["country"] and at == index + 2 and unit.mark == "of":
        return True  # «представительство страны в П»
    return unit.key in another and units[at - 1].kind == "and"  # "in P and another in Q"


def _before(sentence: Sentence, index: int, own: Unit | None) -> Where | None:
    """The towns or the state before a mission in its clause: "in P and Q there are consulates"."""
    units, clause = sentence.units, sentence.clause(index)
    for i in range(index - 1, clause.start - 1, -1):
        if units[i].kind == "place" and _is_of_another(units, i, index):
            return None
        if units[i].kind in ("place", "state") and units[i].mark == "place" and units[i] is not own:
            if units[i].kind == "state":
                return Where((), [units[i]])
            return _of_towns(_towns_before(units, i, clause.start))
    return None


def _later(sentence: Sentence, index: int, own: Unit | None) -> Where | None:
    """The towns or the state later in the clause: "the embassy was opened by the minister in P"."""
    units, clause = sentence.units, sentence.clause(index)
    for i in range(index + 1, clause.stop):
        if units[i].mark not in _THERE:
            continue
        if units[i].kind == "place":
            return _of_towns(_towns(units, i, clause.stop))
        if units[i].kind == "state" and units[i] is not own and not _of_mission(units, i):
            return Where((), [units[i]]) if not _of_another_act(sentence, index, i) else None
    return None


def _of_another_act(sentence: Sentence, index: int, state: int) -> bool:
    """Whether a state behind "to" belongs to a further verb: "closed the legation and never recognised
    the incorporation into B"."""
    acts = [i for i in range(index + 1, state) if sentence.units[i].kind == "trigger"]
    return sentence.units[state].mark == "goal" and len(acts) > 1


def _of_towns(towns: list[Unit]) -> Where:
    """Where a mission is that is told to be in these towns."""
    return Where(tuple(dict.fromkeys(unit.value.name for unit in towns)), towns)


def _is_of_another(units: list[Unit], place: int, index: int) -> bool:
    """Whether a town before a comma is that of another mission, and this one has its own behind it: "Following the
    opening of the Embassy of B in P, consulates were set up in Q"."""
    apart = any(unit.text == "," for unit in units[place + 1 : index])
    before = (u for u in reversed(units[:place]) if u.kind not in ("preposition", "state", "determiner"))
    owner = next(before, None)
    behind = itertools.dropwhile(_leads_on, units[index + 1 :])
    own = next((unit.kind == "place" and unit.mark == "place" for unit in behind), False)
    return apart and own and owner is not None and owner.kind == "mission"


def _leads_on(unit: Unit) -> bool:
    """Whether a unit may stand between a mission and the town where it is: "consulate–general (in P)", "was opened"."""
    if unit.kind == "word":
        return unit.text.islower()
    joined = (
        "and",
        "determiner",
        "mission",
        "amount",
        "number",
        "preposition",
        "be",
        "trigger",
        "date",
        "dash",
    )
    return unit.kind in joined or unit.text == "(" or unit.text in _DASHES


def _of_mission(units: list[Unit], state: int) -> bool:
    """Whether a state is only named as that of another mission: "was opened in the B Embassy at P"."""
    return state + 1 < len(units) and units[state + 1].kind == "mission"


def _towns(units: list[Unit], first: int, stop: int) -> list[Unit]:
    """A town and those that commas and "and" join to it."""
    found = [units[first]]
    for cursor in range(first + 1, stop):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == found[0].mark:
            if unit.value.state != found[0].value.state and units[cursor - 1].kind != "and":
                break
            found.append(unit)
        elif unit.kind != "and" and unit.text != "," and not _in(unit):
            break
    return found


def _in(unit: Unit) -> bool:
    """Whether "in" leads to a further town of a list: "in P, in Q, and in R"."""
    return unit.kind == "preposition" and unit.key == "in"


def _towns_before(units: list[Unit], last: int, low: int) -> list[Unit]:
    """The towns that a list ends with, in order: "in P and Q there are …"."""
    found = [units[last]]
    for cursor in range(last - 1, low - 1, -1):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == "place" and unit.value.state == found[0].value.state:
            found.insert(0, unit)
        elif unit.text == "," and units[cursor + 1].kind == "preposition":
            break  # «в М – посольство, в П – консульство»
        elif unit.kind not in ("and", "preposition") and unit.text != ",":
            break
    return found


def _town(sentence: Sentence, order: range, states: list[Unit]) -> Unit | None:
    """The town of a receiving state that is told later: "the Embassy of A in B was opened in 1992 in P"."""
    codes = {str(unit.value[0]) for unit in states}
    towns = [
        sentence.units[i]
        for i in order
        if sentence.units[i].kind == "place" and sentence.units[i].mark == "place"
    ]
    return next((unit for unit in towns if unit.value.state in codes), None)


def _with_towns(places: tuple[str, ...], where: list[Unit]) -> Where:
    """Places with those whose names are a state's, where another town of the list is in the same state as their
    namesake: "Armenia, Cali and Medellín"."""
    of_towns = {unit.value.state for unit in where if unit.kind == "place"}
    found: list[Unit] = []
    for unit in where:
        state = None
        if unit.kind == "state" and unit.value[0] not in of_towns:
            state = next((one for one in namesakes(unit.text) if one in of_towns), None)
        if state is not None:
            town = Unit("place", unit.start, unit.end, unit.text, unit.key)
            town.value, town.mark = City(unit.text, state), unit.mark
            unit = town
        found.append(unit)
    if len(places) < len([unit for unit in found if unit.kind == "place"]):
        places = tuple(dict.fromkeys(unit.value.name for unit in found if unit.kind == "place"))
    return Where(places, found)
