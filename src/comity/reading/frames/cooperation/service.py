"""Work that people of one state did in the other: demining, excavating, restoring, treating; and aid that arrived."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    cooperation,
    counted,
    field_told,
    first_of,
    trimmed,
    uncounted,
    weight_told,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    both_sides,
    direction,
    head_before,
    in_class,
    noun_of,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.sentence import Sentence, reading_of, voice
from comity.reading.units import Unit

_SERVICE = ("demine", "field_work")
_ON_THE_WAY = 12
"""Units before a verb of arriving within which the thing that arrived is told."""


def service(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A's sappers cleared 300 mines in B", "an expedition of A excavated a palace in B"."""
    units, clause = sentence.units, sentence.clause(index)
    predicate = next(p for p, _ in reading_of(sentence, index) if p in _SERVICE)
    if direction(sentence, index) != "active" and not (
        predicate == "demine"
        and voice(sentence, index) == "bare"  # "cleared mines": the object is in the verb
    ):
        return
    doers = [units[i] for i in range(clause.start, index) if not units[i].mark or units[i].mark == "of"]
    ours = tuple(dict.fromkeys(s for unit in doers for s in states_of(unit)))
    theirs = tuple(
        dict.fromkeys(
            s
            for i in clause
            if units[i].mark in ("place", "of", "owner") and units[i] not in doers
            for s in states_of(units[i])
        )
    )
    if len(ours) != 1 or not any(in_class(unit, sentence, "sent_abroad") for unit in doers):
        return
    told = (*ours, *(state for state in theirs if state not in ours))
    if len(told) != 2 or set(both_sides(told, context)) != set(told):
        return
    first = index + 1
    while first < clause.stop and (units[first].mark == "place" or units[first].value == "place"):
        first += 1
    thing = units[first : phrase(sentence, first, frozenset({"of"}), clause.stop)]
    number = next((unit for unit in thing if unit.kind == "amount" and unit.value.kind == "number"), None)
    group = trimmed(sentence, uncounted(thing))
    named = act_of(sentence, predicate, wording(sentence, group), units[index].key) if group else ""
    what = named if predicate == "field_work" else noun_of(sentence, predicate)
    if not what or (predicate == "field_work" and not group):
        return
    field = field_told(sentence, group, clause) if predicate == "field_work" else None
    yield cooperation(
        sentence,
        index,
        told,
        field,
        what,
        number.value.value if number is not None else None,
        [*doers, *thing],
    )


def treatment(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Operations that doctors of one state did in the other: "surgeons of A performed 40 operations in B"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) != "active":
        return
    doers = [units[i] for i in range(clause.start, index) if not units[i].mark or units[i].mark == "of"]
    parties = both_sides(states_told(sentence, clause), context)
    ours = {state for unit in doers for state in states_of(unit)}
    if len(ours) != 1 or len(parties) != 2 or not any(in_class(u, sentence, "sent_abroad") for u in doers):
        return
    for i in counted(sentence, index + 1, clause.stop):
        group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of"}), clause.stop)]
        if any(in_class(unit, sentence, "medical_work") for unit in group):
            field, number = first_of(sentence, "cure"), units[i].value.value
            yield cooperation(
                sentence, index, parties, field, wording(sentence, group), number, [*doers, units[i], *group]
            )
            return


def arrival(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Aid that came: "a shipment of 30 tonnes of relief goods from A arrived in B"."""
    units, clause = sentence.units, sentence.clause(index)
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "aid_arriving")), None)
    after = units[index + 1] if index + 1 < clause.stop else units[index]
    if after.kind == "amount":
        return  # "aid reached 2 million"
    if head is None or index - head > _ON_THE_WAY or direction(sentence, index) not in ("active", "passive"):
        return
    givers = [
        s
        for i in clause
        if (i < index or units[i].mark == "source") and units[i].mark not in ("goal", "place", "for")
        for s in states_of(units[i])
    ]
    named = [s for i in clause if units[i].mark in ("source", "agent") for s in states_of(units[i])]
    givers = named or givers
    takers = [
        s
        for i in clause
        if units[i].mark in ("goal", "place", "for") or i == index + 1
        for s in states_of(units[i])
    ]
    told = tuple(dict.fromkeys([*givers[:1], *takers]))
    if not givers or len(told) != 2 or len(both_sides(told, context)) != 2:
        return
    first = head_before(sentence, head)
    stop = phrase(sentence, head, frozenset({"of"}), index)
    group = [unit for unit in units[first:stop] if not states_of(unit)]
    numbers = [*counted(sentence, first, stop)]
    weight = weight_told(sentence, head, clause)
    amount = units[numbers[0]] if numbers else weight
    group = trimmed(sentence, uncounted([unit for unit in group if unit.kind != "determiner"]))
    if not group or (amount is None and not in_class(units[head], sentence, "aid_always")):
        return
    what = wording(sentence, _up_to_weight(sentence, group))
    yield cooperation(
        sentence, index, told, field_told(sentence, group, clause), what,
        amount.value.value if amount is not None else None, [*group, *([amount] if amount is not None else [])],
    )  # fmt: skip


def _up_to_weight(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A thing without the words that lead to its weight: «гуманитарный груз (весом) 30 тонн»."""
    at = next((i for i, unit in enumerate(group) if in_class(unit, sentence, "weighs")), len(group))
    kept = group[:at]
    while kept and kept[-1].kind == "preposition":
        kept = kept[:-1]
    return kept
