"""What every way of telling a visit shares: visitors with their dates and goals, and the claims made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run, side, state_in_play
from comity.reading.frames.dates.act import dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.delegations import without_plain_groups
from comity.reading.frames.participants.persons import Told, organisation_of, person_of, told
from comity.reading.sentence import Sentence, in_aside
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_ENDS = frozenset("(),;.")
_TYPES = ("official", "state", "working", "private", "transit")
_PAIR = 2


RESIDENT = frozenset({"head-of-mission", "consul", "diplomat", "trade-representative"})


class Dated(NamedTuple):
    """A date of a visit with the form that the words beside it tell, and where it stands."""

    date: Date | None
    unit: Unit | None
    type: str | None = None


class Goal(NamedTuple):
    """Where a visit went: the state, the city if one is told, and the words."""

    state: str
    place: str | None
    unit: Unit


class Group(NamedTuple):
    """Visitors who share their dates."""

    people: list[Told]
    dates: list[Dated]
    goal: Goal | None = None


def as_goal(unit: Unit) -> Goal | None:
    if unit.kind == "state" and unit.value[1] == "name":
        return Goal(str(unit.value[0]), None, unit)
    if unit.kind == "place":
        return Goal(str(unit.value.state), unit.value.name, unit)
    return None


def listed_groups(sentence: Sentence, low: int, high: int, context: Context) -> list[Group]:
    """Actors between two indices with the dates that follow them (or stand before them, where a date opens the
    list).
    """
    units = sentence.units
    opening = next(
        (
            unit.kind
            for unit in units[low:high]
            if unit.kind == "actor" or (unit.kind == "date" and dated_act(unit))
        ),
        "",
    )
    groups: list[tuple[list[Unit], list[Dated], Goal | None]] = []
    goal: Goal | None = None
    people: list[Unit] = []
    dates: list[Dated] = []
    depth, kind = 0, None
    for cursor in range(low, high):
        unit = units[cursor]
        depth += (unit.text == "(") - (unit.text == ")")
        kind = type_word(sentence, unit) or kind
        if unit.kind == "place" and people and goal is None and _stands_alone(sentence, cursor):
            goal = as_goal(unit)
        elif unit.kind == "actor" and (depth <= 0 or (not people and unit.value.person.name)):
            if unit.mark in ("invitation", "for", "during"):
                continue
            if (dates and opening == "actor") or (
                people and dates and opening == "date" and units[cursor - 1].kind == "date"
            ):
                groups.append((people, dates, goal))
                people, dates, kind, goal = [], [], None, None
            people.append(unit)
        elif people and depth <= 0 and as_goal(unit) is not None and _towards(unit, goal, dates):
            goal = as_goal(unit)
        elif (
            unit.kind == "date"
            and dated_act(unit)
            and not in_aside(sentence, cursor)
            and not _of_talks(sentence, cursor)
        ):
            if opening == "date" and len(dates) == 1 and _within(dates[0], unit):
                dates = []  # "2020 – Foreign Minister X, 13 February", "in 1997 they met: in May X came to B"
            if opening == "date" and people and dates:
                groups.append((people, _typed(dates, kind), goal))
                people, dates, kind, goal = [], [], None, None
            if dates and _part_of(dates[-1], unit):
                dates.pop()  # "1957, June 6": one date in two parts
            dates.append(Dated(unit.value.date, unit, kind))
    if people:
        groups.append((people, _typed(dates, kind), goal))
    return [
        Group(told(without_plain_groups(sentence, found), context), when, went)
        for found, when, went in groups
    ]


def _towards(unit: Unit, goal: Goal | None, dates: list[Dated]) -> bool:
    """Whether a place is where somebody went; a town's name may not tell it from where somebody was."""
    return unit.mark == "goal" or (
        unit.mark == "place" and unit.kind == "place" and goal is None and not dates
    )


def _of_talks(sentence: Sentence, index: int) -> bool:
    """Whether a date in brackets is that of talks held on the visit: "X, 12-14 May (meeting with N, 13 May)"."""
    for unit in reversed(sentence.units[:index]):
        if unit.text in ("(", ")"):
            return False
        if unit.kind == "trigger" and ("meet", "noun") in unit.value:
            return True
    return False


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether a town stands between commas or brackets beside a date: "Minister X (P, 7 October 2014)", «X – 12 мая
    2017 г., г. Б»."""
    units = sentence.units
    before, behind = units[index - 1], units[index + 1 : index + 3]
    if behind and behind[0].text == "," and len(behind) > 1 and behind[1].kind == "date":
        return before.text in ("(", ",", ";") or before.text in _DASHES
    dated = index > 1 and units[index - 2].kind == "date"
    return dated and before.text == "," and (not behind or behind[0].text in _ENDS or behind[0].kind == "and")


def _typed(dates: list[Dated], kind: str | None) -> list[Dated]:
    """The one date of a group with the form that words behind it tell: "2007 President X (working visit)"."""
    return [dates[0]._replace(type=dates[0].type or kind)] if len(dates) == 1 else dates


def _within(before: Dated, unit: Unit) -> bool:
    """Whether a date tells the day of the year or month that another tells."""
    known, date = str(before.date), str(unit.value.date)
    return len(known) < len(date.split("/")[0]) and date.startswith(known)


def _part_of(before: Dated, unit: Unit) -> bool:
    """Whether a date right behind another says more of it."""
    return (
        before.unit is not None
        and unit.start - before.unit.end <= 2
        and str(unit.value.date).startswith(str(before.date))
    )


def drafts(
    sentence: Sentence, index: int, context: Context, group: Group, goal: Goal | None,
    origin: str | None = None, to: str | None = None,
) -> Iterator[Draft]:  # fmt: skip
    """The claims of one group of visitors to one goal, one a date."""
    people = group.people
    if not people:
        return
    to = state_in_play(goal.state, context) if goal is not None else to
    sender = sent_by(sentence, people, origin, to, context)
    to = to or (context.counterpart(sender) if sender else None)
    if not sender or not to or sender == to:
        return
    people = _of_one_side(people)
    visitors = tuple(
        dict.fromkeys(
            person_of(one, sender) for one in people if one.state in (None, sender) and _is_visitor(one)
        )
    )
    if not visitors or all(one.actor.cls in RESIDENT for one in people) or _takes_post(sentence, index):
        return
    unit = sentence.units[index]
    act = unit if unit.kind in ("trigger", "be") else None
    shared = _type(sentence, index) if act is not None else None
    elsewhere = [one.elsewhere for one in people if one.elsewhere is not None]
    crowd = all(one.actor.plural and not one.actor.person.name for one in people)
    for when in group.dates or [Dated(None, None)]:
        if crowd and when.date is None:
            continue  # "and several ministers"
        yield Draft(
            "visit",
            {
                "visitors": visitors, "from": sender, "to": to, "date": when.date, "type": when.type or shared,
                "place": goal.place if goal is not None else None,
            },
            [
                run(sentence, [act, goal.unit if goal else None, when.unit, *(one.unit for one in people)]),
                *elsewhere[:1],
            ],
            [f"visit: {unit.text}"],
            0.9 if when.date is not None and goal is not None else 0.7,
        )  # fmt: skip


def _of_one_side(people: list[Told]) -> list[Told]:
    """Visitors without those whose side is not told while others of their office are of several states: "Foreign
    Ministers N, M and L arrived in B" tells of ministers of several states.
    """
    sides: dict[str, set[str]] = {}
    for one in people:
        if one.state and one.actor.person.office:
            sides.setdefault(str(one.actor.person.office).casefold(), set()).add(one.state)
    mixed = {office for office, states in sides.items() if len(states) > 1}
    return [one for one in people if one.state or str(one.actor.person.office).casefold() not in mixed]


def _takes_post(sentence: Sentence, index: int) -> bool:
    """ "arrived in B as A's first ambassador": somebody came to stay."""
    clause = sentence.clause(index)
    return any(
        unit.kind == "actor" and unit.mark == "as" and unit.value.cls in RESIDENT
        for unit in sentence.units[index : clause.stop]
    )


def _is_visitor(one: Told) -> bool:
    """Whether an actor is somebody: named, or told by an office; a bare delegation counts with its state."""
    return bool(one.actor.person.name or one.actor.person.office)


def _returned_from(sentence: Sentence, to: str | None) -> str | None:
    """The state whose people return a visit: the one other state that the sentence names as visited before."""
    if not sentence.has_word("return_visit"):
        return None
    others = {
        unit.value[0] for unit in sentence.units if unit.kind == "state" and unit.value[1] == "name"
    } - {to}
    return str(others.pop()) if len(others) == 1 else None


def other_of_two(sentence: Sentence, to: str | None) -> str | None:
    """The other of two states that do something together while somebody visits one: "A and B signed … during X's
    visit to B".
    """
    units = sentence.units
    for i in range(1, len(units) - 1):
        joined = units[i].kind == "and" and units[i - 1].kind == units[i + 1].kind == "state"
        if joined and units[i - 1].mark == units[i + 1].mark and units[i - 1].mark in ("", "on"):
            pair = [str(units[i - 1].value[0]), str(units[i + 1].value[0])]
            return next((one for one in pair if one != to), None) if to in pair else None
        if units[i].kind in ("trigger", "clause", "actor"):
            break
    return None


def sent_by(
    sentence: Sentence, people: list[Told], origin: str | None, to: str | None, context: Context
) -> str | None:
    """The state that the visitors are of: told of them, told of all, or the other state of the dyad."""
    own = next((one.state for one in people if one.state and one.state != to), None)
    own = own or origin or next((of for one in people if (of := organisation_of(one.actor))), None)
    if own:
        return own
    if any(one.state == to for one in people):
        return None
    sender = side(sentence) or _returned_from(sentence, to) or other_of_two(sentence, to)
    if sender or to is None:
        return sender
    if (
        not any(one.actor.cls or one.actor.person.office or one.elsewhere for one in people)
        and not context.pair()
        and not context.section
        and not context.home
    ):
        return None
    if any(one.actor.cls in RESIDENT for one in people):
        return None
    other = context.other_side(to) or (context.home if context.home != to else None)
    return None if other is not None and _is_visited(sentence, other) else other


def _is_visited(sentence: Sentence, state: str) -> bool:
    """Whether a state is one of many that somebody toured: "in A on 5 March, in B on 6 March and in C on 7 March"."""
    toured = {
        goal.state
        for unit in sentence.units
        if unit.mark in ("goal", "place") and (goal := as_goal(unit)) is not None
    }
    return state in toured and len(toured) > _PAIR


def type_word(sentence: Sentence, unit: Unit) -> str | None:
    for word in unit.key.split(" "):
        for kind in _TYPES:
            if word in sentence.language.words[f"visit_{kind}"]:
                return kind
    return None


def _type(sentence: Sentence, index: int) -> str | None:
    """The form of the visit: the word before its noun, which may stand behind the verb that tells it."""
    units = sentence.units
    for cursor in range(index, sentence.clause(index).stop):
        unit = units[cursor]
        if unit.kind == "trigger" and any(predicate == "visit" for predicate, _ in unit.value):
            for before in range(cursor, max(cursor - 4, -1), -1):
                found = type_word(sentence, units[before])
                if found:
                    return found
        if unit.kind in ("actor", "clause") and cursor > index and unit.mark != "invitation":
            break
    return None
