"""People, agencies and expeditions of one state at work in the other, and what the two have together, told as what
works: "volunteers of A have served in B", «А-Б-ская экспедиция работает с 1964 года».
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    before_auxiliary,
    cooperation,
    counted,
    first_of,
    manner,
    past_number,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.doers import is_business
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    fields_of,
    head_before,
    in_class,
    phrase,
    states_of,
    wording,
)
from comity.reading.sentence import Sentence, predicates_of
from comity.reading.units import Unit

WORKING = frozenset({"work", "function", "serve", "participate", "field_work"})
"""Predicates that tell people to be at work."""
RUNNING = WORKING | {"implement", "hold", "launch", "open"}
"""Predicates that tell something of both states to go on."""
_SENT = ("expert", "sent_abroad", "sent_forces", "scheme")
_THERE = frozenset({"place", "goal", "of", "owner"})
_OTHERS = ("instrument", "event", "body", "mission")


def at_work(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What is at work, by the subject of the verb: of the one state in the other, or of both."""
    units, clause = sentence.units, sentence.clause(index)
    predicates = predicates_of(sentence, index)
    how = manner(sentence, index)
    if not predicates & RUNNING or how not in ("active", "passive"):
        return
    first, last = _subject(sentence, index, clause)
    group = [unit for unit in units[first:last] if unit.kind != "determiner"]
    if not group or any(unit.kind in _OTHERS for unit in group):
        return
    ours = tuple(dict.fromkeys(state for unit in group for state in states_of(unit)))
    named = [unit for unit in group if states_of(unit)]
    if not named or (len(ours) == 1 and is_business(sentence, named)):
        return
    dated = date_unit(sentence, index) is not None
    number = next((units[i] for i in counted(sentence, first, last)), None)
    if len(ours) == 2:
        if not dated or set(both_sides(ours, context)) != set(ours):
            return
        jointly = any(unit.key in sentence.language.words["jointly"] for unit in units[index + 1 : index + 3])
        if not jointly and not any(in_class(unit, sentence, "together") for unit in group):
            return
        parties: tuple[str, ...] = ours
    else:
        people = any(_are_sent(sentence, unit) for unit in group) or _as_experts(sentence, index, group)
        working = bool(predicates & WORKING) and how == "active"
        theirs = _where(sentence, clause, group)
        if not (people and working and len(ours) == 1 and len(theirs) == 1 and theirs[0] != ours[0]):
            return
        if not (dated or number is not None or _is_for_people(sentence, index, clause)):
            return
        parties = (ours[0], theirs[0])
        if set(both_sides(parties, context)) != set(parties):
            return
    thing = trimmed(sentence, uncounted(group))
    if not thing:
        return
    field = fields_of(sentence, first, last) or fields_of(sentence, clause.start, clause.stop)
    field = field or first_of(sentence, "people")
    amount = number.value.value if number is not None else None
    yield cooperation(sentence, index, parties, field, wording(sentence, thing), amount, group)


def _as_experts(sentence: Sentence, index: int, group: list[Unit]) -> bool:
    """Whether people of a state serve as those who are sent abroad do: "15 As have served as volunteers"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].value != "as" or group[-1].kind != "state":
        return False
    role = units[index + 2 : phrase(sentence, index + 2, frozenset())]
    return any(in_class(unit, sentence, name) for unit in role for name in ("expert", "sent_abroad"))


def _are_sent(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word is one for people, or a group of them, who are sent abroad; one alone is no group."""
    if not any(in_class(unit, sentence, name) for name in _SENT):
        return False
    several = not sentence.language.cases or sentence.language.morphology.is_plural(unit)
    return several or unit.case == "counted" or in_class(unit, sentence, "together")


def _subject(sentence: Sentence, index: int, clause: range) -> tuple[int, int]:
    """Where the noun phrase before a verb begins and ends: "volunteers from A", «саперы А»."""
    units = sentence.units
    last = before_auxiliary(sentence, index)
    first = head_before(sentence, last, reach=9)
    while first - 1 > clause.start and units[first - 1].value in ("of", "source"):
        first = head_before(sentence, first - 1, reach=9)
    if first and units[first - 1].kind == "and" and first > clause.start:
        before = head_before(sentence, first - 1)
        if any(states_of(unit) for unit in units[before : first - 1]):
            first = before  # "A and B archaeologists"
    first = max(first, clause.start)
    return past_number(sentence, first, last), last


def _where(sentence: Sentence, clause: range, group: list[Unit]) -> list[str]:
    """The states in which, or on whose things, people are at work."""
    inside = {id(unit) for unit in group}
    found: dict[str, None] = {}
    for i in clause:
        unit = sentence.units[i]
        if id(unit) not in inside and (unit.mark in _THERE or _is_of_place(sentence, i)):
            found.update(dict.fromkeys(states_of(unit)))
    return [*found]


def _is_of_place(sentence: Sentence, index: int) -> bool:
    """Whether an adjective of a state tells where: "at hospitals in four B provinces"."""
    unit = sentence.units[index]
    if unit.kind != "state" or unit.value[1] != "adjective":
        return False
    before = sentence.units[max(index - 3, 0) : index]
    return any(other.kind == "preposition" and other.value == "place" for other in before)


def _is_for_people(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether they work where a state serves its people: "in the hospitals of B"."""
    stop = phrase(sentence, index + 2, frozenset({"of"}), clause.stop)
    return any(in_class(unit, sentence, "served") for unit in sentence.units[index + 1 : stop])
