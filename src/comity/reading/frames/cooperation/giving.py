"""Things and money that one side gave to the other: aid, gifts, loans."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    bare_form,
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    in_sum,
    is_pronoun,
    is_side,
    manner,
    past_number,
    provided_with,
    trimmed,
    uncounted,
    weight_told,
)
from comity.reading.frames.cooperation.takers import done_to, takers
from comity.reading.frames.cooperation.things import (
    behind_taker,
    first_given,
    is_sum,
    is_support,
    money_worth,
    purpose_of,
    quantity_of,
    raised_aid,
    things_behind,
    things_given,
    told_before,
    with_antecedent,
    without_measure,
)
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, noun_of, phrase, states_of, wording
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit

_TAKING = ("goal", "for")


def provision(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Things given, granted or sent by one side to the other."""
    units, clause = sentence.units, sentence.clause(index)
    how = manner(sentence, index)
    parties = in_play(sentence, with_antecedent(sentence, index, clause), context)
    agreed = index >= 2 and units[index - 2].key in sentence.language.words["agreed"]
    if how == "infinitive" and agreed and not any(form == "ing" for _, form in units[index].value):
        how = "active"  # "decided to send twenty doctors": an announced quota
    unnamed = () if parties else _on_a_page_of_two(sentence, index, how, clause, context)
    parties = parties or unnamed
    if not parties or how == "infinitive" or bare_form(sentence, index) or _is_bent_on(sentence, index):
        return
    provided = provided_with(sentence, index, clause)
    beneficiary = [*range(index + 1, provided)] if provided else takers(sentence, index, clause)
    beneficiary = [i for i in beneficiary if not provided or is_side(sentence, i)]
    if is_of_others(sentence, index, beneficiary):
        return
    agents = [
        i
        for i in clause
        if units[i].mark == "agent"
        and (is_side(sentence, i) or (unnamed and in_class(units[i], sentence, "envoy")))
    ]
    if any(_is_company(sentence, i, clause) for i in agents):
        return
    led = how == "active" and _has_giver(sentence, index, clause)
    by_which = (
        how == "active" and units[index - 1].kind == "preposition" and units[index - 1].value == "agent"
    )
    if by_which and not (beneficiary or is_pronoun(units[index + 1])):
        return  # "helped B by sending oil": by whom, and whether to B, is not told
    if how == "active":
        first = provided + 1 if provided else behind_taker(sentence, index + 1, clause.stop)
        things = things_given(sentence, past_number(sentence, first, clause.stop), clause.stop)
    elif things_behind(sentence, index, clause):
        things = things_given(sentence, things_behind(sentence, index, clause), clause.stop)
    elif (beneficiary or agents or unnamed) and (told := done_to(sentence, index, clause)):
        things = things_given(sentence, told, clause.stop)
    elif told_before(sentence, index, clause):
        things = [(-1, told_before(sentence, index, clause))]
    elif beneficiary or agents or unnamed:
        things = things_given(sentence, first_given(sentence, index, clause), index)
    else:
        return
    parties = _giver_and_taker(sentence, index, how, beneficiary, parties, context)
    if len(parties) != 2:
        return
    told_giver = led or (how != "active" and bool(agents))
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    gift = bool(told_giver or unnamed) and {"donate", "provide"} <= predicates
    delivery = told_giver and "deliver" in predicates and _names_taker(sentence, index, clause)
    takes = index + 1 < clause.stop and (units[index + 1].kind == "state" or is_pronoun(units[index + 1]))
    worth = money_worth(sentence, index, clause) if gift else None
    lends = sentence.language.words["lends"]
    for number, group in things:
        money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
        aid = any(in_class(unit, sentence, "aid" if told_giver else "aid_always") for unit in group)
        aid = aid or (told_giver and is_support(sentence, group))
        aid = aid or (led and bool(beneficiary or takes) and _is_arms(sentence, group))
        aid = aid or (told_giver and _as_help(sentence, index, group, beneficiary))
        aid = aid or (told_giver and number >= 0 and _as_relief(sentence, index, group, beneficiary))
        money = money or (
            told_giver and bool(beneficiary or takes) and any(in_class(u, sentence, "sums") for u in group)
        )
        if not money and units[index].key in sentence.language.words["commits"]:
            continue
        own_seats = number >= 0 and _is_seats(sentence, group, clause)
        own = not told_giver and (
            _of_giver(sentence, group, beneficiary)
            or own_seats
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
        amount = quantity_of(sentence, number, group)
        if amount is None and aid and number < 0:
            amount = _people_given(sentence, beneficiary)
        if unnamed and (amount is None or not (aid or gift)):
            continue  # nobody and nothing but the page tells between whom it was
        if amount is None and worth is not None:
            amount = worth.value.value
        elif amount is None and aid and (weight := weight_told(sentence, index, clause)) is not None:
            amount = weight.value.value
        elif amount is None and aid and (summed := in_sum(sentence, index, clause)) is not None:
            amount, group = summed.value.value, [unit for unit in group if unit is not summed]
        if amount is None and group and in_class(group[0], sentence, "quota"):
            continue  # told with its places
        group = without_measure(sentence, trimmed(sentence, uncounted(group)))
        if money and is_sum(sentence, group):
            group = []
        if money and not group:
            group = purpose_of(sentence, index, clause) or raised_aid(sentence, index)
        lent = noun_of(sentence, "provide", units[index].key) if units[index].key in lends else ""
        if not group and not (money and lent and told_giver and (beneficiary or takes)):
            continue
        field = field_told(sentence, group, clause)
        if field is None and (_is_arms(sentence, group) or own_seats):
            field = first_of(sentence, "training" if own_seats else "weaponry")
        used = [*group, *(units[i] for i in beneficiary[:1]), *([worth] if worth is not None else [])]
        if not group:
            used += [u for u in units[index:] if u.kind == "amount" and u.value.kind == "money"][:1]
        yield cooperation(sentence, index, parties, field, wording(sentence, group) or lent, amount, used)


def _people_given(sentence: Sentence, beneficiary: list[int]) -> int | float | None:
    """How many people had what was given: "scholarships to 45 students of B"."""
    units = sentence.units
    for i in beneficiary[:1]:
        before = range(i, max(i - 7, 0), -1)
        low = next((at for at in before if units[at].kind == "preposition" and units[at].value in _TAKING), i)
        stop = phrase(sentence, low + 1, frozenset({"of"}), len(units))
        for at in counted(sentence, low + 1, stop):
            group = units[at + 1 : stop]
            people = any(
                in_class(u, sentence, name) for u in group for name in ("trainee", "sent_forces", "expert")
            )
            if people or (group and group[-1].kind == "state" and group[-1].text.endswith("s")):
                amount: Amount = units[at].value
                return amount.value
    return None


def is_of_others(sentence: Sentence, index: int, beneficiary: list[int]) -> bool:
    """Whether a thing went to others than a state: to its neighbours, to those who fight its government."""
    units = sentence.units
    owned = [i for i in beneficiary if i + 1 < len(units) and units[i + 1].kind == "poss"]
    behind = [i for i in sentence.clause(index) if i > index]
    neighbours = bool(owned) and any(in_class(units[i], sentence, "neighbours") for i in behind)
    key, rebels = sentence.language.key, sentence.language.words["rebels"]
    return neighbours or any(key(word) in rebels for i in behind for word in units[i].text.split())


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
    given = any(in_class(u, sentence, name) for u in group for name in ("expert", "arms", "aid"))
    return bool(takers) and bool(givers - takers) and given


def _as_help(sentence: Sentence, index: int, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether soldiers were sent to help: "sent 500 soldiers to B to help defend it"."""
    if not beneficiary or not any(in_class(unit, sentence, "sent_forces") for unit in group):
        return False
    units, words = sentence.units, sentence.language.words["in_help"]
    behind = units[beneficiary[0] : sentence.clause(index).stop]
    return any(unit.key.split(" ")[0] in words for unit in behind) or any(unit.key in words for unit in group)


def _as_relief(sentence: Sentence, index: int, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether people were sent to rescue others: "sent 50 members of a rescue team to B"."""
    if not beneficiary or not any(in_class(unit, sentence, "sent_people") for unit in group):
        return False
    words = sentence.language.words["relief_work"]
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(sentence.language.key(word) in words for unit in behind for word in unit.text.split())


def _on_a_page_of_two(
    sentence: Sentence, index: int, how: str, clause: range, context: Context
) -> tuple[str, ...]:
    """The two states of the page, where a dated sentence says of neither what was given: "40 scholarships were
    awarded in 2013"."""
    pair = context.pair() if how == "passive" else None
    if pair is None:
        return ()
    told = {state for unit in sentence.units for state in states_of(unit)}
    gift = any(predicate == "donate" for predicate, _ in reading_of(sentence, index))
    if gift and told and told <= set(pair):
        return pair  # "A handed over ten cars; four buses were donated to the Centre"
    if date_unit(sentence, index) is None:
        return ()
    envoy = any(
        sentence.units[i].mark == "agent" and in_class(sentence.units[i], sentence, "envoy") for i in clause
    )
    others = bool(told) or any(sentence.units[i].kind == "organisation" and not envoy for i in clause)
    return () if others else pair


def _is_company(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the one by whom something was given is a company or bank: "by the B Savings Bank"."""
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    return any(in_class(unit, sentence, "company") for unit in sentence.units[index:stop])


def _is_bent_on(sentence: Sentence, index: int) -> bool:
    """Whether a verb only says what somebody is bent on doing: "is committed to funding"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    goal = after is not None and after.kind == "preposition" and after.value == "goal"
    return goal and sentence.units[index].key in sentence.language.words["commits"]


def _between_two(sentence: Sentence, group: list[Unit], beneficiary: list[int], context: Context) -> bool:
    """Whether a thing that one of two states was given came from the other: told on a page about both, or below a
    heading about the other."""
    pair = context.pair() or ()
    takers = {state for i in beneficiary for state in states_of(sentence.units[i])}
    given = any(in_class(unit, sentence, "aid") for unit in group) or _is_arms(sentence, group)
    return len(takers & set(pair)) == 1 and given


def _is_arms(sentence: Sentence, group: list[Unit]) -> bool:
    return any(in_class(unit, sentence, "arms") for unit in group)


def _is_seats(sentence: Sentence, group: list[Unit], clause: range) -> bool:
    """Whether things are places to study: «для граждан А выделено 30 мест»."""
    return any(in_class(unit, sentence, "seat") for unit in group[:3]) and any(
        in_class(sentence.units[i], sentence, "trainee") for i in clause
    )


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
