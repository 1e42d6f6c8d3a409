"""What it does
    Compares each figure of trade and investment with bounds that no two states have ever reached
    (1.5 trillion dollars of trade a year, 2.5 trillion invested), and reports trade below nothing.

Why it is bad
    The figure cannot be: its unit, sign or currency is wrong.

Example
    "In 2013 turnover reached $4,300 billion" for $4,300 million.

Remedy
    Look the figure up, and correct unit, sign or currency.

Known misses
    Wrong figures below the bounds; sums in a currency with no rate in `rates.toml`.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import dollars
from comity.checking.found import found
from comity.checking.wording import wording
from comity.model.claim import Investment, Trade
from comity.model.record import Finding

CODE = "C107"
NAME = "figure-out-of-bounds"
SEVERITY: Final = "error"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every figure above its bound, and every turnover, export or import below nothing."""
    for claim in facts.of_kind("trade", "investment"):
        slots = claim.slots
        if not isinstance(slots, Trade | Investment) or slots.value is None:
            continue
        sums = dollars(claim)
        bound = wording().bounds[claim.kind]
        if sums is not None and sums[0] > bound:
            form = "above"
        elif slots.value < 0 and getattr(slots, "flow", None) != "balance":
            form = "below"
        else:
            continue
        yield found(
            CODE,
            SEVERITY,
            facts.dyad(claim),
            [claim],
            form=form,
            value=f"{slots.value:.15g} {slots.currency or ''}".strip(),
            bound=f"{bound:.15g} USD",
            words=facts.words(claim),
        )
