"""What it does
    Looks through the numbered sessions of a body, of which at least two are told, for numbers that
    nobody tells.

Why it is bad
    A session is missing from the register, or the count has jumped.

Example
    "The second session (2000) … the fourth session (2004) …", and nothing of a third.

Remedy
    Find the missing session, or correct the number.

Known misses
    Sessions before the first that is told; more than five numbers in a row, where plainly not all
    are told.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.sittings import numbered, sittings
from comity.model.record import Finding

CODE = "C211"
NAME = "session-number-skipped"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every hole of at most five numbers between two sessions; sessions told without a number may fill it."""
    for things in sittings(facts):
        known = numbered(things)
        unnumbered = len(things) - len(known)
        for one, other in pairwise(known):
            missing = other.slots.number - one.slots.number - 1
            if unnumbered < missing <= 5:
                numbers = ", ".join(str(one.slots.number + step) for step in range(1, missing + 1))
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    missing=numbers,
                    body=one.slots.body or "",
                    first_words=facts.words(one, -1),
                    second_words=facts.words(other, -1),
                )
