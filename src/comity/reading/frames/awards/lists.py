"""Those honoured with one honour as a list: "Recipients of the Order of … include X (2018) and Y", "Awarded the medal:
X, Y", and items of a list below such words."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import NamedTuple

from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import bracket_at
from comity.reading.frames.arguments import run
from comity.reading.frames.awards.honours import honour_at
from comity.reading.frames.awards.sides import between_states
from comity.reading.frames.dates.act import dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, states_told, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit

STARTS = frozenset({"item"})
_GIVES = frozenset({"award", "receive", "win", "confer"})
"""What a lead-in says of those whom its list names."""
_BETWEEN = frozenset({"be", "date", "determiner", "preposition", "state", "word"})
"""Kinds of unit before the colon behind which people are named."""
_LONGEST = 14
"""Units of an item that names somebody honoured, at most."""


class Honoured(NamedTuple):
    """Somebody in a list, and the date behind them."""

    at: int
    date: Unit | None


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The person that an item begins with, below a lead-in that tells of an honour and of those who have it."""
    units = sentence.units
    if not sentence.lead or len(units) > _LONGEST or units[index].kind != "actor":
        return
    if not units[index].value.person.name or any(is_verb(sentence, i) for i in range(len(units))):
        return
    if not any(in_class(unit, sentence, "award") for unit in sentence.lead) or sentence.block.lead is None:
        return
    text = sentence.text[slice(*sentence.block.lead)]  # a lead-in's units are counted from its own beginning
    lead = Sentence(
        text, (0, len(text)), list(map(copy.copy, sentence.lead)), sentence.block, sentence.language
    )
    honour = _honour_of(lead)
    if honour is None:
        return
    date = next((unit for unit in units if unit.kind == "date"), None)
    yield from _drafts(sentence, [Honoured(index, date)], lead, honour, context)


def _honour_of(lead: Sentence) -> range | None:
    """The honour that a lead-in says those below it have."""
    units, words = lead.units, lead.language.words
    hoped = words["plan"] - words["award"]
    if any(unit.kind == "modal" or unit.key in hoped or unit.key in words["negation"] for unit in units):
        return None
    bears = any(in_class(unit, lead, "honour_bearer") for unit in units)
    given = any(is_verb(lead, i) and not predicates_of(lead, i).isdisjoint(_GIVES) for i in range(len(units)))
    if not (bears or given):
        return None
    clause = range(len(units))
    found = (honour_at(lead, i, clause) for i in clause if units[i].kind not in ("actor", "state", "date"))
    return next((one[0] for one in found if one is not None), None)


def listed_behind(sentence: Sentence, award: range, verb: int | None, context: Context) -> Iterator[Draft]:
    """Those named behind an honour, the verb that tells of it, and a colon or "include"."""
    units, words = sentence.units, sentence.language.words
    at = award.stop if verb is None else max(award.stop, verb + 1)
    while at < len(units) and units[at].kind in _BETWEEN:
        at += 1
    if at >= len(units) or not (
        units[at].text == ":" or units[at].key in words["among_them"] or units[at - 1].kind == "be"
    ):
        return
    if units[at - 1].kind != "be":
        at += 1
    people: list[Honoured] = []
    while at < len(units):
        if units[at].kind == "actor" and units[at].value.person.name:
            bracket = bracket_at(sentence, at + 1) or range(0)
            people.append(Honoured(at, next((units[i] for i in bracket if units[i].kind == "date"), None)))
            at = bracket.stop + 1 if bracket else at + 1
        elif (
            units[at].kind in ("and", "actor", "determiner", "word", "state", "preposition")
            or units[at].text == ","
        ):
            at += 1
        else:
            break
    yield from _drafts(sentence, people, sentence, award, context)


def _drafts(
    sentence: Sentence, people: list[Honoured], teller: Sentence, award: range, context: Context
) -> Iterator[Draft]:
    """A claim for each of those honoured, where honour and person may be of two states."""
    words = wording(teller, [teller.units[i] for i in award], proper=True)
    if not teller.language.words["award_private"].isdisjoint(words.lower().split()):
        return
    told = states_told(teller, range(len(teller.units)))
    for at, date in people:
        unit = sentence.units[at]
        actor = completed(unit.value, context)
        if not between_states(teller, actor, None, award, told, context):
            continue
        yield Draft(
            "award",
            {"recipient": as_person(actor, actor.state), "award": words, "date": dated(date)},
            [run(sentence, [unit, date])],
            [f"award: a list and {words}"],
            0.65,
        )
