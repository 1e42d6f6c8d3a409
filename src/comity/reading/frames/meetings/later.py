"""What later sentences tell of those who met: that they met elsewhere before, met again, and when and where it was."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.undone import undone
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice

_NEXT = 200
"""Signs between a meeting and the next sentence that may tell when and where it was."""


def of_the_same(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An earlier meeting of those who are told to have met right before, by its town and day: "what was agreed at the
    meeting in P on 3 May"."""
    last, units = context.meeting, sentence.units
    if last is None or is_verb(sentence, index) or undone(sentence, index):
        return None
    if not 0 <= units[0].start - last.evidence[0][1] < _NEXT or any(
        unit.kind == "actor" for unit in units[:index]
    ):
        return None
    near = units[index + 1 : index + 5]
    place = next((unit for unit in near if unit.kind == "place" and unit.mark == "place"), None)
    date = next(
        (unit for unit in near if unit.kind == "date" and unit.value.form in ("day", "monthday")), None
    )
    lead = units[index - 1] if index else None
    at = lead is not None and lead.kind == "preposition" and lead.value in ("during", "place", "after")
    told = last.slots.get("date")
    if place is None or date is None or not at or date.value.date == told:
        return None
    slots = {**last.slots, "date": date.value.date, "place": place.value.name}
    return Draft(
        "meeting", slots, [run(sentence, [units[index], place, date]), last.evidence[0]],
        [f"meeting: {units[index].text}"], 0.65,
    )  # fmt: skip


def met_again(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """Another meeting of those who are told to have met right before: "The two met again in P in November"."""
    last = context.meeting
    if last is None or not is_verb(sentence, index):
        return None
    units, clause, words = sentence.units, sentence.clause(index), sentence.language.words["the_two"]
    both = any(units[i].text.lower() in words for i in range(clause.start, index))
    if not both or any(units[i].kind in ("actor", "state", "organisation") for i in clause):
        return None
    if not 0 <= units[0].start - last.evidence[0][1] < _NEXT or voice(sentence, index) not in (
        "active",
        "bare",
    ):
        return None
    date = dated_act(date_unit(sentence, index))
    place = next((units[i] for i in clause if units[i].kind == "place" and units[i].mark == "place"), None)
    if date is None or date.value.date == last.slots.get("date"):
        return None
    slots = {**last.slots, "date": date.value.date, "place": place.value.name if place is not None else None}
    return Draft(
        "meeting", slots, [run(sentence, [units[index], place, date]), last.evidence[0]],
        [f"meeting: {units[index].text}"], 0.65,
    )  # fmt: skip


def complete(sentence: Sentence, index: int, context: Context) -> None:
    """Date and place of the meeting told last, where the next sentence tells it again: "The talks were held in P"."""
    last, units = context.meeting, sentence.units
    if last is None or is_verb(sentence, index) or not 0 <= units[0].start - last.evidence[0][1] < _NEXT:
        return
    held = next((i for i in sentence.clause(index) if i > index and is_verb(sentence, i)), None)
    if (
        held is None
        or any(unit.kind in ("actor", "state", "body", "event") for unit in units[: held + 1])
        or any(unit.kind == "actor" and unit.mark in ("between", "of", "with") for unit in units[held + 1 :])
        or not any(predicate == "hold" for predicate, _ in reading_of(sentence, held))
        or not is_fact(sentence, held)
    ):
        return
    when = dated_act(date_unit(sentence, index))
    place = next((unit for unit in units if unit.kind == "place" and unit.mark == "place"), None)
    added = []
    if when is not None and last.slots.get("date") is None:
        last.slots["date"] = when.value.date
        added.append(when)
    if place is not None and last.slots.get("place") is None:
        last.slots["place"] = place.value.name
        added.append(place)
    if added:
        last.evidence.append(run(sentence, [units[index], *added]))
    context.meeting = None
