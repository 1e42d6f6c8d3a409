"""The state that an envoy is in, as what it does to them tells: "A summoned the ambassador, N", «Президент А дал
прощальную аудиенцию послу Н.».
"""

from __future__ import annotations

from comity.knowledge.capitals import capitals
from comity.reading.discourse import Context
from comity.reading.frames.nouns import states_of
from comity.reading.frames.participants.persons import completed
from comity.reading.frames.posts import HEADS
from comity.reading.frames.tenures.acts import tells
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_RECEIVERS = frozenset({"head-of-state", "head-of-government", "foreign-minister", "royalty"})
_REACH = 7
"""Units between an envoy and what is done to them."""
_BEFORE = 6
"""Units between that and who does it."""
_SEATS = frozenset((seat.city, seat.code) for seat in capitals())


def host_of(sentence: Sentence, index: int, sender: str | None, context: Context) -> str | None:
    """The state that does to the envoy at an index what only the receiving state does; what its own might do as well
    tells it where the envoy is told to be of another."""
    verb = _deed(sentence, index, certain=sender is None)
    if verb is None:
        return None
    units = sentence.units
    for unit in reversed(units[max(sentence.clause(index).start, verb - _BEFORE) : verb]):
        if unit.mark not in ("", "owner", "of"):
            continue
        doer = state_of(sentence, unit, context)
        if doer is not None:
            return doer if doer != sender else None
    return None


def _deed(sentence: Sentence, index: int, *, certain: bool) -> int | None:
    """The verb before an envoy by which somebody deals with them."""
    units, words = sentence.units, sentence.language.words
    if index + 1 < len(units) and tells(sentence, index + 1, "unwelcome"):
        return index  # "A declared Ambassador N persona non grata"
    audience = False
    for i in range(index - 1, max(index - 1 - _REACH, sentence.clause(index).start - 1), -1):
        unit = units[i]
        if unit.kind == "actor" and not (unit.value.cls in HEADS and unit.mark == units[index].mark):
            return None
        audience = audience or unit.key in words["audience_given"]
        verb = unit.key.split(" ")[0]
        summoned = verb in words["summons"] | words["invites_envoy"] or tells(sentence, i, "expel")
        dealt = verb in words["deals_with_envoy"] and (audience or not certain)
        if (summoned or dealt) and (unit.kind == "word" or _is_active(sentence, i)):
            return i
        if unit.kind in ("clause", "be"):
            return None
    return None


def _is_active(sentence: Sentence, index: int) -> bool:
    return is_verb(sentence, index) and voice(sentence, index) in ("active", "bare")


def state_of(sentence: Sentence, unit: Unit, context: Context) -> str | None:
    """The state that a subject is, or for which it acts: a state, its capital, ministry or head."""
    if unit.kind == "place" and not isinstance(unit.value, str):
        seat = (unit.value.name, unit.value.state) in _SEATS
        return str(unit.value.state) if seat else None
    if unit.kind == "actor":
        if unit.value.cls not in _RECEIVERS:
            return None
        told = completed(unit.value, context).state or unit.value.state
        return str(told) if told else _where(sentence)
    states = states_of(unit)
    return states[0] if len(states) == 1 else None


def _where(sentence: Sentence) -> str | None:
    """The state in whose capital a sentence says that it was: "In P, President N gave …"."""
    towns = [
        unit
        for unit in sentence.units
        if unit.kind == "place" and unit.mark in ("place", "dateline") and not isinstance(unit.value, str)
    ]
    states = {str(unit.value.state) for unit in towns if (unit.value.name, unit.value.state) in _SEATS}
    return states.pop() if len(states) == 1 else None
