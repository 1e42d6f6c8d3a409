"""What it does
    Looks at bodies whose sessions met in turn in two places and reports two sessions with
    neighbouring numbers in one place.

Why it is bad
    By custom the sides host in turn: a place is wrong, a session is missing, or the turn was broken
    for a reason.

Example
    "First session: Quito, second: Cairo, third: Cairo, fourth: Quito."

Remedy
    Check the place; where the turn was broken, say why.

Known misses
    Bodies with fewer than four sessions told with a place; sides that host in several cities.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.sittings import numbered, sittings
from comity.checking.texts import fold
from comity.model.record import Finding

CODE = "C213"
NAME = "hosts-do-not-alternate"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every two neighbouring sessions in one place, of a body that has met at least twice in each of
    two places.
    """
    for things in sittings(facts):
        placed = [thing for thing in numbered(things) if thing.slots.place]
        places = Counter(fold(thing.slots.place) for thing in placed)
        if len(placed) < 4 or len(places) != 2 or min(places.values()) < 2:
            continue
        for one, other in pairwise(placed):
            if other.slots.number == one.slots.number + 1 and fold(one.slots.place) == fold(
                other.slots.place
            ):
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    first=one.slots.number,
                    second=other.slots.number,
                    place=one.slots.place,
                    first_words=facts.words(one, -1),
                    second_words=facts.words(other, -1),
                )
