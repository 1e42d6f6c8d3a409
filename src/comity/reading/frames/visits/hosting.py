"""Visits told by where they led: "A hosted X", "B was visited", "X was in B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import achieved
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.actors import actors_behind
from comity.reading.frames.participants.persons import told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.travel import RESIDENT, Goal, Group, as_goal, drafts
from comity.reading.sentence import Sentence, is_verb, voice


def hosted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A hosted President X on …": a state or city that receives is one that was visited."""
    first = achieved(sentence, index) if voice(sentence, index) == "infinitive" else 0
    if not is_verb(sentence, index) or not (first or voice(sentence, index) in ("active", "bare")):
        return
    units = sentence.units
    clause = sentence.clause(index)
    if any(units[i].kind in ("actor", "pronoun") for i in range(clause.start, index)):
        return
    goals = goals_before(sentence, first or index)
    behind = index + 1
    while (
        behind < len(units)
        and units[behind].kind in ("determiner", "word", "honorific")
        and behind - index < 4
    ):
        behind += 1
    if not goals or behind >= len(units) or units[behind].kind != "actor":
        return
    people = [
        one
        for one in told(actors_behind(sentence, index, clause.stop), context)
        if one.state != goals[0].state
    ]
    if people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goals[0])


def goals_before(sentence: Sentence, index: int) -> list[Goal]:
    """The state or city that is the subject of what stands at `index`."""
    units = sentence.units
    for cursor in range(index - 1, sentence.clause(index).start - 1, -1):
        goal = as_goal(units[cursor])
        if goal and (
            units[cursor].mark == ""
            or units[cursor + 1].kind in ("be", "have")
            or is_verb(sentence, cursor + 1)
        ):
            return [goal]
    return []


def stayed(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X was in B in November 2012"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].kind != "preposition" or units[index + 1].value != "place":
        return
    before = units[index - 1] if index else None
    if before is None or before.text in sentence.language.words["present"]:
        return
    goal = as_goal(units[index + 2])
    if goal is None or units[index].key not in sentence.language.words["was"]:
        return
    named = before.kind == "actor" or (
        before.text in (",", ")") and index > 1 and units[index - 2].kind == "actor"
    )
    if not (named or (before.kind == "pronoun" and before.key in sentence.language.words["person_pronoun"])):
        return
    dates = dates_of(sentence, index)
    people = subjects(sentence, index, context)
    if (
        people
        and dates
        and dates[0].unit is not None
        and all(one.actor.cls not in RESIDENT for one in people)
    ):
        yield from drafts(sentence, index, context, Group(people, dates), goal)
