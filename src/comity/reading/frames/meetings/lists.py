"""Whom somebody met, told as a list: partners parted by semicolons, and colleagues told by their states alone."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.frames.participants import Told
from comity.reading.people import Actor
from comity.reading.sentence import Sentence

_BEFORE_STATE = frozenset({"source", "of"})
_BETWEEN = frozenset({"preposition", "determiner", "word", "amount", "state", "and", "punct", "date"})
_LINKS = frozenset({"and", "punct", "determiner"})


def listed_stop(sentence: Sentence, stop: int) -> int:
    """Where a list of partners that semicolons part ends: "met with X, Minister of A; Y, Minister of B; and Z"; the
    clause's own end where it is no such list.
    """
    units = sentence.units
    while stop < len(units) and units[stop].text == ";":
        after = next(
            (
                i
                for i in range(stop + 1, len(units))
                if units[i].kind not in ("and", "determiner", "preposition")
            ),
            len(units),
        )
        closed = after + 1 >= len(units) or units[after + 1].text in (";", ".")
        if after == len(units) or units[after].kind != "actor" or not closed:
            break
        stop = after + 1
    return stop


def counterparts(sentence: Sentence, index: int) -> list[Told]:
    """Colleagues of whom only the states are told: "with his counterparts from A, B and C", "with her A and B
    counterparts".
    """
    units, words = sentence.units, sentence.language.words["homologues"]
    at = next((i for i in range(index + 1, sentence.clause(index).stop) if units[i].key in words), None)
    if at is None or any(
        units[i].kind not in _BETWEEN or (units[i].kind == "preposition" and units[i].value != "with")
        for i in range(index + 1, at)
    ):
        return []  # "called on the government to press its A counterparts"
    behind = (
        at + 1 < len(units) and units[at + 1].kind == "preposition" and units[at + 1].value in _BEFORE_STATE
    )
    found = []
    for unit in units[at + 2 :] if behind else reversed(units[index + 1 : at]):
        if unit.kind == "state":
            found.append(unit)
        elif unit.kind not in _LINKS or unit.text in (";", ".", "(", ")"):
            break
    if not behind:
        found.reverse()
    return [Told(Actor(person=Person(), state=str(unit.value[0]), cls="counterpart"), unit) for unit in found]
