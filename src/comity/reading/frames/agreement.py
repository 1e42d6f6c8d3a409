"""Instruments: signed, initialled, ratified, in force, in draft; one claim per instrument or listed subject."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, parties_of, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"instrument"})

STATUS = {"sign": "signed", "initial": "initialled", "ratify": "ratified", "enter_force": "in-force", "terminate": "terminated"}


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"Agreements on X, Y and Z were signed", "A and B signed a Declaration on …", "the treaty entered into force"."""
    units = sentence.units
    unit = units[index]
    act = _act(sentence, index)
    if act is None or not is_fact(sentence, act[0]):
        return
    parties, named = parties_of(sentence, index, context)
    if len(parties) != 2:
        return
    date = date_unit(sentence, act[0])
    for subject, span_unit in _subjects(sentence, index):
        yield Draft(
            "agreement",
            {"parties": parties, "type": unit.value, "subject": subject, "status": act[1], "date": dated(date)},
            [run(sentence, [unit, units[act[0]], date, span_unit])],
            [f"agreement: {unit.text} + {units[act[0]].text}"],
            0.8 if named or context.pair() else 0.6,
        )


def _act(sentence: Sentence, index: int) -> tuple[int, str] | None:
    found: list[tuple[int, str]] = []
    for i in sentence.clause(index):
        if sentence.units[i].kind == "trigger":
            for predicate, _ in reading_of(sentence, i):
                if predicate in STATUS:
                    found.append((i, STATUS[predicate]))
    return min(found, key=lambda pair: abs(pair[0] - index)) if found else None


def _subjects(sentence: Sentence, index: int) -> Iterator[tuple[str | None, Unit | None]]:
    """The subjects of an instrument or list of instruments."""
    units = sentence.units
    first = index + 1
    if first >= len(units) or units[first].kind != "preposition":
        yield None, None
        return
    last = first
    while last + 1 < len(units):
        nxt = units[last + 1]
        if nxt.kind in ("be", "have", "modal", "clause", "date") or nxt.text in (".", ";", ":", "("):
            break
        if nxt.kind == "trigger" and nxt.text[:1].islower() and any(form in ("participle", "finite") for _, form in nxt.value):
            break
        last += 1
    text = sentence.text[units[first + 1].start : units[last].end] if last > first else ""
    yield (text or None), units[last]
