"""Treaties by which a state recognises another: "A signed a treaty that recognised B", "the treaty between A and B
recognised B's independence".
"""

from __future__ import annotations

from comity.reading.frames.parties import is_subject
from comity.reading.sentence import Sentence, is_verb, predicates_of, voice
from comity.reading.units import Unit, is_capitalised

_BETWEEN = frozenset({"preposition", "determiner", "date", "place", "punct", "word", "state", "and"})
_REACH = 14
"""Units from a verb back to the treaty that recognises."""
_OBJECT = 7
"""Units behind the verb among which is what it recognises."""
_PARTIES = frozenset({"", "between", "with", "agent"})
"""Marks of the states whose treaty it is."""


def by_treaty(sentence: Sentence, index: int) -> Unit | None:
    """The one state of a treaty, or the one that signed it, besides that which the treaty recognises."""
    units = sentence.units
    if sentence.language.cases:
        return None
    treaty = _treaty(sentence, index)
    if treaty < 0:
        return None
    of = next((unit for unit in units[index + 1 : index + _OBJECT] if unit.kind == "state"), None)
    if of is None:
        return None
    parties = [unit for unit in units[:index] if unit.kind == "state" and unit.mark in _PARTIES]
    others = {str(unit.value[0]): unit for unit in parties if unit.value[0] != of.value[0]}
    signed = any(
        is_verb(sentence, i)
        and predicates_of(sentence, i) & {"sign", "conclude"}
        and voice(sentence, i) in ("active", "bare")
        for i in range(treaty)
    )
    told = signed or len(others) < len({str(unit.value[0]) for unit in parties})
    return next(iter(others.values())) if told and len(others) == 1 else None


def _treaty(sentence: Sentence, index: int) -> int:
    """The instrument that is the subject of a verb; -1 where there is none."""
    for i in range(index - 1, max(index - _REACH, -1), -1):
        unit = sentence.units[i]
        if unit.kind == "instrument":
            return -1 if unit.mark else i
        if unit.kind not in _BETWEEN and unit.key not in sentence.language.words["relative"]:
            return -1
    return -1


def is_of_treaty(sentence: Sentence, index: int) -> bool:
    """Whether the subject right before a verb is an instrument: "The Treaty of P(, which) recognised B"."""
    units = sentence.units
    at = index - 1
    while at > 0 and (
        units[at].key in sentence.language.words["adverb"]
        or units[at].kind in ("have", "date", "punct", "place")
        or (units[at].kind == "word" and is_capitalised(units[at]))
        or (units[at].kind == "preposition" and units[at].value in ("of", "place"))
        or units[at].key in sentence.language.words["relative"]
    ):
        at -= 1
    first = next((unit for unit in units[:index] if unit.kind in ("instrument", "state", "actor")), None)
    led = first is not None and first.kind == "instrument" and not first.mark
    return units[at].kind == "instrument" or (led and not any(is_subject(unit) for unit in units[:index]))
