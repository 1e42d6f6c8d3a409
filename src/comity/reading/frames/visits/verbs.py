"""Visits told by a verb: "X visited B", "X arrived in B", "B was visited by X", «прибывший в Б …»."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import achieved
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.actors import actors_behind
from comity.reading.frames.participants.delegations import without_plain_groups
from comity.reading.frames.participants.persons import told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.elliptical import also_went, once_more
from comity.reading.frames.visits.gapped import gap_behind, gapped
from comity.reading.frames.visits.goals import goals_of, is_country, left
from comity.reading.frames.visits.hosting import goals_before
from comity.reading.frames.visits.leading import with_leader
from comity.reading.frames.visits.people import alone, groups_of
from comity.reading.frames.visits.returning import in_return, returned
from comity.reading.frames.visits.several import everywhere
from comity.reading.frames.visits.travel import Dated, Goal, Group, drafts, listed_groups
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_BEHIND_TOUR = 3
_TRAVEL = frozenset({"visit", "tour"})
_ASIDE = 6
"""Units from a participle to where the visit went: «пребывающий с официальным визитом в стране»."""


def went(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X visited B", "X arrived in B", "B was visited by X"."""
    how = voice(sentence, index)
    if how == "ing" and (tourist := _on_tour(sentence, index)) is not None:
        date = dated_act(date_unit(sentence, index))
        when = [Dated(date.value.date, date)] if date is not None else [Dated(None, None)]
        group = Group(told([tourist], context), when)
        yield from everywhere(sentence, index, context, [group], goals_of(sentence, index))
        return
    if how == "ing" and not sentence.language.cases:
        return
    if how == "ing" and (first := _first_to(sentence, index)) is not None:
        dates = [Dated(date.value.date, date) for date in [dated_act(date_unit(sentence, index))] if date]
        for goal in goals_of(sentence, index):
            yield from drafts(sentence, index, context, Group(told([first], context), dates), goal)
        return
    described = described_by(sentence, index) if how == "ing" and not achieved(sentence, index) else None
    if described is not None:
        goals = goals_of(sentence, index) or _goals_of_noun(sentence, index)
        for goal in goals or _hosts(sentence, index, described):
            guests = told(_with_group(sentence, index, described), context)
            own = _own_date(sentence, index) or _stays(sentence, index)
            when = dates_of(sentence, index) if own else []
            yield from drafts(sentence, index, context, Group(guests, when), goal)
        return
    if how in ("infinitive", "ing"):
        copula = achieved(sentence, index)
        people = (subjects(sentence, copula, context) or alone(sentence, copula, index)) if copula else []
        for goal in goals_of(sentence, index):
            yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goal)
        return
    if in_return(sentence, index):
        yield from returned(sentence, index, context)
        return
    if how == "passive":
        goals = goals_before(sentence, index)
        listed = listed_groups(sentence, index + 1, sentence.clause(index).stop, context)
        several = len(listed) > 1 and all(group.dates for group in listed[:-1])
        groups = (
            listed if several else [Group(told(_agents(sentence, index), context), dates_of(sentence, index))]
        )
    else:
        goals = goals_of(sentence, index) or left(sentence, index)
        groups = groups_of(sentence, index, context) if goals else []
        groups = [with_leader(sentence, index, group, context) for group in groups]
        if not goals and is_country(sentence, index + 1):
            for group in groups_of(sentence, index, context):
                yield from drafts(sentence, index, context, group, None)
        elif not goals:
            yield from once_more(sentence, index, context)
    second = gapped(sentence, index, context) if how == "active" or how == "bare" else []
    if second:
        groups = [_dated_before(sentence, group, gap_behind(sentence, index)) for group in groups]
    found = list(everywhere(sentence, index, context, groups, goals))
    yield from found
    for group, goal in second:
        yield from drafts(sentence, index, context, group, goal)
    if found and len(goals) == 1:
        yield from also_went(sentence, index, context, goals[0], found[0].slots["from"])


def _dated_before(sentence: Sentence, group: Group, gap: int) -> Group:
    """A group with no date of what is told behind it without a verb, but the one before that."""
    units = sentence.units
    if not any(one.unit is not None and sentence.index(one.unit) >= gap for one in group.dates):
        return group
    before = next((unit for unit in reversed(units[:gap]) if unit.kind == "date"), None)
    return group._replace(dates=[Dated(before.value.date if before else None, before)])


def _on_tour(sentence: Sentence, index: int) -> Unit | None:
    """Who went where a participle or gerund behind a tour says: "N toured Asia, stopping in A, B and C", «Н. совершил
    турне, посетив А и Б»."""
    units = sentence.units
    if index < _BEHIND_TOUR or units[index - 1].text != ",":
        return None
    if sentence.language.cases and not sentence.language.morphology.is_gerund(sentence, index):
        return None
    tour = any(
        (unit.kind == "event" and unit.value.type == "tour")
        or (unit.kind == "trigger" and any(predicate in _TRAVEL for predicate, _ in unit.value))
        for unit in units[: index - 1]
    )
    actors = [unit for unit in units[:index] if unit.kind == "actor"]
    subject = actors[0] if actors and actors[0].mark == "" else None
    facts = all(is_fact(sentence, i) for i in range(index) if is_verb(sentence, i))
    return subject if tour and facts and is_fact(sentence, index) else None


def _agents(sentence: Sentence, index: int) -> list[Unit]:
    found = actors_behind(sentence, index, sentence.clause(index).stop)
    if not found or not any(unit.mark == "agent" for unit in found):
        return []
    first = sentence.index(found[0])
    return [] if any(is_verb(sentence, i) for i in range(index + 1, first)) else found  # that verb's agent


def described_by(sentence: Sentence, index: int) -> Unit | None:
    """Whom a participle behind a comma describes: «министра обороны, прибывшего в Софию»."""
    units = sentence.units
    if index < 2 or units[index - 1].text != ",":
        return None
    comma = units[index - 1].start
    before = max(
        (unit for unit in units if unit.end <= comma), key=lambda unit: unit.end
    )  # in the text's order
    return before if before.kind == "actor" and comma - before.end <= 1 else None


def _first_to(sentence: Sentence, index: int) -> Unit | None:
    """Who was the first that a participle describes: «первым лидером, посетившим А, стал президент Б»."""
    units, words = sentence.units, sentence.language.words
    told = (word for unit in units[max(0, index - 5) : index] for word in unit.text.split())
    if not any(sentence.language.key(word) in words["superlative"] for word in told):
        return None
    for at in range(index + 1, len(units)):
        becomes = units[at].kind == "trigger" and any(
            predicate == "become" for predicate, _ in units[at].value
        )
        if becomes or units[at].key in words["become"]:
            before, behind = units[at - 1], units[at + 1 : at + 2]
            named = [
                unit for unit in (before, *behind) if unit.kind == "actor" and unit.case.startswith("nom")
            ]
            return named[0] if named and is_fact(sentence, at) else None
    return None


def _with_group(sentence: Sentence, index: int, described: Unit) -> list[Unit]:
    """Whom a participle describes, a leader with the delegation: «делегация А во главе с Б., прибывшая …»."""
    before = sentence.units[sentence.clause(index).start : index - 1]
    led = described.mark == "led" and any(unit.kind == "actor" and unit.value.group for unit in before[:-1])
    group = next((unit for unit in reversed(before[:-1]) if unit.kind == "actor"), None) if led else None
    return without_plain_groups(sentence, [group, described]) if group is not None else [described]


def _goals_of_noun(sentence: Sentence, index: int) -> list[Goal]:
    """Where the visit went that a participle only carries: «совершающим первый визит в А»."""
    noun = next(
        (
            i
            for i in range(index + 1, min(index + _ASIDE, sentence.clause(index).stop))
            if sentence.units[i].kind == "trigger"
            and any(pair == ("visit", "noun") for pair in sentence.units[i].value)
        ),
        None,
    )
    return goals_of(sentence, noun) if noun is not None else []


def _own_date(sentence: Sentence, index: int) -> bool:
    """Whether a participle has a date of its own before the next verb: «прибывшая во вторник в А»."""
    for i in range(index + 1, sentence.clause(index).stop):
        if sentence.units[i].kind == "date":
            return True
        if is_verb(sentence, i) or sentence.units[i].text == ",":
            return False
    return False


def _stays(sentence: Sentence, index: int) -> bool:
    """Whether a participle says that somebody was there when the act of the sentence was: «находящийся с визитом»."""
    head = sentence.language.key(sentence.units[index].text.split(" ")[0])
    return head in sentence.language.words["staying"]


def _hosts(sentence: Sentence, index: int, guest: Unit) -> list[Goal]:
    """Where somebody is who is "in the country" with a visit: that of whom the sentence tells besides."""
    units = sentence.units
    if not any(
        is_country(sentence, i + 1)
        for i in range(index, min(index + _ASIDE, sentence.clause(index).stop - 1))
        if units[i].kind == "preposition"
    ):
        return []
    other = next(
        (u for u in units if u.kind == "actor" and u.value.state not in (None, guest.value.state)), None
    )
    return [Goal(str(other.value.state), None, other)] if other is not None else []
