"""What it does
    Reports visits whose visitor holds an office of the state visited and not of the state the visit
    came from, and one person's visits of one time that are told in both directions.

Why it is bad
    Guest and host are confused: the visit will be counted on the wrong side.

Example
    "The president of Peru visited Ghana in May 2001"; another page lists it among the visits to
    Peru.

Remedy
    Check who travelled, and correct the direction.

Known misses
    Visitors named without their state; visits to third countries.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts, Thing, is_state
from comity.checking.found import found
from comity.checking.texts import may_be_same
from comity.model.claim import Visit
from comity.model.record import Finding

CODE = "C308"
NAME = "direction-reversed"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every visit of a host to himself, and every pair of visits in opposite directions at one time."""
    visits = [thing for thing in facts.things("visit") if isinstance(thing.slots, Visit)]
    for thing in visits:
        slots = thing.slots
        homes = {person.of for person in slots.visitors if person.of}
        if (
            slots.from_
            and slots.to
            and slots.from_ != slots.to
            and homes == {slots.to}
            and is_state(slots.to)
        ):
            yield found(
                CODE,
                SEVERITY,
                thing.dyad,
                [thing.claims[0]],
                form="host",
                home=slots.to,
                origin=slots.from_,
                words=facts.words(thing),
            )
    for things in facts.by_dyad("visit").values():
        for one, other in combinations(things, 2):
            if one.slots.from_ and one.slots.from_ == other.slots.to and _same(one, other):
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    form="both",
                    who=next(person.name for person in one.slots.visitors if person.name),
                    date=one.slots.date,
                    words=facts.words(one),
                    other_words=facts.words(other),
                )


def _same(one: Thing, other: Thing) -> bool:
    """Whether two visits have one named visitor, and one date told to the day or month."""
    first, second = one.slots.date, other.slots.date
    if first is None or second is None or not first.overlaps(second):
        return False
    if any(
        date.precision not in ("day", "month", "interval") or date.upper is None for date in (first, second)
    ):
        return False
    names = [[person.name for person in thing.slots.visitors if person.name] for thing in (one, other)]
    return any(may_be_same(a, b) for a in names[0] for b in names[1])
