"""Things and money that one side gave to the other: aid, gifts, loans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    bare_form,
    cooperation,
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
from comity.reading.frames.cooperation.given import (
    are_nationals,
    are_seconded,
    as_help,
    as_relief,
    between_two,
    is_arms,
    is_seats,
    of_giver,
    people_given,
)
from comity.reading.frames.cooperation.pages import is_set_aside, on_a_page_of_two
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


class _Giving(NamedTuple):
    """An act of giving: how it is told, and the words for those who give and take."""

    at: int
    clause: range
    how: str
    parties: tuple[str, ...]
    is_of_page: bool
    """Whether nothing but the page tells between whom it was."""
    provided: int
    """Where it is told with what somebody was provided; 0 where it is not."""
    takers: list[int]
    agents: list[int]
    is_led: bool
    """Whether a side is the subject that gives."""
    is_to_next: bool
    """Whether a state or a pronoun right behind the verb is whom it was given to: "gave B …"."""

    @property
    def has_giver(self) -> bool:
        """Whether it is told who gave."""
        return self.is_led or (self.how != "active" and bool(self.agents))

    @property
    def has_taker(self) -> bool:
        """Whether it is told who took."""
        return bool(self.takers) or self.is_to_next


class _Sort(NamedTuple):
    """What makes a thing that was given cooperation: money, aid, places to study."""

    money: bool
    aid: bool
    seats: bool
    own: bool
    """Whether the thing itself tells whose it was."""

    @property
    def is_plain(self) -> bool:
        """Whether a thing of this sort is cooperation whatever the word for giving it."""
        return self.money or self.aid or self.own


def provision(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Things given, granted or sent by one side to the other."""
    giving = _giving(sentence, index, context)
    if giving is None:
        return
    things = _things(sentence, giving)
    parties = _giver_and_taker(sentence, index, giving.how, giving.takers, giving.parties, context)
    if len(parties) != 2:
        return
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    gift = (giving.has_giver or giving.is_of_page) and {"donate", "provide"} <= predicates
    worth = money_worth(sentence, index, giving.clause) if gift else None
    for number, group in things:
        sort = _sort(sentence, giving, number, group, context)
        single = gift and any(in_class(unit, sentence, "single_gift") for unit in group)
        handed = gift or _is_delivery(sentence, giving)
        told = sort is not None and (sort.is_plain or worth is not None or single or (number >= 0 and handed))
        if sort is None or not told:
            continue
        amount = quantity_of(sentence, number, group)
        if amount is None and sort.aid and number < 0:
            amount = people_given(sentence, giving.takers)
        set_aside = sort.money and sentence.units[index].key in sentence.language.words["set_aside"]
        if giving.is_of_page and not single and (amount is None or not (sort.aid or gift or set_aside)):
            continue  # nobody and nothing but the page tells between whom it was
        if amount is None:
            amount, group = _measured(sentence, giving, group, sort, worth)
        draft = _draft(sentence, giving._replace(parties=parties), group, sort, amount, worth)
        if draft is not None:
            yield draft


def _giving(sentence: Sentence, index: int, context: Context) -> _Giving | None:
    """How an act of giving is told and by whom; nothing where no state gives or takes."""
    units, clause = sentence.units, sentence.clause(index)
    how = _manner(sentence, index)
    parties = in_play(sentence, with_antecedent(sentence, index, clause), context)
    unnamed = () if parties else on_a_page_of_two(sentence, index, how, clause, context)
    if not (parties or unnamed) or how == "infinitive":
        return None
    if bare_form(sentence, index) or _is_bent_on(sentence, index):
        return None
    provided = provided_with(sentence, index, clause)
    beneficiary = [*range(index + 1, provided)] if provided else takers(sentence, index, clause)
    beneficiary = [i for i in beneficiary if not provided or is_side(sentence, i)]
    if is_of_others(sentence, index, beneficiary):
        return None
    agents = [
        i
        for i in clause
        if units[i].mark == "agent"
        and (is_side(sentence, i) or (unnamed and in_class(units[i], sentence, "envoy")))
    ]
    if any(_is_company(sentence, i, clause) for i in agents):
        return None
    if _by_giving(sentence, index, how) and not (beneficiary or is_pronoun(units[index + 1])):
        return None  # "helped B by sending oil": by whom, and whether to B, is not told
    led = how == "active" and _has_giver(sentence, index, clause)
    after = units[index + 1] if index + 1 < clause.stop else None
    to_next = after is not None and (after.kind == "state" or is_pronoun(after))
    of_page = bool(unnamed) or (
        not agents and not beneficiary and is_set_aside(sentence, index, how, context)
    )
    return _Giving(
        index, clause, how, parties or unnamed, of_page, provided, beneficiary, agents, led, to_next
    )


def _manner(sentence: Sentence, index: int) -> str:
    """How a verb is told; "decided to send twenty doctors" is an announced quota, as good as sent."""
    how = manner(sentence, index)
    agreed = index >= 2 and sentence.units[index - 2].key in sentence.language.words["agreed"]
    participle = any(form == "ing" for _, form in sentence.units[index].value)
    return "active" if how == "infinitive" and agreed and not participle else how


def _by_giving(sentence: Sentence, index: int, how: str) -> bool:
    """Whether giving is the means of something else: "by sending oil"."""
    before = sentence.units[index - 1]
    return how == "active" and before.kind == "preposition" and before.value == "agent"


def _things(sentence: Sentence, giving: _Giving) -> list[tuple[int, list[Unit]]]:
    """The things that were given, each with the index of its number: behind an active verb, on either side of a
    passive."""
    index, clause = giving.at, giving.clause
    named = bool(giving.takers or giving.agents or giving.is_of_page)
    if giving.how == "active":
        provided = giving.provided
        first = provided + 1 if provided else behind_taker(sentence, index + 1, clause.stop)
        return things_given(sentence, past_number(sentence, first, clause.stop), clause.stop)
    if behind := things_behind(sentence, index, clause):
        return things_given(sentence, behind, clause.stop)
    if named and (told := done_to(sentence, index, clause)):
        return things_given(sentence, told, clause.stop)
    if before := told_before(sentence, index, clause):
        return [(-1, before)]
    return things_given(sentence, first_given(sentence, index, clause), index) if named else []


def _is_delivery(sentence: Sentence, giving: _Giving) -> bool:
    """Whether things were delivered to a state that is named: "delivered 20 buses to B"."""
    delivers = any(predicate == "deliver" for predicate, _ in reading_of(sentence, giving.at))
    return giving.has_giver and delivers and _names_taker(sentence, giving.at, giving.clause)


def _sort(
    sentence: Sentence, giving: _Giving, number: int, group: list[Unit], context: Context
) -> _Sort | None:
    """What makes a thing cooperation, if anything; nothing at all where nobody who is a side gave it."""
    money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
    if giving.has_giver and giving.has_taker:
        money = money or any(in_class(unit, sentence, "sums") for unit in group)
    if not money and sentence.units[giving.at].key in sentence.language.words["commits"]:
        return None
    seats = number >= 0 and is_seats(sentence, group, giving.clause)
    own = not giving.has_giver and (seats or _tells_giver(sentence, giving, number, group, context))
    if giving.how == "active" and not (giving.is_led or own):
        return None
    return _Sort(money, _is_aid(sentence, giving, number, group), seats, own)


def _is_aid(sentence: Sentence, giving: _Giving, number: int, group: list[Unit]) -> bool:
    """Whether a thing is help by what it is, or because somebody gave it: "medicines", "arms", "sent rescuers to B"."""
    if not giving.has_giver:
        return any(in_class(unit, sentence, "aid_always") for unit in group)
    return (
        any(in_class(unit, sentence, "aid") for unit in group)
        or is_support(sentence, group)
        or (giving.is_led and giving.has_taker and is_arms(sentence, group))
        or as_help(sentence, giving.at, group, giving.takers)
        or (number >= 0 and as_relief(sentence, giving.at, group, giving.takers))
        or (number >= 0 and giving.is_led and giving.has_taker and _are_people_sent(sentence, giving, group))
    )


def _are_people_sent(sentence: Sentence, giving: _Giving, group: list[Unit]) -> bool:
    return are_seconded(sentence, giving.at, group) or (bool(group) and are_nationals(group[-1]))


def _tells_giver(
    sentence: Sentence, giving: _Giving, number: int, group: list[Unit], context: Context
) -> bool:
    """Whether things without a giver tell whose they are, or come from the one other state that the page is about."""
    if of_giver(sentence, group, giving.takers, context):
        return True
    if giving.how != "passive" or giving.agents:
        return False
    if number >= 0 and are_seconded(sentence, giving.at, group):
        return context.pair() is not None
    dated = context.pair() is not None and date_unit(sentence, giving.at) is not None
    single = dated and any(in_class(unit, sentence, "single_gift") for unit in group)
    return (number >= 0 or single) and between_two(sentence, group, giving.takers, context)


def _measured(
    sentence: Sentence, giving: _Giving, group: list[Unit], sort: _Sort, worth: Unit | None
) -> tuple[int | float | None, list[Unit]]:
    """How much was given that no number counts, by its worth, weight or sum, and the things without that sum."""
    if worth is not None:
        return worth.value.value, group
    if not sort.aid:
        return None, group
    weight = weight_told(sentence, giving.at, giving.clause)
    if weight is not None:
        return weight.value.value, group
    total = in_sum(sentence, giving.at, giving.clause)
    if total is None:
        return None, group
    return total.value.value, [unit for unit in group if unit is not total]


def _draft(
    sentence: Sentence, giving: _Giving, group: list[Unit], sort: _Sort, amount: int | float | None,
    worth: Unit | None,
) -> Draft | None:  # fmt: skip
    """The claim that a thing was given; nothing where it is not told what, or is told with its places."""
    index, units = giving.at, sentence.units
    if amount is None and group and in_class(group[0], sentence, "quota"):
        return None
    what = without_measure(sentence, trimmed(sentence, uncounted(group)))
    if sort.money and is_sum(sentence, what):
        what = []
    if sort.money and not what:
        what = purpose_of(sentence, index, giving.clause) or raised_aid(sentence, index)
    lends = units[index].key in sentence.language.words["lends"]
    lent = noun_of(sentence, "provide", units[index].key) if lends else ""
    agency = sort.money and _is_agency(sentence, giving)
    paid_out = giving.is_of_page and units[index].key in sentence.language.words["pays_out"]
    lent = lent or (next(iter(sentence.language.words["aid_word"]), "") if agency or paid_out else "")
    told = paid_out or (giving.has_giver and (giving.has_taker or agency))
    if not what and not (sort.money and lent and told):
        return None
    field = field_told(sentence, what, giving.clause)
    if field is None and (is_arms(sentence, what) or sort.seats):
        field = first_of(sentence, "training" if sort.seats else "weaponry")
    used = [*what, *(units[i] for i in giving.takers[:1]), *([worth] if worth is not None else [])]
    if not what:
        used += [u for u in units[index:] if u.kind == "amount" and u.value.kind == "money"][:1]
    return cooperation(sentence, index, giving.parties, field, wording(sentence, what) or lent, amount, used)


def _is_agency(sentence: Sentence, giving: _Giving) -> bool:
    """Whether an agency for aid gave, since when or in which year: "USAID has provided 60 million since 1994"."""
    key, agencies = sentence.language.key, sentence.language.words["aid_agency"]
    before = sentence.units[giving.clause.start : giving.at]
    named = any(key(word) in agencies for unit in before for word in unit.text.split())
    return named and date_unit(sentence, giving.at) is not None


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


def _is_company(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the one by whom something was given is a company or bank: "by the B Savings Bank"."""
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    return any(in_class(unit, sentence, "company") for unit in sentence.units[index:stop])


def _is_bent_on(sentence: Sentence, index: int) -> bool:
    """Whether a verb only says what somebody is bent on doing: "is committed to funding"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    goal = after is not None and after.kind == "preposition" and after.value == "goal"
    return goal and sentence.units[index].key in sentence.language.words["commits"]


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
