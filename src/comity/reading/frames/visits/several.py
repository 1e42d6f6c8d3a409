"""The claims of several visitors to several states."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import state_in_play
from comity.reading.frames.draft import Draft
from comity.reading.frames.visits.travel import Goal, Group, drafts, sent_by
from comity.reading.sentence import Sentence


def everywhere(
    sentence: Sentence, index: int, context: Context, groups: list[Group], goals: list[Goal]
) -> Iterator[Draft]:
    """The claims of all groups to all goals; where the visitors are from is settled by the first."""
    for group in (one for several in groups for one in _respectively(sentence, index, several)):
        origin = (
            sent_by(sentence, group.people, None, state_in_play(goals[0].state, context), context)
            if len(goals) > 1
            else None
        )
        for goal in goals:
            yield from drafts(sentence, index, context, group, goal, origin)


def _respectively(sentence: Sentence, index: int, group: Group) -> list[Group]:
    """ "X and Y visited B in 1998 and 2003 respectively": each with a date of their own."""
    size = len(group.people)
    told = sentence.has_word("respectively", index, sentence.clause(index).stop)
    if size < 2 or size != len(group.dates) or not told:
        return [group]
    return [Group([one], [when], group.goal) for one, when in zip(group.people, group.dates, strict=True)]
