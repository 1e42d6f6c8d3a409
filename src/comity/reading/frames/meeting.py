"""Meetings and talks of people of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import as_person, completed, date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, is_verb, voice

STARTS = frozenset({"trigger:meet", "trigger:receive"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"X met Y in P", "talks between X and Y", "X was received by Y"."""
    units = sentence.units
    if not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return
    clause = sentence.clause(index)
    left = [units[i] for i in range(clause.start, index) if units[i].kind == "actor"]
    right = [units[i] for i in range(index + 1, clause.stop) if units[i].kind == "actor" and units[i].mark not in ("of", "invitation", "for", "during")]
    if not is_verb(sentence, index):
        between = [u for u in right if u.mark in ("between", "with")]
        right = between or right
    actors = [completed(unit.value, context) for unit in (*left, *right)]
    used = [*left, *right]
    states = [actor.state for actor in actors if actor.state]
    if len(actors) < 2 or len(set(states)) < 2:
        return
    date = date_unit(sentence, index)
    place = next((units[i] for i in clause if units[i].kind == "place" and units[i].mark == "place"), None)
    yield Draft(
        "meeting",
        {
            "participants": tuple(as_person(actor, actor.state) for actor in actors), "date": dated(date),
            "place": place.value.name if place is not None else None, "parties": tuple(dict.fromkeys(states)),
        },
        [run(sentence, [units[index], date, place, *used])],
        [f"meeting: {units[index].text}"],
        0.75,
    )  # fmt: skip
