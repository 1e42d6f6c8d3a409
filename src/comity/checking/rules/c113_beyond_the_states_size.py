"""What it does
    Compares each figure of trade and investment of two states with roughly what the smaller of them
    produced in a year then. Three times that, and more, is hardly possible.

Why it is bad
    The figure is wrong, most often by a unit (billion for million), and no other figure is there to
    show it.

Example
    "In 2004 trade with Bhutan reached $40 billion": Bhutan produced less than two.

Remedy
    Look the figure up in the statistics of either side; check unit, currency and which states it is of.

Known misses
    Wrong figures below the bound; states whose size is not known; states through which others' goods
    and capital pass (`rates.toml`). What C104, C105, C107 or C114 reports is not reported again.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import dollars
from comity.checking.found import found
from comity.checking.proportion import compare, sum_of
from comity.checking.rules import c104_unit_slipped, c114_far_from_the_other_years
from comity.checking.wording import wording
from comity.knowledge.economies import economy
from comity.model.claim import Claim, State
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C113"
NAME = "beyond-the-states-size"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every figure of a year that is several times the smaller economy of its two states."""
    beyond = [
        (claim, sums[0], smaller)
        for claim in facts.of_kind("trade", "investment")
        if (sums := dollars(claim)) is not None and (smaller := _beyond(claim, facts.dyad(claim), sums[0]))
    ]
    if not beyond:
        return
    told = {one.investment.id for one in compare(facts) if one.beyond}
    for other in (c104_unit_slipped, c114_far_from_the_other_years):
        told |= {one.evidence[0].claim for one in other.check(facts)}
    for claim, value, (size, state) in beyond:
        if claim.id not in told:
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(claim),
                [claim],
                value=sum_of(claim),
                state=state,
                size=f"{size:.3g} USD",
                times=f"{value / size:.0f}",
                words=facts.words(claim),
            )


def _beyond(claim: Claim, dyad: tuple[State, ...], value: float) -> tuple[float, State] | None:
    """The smaller economy and its state where a sum of dollars is several times that, and below the bounds of
    C107.
    """
    through = wording().thoroughfares if claim.kind == "trade" else wording().conduits
    if len(dyad) != 2 or through & set(dyad):
        return None
    period = getattr(claim.slots, "period", None)
    smaller = _smaller(dyad, period)
    if smaller is None:
        return None
    least = wording().times_economy * smaller[0] * _years(period)
    return smaller if least < value <= wording().bounds[claim.kind] else None


def _smaller(dyad: tuple[State, ...], period: Date | None) -> tuple[float, State] | None:
    """The smaller of two economies with its state; `None` where that of either is not known."""
    sizes = [(size, state) for state in dyad if (size := economy(state, period)) is not None]
    return min(sizes) if len(sizes) == len(dyad) else None


def _years(period: Date | None) -> int:
    """How many years a period has: a sum of ten years may be ten times that of one."""
    if period is None or period.lower is None or period.upper is None:
        return 1
    return period.upper.year - period.lower.year + 1
