"""Exercises of the forces of both sides without a name of their own; those with one are told as other occasions."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.cooperation.dealings import first_of
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.events.acts import is_habit
from comity.reading.frames.events.places import place_names, places_of
from comity.reading.frames.nouns import both_sides, direction, head_before, states_told, wording
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:hold", "trigger:participate", "trigger:implement", "event"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A and B hold joint naval exercises", "the two navies took part in a joint exercise in 2012"."""
    if sentence.units[index].kind == "event":
        yield from _run(sentence, index, context)
        return
    if not is_verb(sentence, index) or not is_real(sentence, index):
        return
    how = direction(sentence, index)
    before = sentence.units[index - 2] if index > 1 else None
    if how == "passive" and before is not None and before.value == "goal":
        return  # "to be held"
    clause = sentence.clause(index)
    told = range(index + 1, clause.stop) if how == "active" else range(clause.start, index)
    if how not in ("active", "passive"):
        return
    head = next((i for i in told if _is_exercise(sentence, i)), None)
    if head is None or any(_has_name(sentence, i) for i in clause):
        return  # "Exercise Varuna, a joint naval exercise of A and B, …" is an occasion
    yield from _told(sentence, index, head, context)


def _run(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """An exercise without a name of its own that began or ended: "the joint exercise of A and B commenced on …"."""
    if not _is_exercise(sentence, index) or not is_real(sentence, index):
        return
    clause, runs = sentence.clause(index), sentence.language.words["occasion_runs"]
    told = next((i for i in range(index + 1, clause.stop) if sentence.units[i].key in runs), None)
    if told is None or date_unit(sentence, told) is None or any(_has_name(sentence, i) for i in clause):
        return
    if any(is_verb(sentence, i) for i in range(clause.start, told)):
        return
    yield from _told(sentence, told, index, context)


def _told(sentence: Sentence, index: int, head: int, context: Context) -> Iterator[Draft]:
    """The claim of an exercise at `head` that the word at `index` tells."""
    clause = sentence.clause(index)
    thing = [
        unit
        for unit in sentence.units[head_before(sentence, head) : head + 1]
        if unit.kind not in ("determiner", "amount", "number", "state", "dyad", "combining")
        and unit.text not in ("-", "–")
    ]
    parties = _parties(sentence, clause, context)
    words = (sentence.language.key(word) for unit in thing for word in unit.text.split())
    joint = any(word in sentence.language.words["joint"] for word in words)
    both = any(sentence.units[i].kind == "sides" for i in range(clause.start, index))
    if len(parties) != 2 or not (joint or both or len(set(states_told(sentence, clause))) == 2):
        return
    if context.home is not None and context.home not in parties:
        return
    recurring = sentence.language.words["recurring"]
    if date_unit(sentence, index) is None and (
        is_habit(sentence, clause)
        or any(sentence.language.key(word) in recurring for unit in thing for word in unit.text.split())
    ):
        return  # "conduct annual joint exercises", "often take part in exercises"
    event = sentence.units[head]
    whose = event.kind == "event" and event.value.states  # "the sixth A-B joint exercise"
    what = str(event.value.head) if whose else wording(sentence, thing)
    date, places = date_unit(sentence, index), places_of(sentence, index)
    slots = {
        "name": what, "date": dated(date), "place": place_names(places), "type": "other",
        "field": first_of(sentence, "exercise"), "parties": parties,
    }  # fmt: skip
    used = [sentence.units[index], *thing, date, *places]
    yield Draft("event", slots, [run(sentence, used)], [f"event: {event.text}"], 0.7)


def _is_exercise(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    if getattr(unit.value, "proper", False):
        return False  # a name of its own makes it an occasion
    return unit.kind in ("word", "event", "trigger") and _last_is(sentence, unit)


def _has_name(sentence: Sentence, index: int) -> bool:
    """Whether a unit is an exercise under a name of its own."""
    value = sentence.units[index].value
    return bool(getattr(value, "proper", False)) and _names(sentence, str(getattr(value, "head", "")))


def _names(sentence: Sentence, head: str) -> bool:
    words = head.split()
    return bool(words) and sentence.language.key(words[-1]) in sentence.language.words["exercise"]


def _last_is(sentence: Sentence, unit: Unit) -> bool:
    return _names(sentence, unit.text)


def _parties(sentence: Sentence, clause: range, context: Context) -> tuple[str, ...]:
    told = states_told(sentence, clause)
    if told:
        return both_sides(told, context) if len(told) <= 2 else ()
    sides = any(sentence.units[i].kind in ("sides", "dyad") for i in clause)
    two = any(
        unit.kind == "amount" and unit.value.value == 2 for unit in sentence.units[clause.start : clause.stop]
    )
    return (context.sides() or ()) if sides or two else ()
