"""Diplomatic and consular posts: opened, closed, raised, moved, accredited from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import code, date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"mission"})

ACTS = {
    "establish": "opened", "open": "opened", "close": "closed", "reopen": "reopened", "resume": "reopened",
    "upgrade": "upgraded", "move": "moved", "suspend": "suspended", "accredit": "accredited", "end": "closed",
    "terminate": "closed", "downgrade": "upgraded",
}  # fmt: skip


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"The Embassy of A in B opened in …", "A has an embassy in P", "the legation was raised to an embassy"."""
    unit = sentence.units[index]
    if _inside_title(sentence, index):
        return
    acts = list(_acts(sentence, index))
    has = not acts and _has(sentence, index)
    if not acts and not has:
        return
    sending, receiving, place, named = _sides(sentence, index, context)
    if not sending or not receiving or sending == receiving:
        return
    for act_index, act in acts or [(index, "opened")]:
        if not is_fact(sentence, act_index) or not is_fact(sentence, index):
            continue
        date = date_unit(sentence, act_index) if not has else None
        kind = unit.value
        yield Draft(
            "mission",
            {"sending": sending, "receiving": receiving, "type": kind, "act": act, "date": dated(date), "place": place},
            [run(sentence, [unit, sentence.units[act_index], date, *named])],
            [f"mission: {unit.text} + {sentence.units[act_index].text if not has else 'has'}"],
            0.9 if date is not None and named else 0.7,
        )


def _inside_title(sentence: Sentence, index: int) -> bool:
    """Whether the mission only says where somebody or something is: "at the Embassy", "Embassy staff"."""
    unit = sentence.units[index]
    return unit.mark in ("agent", "with", "source", "topic") or (unit.mark == "place" and not sentence.units[index].text[:1].isupper() and False)


def _acts(sentence: Sentence, index: int) -> Iterator[tuple[int, str]]:
    clause = sentence.clause(index)
    found: list[tuple[int, str]] = []
    for i in clause:
        if sentence.units[i].kind != "trigger":
            continue
        for predicate, form in reading_of(sentence, i):
            if predicate in ACTS:
                if form == "noun" and not (i < index and index - i <= 6):
                    continue
                found.append((i, ACTS[predicate]))
                break
    if not found:
        return
    passed = [pair for pair in found if not _crosses(sentence, pair[0], index)]
    if not passed:
        return
    near = min(passed, key=lambda pair: abs(pair[0] - index))
    yield near
    last = near[0]
    for i, act in passed:
        if i > max(last, index) and act != near[1] and i != near[0]:
            yield i, act


def _crosses(sentence: Sentence, act: int, mission: int) -> bool:
    """Whether another thing that the act may be upon stands nearer to it."""
    low, high = sorted((act, mission))
    for i in range(low + 1, high):
        unit = sentence.units[i]
        if unit.kind in ("instrument", "event", "body"):
            return True
        if unit.kind == "trigger" and is_verb(sentence, i) and high - i > 2:
            return True
    return False


def _has(sentence: Sentence, index: int) -> bool:
    """"Belgium has an embassy in Bujumbura", "maintains a consulate in"."""
    for i in range(index - 1, max(index - 8, -1), -1):
        unit = sentence.units[i]
        if unit.kind == "have" and unit.key != "having":
            return not sentence.has_word("negation", i, index)
        if unit.kind == "trigger" and any(p == "maintain" for p, _ in unit.value):
            return not sentence.has_word("negation", max(0, i - 3), index)
        if unit.kind in ("punct", "clause"):
            if unit.text == ",":
                continue
            return False
    return False


def _sides(sentence: Sentence, index: int, context: Context) -> tuple[str | None, str | None, str | None, list[Unit]]:
    units = sentence.units
    clause = sentence.clause(index)
    sending: Unit | None = None
    receiving: Unit | None = None
    place: Unit | None = None
    before = index - 1
    while before >= clause.start and units[before].kind in ("word", "determiner", "number", "and", "mission"):
        before -= 1
    if before >= clause.start and units[before].kind == "state" and (units[before].value[1] == "adjective" or index - before <= 2):
        sending = units[before]
    elif before >= clause.start and units[before].kind == "poss" and units[before - 1].kind == "state":
        sending = units[before - 1]
    for i in range(index + 1, clause.stop):
        unit = units[i]
        if unit.kind == "state" and unit.mark == "of" and sending is None and i - index <= 6:
            sending = unit
        elif unit.kind == "place" and place is None and unit.mark in ("place", "") and (sending is None or code(unit) != _c(sending)):
            place = unit
        elif unit.kind == "state" and unit.mark in ("place", "goal") and receiving is None and unit.value[0] != _c(sending):
            receiving = unit
    if receiving is None and place is None:
        for i in range(clause.start, index):
            if units[i].kind in ("place", "state") and units[i].mark == "place":
                place = units[i] if units[i].kind == "place" else place
                receiving = units[i] if units[i].kind == "state" else receiving
    if sending is None:
        for i in range(index - 1, clause.start - 1, -1):
            if units[i].kind == "state" and units[i].mark in ("", "agent", "owner") and units[i].value[0] != _c(receiving):
                sending = units[i]
                break
        else:
            for i in range(index + 1, clause.stop):
                if units[i].kind == "state" and units[i].mark in ("agent",):
                    sending = units[i]
                    break
    named = [unit for unit in (sending, receiving, place) if unit is not None]
    to = _c(receiving) or (code(place) if place is not None else None)
    of = _c(sending)
    if of is None and to is not None:
        of = context.counterpart(to) or (context.home if context.home != to else None)
    if to is None and of is not None:
        to = context.counterpart(of) or (context.home if context.home != of else None)
    return of, to, place.value.name if place is not None else None, named


def _c(unit: Unit | None) -> str | None:
    return str(unit.value[0]) if unit is not None else None
