"""What it does
    Compares each sum invested with the largest figure of trade between the same two states, and
    reports a billion dollars or more that is thirty times the trade.

Why it is bad
    Capital mostly follows trade; a sum so far above it is more often a wrong unit than a rare fact.

Example
    "Investment has reached $4 billion" beside "trade of $70 million".

Remedy
    Look the sum up; say whether it is a stock or a flow, made or announced.

Known misses
    States that lend for resources; sums in a currency with no rate. What C105 reports is not
    reported again.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.proportion import compare, told
from comity.model.record import Finding

CODE = "C106"
NAME = "investment-large-beside-trade"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every investment of a billion dollars or more that is thirty times the trade and below the bounds of C105."""
    for one in compare(facts):
        if one.ratio >= 30 and one.dollars >= 1e9 and not one.beyond:
            yield told(facts, CODE, SEVERITY, one)
