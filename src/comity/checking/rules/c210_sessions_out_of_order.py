"""What it does
    Puts the numbered sessions of a body in order and reports one that is certainly earlier than a
    session with a smaller number.

Why it is bad
    A number or a date is wrong, and the protocols are filed by both.

Example
    "The third session was held in 2001, the fourth in 1999."

Remedy
    Check number and date in the protocols.

Known misses
    Sessions of extraordinary numbering; bodies named in two ways.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.sittings import numbered, sittings
from comity.model.record import Finding

CODE = "C210"
NAME = "sessions-out-of-order"
SEVERITY: Final = "error"


def check(facts: Facts) -> Iterator[Finding]:
    """Every neighbouring pair of sessions whose dates run against their numbers."""
    for things in sittings(facts):
        dated = [thing for thing in numbered(things) if thing.slots.date is not None]
        for one, other in pairwise(dated):
            if one.slots.number < other.slots.number and other.slots.date.before(one.slots.date):
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    body=one.slots.body or "",
                    first=one.slots.number,
                    second=other.slots.number,
                    first_date=one.slots.date,
                    second_date=other.slots.date,
                    first_words=facts.words(one, -1),
                    second_words=facts.words(other, -1),
                )
