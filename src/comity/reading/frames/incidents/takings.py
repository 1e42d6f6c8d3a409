"""Seizures, arrests and cuts that nouns tell with both sides: "A's seizure of two B ships", "the arrest of a B citizen
by A", «захват А судна Б».
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import agents, opposed
from comity.reading.frames.incidents.objects import fits
from comity.reading.frames.incidents.phrasing import opens_sentence, plain_words
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import in_class, phrase, states_of, wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

TAKINGS = frozenset({"seize", "impound", "detain", "nationalise", "freeze"})
"""Acts whose nouns tell them with who did it and whose it was."""
_HELD = frozenset({"detain", "impound"})
_OWNER = 7
"""Units between a noun and whose act it tells."""


def taking(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """The draft of an act that a noun tells in one phrase with its doer and its object, and with a date or in news."""
    units, clause = sentence.units, sentence.clause(index)
    begin = agents.past_agent(sentence, index, clause)  # «захват Б (судна А)»
    first = begin if begin > index + 1 else index + 1
    if first + 1 >= clause.stop or units[first].kind != "preposition" or units[first].value != "of":
        return None
    if date_unit(sentence, index) is None and not context.news:
        return None
    stop = phrase(sentence, first + 1, frozenset({"of"}), clause.stop)
    thing = units[first + 1 : stop]
    if not opposed.states_in(thing) or not fits(sentence, thing, predicate):
        return None
    by = _doer(sentence, index, range(index + 1, begin), range(stop, clause.stop))
    against = next((state for state in opposed.states_in(thing) if state != by), None)
    if by is None and predicate in _HELD and not sentence.language.cases:
        by = _held_in(units[stop : stop + 2])
        by = by or next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
    name = wording(sentence, [units[index]])
    name = name.lower() if opens_sentence(sentence, units[index]) else name
    words = plain_words(sentence, thing)
    if sentence.language.cases:
        act = f"{name} {sentence.language.morphology.genitive(words)}"
    else:
        act = f"{name} of {words}"
    return draft_of(sentence, index, act, by, against, thing, context)


def _doer(sentence: Sentence, index: int, inside: range, behind: range) -> str | None:
    """Who did it: the owner before the noun, the doer between noun and object, or "by A" right behind the object."""
    units = sentence.units
    for i in inside:
        if (told := next(iter(states_of(units[i])), None)) is not None:
            return told
    quotes = sentence.language.words["quote_open"]
    for i in range(index - 1, max(index - _OWNER, -1), -1):
        unit = units[i]
        if (unit.mark == "owner" or (unit.kind == "state" and i == index - 1)) and states_of(unit):
            return states_of(unit)[0]
        if unit.kind not in ("word", "amount", "poss", "date", "state") and unit.text not in quotes:
            break
    at = behind.start
    if at + 1 < behind.stop and units[at].kind == "preposition" and units[at].value == "agent":
        end = phrase(sentence, at + 1, frozenset({"of"}), behind.stop)
        return (
            None
            if _of_nobody(sentence, units[at + 1 : end])
            else next((state for unit in units[at + 1 : end] for state in states_of(unit)), None)
        )
    return None


def _of_nobody(sentence: Sentence, doers: list[Unit]) -> bool:
    """Whether those who did it do not act for a state: "by A pirates"."""
    named = any(unit.kind == "state" and unit.value[1] == "name" for unit in doers)
    forces = any(in_class(unit, sentence, "forces") for unit in doers)
    body = any(unit.kind in ("organisation", "actor") for unit in doers)
    return any(in_class(unit, sentence, "private") for unit in doers) or not (named or forces or body)


def _held_in(behind: list[Unit]) -> str | None:
    """The state in which somebody was held, right behind them: "the arrest of two B citizens in A"."""
    place = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "place"
    return next(iter(states_of(behind[1])), None) if place else None
