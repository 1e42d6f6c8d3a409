"""What it does
    Adds up the shares that a sentence about trade gives: exports and imports must make the whole,
    and three shares or more not more than it.

Why it is bad
    A share is wrong, or the shares are of different wholes.

Example
    "Of the turnover of $200 million exports accounted for 65 per cent and imports for 45."

Remedy
    Compute the shares anew from the figures, and say of which whole they are.

Known misses
    Sentences that also speak of growth; shares in several sentences; shares that overlap by their
    nature (a state that is in two groups of states).
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.shares import shares
from comity.model.record import Finding

CODE = "C111"
NAME = "shares-do-not-fit"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_SLACK = 1.5
"""Percentage points let pass for rounding."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every two shares of exports and imports that do not make the whole, every three shares that exceed it."""
    for one in shares(facts):
        total = sum(one.percents)
        wrong = abs(total - 100) > _SLACK if one.sides else len(one.percents) > 2 and total > 100 + _SLACK
        if wrong:
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(one.claim),
                [one.place],
                total=f"{total:.15g}",
                shares=", ".join(f"{percent:.15g} %" for percent in one.percents),
                words=facts.quoted(one.place),
            )
