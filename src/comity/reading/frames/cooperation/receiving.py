"""What one side had from the other, told of the taker, of the sum or of a debt."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    past_number,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.things import (
    INSIDE,
    is_understood,
    purpose_of,
    quantity_of,
    with_worth,
    without_measure,
)
from comity.reading.frames.dates.act import date_unit
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
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def reception(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A received a loan of … from B", "A received 300 children of B for treatment"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active":
        return
    first = past_number(sentence, _behind_source(sentence, index + 1, clause.stop), clause.stop)
    given = units[first : with_worth(units, phrase(sentence, first, INSIDE, clause.stop), clause.stop)]
    head = next((i for i, unit in enumerate(given) if unit.kind == "preposition"), len(given))
    group = given
    if _is_instruction(sentence, given[:head]):
        group = units[first : phrase(sentence, first, INSIDE | {"place"}, clause.stop)]
        group = [unit for unit in group if unit.kind not in ("state", "date")]
    elif not any(in_class(unit, sentence, "aid_always") for unit in given[: head + 2]):
        group = purpose_of(sentence, index, clause) if _is_money(given) else []
        if not any(in_class(unit, sentence, "aid_always") for unit in group):
            yield from [*_patients(sentence, index, parties), *_goods(sentence, index, first, parties)]
            return
    sources = [
        s for i in clause if i > index and units[i].mark in ("source", "agent") for s in states_of(units[i])
    ]
    if sources and sources[0] not in parties:
        return
    taker = next(
        (s for i in range(index - 1, clause.start - 1, -1) if not units[i].mark for s in states_of(units[i])),
        None,
    )
    told = set(states_told(sentence, clause))
    implied = (
        taker is None
        and len(told & set(context.pair() or ())) == 1
        and not isinstance(units[index - 1].value, str)
    )
    amount = quantity_of(sentence, -1, given)
    of_pair = amount is not None and taker in (context.pair() or ())
    if (taker is None and not implied) or (not (sources or implied or of_pair) and len(told) < 2):
        return
    group = trimmed(sentence, uncounted(group))
    if not group:
        return
    what = wording(sentence, group)
    yield cooperation(sentence, index, parties, field_told(sentence, group, clause), what, amount, given)


def _is_instruction(sentence: Sentence, given: list[Unit]) -> bool:
    """Whether training or treatment of the other state was received: "A training in peacekeeping"."""
    told = any(unit.kind == "state" and unit.value[1] == "adjective" for unit in given)
    return told and bool(given) and given[-1].key in sentence.language.words["support_noun"]


def _is_money(group: list[Unit]) -> bool:
    return any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)


def _behind_source(sentence: Sentence, first: int, stop: int) -> int:
    """The index where a thing received begins: behind the one it came from («получила от Б помощь»)."""
    units = sentence.units
    if (
        first + 1 < stop
        and units[first].kind == "preposition"
        and in_class(units[first + 1], sentence, "as_gift")
    ):
        first += 2  # «получил в подарок от Б»
    if first >= stop or units[first].kind != "preposition" or units[first].value != "source":
        return first
    side = next((i for i in range(first + 1, min(first + 5, stop)) if units[i].kind == "state"), None)
    if side is None:
        return first
    return side + 2 if side + 1 < stop and is_understood(units[side + 1]) else side + 1


_FIELDS = {"cure": "cure", "study": "training"}
"""By what people are taken in for, the name of the field."""


def _patients(sentence: Sentence, index: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """People of the other side taken in to be treated, to recover or to study: with their number."""
    units, clause = sentence.units, sentence.clause(index)
    behind = range(index + 1, clause.stop)
    purpose = next(
        (name for name in ("cure", "study") if any(in_class(units[i], sentence, name) for i in behind)), ""
    )
    if len(set(states_told(sentence, clause))) < 2:
        return
    under = any(in_class(units[i], sentence, "scheme") for i in clause)
    if not (purpose or under or date_unit(sentence, index) is not None):
        return  # "welcomes the 30,000 students of B": how many there are
    for i in counted(sentence, index + 1, clause.stop):
        group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of", "source"}), clause.stop)]
        if any(in_class(unit, sentence, "trainee" if purpose else "learner") for unit in group):
            what = wording(sentence, group)
            field = first_of(sentence, _FIELDS[purpose or "study"])
            yield cooperation(sentence, index, parties, field, what, units[i].value.value, [units[i], *group])


def _goods(sentence: Sentence, index: int, first: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """Counted things that one side had from the other: «получил от А шесть катеров»."""
    units, clause = sentence.units, sentence.clause(index)
    sources = {s for i in clause if i > index and units[i].mark == "source" for s in states_of(units[i])}
    numbers = [*counted(sentence, first, min(first + 3, clause.stop))]
    weapon = units[first : phrase(sentence, first, frozenset(), clause.stop)]
    if sources & set(parties) and not numbers and any(in_class(unit, sentence, "arms") for unit in weapon):
        what = wording(sentence, weapon)  # «получила от А третий фрегат»
        field = field_told(sentence, weapon, clause) or first_of(sentence, "weaponry")
        yield cooperation(sentence, index, parties, field, what, None, weapon)
    elif (
        sources & set(parties)
        and not numbers
        and _is_gift(sentence, weapon)
        and date_unit(sentence, index) is not None
    ):
        field, what = field_told(sentence, weapon, clause), wording(sentence, weapon)
        yield cooperation(sentence, index, parties, field, what, None, weapon)
    for i in numbers if sources & set(parties) else ():
        group = units[i + 1 : phrase(sentence, i + 1, INSIDE, clause.stop)]
        if any(in_class(unit, sentence, name) for unit in group for name in ("aid", "arms", "property")):
            group = without_measure(sentence, trimmed(sentence, uncounted(group)))
            field, what = field_told(sentence, group, clause), wording(sentence, group)
            yield cooperation(sentence, index, parties, field, what, units[i].value.value, [units[i], *group])


def _is_gift(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether things are such as are given, not sold: equipment, medicines, books, but not oil."""
    given = any(in_class(unit, sentence, "aid") for unit in group)
    return given and not any(in_class(unit, sentence, "traded") for unit in group)


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
    head = next((i for i in range(clause.start, index) if _is_aid(sentence, i)), None)
    if money is None or head is None or direction(sentence, index) not in ("active", "passive"):
        return
    told = states_told(sentence, range(clause.start, index))
    parties = in_play(sentence, clause, context)
    if not told and not states_told(sentence, clause):
        # "technical assistance totalled …" on a page about two states
        parties = context.pair() or ()
    elif not told:
        return
    if not parties:
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


def _is_aid(sentence: Sentence, index: int) -> bool:
    """Whether a word is one for aid: "assistance", "development cooperation"."""
    unit = sentence.units[index]
    if in_class(unit, sentence, "aid_always") or in_class(unit, sentence, "aid_summed"):
        return True
    before = sentence.units[index - 1] if index else None
    return (
        in_class(unit, sentence, "contact")
        and before is not None
        and before.key in sentence.language.words["aid_sort"]
    )


def relief(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A cancelled 40 million of the debt of B"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context)
    debt = next((i for i in clause if in_class(units[i], sentence, "debt")), None)
    if debt is None or not parties:
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
