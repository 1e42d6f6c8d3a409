"""Who met whom, as the words of a sentence tell it."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.meetings.lists import chairs_of, counterparts, listed_stop
from comity.reading.frames.meetings.openings import opening
from comity.reading.frames.participants.actors import actors_behind
from comity.reading.frames.participants.delegations import leads, without_plain_groups
from comity.reading.frames.participants.persons import Told, told
from comity.reading.frames.participants.pronouns import last_person
from comity.reading.frames.participants.subjects import meant, subjects
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_CARRIED = frozenset({"determiner", "word", "amount"})
_WHEN_AND_WHERE = frozenset({"date", "place", "preposition"})
"""What may stand between a verb and the noun that it carries: «провели 3 мая в Лондоне переговоры»."""
_OBJECTS = frozenset({"with", "", "led"})
_HELD = frozenset({"hold", "meet", "visit"})
_OF_OFFICE = frozenset({"goal", "owner"})
"""Marks of those whom somebody met serves: "met N, adviser to the President"."""
_QUALIFY = frozenset({"word", "determiner", "amount"})
"""What may say more of talks: "at a three-hour meeting"."""
_REACH = 5


class Sides(NamedTuple):
    """Who met whom; with nobody on the second side, all on the first met one another."""

    first: list[Told]
    second: list[Told]


def received(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """ "X received Y", "Y was received by X"."""
    if not is_verb(sentence, index):
        return None
    if voice(sentence, index) == "ing" and not sentence.language.cases:
        opened = opening(sentence, index, context)
        return Sides(*opened) if opened is not None else None
    clause = sentence.clause(index)
    behind = actors_behind(sentence, index, clause.stop)
    if not behind or _between(sentence, index, behind[0]) > _REACH or _hands_over(sentence, clause):
        return None
    if voice(sentence, index) == "passive":
        if behind[0].mark != "agent":
            return None
    elif behind[0].mark not in ("", "led") and not (
        leads(sentence, behind[0]) or _is_granted(sentence, index, behind[0])
    ):
        return None
    return Sides(subjects(sentence, index, context), told(behind, context))


def _is_granted(sentence: Sentence, index: int, guest: Unit) -> bool:
    """Whether the words for receiving somebody put the guest in the dative: «дал аудиенцию послу»."""
    return guest.case == "dat" and " " in sentence.units[index].text


def _between(sentence: Sentence, index: int, unit: Unit) -> int:
    """How many words stand between an act and an actor, times and places left out."""
    passed = sentence.units[index + 1 : sentence.index(unit)]
    return sum(1 for other in passed if other.kind not in ("date", "place", "preposition", "determiner"))


def _hands_over(sentence: Sentence, clause: range) -> bool:
    """Whether credentials or an honour are what is received."""
    occasions = (i for i in clause if sentence.units[i].value == "during" and sentence.language.cases)
    stop = next(occasions, clause.stop)  # «принял посла по случаю вручения верительных грамот»
    return any(sentence.units[i].kind == "credentials" for i in clause if i < stop)


def _greets(sentence: Sentence, index: int) -> bool:
    """Whether somebody is only met on arrival: «в аэропорту его встретил министр»."""
    words, units = sentence.language.words, sentence.units
    greets = units[index].key in words["greets"]
    return greets and any(units[i].key in words["terminal"] for i in sentence.clause(index))


def met(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """Sides of a meeting that a verb tells; none of a welcome at an airport."""
    if _greets(sentence, index):
        return None
    first = subjects(sentence, index, context)
    behind = actors_behind(sentence, index, listed_stop(sentence, sentence.clause(index).stop))
    agents = [] if sentence.language.cases or first else _agents(behind)
    if len(agents) > 1 and voice(sentence, index) == "passive":
        return Sides(told(agents, context), [])  # "bilateral issues were discussed by X and Y"
    if behind and (
        sentence.index(behind[0]) - index > _REACH + 4
        or not (behind[0].mark in _OBJECTS or behind[0].case == "dat" or leads(sentence, behind[0]))
    ):
        behind = [unit for unit in behind if unit.mark == "with"]
    if not behind and sentence.language.cases:
        behind = _with_before(sentence, index)
    if not sentence.language.cases:
        behind = [unit for unit in behind if unit.mark not in _OF_OFFICE]
        for unit in behind:
            _lend_side_ahead(sentence, unit)
    colleagues = counterparts(sentence, index)
    if colleagues and all(one.actor.person.name for one in colleagues):
        return Sides(first, colleagues)
    return Sides(first, told(behind, context) or colleagues)


def _agents(behind: list[Unit]) -> list[Unit]:
    """Those by whom something was done, named in one breath."""
    return behind if behind and behind[0].mark == "agent" else []


def _lend_side_ahead(sentence: Sentence, partner: Unit) -> None:
    """Puts a partner on the side of the people whose party or body stands first in their titles: "with A Party Member
    and Director of the Office N"."""
    if partner.value.state or not partner.value.person.office:
        return
    units = sentence.units
    for i in range(sentence.index(partner) - 1, -1, -1):
        if (
            units[i].kind == "state"
            and units[i].value[1] == "adjective"
            and units[i + 1].kind == "organisation"
        ):
            partner.value = msgspec.structs.replace(partner.value, state=str(units[i].value[0]))
        if units[i].kind not in ("organisation", "and", "word", "determiner"):
            return


def _with_before(sentence: Sentence, index: int) -> list[Unit]:
    """Whom somebody met, before the verb: «С президентом А он обсудил школы»."""
    units = sentence.units
    first = sentence.clause(index).start
    pronoun = next((i for i in range(index - 1, first - 1, -1) if units[i].kind == "pronoun"), -1)
    actors = [unit for unit in units[first : max(pronoun, first)] if unit.kind == "actor"]
    return actors if pronoun >= 0 and all(unit.mark == "with" for unit in actors) else []


def talks_of(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """A noun with its parties: "talks between X and Y", "the meeting of X with Y", "X's meeting with Y"."""
    units = sentence.units
    clause = sentence.clause(index)
    if sentence.language.cases and is_verb(sentence, index):
        return _meeting_while(sentence, index, context)
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
    between = [unit for unit in behind if unit.mark == "between"] or _between_ahead(sentence, index)
    if between:
        return Sides(told(_run_from(sentence, between[0], clause.stop), context), [])
    chairs = chairs_of(sentence, index)
    if chairs:
        return Sides(told(chairs, context), [])
    colleagues = counterparts(sentence, index)
    if colleagues and not any(unit.mark == "with" for unit in behind):
        carried = _carrier(sentence, index)
        return Sides(subjects(sentence, index if carried is None else carried, context), colleagues)
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
    if owner is None and second and verb and sentence.language.cases:
        owner = next(
            (units[i] for i in clause if units[i].kind == "actor" and units[i].mark == "owner"), None
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
    first_told = (
        subjects(sentence, index, context)
        or _ahead(sentence, partners[-1], context)
        or _guest(sentence, index, context)
        or _somebody_before(sentence, index, context)
    )
    return Sides(first_told, second)


def _meeting_while(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """A gerund whose subject stands behind it: «встречаясь в А с министром Б, президент В. заявил …»."""
    units = sentence.units
    if not sentence.language.morphology.is_gerund(sentence, index):
        return None
    actors = [units[i] for i in range(index + 1, len(units)) if units[i].kind == "actor"]
    partners = [unit for unit in actors if unit.mark == "with" and "ins" in unit.case.split("-")]
    doers = [unit for unit in actors if unit.case.startswith("nom")]
    if not partners or not doers:
        return None
    return Sides(told(doers[:1], context), told(partners, context))


def _between_ahead(sentence: Sentence, index: int) -> list[Unit]:
    """Those between whom something was, told before it: «между министром А и послом Б прошла встреча»."""
    units = sentence.units
    if not sentence.language.cases:
        return []
    clause = range(sentence.clause(index).start, index)
    between = next(
        (i for i in clause if units[i].kind == "preposition" and units[i].value == "between"), None
    )
    if between is None or any(is_verb(sentence, i) for i in range(between, index)):
        return []
    return [units[i] for i in range(between, index) if units[i].kind == "actor"]


def _somebody_before(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """Who was told before and is called by a common noun here: «Об этом политик сообщил на встрече с премьером»."""
    units, nouns = sentence.units, sentence.language.words["called"]
    called = any(
        units[i].kind == "word" and units[i].text in nouns  # «политик» is no «политика» either
        for i in sentence.clause(index)
    )
    return last_person(context) if called else []


def _guest(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """Whose visit the clause is about: «визит министра А в Б начался со встречи с премьером»."""
    units, clause = sentence.units, sentence.clause(index)
    visit = next(
        (
            i
            for i in range(clause.start, index)
            if units[i].kind == "trigger" and any(pair == ("visit", "noun") for pair in units[i].value)
        ),
        None,
    )
    if visit is None:
        return []
    guests = [unit for unit in units[visit:index] if unit.kind == "actor" and unit.mark == "of"]
    return told(guests[:1], context)


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
    while cursor > 0 and (
        units[cursor].kind in passed
        or (units[cursor].text == "," and "date" in passed)
        or _is_hyphen(units, cursor)  # "held a high-level meeting"
    ):
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


def _is_hyphen(units: list[Unit], at: int) -> bool:
    """Whether a unit is the hyphen of one word."""
    joined = 0 < at < len(units) - 1 and units[at].text == "-"
    return joined and units[at - 1].end == units[at].start and units[at].end == units[at + 1].start


def _ahead(sentence: Sentence, partner: Unit, context: Context) -> list[Told]:
    """ "At a meeting with Y in P, X said …": the subject behind the phrase."""
    units = sentence.units
    behind = sentence.index(partner) + 1
    if sentence.language.cases and behind < len(units) and _is_subject(units[behind]):
        return told([units[behind]], context)  # «После переговоров с Б. президент А заявил …»
    if sentence.language.cases:
        speaker = _speaker(sentence, partner)
        if speaker is not None:
            return told([speaker], context)
    comma = False
    for cursor in range(behind, len(units)):
        comma = comma or units[cursor].text == ","
        if comma and units[cursor].kind == "actor" and units[cursor].mark == "":
            return told([units[cursor]], context)
        if is_verb(sentence, cursor):
            break
    return []


def _speaker(sentence: Sentence, partner: Unit) -> Unit | None:
    """Who said something at a meeting, behind the verb: «на встрече с Б. в А заявил министр В.»."""
    units, at = sentence.units, _past_participle(sentence, sentence.index(partner))
    said = at > sentence.index(partner)
    for unit in units[at + 1 : sentence.clause(at).stop]:
        if unit.kind == "actor":
            return unit if said and unit.case.startswith("nom") and unit.mark != "owner" else None
        said = said or unit.key in sentence.language.words["reporting"]
        if unit.kind in ("trigger", "and", "punct") or unit.text == "(":
            return None
    return None


def _past_participle(sentence: Sentence, at: int) -> int:
    """The comma behind a participle that says when and where a meeting was: «на встрече с Н., прошедшей в А, посол …»;
    the index itself where there is none."""
    units = sentence.units
    if at + 2 >= len(units) or units[at + 1].text != "," or units[at + 2].kind != "trigger":
        return at
    if voice(sentence, at + 2) not in ("ing", "passive"):
        return at
    comma = next((i for i in range(at + 3, len(units)) if units[i].text == ","), at)
    return at if any(units[i].kind in ("actor", "and", "clause") for i in range(at + 3, comma)) else comma


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


def _during_talks(sentence: Sentence, index: int, context: Context) -> Sides | None:
    """«В ходе переговоров министры А и Б Н. и М. договорились»: the subject behind talks that open the sentence, where
    it is of two states.
    """
    units = sentence.units
    lead = next(
        (
            units[i]
            for i in range(index - 1, -1, -1)
            if not (units[i].kind in _QUALIFY or _is_hyphen(units, i))
        ),
        None,
    )
    during = lead is not None and lead.kind == "preposition" and lead.value == "during"
    at_one = lead is not None and lead.kind == "preposition" and lead.value == "place"
    if at_one and not sentence.language.cases and units[0] is not lead:
        return None
    opens = during or at_one
    if not opens or any(unit.kind == "actor" for unit in units[:index]):
        return None
    first = next((unit for unit in units[index + 1 :] if unit.kind in ("actor", "clause", "trigger")), None)
    if first is None or first.kind != "actor" or first.mark:
        return None
    if sentence.language.cases and not first.case.startswith("nom"):
        return None
    subject = _run_from(sentence, first, sentence.clause(index).stop)
    states = [unit.value.state for unit in subject]
    offices = [unit.value.person.office for unit in subject]
    if at_one:  # «на встрече» may be one of many: two are told, by office and name, and each of a state
        named = all(unit.value.person.name and unit.value.person.office for unit in subject)
        both = len(subject) == 2 and named and len(set(states) - {None}) == 2
        return Sides(told(subject, context), []) if both else None
    of_two = len(set(states) - {None}) == 2 or (len(states) == 2 and None in states and all(offices))
    people = [meant(sentence, one, context) for one in told(subject, context)]
    return Sides(people, []) if of_two and set(states) != {None} else None


def _run_from(sentence: Sentence, first: Unit, stop: int) -> list[Unit]:
    """A first actor and those that commas and "and" join to it."""
    units = sentence.units
    start = sentence.index(first)
    found = [first]
    for cursor in range(start + 1, stop):
        unit = units[cursor]
        if unit.kind == "actor" and unit.mark == "owner" and len(found) > 1:
            break  # "between X and Y, Z's press service said"
        if unit.kind == "actor":
            found.append(unit)
        elif unit.kind == "poss" or (unit.mark == "owner" and unit.kind == "state"):
            continue  # "between X and B's Y"
        elif unit.kind not in ("and", "punct", "determiner") and not (
            unit.kind == "preposition" and unit.value in ("between", "with", "and")
        ):
            break
    return without_plain_groups(sentence, found)
