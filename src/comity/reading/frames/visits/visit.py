"""Visits: who of one state came to the other, when, in what form."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.visits.hosting import hosted, stayed
from comity.reading.frames.visits.including import one_by_one
from comity.reading.frames.visits.items import was_there
from comity.reading.frames.visits.itineraries import listed
from comity.reading.frames.visits.leading import led, led_mission
from comity.reading.frames.visits.nouns import named
from comity.reading.frames.visits.verbs import went
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:visit", "trigger:receive", "actor", "be", "mission"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X visited B on …", "the visit of X to B", "A hosted X", "Visits to B: X (1992), Y (1993)", rows of visitors."""
    unit = sentence.units[index]
    if unit.kind == "mission":
        yield from led_mission(sentence, index, context)
    elif unit.kind == "actor":
        yield from led(sentence, index, context) if unit.value.group else ()
        found = list(listed(sentence, index, context))
        yield from found or was_there(sentence, index, context)
    elif unit.kind == "be":
        yield from stayed(sentence, index, context)
    elif is_fact(sentence, index) and not _of_anybody(sentence) and not _retells(sentence, index, context):
        if any(predicate == "receive" for predicate, _ in unit.value):
            yield from hosted(sentence, index, context)
        elif told := list(one_by_one(sentence, index, context)):
            yield from told
        elif is_verb(sentence, index):
            yield from went(sentence, index, context)
        else:
            yield from named(sentence, index, context)


def _of_anybody(sentence: Sentence) -> bool:
    """Whether a sentence tells of whoever holds an office: "a new minister makes his or her first visit to B"."""
    units, words = sentence.units, sentence.language.words["possessive"]
    return any(
        unit.text == "or" and units[i - 1].key in words and units[i + 1].key in words
        for i, unit in enumerate(units[1:-1], 1)
    )


def _retells(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether a sentence only says what the visit told before was: "This was the first visit of a president of A"."""
    units, words = sentence.units, sentence.language.words
    if index < 3 or sentence.language.cases or context.occasion("visit") is None:
        return False
    opens = units[0].key in words["it"] or units[0].key in words["definite"]
    ranked = any(
        unit.key in words["superlative"] or (unit.kind == "amount" and unit.value.kind == "ordinal")
        for unit in units[2:index]
    )
    return opens and units[1].kind == "be" and ranked


__all__ = ["STARTS", "read"]
