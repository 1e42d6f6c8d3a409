"""Recognition of one state by another."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, is_verb, voice
from comity.reading.units import Unit

STARTS = frozenset({"trigger:recognize"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"A recognized B on …", "B was recognized by A", "recognition of B by A", "A extended recognition to B"."""
    if not is_fact(sentence, index):
        return
    units = sentence.units
    how = voice(sentence, index)
    clause = sentence.clause(index)
    left = [units[i] for i in clause if i < index]
    right = [units[i] for i in clause if i > index]
    by: Unit | None
    of: Unit | None
    if not is_verb(sentence, index):
        by = next((u for u in right if u.kind == "state" and u.mark == "agent"), None) or next((u for u in reversed(left) if u.kind == "state" and u.mark != "of"), None)
        of = next((u for u in right if u.kind in ("state", "actor") and u.mark in ("of", "goal", "")), None)
    elif how == "passive":
        of = next((u for u in reversed(left) if u.kind == "state"), None)
        by = next((u for u in right if u.kind == "state" and u.mark == "agent"), None)
    else:
        by = next((u for u in reversed(left) if u.kind in ("state", "actor")), None)
        of = next((u for u in right if u.kind == "state"), None)
    by_code = _code(by) or (context.counterpart(_code(of)) if by is None or by.kind == "actor" else None)
    of_code = _code(of) or context.counterpart(by_code)
    if by is None and by_code is None:
        by_code = context.home
    if by_code is None or of_code is None or by_code == of_code:
        return
    date = date_unit(sentence, index)
    words = sentence.words
    form = "de jure" if "de jure" in words else "de facto" if "de facto" in words else None
    if date is None and not (by is not None and of is not None and how != "noun"):
        return
    yield Draft(
        "recognition",
        {"by": by_code, "of": of_code, "date": dated(date), "form": form},
        [run(sentence, [units[index], by, of, date])],
        [f"recognition: {units[index].text} ({how})"],
        0.9 if date is not None and by is not None and of is not None else 0.6,
    )


def _code(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    if unit.kind == "state":
        return str(unit.value[0])
    if unit.kind == "actor":
        return unit.value.state if unit.value.state else None
    return None
