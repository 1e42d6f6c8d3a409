"""What it does
    Compares figures of a part with the figure of the whole in one document: exports or imports with
    the turnover of the same period, and a month, quarter or half-year with its year.

Why it is bad
    A part cannot be larger than its whole: one of the figures or its period is wrong.

Example
    "Trade reached $310 million in 2014, of which exports made $420 million."

Remedy
    Take both figures from one table, and check which period each is of.

Known misses
    Figures in two currencies or of two documents; parts of years told without months.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import Figure, comparable, series
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C110"
NAME = "part-larger-than-the-whole"
SEVERITY: Final = "error"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every figure of a part that is larger than that of the whole, as exactly as both are written."""
    for one in series(facts):
        turnovers = one.flows.get("turnover", [])
        if one.flows.get("export") and one.flows.get("import"):
            continue  # all three are there: whether they add up is another rule's
        for flow in ("export", "import"):
            parts = one.flows.get(flow, [])
            if turnovers and parts and all(_larger(part, whole) for part in parts for whole in turnovers):
                yield _told(facts, parts[0], turnovers[0])
    for figures in comparable(facts):
        for part, whole in product(figures, figures):
            if part.claim.doc == whole.claim.doc and _within_the_year(part, whole) and _larger(part, whole):
                yield _told(facts, part, whole)


def _larger(part: Figure, whole: Figure) -> bool:
    return part.value - part.slack > whole.value + whole.slack > 0


def _within_the_year(part: Figure, whole: Figure) -> bool:
    if part.period is None or whole.period is None or whole.period.precision != "year":
        return False
    if getattr(part.claim.slots, "flow", None) == "balance":
        return False  # a surplus of one half may be lost in the other
    return part.period != whole.period and whole.period.contains(part.period)


def _told(facts: Facts, part: Figure, whole: Figure) -> Finding:
    return found(
        CODE,
        SEVERITY,
        facts.dyad(part.claim),
        [part.claim, whole.claim],
        part=f"{part.value:.15g} {part.currency}",
        part_flow=getattr(part.claim.slots, "flow", ""),
        part_period=part.period or "",
        whole=f"{whole.value:.15g} {whole.currency}",
        whole_flow=getattr(whole.claim.slots, "flow", ""),
        whole_period=whole.period or "",
        part_words=facts.words(part.claim, -1),
        whole_words=facts.words(whole.claim),
    )
