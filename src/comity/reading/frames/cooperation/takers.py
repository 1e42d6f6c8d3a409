"""To whom something was given, and things that a passive stands before: «Б передано 20 автобусов»."""

from __future__ import annotations

from comity.reading.frames.cooperation.dealings import is_side
from comity.reading.frames.cooperation.things import is_unchanging_goal
from comity.reading.frames.nouns import phrase
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_TAKING = ("goal", "for")
_STANDS_BEHIND = ("nom", "counted")
"""Cases of what was given behind a passive verb."""


def takers(sentence: Sentence, index: int, clause: range) -> list[int]:
    """Those whom a thing went to: "to B", "for the army of B"; by cases also before the verb («Б передан …»)."""
    units = sentence.units
    marked = [i for i in clause if i > index and units[i].mark in _TAKING and is_side(sentence, i)]
    if not marked and is_unchanging_goal(sentence, index + 1):
        marked = [index + 2]
    if marked:
        return marked
    found = _within(sentence, index + 1, clause.stop)
    if found or not sentence.language.cases:
        return found
    before = [i for i in range(clause.start, index) if units[i].mark in _TAKING and is_side(sentence, i)]
    return before or _within(sentence, clause.start, index)


def _within(sentence: Sentence, low: int, high: int) -> list[int]:
    """States and towns inside the phrases that tell to whom or for whom: "for the army of B"."""
    units = sentence.units
    return [
        at
        for i in range(low, high)
        if units[i].kind == "preposition" and units[i].value in _TAKING
        for at in range(i + 1, phrase(sentence, i + 1, frozenset({"of"}), high))
        if units[at].kind in ("state", "place")
    ]


def done_to(sentence: Sentence, index: int, clause: range) -> int:
    """The index of the things that a short passive stands right before: «Б передано 20 автобусов», «передана партия
    из 20 машин»; 0 where none stand there.
    """
    units, after = sentence.units, index + 1
    if not sentence.language.cases or after >= clause.stop:
        return 0
    if not units[index].text.lower().endswith(_SHORT) or _is_told_before(units, clause.start, index):
        return 0
    told = units[after].kind == "amount" or (
        units[after].kind in ("word", "trigger", "state") and units[after].case.startswith(_STANDS_BEHIND)
    )
    return after if told else 0


_SHORT = ("но", "на", "ны", "ан", "ен", "ён", "то", "та", "ты")
"""Endings of a participle that is a predicate."""


def _is_told_before(units: list[Unit], low: int, high: int) -> bool:
    """Whether what was given stands before the verb."""
    return any(
        unit.kind == "amount" or (unit.kind in ("word", "trigger") and unit.case.startswith("nom"))
        for unit in units[low:high]
    )
