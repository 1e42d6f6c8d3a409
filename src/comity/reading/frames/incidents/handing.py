"""Protests that are handed over: to whom, and where the words for that end: "handed (the B consul) a note"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import opposed, unnamed
from comity.reading.frames.incidents.phrasing import opens_sentence
from comity.reading.frames.incidents.words import draft_of, is_envoy
from comity.reading.frames.nouns import direction, in_class, phrase, states_of, wording
from comity.reading.sentence import Sentence, is_verb

_CLOSE = 5
"""Units between a verb of handing and what was handed."""
_PARTED = 11
"""Units between them where phrases stand between."""


def handed(sentence: Sentence, index: int, verb: int, clause: range, context: Context) -> Draft | None:
    """A protest whose words open the sentence: «ноту протеста вручили дипломату посольства А в Б»."""
    units = sentence.units
    thing = units[verb + 1 : phrase(sentence, verb + 2, frozenset({"of", "place"}), clause.stop)]
    if not any(is_envoy(sentence, unit) for unit in thing):
        return None
    against = next((state for unit in thing for state in states_of(unit)), None)
    by = opposed.host(thing) or next((u.value.to for u in thing if u.kind == "actor" and u.value.to), None)
    by = by or unnamed.announcer(sentence, verb, against)
    act = wording(sentence, [units[index]])
    act = act[:1].lower() + act[1:] if opens_sentence(sentence, units[index]) else act
    return draft_of(sentence, index, act, by, against, thing, context)


def handed_far(sentence: Sentence, index: int, clause: range) -> int:
    """The index of a verb of handing that phrases part from what was handed: «направила в МИД Б через посольство в П.
    ноту протеста»; -1 for none.
    """
    units = sentence.units
    if not sentence.language.cases:
        return -1
    for i in range(index - 1, max(clause.start, index - _PARTED) - 1, -1):
        if units[i].kind in ("punct", "clause", "and", "pronoun"):
            return -1
        if in_class(units[i], sentence, "impose"):
            return i if index - i > _CLOSE else -1
        if is_verb(sentence, i) and units[i].kind == "trigger":
            return -1
    return -1


def was_called(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether a verb goes on with the passive before it: "was summoned … and handed"."""
    units = sentence.units
    if verb <= clause.start or units[verb - 1].kind != "and":
        return False
    earlier = next((i for i in range(verb - 2, clause.start, -1) if is_verb(sentence, i)), None)
    return earlier is not None and direction(sentence, earlier) == "passive"


def past_receiver(sentence: Sentence, first: int, index: int) -> int:
    """Where what is handed over begins, behind who receives it: "handed the B consul a note of protest"."""
    units = sentence.units
    if units[first].kind == "organisation" and first < index and not units[first].mark:
        return first + 1  # «направила МИД А ноту»: the name of a ministry has no case
    if sentence.language.cases and units[first].kind == "preposition" and units[first].value == "goal":
        # «направил соседям ноту»
        return next((i for i in range(first + 1, index + 1) if units[i].case != "dat"), first)
    for i in range(index - 1, first, -1):
        if units[i].kind == "determiner":
            received = ("actor", "state", "place", "organisation")
            return i if any(unit.kind in received for unit in units[first:i]) else first
    return first


def recipient(sentence: Sentence, index: int, by: str | None) -> str | None:
    """The state right behind a protest that is not whose it is: «Китай выразил протест США»."""
    behind = sentence.units[index + 1 : index + 3]
    told = (
        state
        for unit in behind
        if unit.kind == "state" and unit.value[1] == "name" and unit.mark in ("of", "goal")
        for state in states_of(unit)
    )
    return next((state for state in told if by and state != by), None)


def handed_to(sentence: Sentence, verb: int, index: int, by: str) -> str | None:
    """The state whose envoy or office a protest was handed to, told before it: «вручила послу А ноту протеста»."""
    receivers = (unit for unit in sentence.units[verb + 1 : index] if unit.mark == "goal")
    return next((state for unit in receivers for state in states_of(unit) if state != by), None)
