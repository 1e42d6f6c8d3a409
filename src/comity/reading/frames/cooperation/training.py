"""People trained, studying, or at work in the other state under a programme."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    are_people,
    before_auxiliary,
    cooperation,
    counted,
    first_of,
    in_play,
    trimmed,
)
from comity.reading.frames.cooperation.doers import doers
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    direction,
    fields_of,
    head_before,
    in_class,
    past_second_verb,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "for", "on"})


def training(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """People trained or studying: with their number, or under a told programme."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context) or _of_the_page(sentence, index, context)
    if not parties:
        return
    for i in counted(sentence, clause.start, clause.stop):
        stop = phrase(sentence, i + 1, frozenset({"of", "source"}), clause.stop)
        group = units[i + 1 : stop]
        people = any(are_people(sentence, unit) or unit.kind == "state" for unit in group)
        taught = i == index + 1 and units[index].key in sentence.language.words["trains"]
        if not group or not (people or (taught and group[-1].text.endswith("s"))):
            continue
        group = trimmed(sentence, group)
        if not group or _are_own(sentence, index, group, i) or _are_stationed(sentence, index, group):
            continue
        field = _field_of_people(sentence, i, stop, clause)
        yield cooperation(
            sentence,
            index,
            parties,
            field,
            wording(sentence, group),
            units[i].value.value,
            [units[i], *group],
        )


def _of_the_page(sentence: Sentence, index: int, context: Context) -> tuple[str, ...]:
    """The two states of the page, where institutions of which nobody says whose they are exchange people."""
    clause = sentence.clause(index)
    swaps = exchanged(sentence, index) or any(
        in_class(unit, sentence, "scheme") for unit in sentence.units[clause.start : index]
    )
    told = states_told(sentence, clause) or date_unit(sentence, index) is None
    return context.pair() or () if swaps and not told else ()


def _are_own(sentence: Sentence, index: int, group: list[Unit], number: int) -> bool:
    """Whether a state trained its own people: "A trained 40 A officers for a mission in B"."""
    own = {state for unit in group for state in states_of(unit)}
    trainers = {state for unit in doers(sentence, index, "active") for state in states_of(unit)}
    return number > index and bool(own) and own == trainers


def _are_stationed(sentence: Sentence, index: int, group: list[Unit]) -> bool:
    """Whether forces are only told to be somewhere: «300 военнослужащих А находятся в Б»."""
    there = sentence.units[index].key in sentence.language.words["stationed"]
    return there and any(in_class(unit, sentence, "troops") for unit in group)


def exchanged(sentence: Sentence, index: int) -> bool:
    """Persons as the object of an exchange, not instruments: counted, or of institutions."""
    clause = sentence.clause(index)
    group = _swapped(sentence, index)
    return any(in_class(unit, sentence, "trainee") for unit in group) and (
        any(unit.kind == "amount" for unit in group)
        or any(sentence.units[i].kind == "organisation" for i in range(clause.start, index))
    )


def _swapped(sentence: Sentence, index: int) -> list[Unit]:
    """What is exchanged."""
    stop = phrase(sentence, index + 1, frozenset(), sentence.clause(index).stop)
    return sentence.units[index + 1 : stop]


def institutions_exchange(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Persons whom institutions of both sides exchange, without a number: "the universities of A and B have exchanged
    lecturers since 1998"."""
    clause = sentence.clause(index)
    parties = in_play(sentence, clause, context)
    group = [unit for unit in _swapped(sentence, index) if unit.kind != "determiner"]
    told = states_told(sentence, range(clause.start, index))
    if (
        direction(sentence, index) != "active"
        or not parties
        or len(told) < 2
        or date_unit(sentence, index) is None
        or not exchanged(sentence, index)
    ):
        return
    field = fields_of(sentence, clause.start, clause.stop) or first_of(sentence, "training")
    what = act_of(sentence, "exchange_missions", wording(sentence, group))
    yield cooperation(sentence, index, parties, field, what, None, group)


def scheme(sentence: Sentence, index: int) -> bool:
    """Whether people work under a programme of the two states, or a told number of experts does."""
    clause = sentence.clause(index)
    if any(in_class(sentence.units[i], sentence, "scheme") or _is_to_learn(sentence, i) for i in clause):
        return True
    return any(
        in_class(unit, sentence, "expert")
        for i in counted(sentence, clause.start, index)
        for unit in sentence.units[i + 1 : phrase(sentence, i + 1, _INSIDE, index)]
    )


def _is_to_learn(sentence: Sentence, index: int) -> bool:
    """Whether training, study or a cure is what people went for: "went to B for training"."""
    units = sentence.units
    before = units[index - 1] if index else None
    leads = before is not None and before.kind == "preposition" and before.value == "for"
    return leads and any(in_class(units[index], sentence, name) for name in ("cure", "study"))


def experts_before(sentence: Sentence, index: int) -> bool:
    """Whether a told number of experts stands right before a participle: "sixteen doctors of A providing care in B"."""
    low = max(sentence.clause(index).start, index - 6)
    behind = sentence.units[index : sentence.clause(index).stop]
    if any(unit.kind == "amount" and unit.value.unit == "countries" for unit in behind):
        return False  # "in 68 countries"
    return any(
        phrase(sentence, i + 1, _INSIDE, index) == index
        and any(in_class(unit, sentence, "expert") for unit in sentence.units[i + 1 : index])
        for i in counted(sentence, low, index)
    )


def uncounted_people(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Experts at work in the other state, trainees of the other state: dated, without their number."""
    units, clause = sentence.units, sentence.clause(index)
    trained = any(predicate == "train" for predicate, _ in reading_of(sentence, index))
    how = direction(sentence, index)
    taught = trained and (how == "passive" or sentence.units[index].key in sentence.language.words["trains"])
    lasting = _serves(sentence, index)
    dated = date_unit(sentence, index) is not None
    told = set(states_told(sentence, clause))
    foreign = dated and len(told) == 1 and (context.dyad is not None or not told <= {context.home})
    regular = any(units[i].key in sentence.language.words["each"] for i in clause)
    if not (dated or taught or lasting or regular) or not (len(told) == 2 or foreign):
        return
    parties = in_play(sentence, clause, context)
    if not parties or how not in ("active", "passive"):
        return
    if trained and how == "active":
        first = past_second_verb(sentence, index + 1)
        group = units[first : phrase(sentence, first, _INSIDE, clause.stop)]
        group = (
            group
            if any(in_class(unit, sentence, "trainee") for unit in group) or _people(sentence, group)
            else []
        )
    else:
        group = []
    if not group:
        first = head_before(sentence, before_auxiliary(sentence, index))
        group = units[first : before_auxiliary(sentence, index)]
        kind = "trainee" if trained else "expert"
        people = [
            unit
            for unit in group
            if in_class(unit, sentence, kind) or (trained and are_people(sentence, unit))
        ]
        if not people or (sentence.language.cases and not sentence.language.morphology.is_plural(people[-1])):
            return
    if not any(states_of(unit) for unit in group) or any(unit.kind == "amount" for unit in group):
        return
    field = fields_of(sentence, clause.start, clause.stop) or first_of(sentence, "training")
    yield cooperation(sentence, index, parties, field, wording(sentence, group), None, group)


def _serves(sentence: Sentence, index: int) -> bool:
    """Whether people work where a state serves its own people: "doctors of A work in the hospital of P"."""
    behind = sentence.units[index + 1 : index + 5]
    return any(in_class(unit, sentence, "served") for unit in behind)


def beside(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Soldiers of one side who fought beside those of the other."""
    units, clause = sentence.units, sentence.clause(index)
    group = units[
        head_before(sentence, before_auxiliary(sentence, index)) : before_auxiliary(sentence, index)
    ]
    parties = in_play(sentence, clause, context)
    behind = {state for i in range(index + 1, clause.stop) for state in states_of(units[i])}
    ours = {state for unit in group for state in states_of(unit)}
    if (
        not parties
        or not ours
        or ours | behind < set(parties)
        or not any(in_class(u, sentence, "sent_forces") for u in group)
    ):
        return
    number = next((units[i].value.value for i in counted(sentence, sentence.index(group[0]), index)), None)
    what = trimmed(sentence, [unit for unit in group if unit.kind not in ("amount", "determiner")])
    field = first_of(sentence, "weaponry")
    yield cooperation(sentence, index, parties, field, wording(sentence, what), number, group)


def _people(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether those trained are the forces or, by the plural of an unknown word, people of a state: "trained B's
    rangers", "trained the coast guard of B"."""
    of = next((i for i, unit in enumerate(group) if unit.value == "of"), len(group))
    last = group[of - 1] if group and of else None
    if last is None or not any(unit.kind == "state" for unit in group):
        return False
    if not any(unit.kind == "state" and unit.value[1] == "adjective" for unit in group):
        return in_class(last, sentence, "forces")
    return in_class(last, sentence, "forces") or (last.kind == "word" and last.text.endswith("s"))


def _field_of_people(sentence: Sentence, low: int, high: int, clause: range) -> str | None:
    """The field that people are trained in: their own, but of specialists at universities it is education."""
    own, default = fields_of(sentence, low, high), first_of(sentence, "training")
    around = {fields_of(sentence, i, i + 1) for i in clause}
    if own is None or (own == first_of(sentence, "people") and default in around):
        own = default if default in around else fields_of(sentence, clause.start, clause.stop)
    return own or default
