"""Missions that do for a state in a third one what a mission of its own would: «функции посольства А в Б выполняет
посольство в П», "A's interests in B are represented by its embassy in P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.owners import own_state, state_of
from comity.reading.metonymy import capital_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_class, is_verb
from comity.reading.units import Unit

_PERFORM = frozenset({"represent", "implement", "maintain", "serve", "protect"})
_THREE = 3
_NEAR = 5
"""Letters between a mission and where it is: "(embassy) in (P)"."""


def in_place_of_one(sentence: Sentence, index: int) -> Iterator[Draft]:
    """A mission whose state, or the one it acts for, has none of its own where it acts."""
    if not has_class(sentence, "mission_duties"):
        return
    units, duties = sentence.units, sentence.language.words["mission_duties"]
    does = units[index].mark == "agent" or units[index].case.startswith("nom")
    what = next((unit for unit in units if unit.key in duties and unit.start < units[index].start), None)
    verb = next((i for i in range(len(units)) if _performs(sentence, i)), None)
    if not does or what is None or verb is None or not is_fact(sentence, verb):
        return
    seat = _seat(units, units[index])
    told = sorted((u for u in units if u.start < units[index].start and state_of(u)), key=lambda u: u.start)
    there = [unit for unit in told if unit.mark == "place" and unit.start > what.end]
    owners = [unit for unit in told if unit.mark != "place" and (unit.kind == "state" or capital_of(unit))]
    own = own_state(sentence, index)
    if seat is None or len(there) != 1 or len(owners) != 1:
        return
    sending, receiving = state_of(owners[0]), state_of(there[0])
    other = own is not None and own.start > units[index].start - 2 and state_of(own) != sending
    if other or len({sending, receiving, state_of(seat)}) < _THREE:
        return
    slots = {
        "sending": sending, "receiving": receiving, "type": units[index].value, "act": "accredited",
        "place": seat.value.name if seat.kind == "place" else None,
    }  # fmt: skip
    words = run(sentence, [what, units[verb], units[index], owners[0], there[0], seat])
    yield Draft("mission", slots, [words], [f"mission: {units[index].text} + {units[verb].text}"], 0.8)


def _performs(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells that duties are done."""
    unit = sentence.units[index]
    return unit.kind == "trigger" and is_verb(sentence, index) and any(p in _PERFORM for p, _ in unit.value)


def _seat(units: list[Unit], mission: Unit) -> Unit | None:
    """Where a mission is, right behind it in the text."""
    behind = [u for u in units if u.start >= mission.end and u.mark == "place" and state_of(u)]
    seat = min(behind, key=lambda unit: unit.start, default=None)
    return seat if seat is not None and seat.start - mission.end < _NEAR else None
