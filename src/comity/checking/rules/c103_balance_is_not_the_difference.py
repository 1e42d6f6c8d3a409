"""What it does
    Subtracts a document's imports from its exports of one period and compares the difference with
    the balance that it gives, as exactly as the figures are written; a deficit may be told without
    its sign.

Why it is bad
    The balance is what is quoted in talks, and one of the three figures is wrong.

Example
    "Exports were $50 million, imports $20 million, a surplus of $40 million."

Remedy
    Recompute the balance, and say whose exports are meant.

Known misses
    Figures whose reporter, currency or period is not told alike.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import misfit, series, words_of
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C103"
NAME = "balance-is-not-the-difference"
SEVERITY: Final = "error"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every set of balance, exports and imports of which no combination fits."""
    for one in series(facts):
        three = misfit(one, "balance", lambda told: abs(told[1].value - told[2].value) - abs(told[0].value))
        if three is not None:
            yield found(
                CODE,
                SEVERITY,
                one.dyad,
                [figure.claim for figure in three],
                balance=f"{three[0].value:.15g} {one.currency}",
                difference=f"{three[1].value - three[2].value:.15g} {one.currency}",
                period=one.period or "",
                **words_of(facts, three, "balance"),
            )
