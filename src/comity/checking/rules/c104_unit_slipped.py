"""What it does
    Compares figures of one flow of trade as one side reports it, in one currency: two figures of
    one period with the same digits but a thousand or a million times apart, or of neighbouring
    years some thousand times apart.

Why it is bad
    Somebody wrote billions for millions; the figure is wrong by three orders of magnitude.

Example
    "Turnover was $412 million in 2007" and, in another document, "in 2007 turnover came to $412
    billion".

Remedy
    Look the figure up, and correct the unit.

Known misses
    A slip in the only figure that the register has of a flow (C107 catches the largest ones).
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import comparable
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C104"
NAME = "unit-slipped"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of comparable figures that only a slipped unit explains; a figure is reported once."""
    for figures in comparable(facts):
        told: set[int] = set()
        for one, other in combinations(figures, 2):
            small, large = sorted((one, other), key=lambda figure: abs(figure.value))
            if (
                small.value == 0
                or id(large) in told
                or not _slipped(small.period, large.period, large.value / small.value)
            ):
                continue
            told.add(id(large))
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(large.claim),
                [large.claim, small.claim],
                flow=getattr(large.claim.slots, "flow", ""),
                large=f"{large.value:.15g} {large.currency}",
                small=f"{small.value:.15g} {small.currency}",
                large_period=large.period or "",
                small_period=small.period or "",
                large_words=facts.words(large.claim),
                small_words=facts.words(small.claim),
            )


def _slipped(a: object, b: object, ratio: float) -> bool:
    if str(a) == str(b):
        return any(abs(ratio / slip - 1) < 0.005 for slip in (1e3, 1e6))
    years = [getattr(period, "year", None) for period in (a, b)]
    if None in years or abs(int(str(years[0])) - int(str(years[1]))) > 1:
        return False
    return 400 <= ratio <= 2500 or 4e5 <= ratio <= 2.5e6
