"""Money given that a noun tells with its sum: "a loan of … from A to B", "A grant aid of … for B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.adversaries import other_told
from comity.reading.frames.dealings import cooperation, field_told, trimmed, uncounted
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, head_before, in_class, phrase, states_of, wording
from comity.reading.sentence import Sentence, is_real, is_verb
from comity.reading.units import Unit

_BEHIND = 12
"""Units behind the noun within which the giver and the taker stand."""
_DOING = frozenset(
    {
        "provide",
        "receive",
        "assist",
        "cancel",
        "implement",
        "build",
        "amount",
        "include",
        "maintain",
        "revoke",
        "suspend",
        "halt",
        "freeze",
    }
)
"""Predicates whose frames tell themselves what was given."""
_TAKER = frozenset({"goal", "for"})
_GIVER = frozenset({"source", "agent"})


def told_sum(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What a noun for aid says was given: the sum stands in its phrase, the giver and the taker beside it."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_real(sentence, index) or _is_told_by_verb(sentence, index, clause):
        return
    first = head_before(sentence, index, reach=8)
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    money = next((i for i in range(first, stop) if _is_money(units[i])), None)
    if money is None and first > 1 and units[first - 1].kind == "preposition" and _is_money(units[first - 2]):
        money = first - 2  # "7 million in new assistance to B"
    if money is None or any(unit.kind == "instrument" for unit in units[first:stop]):
        return
    behind = range(index + 1, min(index + _BEHIND, clause.stop))
    given = [*range(first - 2 if first > 1 and units[first - 1].value == "of" else first, index)]
    giver = next((s for i in behind if units[i].mark in _GIVER for s in states_of(units[i])), None)
    giver = giver or next(
        (s for i in given if units[i].mark not in _TAKER for s in states_of(units[i])), None
    )
    taker = next(
        (s for i in behind if units[i].mark in _TAKER for s in states_of(units[i]) if s != giver), None
    )
    taker, giver = taker or context.counterpart(giver), giver or context.counterpart(taker)
    if taker is None and giver is not None and context.news:
        taker = other_told(sentence, giver)
    if giver is None or taker is None or giver == taker or both_sides((giver, taker), context) == ():
        return
    group = [
        unit
        for unit in units[first:stop]
        if not states_of(unit) and unit.kind not in ("poss", "organisation")
    ]
    what = wording(sentence, trimmed(sentence, uncounted(group)))
    if not what:
        return
    field = field_told(sentence, group, clause)
    used = [units[i] for i in (first, money, stop - 1)]
    used += [units[i] for i in behind if taker in states_of(units[i])][:1]
    yield cooperation(sentence, index, (giver, taker), field, what, units[money].value.value, used)


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and unit.value.kind == "money"


def _is_told_by_verb(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a verb of the clause tells what was given, or the noun is only the first part of another's name."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    if after is not None and (after.kind in ("instrument", "body") or in_class(after, sentence, "company")):
        return True
    return any(
        is_verb(sentence, i) and any(predicate in _DOING for predicate, _ in sentence.units[i].value)
        for i in clause
        if sentence.units[i].kind == "trigger"
    )
