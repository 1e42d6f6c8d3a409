"""Visits told by a noun: "the visit of X to B took place …", "X paid a visit to B", "during his visit to B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import achieved
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.undone import undone
from comity.reading.frames.visits.cells import date_of_row, in_row
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.goals import goals_of, is_country
from comity.reading.frames.visits.itineraries import directed, opens_list
from comity.reading.frames.visits.people import (
    CALLED,
    alone,
    groups_of,
    opens_sentence,
    owned_visit,
    owns,
    subject_ahead,
    subject_before,
    told_of,
    visitors_of,
)
from comity.reading.frames.visits.returning import in_return, returned
from comity.reading.frames.visits.several import everywhere
from comity.reading.frames.visits.travel import Goal, Group, as_goal, drafts, listed_groups
from comity.reading.frames.visits.verbs import described_by
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit, is_capitalised


def named(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "the visit of X to B took place …", "X paid a visit to B", "during his visit to B in 2003"."""
    if opens_list(sentence, index) or _behind_travel(sentence, index) or undone(sentence, index):
        return
    if _behind_participle(sentence, index) or owns(sentence, index) or _introduces(sentence, index):
        return
    goals = goals_of(sentence, index) or _paid(sentence, index)
    if not goals and in_return(sentence, index):
        yield from returned(sentence, index, context)
        return
    people = visitors_of(sentence, index, context)
    dates = dates_of(sentence, index)
    beside = date_of_row(sentence, index, context) if dates[0].unit is None else None
    if beside is not None:
        yield from in_row(sentence, index, context, people, goals, beside)
        return
    called = _called(sentence, index)
    if goals and not people and (called or opens_sentence(sentence, index)):
        ahead = subject_ahead(sentence, index, context)
        people = ahead or (subject_before(sentence, index, context) if called else [])
        called = not people or told_of(people, goals, context)
    if people:
        listed = listed_groups(sentence, index + 1, _next_visit(sentence, index), context)
        several = len(listed) > 1 and all(group.dates for group in listed)
        groups = listed if several else [Group(people, dates)]
        if (
            called
            and not (dates and dates[0].unit is not None)
            and not owned_visit(sentence, people, goals, context)
        ):
            return
    elif not _light(sentence, index):
        return
    else:
        agents = told(_by(sentence, index)[:1], context)
        copula = achieved(sentence, index)
        if copula and not agents:
            agents = subjects(sentence, copula, context) or alone(sentence, copula, index)
        groups = [Group(agents, dates)] if agents else groups_of(sentence, index, context)
    if not goals and not _elsewhere(sentence, index):
        origin, to = directed(sentence, context)
        for group in groups:
            yield from drafts(sentence, index, context, group, None, origin, to)
    if len(groups) > 1 and all(group.goal for group in groups):
        for group in groups:  # "the visits of X to A in 1999 and of Y to B in 2001"
            yield from drafts(sentence, index, context, group, group.goal)
        return
    yield from everywhere(sentence, index, context, groups, goals)


def _introduces(sentence: Sentence, index: int) -> bool:
    """Whether visits are only named before a colon, behind which a sentence tells them: «состоялся обмен визитами: в
    мае президент А побывал в Б»."""
    units = sentence.units
    colon = next((i for i in range(index + 1, min(index + 4, len(units))) if units[i].text == ":"), 0)
    return bool(colon) and any(is_verb(sentence, i) for i in range(colon + 1, len(units)))


def _next_visit(sentence: Sentence, index: int) -> int:
    """Where the next noun for a visit stands in the clause, whose visitors are its own; else the clause's end."""
    clause = sentence.clause(index)
    same = {predicate for predicate, form in sentence.units[index].value if form == "noun"}
    for i in range(index + 1, clause.stop):
        unit = sentence.units[i]
        if unit.kind == "trigger" and same & {predicate for predicate, form in unit.value if form == "noun"}:
            return i
    return clause.stop


def _paid(sentence: Sentence, index: int) -> list[Goal]:
    """Where a visit went that was paid to it: "X paid A a state visit"."""
    units, words = sentence.units, sentence.language.words
    at = index - 1
    while at > 0 and units[at].kind in ("word", "determiner", "amount", "number"):
        at -= 1
    paid = at > 1 and units[at - 1].key in words["carries_visit"]
    goal = as_goal(units[at]) if paid and units[at + 1].kind == "determiner" else None
    return [goal] if goal is not None else []


def _behind_participle(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind somebody carries the visit: «с министром Б., находящимся в стране с визитом»."""
    for cursor in range(index - 1, max(sentence.clause(index).start, index - 10), -1):
        unit = sentence.units[cursor]
        if unit.kind == "trigger" and is_verb(sentence, cursor):
            return voice(sentence, cursor) == "ing" and described_by(sentence, cursor) is not None
        if unit.kind in ("actor", "clause"):
            return False
    return False


def _behind_travel(sentence: Sentence, index: int) -> bool:
    """ "arrived in B on an official visit": the verb tells the visit."""
    clause = sentence.clause(index)
    for cursor in range(index - 1, max(clause.start - 1, index - 14), -1):
        unit = sentence.units[cursor]
        if (
            unit.kind == "trigger"
            and is_verb(sentence, cursor)
            and any(p == "visit" for p, _ in reading_of(sentence, cursor))
        ):
            return bool(goals_of(sentence, cursor))
    return False


def _elsewhere(sentence: Sentence, index: int) -> bool:
    """Whether the visit went to something that is no state or city: "his visit to the island", "his Asian tour"."""
    clause = sentence.clause(index)
    before = sentence.units[index - 1] if index > 1 else None
    if before is not None and before.kind == "word" and is_capitalised(before):
        return True
    for cursor in range(index + 1, min(index + 6, clause.stop)):
        unit = sentence.units[cursor]
        if unit.kind == "preposition" and unit.value == "goal":
            return not is_country(sentence, cursor + 1)
        whose = unit.kind == "actor" and unit.mark in ("of", "owner")
        if unit.kind not in ("word", "determiner", "punct") and unit.value != "of" and not whose:
            return False
    return False


def _called(sentence: Sentence, index: int) -> bool:
    """Whether the visit is only mentioned as the time of something else: "during the visit"."""
    for cursor in range(index - 1, max(index - 9, -1), -1):
        unit = sentence.units[cursor]
        if unit.kind == "preposition":
            return unit.value in CALLED
        if unit.kind not in ("determiner", "word", "number", "poss", "actor", "state", "amount", "punct"):
            return False
    return False


def _light(sentence: Sentence, index: int) -> bool:
    """Whether a verb that only carries the noun stands before it: "made a visit", "was on a visit"."""
    words = sentence.language.words["carries_visit"]
    for cursor in range(index - 1, max(index - 10, -1), -1):
        unit = sentence.units[cursor]
        if unit.key in words or (unit.kind == "trigger" and unit.key.split(" ")[0] in words):
            return not _to_do(sentence, cursor) or bool(achieved(sentence, cursor))
        if unit.kind == "be" and any(
            other.kind == "preposition" and other.value == "on" for other in sentence.units[cursor:index]
        ):
            return True
        if unit.kind == "clause" or (unit.kind == "actor" and unit.mark != "invitation"):
            return False
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(unit.kind == "actor" and unit.mark == "agent" for unit in behind)


def _to_do(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands in the infinitive: "to make a visit"."""
    return index > 0 and sentence.units[index - 1].key == "to"


def _by(sentence: Sentence, index: int) -> list[Unit]:
    """Who made the visit, behind it: "a visit to B by X", not "a visit to B, accompanied by X"."""
    found: list[Unit] = []
    words = sentence.language.words
    for at, unit in enumerate(sentence.units[index + 1 :], index + 1):
        if unit.text == "," or unit.key in words["accompanied"]:
            break
        if unit.kind == "trigger" and is_verb(sentence, at) and unit.key not in words["carries_visit"]:
            break  # "on an invitation extended by Y"
        if unit.kind == "actor" and unit.mark == "agent":
            found.append(unit)
    return found
