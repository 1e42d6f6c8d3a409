"""Visits of those who led somebody there: "X led a trade delegation to B", "X headed a trade mission to B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import Told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.travel import Group, as_goal, drafts
from comity.reading.sentence import Sentence, is_fact
from comity.reading.units import Unit

_FAR = 7
"""Units within which the verb stands before the delegation."""
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
