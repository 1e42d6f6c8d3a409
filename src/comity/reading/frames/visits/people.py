"""Who visited: whom a noun names, who stands before a verb, each with dates of their own."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.participants.actors import actors_before
from comity.reading.frames.participants.delegations import without_plain_groups
from comity.reading.frames.participants.persons import Told, surname, told
from comity.reading.frames.participants.pronouns import antecedent
from comity.reading.frames.participants.subjects import governed_by, subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.travel import (
    Goal,
    Group,
    listed_groups,
    other_of_two,
)
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

DASHES = frozenset("-–—")
_SHORTEST = 3
"""Letters of a surname at least."""
CALLED = frozenset({"during", "after", "before", "since", "for"})


def _owns(sentence: Sentence, index: int, actor: int) -> bool:
    """Whether an actor in the genitive behind where and when a visit went is whose it was: «визит в А в июле 1955 года
    президента Б»."""
    units = sentence.units
    passed = units[index + 1 : actor]
    return (
        bool(sentence.language.cases)
        and units[actor].case in ("gen", "acc")
        and not units[actor].mark
        and any(unit.mark == "goal" for unit in passed)
        and all(unit.kind in ("preposition", "state", "place", "date", "determiner") for unit in passed)
    )


def visitors_of(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """The visitors that a noun names: "visit of X", "visit by X", "X's visit", "his visit"."""
    units = sentence.units
    found: list[Unit] = []
    for cursor in range(index + 1, sentence.clause(index).stop):
        unit = units[cursor]
        if unit.kind == "actor" and (
            unit.mark in ("of", "agent", "led") or found or _owns(sentence, index, cursor)
        ):
            found.append(unit)
        elif (
            (not found and unit.text == ",")  # "a visit to B, the first by a head of government"
            or (
                unit.kind in ("trigger", "be", "have", "modal")
                and not (found and unit.key in sentence.language.words["led"])
            )
            or (
                found
                and unit.kind == "preposition"
                and unit.value in ("goal", "place", "during", "on", "with")
            )
            or (found and unit.kind not in ("and", "punct", "determiner", "word", "preposition"))
        ):
            break
    if found:
        return told(without_plain_groups(sentence, found), context)
    for cursor in range(index - 1, max(index - 7, -1), -1):
        unit = units[cursor]
        if unit.kind == "actor":
            close = unit.mark == "owner" or cursor == index - 1 or _apposed(sentence, cursor, index)
            return told([unit], context) if close else []
        if unit.kind == "determiner" and unit.key in sentence.language.words["possessive"]:
            if unit.key not in sentence.language.words["own"]:
                return []
            several = actors_before(sentence, cursor, sentence.clause(index).start)
            if len(several) > 1 and not governed_by(sentence, several, cursor, sentence.clause(index).start):
                return told(several, context)  # "X and Y made their visit"
            opens = not any(other.kind == "actor" for other in units[:cursor])
            return (_ahead(sentence, index, context) if opens else []) or antecedent(
                sentence, cursor, context
            )
        if unit.kind not in ("word", "poss", "number", "punct", "amount"):
            return []
    return []


def _apposed(sentence: Sentence, actor: int, index: int) -> bool:
    """Whether an item without a verb tells whose visit it was before a comma or dash: "12 May – Minister X, working
    visit to P"."""
    between = sentence.units[actor + 1 : index]
    parted = bool(between) and (between[0].text == "," or between[0].text in DASHES)
    return parted and not any(
        unit.kind in ("be", "have", "modal") or is_verb(sentence, i) for i, unit in enumerate(sentence.units)
    )


def _ahead(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """ "On his visit to B in 2003, President X …": the subject behind the comma."""
    units = sentence.units
    comma = next((i for i in range(index + 1, len(units)) if units[i].text == ","), len(units))
    for cursor in range(comma + 1, min(comma + 4, len(units))):
        if units[cursor].kind == "actor":
            return told([units[cursor]], context)
        if units[cursor].kind not in ("determiner", "honorific"):
            break
    return []


def opens_sentence(sentence: Sentence, index: int) -> bool:
    """ "On a visit to B in May 2011, X …": whether a sentence opens with the visit."""
    head = sentence.units[:index]
    return bool(head) and all(unit.kind in ("preposition", "determiner", "word", "clause") for unit in head)


def subject_ahead(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """ "During a visit to B in May 2014, President X met …": whose visit it was is the subject behind the phrase."""
    units = sentence.units
    for cursor in range(index + 1, len(units) - 1):
        unit = units[cursor]
        if unit.kind == "actor":
            after = units[cursor + 1]
            subject = (
                unit.case.startswith("nom")
                if sentence.language.cases
                else after.kind in ("be", "have")
                or is_verb(sentence, cursor + 1)
                or (units[cursor - 1].text == "," and after.kind == "word")
            )
            return told([unit], context) if subject and unit.mark == "" else []
        if unit.kind in ("trigger", "be", "clause", "organisation", "event", "body", "sides"):
            return []
    return []


def subject_before(sentence: Sentence, index: int, context: Context) -> list[Told]:
    """ "X said during a visit to B that …": whose visit it was is who did something during it."""
    units, first = sentence.units, sentence.clause(index).start
    during = next(
        i
        for i in range(index - 1, first - 1, -1)
        if units[i].kind == "preposition" and units[i].value in CALLED
    )
    kinds = ("actor", "state", "organisation", "pronoun")
    named = [unit for unit in units[first:during] if unit.kind in kinds and unit.mark == ""]
    if not named or named[-1].kind not in ("actor", "pronoun"):
        return []
    return subjects(sentence, during, context)


def alone(sentence: Sentence, copula: int, index: int) -> list[Told]:
    """Who is told by a surname alone before "was the first head of state to visit B": the office says it is one."""
    units, words = sentence.units, sentence.language
    unit = units[copula - 1] if copula else None
    office = next((other for other in units[copula:index] if other.kind == "actor"), None)
    if unit is None or office is None or unit.kind != "word" or not is_capitalised(unit):
        return []
    apart = copula == 1 or units[copula - 2].kind in ("punct", "date", "and", "clause")
    if not apart or unit.key in words.not_names or len(unit.text) < _SHORTEST:
        return []
    adjective = next((str(other.value[0]) for other in units[copula:index] if other.kind == "state"), None)
    actor = Actor(person=Person(name=unit.text), state=office.value.state or adjective, cls=office.value.cls)
    return [Told(actor, unit)]


def owned_visit(sentence: Sentence, people: list[Told], goals: list[Goal], context: Context) -> bool:
    """Whether what is told as the time of something else is a visit in its own right: "during X's visit to B"."""
    owner = people[0].unit
    named = owner is not None and owner.mark == "owner" and bool(people[0].actor.person.name)
    if not named or not goals or told_of(people, goals, context):
        return False
    return people[0].state is not None or other_of_two(sentence, goals[0].state) is not None


def owns(sentence: Sentence, index: int) -> bool:
    """Whether a word for a visit or guest only says whose something is: "spoke of his guest's contributions to A"."""
    return any(unit.kind == "poss" for unit in sentence.units[index + 1 : index + 2])


def told_of(people: list[Told], goals: list[Goal], context: Context) -> bool:
    """Whether a visit of the same person to the same state was told before."""
    surnames = {surname(one.actor.person.name) for one in people if one.actor.person.name}
    return not surnames or any(
        occasion.kind == "visit"
        and goals[0].state in occasion.parties
        and any(person.name and surname(person.name) in surnames for person in occasion.people)
        for occasion in context.occasions
    )


def groups_of(sentence: Sentence, index: int, context: Context) -> list[Group]:
    """The subjects of the act at `index`, by their dates: "X (1992, 1995), Y and Z (1993) visited B"."""
    clause = sentence.clause(index)
    listed = listed_groups(sentence, clause.start, index, context)
    if sum(len(group.dates) for group in listed) >= 2 and sum(1 for group in listed if group.dates) == len(
        listed
    ):
        return listed
    if listed and all(group.dates for group in listed) and _in_brackets(sentence, listed[0]):
        return listed
    people = subjects(sentence, index, context) or told(_aboard(sentence, index), context)
    return [Group(people, dates_of(sentence, index))]


def _aboard(sentence: Sentence, index: int) -> list[Unit]:
    """Whom the plane that landed carries: «самолёт президента А приземлился в Б»."""
    units, clause = sentence.units, sentence.clause(index)
    plane = next(
        (i for i in range(clause.start, index) if units[i].key in sentence.language.words["vehicle"]), index
    )
    return [
        unit for unit in units[plane:index] if unit.kind == "actor" and unit.mark in ("of", "with", "owner")
    ]


def _in_brackets(sentence: Sentence, group: Group) -> bool:
    unit = group.dates[0].unit
    return unit is not None and any(
        other.text == "(" for other in sentence.units[max(0, sentence.index(unit) - 8) : sentence.index(unit)]
    )
