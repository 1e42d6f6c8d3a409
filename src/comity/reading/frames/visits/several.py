"""The claims of several visitors to several states."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import state_in_play
from comity.reading.frames.dates.act import dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.visits.goals import behind_date
from comity.reading.frames.visits.travel import Dated, Goal, Group, drafts, sent_by
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
        dates = [_own_dates(sentence, goal) for goal in goals] if len(goals) > 1 else []
        for position, goal in enumerate(goals):
            when = dates[position] if any(dates) else group.dates
            yield from drafts(sentence, index, context, group._replace(dates=when), goal, origin)


def _own_dates(sentence: Sentence, goal: Goal) -> list[Dated]:
    """The dates in brackets behind a state or town that somebody visited: "visits to B (2005, 2008) and C (2012)"."""
    first = sentence.index(goal.unit) + 1 if sentence.start <= goal.unit.start < sentence.end else 0
    stop = behind_date(sentence, first) if first else 0
    found = [unit for unit in sentence.units[first:stop] if unit.kind == "date" and dated_act(unit)]
    return [Dated(unit.value.date, unit) for unit in found]


def _respectively(sentence: Sentence, index: int, group: Group) -> list[Group]:
    """ "X and Y visited B in 1998 and 2003 respectively": each with a date of their own."""
    size = len(group.people)
    told = sentence.has_word("respectively", index, sentence.clause(index).stop)
    if size < 2 or size != len(group.dates) or not told:
        return [group]
    return [Group([one], [when], group.goal) for one, when in zip(group.people, group.dates, strict=True)]
