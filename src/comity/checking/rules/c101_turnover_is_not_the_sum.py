"""What it does
    Adds the exports and imports that a document gives for one period and compares them with its
    turnover, as exactly as the figures are written.

Why it is bad
    One of the three figures is wrong, or they come from different statistics, and whoever quotes
    one quotes an error.

Example
    "Turnover was $512.4 million; exports were $301.1 million and imports $190.2 million." The sum
    is 491.3 million.

Remedy
    Take all three figures from one table of one source, and say which.

Known misses
    Figures whose reporter, currency or period is not told alike; trade in services told beside
    trade in goods.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import misfit, series, words_of
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C101"
NAME = "turnover-is-not-the-sum"
SEVERITY: Final = "error"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every set of turnover, exports and imports of which no combination adds up."""
    for one in series(facts):
        three = misfit(one, "turnover", lambda told: told[1].value + told[2].value - told[0].value)
        if three is None:
            continue
        turnover, total = three[0].value, three[1].value + three[2].value
        if _comparable(turnover, total):
            yield found(
                CODE,
                SEVERITY,
                one.dyad,
                [figure.claim for figure in three],
                turnover=f"{turnover:.15g} {one.currency}",
                sum=f"{total:.15g} {one.currency}",
                period=one.period or "",
                **words_of(facts, three, "turnover"),
            )


def _comparable(turnover: float, total: float) -> bool:
    """Whether the two can be meant for one thing: not many times apart, a slipped unit aside."""
    small, large = sorted((abs(turnover), abs(total)))
    ratio = large / small if small else float("inf")
    return ratio <= 5 or any(abs(ratio / slip - 1) < 0.01 for slip in (1e3, 1e6))
