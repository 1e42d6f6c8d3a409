"""Visits whose verb goes without saying, as it was told of the other side: "In 2001 X visited B, and in 2002 Y A",
«в 2001 г. президент А посетил Б, а в 2002 г. король Б – А»."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import told
from comity.reading.frames.visits.travel import Dated, Goal, Group, as_goal
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_JOINTS = frozenset({"and", "punct"})
_DASHES = frozenset("–—-")


def gap_behind(sentence: Sentence, index: int) -> int:
    """Where the words for a second visit begin behind a verb: at its date or visitor; the sentence's end where there is
    none."""
    units = sentence.units
    for at in range(index + 1, len(units) - 2):
        if is_verb(sentence, at) or units[at].kind in ("be", "have", "modal", "clause"):
            break
        if units[at].text not in (",", ";") and units[at].kind != "and":
            continue
        begin = at + 1
        while begin < len(units) and units[begin].kind in _JOINTS:
            begin += 1
        if _parts(sentence, begin) is not None:
            return begin
    return len(units)


def gapped(sentence: Sentence, index: int, context: Context) -> list[tuple[Group, Goal]]:
    """The visit that is told behind the one at `index` without a verb."""
    parts = _parts(sentence, gap_behind(sentence, index))
    if parts is None:
        return []
    visitor, goal, date = parts
    when = [Dated(date.value.date, date)] if date is not None else [Dated(None, None)]
    return [(Group(told([visitor], context), when), goal)]


def _parts(sentence: Sentence, begin: int) -> tuple[Unit, Goal, Unit | None] | None:
    """Visitor, goal and date of words that are nothing else: "in 2002 Y A", «Y – А в 2002 г.»."""
    units = sentence.units
    at, date = _date_at(units, begin)
    while at < len(units) and units[at].kind == "determiner":
        at += 1
    if at + 1 >= len(units) or units[at].kind != "actor" or units[at].mark not in ("", "goal"):
        return None
    visitor, at = units[at], at + 1
    dash = at < len(units) and units[at].text in _DASHES
    if dash:
        at += 1
    elif sentence.language.cases:
        return None
    while at < len(units) and units[at].kind == "preposition" and dash:
        at += 1
    goal = as_goal(units[at]) if at < len(units) else None
    if goal is None or goal.state == visitor.value.state:
        return None
    at += 1
    if date is None:
        at, date = _date_at(units, at)
    ends = at >= len(units) or units[at].text in (".", ";", ")", ",", "(")
    return (visitor, goal, date) if ends and date is not None else None


def _date_at(units: list[Unit], at: int) -> tuple[int, Unit | None]:
    """The index behind a date with its preposition, and the date."""
    start = at
    while at < len(units) and units[at].kind == "preposition":
        at += 1
    if at < len(units) and units[at].kind == "date":
        return at + 1, units[at]
    return start, None
