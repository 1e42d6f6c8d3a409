"""Visits of which a clause leaves out the verb or the goal that was told before: "X visited B in 2004 and former
President Y in 2012", "He also visited in 1995".
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.arguments import side
from comity.reading.frames.dates.act import dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import told
from comity.reading.frames.visits.goals import goals_of
from comity.reading.frames.visits.people import DASHES, groups_of
from comity.reading.frames.visits.travel import RESIDENT, Dated, Goal, Group, drafts
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

_NEAR = 500
"""How far behind a visit a sentence may leave out where it went."""
_ENDS = frozenset(".;)")
_WHEN = frozenset({"preposition", "date", "and", "determiner", "dash"})
"""What tells nothing but when."""


def also_went(sentence: Sentence, index: int, context: Context, goal: Goal, origin: str) -> Iterator[Draft]:
    """The visits of those who follow the first with a date of their own and no verb: "…, and President Y in 2012"."""
    cursor = _past_date(sentence, sentence.index(goal.unit) + 1)
    while cursor is not None:
        visitor = _joined(sentence, cursor)
        after = _past_date(sentence, visitor + 1) if visitor is not None else None
        if visitor is None or after is None:
            return
        when = [
            Dated(unit.value.date, unit)
            for unit in sentence.units[visitor + 1 : after]
            if unit.kind == "date" and dated_act(unit)
        ]
        people = [
            one if one.state else one._replace(actor=msgspec.structs.replace(one.actor, state=origin))
            for one in told([sentence.units[visitor]], context)
        ]
        if when and _ends(sentence, after):
            yield from drafts(sentence, index, context, Group(people, when), goal)
        cursor = after


def _past_date(sentence: Sentence, at: int) -> int | None:
    """The index behind the date that stands at an index, with its preposition; None where none does."""
    units = sentence.units
    while at < len(units) and (units[at].kind == "preposition" or units[at].text in DASHES):
        at += 1
    return at + 1 if at < len(units) and units[at].kind == "date" else None


def _joined(sentence: Sentence, at: int) -> int | None:
    """The person that "and" or a comma joins at an index, named with an office."""
    units = sentence.units
    first = at
    while at < len(units) and _joins(sentence, at):
        at += 1
    followed = at > first + 1 and units[at - 1].value == "agent" and units[at - 2].key in _after(sentence)
    if at == first or at >= len(units) or units[at].kind != "actor" or (units[at].mark and not followed):
        return None
    actor = units[at].value
    named = bool(actor.person.name and actor.person.office) and actor.cls not in RESIDENT
    return at if named else None


def _after(sentence: Sentence) -> frozenset[str]:
    """Words for coming after somebody: "followed by President Y in 2012"."""
    return sentence.language.words["came_after"]


def _joins(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    if unit.key in _after(sentence):
        return sentence.units[at + 1 : at + 2] != [] and sentence.units[at + 1].value == "agent"
    if unit.value == "agent" and sentence.units[at - 1].key in _after(sentence):
        return True
    contrasts = unit.key in sentence.language.words["contrast"]
    return unit.kind in ("and", "determiner") or unit.text in (",", ";") or contrasts


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether no verb follows of which the person would be the subject."""
    units = sentence.units
    return at >= len(units) or units[at].text in _ENDS or units[at].text == "," or units[at].kind == "and"


def once_more(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A visit of which only when it was is told, to the state that a visit before it went to: "He also visited in
    1995", "and Minister Y visited in May"."""
    units = sentence.units
    if not any(form in ("finite", "participle") for _, form in reading_of(sentence, index)):
        return
    if " " in units[index].key or not _only_when(sentence, index):
        return
    before = _goal_before(sentence, index)
    last = context.latest.get("visit")
    if before is not None:
        to, origin = before.state, None
    elif last is not None and 0 < sentence.start - last.evidence[-1][1] < _NEAR:
        to, origin = str(last.slots["to"]), str(last.slots["from"])
    else:
        return
    for group in groups_of(sentence, index, context):
        own = {one.state for one in group.people if one.state}
        if group.dates and group.dates[0].unit is not None and own <= ({origin} if origin else own - {to}):
            yield from drafts(sentence, index, context, group, None, origin or side(sentence), to)


def _only_when(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a date stands behind a verb."""
    units, words = sentence.units, sentence.language.words
    dated = False
    for at in range(index + 1, len(units)):
        unit = units[at]
        if unit.kind == "date":
            dated = True
        elif unit.text == "," or unit.text in _ENDS:
            break
        elif unit.kind not in _WHEN and unit.key not in words["adverb"]:
            return False
        elif unit.kind == "and" and not _dates_follow(units, at):
            break
    return dated


def _dates_follow(units: list[Unit], at: int) -> bool:
    return any(unit.kind == "date" for unit in units[at + 1 : at + 3])


def _goal_before(sentence: Sentence, index: int) -> Goal | None:
    """Where a visit told before in the sentence went, where it was one state."""
    for at in range(index - 1, -1, -1):
        unit = sentence.units[at]
        if unit.kind != "trigger" or not is_verb(sentence, at) or not is_fact(sentence, at):
            continue
        if any(predicate == "visit" for predicate, _ in reading_of(sentence, at)):
            goals = goals_of(sentence, at)
            return goals[0] if len(goals) == 1 else None
    return None


__all__ = ["also_went", "once_more"]
