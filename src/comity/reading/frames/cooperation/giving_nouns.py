"""Money given that a noun tells with its sum: "a loan of … from A to B", "A grant aid of … for B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, counted, field_told, trimmed, uncounted
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents.adversaries import subject
from comity.reading.frames.incidents.opposed import other_told
from comity.reading.frames.nouns import both_sides, head_before, in_class, phrase, states_of, wording
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_BEHIND = 12
"""Units behind the noun within which the giver and the taker stand."""
_NEXT = 200
"""Signs between aid and the sentence that tells its parts."""
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
    listed = sentence.block.kind == "item" and first <= 2 and _leads(sentence, first)
    if money is None and listed:
        money = _goods(sentence, index, stop)
    if any(units[i].key in sentence.language.words["repays"] for i in clause):
        return  # "A repaid a loan of 3 million to B"
    if money is None or any(unit.kind == "instrument" for unit in units[first:stop]):
        return
    behind = range(index + 1, min(index + _BEHIND, clause.stop))
    given = [*range(first - 2 if first > 1 and units[first - 1].value == "of" else first, index)]
    giver = next((s for i in behind if units[i].mark in _GIVER for s in states_of(units[i])), None)
    giver = giver or next(
        (s for i in given if units[i].mark not in _TAKER for s in states_of(units[i])), None
    )
    signed = next((i for i in clause if is_verb(sentence, i) and _signs(units[i])), -1)
    marks = _TAKER | {"with"} if signed >= 0 else _TAKER
    taker = next(
        (s for i in behind if _marked(units, i, marks) for s in states_of(units[i]) if s != giver), None
    )
    if giver is None and signed >= 0:
        giver = subject(sentence, signed, clause)
    if giver is None and taker is None and listed and context.pair() is not None:
        giver, taker = context.pair() or (
            None,
            None,
        )  # an item: "A donation of 70,000 euros to the school of P"
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


def _goods(sentence: Sentence, index: int, stop: int) -> int | None:
    """The number of the things that an item of a list is about: "Donation of 1,200 books to the library"."""
    units = sentence.units
    for i in counted(sentence, index + 1, min(index + 3, stop)):
        if any(
            in_class(unit, sentence, name)
            for unit in units[i + 1 : stop]
            for name in ("aid", "property", "goods")
        ):
            return i
    return None


def _leads(sentence: Sentence, first: int) -> bool:
    """Whether nothing but a number or article stands before a thing at the head of an item."""
    return all(unit.kind in ("punct", "number", "amount", "determiner") for unit in sentence.units[:first])


def _marked(units: list[Unit], index: int, marks: frozenset[str]) -> bool:
    """Whether a unit stands behind one of the prepositions, or owns what does: "with B's government"."""
    if units[index].mark in marks:
        return True
    before = units[index - 1]
    return units[index].mark == "owner" and before.kind == "preposition" and before.value in marks


def _signs(unit: Unit) -> bool:
    return any(predicate == "sign" for predicate, _ in unit.value)


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and unit.value.kind == "money"


def _is_told_by_verb(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a verb of the clause tells what was given, or the noun is only the first part of another's name."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    if after is not None and (after.kind in ("instrument", "body") or in_class(after, sentence, "company")):
        return True
    return any(
        is_verb(sentence, i)
        and voice(sentence, i) != "infinitive"
        and sentence.units[i].key not in sentence.language.words["commits"]
        and any(predicate in _DOING for predicate, _ in sentence.units[i].value)
        for i in clause
        if sentence.units[i].kind == "trigger"
    )


def shares(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What aid told just before went to, sum by sum: "This assistance includes 5 million for schools and …"."""
    last = context.latest.get("cooperation")
    units, clause = sentence.units, sentence.clause(index)
    subject = units[clause.start : index]
    if last is None or sentence.start - last.evidence[0][1] > _NEXT:
        return
    definite = sentence.language.words["definite"]
    told = any(in_class(unit, sentence, "aid_always") for unit in subject)
    if not told or not any(unit.key in definite for unit in subject) or any(map(states_of, subject)):
        return
    for i in range(index + 1, clause.stop):
        if not _is_money(units[i]):
            continue
        first = next(
            (at + 1 for at in range(i + 1, min(i + 4, clause.stop)) if units[at].kind == "preposition"), None
        )
        if first is None:
            continue
        group = [
            u
            for u in units[first : phrase(sentence, first, frozenset({"of"}), clause.stop)]
            if u.kind != "determiner"
        ]
        while group and sentence.language.morphology.is_verbal(group[-1]):
            group.pop()
        what = wording(sentence, group)
        if what:
            field, sum_told = field_told(sentence, group, range(first, first)), units[i].value.value
            yield cooperation(
                sentence, index, last.slots["parties"], field, what, sum_told, [units[i], *group]
            )
