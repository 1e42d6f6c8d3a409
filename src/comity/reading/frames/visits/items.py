"""Visits that an item of a chronology tells without a verb or noun: "3 May 2016 – Speaker N in P", "2001: N in P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.actors import has_verb
from comity.reading.frames.participants.persons import told
from comity.reading.frames.visits.travel import Dated, Group, as_goal, drafts, type_word
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_BEFORE = frozenset({"date", "punct", "determiner", "honorific", "preposition"})
"""What may stand between the head of an item and the person it tells of."""
_ENDS = frozenset(";,.–—(")
_SHORTEST = 2


def was_there(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "12 May – Minister N in P; talks with …": where somebody of one side was, on a page of two."""
    units = sentence.units
    actor = units[index].value
    if not actor.person.office or actor.plural or units[index].mark or sentence.block.kind == "heading":
        return
    when = _opening(units[:index])
    at = _behind_state(units, index + 1)
    if when is None or context.pair() is None or at + _SHORTEST > len(units):
        return
    goal = as_goal(units[at + 1])
    if units[at].kind != "preposition" or units[at].value != "place" or goal is None or goal.place is None:
        return
    behind = units[at + 2] if at + 2 < len(units) else None
    ends = behind is None or behind.text in _ENDS or behind.kind == "preposition"
    stop = sentence.clause(index).stop
    if ends and not has_verb(sentence, 0, stop):
        form = next((kind for unit in units[at + 2 : stop] if (kind := type_word(sentence, unit))), None)
        dates = [Dated(when.value.date, when, form)]
        yield from drafts(sentence, index, context, Group(told([units[index]], context), dates), goal)


def _opening(head: list[Unit]) -> Unit | None:
    """The date that an item opens with, where nothing but it stands before the person."""
    if not head or any(unit.kind not in _BEFORE for unit in head):
        return None
    dates = [unit for unit in head if unit.kind == "date"]
    return dates[0] if len(dates) == 1 and head[-1].kind == "punct" else None


def _behind_state(units: list[Unit], index: int) -> int:
    """The index behind a state in brackets that says whose somebody is: "N (LV) in P"."""
    bracket = units[index : index + 3]
    state = len(bracket) > _SHORTEST and bracket[0].text == "(" and bracket[2].text == ")"
    return index + 3 if state else index
