"""Hostile acts between states: expulsion, recall, protest, sanctions, a border closed, war declared."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import act_of, both_sides, direction, noun_of, phrase, states_of, states_told, wording
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of
from comity.reading.units import Unit

_KINDS = ("expel", "recall", "protest", "sanction", "close_border", "declare_war", "freeze_assets", "attack")
STARTS = frozenset(f"trigger:{kind}" for kind in _KINDS)


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"A expelled two diplomats of B", "A recalled its ambassador from B", "B protested against … of A"."""
    if not is_fact(sentence, index):
        return
    for predicate, _ in reading_of(sentence, index):
        if predicate in _KINDS and (predicate != "attack" or is_verb(sentence, index)):
            draft = _draft(sentence, index, predicate, context)
            if draft is not None:
                yield draft
            return


def _draft(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    if how == "infinitive":
        return None
    thing = _object(sentence, index, how, clause)
    if predicate in ("recall", "expel") and not any(_is_envoy(sentence, unit) for unit in thing):
        return None
    by, against = _sides(sentence, index, how, predicate, thing, clause, context)
    if not by or not against or by == against:
        return None
    words = wording(sentence, thing)
    date = date_unit(sentence, index)
    return Draft(
        "incident",
        {
            "act": act_of(sentence, predicate, words) if predicate in ("expel", "recall") else noun_of(sentence, predicate),
            "by": by, "against": against, "date": dated(date),
        },
        [run(sentence, [units[index], date, *thing, *(units[i] for i in clause if set(states_of(units[i])) & {by, against})])],
        [f"incident: {units[index].text}"],
        0.75,
    )  # fmt: skip


def _object(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """What the act is done to: behind a verb or noun, before a passive."""
    units = sentence.units
    if how in ("passive", "bare"):
        first = index
        while first > clause.start and units[first - 1].kind not in ("punct", "date", "preposition", "clause"):
            first -= 1
        return [u for u in units[first:index] if u.kind not in ("be", "have", "modal", "and")]
    first = index + 1
    if how == "noun":
        if first < clause.stop and units[first].kind == "preposition" and units[first].value == "of":
            first += 1
        else:
            return []
    last = phrase(sentence, first, frozenset({"of"}), clause.stop)
    return units[first:last]


def _is_envoy(sentence: Sentence, unit: Unit) -> bool:
    if unit.kind == "actor":
        return unit.value.cls in ("head-of-mission", "diplomat", "consul", "attache")
    return any(word in sentence.language.words["envoy"] for word in (unit.key.split(" ") if unit.key else ()))


def _sides(
    sentence: Sentence, index: int, how: str, predicate: str, thing: list[Unit], clause: range, context: Context
) -> tuple[str | None, str | None]:
    units = sentence.units
    inside = {id(unit) for unit in thing}
    agent = next((s for i in clause if units[i].mark == "agent" for s in states_of(units[i])), None)
    subject = next((s for i in range(index - 1, clause.start - 1, -1) if id(units[i]) not in inside and units[i].mark not in ("place", "source", "with", "during") for s in states_of(units[i])), None)
    target = [s for unit in thing for s in states_of(unit)]
    marked = next((s for i in clause if i > index and units[i].mark in ("source", "against", "on", "with", "goal", "for") for s in states_of(units[i])), None)
    by = agent or (subject if how not in ("passive", "bare") or predicate == "protest" else None)
    if how == "noun" and by is None:
        by = next((s for i in clause if units[i].mark in ("of", "owner") for s in states_of(units[i])), None)
    if predicate == "recall":
        # a state recalls its own envoy
        return by or (target[0] if target else None), marked or context.counterpart(by)
    against = marked if marked and marked != by else next((s for s in target if s != by), None)
    if by and not against:
        against = context.counterpart(by)
    if against and not by:
        by = context.counterpart(against)
    told = states_told(sentence, clause)
    if not is_verb(sentence, index) and len(both_sides(told, context)) != 2:
        return None, None
    return by, against
