"""Visits back: "Y paid a return visit"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.people import visitors_of
from comity.reading.frames.visits.travel import Group, drafts
from comity.reading.sentence import Sentence, is_verb


def in_return(sentence: Sentence, index: int) -> bool:
    words = sentence.language.words["return_visit"]
    behind = sentence.units[index + 1 : index + 2]
    if is_verb(sentence, index) and behind and behind[0].value == "source":
        return False  # «вернулся из поездки в А»
    return any(
        unit.key in words or unit.key.split(" ")[0] in words
        for unit in sentence.units[max(0, index - 2) : index + 1]
    )


def returned(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Y paid a return visit": the way back of the visit told before."""
    last = context.occasion("visit")
    people = subjects(sentence, index, context) or visitors_of(sentence, index, context)
    if last is None or len(last.parties) != 2 or not people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), None)
        return
    yield from drafts(
        sentence,
        index,
        context,
        Group(people, dates_of(sentence, index)),
        None,
        last.parties[1],
        last.parties[0],
    )
