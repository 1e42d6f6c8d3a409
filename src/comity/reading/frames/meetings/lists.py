"""Whom somebody met, told as a list: partners parted by semicolons, colleagues told by their states alone, and who
headed talks together.
"""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.frames.participants.persons import Told
from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_BEFORE_STATE = frozenset({"source", "of"})
_BETWEEN = frozenset({"preposition", "determiner", "word", "amount", "state", "and", "punct", "date"})
_LINKS = frozenset({"and", "punct", "determiner"})


def listed_stop(sentence: Sentence, stop: int) -> int:
    """Where a list of partners that semicolons part ends: "met with X, Minister of A; Y, Minister of B; and Z"; the
    clause's own end where it is no such list.
    """
    units = sentence.units
    while stop < len(units) and units[stop].text == ";":
        after = next(
            (
                i
                for i in range(stop + 1, len(units))
                if units[i].kind not in ("and", "determiner", "preposition")
            ),
            len(units),
        )
        closed = after + 1 >= len(units) or units[after + 1].text in (";", ".")
        if after == len(units) or units[after].kind != "actor" or not closed:
            break
        stop = after + 1
    return stop


def counterparts(sentence: Sentence, index: int) -> list[Told]:
    """Colleagues of whom only the states are told: "with his counterparts from A, B and C", "with her A and B
    counterparts".
    """
    units, words = sentence.units, sentence.language.words["homologues"]
    at = next((i for i in range(index + 1, sentence.clause(index).stop) if units[i].key in words), None)
    if at is None or not all(_may_stand_between(units, i) for i in range(index + 1, at)):
        return []  # "called on the government to press its A counterparts"
    behind = (
        at + 1 < len(units) and units[at + 1].kind == "preposition" and units[at + 1].value in _BEFORE_STATE
    )
    found = []
    for unit in units[at + 2 :] if behind else reversed(units[index + 1 : at]):
        if unit.kind == "state":
            found.append(unit)
        elif unit.kind not in _LINKS or unit.text in (";", ".", "(", ")"):
            break
    if not behind:
        found.reverse()
    named = [] if behind else _named_behind(sentence, at, len(found))
    names: list[str | None] = [unit.value.person.name for unit in named] or [None for _ in found]
    return [
        Told(Actor(person=Person(name=name), state=str(unit.value[0]), cls="counterpart"), told)
        for unit, name, told in zip(found, names, named or found, strict=True)
    ]


def chairs_of(sentence: Sentence, index: int) -> list[Unit]:
    """Those of two states who headed talks together: "the talks were co-chaired by X and Y"."""
    units, clause = sentence.units, sentence.clause(index)
    by = next(
        (i for i in range(index + 1, clause.stop) if units[i].mark == "agent" and units[i].kind == "actor"), 0
    )
    if not by or not any(unit.key in sentence.language.words["chaired"] for unit in units[index + 1 : by]):
        return []
    if any(unit.kind in ("modal", "actor", "body") for unit in units[index + 1 : by]):
        return []
    found = [units[i] for i in range(by, clause.stop) if units[i].kind == "actor"]
    found = [unit for unit in found if unit.mark == "agent"]
    states = {unit.value.state for unit in found}
    return found if len(found) == 2 and len(states) == 2 and None not in states else []


def _may_stand_between(units: list[Unit], index: int) -> bool:
    """Whether a unit may stand between a meeting and the word for colleagues: "met on 3 May with A's counterpart"."""
    unit = units[index]
    if unit.kind == "preposition":
        return unit.value == "with" or units[index + 1].kind == "date"
    return unit.kind in _BETWEEN


def _named_behind(sentence: Sentence, at: int, many: int) -> list[Unit]:
    """The names of colleagues right behind the word for them, one a state: "his A and B counterparts, N and M"."""
    named: list[Unit] = []
    for unit in sentence.units[at + 1 :]:
        if unit.kind == "actor" and unit.value.person.name and not unit.value.person.office:
            named.append(unit)
        elif unit.kind not in ("and", "honorific") and unit.text != ",":
            break
    return named if len(named) == many else []


def of_each(plural: Told, sentence: Sentence) -> list[Told]:
    """Those of several states who are told by one office in the plural: "with the foreign ministers of A, B and C"."""
    units = sentence.units
    if plural.unit is None or not plural.actor.plural or plural.actor.person.name or not plural.state:
        return [plural]
    found = [(plural.state, plural.unit)]
    at = next((i + 1 for i, unit in enumerate(units) if unit is plural.unit), len(units))
    while at + 1 < len(units) and (units[at].kind == "and" or units[at].text == ","):
        joined = at + 1 + (units[at].text == "," and units[at + 1].kind == "and")
        state = units[joined] if joined < len(units) else units[at]
        if state.kind != "state" or state.value[1] != "name":
            break
        found.append((str(state.value[0]), state))
        at = joined + 1
    if len(found) == 1:
        return [plural]
    office = plural.actor.person.office
    return [
        Told(Actor(person=Person(office=office, of=state), state=state, cls=plural.actor.cls), unit)
        for state, unit in found
    ]
