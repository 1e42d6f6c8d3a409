"""What it does
    Compares a figure of one flow of trade, as one side reports it, with those of other years within
    five. Where at least two of these agree in size, one that is fifty times any of them and a
    hundred million dollars or more, or a turnover fifty times smaller, stands out.

Why it is bad
    Trade grows and falls by tenths, after wars and sanctions by half: such a leap is a slipped unit, another
    currency or another state's figure.

Example
    "Turnover: 2006 – $41 million, 2007 – $48 million, 2008 – $5,200 million".

Remedy
    Look the figure up; where the leap is real (a pipeline, a mine), say so beside it.

Known misses
    Flows of which fewer than three years are told; leaps of less than fifty times. What C104 reports is not
    reported again.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import Figure, comparable, dollars
from comity.checking.found import found
from comity.checking.proportion import sum_of
from comity.checking.rules import c104_unit_slipped
from comity.model.record import Finding

CODE = "C114"
NAME = "far-from-the-other-years"
SEVERITY: Final = "warning"

_NEAR = 5
"""Years within which figures are compared."""
_LEAP = 50.0
"""How many times its neighbours a figure is."""
_ALIKE = 5.0
"""How many times the least of the neighbours the largest may be, for them to agree."""
_LEAST = 1e8
"""Dollars below which one ship or aircraft makes such a leap."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every figure that is far above or below those of the years around it, which agree."""
    told = {one.evidence[0].claim for one in c104_unit_slipped.check(facts)}
    for figures in comparable(facts):
        dated = [(year, one) for one in figures if (year := _year(one)) is not None and one.value > 0]
        for year, one in dated:
            others = [near for when, near in dated if when != year and abs(when - year) <= _NEAR]
            if one.claim.id in told or len({_year(near) for near in others}) < 2:
                continue
            values = [near.value for near in others]
            if max(values) > _ALIKE * min(values) or not _leaps(one, values):
                continue
            near = min(others, key=lambda other: (abs((_year(other) or 0) - year), other.claim.id))
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(one.claim),
                [one.claim, near.claim],
                flow=getattr(one.claim.slots, "flow", ""),
                value=sum_of(one.claim),
                period=one.period or "",
                near=sum_of(near.claim),
                near_period=near.period or "",
                years=len({_year(other) for other in others}),
                words=facts.words(one.claim),
                near_words=facts.words(near.claim),
            )


def _leaps(one: Figure, values: list[float]) -> bool:
    sums = dollars(one.claim)
    if one.value >= _LEAP * max(values):
        return sums is not None and sums[0] >= _LEAST
    if getattr(one.claim.slots, "flow", None) != "turnover" or sums is None:
        return False
    # The neighbours in the dollars of the same rate.
    return one.value * _LEAP <= min(values) and sums[0] * min(values) / one.value >= _LEAST


def _year(one: Figure) -> int | None:
    return one.period.year if one.period is not None else None
