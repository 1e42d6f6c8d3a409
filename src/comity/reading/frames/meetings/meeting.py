"""Meetings and talks of people of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import code, run
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.meetings.later import complete, met_again, of_the_same
from comity.reading.frames.meetings.people import HIGH, completed_sides
from comity.reading.frames.meetings.settings import When, dateline_town, when_held, where_held, where_visited
from comity.reading.frames.meetings.sides import Sides, met, received, talks_of
from comity.reading.frames.participants.actors import has_verb
from comity.reading.frames.participants.persons import Told, organisation_of, person_of
from comity.reading.frames.participants.subjects import LEADERS
from comity.reading.frames.undone import undone
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import DATELINE, Unit

STARTS = frozenset({"trigger:meet", "trigger:receive"})

_STILL = 1500
"""How far behind the words for a meeting a text goes on about it."""
_TRADE = frozenset({"business"})
_PRIVATE = frozenset({"cultural"})
"""Occupations of people who speak for no state, unless a name or their state is told."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X met Y in P", "talks between X and Y", "X was received by Y", "the two ministers met"."""
    if not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    again = met_again(sentence, index, context) if "meet" in predicates else None
    if again is not None:
        yield again
        return
    if "receive" in predicates:
        sides = received(sentence, index, context)
    elif is_verb(sentence, index) and voice(sentence, index) != "ing":
        sides = met(sentence, index, context)
    else:
        sides = None if undone(sentence, index) else talks_of(sentence, index, context)
    if sides is None or not (sides.first or sides.second):
        earlier = of_the_same(sentence, index, context)
        if earlier is not None:
            yield earlier
        else:
            complete(sentence, index, context)
        return
    sides = completed_sides(sentence, index, sides, context)
    when = when_held(sentence, index, sides, context)
    if _goes_on(sentence, index, sides, when):
        return
    place = where_held(sentence, index, when)
    if place[0] is None and not _on_margins(sentence, index):
        place = (where_visited(sentence, sides, when, context), None, None)
    if _told_again(sentence, index, sides, place[1], context):
        return
    told_here = [
        draft
        for participants in _meetings(sides)
        for draft in _draft(sentence, index, context, participants, when, place)
    ]
    context.meeting = told_here[0] if len(told_here) == 1 else None
    yield from told_here


def _goes_on(sentence: Sentence, index: int, sides: Sides, when: When) -> bool:
    """Whether a sentence only tells what those who met spoke about: «Главы ведомств обсудили …»."""
    first = sides.first[0].unit if sides.first else None
    several = first is not None and first.kind == "actor" and first.value.plural and not sides.second
    told = when.occasion is not None and when.occasion.kind == "meeting"
    return several and told and sentence.units[index].key in sentence.language.words["discussed"]


def _meetings(sides: Sides) -> Iterator[list[Told]]:
    """One meeting a partner: "met with X, Y and Z" tells three."""
    first = [one for one in sides.first if _counts(one)]
    second = [one for one in sides.second if _counts(one)]
    if not second:
        if len(first) > 1 and (len({one.state for one in first}) > 1 or first[0].state is None):
            yield first
    elif first:
        for partner in second:
            yield [*first, partner]


def _counts(one: Told) -> bool:
    """Whether somebody is told by name, office or institution; "businessmen" are not, nor is a place taken for
    a name.
    """
    actor = one.actor
    if one.unit is not None and one.unit.mark == "place":
        return False
    if actor.plural and not actor.person.name:
        return bool(actor.person.of and actor.person.of != actor.state) and actor.cls not in _PRIVATE | _TRADE
    titled = actor.cls and actor.cls not in HIGH and not actor.group
    if titled and actor.person.of and not actor.person.name and not actor.state:
        return False  # "the head of the Liberation Front"
    if not actor.person.name and not actor.state and actor.cls in _PRIVATE:
        return False  # "the inventor"
    return bool(actor.person.name or actor.person.office)


def _draft(
    sentence: Sentence, index: int, context: Context, participants: list[Told], when: When,
    place: tuple[str | None, Unit | None, str | None],
) -> Iterator[Draft]:  # fmt: skip
    town = dateline_town(sentence)
    at = place[2] or (town.value.state if town is not None else None)
    if _on_margins(sentence, index):
        at = None  # the town's state is not one of the sides
    received = any(predicate == "receive" for predicate, _ in reading_of(sentence, index))
    states = _states(sentence, index, participants, at, context)
    parties = tuple(dict.fromkeys(state for state in states if state)) or context.pair() or ()
    named = any(one.actor.person.name for one in participants)
    if when.date is None and not named and not _single(sentence, index, participants):
        return  # "the leaders have met on several occasions"
    if len(parties) < 2 and (_on_margins(sentence, index) or not _guest_of_own(participants)):
        return
    if received and not any(one.actor.person.office or one.state for one in participants):
        return  # "receiving in its prisons …": capitalised words are not always people
    people = tuple(
        dict.fromkeys(person_of(one, state) for one, state in zip(participants, states, strict=True))
    )
    if len(people) < 2:
        return
    elsewhere = [
        span for span in (*(one.elsewhere for one in participants), when.elsewhere) if span is not None
    ]
    unit = sentence.units[index]
    yield Draft(
        "meeting",
        {
            "participants": people,
            "date": when.date,
            "place": place[0],
            "parties": parties if len(parties) > 1 else None,
        },
        [
            run(sentence, [unit, when.unit, place[1], *(one.unit for one in participants)]),
            *dict.fromkeys(elsewhere),
        ],
        [f"meeting: {unit.text}"],
        0.8 if when.date is not None else 0.65,
    )


def _guest_of_own(participants: list[Told]) -> bool:
    """Whether a page tells by office and name alone who of its own state met another state's officer: "Minister N met
    with M, Minister of A"."""
    own = [one for one in participants if not one.state and not one.actor.person.of]
    others = [one for one in participants if one.state]
    if len(own) != 1 or len(others) != 1 or len(participants) != len(own) + len(others):
        return False
    return (
        all(
            one.actor.person.name and one.actor.person.office and one.actor.cls in HIGH | {"head-of-mission"}
            for one in (*own, *others)
        )
        and own[0].actor.cls in HIGH
    )


def _told_again(sentence: Sentence, index: int, sides: Sides, place: Unit | None, context: Context) -> bool:
    """Whether "the leaders discussed …" only says what a meeting told before was about."""
    first = sides.first[0] if sides.first else None
    last = context.occasion("meeting")
    if first is None or first.unit is None or sides.second or last is None or place is not None:
        return False
    actor = first.unit.value if first.unit.kind == "actor" else None
    if (
        actor is None
        or not actor.plural
        or actor.person.name
        or dated_act(date_unit(sentence, index)) is not None
    ):
        return False
    near = 0 <= sentence.start - last.evidence[0][0] < _STILL
    office = str(actor.person.office).casefold()
    if office in LEADERS:
        return near and (context.news or context.of_two)
    return (
        near
        and context.news
        and any(str(person.office).casefold().endswith(office) for person in last.people)
    )


def _single(sentence: Sentence, index: int, participants: list[Told]) -> bool:
    """Whether one meeting of two holders of offices is told: "a one-on-one meeting took place between …", «лидеры А и Б
    провели телефонный разговор».
    """
    units, morphology = sentence.units, sentence.language.morphology
    if sentence.language.cases:
        states = {one.state for one in participants if one.actor.cls in HIGH | {"head-of-mission"}} - {None}
        repeated = any(unit.key in sentence.language.words["repeated"] for unit in units)
        return len(states) == 2 and morphology.is_done(sentence, index) and not repeated
    held = units[index + 1] if index + 1 < len(units) else None
    article = next(
        (unit for unit in reversed(units[max(0, index - 3) : index]) if unit.kind == "determiner"), None
    )
    return (
        article is not None
        and article.key in sentence.language.words["indefinite"]
        and held is not None
        and held.kind == "trigger"
        and any(predicate == "hold" for predicate, _ in held.value)
    )


def _on_margins(sentence: Sentence, index: int) -> bool:
    """Whether those who met were guests of others both: on the sidelines of an assembly, at an organisation's seat."""
    units = sentence.units
    return any(
        units[i].key in sentence.language.words["margins"]
        or (units[i].kind == "organisation" and isinstance(units[i].value, str) and units[i].mark != "")
        for i in sentence.clause(index)
    )


def _goal(sentence: Sentence, index: int, first: Unit | None) -> str | None:
    """Where the first of those who met had come to: "During his visit to P, N met …", "N visited P and met …"."""
    units, own = sentence.units, sentence.language.words["own"]
    for i, unit in enumerate(units[:-2]):
        if unit.kind != "trigger" or not any(predicate == "visit" for predicate, _ in unit.value):
            continue
        theirs = any(other.key in own for other in units[max(0, i - 2) : i])
        went = first is not None and first.start < unit.start and i < index
        if theirs or went or _is_setting(sentence, i, index):
            goal = next((other for other in units[i + 1 : i + 5] if code(other) is not None), None)
            return code(goal) if goal is not None and goal.mark in ("goal", "place", "") else None
    return _town_of_item(sentence, index, first)


def _is_setting(sentence: Sentence, visit: int, index: int) -> bool:
    """Whether a visit of nobody in particular opens a sentence whose subject then met somebody: «в ходе визита в П. Н.
    встретился с М.»: it is the subject's."""
    units = sentence.units
    led_in = all(unit.kind in ("preposition", "determiner", "word", "date") for unit in units[:visit])
    during = any(unit.kind == "preposition" and unit.value == "during" for unit in units[:visit])
    owned = any(unit.kind == "actor" and unit.mark in ("of", "owner") for unit in units[visit : visit + 4])
    return led_in and during and visit < index and not owned and is_verb(sentence, index)


def _town_of_item(sentence: Sentence, index: int, first: Unit | None) -> str | None:
    """Where somebody was of whom an item tells without a verb: "3 May – Speaker N in P; talks with the minister"."""
    if first is None or first.start < sentence.start or has_verb(sentence, 0, index):
        return None
    behind = [unit for unit in sentence.units[:index] if unit.start > first.start]
    town = next((unit for unit in behind if unit.kind in ("place", "actor")), None)
    return code(town) if town is not None and town.kind == "place" else None


def _organisation(actor: Actor) -> str | None:
    """The international organisation that somebody with a name speaks for."""
    return organisation_of(actor) if actor.person.name else None


def _office_shared(participants: list[Told]) -> bool:
    """Whether two are told by one office in the plural, which does not say who is on which side: "Prime Ministers X
    and Y"."""
    offices = {one.actor.person.office for one in participants}
    return len(offices) == 1 and all(
        one.unit is not None and one.actor.cls in HIGH and one.unit.text == one.actor.person.name
        for one in participants
    )


def _other_of_visit(own: str, context: Context) -> str | None:
    """The other state of the visit told last, where one side's state is of it: a guest meets those of the country."""
    visit = context.occasion("visit")
    if visit is None or own not in visit.parties or len(visit.parties) < 2:
        return None
    return visit.parties[1] if visit.parties[0] == own else visit.parties[0]


def _states(
    sentence: Sentence, index: int, participants: list[Told], place: str | None, context: Context
) -> list[str | None]:
    """The state of each; who has none told is of the other side: of the dyad, of the place, of the page's own state."""
    told_states = [one.state or _organisation(one.actor) for one in participants]
    known = {state for state in told_states if state}
    missing = [
        position
        for position, state in enumerate(told_states)
        if not state and participants[position].actor.cls not in ("international", "religious")
    ]
    pair = context.pair()
    goal = _goal(sentence, index, participants[0].unit)
    if not known and not context.language.cases and _office_shared(participants):
        return told_states
    if not known and pair and len(missing) == len(participants) == 2 and (goal in pair or not context.loose):
        # nobody's side is told: the page's own side comes first, or who had come to the other
        if goal in pair:
            return [context.counterpart(goal), goal]
        home = context.home if context.home in pair else pair[0]
        return [home, context.counterpart(home)]
    if len(known) == 1 and missing:
        other = _other(next(iter(known)), sentence, index, place, context)
        for position in missing:
            told_states[position] = other
    return told_states


def _other(own: str, sentence: Sentence, index: int, place: str | None, context: Context) -> str | None:
    """The other side of a meeting with somebody of a state."""
    margins = _on_margins(sentence, index)
    visited = _other_of_visit(own, context)
    if context.loose:
        named = {str(unit.value[0]) for unit in sentence.units if unit.kind == "state"} - {own}
        if len(named) == 1 and not margins:
            return named.pop()
        if context.other_side(own) not in named | context.told.keys() | {context.seat}:
            return visited  # the states that such an item names most are not those of all whom it tells of
    if margins and context.seat is not None and _held_at(sentence, context.seat):
        return visited  # those who met had come there from elsewhere
    return (
        context.other_side(own)
        or visited
        or (place if place != own else None)
        or (context.owner() if context.owner() != own else None)
    )


def _held_at(sentence: Sentence, state: str) -> bool:
    """Whether a sentence names a state or a town of it, beside the dateline: where those who met were guests."""
    return any(
        code(unit) == state and unit.mark != DATELINE and unit.kind != "actor" for unit in sentence.units
    )
