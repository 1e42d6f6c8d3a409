"""What it does
    Looks for a turnover, exports and imports of one document whose numbers add up exactly although
    their currencies or periods are told differently.

Why it is bad
    The numbers belong together, so one of the currencies or years is wrong.

Example
    "In 2004 turnover was 96.5 million euros: exports $60.2 million, imports $36.3 million."

Remedy
    Correct the currency or the year that differs.

Known misses
    Sums that also do not add up.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import Figure, figure, words_of
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C109"
NAME = "currency-or-period-mismatch"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_MOST = 12


def check(facts: Facts) -> Iterator[Finding]:
    """Every three figures that add up to the last digit, are not round, and are told to be of
    different kinds.
    """
    groups: dict[tuple[str, ...], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for claim in facts.of_kind("trade"):
        one = figure(facts, claim)
        if one is not None and one.value > 0:
            groups[(claim.doc, *facts.dyad(claim))][str(getattr(claim.slots, "flow", ""))].append(one)
    for _, flows in sorted(groups.items()):
        parts = [flows.get(flow, [])[:_MOST] for flow in ("turnover", "export", "import")]
        for both, out, into in product(*parts):
            told = (both, out, into)
            if (
                abs(out.value + into.value - both.value) > max(1.0, both.value * 1e-9)
                or both.value < both.half * 200
            ):
                continue
            currencies = {one.currency for one in told if one.currency}
            periods = {str(one.period) for one in told if one.period is not None}
            form = "currency" if len(currencies) > 1 else "period" if len(periods) > 1 else ""
            if form:
                yield found(
                    CODE,
                    SEVERITY,
                    facts.dyad(both.claim),
                    [one.claim for one in told],
                    form=form,
                    differ=", ".join(sorted(currencies if form == "currency" else periods)),
                    **words_of(facts, told, "turnover"),
                )
