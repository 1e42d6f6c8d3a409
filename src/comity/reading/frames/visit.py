"""Visits: who of one state came to the other, when, in what form."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.discourse import Context, Occasion
from comity.reading.frames.arguments import (
    actors_left, actors_right, as_person, code, completed, date_unit, dated, dated_groups, run, side,
)  # fmt: skip
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, is_verb, voice
from comity.reading.units import Unit

STARTS = frozenset({"trigger:visit"})

TYPES = {"official": "official", "state": "state", "working": "working", "private": "private", "transit": "transit"}


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"X visited B on …", "the visit of X to B took place in …", "X (1992), Y (1993) had paid visits to B"."""
    units = sentence.units
    if not is_fact(sentence, index):
        return
    verb = is_verb(sentence, index)
    how = voice(sentence, index)
    goal = _goal(sentence, index)
    if verb:
        if how in ("infinitive", "ing"):
            return
        if goal is None:
            return
        groups = [(actors_right(sentence, index), None)] if how == "passive" else _subjects(sentence, index)
    else:
        visitors = _of_visit(sentence, index)
        groups = [(visitors, None)] if visitors else _subjects(sentence, index)
        if goal is None and not visitors:
            return
    goal_code = code(goal) if goal is not None else None
    for actors, own_date in groups:
        if not actors:
            continue
        people = [completed(unit.value, context) for unit in actors]
        sender = next((actor.state for actor in people if actor.state and actor.state != goal_code), None)
        sender = sender or side(sentence, context)
        to = goal_code
        if to is None and sender:
            to = context.counterpart(sender)
        if sender is None and to:
            sender = context.counterpart(to)
        if not sender or not to or sender == to:
            continue
        date = own_date or (date_unit(sentence, index) if not any(d for _, d in groups) or len(groups) == 1 else None)
        visitors_told = tuple(as_person(actor, actor.state or sender) for actor in people if actor.state in (None, sender))
        if not visitors_told or all(p.office == "delegation" and not p.name and (p.of == sender) for p in visitors_told):
            if not visitors_told:
                continue
        yield Draft(
            "visit",
            {
                "visitors": visitors_told, "from": sender, "to": to, "date": dated(date), "type": _type(sentence, index),
                "place": goal.value.name if goal is not None and goal.kind == "place" else None,
            },
            [run(sentence, [units[index], goal, date, *actors])],
            [f"visit: {units[index].text} ({how})"],
            0.9 if date is not None and goal is not None else 0.7,
        )  # fmt: skip


def _type(sentence: Sentence, index: int) -> str | None:
    for i in range(max(0, index - 4), index + 1):
        for word in sentence.units[i].key.split(" "):
            if word in TYPES:
                return TYPES[word]
    return None


def _goal(sentence: Sentence, index: int) -> Unit | None:
    """Where the visit went: the first state or place behind, in the clause."""
    units = sentence.units
    clause = sentence.clause(index)
    for i in range(index + 1, clause.stop):
        unit = units[i]
        if unit.kind in ("state", "place") and unit.mark in ("goal", "", "place", "object", "source") and not (unit.kind == "state" and unit.value[1] == "adjective"):
            if unit.mark == "source":
                continue
            return unit
        if unit.kind == "trigger" and is_verb(sentence, i) and i > index + 1:
            break
    return None


def _of_visit(sentence: Sentence, index: int) -> list[Unit]:
    """The visitors that a noun names: "visit of X", "visit by X", "X's visit"."""
    units = sentence.units
    found: list[Unit] = []
    clause = sentence.clause(index)
    for i in range(index + 1, clause.stop):
        unit = units[i]
        if unit.kind == "actor" and unit.mark in ("of", "agent"):
            found.append(unit)
        elif unit.kind in ("trigger", "be", "have") and not found:
            break
        elif found and unit.kind not in ("and", "punct", "determiner", "word"):
            break
    if not found and index >= 2 and units[index - 1].kind in ("poss", "word"):
        for i in range(index - 1, max(index - 5, -1), -1):
            if units[i].kind == "actor" and units[i].mark == "owner":
                return [units[i]]
    return found


def _subjects(sentence: Sentence, index: int) -> list[tuple[list[Unit], Unit | None]]:
    clause = sentence.clause(index)
    groups = [(g, d) for g, d in dated_groups(sentence, clause.start, index)]
    with_date = [pair for pair in groups if pair[1] is not None]
    if len(with_date) >= 2:
        return list(groups)
    return [(actors_left(sentence, index), None)]


def occasion(draft: Draft) -> Occasion:
    """The visit as later sentences refer to it."""
    slots = draft.slots
    evidence: tuple[Span, ...] = tuple(draft.evidence)
    return Occasion("visit", slots.get("date"), evidence, (slots["from"], slots["to"]), slots.get("place"), tuple(slots["visitors"]))
