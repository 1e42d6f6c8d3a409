"""Investment beside trade: what several rules compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.checking.facts import Facts
from comity.checking.figures import dollars
from comity.checking.found import Severity, found
from comity.checking.wording import wording
from comity.model.claim import Claim, Investment, State, Trade
from comity.model.record import Finding


@dataclass(frozen=True)
class Proportion:
    """A sum invested, the largest figure of trade of the same two states, and how many times the one
    is the other.
    """

    dyad: tuple[State, ...]
    investment: Claim
    trade: Claim
    dollars: float
    ratio: float

    @property
    def beyond(self) -> bool:
        """Whether it cannot be: ten billion dollars or more, and a hundred times the trade."""
        return self.ratio >= 100 and self.dollars >= 10e9

    @property
    def sum_invested(self) -> str:
        """The sum invested with its currency."""
        return sum_of(self.investment)

    @property
    def sum_traded(self) -> str:
        """The trade with its currency."""
        return sum_of(self.trade)


def compare(facts: Facts) -> Iterator[Proportion]:
    """Every sum invested beside the trade of its dyad; capital from a financial centre is left out."""
    largest: dict[tuple[State, ...], tuple[float, Claim]] = {}
    for claim in facts.of_kind("trade"):
        sums = dollars(claim)
        if sums is not None and getattr(claim.slots, "flow", None) != "balance":
            dyad = facts.dyad(claim)
            if sums[1] > largest.get(dyad, (0.0, claim))[0]:
                largest[dyad] = (sums[1], claim)
    for claim in facts.of_kind("investment"):
        slots, sums = claim.slots, dollars(claim)
        if sums is None or not isinstance(slots, Investment):
            continue
        dyad = facts.dyad(claim)
        if sums[0] and dyad in largest and not wording().conduits & {slots.from_, slots.to}:
            # The least that was invested beside the most that was traded: rates are rough.
            traded, trade = largest[dyad]
            yield Proportion(dyad, claim, trade, sums[0], sums[0] / traded)


def sum_of(claim: Claim) -> str:
    """A sum with its currency."""
    slots = claim.slots
    assert isinstance(slots, Trade | Investment)
    return f"{slots.value:.15g} {slots.currency}"


def told(facts: Facts, code: str, severity: Severity, one: Proportion) -> Finding:
    """The finding of a rule on a sum invested out of proportion: both sums with their words."""
    return found(
        code,
        severity,
        one.dyad,
        [one.investment, one.trade],
        investment=one.sum_invested,
        trade=one.sum_traded,
        times=f"{one.ratio:.0f}",
        investment_words=facts.words(one.investment),
        trade_words=facts.words(one.trade),
    )
