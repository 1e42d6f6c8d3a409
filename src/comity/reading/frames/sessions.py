"""Standing bodies of the relations and their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, parties_of, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, reading_of

STARTS = frozenset({"body"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"The Joint Commission was established in …"."""
    units = sentence.units
    body = units[index].value
    parties, named = parties_of(sentence, index, context)
    parties = body.states if len(body.states) == 2 else parties
    if len(parties) != 2:
        return
    for i in sentence.clause(index):
        if units[i].kind == "trigger" and any(p == "establish" for p, _ in reading_of(sentence, i)) and is_fact(sentence, i):
            date = date_unit(sentence, i)
            yield Draft(
                "body",
                {"name": body.name, "parties": parties, "date": dated(date), "type": body.type},
                [run(sentence, [units[index], units[i], date, *named])],
                [f"body: {body.name} + {units[i].text}"],
                0.7,
            )
            return
