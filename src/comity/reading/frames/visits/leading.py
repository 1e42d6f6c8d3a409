"""Visits of those who led somebody there: "X led a trade delegation to B", "X headed a trade mission to B"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import Told, told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.travel import Group, as_goal, drafts
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_FAR = 7
"""Units within which the verb stands before the delegation."""
_LEADS = frozenset({"clause", "actor", "pronoun", "determiner", "be"})
"""What may stand between a comma and the verb of who leads."""
_BETWEEN = frozenset({"determiner", "word", "state", "poss", "amount", "punct"})
"""What may stand between them: "led A's first high-level military delegation"."""


def led(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X led a trade delegation to B"."""
    units = sentence.units
    words = sentence.language.words["led"]
    verb = next((i for i in range(index - 1, max(index - _FAR, 0), -1) if units[i].key in words), 0)
    if not verb or any(unit.kind not in _BETWEEN for unit in units[verb + 1 : index]):
        return
    goal = (
        as_goal(units[index + 2])
        if index + 2 < len(units)
        and units[index + 1].kind == "preposition"
        and units[index + 1].value == "goal"
        else None
    )
    people = subjects(sentence, verb, context) if goal is not None and is_fact(sentence, verb) else []
    if people:
        group = Told(units[index].value, units[index])
        plain = " " not in (group.actor.person.office or "")
        sender = next((str(unit.value[0]) for unit in units[verb:index] if unit.kind == "state"), None)
        guests = Group(people if plain else [*people, group], dates_of(sentence, index))
        yield from drafts(sentence, index, context, guests, goal, sender)


def led_mission(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X headed a trade mission to B": a mission that somebody leads travels."""
    units, words = sentence.units, sentence.language.words
    verb = next((i for i in range(index - 1, max(index - 4, 0), -1) if units[i].key in words["led"]), 0)
    if (
        not verb
        or units[index].value != "trade-mission"
        or not _goes(units, index)
        or not is_fact(sentence, verb)
    ):
        return
    goal = as_goal(units[index + 2])
    people = subjects(sentence, verb, context) if goal is not None else []
    if people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goal)


def _goes(units: list[Unit], index: int) -> bool:
    """Whether "to" and where it leads stand behind a unit."""
    if index + 2 >= len(units):
        return False
    return units[index + 1].kind == "preposition" and units[index + 1].value == "goal"


def with_leader(sentence: Sentence, verb: int, group: Group, context: Context) -> Group:
    """A delegation by whom a clause or participle behind it says that it is led: «прибыла делегация Б, которую
    возглавляет Н»."""
    if len(group.people) != 1 or not group.people[0].actor.group or group.people[0].actor.person.name:
        return group
    units, words = sentence.units, sentence.language.words["led"]
    at = next((i for i in range(verb + 1, len(units)) if units[i].key in words), None)
    comma = next((i for i in range(at or 0, verb, -1) if units[i].text == ","), 0)
    if at is None or not comma or any(unit.kind not in _LEADS for unit in units[comma + 1 : at]):
        return group
    relative = any(unit.kind == "clause" for unit in units[comma + 1 : at])
    if not relative and comma + 1 != at:
        return group
    near = [*units[comma + 1 : at], *units[at + 1 : at + 3]]
    leader = next((u for u in near if u.kind == "actor" and not u.value.group and not u.value.plural), None)
    if leader is None:
        return group
    state, one = group.people[0].state, told([leader], context)[0]
    if one.state is None and state:
        person = one.actor.person
        if person.office and not person.of and one.actor.cls not in ("head-of-state", "business"):
            person = Person(name=person.name, office=person.office, of=state)
        one = one._replace(actor=msgspec.structs.replace(one.actor, state=state, person=person))
    return group._replace(people=[one])
