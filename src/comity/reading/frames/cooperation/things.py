"""What was given: the things beside a verb of giving, their number, their worth, what money is for."""

from __future__ import annotations

from comity.reading.amounts import Amount
from comity.reading.frames.cooperation.dealings import before_auxiliary, counted, is_pronoun, past_number
from comity.reading.frames.nouns import head_before, in_class, phrase
from comity.reading.sentence import Sentence, voice
from comity.reading.units import Unit

INSIDE = frozenset({"of", "for", "on"})


def money_worth(sentence: Sentence, index: int, clause: range) -> Unit | None:
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


def behind_taker(sentence: Sentence, first: int, stop: int) -> int:
    """The index where the things given begin behind a verb: past the one they went to, and past a date."""
    units = sentence.units
    while first + 1 < stop and units[first].kind == "date" and sentence.language.cases:
        first += 1  # «доставила 3 мая в Б 40 тонн»
    named = first < stop and units[first].kind == "state" and units[first].value[1] == "name"
    if named or (first < stop and is_pronoun(units[first])):
        first += 1  # "gave B a ferry", "provided B with a ferry"
        if first < stop and units[first].kind == "preposition" and units[first].value == "with":
            first += 1
    if is_unchanging_goal(sentence, first):
        return first + 3 if is_understood(units[first + 2]) else first + 2
    if first + 1 < stop and units[first].kind == "preposition" and units[first].value == "goal":
        for i in range(first + 1, min(first + 7, stop)):
            if units[i].kind == "amount":
                return i  # «передала больницам города 40 аппаратов»
            if units[i].kind in ("state", "sides", "place") and units[i].case in ("", "dat", "acc"):
                # "grants to B three scholarships", «направила в Б спасателей» (no genitive)
                if units[i].kind == "state" and units[i].value[1] == "adjective" and sentence.language.cases:
                    return _past_dative(units, i + 1, stop)  # «выдала Б-ским врачам визы»
                return i + 2 if i + 1 < stop and is_understood(units[i + 1]) else i + 1
            if units[i].kind == "state" and units[i].mark == "of" and units[i - 2].case == "dat":
                return i + 1  # «передала властям Б продовольствие»
    elif first + 1 < stop and units[first].kind == "preposition" and units[first].value != "over":
        date = next((i for i in range(first, min(first + 4, stop)) if units[i].kind == "date"), -1)
        first = date + 1 if date > 0 else first  # "sent during the year 2005 twenty doctors"
    return past_number(sentence, first, stop)


def _past_dative(units: list[Unit], first: int, stop: int) -> int:
    """The index after the people to whom something was given: their nouns stand in the dative."""
    while first < stop and units[first].kind in ("word", "actor") and "dat" in units[first].case:
        first += 1
    return first


def is_unchanging_goal(sentence: Sentence, index: int) -> bool:
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


def is_understood(unit: Unit) -> bool:
    """Whether a preposition stands only for a case."""
    return unit.kind == "preposition" and unit.start == unit.end


def first_given(sentence: Sentence, index: int, clause: range) -> int:
    """The index where the things given begin before a passive verb."""
    units = sentence.units
    first = head_before(sentence, before_auxiliary(sentence, index))
    if units[first].kind != "amount":
        while first - 1 > clause.start and (units[first - 1].value == "of" or _is_for(sentence, first - 1)):
            first = head_before(sentence, first - 1)  # "two boats of the Falcon class were given"
        if units[first - 1].value != "under" or first < 2:
            return first
    if first - 1 <= clause.start or units[first - 1].kind != "preposition":
        return first
    # "assistance amounting to 3 million was provided"
    behind = first - 1
    amounting = units[behind - 1].kind == "trigger" and voice(sentence, behind - 1) == "ing"
    return head_before(sentence, behind - 1 if amounting else behind)


def is_support(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether help is told with its sort, and is no backing in words: "military support", "medical training"."""
    words = sentence.language.words
    return any(
        unit.key in words["support_noun"]
        and any(other.key in words["aid_sort"] for other in group[max(place - 3, 0) : place])
        for place, unit in enumerate(group)
    )


def is_sum(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether a phrase says only that money was given: "the money (to build a factory)"."""
    words = [unit for unit in group if unit.kind != "determiner"]
    return len(words) == 1 and in_class(words[0], sentence, "sums")


def quantity_of(sentence: Sentence, number: int, group: list[Unit]) -> int | float | None:
    """How many things, or how much money: told before them or among their words."""
    if number >= 0:
        before: Amount = sentence.units[number].value
        return before.value
    for place, unit in enumerate(group):
        joined = place + 1 < len(group) and group[place + 1].start == unit.end  # "a 44-member team"
        if unit.kind == "amount" and unit.value.kind in ("money", "number") and not joined:
            among: Amount = unit.value
            return among.value
    return None


def purpose_of(sentence: Sentence, index: int, clause: range) -> list[Unit]:
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
            elif mark == "goal" and (
                _is_building(sentence, i + 1) or _is_cause(sentence, i + 1, clause.stop)
            ):
                begin = i + 1  # "to the rebuilding of P"
            elif mark == "goal" and not (
                units[i + 1].kind in ("word", "trigger") and units[i + 1].case == "acc"
            ):
                continue  # «на реставрацию замка»
            acting = mark == "for" and _is_gerund(units[begin])  # "for training B's midwives"
            stop = phrase(sentence, begin + acting, frozenset({"of"}), clause.stop)
            stop = next((at for at in range(begin, stop) if _leads_to_amount(units, at, stop)), stop)
            sums = (at for at in range(begin + 1, stop) if _is_money(units[at]))
            group = units[begin : next(sums, stop)]  # «на поддержку школ 300 тысяч евро»
            group = [unit for unit in group if unit.kind not in ("date", "determiner")]
            whose = all(unit.kind in ("state", "determiner", "sides") for unit in group)
            if (
                group
                and not whose
                and (
                    mark in ("for", "on", "goal")
                    or any(in_class(unit, sentence, "aid_always") for unit in group)
                    or is_support(sentence, group)
                )
            ):
                return group
    return []


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and bool(unit.value.kind == "money")


def raised_aid(sentence: Sentence, index: int) -> list[Unit]:
    """What a sum told behind a comma is part of: "increased military aid to B, providing 18 million"."""
    units = sentence.units
    comma = next((i for i in range(index - 1, max(index - 4, 0), -1) if units[i].text == ","), 0)
    aid = next((i for i in range(comma - 1, 0, -1) if in_class(units[i], sentence, "aid_always")), 0)
    if not comma or not aid or any(units[i].kind == "clause" for i in range(aid, comma)):
        return []
    return [unit for unit in units[head_before(sentence, aid) : aid + 1] if unit.kind != "determiner"]


def _is_cause(sentence: Sentence, first: int, limit: int) -> bool:
    """Whether words name what money goes to, not whom: "to the refugee response in P"."""
    group = sentence.units[first : phrase(sentence, first, frozenset(), limit)]
    return bool(group) and in_class(group[-1], sentence, "cause")


def _is_building(sentence: Sentence, index: int) -> bool:
    """Whether a word for building or keeping something stands at an index, or behind the article there."""
    units = sentence.units[index : index + 2]
    if units and units[0].kind != "determiner":
        units = units[:1]
    return any(in_class(unit, sentence, "building") for unit in units)


def without_measure(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase without the measure it is counted in: «(20 тонн) медикаментов»."""
    if len(group) > 2 and in_class(group[0], sentence, "measure_word") and group[1].value == "of":
        return group[2:]
    return group


def _is_for(sentence: Sentence, index: int) -> bool:
    """Whether "for" leads from money to what it was given for: "a loan of 5 million for the construction of a mill"."""
    before = sentence.units[index - 1]
    money = before.kind == "amount" and before.value.kind == "money"
    return sentence.units[index].value == "for" and (money or in_class(before, sentence, "aid_always"))


def things_given(sentence: Sentence, first: int, limit: int) -> list[tuple[int, list[Unit]]]:
    """The things that a noun phrase lists: each with the index of its number (-1 for none) and its words."""
    units = sentence.units
    found: list[tuple[int, list[Unit]]] = []
    cursor = first
    while cursor < limit:
        stop = with_worth(units, phrase(sentence, cursor, INSIDE, limit), limit)
        if stop == cursor:
            break
        number = next((i for i in counted(sentence, cursor, min(cursor + 3, stop))), -1)
        if number < 0 and any(in_class(unit, sentence, "consignment") for unit in units[cursor : cursor + 3]):
            number = next((i for i in counted(sentence, cursor, min(cursor + 6, stop))), -1)
        begin = number + 1 if number >= 0 else cursor
        cut = next((i for i in range(begin, stop) if units[i].kind == "and"), stop)
        worth = sentence.language.words["worth"]
        more = cut < stop and any(
            units[i].kind == "amount" and units[i - 1].key not in worth
            for i in range(cut, min(cut + 5, stop))
        )
        end = cut if more else stop
        found.append((number, units[begin:end]))
        cursor = end
        if cursor < limit and units[cursor].kind in ("and",):
            cursor += 1
        elif not more:
            break
    return [(number, group) for number, group in found if group]


def with_worth(units: list[Unit], stop: int, limit: int) -> int:
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


def _is_gerund(unit: Unit) -> bool:
    return unit.kind == "trigger" and any(form == "ing" for _, form in unit.value)


def _leads_to_amount(units: list[Unit], index: int, stop: int) -> bool:
    """Whether "and" leads to another sum: "12 million in aid and more than 14 million in loans"."""
    return units[index].kind == "and" and any(
        unit.kind == "amount" for unit in units[index : min(index + 5, stop)]
    )


_BUILT = frozenset({"build", "implement", "provide"})


def told_before(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """What a relative clause says was given: "the hospital at P, which was donated by A"."""
    first, end, _ = _antecedent(sentence, index, clause)
    return [unit for unit in sentence.units[first:end] if unit.kind not in ("determiner", "number")]


def with_antecedent(sentence: Sentence, index: int, clause: range) -> list[int]:
    """The indices of a clause and of what its relative pronoun stands for, with the place where that is."""
    first, _, stop = _antecedent(sentence, index, clause)
    return [*range(first, stop), *clause]


def _antecedent(sentence: Sentence, index: int, clause: range) -> tuple[int, int, int]:
    """Where the thing of a relative clause begins and ends, and where its place ends; (0, 0, 0) of other clauses."""
    units, words = sentence.units, sentence.language.words
    opens = clause.start - 1
    if sentence.language.cases and clause.start + 1 < index and units[index - 1].text == ",":
        if any(predicate in _BUILT for predicate, _ in units[index].value):
            end = index - 1  # «школа, построенная на средства А»
            return head_before(sentence, end), end, end
        return 0, 0, 0
    built = any(predicate in ("build", "implement") for predicate, _ in units[index].value)
    behind = units[index + 1] if index + 1 < len(units) else None
    leads = (
        behind is not None and behind.kind == "preposition" and behind.value in ("with", "agent", "with-help")
    )
    if built and leads and index > clause.start + 1 and units[index - 1].text == ",":
        return _with_place(sentence, index - 1)  # "the dam at P, built with A's money, …"
    if opens < 1 or units[opens].kind != "clause" or units[opens].key not in words["relative"]:
        return 0, 0, 0
    within = range(clause.start, index)
    if any(units[i].kind not in ("be", "have") and units[i].key not in words["adverb"] for i in within):
        return 0, 0, 0
    return _with_place(sentence, opens - 1 if units[opens - 1].text == "," else opens)


def _with_place(sentence: Sentence, stop: int) -> tuple[int, int, int]:
    """Where a thing with its place, told right before an index, begins and ends, and where the place ends."""
    units, end = sentence.units, stop
    first = head_before(sentence, end)
    if first > 1 and units[first - 1].kind == "preposition" and units[first - 1].value == "place":
        end = first - 1
        first = head_before(sentence, end)
    elif end > 1 and units[end - 1].kind == "place" and units[end - 2].kind == "preposition":
        end -= 2
        first = head_before(sentence, end)
    return first, end, stop


def things_behind(sentence: Sentence, index: int, clause: range) -> int:
    """The index where the things begin that a participle stands before with the giver: «переданные А 30 автобусов»;
    0 where it does not."""
    units = sentence.units
    if not sentence.language.cases or index + 3 >= clause.stop or units[index + 1].value != "agent":
        return 0
    attributive = units[index].text.lower().endswith(_LONG_FORMS)
    leads = units[index + 2].kind == "state" and units[index + 3].kind in ("amount", "word")
    return index + 3 if attributive and leads else 0


_LONG_FORMS = ("ный", "ная", "ное", "ные", "ных", "ным", "ными", "ной", "ную", "ного", "тый", "тые", "тых")
"""Endings of a participle that stands before its noun; as a predicate it is short («передан»)."""


def past_asides(sentence: Sentence, first: int, stop: int) -> int:
    """The index where the object begins behind phrases between a verb and it: «построил в Б за счёт помощи завод»."""
    units = sentence.units
    while sentence.language.cases and first + 1 < stop and units[first].kind == "preposition":
        at = first + 1
        while at < stop and "acc" not in units[at].case and units[at].kind not in ("punct", "amount"):
            at += 1
        if at >= stop or units[at].kind == "punct":
            return first
        named = units[at - 1].kind in ("state", "place", "date", "organisation", "word", "trigger")
        if not named or at == first + 1:
            return first
        first = at
    return first
