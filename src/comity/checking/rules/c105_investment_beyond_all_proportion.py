"""What it does
    Compares each sum invested with the largest figure of trade between the same two states. Ten
    billion dollars or more, and a hundred times the whole trade, cannot be.

Why it is bad
    Such a figure is a slip of the pen (million written as billion) that goes from one brief into
    the next.

Example
    "Firms from the neighbour have invested more than $150 billion"; the same page puts a year's
    trade at $600 million.

Remedy
    Look the sum up in the statistics of the central bank; most often the unit is wrong by a
    thousand.

Known misses
    Sums in a currency with no rate in `rates.toml`; capital that only passes through a financial
    centre is left out.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.proportion import compare, told
from comity.model.record import Finding

CODE = "C105"
NAME = "investment-beyond-all-proportion"
SEVERITY: Final = "error"


def check(facts: Facts) -> Iterator[Finding]:
    """Every investment of ten billion dollars or more that is a hundred times the trade."""
    for one in compare(facts):
        if one.beyond:
            yield told(facts, CODE, SEVERITY, one)
