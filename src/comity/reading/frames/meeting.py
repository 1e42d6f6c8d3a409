"""Meetings and talks of people of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context, Occasion
from comity.reading.frames.arguments import (
    code,
    date_unit,
    given_date,
    occasion_of,
    organisation_of,
    run,
    surname,
    undone,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants import (
    Told,
    actors_behind,
    dated_act,
    leads,
    person_of,
    subjects,
    told,
    visitors_of_last_visit,
    without_plain_groups,
)  # fmt: skip
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"trigger:meet", "trigger:receive"})

_CARRIED = frozenset({"determiner", "word", "amount"})
_WHEN_AND_WHERE = frozenset({"date", "place", "preposition"})
"""What may stand between a verb and the noun that it carries: «провели 3 мая в Лондоне переговоры»."""
_WITH = frozenset({"with", "between", "of", "agent", ""})
_OBJECTS = frozenset({"with", "", "led"})
_HELD = frozenset({"hold", "meet", "visit"})
_REACH = 5
_NEXT = 200
"""Signs between a meeting and the next sentence that may tell when and where it was."""
_HIGH = frozenset(
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


_TRADE = frozenset({"business"})
_PRIVATE = frozenset({"cultural"})
"""Occupations of people who speak for no state, unless a name or their state is told."""


class Sides(NamedTuple):
    """Who met whom; with nobody on the second side, all on the first met one another."""

    first: list[Told]
    second: list[Told]


class When(NamedTuple):
    """The date of a meeting with its words here or in an earlier sentence, and the occasion it was told by."""

    date: Date | None
    unit: Unit | None = None
    elsewhere: Span | None = None
    occasion: Occasion | None = None


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X met Y in P", "talks between X and Y", "X was received by Y", "the two ministers met"."""
    if not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    if "receive" in predicates:
        sides = _received(sentence, index, context)
    elif is_verb(sentence, index) and voice(sentence, index) != "ing":
        sides = _met(sentence, index, context)
    else:
        sides = None if undone(sentence, index) else _talks(sentence, index, context)
    if sides is None or not (sides.first or sides.second):
        _complete(sentence, index, context)
        return
    sides = _completed(sentence, index, sides, context)
    when = _when(sentence, index, sides, context)
    place = _place(sentence, index, when)
    told_here = [
        draft
        for participants in _meetings(sides)
        for draft in _draft(sentence, index, context, participants, when, place)
    ]
    context.meeting = told_here[0] if len(told_here) == 1 else None
    yield from told_here


def _complete(sentence: Sentence, index: int, context: Context) -> None:
    """Date and place of the meeting told last, where the next sentence tells it again: "The talks were held in P"."""
    last, units = context.meeting, sentence.units
    if last is None or is_verb(sentence, index) or not 0 <= units[0].start - last.evidence[0][1] < _NEXT:
        return
    held = next((i for i in sentence.clause(index) if i > index and is_verb(sentence, i)), None)
    if (
        held is None
        or any(unit.kind in ("actor", "state", "body", "event") for unit in units[: held + 1])
        or not any(predicate == "hold" for predicate, _ in reading_of(sentence, held))
        or not is_fact(sentence, held)
    ):
        return
    when = dated_act(date_unit(sentence, index))
    place = next((unit for unit in units if unit.kind == "place" and unit.mark == "place"), None)
    added = []
    if when is not None and last.slots.get("date") is None:
        last.slots["date"] = when.value.date
        added.append(when)
    if place is not None and last.slots.get("place") is None:
        last.slots["place"] = place.value.name
        added.append(place)
    if added:
        last.evidence.append(run(sentence, [units[index], *added]))
    context.meeting = None


# -- who met whom ------------------------------------------------------------------------------------------


def _received(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """ "X received Y", "Y was received by X"."""
    if not is_verb(sentence, index) or (voice(sentence, index) == "ing" and not sentence.language.cases):
        return None
    clause = sentence.clause(index)
    behind = actors_behind(sentence, index, clause.stop)
    if not behind or _between(sentence, index, behind[0]) > _REACH or _hands_over(sentence, clause):
        return None
    if voice(sentence, index) == "passive":
        if behind[0].mark != "agent":
            return None
    elif behind[0].mark not in ("", "led"):
        return None
    return Sides(subjects(sentence, index, context), told(behind, context))


def _between(sentence: Sentence, index: int, unit: Unit) -> int:
    """How many words stand between an act and an actor, times and places left out."""
    passed = sentence.units[index + 1 : sentence.index(unit)]
    return sum(1 for other in passed if other.kind not in ("date", "place", "preposition", "determiner"))


def _hands_over(sentence: Sentence, clause: range) -> bool:
    """Whether credentials or an honour are what is received."""
    return any(sentence.units[i].kind == "credentials" for i in clause)


def _met(sentence: Sentence, index: int, context: Context) -> Sides | None:
    first = subjects(sentence, index, context)
    behind = actors_behind(sentence, index, sentence.clause(index).stop)
    if behind and (
        sentence.index(behind[0]) - index > _REACH + 4
        or not (behind[0].mark in _OBJECTS or behind[0].case == "dat" or leads(sentence, behind[0]))
    ):
        behind = [unit for unit in behind if unit.mark == "with"]
    if not behind and sentence.language.cases:
        behind = _with_before(sentence, index)
    return Sides(first, told(behind, context))


def _with_before(sentence: Sentence, index: int) -> list[Unit]:
    """Whom somebody met, before the verb: «С президентом А он обсудил школы»."""
    units = sentence.units
    first = sentence.clause(index).start
    pronoun = next((i for i in range(index - 1, first - 1, -1) if units[i].kind == "pronoun"), -1)
    actors = [unit for unit in units[first : max(pronoun, first)] if unit.kind == "actor"]
    return actors if pronoun >= 0 and all(unit.mark == "with" for unit in actors) else []


def _talks(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """A noun with its parties: "talks between X and Y", "the meeting of X with Y", "X's meeting with Y"."""
    units = sentence.units
    clause = sentence.clause(index)
    behind: list[Unit] = []
    verb = False
    for i in range(index + 1, clause.stop):
        if units[i].kind == "trigger" and any(
            predicate == "meet" for predicate, _ in reading_of(sentence, i)
        ):
            break
        verb = verb or units[i].kind in ("be", "have", "modal") or is_verb(sentence, i)
        if units[i].kind == "actor" and not (verb and units[i].mark == "of"):
            behind.append(units[i])
    between = [unit for unit in behind if unit.mark == "between"]
    if between:
        return Sides(told(_run_from(sentence, between[0], clause.stop), context), [])
    partners = [unit for unit in behind if unit.mark == "with" or leads(sentence, unit)]
    if partners and _another_act_between(sentence, index, partners[0]):
        partners = []
    second = told(without_plain_groups(sentence, partners), context)
    if second and partners[-1].mark == "with" and not partners[-1].value.person.name:
        second += _institutions(sentence, partners[-1], clause.stop)
    first = (
        [unit for unit in behind if unit.mark == "of" and unit.start < partners[0].start] if partners else []
    )
    if first:
        return Sides(told(first, context), second)
    if len(behind) == 1 and behind[0].mark == "of" and behind[0].value.plural and verb:
        return Sides(told(behind, context), [])  # «прошли переговоры министров А и Б»
    if len(behind) > 1 and (behind[0].mark == "of" or _holders(sentence, index, behind[0])):
        return Sides(told(_run_from(sentence, behind[0], clause.stop), context), [])
    owner = next(
        (
            units[i]
            for i in range(index - 1, max(index - 6, clause.start - 1), -1)
            if units[i].kind == "actor" and units[i].mark == "owner"
        ),
        None,
    )
    if owner is not None:
        return Sides(told([owner], context), second)
    carrier = _carrier(sentence, index) if not second else None
    if carrier is not None:
        return Sides(subjects(sentence, carrier, context), [])
    if not second:
        return (
            _after_talks(sentence, index, context)
            or _one_to_another(sentence, index, context)
            or _during_talks(sentence, index, context)
        )
    return Sides(subjects(sentence, index, context) or _ahead(sentence, partners[-1], context), second)


def _another_act_between(sentence: Sentence, index: int, partner: Unit) -> bool:
    """Whether a verb that holds no talks stands between the noun and who is named with "with": "after negotiations, X
    signed a statement with Y"."""
    return any(
        is_verb(sentence, i)
        and voice(sentence, i) in ("active", "bare")
        and not any(predicate in _HELD for predicate, _ in reading_of(sentence, i))
        for i in range(index + 1, sentence.index(partner))
    )


def _institutions(sentence: Sentence, partner: Unit, stop: int) -> list[Told]:
    """Parts of institutions joined to an institution that was met: "with the leadership of X as well as the research
    department of the Institute of Y"."""
    units = sentence.units
    at = next((i for i in range(sentence.index(partner) + 1, stop) if _joins_institution(units[i])), stop)
    of = next((i for i in range(at + 1, stop) if units[i].kind == "preposition"), stop)
    part = [unit for unit in units[at + 1 : of] if unit.kind != "determiner"]
    whole = next((i for i in range(of + 1, stop) if units[i].kind != "determiner"), stop)
    if not part or whole == stop or units[of].value != "of" or units[whole].kind != "organisation":
        return []
    if any(unit.kind != "word" for unit in part):
        return []
    office = sentence.text[part[0].start : part[-1].end]
    state = getattr(units[whole].value, "state", None)
    person = Person(office=office, of=str(getattr(units[whole].value, "name", units[whole].value)))
    run_of = Unit("actor", part[0].start, units[whole].end, office, part[-1].key)
    return [Told(Actor(person=person, state=state), run_of)]


def _joins_institution(unit: Unit) -> bool:
    return unit.kind == "preposition" and unit.value == "and"


def _holders(sentence: Sentence, index: int, first: Unit) -> bool:
    """Whether the names of those who hold an office in the plural follow a noun: "the meeting of the presidents of A
    and B, X and Y"."""
    units = sentence.units
    passed = units[index + 1 : sentence.index(first)]
    return (
        first.mark == ""
        and bool(first.value.person.office)
        and bool(passed)
        and passed[0].value == "of"
        and all(
            unit.kind in ("word", "state", "and", "punct", "determiner", "preposition") for unit in passed
        )
    )


def _carrier(sentence: Sentence, index: int) -> int | None:
    """The verb that only carries the noun: "held a bilateral meeting", "had a telephone call"."""
    units = sentence.units
    cursor = index - 1
    passed = _CARRIED | (_WHEN_AND_WHERE if sentence.language.cases else frozenset())
    while cursor > 0 and (units[cursor].kind in passed or (units[cursor].text == "," and "date" in passed)):
        cursor -= 1
    if cursor < 1:
        return None
    unit = units[cursor]
    held = (
        unit.kind == "trigger"
        and is_fact(sentence, cursor)
        and voice(sentence, cursor) in ("active", "bare")
        and any(predicate == "hold" for predicate, _ in reading_of(sentence, cursor))
    )
    return cursor if held or unit.kind == "have" else None


def _ahead(sentence: Sentence, partner: Unit, context: Context) -> list[Told]:
    """ "At a meeting with Y in P, X said …": the subject behind the phrase."""
    units = sentence.units
    behind = sentence.index(partner) + 1
    if sentence.language.cases and behind < len(units) and _is_subject(units[behind]):
        return told([units[behind]], context)  # «После переговоров с Б. президент А заявил …»
    comma = False
    for cursor in range(behind, len(units)):
        comma = comma or units[cursor].text == ","
        if comma and units[cursor].kind == "actor" and units[cursor].mark == "":
            return told([units[cursor]], context)
        if is_verb(sentence, cursor):
            break
    return []


def _is_subject(unit: Unit) -> bool:
    return unit.kind == "actor" and unit.case.startswith("nom") and unit.mark in ("", "with")


def _after_talks(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """ "signed by X and Y after talks": those named before the noun are those who talked."""
    low = max(index - 3, 0)
    if not any(
        unit.kind == "preposition" and unit.value in ("after", "during") for unit in sentence.units[low:index]
    ):
        return None
    named = [
        sentence.units[i]
        for i in range(sentence.clause(index).start, index)
        if sentence.units[i].kind == "actor"
    ]
    return Sides(told(named, context), []) if named else None


def _during_talks(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """«В ходе переговоров министры А и Б Н. и М. договорились»: the subject behind talks that open the sentence, where
    it is of two states.
    """
    units = sentence.units
    opens = index > 0 and units[index - 1].kind == "preposition" and units[index - 1].value == "during"
    if not (sentence.language.cases and opens) or any(unit.kind == "actor" for unit in units[:index]):
        return None
    first = next((unit for unit in units[index + 1 :] if unit.kind in ("actor", "clause", "trigger")), None)
    if first is None or first.kind != "actor" or first.mark or not first.case.startswith("nom"):
        return None
    subject = _run_from(sentence, first, sentence.clause(index).stop)
    return (
        Sides(told(subject, context), [])
        if len({unit.value.state for unit in subject} - {None}) == 2
        else None
    )


def _one_to_another(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """ "In a telephone call on D, President X congratulated President Y": who says something to whom at talks that
    open the sentence."""
    units = sentence.units
    actors = [i for i in range(index + 1, len(units)) if units[i].kind == "actor"]
    if any(unit.kind in ("actor", "trigger") for unit in units[:index]) or len(actors) < 2 or not index:
        return None
    first, second = actors[:2]
    between = units[first + 1 : second]
    before = units[index + 1 : first]
    said = any(unit.kind in ("word", "trigger") for unit in between) and all(
        unit.kind in ("word", "trigger", "determiner") for unit in between
    )
    led_in = all(
        unit.kind in ("date", "preposition", "punct", "determiner", "place", "number") for unit in before
    )
    one, other = units[first], units[second]
    if not (said and led_in and one.mark == other.mark == "" and one.value.state and other.value.state):
        return None
    return (
        Sides(told([one], context), told([other], context)) if one.value.state != other.value.state else None
    )


def _run_from(sentence: Sentence, first: Unit, stop: int) -> list[Unit]:
    """A first actor and those that commas and "and" join to it."""
    units = sentence.units
    start = sentence.index(first)
    found = [first]
    for cursor in range(start + 1, stop):
        unit = units[cursor]
        if unit.kind == "actor":
            found.append(unit)
        elif unit.kind == "poss" or (unit.mark == "owner" and unit.kind == "state"):
            continue  # "between X and B's Y"
        elif unit.kind not in ("and", "punct", "determiner") and not (
            unit.kind == "preposition" and unit.value in ("between", "with", "and")
        ):
            break
    return without_plain_groups(sentence, found)


# -- completing --------------------------------------------------------------------------------------------


def _completed(sentence: Sentence, index: int, sides: Sides, context: Context) -> Sides:
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
        and first[0].actor.cls in _HIGH
        and first[0].unit is not None
    ):
        first = _of_two_states(sentence, first[0]) or (
            _both(sentence, index, first[0], context) if len(first) == 1 and not first[0].state else first
        )
    second = [_counterpart(one, first) for one in _one_side(second)]
    first = [_counterpart(one, first[:position]) for position, one in enumerate(first)]
    return Sides(first, second)


def _one_side(partners: list[Told]) -> list[Told]:
    """Partners named in one breath, those without a state of their own on the side of the first: "A's Foreign Minister
    X and First Deputy Foreign Minister Y"."""
    if not partners or partners[0].state is None:
        return partners
    state = partners[0].state
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
    if any(unit.kind == "actor" for unit in sentence.units[:index]):
        return False
    if sum(1 for one in hosts if one.unit is not None and one.unit in sentence.units) > 1:
        return False
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
    if len(found) < 2 and pair:
        for state in pair:
            if len(found) < 2 and all(one.state != state for one in found):
                person = Person(office=plural.actor.person.office, of=state)
                found.append(Told(Actor(person=person, state=state, cls=plural.actor.cls), plural.unit))
    return [one._replace(unit=one.unit or plural.unit) for one in found[:2]]


def _when(sentence: Sentence, index: int, sides: Sides, context: Context) -> When:
    """The meeting's own date, else the nearest before it in the sentence, else that of the visit or meeting it
    belongs to.
    """
    own = dated_act(date_unit(sentence, index))
    held = _held(sentence, index)
    if held:
        own = next((sentence.units[i] for i in held if sentence.units[i].kind == "date"), own)
    if own is None:
        own = next(
            (unit for unit in reversed(sentence.units[:index]) if unit.kind == "date" and dated_act(unit)),
            None,
        )
    if own is not None:
        return When(own.value.date, own)
    occasion = occasion_of(sentence, index, context)
    if occasion is None:
        last = context.occasion("visit", "meeting")
        names = {surname(person.name) for person in last.people if person.name} if last is not None else set()
        if (
            last is not None
            and sides.first
            and sides.first[0].unit is not None
            and sides.first[0].unit.value
            and sides.first[0].unit.value.plural
            and not sides.second
        ):
            occasion = last if set(last.parties) == {one.state for one in sides.first} else None
        elif any(
            one.actor.person.name and surname(one.actor.person.name) in names
            for one in (*sides.first, *sides.second)
        ):
            occasion = last
    if occasion is None or occasion.date is None:
        return When(given_date(sentence))
    return When(occasion.date, None, occasion.evidence[0], occasion)


def _held(sentence: Sentence, index: int) -> range:
    """The clause that tells when and where a meeting named before it was held: "the talks of X and Y, which took place
    in P on 3 May"."""
    units = sentence.units
    for i in range(index + 1, len(units) - 1):
        if units[i].kind == "clause":
            verb = next((j for j in range(i + 1, min(i + 4, len(units))) if units[j].kind == "trigger"), None)
            holds = verb is not None and any(p == "hold" for p, _ in reading_of(sentence, verb))
            return sentence.clause(verb) if verb is not None and holds else range(0)
    return range(0)


def _place(sentence: Sentence, index: int, when: When) -> tuple[str | None, Unit | None, str | None]:
    """Where: a city, or a named house, told in the clause or before it; with the unit and the city's state."""
    units = sentence.units
    clause = sentence.clause(index)
    for i in (*_held(sentence, index), *clause):
        unit = units[i]
        if unit.kind == "place" and unit.mark == "place":
            return unit.value.name, unit, unit.value.state
    town = _dateline(sentence)
    if town is not None and any(units[i].key in sentence.language.words["here"] for i in clause):
        return town.value.name, town, town.value.state
    for i in clause:
        if i > index and units[i].kind == "place" and units[i - 1].text == "(":
            return units[i].value.name, units[i], units[i].value.state  # "… met N (P, 3 June 2015)"
    for i in clause:
        unit = units[i]
        if i > index and _turns(sentence, i):
            break
        if unit.kind == "organisation" and unit.mark == "place" and i > index:
            name = str(getattr(unit.value, "name", unit.value))
            known = sentence.language.entries.get(sentence.language.phrase_key(name), ())
            house = next((entry.value for entry in known if entry.kind == "place"), None)
            if house is not None:
                return house.name, unit, house.state  # "in the White House"
            return name, unit, None
        if (
            unit.kind == "actor"
            and unit.mark == "place"
            and unit.value.person.name
            and not unit.value.person.office
        ):
            return unit.value.person.name, unit, None
    for unit in reversed(units[: clause.start]):
        if unit.kind == "place" and unit.mark in ("place", "goal"):
            return unit.value.name, unit, unit.value.state
    if clause.start and units[clause.start - 1].key in sentence.language.words["where"]:
        for unit in reversed(units[: clause.start]):
            if unit.kind == "place":
                return unit.value.name, unit, unit.value.state
    for unit in units[clause.start : index]:
        if unit.kind == "place" and unit.mark == "goal":
            return unit.value.name, unit, unit.value.state
    return (when.occasion.place if when.occasion is not None else None), None, None


def _dateline(sentence: Sentence) -> Unit | None:
    """The town at the head of a news item: "P, 4 May – …"."""
    units = sentence.units
    headed = len(units) > 1 and units[0].kind == "place" and units[1].text == ","
    return units[0] if headed and units[0].text.isupper() else None


def _turns(sentence: Sentence, at: int) -> bool:
    """Whether the sentence goes on to something else than the meeting: "… and the two countries agreed to …"."""
    unit = sentence.units[at]
    return (
        unit.kind in ("sides", "dyad", "modal")
        or unit.key in sentence.language.words["agreed"]
        or is_verb(sentence, at)
    )


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
    titled = actor.cls and actor.cls not in _HIGH and not actor.group
    if titled and actor.person.of and not actor.person.name and not actor.state:
        return False  # "the head of the Liberation Front"
    if not actor.person.name and not actor.state and actor.cls in _PRIVATE:
        return False  # "the inventor"
    return bool(actor.person.name or actor.person.office)


# -- the claim ---------------------------------------------------------------------------------------------


def _draft(
    sentence: Sentence, index: int, context: Context, participants: list[Told], when: When,
    place: tuple[str | None, Unit | None, str | None],
) -> Iterator[Draft]:  # fmt: skip
    town = _dateline(sentence)
    at = place[2] or (town.value.state if town is not None else None)
    received = any(predicate == "receive" for predicate, _ in reading_of(sentence, index))
    states = _states(participants, at, _goal(sentence, index, participants[0].unit), context)
    parties = tuple(dict.fromkeys(state for state in states if state)) or context.pair() or ()
    if when.date is None and not any(one.actor.person.name for one in participants):
        return  # "the leaders have met on several occasions"
    if len(parties) < 2:
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
        {"participants": people, "date": when.date, "place": place[0], "parties": parties},
        [
            run(sentence, [unit, when.unit, place[1], *(one.unit for one in participants)]),
            *dict.fromkeys(elsewhere),
        ],
        [f"meeting: {unit.text}"],
        0.8 if when.date is not None else 0.65,
    )


def _goal(sentence: Sentence, index: int, first: Unit | None) -> str | None:
    """Where the first of those who met had come to: "During his visit to P, N met …", "N visited P and met …"."""
    units, own = sentence.units, sentence.language.words["own"]
    for i, unit in enumerate(units[:-2]):
        if unit.kind != "trigger" or not any(predicate == "visit" for predicate, _ in unit.value):
            continue
        theirs = any(other.key in own for other in units[max(0, i - 2) : i])
        went = first is not None and first.start < unit.start and i < index
        if theirs or went:
            goal = next((other for other in units[i + 1 : i + 5] if code(other) is not None), None)
            return code(goal) if goal is not None and goal.mark in ("goal", "place", "") else None
    return None


def _organisation(actor: Actor) -> str | None:
    """The international organisation that somebody with a name speaks for."""
    return organisation_of(actor) if actor.person.name else None


def _office_shared(participants: list[Told]) -> bool:
    """Whether two are told by one office in the plural, which does not say who is on which side: "Prime Ministers X
    and Y"."""
    offices = {one.actor.person.office for one in participants}
    return len(offices) == 1 and all(
        one.unit is not None and one.actor.cls in _HIGH and one.unit.text == one.actor.person.name
        for one in participants
    )


def _other_of_visit(own: str, context: Context) -> str | None:
    """The other state of the visit told last, where one side's state is of it: a guest meets those of the country."""
    visit = context.occasion("visit")
    if visit is None or own not in visit.parties or len(visit.parties) < 2:
        return None
    return visit.parties[1] if visit.parties[0] == own else visit.parties[0]


def _states(
    participants: list[Told], place: str | None, goal: str | None, context: Context
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
    if not known and not context.language.cases and _office_shared(participants):
        return told_states
    if not known and pair and len(missing) == len(participants) == 2:
        # nobody's side is told: the page's own side comes first, or who had come to the other
        if goal in pair:
            return [context.counterpart(goal), goal]
        home = context.home if context.home in pair else pair[0]
        return [home, context.counterpart(home)]
    if len(known) == 1 and missing:
        own = next(iter(known))
        other = (
            context.counterpart(own)
            or _other_of_visit(own, context)
            or (place if place != own else None)
            or (context.home if context.home != own else None)
        )
        for position in missing:
            told_states[position] = other
    return told_states
