"""Who leads a group, and which groups are told by their leader alone."""

from __future__ import annotations

import msgspec

from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def is_led(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the words between a group and a person say that the person leads it."""
    words = sentence.language.words["led"]
    return high - low <= 6 and any(
        unit.key in words or unit.mark == "led" or (unit.kind == "preposition" and unit.value == "led")
        for unit in sentence.units[low:high]
    )


def leads(sentence: Sentence, unit: Unit) -> bool:
    """Whether the words before somebody say that they lead a group: "led by X"."""
    high = sentence.index(unit)
    return unit.mark in ("agent", "led") and is_led(sentence, max(0, high - 4), high)


def without_plain_groups(sentence: Sentence, found: list[Unit]) -> list[Unit]:
    """Actors in order, a leader before the group; a group of which only its state or body is told gives way to
    its leader.
    """
    kept: list[Unit] = []
    for unit in found:
        kept.append(unit)
        high = sentence.index(unit)
        if unit.value.group or not is_led(sentence, max(0, high - 4), high):
            continue
        group = next((other for other in reversed(kept[:-1]) if _is_group(other.value)), None)
        if group is None:
            state = next(
                (
                    str(u.value[0])
                    for u in reversed(sentence.units[max(0, high - 7) : high])
                    if u.kind == "state"
                ),
                None,
            )
            _lend_state(state, unit)
            continue
        _lend_state(group.value.state, unit)
        plain = " " not in (group.value.person.office or "")
        kept[kept.index(group) :] = [unit] if plain else [unit, group]
    return kept


def _is_group(actor: Actor) -> bool:
    """Whether somebody may lead an actor: a delegation, or several told by what they are ("MPs led by X")."""
    return actor.group or (actor.plural and not actor.person.name)


def _lend_state(state: str | None, leader: Unit) -> None:
    """A leader is on the side of the delegation."""
    actor: Actor = leader.value
    if actor.state is None and state:
        leader.value = msgspec.structs.replace(actor, state=state)
