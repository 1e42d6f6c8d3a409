"""The sides of a meeting that its words leave out: guests told before, counterparts, "the two presidents"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from comity.model.claim import Span
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.meetings.lists import of_each
from comity.reading.frames.meetings.sides import Sides
from comity.reading.frames.occasions import occasion_of
from comity.reading.frames.participants.persons import Told
from comity.reading.frames.participants.pronouns import visitors_of_last_visit
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb, voice

HIGH = frozenset(
    {
        "head-of-state",
        "royalty",
        "head-of-government",
        "foreign-minister",
        "minister",
        "deputy-minister",
        "speaker",
        "deputy-head-of-government",
    }
)
"""Offices of which each state has one, or one at a table: "the two presidents"."""


_RIGHT_BEHIND = 120
"""Signs between a visit and a sentence on talks whose guests go without saying."""


def completed_sides(sentence: Sentence, index: int, sides: Sides, context: Context) -> Sides:
    """The sides with whom the words leave out: "the two presidents", the visitor of the last visit, a
    counterpart's office.
    """
    first, second = sides
    if not first and second:
        occasion = occasion_of(sentence, index, context)
        if (occasion is not None and occasion.kind == "visit") or _guests_go_on(
            sentence, index, second, context
        ):
            delegation = _delegation_before(sentence, context)
            first = [
                one._replace(elsewhere=delegation or one.elsewhere) for one in visitors_of_last_visit(context)
            ]
    if (
        not second
        and first
        and first[0].actor.plural
        and first[0].actor.cls in HIGH
        and first[0].unit is not None
    ):
        several = of_each(first[0], sentence)
        first = (several if len(several) > 2 else _of_two_states(sentence, first[0])) or (
            _both(sentence, index, first[0], context) if len(first) == 1 and not first[0].state else first
        )
    second = [each for one in second for each in of_each(one, sentence)]
    second = [_counterpart(one, first) for one in _one_side(second)]
    first = [_counterpart(one, first[:position]) for position, one in enumerate(first)]
    return Sides(first, second)


def _one_side(partners: list[Told]) -> list[Told]:
    """Partners named in one breath, those without a state of their own on the side of the first: "A's Foreign Minister
    X and First Deputy Foreign Minister Y"."""
    states = {one.state for one in partners if one.state}
    state = partners[0].state if partners else None
    if state is None and len(states) == 1 and partners[-1].state:
        state = partners[-1].state  # "Minister X and Minister Y of A"
    if state is None:
        return partners
    return [
        one
        if one.state
        or not one.actor.person.office
        or one.actor.cls in ("international", "religious", "counterpart")
        else one._replace(actor=msgspec.structs.replace(one.actor, state=state))
        for one in partners
    ]


def _guests_go_on(sentence: Sentence, index: int, hosts: list[Told], context: Context) -> bool:
    """Whether the paragraph told a visit to the hosts: "There were also meetings with the leadership of …"."""
    visit = context.occasion("visit")
    if visit is None or len(visit.parties) < 2 or not any(person.name for person in visit.people):
        return False
    here = sentence.block.start <= visit.evidence[0][0] < sentence.units[0].start
    if not here and not _delegation_before(sentence, context):
        return False
    if is_verb(sentence, index) and voice(sentence, index) != "ing":
        return False
    if any(unit.kind == "actor" and unit.mark != "with" for unit in sentence.units[:index]):
        return False
    if sum(1 for one in hosts if one.unit is not None and one.unit in sentence.units) > 1:
        return False
    if here and all(one.actor.person.office and one.state in (None, visit.parties[1]) for one in hosts):
        own = any(unit.kind == "date" for unit in sentence.units)
        return not own and sentence.units[0].start - visit.evidence[-1][1] < _RIGHT_BEHIND
    return all(
        not one.actor.person.name
        and not one.actor.cls  # an institution or its leadership, not the holder of an office
        and (one.state == visit.parties[1] or (one.state is None and one.actor.person.of))
        for one in hosts
    )


def _delegation_before(sentence: Sentence, context: Context) -> Span | None:
    """The words for the visitors' delegation where the sentence before is about it: "The A delegation saw … There were
    also meetings with …"."""
    visit = context.occasion("visit")
    actor, span = context.recent[0] if context.recent else (None, (0, 0))
    here = sentence.block.start <= span[0] < sentence.units[0].start
    if visit is None or actor is None or not here or not actor.group:
        return None
    return span if actor.state == visit.parties[0] else None


def _counterpart(one: Told, others: Sequence[Told]) -> Told:
    """ "his counterpart": an office of the same name on the other side."""
    if one.actor.cls != "counterpart":
        return one
    like = next((other.actor for other in others if other.actor.person.office), None)
    person = Person(
        name=one.actor.person.name, office=like.person.office if like else None, of=one.actor.state
    )
    if not person.name and not person.office:
        return one
    return one._replace(actor=msgspec.structs.replace(one.actor, person=person, cls=like.cls if like else ""))


def _of_two_states(sentence: Sentence, plural: Told) -> list[Told]:
    """ "the foreign ministers of A and B, X and Y": one of each state, by name where the names follow."""
    units = sentence.units
    at = sentence.index(plural.unit) if plural.unit is not None else 0
    states = [plural.state] if plural.state else []
    if at + 2 < len(units) and units[at + 1].kind == "and" and units[at + 2].kind == "state":
        states.append(str(units[at + 2].value[0]))
    elif at > 1 and units[at - 1].kind == "and" and units[at - 2].kind == "state":
        states.insert(0, str(units[at - 2].value[0]))
    elif at > 0 and units[at - 1].kind == "dyad":
        states = list(units[at - 1].value)
    if len(states) != 2 or states[0] == states[1]:
        return []
    names = [
        unit
        for unit in units[at + 1 : at + 9]
        if unit.kind == "actor" and unit.value.person.name and not unit.value.person.office
    ]
    found = []
    for position, state in enumerate(states):
        unit = names[position] if len(names) == 2 else plural.unit
        name = names[position].value.person.name if len(names) == 2 else None
        person = Person(name=name, office=plural.actor.person.office, of=state)
        found.append(Told(Actor(person=person, state=state, cls=plural.actor.cls), unit))
    return found


def _both(sentence: Sentence, index: int, plural: Told, context: Context) -> list[Told]:
    """ "the two presidents": those of the office told just before, of two states; who is not told stays an office."""
    known = [
        (unit.value, None)
        for unit in sentence.units[:index]
        if unit.kind == "actor" and unit is not plural.unit
    ]
    found: list[Told] = []
    for actor, span in [*known, *context.recent]:
        told_before = context.known(actor) or actor
        state = actor.state or told_before.state
        cls = actor.cls or told_before.cls
        if actor.plural or not state or cls != plural.actor.cls or any(one.state == state for one in found):
            continue
        person = actor.person if actor.person.office else told_before.person
        found.append(Told(msgspec.structs.replace(told_before, person=person, state=state), None, span))
    pair = context.pair()
    if len(found) < 2 and pair and context.news:  # a history tells of many who held an office
        bearers = [one for one in map(_bearer_of(plural, context), pair) if one is not None]
        if len(bearers) == len(pair):
            return [Told(actor, plural.unit) for actor in bearers]
    if len(found) < 2 and pair:
        for state in pair:
            if len(found) < 2 and all(one.state != state for one in found):
                person = Person(office=plural.actor.person.office, of=state)
                found.append(Told(Actor(person=person, state=state, cls=plural.actor.cls), plural.unit))
    return [one._replace(unit=one.unit or plural.unit) for one in found[:2]]


def _bearer_of(plural: Told, context: Context) -> Callable[[str], Actor | None]:
    """Who by name the document told to hold the office of "the two presidents" in a state; none where several do."""

    def bearer(state: str) -> Actor | None:
        named = {
            str(actor.person.name): actor
            for actor in context.people.values()
            if actor.cls == plural.actor.cls
            and actor.state == state
            and actor.person.name
            and not actor.plural
        }
        return next(iter(named.values())) if len(named) == 1 else None

    return bearer
