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
from comity.checking.figures import series
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C101"
NAME = "turnover-is-not-the-sum"
SEVERITY: Final = "error"


def check(facts: Facts) -> Iterator[Finding]:
    """Every set of turnover, exports and imports of which no combination adds up."""
    for one in series(facts):
        turnovers, exports, imports = (one.flows.get(flow, []) for flow in ("turnover", "export", "import"))
        fits = [
            abs(out.value + into.value - both.value) <= (out.slack + into.slack + both.slack) * 1.001
            for both in turnovers
            for out in exports
            for into in imports
        ]
        if not fits or any(fits) or not _comparable(turnovers[0].value, exports[0].value + imports[0].value):
            continue
        both, out, into = turnovers[0], exports[0], imports[0]
        yield found(
            CODE,
            SEVERITY,
            one.dyad,
            [both.claim, out.claim, into.claim],
            turnover=f"{both.value:.15g} {one.currency}",
            sum=f"{out.value + into.value:.15g} {one.currency}",
            period=one.period or "",
            turnover_words=facts.words(both.claim),
            export_words=facts.words(out.claim, -1),
            import_words=facts.words(into.claim, -1),
        )


def _comparable(turnover: float, total: float) -> bool:
    """Whether the two can be meant for one thing: not many times apart, a slipped unit aside."""
    small, large = sorted((abs(turnover), abs(total)))
    ratio = large / small if small else float("inf")
    return ratio <= 5 or any(abs(ratio / slip - 1) < 0.01 for slip in (1e3, 1e6))
