"""Missions that are told to be non-resident: "A and B have non-resident embassies for C in P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.beside import is_non_resident
from comity.reading.frames.missions.owners import state_of
from comity.reading.frames.parties import is_subject
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_FOR = frozenset({"for", "with", "goal"})
"""Prepositions before the state that a mission is for."""
_BETWEEN = frozenset({"and", "determiner", "have", "word", "trigger", "amount", "number", "pronoun"})
"""What stands between the states whose they are and such missions."""
_THREE = 3


def from_afar(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """One claim for each state that has a non-resident mission, and for each that it is for."""
    if not is_non_resident(sentence, index):
        return
    units = sentence.units
    senders = _senders(sentence, index)
    seat = next((unit for unit in units[index + 1 :] if unit.mark == "place" and state_of(unit)), None)
    if not senders or seat is None:
        return
    covered = [unit for unit in units[index + 1 : sentence.index(seat)] if _is_covered(unit)]
    told: list[tuple[str, Unit | None]] = [(str(unit.value[0]), unit) for unit in covered]
    if not told and context.home is not None:
        told = [(str(context.home), None)]
    for sender in senders:
        for state, unit in told:
            sending = str(sender.value[0])
            if len({sending, state, state_of(seat)}) < _THREE:
                continue
            slots = {
                "sending": sending, "receiving": state, "type": units[index].value, "act": "accredited",
                "place": seat.value.name if seat.kind == "place" else None,
            }  # fmt: skip
            words = run(sentence, [sender, units[index], unit, seat])
            yield Draft("mission", slots, [words], [f"mission: non-resident {units[index].text}"], 0.8)


def _is_covered(unit: Unit) -> bool:
    return unit.kind == "state" and unit.value[1] == "name" and (unit.mark in _FOR or unit.mark == "")


def _senders(sentence: Sentence, index: int) -> list[Unit]:
    """The states that are told to have the mission: "A, B and C have"."""
    units = sentence.units
    verb = next(
        (i for i in range(index - 1, -1, -1) if units[i].kind == "have" or _maintains(units[i])), None
    )
    if verb is None or not is_fact(sentence, verb) or sentence.has_word("negation", verb, index):
        return []
    found: list[Unit] = []
    for unit in reversed(units[:verb]):
        if is_subject(unit):
            found.insert(0, unit)
        elif unit.kind not in _BETWEEN and unit.text != ",":
            break
    return found


def _maintains(unit: Unit) -> bool:
    return unit.kind == "trigger" and any(predicate == "maintain" for predicate, _ in unit.value)


__all__ = ["from_afar"]
