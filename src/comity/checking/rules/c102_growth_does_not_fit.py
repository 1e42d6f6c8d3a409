"""What it does
    Reads the growth that is told with a figure of trade ("grew by 40 percent", "в 2,5 раза") and
    compares it with the same document's figures of that year and the year before.

Why it is bad
    One of the two figures or the growth is wrong, or the growth is that of something else.

Example
    "Exports rose by 12 percent to $80 million in 2006"; the page gives $40 million for 2005.

Remedy
    Recompute the growth from the two figures, or say what it is measured in (value, volume, other
    currency).

Known misses
    Growth against any other period than the year before; growth of half a year; words without a
    number ("sharply").
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.figures import Series, series
from comity.checking.found import found
from comity.checking.growth import growth
from comity.checking.texts import shorten
from comity.model.claim import Trade
from comity.model.record import Finding

CODE = "C102"
NAME = "growth-does-not-fit"
SEVERITY: Final = "warning"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every growth told that neither rounding nor "more than" brings near the two years' figures."""
    told = series(facts)
    for one in told:
        year = one.period.year if one.period is not None and one.period.precision == "year" else None
        before = _year_before(told, one, year) if year is not None else None
        if before is None:
            continue
        for flow, figures in one.flows.items():
            earlier = before.flows.get(flow, [])
            if len(figures) != 1 or len(earlier) != 1 or earlier[0].value <= 0:
                continue
            now, then = figures[0], earlier[0]
            slots = now.claim.slots
            change = slots.change if isinstance(slots, Trade) else None
            stated = growth(change or facts.text(now.claim))
            if stated is None:
                continue
            low = (now.value - now.slack) / (then.value + then.slack)
            high = (now.value + now.slack) / max(then.value - then.slack, 1.0)
            if stated.fits(low, high):
                continue
            yield found(
                CODE,
                SEVERITY,
                one.dyad,
                [now.claim, then.claim],
                flow=flow,
                stated=shorten(stated.words),
                real=f"{now.value / then.value:.2f}",
                value=f"{now.value:.15g} {one.currency}",
                before=f"{then.value:.15g} {one.currency}",
                period=one.period or "",
                period_before=before.period or "",
                words=facts.words(now.claim),
                words_before=facts.words(then.claim),
            )


def _year_before(told: list[Series], one: Series, year: int) -> Series | None:
    for other in told:
        if (other.doc, other.dyad, other.currency) == (one.doc, one.dyad, one.currency) and (
            other.period is not None and other.period.precision == "year" and other.period.year == year - 1
        ):
            return other
    return None
