"""The figures of trade in a sentence: its amounts, its flows, and which flow each amount is of."""

from __future__ import annotations

from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.ranges import of_range
from comity.reading.frames.trade.flows import flow_of, further_partner, summed, times
from comity.reading.frames.trade.money import (
    hides_state,
    is_bare,
    is_change,
    is_listed,
    is_money,
    is_restated,
    is_unscaled,
    told_scale,
)
from comity.reading.frames.trade.onward import same_figure
from comity.reading.frames.trade.parts import borrowed, scale_within
from comity.reading.frames.trade.periods import compares
from comity.reading.frames.trade.sales import sold
from comity.reading.frames.trade.sides import Flow, is_compound, is_only_aim, kind_of, set_sides
from comity.reading.sentence import Sentence

_BETWEEN_FIGURES = frozenset(
    {"date", "preposition", "and", "punct", "be", "have", "pronoun", "determiner", "amount", "clause"}
)
_NOT_TRADE = frozenset({"invest", "award", "assist"})


class Figures:
    """The amounts and flows of a sentence."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.words = sentence.language.words
        self.scale = told_scale(self.sentence)
        self.spent: set[int] = set()
        """The flows that an amount before them has taken: "210 million in exports and 95 million in imports"."""
        self.flows = self._flows()
        self.led = self.led_flow()
        self.amounts = self._amounts() if self.flows or self.led is not None else []
        self.zipped = self.respectively(self.amounts)

    def _flows(self) -> list[Flow]:
        """The words for flows, each with its sides: "exports to B", "imports"."""
        flows = [
            Flow(i, kind_of(self.sentence, i, kind))
            for i, unit in enumerate(self.units)
            if (
                kind := flow_of(unit)
                or sold(self.sentence, i)
                or summed(self.sentence, i, self.scale is not None)
            )
            and not is_compound(self.sentence, i)
            and not is_only_aim(self.sentence, i)
        ]
        for number, flow in enumerate(flows):
            high = flows[number + 1].index if number + 1 < len(flows) else len(self.units)
            set_sides(self.sentence, self.context, flow, high)
        return flows

    def _amounts(self) -> list[int]:
        """The amounts of money that may be figures of trade, by index: not changes, ranges and sums told again."""
        return [
            i
            for i, unit in enumerate(self.units)
            if unit.kind == "amount"
            and (is_money(self.sentence, self.context, self.scale, i) or borrowed(self.sentence, i))
            and not is_restated(self.sentence, i)
            and not is_change(self.sentence, i)
            and not of_range(self.sentence, i)
            and not is_unscaled(self.sentence, self.scale, i)
        ]

    def flow_told(self, number: int, last: Flow | None) -> tuple[Flow | None, bool]:
        """The flow of an amount, its own or one told before, and whether it only compares: "up from … in 2003"."""
        index = self.amounts[number]
        before = self.amounts[number - 1] if number else -1
        flow = self.zipped[number] if self.zipped else self.flow_at(index, before)
        if flow is None and last is not None and number:
            flow = self.further(last, before, index)
        if flow is not None:
            return flow, False
        compared = last is not None and compares(self.sentence, index)
        if index and hides_state(self.sentence, index):
            return None, compared
        return self.leaned_on(number, last, compared=compared), compared

    def leaned_on(self, number: int, last: Flow | None, *, compared: bool) -> Flow | None:
        """The flow told before of which a further amount tells more, or the one that a lead-in gives."""
        index = self.amounts[number]
        if last is not None and number and self.goes_on(self.amounts[number - 1], index):
            return last
        if last is not None and self.told_again(last, index):
            return last  # "was 5 million in 1992, reached 305 million in 2010"
        if self.led is not None and self.flows and index < self.flows[0].index:
            return self.led  # "2013 – $9 million, of which exports …"
        return last if compared or (self.led is not None and not self.flows) else None

    def full_value(self, index: int) -> int | float:
        """An amount in full units, by the scale of its list or of the figure that it is a part of."""
        amount: Amount = self.units[index].value
        scale = self.scale
        if scale is not None:
            bare = amount.kind == "number" or is_bare(self.sentence, scale, amount)
            return times(amount.value, scale.value) if bare else amount.value
        whole = borrowed(self.sentence, index)
        part_of = scale_within(self.sentence.text, whole) if whole is not None else None
        return times(amount.value, part_of) if part_of is not None else amount.value

    def led_flow(self) -> Flow | None:
        """The flow that a lead-in gives to figures without a word of their own: "Trade turnover, USD mln.:"."""
        if any(unit.kind == "trigger" and any(p in _NOT_TRADE for p, _ in unit.value) for unit in self.units):
            return None
        if (same := same_figure(self.sentence, self.context)) is not None:
            return same
        above = self.sentence.lead
        if not any(flow_of(unit) for unit in above) and is_listed(self.sentence) and self.scale is not None:
            above = self.sentence.heading
        kind = next((found for unit in above if (found := flow_of(unit))), None)
        return Flow(-1, kind) if kind else None

    def flow_at(self, index: int, previous: int) -> Flow | None:
        """The flow of an amount: the last one told since the amount before, else the one right behind it."""
        before = [
            flow for flow in self.flows if previous < flow.index < index and flow.index not in self.spent
        ]
        behind = next((flow for flow in self.flows if index < flow.index <= index + 6), None)
        if behind is not None and self.is_worth_of(index, behind):
            self.spent.add(behind.index)
            return behind
        if before and not self.cut(before[-1].index, index):
            return before[-1]
        if behind is not None and all(
            unit.kind in ("word", "preposition", "determiner", "be", "state", "poss", "trigger", "dyad")
            for unit in self.units[index + 1 : behind.index]
        ):
            following = next(
                (
                    i
                    for i in range(behind.index + 1, min(behind.index + 6, len(self.units)))
                    if self.units[i].kind == "amount"
                ),
                None,
            )
            if (
                following is None
                or any(flow.index > behind.index for flow in self.flows if flow.index < following)
                or self.units[following - 1].kind == "and"
            ):
                self.spent.add(behind.index)
                return behind
        return None

    def is_worth_of(self, index: int, behind: Flow) -> bool:
        """Whether an amount is told of the flow behind it, whatever stands before: "40 million worth of goods exported
        to B"."""
        after = self.units[index + 1]
        between = self.units[index + 2 : behind.index]
        return after.key in self.words["worth"] and not any(
            unit.kind in ("punct", "clause", "amount", "date", "and") for unit in between
        )

    def cut(self, low: int, high: int) -> bool:
        """Whether something else than trade stands between a flow and an amount: investment or aid, say."""
        for unit in self.units[low + 1 : high]:
            if unit.kind == "trigger" and any(p in _NOT_TRADE for p, _ in unit.value):
                return True
            if unit.key in self.words["not_trade"]:
                return True
        before = self.units[high - 1]
        return before.kind == "preposition" and before.value == "agent"

    def goes_on(self, before: int, index: int) -> bool:
        """Whether nothing but dates stands between two amounts: "2003 – $50 million, 2004 – $60 million"."""
        between = self.units[before + 1 : index]
        restated = {
            i
            for i in range(before + 1, index)
            if self.units[i].kind == "amount" and is_restated(self.sentence, i)
        }
        return any(unit.kind == "date" for unit in [*between, *self.units[index + 1 : index + 3]]) and all(
            unit.kind in ("date", "and", "punct", "preposition", "determiner")
            or unit.key in self.words["approx"]
            or i in restated
            for i, unit in enumerate(between, before + 1)
        )

    def further(self, last: Flow, before: int, index: int) -> Flow | None:
        """The same flow with a further partner: "trade with A was 118 million, with B 96 million"."""
        partner = further_partner(self.units, last.kind, before, index)
        if partner is None:
            return None
        flow = Flow(last.index, last.kind)
        flow.partner = partner
        return flow

    def told_again(self, last: Flow, index: int) -> bool:
        """Whether only a further verb of reaching stands between the amount or flow before and this amount."""
        reached = False
        for i in range(index - 1, last.index, -1):
            unit = self.units[i]
            if unit.kind == "amount" and unit.value.kind != "percent":
                break
            if unit.kind == "trigger":
                predicates = {predicate for predicate, _ in unit.value}
                if not predicates & {"amount", "grow", "number"}:
                    return False
                reached = True
            elif self.sentence.language.morphology.is_verbal(unit) or (
                unit.kind == "be" and self.units[max(i - 2, 0)].kind == "pronoun"
            ):
                reached = True  # a verb that nobody knows: "jumped to 7 million"; "it had been 5 million"
            elif unit.key in self.words["news"]:
                continue  # "he said"
            elif unit.kind not in _BETWEEN_FIGURES and unit.key not in self.words["between_figures"]:
                return False
        return reached

    def respectively(self, amounts: list[int]) -> list[Flow]:
        """Flows told before all of as many amounts: "exports and imports were A and B"."""
        if len(amounts) < 2 or len(self.flows) != len(amounts):
            return []
        return self.flows if self.flows[-1].index < amounts[0] else []
