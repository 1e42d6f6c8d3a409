"""Sessions of a standing body in order: what the rules on sessions share."""

from __future__ import annotations

from collections import defaultdict

from comity.checking.facts import Facts, Thing
from comity.checking.texts import fold
from comity.model.claim import Session, State


def sittings(facts: Facts) -> list[list[Thing]]:
    """The sessions of each body of a dyad, by number where they have one, then by date."""
    found: dict[tuple[tuple[State, ...], str], list[Thing]] = defaultdict(list)
    for thing in facts.things("session"):
        if isinstance(thing.slots, Session):
            found[thing.dyad, fold(thing.slots.body or "")].append(thing)
    return [sorted(things, key=_order) for _, things in sorted(found.items(), key=lambda item: item[0])]


def numbered(things: list[Thing]) -> list[Thing]:
    """The sessions that have a number, by number."""
    return [thing for thing in things if thing.slots.number is not None]


def _order(thing: Thing) -> tuple[int, str, str]:
    number = thing.slots.number if thing.slots.number is not None else 10**6
    return number, str(thing.slots.date or "~"), thing.id
