"""Things and money that one side gave to the other: aid, gifts, loans, relief of debt."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.dealings import (
    bare_form,
    before_auxiliary,
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    is_side,
    trimmed,
    uncounted,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    direction,
    head_before,
    in_class,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.sentence import Sentence, reading_of, voice
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "for", "on"})


def provision(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Things given, granted or sent by one side to the other."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    parties = in_play(sentence, clause, context)
    if how == "infinitive" and index >= 2 and units[index - 2].key in sentence.language.words["agreed"]:
        how = "active"  # "decided to send twenty doctors": an announced quota
    if not parties or how == "infinitive" or bare_form(sentence, index):
        return
    beneficiary = [
        i for i in clause if i > index and units[i].mark in ("goal", "for") and is_side(sentence, i)
    ]
    if how == "active":
        subject = [
            i for i in range(clause.start, index)
            if (states_of(units[i]) or units[i].kind in ("organisation", "body", "actor")) and units[i].mark
            not in ("with", "agent", "place")
        ]  # fmt: skip
        if any(
            in_class(units[i], sentence, "company") or units[i].kind == "quoted"
            for i in range(clause.start, index)
        ):
            return
        if not subject:
            return
        first = index + 1
        if first < clause.stop and units[first].kind == "state" and units[first].value[1] == "name":
            first += 1  # "gave B a ferry", "provided B with a ferry"
            if first < clause.stop and units[first].kind == "preposition" and units[first].value == "with":
                first += 1
        if first + 1 < clause.stop and units[first].kind == "preposition" and units[first].value == "goal":
            given = next(
                (i for i in range(first, min(first + 5, clause.stop)) if units[i].kind in ("state", "sides")),
                -1,
            )
            first = given + 1 if given > 0 else first  # "grants to B three scholarships"
        elif first + 1 < clause.stop and units[first].kind == "preposition":
            date = next((i for i in range(first, min(first + 4, clause.stop)) if units[i].kind == "date"), -1)
            first = date + 1 if date > 0 else first  # "sent during the year 2005 twenty doctors"
        things = _things(sentence, first, clause.stop)
    else:
        if not beneficiary and not any(units[i].mark == "agent" for i in clause):
            return
        first = head_before(sentence, before_auxiliary(sentence, index))
        if (
            units[first].kind == "amount"
            and first - 1 > clause.start
            and units[first - 1].kind == "preposition"
        ):
            # "assistance amounting to 3 million was provided"
            behind = first - 1
            amounting = units[behind - 1].kind == "trigger" and voice(sentence, behind - 1) == "ing"
            first = head_before(sentence, behind - 1 if amounting else behind)
        things = _things(sentence, first, index)
    parties = _giver_and_taker(sentence, index, how, beneficiary, parties, context)
    if len(parties) != 2:
        return
    told_giver = how == "active" or any(units[i].mark == "agent" and is_side(sentence, i) for i in clause)
    gift = any(predicate == "donate" for predicate, _ in reading_of(sentence, index))
    for unit_index, group in things:
        money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
        aid = any(in_class(unit, sentence, "aid" if told_giver else "aid_always") for unit in group)
        if not (money or aid or (gift and told_giver and unit_index >= 0)):
            continue
        amount = units[unit_index].value.value if unit_index >= 0 else None
        inner = next((u for u in group if u.kind == "amount" and u.value.kind in ("money", "number")), None)
        if amount is None and inner is not None:
            amount = inner.value.value
        if amount is None and inner is None and group and in_class(group[0], sentence, "quota"):
            continue  # told with its places
        group = _measured(sentence, trimmed(sentence, uncounted(group)))
        if money and not group:
            group = _purpose(sentence, index, clause)
        if not group:
            continue
        field = field_told(sentence, group, clause)
        yield cooperation(
            sentence,
            index,
            parties,
            field,
            wording(sentence, group),
            amount,
            [*group, *(units[i] for i in beneficiary[:1])],
        )


def _purpose(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """What money is given as or for: "30 million in development aid", "2 million for the protection of turtles"."""
    units = sentence.units
    for mark in ("place", "as", "for", "goal"):
        for i in range(index + 1, clause.stop - 1):
            if units[i].kind != "preposition" or units[i].value != mark:
                continue
            if mark == "goal" and not (
                units[i + 1].kind in ("word", "trigger") and units[i + 1].case == "acc"
            ):
                continue  # «на реставрацию замка»
            group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of"}), clause.stop)]
            group = [unit for unit in group if unit.kind not in ("date", "determiner")]
            if group and (
                mark in ("for", "goal") or any(in_class(unit, sentence, "aid_always") for unit in group)
            ):
                return group
    return []


def _measured(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase without the measure it is counted in: «(20 тонн) медикаментов»."""
    if len(group) > 2 and in_class(group[0], sentence, "measure_word") and group[1].value == "of":
        return group[2:]
    return group


def _giver_and_taker(
    sentence: Sentence,
    index: int,
    how: str,
    beneficiary: list[int],
    parties: tuple[str, ...],
    context: Context,
) -> tuple[str, ...]:
    """The two states, from the subject and the goal where they tell; none where they are others than those
    in play.
    """
    units, clause = sentence.units, sentence.clause(index)
    marked = ("with", "place", "goal", "of", "source", "during", "on", "for")
    if how == "active":
        givers = [
            s
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].mark not in marked
            for s in states_of(units[i])
        ]
    else:
        givers = [
            s for i in range(index + 1, clause.stop) if units[i].mark == "agent" for s in states_of(units[i])
        ]
    takers = [s for i in beneficiary for s in states_of(units[i])]
    giver, taker = (givers[0] if givers else None), (takers[0] if takers else None)
    if giver and taker and giver != taker:
        return (
            (giver, taker)
            if not context.home or context.home in (giver, taker) or context.pair() == (taker, giver)
            else ()
        )
    if giver and giver not in parties:
        return ()
    return parties


def _things(sentence: Sentence, first: int, limit: int) -> list[tuple[int, list[Unit]]]:
    """The things that a noun phrase lists: each with the index of its number (-1 for none) and its words."""
    units = sentence.units
    found: list[tuple[int, list[Unit]]] = []
    cursor = first
    while cursor < limit:
        stop = phrase(sentence, cursor, _INSIDE, limit)
        if stop == cursor:
            break
        number = next((i for i in counted(sentence, cursor, min(cursor + 3, stop))), -1)
        begin = number + 1 if number >= 0 else cursor
        cut = next((i for i in range(begin, stop) if units[i].kind == "and"), stop)
        more = cut < stop and any(units[i].kind == "amount" for i in range(cut, min(cut + 3, stop)))
        end = cut if more else stop
        found.append((number, units[begin:end]))
        cursor = end
        if cursor < limit and units[cursor].kind in ("and",):
            cursor += 1
        elif not more:
            break
    return [(number, group) for number, group in found if group]


def reception(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A received a loan of … from B"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active":
        return
    given = units[index + 1 : phrase(sentence, index + 1, _INSIDE, clause.stop)]
    head = next((i for i, unit in enumerate(given) if unit.kind == "preposition"), len(given))
    if not any(in_class(unit, sentence, "aid_always") for unit in given[: head + 2]):
        return
    source = [
        s for i in clause if i > index and units[i].mark in ("source", "agent") for s in states_of(units[i])
    ]
    if source and source[0] not in parties:
        return
    giver = source[0] if source else None
    taker = next(
        (s for i in range(index - 1, clause.start - 1, -1) if not units[i].mark for s in states_of(units[i])),
        None,
    )
    if taker is None or (giver is None and len(set(states_told(sentence, clause))) < 2):
        return
    amount = next(
        (u.value.value for u in given if u.kind == "amount" and u.value.kind in ("money", "number")), None
    )
    group = trimmed(sentence, uncounted(given))
    if not group:
        return
    what = wording(sentence, group)
    yield cooperation(sentence, index, parties, field_told(sentence, group, clause), what, amount, given)


def volume(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The assistance of A to B amounted to …": a sum of aid, told as its subject's."""
    units, clause = sentence.units, sentence.clause(index)
    money = next(
        (
            i
            for i in range(index + 1, clause.stop)
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "aid_always")), None)
    if money is None or head is None or direction(sentence, index) not in ("active", "passive"):
        return
    told = states_told(sentence, range(clause.start, index))
    parties = in_play(sentence, clause, context)
    if not parties or not told:
        return
    group = [
        unit
        for unit in units[head_before(sentence, head) : head + 1]
        if unit.kind not in ("determiner", "state")
    ]
    field = field_told(sentence, group, clause)
    yield cooperation(
        sentence,
        index,
        parties,
        field,
        wording(sentence, group),
        units[money].value.value,
        [*group, units[money]],
    )


def relief(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A cancelled 40 million of the debt of B"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context)
    debt = next((i for i in clause if in_class(units[i], sentence, "debt")), None)
    if debt is None or not parties or len(set(states_told(sentence, clause))) < 2:
        return
    money = next(
        (
            units[i].value.value
            for i in clause
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    what = act_of(sentence, "cancel", wording(sentence, [units[debt]]))
    yield cooperation(sentence, index, parties, first_of(sentence, "debt"), what, money, [units[debt]])
