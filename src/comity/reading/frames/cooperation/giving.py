"""Things and money that one side gave to the other: aid, gifts, loans, relief of debt."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    bare_form,
    before_auxiliary,
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    in_sum,
    is_side,
    manner,
    past_number,
    provided_with,
    trimmed,
    uncounted,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
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

_INSIDE = frozenset({"of", "for", "on"})


def provision(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Things given, granted or sent by one side to the other."""
    units, clause = sentence.units, sentence.clause(index)
    how = manner(sentence, index)
    parties = in_play(sentence, clause, context)
    if how == "infinitive" and index >= 2 and units[index - 2].key in sentence.language.words["agreed"]:
        how = "active"  # "decided to send twenty doctors": an announced quota
    if not parties or how == "infinitive" or bare_form(sentence, index):
        return
    provided = provided_with(sentence, index, clause)
    beneficiary = [*range(index + 1, provided)] if provided else _takers(sentence, index, clause)
    beneficiary = [i for i in beneficiary if not provided or is_side(sentence, i)]
    if _is_of_others(sentence, index, beneficiary):
        return
    agents = [i for i in clause if units[i].mark == "agent" and is_side(sentence, i)]
    led = how == "active" and _has_giver(sentence, index, clause)
    if how == "active":
        first = provided + 1 if provided else _behind_taker(sentence, index + 1, clause.stop)
        things = _things(sentence, past_number(sentence, first, clause.stop), clause.stop)
    elif beneficiary or agents:
        things = _things(sentence, _first_given(sentence, index, clause), index)
    else:
        return
    parties = _giver_and_taker(sentence, index, how, beneficiary, parties, context)
    if len(parties) != 2:
        return
    told_giver = led or (how != "active" and bool(agents))
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    gift = told_giver and "donate" in predicates
    delivery = told_giver and "deliver" in predicates and _names_taker(sentence, index, clause)
    takes = index + 1 < clause.stop and units[index + 1].kind == "state"
    worth = _worth(sentence, index, clause) if gift else None
    lends = sentence.language.words["lends"]
    for number, group in things:
        money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
        aid = any(in_class(unit, sentence, "aid" if told_giver else "aid_always") for unit in group)
        aid = aid or (told_giver and _as_help(sentence, index, group, beneficiary))
        money = money or (
            told_giver and bool(beneficiary or takes) and any(in_class(u, sentence, "sums") for u in group)
        )
        if not money and units[index].key in sentence.language.words["commits"]:
            continue
        own = not told_giver and (
            _of_giver(sentence, group, beneficiary)
            or (number >= 0 and _is_seats(sentence, group, clause))
            or (
                number >= 0
                and how == "passive"
                and not agents
                and _between_two(sentence, group, beneficiary, context)
            )
        )
        if how == "active" and not (led or own):
            continue  # nobody who is a side gave it
        if not (money or aid or own or worth is not None or ((gift or delivery) and number >= 0)):
            continue
        amount = _quantity(sentence, number, group)
        if amount is None and worth is not None:
            amount = worth.value.value
        elif amount is None and aid and (summed := in_sum(sentence, index, clause)) is not None:
            amount, group = summed.value.value, [unit for unit in group if unit is not summed]
        if amount is None and group and in_class(group[0], sentence, "quota"):
            continue  # told with its places
        group = _measured(sentence, trimmed(sentence, uncounted(group)))
        if money and _is_sum(sentence, group):
            group = []
        if money and not group:
            group = _purpose(sentence, index, clause) or _raised(sentence, index)
        lent = noun_of(sentence, "provide", units[index].key) if units[index].key in lends else ""
        if not group and not (money and lent and told_giver and (beneficiary or takes)):
            continue
        field = field_told(sentence, group, clause)
        used = [*group, *(units[i] for i in beneficiary[:1]), *([worth] if worth is not None else [])]
        if not group:
            used += [u for u in units[index:] if u.kind == "amount" and u.value.kind == "money"][:1]
        yield cooperation(sentence, index, parties, field, wording(sentence, group) or lent, amount, used)


def _worth(sentence: Sentence, index: int, clause: range) -> Unit | None:
    """The money that a gift is worth: "handed over a dairy worth 400,000 euros"."""
    units, worth = sentence.units, sentence.language.words["worth"]
    return next(
        (
            units[i]
            for i in range(index + 1, clause.stop)
            if units[i].kind == "amount" and units[i].value.kind == "money" and units[i - 1].key in worth
        ),
        None,
    )


def _is_of_others(sentence: Sentence, index: int, beneficiary: list[int]) -> bool:
    """Whether a thing went to others than a state: to its neighbours, to those who fight its government."""
    units = sentence.units
    owned = [i for i in beneficiary if i + 1 < len(units) and units[i + 1].kind == "poss"]
    behind = [i for i in sentence.clause(index) if i > index]
    neighbours = bool(owned) and any(in_class(units[i], sentence, "neighbours") for i in behind)
    key, rebels = sentence.language.key, sentence.language.words["rebels"]
    return neighbours or any(key(word) in rebels for i in behind for word in units[i].text.split())


def _takers(sentence: Sentence, index: int, clause: range) -> list[int]:
    """Those behind a verb whom a thing went to: "to B", "for the army of B"."""
    units = sentence.units
    marked = [i for i in clause if i > index and units[i].mark in ("goal", "for") and is_side(sentence, i)]
    if not marked and _is_unchanging_goal(sentence, index + 1):
        marked = [index + 2]
    if marked:
        return marked
    return [
        at
        for i in range(index + 1, clause.stop)
        if units[i].kind == "preposition" and units[i].value in ("goal", "for")
        for at in range(i + 1, phrase(sentence, i + 1, frozenset({"of"}), clause.stop))
        if units[at].kind in ("state", "place")
    ]


def _has_giver(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a side, and no company, is the subject of a verb of giving."""
    before = [sentence.units[i] for i in range(clause.start, index)]
    if any(in_class(unit, sentence, "company") or unit.kind == "quoted" for unit in before):
        return False
    return any(
        (states_of(unit) or unit.kind in ("organisation", "body", "actor"))
        and unit.mark not in ("with", "agent", "place")
        for unit in before
    )


def _is_international(before: list[Unit]) -> bool:
    """Whether the subject of a verb is an organisation of many states, known by its name."""
    subject = next(
        (u for u in reversed(before) if not u.mark and u.kind in ("state", "organisation", "actor", "sides")),
        None,
    )
    known = subject is not None and subject.kind == "organisation" and bool(subject.key)
    return known and subject is not None and not states_of(subject)


def _behind_taker(sentence: Sentence, first: int, stop: int) -> int:
    """The index where the things given begin behind a verb: past the one they went to, and past a date."""
    units = sentence.units
    while first + 1 < stop and units[first].kind == "date" and sentence.language.cases:
        first += 1  # «доставила 3 мая в Б 40 тонн»
    if first < stop and units[first].kind == "state" and units[first].value[1] == "name":
        first += 1  # "gave B a ferry", "provided B with a ferry"
        if first < stop and units[first].kind == "preposition" and units[first].value == "with":
            first += 1
    if _is_unchanging_goal(sentence, first):
        return first + 3 if _is_understood(units[first + 2]) else first + 2
    if first + 1 < stop and units[first].kind == "preposition" and units[first].value == "goal":
        for i in range(first + 1, min(first + 7, stop)):
            if units[i].kind == "amount":
                return i  # «передала больницам города 40 аппаратов»
            if units[i].kind in ("state", "sides") and units[i].case in ("", "dat", "acc"):
                # "grants to B three scholarships", «направила в Б спасателей» (no genitive)
                return i + 2 if _is_understood(units[i + 1]) else i + 1
            if units[i].kind == "state" and units[i].mark == "of" and units[i - 2].case == "dat":
                return i + 1  # «передала властям Б продовольствие»
    elif first + 1 < stop and units[first].kind == "preposition" and units[first].value != "over":
        date = next((i for i in range(first, min(first + 4, stop)) if units[i].kind == "date"), -1)
        first = date + 1 if date > 0 else first  # "sent during the year 2005 twenty doctors"
    return past_number(sentence, first, stop)


def _is_unchanging_goal(sentence: Sentence, index: int) -> bool:
    """Whether a preposition stands before a state whose name has no cases: «направила в Чили врачей»."""
    units = sentence.units
    if not sentence.language.cases or index + 2 >= len(units):
        return False
    preposition, state = units[index], units[index + 1]
    return (
        preposition.kind == "preposition"
        and preposition.value == "place"
        and state.kind == "state"
        and not state.case
    )


def _is_understood(unit: Unit) -> bool:
    """Whether a preposition stands only for a case."""
    return unit.kind == "preposition" and unit.start == unit.end


def _first_given(sentence: Sentence, index: int, clause: range) -> int:
    """The index where the things given begin before a passive verb."""
    units = sentence.units
    first = head_before(sentence, before_auxiliary(sentence, index))
    if units[first].kind != "amount":
        while first - 1 > clause.start and units[first - 1].value == "of":
            first = head_before(sentence, first - 1)  # "two boats of the Falcon class were given"
        return first
    if first - 1 <= clause.start or units[first - 1].kind != "preposition":
        return first
    # "assistance amounting to 3 million was provided"
    behind = first - 1
    amounting = units[behind - 1].kind == "trigger" and voice(sentence, behind - 1) == "ing"
    return head_before(sentence, behind - 1 if amounting else behind)


def _names_taker(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the words behind a verb name the state that a thing went to."""
    return any(
        sentence.units[i].kind in ("state", "place", "sides")
        and (sentence.units[i].mark in ("goal", "for") or i == index + 1)
        for i in range(index + 1, clause.stop)
    )


def _of_giver(sentence: Sentence, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether experts or arms themselves tell whose they are: «в А направлены 20 врачей Б»."""
    takers = {state for i in beneficiary for state in states_of(sentence.units[i])}
    givers = {state for unit in group for state in states_of(unit)}
    given = any(in_class(u, sentence, name) for u in group for name in ("expert", "arms"))
    return bool(takers) and bool(givers - takers) and given


def _is_sum(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether a phrase says only that money was given: "the money (to build a factory)"."""
    words = [unit for unit in group if unit.kind != "determiner"]
    return len(words) == 1 and in_class(words[0], sentence, "sums")


def _as_help(sentence: Sentence, index: int, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether soldiers were sent to help: "sent 500 soldiers to B to help defend it"."""
    if not beneficiary or not any(in_class(unit, sentence, "sent_forces") for unit in group):
        return False
    units, words = sentence.units, sentence.language.words["in_help"]
    behind = units[beneficiary[0] : sentence.clause(index).stop]
    return any(unit.key.split(" ")[0] in words for unit in behind) or any(unit.key in words for unit in group)


def _between_two(sentence: Sentence, group: list[Unit], beneficiary: list[int], context: Context) -> bool:
    """Whether a thing that one of two states was given came from the other: told on a page about both, or below a
    heading about the other."""
    pair = context.pair() or ()
    takers = {state for i in beneficiary for state in states_of(sentence.units[i])}
    return len(takers & set(pair)) == 1 and any(in_class(unit, sentence, "aid") for unit in group)


def _is_seats(sentence: Sentence, group: list[Unit], clause: range) -> bool:
    """Whether things are places to study: «для граждан А выделено 30 мест»."""
    return in_class(group[0], sentence, "seat") and any(
        in_class(sentence.units[i], sentence, "trainee") for i in clause
    )


def _quantity(sentence: Sentence, number: int, group: list[Unit]) -> int | float | None:
    """How many things, or how much money: told before them or among their words."""
    if number >= 0:
        return sentence.units[number].value.value  # type: ignore[no-any-return]
    for place, unit in enumerate(group):
        joined = place + 1 < len(group) and group[place + 1].start == unit.end  # "a 44-member team"
        if unit.kind == "amount" and unit.value.kind in ("money", "number") and not joined:
            return unit.value.value  # type: ignore[no-any-return]
    return None


def _purpose(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """What money is given as, for or spent on: "30 million in development aid", "2 million for turtles"."""
    units = sentence.units
    for mark in ("place", "as", "for", "on", "goal"):
        for i in range(index + 1, clause.stop - 1):
            if units[i].kind != "preposition" or units[i].value != mark:
                continue
            begin = i + 1
            if mark == "goal" and _is_base(units[i + 1]):
                begin = i + 2  # "to fund its education policies"
            elif mark == "goal" and units[i + 1].key in sentence.language.words["helping"]:
                begin = i + 1  # "to help people who fled"
            elif mark == "goal" and _is_building(sentence, i + 1):
                begin = i + 1  # "to the rebuilding of P"
            elif mark == "goal" and not (
                units[i + 1].kind in ("word", "trigger") and units[i + 1].case == "acc"
            ):
                continue  # «на реставрацию замка»
            stop = phrase(sentence, begin, frozenset({"of"}), clause.stop)
            stop = next((at for at in range(begin, stop) if _leads_to_amount(units, at, stop)), stop)
            group = units[begin:stop]
            group = [unit for unit in group if unit.kind not in ("date", "determiner")]
            if group and (
                mark in ("for", "on", "goal") or any(in_class(unit, sentence, "aid_always") for unit in group)
            ):
                return group
    return []


def _raised(sentence: Sentence, index: int) -> list[Unit]:
    """What a sum told behind a comma is part of: "increased military aid to B, providing 18 million"."""
    units = sentence.units
    comma = next((i for i in range(index - 1, max(index - 4, 0), -1) if units[i].text == ","), 0)
    aid = next((i for i in range(comma - 1, 0, -1) if in_class(units[i], sentence, "aid_always")), 0)
    if not comma or not aid or any(units[i].kind == "clause" for i in range(aid, comma)):
        return []
    return [unit for unit in units[head_before(sentence, aid) : aid + 1] if unit.kind != "determiner"]


def _is_building(sentence: Sentence, index: int) -> bool:
    """Whether a word for building or keeping something stands at an index, or behind the article there."""
    units = sentence.units[index : index + 2]
    if units and units[0].kind != "determiner":
        units = units[:1]
    return any(in_class(unit, sentence, "building") for unit in units)


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
    if how == "active" and _is_international(units[clause.start : index]):
        return ()
    takers = [s for i in beneficiary for s in states_of(units[i])]
    giver, taker = (givers[0] if givers else None), (takers[0] if takers else None)
    if giver and taker and giver != taker:
        return (
            (giver, taker)
            if not context.owner() or context.owner() in (giver, taker) or context.pair() == (taker, giver)
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
        stop = _with_worth(units, phrase(sentence, cursor, _INSIDE, limit), limit)
        if stop == cursor:
            break
        number = next((i for i in counted(sentence, cursor, min(cursor + 3, stop))), -1)
        if number < 0 and any(in_class(unit, sentence, "consignment") for unit in units[cursor : cursor + 2]):
            number = next((i for i in counted(sentence, cursor, min(cursor + 5, stop))), -1)
        begin = number + 1 if number >= 0 else cursor
        cut = next((i for i in range(begin, stop) if units[i].kind == "and"), stop)
        more = cut < stop and any(units[i].kind == "amount" for i in range(cut, min(cut + 5, stop)))
        end = cut if more else stop
        found.append((number, units[begin:end]))
        cursor = end
        if cursor < limit and units[cursor].kind in ("and",):
            cursor += 1
        elif not more:
            break
    return [(number, group) for number, group in found if group]


def _with_worth(units: list[Unit], stop: int, limit: int) -> int:
    """Where a phrase ends with the money it is worth: «кредит на 200 млн долларов», «кредит в 300 млн»."""
    if (
        stop + 1 >= limit
        or units[stop].kind != "preposition"
        or units[stop].value not in ("place", "goal", "of")
    ):
        return stop
    behind = stop + 2 if units[stop + 1].kind != "amount" and stop + 2 < limit else stop + 1
    money = units[behind].kind == "amount" and units[behind].value.kind == "money"
    return behind + 1 if money else stop


_FOR = frozenset({"provide", "build", "implement", "establish", "assist"})


def _is_base(unit: Unit) -> bool:
    """Whether a verb in its base form tells what money is for: "to fund", "to build"."""
    return unit.kind == "trigger" and any(
        form == "base" and predicate in _FOR for predicate, form in unit.value
    )


def _leads_to_amount(units: list[Unit], index: int, stop: int) -> bool:
    """Whether "and" leads to another sum: "12 million in aid and more than 14 million in loans"."""
    return units[index].kind == "and" and any(
        unit.kind == "amount" for unit in units[index : min(index + 5, stop)]
    )


def reception(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A received a loan of … from B", "A received 300 children of B for treatment"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active":
        return
    first = _behind_source(sentence, index + 1, clause.stop)
    given = units[first : _with_worth(units, phrase(sentence, first, _INSIDE, clause.stop), clause.stop)]
    head = next((i for i, unit in enumerate(given) if unit.kind == "preposition"), len(given))
    group = given
    if not any(in_class(unit, sentence, "aid_always") for unit in given[: head + 2]):
        group = _purpose(sentence, index, clause) if _is_money(given) else []
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
    if taker is None or (not sources and len(set(states_told(sentence, clause))) < 2):
        return
    amount = _quantity(sentence, -1, given)
    group = trimmed(sentence, uncounted(group))
    if not group:
        return
    what = wording(sentence, group)
    yield cooperation(sentence, index, parties, field_told(sentence, group, clause), what, amount, given)


def _is_money(group: list[Unit]) -> bool:
    return any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)


def _behind_source(sentence: Sentence, first: int, stop: int) -> int:
    """The index where a thing received begins: behind the one it came from («получила от Б помощь»)."""
    units = sentence.units
    if first >= stop or units[first].kind != "preposition" or units[first].value != "source":
        return first
    side = next((i for i in range(first + 1, min(first + 5, stop)) if units[i].kind == "state"), None)
    if side is None:
        return first
    return side + 2 if side + 1 < stop and _is_understood(units[side + 1]) else side + 1


_FIELDS = {"cure": "cure", "study": "training"}
"""By what people are taken in for, the name of the field."""


def _patients(sentence: Sentence, index: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """People of the other side taken in to be treated, to recover or to study: with their number."""
    units, clause = sentence.units, sentence.clause(index)
    behind = range(index + 1, clause.stop)
    purpose = next(
        (name for name in ("cure", "study") if any(in_class(units[i], sentence, name) for i in behind)), ""
    )
    if not purpose or len(set(states_told(sentence, clause))) < 2:
        return
    for i in counted(sentence, index + 1, clause.stop):
        group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of", "source"}), clause.stop)]
        if any(in_class(unit, sentence, "trainee") for unit in group):
            what = wording(sentence, group)
            field = first_of(sentence, _FIELDS[purpose])
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
    for i in numbers if sources & set(parties) else ():
        group = units[i + 1 : phrase(sentence, i + 1, _INSIDE, clause.stop)]
        if any(in_class(unit, sentence, name) for unit in group for name in ("aid", "arms", "property")):
            group = _measured(sentence, trimmed(sentence, uncounted(group)))
            field, what = field_told(sentence, group, clause), wording(sentence, group)
            yield cooperation(sentence, index, parties, field, what, units[i].value.value, [units[i], *group])


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
    if in_class(unit, sentence, "aid_always"):
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
