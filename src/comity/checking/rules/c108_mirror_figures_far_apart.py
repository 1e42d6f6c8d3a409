"""What it does
    Compares what one state reports as its exports with what the other reports as its imports from
    it, and the turnover that each reports, for one period and currency; twice as much is reported.

Why it is bad
    Freight, timing and goods passing through a third country explain a part, rarely half: one side
    counts something else, or a figure is wrong. Both figures stand; neither is preferred.

Example
    A's statistics: exports to B of $210 million in 2010. B's statistics: imports from A of $60
    million.

Remedy
    Quote both with their sources; look for trade through third countries.

Known misses
    Figures whose reporter is not told; periods told differently (calendar year and fiscal year).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import Figure, figure
from comity.checking.found import found
from comity.model.claim import Trade
from comity.model.record import Finding

CODE = "C108"
NAME = "mirror-figures-far-apart"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of mirror figures of which the larger is at least twice the smaller; one pair a flow
    and period.
    """
    flows: dict[tuple[str, ...], dict[str, Figure]] = defaultdict(dict)
    for claim in facts.of_kind("trade"):
        slots, one = claim.slots, figure(facts, claim)
        dyad = facts.dyad(claim)
        if one is None or not isinstance(slots, Trade) or slots.reporter not in dyad or slots.period is None:
            continue
        exporter = {
            "export": slots.reporter,
            "import": next(state for state in dyad if state != slots.reporter),
        }
        goods = "both" if slots.flow == "turnover" else exporter.get(slots.flow or "")
        if goods and one.value > 0:
            key = (*dyad, goods, one.currency, str(slots.period))
            flows[key].setdefault(slots.reporter, one)
    for _, told in sorted(flows.items()):
        if len(told) != 2:
            continue
        small, large = sorted(told.values(), key=lambda one: one.value)
        if large.value - large.slack < 2 * (small.value + small.slack):
            continue
        yield found(
            CODE,
            SEVERITY,
            facts.dyad(large.claim),
            [large.claim, small.claim],
            large=f"{large.value:.15g} {large.currency}",
            small=f"{small.value:.15g} {small.currency}",
            large_reporter=getattr(large.claim.slots, "reporter", ""),
            small_reporter=getattr(small.claim.slots, "reporter", ""),
            large_flow=getattr(large.claim.slots, "flow", ""),
            small_flow=getattr(small.claim.slots, "flow", ""),
            period=large.period or "",
            times=f"{large.value / small.value:.1f}",
            large_words=facts.words(large.claim),
            small_words=facts.words(small.claim),
        )
