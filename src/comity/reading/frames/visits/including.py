"""Visits told one by one behind a word for them: "visits include those of X to A in 2002 and of Y to B in 2003"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.visits.goals import goals_of
from comity.reading.frames.visits.travel import Group, drafts, listed_groups
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_REACH = 14
"""Units between a word for visits and what opens the list of them."""
_SEVERAL = 2


def one_by_one(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The visits that a list behind the word at `index` tells, each with its visitor and date."""
    opening = _opening(sentence, index)
    if opening is None:
        return
    first, least = opening
    last = _last_date(sentence, first)
    groups = listed_groups(sentence, first, last + 1, context) if last else []
    if len(groups) < least or not all(group.dates and _is_somebody(group) for group in groups):
        return
    goals = goals_of(sentence, index)
    shared = goals[0] if len(goals) == 1 and sentence.index(goals[0].unit) < first else None
    origin = _origin(sentence, index) if is_verb(sentence, index) else None
    for group in groups:
        yield from drafts(sentence, index, context, group, group.goal or shared, origin)


def _opening(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Where the list begins and how many visits it has at least: behind "include", "including", "was that of"; two
    behind "by" right after the visits; None where none begins."""
    units, verb = sentence.units, is_verb(sentence, index)
    several: tuple[int, int] | None = None
    for at in range(index + 1, min(index + _REACH, len(units))):
        unit = units[at]
        if unit.kind == "preposition" and unit.value == "including":
            return at + 1, 1
        if unit.kind == "trigger" and any(predicate == "include" for predicate, _ in unit.value):
            return (at + 1, 1) if not verb and is_fact(sentence, at) else None
        if not verb and unit.kind == "be" and _stands_for(sentence, at + 1):
            return at + 2, 1
        if not verb and unit.kind == "preposition" and unit.value == "agent":
            several = several or (at + 1, _SEVERAL)
        if unit.kind == "modal" or unit.text == ";" or _to_come(sentence, at):
            return None
    return several


def _to_come(sentence: Sentence, index: int) -> bool:
    """Whether a word says that visits are only planned or were not made."""
    words, key = sentence.language.words, sentence.units[index].key
    return (
        key in words["plan"] or key in words["upcoming"] or key in words["undone"] or key in words["negation"]
    )


def _stands_for(sentence: Sentence, index: int) -> bool:
    """Whether "that of" or "those by" stands at an index."""
    units = sentence.units
    return (
        index + 1 < len(units)
        and units[index].key in sentence.language.words["those"]
        and units[index + 1].value in ("of", "agent")
    )


def _last_date(sentence: Sentence, first: int) -> int:
    """The last date behind an index that neither a verb nor another visit stands before; 0 where there is none."""
    last = 0
    for at in range(first, len(sentence.units)):
        unit = sentence.units[at]
        if unit.kind in ("be", "have", "modal", "clause") or is_verb(sentence, at) or _is_visit(unit):
            break
        if unit.kind == "date":
            last = at
    return last


def _is_visit(unit: Unit) -> bool:
    """Whether a word is one for a visit, of which its own words tell."""
    return unit.kind == "trigger" and any(predicate == "visit" for predicate, _ in unit.value)


def _is_somebody(group: Group) -> bool:
    return bool(group.people) and any(one.actor.person.name for one in group.people)


def _origin(sentence: Sentence, index: int) -> str | None:
    """The state of those of whom some are named: "several ministers of A have visited B, including …"."""
    before: list[Unit] = [unit for unit in sentence.units[:index] if unit.kind == "actor" and not unit.mark]
    return before[-1].value.state if before and before[-1].value.plural else None


__all__ = ["one_by_one"]
