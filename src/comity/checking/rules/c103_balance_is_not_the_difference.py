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
from comity.checking.figures import series
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C103"
NAME = "balance-is-not-the-difference"
SEVERITY: Final = "error"


def check(facts: Facts) -> Iterator[Finding]:
    """Every set of balance, exports and imports of which no combination fits."""
    for one in series(facts):
        balances, exports, imports = (one.flows.get(flow, []) for flow in ("balance", "export", "import"))
        fits = [
            abs(abs(out.value - into.value) - abs(rest.value))
            <= (out.slack + into.slack + rest.slack) * 1.001
            for rest in balances
            for out in exports
            for into in imports
        ]
        if not fits or any(fits):
            continue
        rest, out, into = balances[0], exports[0], imports[0]
        yield found(
            CODE,
            SEVERITY,
            one.dyad,
            [rest.claim, out.claim, into.claim],
            balance=f"{rest.value:.15g} {one.currency}",
            difference=f"{out.value - into.value:.15g} {one.currency}",
            period=one.period or "",
            balance_words=facts.words(rest.claim),
            export_words=facts.words(out.claim, -1),
            import_words=facts.words(into.claim, -1),
        )
