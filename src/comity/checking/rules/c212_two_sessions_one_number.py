"""What it does
    Reports two sessions of one body that have one number and dates that cannot be the same.

Why it is bad
    One of the two has another number, or one session is told with two dates.

Example
    "The fifth session met in Oslo in 2003 … the fifth session of 2005 …".

Remedy
    Check number and date in the protocols.

Known misses
    Bodies named in two ways; sessions without a date.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.sittings import numbered, sittings
from comity.model.record import Finding

CODE = "C212"
NAME = "two-sessions-one-number"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every neighbouring pair of sessions with one number and two dates."""
    for things in sittings(facts):
        dated = [thing for thing in numbered(things) if thing.slots.date is not None]
        for one, other in pairwise(dated):
            if one.slots.number == other.slots.number and not one.slots.date.overlaps(other.slots.date):
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    body=one.slots.body or "",
                    number=one.slots.number,
                    first_date=one.slots.date,
                    second_date=other.slots.date,
                    first_words=facts.words(one, -1),
                    second_words=facts.words(other, -1),
                )
