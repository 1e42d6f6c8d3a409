"""Whether an honour goes from one of two states to somebody of the other."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import both_sides, states_told
from comity.reading.frames.participants.persons import completed
from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def between_states(
    sentence: Sentence,
    recipient: Actor,
    giver: list[Unit] | None,
    award: range,
    told: tuple[str, ...],
    context: Context,
) -> bool:
    """Whether giver and recipient may be of two states: not where both are told to be of one, nor where an
    organisation of many states gives; on a page of one state, the giver's state must be told.
    """
    person = completed(recipient, context)
    ours = None if person.cls == "consul" else person.state
    theirs = [
        s
        for i, unit in enumerate(sentence.units)
        if giver and unit in giver
        for s in states_told(sentence, [i])
    ]
    if giver and any(unit.kind == "organisation" and isinstance(unit.value, str) for unit in giver):
        return False
    theirs = theirs or list(states_told(sentence, award)) or _at_mission(sentence)
    untold = not theirs and not giver and context.home not in (None, ours)
    if untold and ours and context.home and _is_of_state(sentence, award, context):
        theirs = [context.home]
        told = (*told, context.home)
    if ours and theirs and set(theirs) == {ours}:
        return False
    if not context.pair() and not theirs:
        return False
    return len(both_sides(told, context)) == 2 and (bool(context.pair()) or len(set(told)) >= 2)


def _is_of_state(sentence: Sentence, award: range, context: Context) -> bool:
    """Whether an honour of which news tells without its giver is one that the state gives they are about."""
    words = sentence.language.words["state_honour"]
    return context.news and any(sentence.units[i].key in words for i in award)


def _at_mission(sentence: Sentence) -> list[str]:
    """The state whose mission an honour is conferred at: «вручён в посольстве А»."""
    for index, unit in enumerate(sentence.units):
        if unit.kind == "mission" and unit.mark == "place":
            return list(states_told(sentence, range(max(0, index - 1), min(index + 3, len(sentence.units)))))
    return []
