"""Diplomatic relations: established, severed, suspended, resumed, upgraded, downgraded, ended."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, parties_of, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"relations", "date"})

ACTS = {
    "establish": "established", "open": "established", "resume": "resumed", "reopen": "resumed", "sever": "severed",
    "terminate": "severed", "suspend": "suspended", "upgrade": "upgraded", "downgrade": "downgraded", "end": "ended",
}  # fmt: skip
_STRONG = ("diplomatic", "ambassadorial", "formal", "official")


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"Diplomatic relations between A and B were established on …", "A severed relations with B in …"."""
    unit = sentence.units[index]
    if unit.kind == "date":
        yield from _column(sentence, unit, context)
        return
    strong = unit.value.startswith(_STRONG) or unit.value.startswith("дипломатическ")
    for act_index, act in _acts(sentence, index):
        if not is_fact(sentence, act_index) or not is_fact(sentence, index):
            continue
        date = date_unit(sentence, act_index)
        parties, named = parties_of(sentence, index, context)
        if len(parties) != 2 or parties[0] == parties[1]:
            continue
        if not strong and (date is None or act == "upgraded"):
            continue
        yield Draft(
            "relations",
            {"parties": parties, "act": act, "date": dated(date)},
            [run(sentence, [unit, sentence.units[act_index], date, *named])],
            [f"relations: {unit.text} + {sentence.units[act_index].text}"],
            0.95 if date is not None and strong and named else 0.75,
        )


def _column(sentence: Sentence, unit: Unit, context: Context) -> Iterator[Draft]:
    """A date in a table's column "Formal relations began": one row a state."""
    header = sentence.header
    if not any(head.kind == "relations" for head in header) or not context.home or not context.section:
        return
    if context.home == context.section or any(other.kind not in ("date", "punct") for other in sentence.units):
        return
    yield Draft(
        "relations",
        {"parties": (context.home, context.section), "act": "established", "date": unit.value.date},
        [unit.span],
        [f"relations: column {sentence.block.header!r}"],
        0.8,
    )


def _acts(sentence: Sentence, index: int) -> Iterator[tuple[int, str]]:
    """The acts upon the relations named at `index`: the nearest verb or noun of the clause, and those joined to it."""
    clause = sentence.clause(index)
    found: list[tuple[int, str]] = []
    for i in clause:
        unit = sentence.units[i]
        if unit.kind != "trigger":
            continue
        for predicate, _ in reading_of(sentence, i):
            if predicate in ACTS:
                found.append((i, ACTS[predicate]))
                break
    if not found:
        return
    near = min(found, key=lambda pair: (abs(pair[0] - index) + (4 if _far(sentence, pair[0], index) else 0), pair[0]))
    if _far(sentence, near[0], index):
        return
    yield near
    for i, act in found:
        if i != near[0] and act != near[1] and near[0] < i and i > index and _own_date(sentence, near[0], i):
            yield i, act


def _far(sentence: Sentence, act: int, relations: int) -> bool:
    low, high = sorted((act, relations))
    between = sentence.units[low + 1 : high]
    return any(unit.kind in ("mission", "instrument", "event", "actor") for unit in between) and high - low > 8


def _own_date(sentence: Sentence, first: int, second: int) -> bool:
    dates: list[Unit] = [unit for unit in sentence.units[first:] if unit.kind == "date"]
    return len(dates) >= 2 and sentence.units[second].start < dates[-1].start
