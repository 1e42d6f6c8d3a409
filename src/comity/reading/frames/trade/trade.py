"""Figures of trade: turnover, exports, imports, balance; one claim per figure.

A sentence (or cell of a table) is read once for all its figures. Each amount takes the flow told last before it, or
the one right behind it; a figure of comparison ("up from … in 2003") repeats the flow with a period of its own. Where
figures stand without a unit, the heading, column or lead-in gives it ("thousand US dollars:").
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import wording
from comity.reading.frames.ranges import of_range
from comity.reading.frames.trade.cells import cell
from comity.reading.frames.trade.flows import (
    FLOWS,
    flow_of,
    further_partner,
    other_side,
    owned_partner,
    stated_source,
    summed,
    times,
)
from comity.reading.frames.trade.held import holds, is_to_come
from comity.reading.frames.trade.money import (
    hides_state,
    is_bare,
    is_change,
    is_listed,
    is_money,
    is_of_goods,
    is_restated,
    is_unscaled,
    money_at_hand,
    place_of,
    told_scale,
)
from comity.reading.frames.trade.onward import lend_flow, same_figure
from comity.reading.frames.trade.parts import borrowed, scale_within
from comity.reading.frames.trade.periods import (
    compares,
    measured_by,
    periods_of,
    same_months,
    tells_when,
    year_before,
)
from comity.reading.frames.trade.sales import is_supply, sold
from comity.reading.frames.trade.sides import (
    Flow,
    by_statistics,
    elsewhere,
    from_the_other_side,
    is_below_zero,
    is_compound,
    is_of_one,
    is_only_aim,
    is_sale,
    kind_of,
    partner_of,
    set_sides,
    trader,
)
from comity.reading.sentence import Sentence

STARTS = frozenset({*(f"trigger:{flow}" for flow in FLOWS), "amount", "date"})

_BETWEEN_FIGURES = frozenset(
    {"date", "preposition", "and", "punct", "be", "have", "pronoun", "determiner", "amount", "clause"}
)
_NOT_TRADE = frozenset({"invest", "award", "assist"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Trade turnover amounted to $… in 2005", "exports to B – $…", "up from $… in 2003"; cells of tables of trade."""
    units = sentence.units
    if units[index].kind == "date":
        if len(units) == 1 and sentence.block.kind == "cell":
            yield from cell(sentence, context)
        return
    first = next((i for i, unit in enumerate(units) if unit.kind == "amount" or flow_of(unit)), -1)
    if first != index:
        return
    if sentence.block.kind == "cell":
        told = list(cell(sentence, context))
        if told or not any(flow_of(unit) for unit in units):
            yield from told
            return
    yield from _Figures(sentence, context).run()


class _Figures:
    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.words = sentence.language.words
        self.scale = told_scale(self.sentence)
        self.spent: set[int] = set()
        """The flows that an amount before them has taken: "210 million in exports and 95 million in imports"."""
        self.flows = [
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
        for number, flow in enumerate(self.flows):
            high = self.flows[number + 1].index if number + 1 < len(self.flows) else len(self.units)
            set_sides(self.sentence, self.context, flow, high)

    def run(self) -> Iterator[Draft]:
        led = self.led_flow()
        if not self.flows and led is None:
            return
        amounts = [
            i
            for i, unit in enumerate(self.units)
            if unit.kind == "amount"
            and (is_money(self.sentence, self.context, self.scale, i) or borrowed(self.sentence, i))
            and not is_restated(self.sentence, i)
            and not is_change(self.sentence, i)
            and not of_range(self.sentence, i)
            and not is_unscaled(self.sentence, self.scale, i)
        ]
        if not amounts:
            self.lend_period()
            lend_flow(self.sentence, self.context, self.flows)
            return
        zipped = self.respectively(amounts)
        periods = periods_of(self.sentence, self.flows, amounts)
        source, statistics = self.source()
        last: Flow | None = led
        currency: str | None = (
            self.scale.currency if self.scale is not None else money_at_hand(self.sentence, self.context)
        )
        inherited: Date | None = self.block_period()
        explicit: str | None = None
        with_whom: str | None = None
        for number, i in enumerate(amounts):
            amount: Amount = self.units[i].value
            flow = zipped[number] if zipped else self.flow_at(i, amounts[number - 1] if number else -1)
            if flow is None and last is not None and number:
                flow = self.further(last, amounts[number - 1], i)
            compared = flow is None and last is not None and compares(self.sentence, i)
            if flow is None and i and hides_state(self.sentence, i):
                continue
            if flow is None and last is not None and number and self.goes_on(amounts[number - 1], i):
                flow = last
            if flow is None and last is not None and self.told_again(last, i):
                flow = last  # "was 5 million in 1992, reached 305 million in 2010"
            if flow is None and led is not None and self.flows and i < self.flows[0].index:
                flow = led  # "2013 – $9 million, of which exports …"
            if flow is None and (compared or (led is not None and not self.flows)):
                flow = last
            if flow is None or is_of_goods(self.sentence, flow, i):
                continue
            if amount.kind == "money":
                currency = amount.currency
            elif currency is None:
                continue
            date_unit = periods.get(i)
            date = date_unit.value.date if date_unit is not None else None
            if date_unit is not None and inherited is not None and compared:
                date = same_months(self.sentence, date_unit, inherited)
            if date is None and compared:
                date = year_before(self.sentence, i, inherited)
                if date is None:
                    continue
            last = flow
            if date is None and tells_when(self.sentence, i):
                inherited = None  # "soared to 30 million last year", of a year that is not known
            date = date or inherited
            inherited = inherited if compared else date
            if not holds(self.sentence, flow, i) or is_to_come(self.sentence, self.context, date_unit):
                if date is not None:
                    self.context.trade = (place_of(self.sentence), date)
                continue
            if statistics is not None and is_supply(self.sentence, flow):
                flow = from_the_other_side(flow, statistics)
            if flow.kind in ("export", "import"):
                explicit = flow.reporter or explicit or trader(self.sentence, self.flows, flow)
            if is_of_one(self.sentence, flow):
                continue
            if is_sale(self.sentence, flow) and not explicit:
                continue  # "a fair sold goods worth two million"
            reporter = (
                flow.reporter
                or (explicit if flow.kind in ("export", "import") and flow.partner != explicit else None)
                or statistics
            )
            told = flow.partner or (self.headed_partner() if reporter is None else None)
            partner = told if told != reporter else None
            partner = partner or partner_of(self.flows, reporter, flow)
            if partner is None and reporter is None and flow.kind == "turnover":
                partner = owned_partner(self.units, flow.index)
            partner = partner or (
                other_side(self.context, reporter) if not elsewhere(self.sentence, flow) else None
            )
            if partner == self.context.home and reporter is None:
                other = self.context.counterpart(partner)
                if self.context.news and flow.partner and other is not None:
                    reporter = None  # news are not of the state that they name first
                elif other is None or flow.kind == "turnover":
                    partner, reporter = other, None
                else:
                    reporter = other
            if (
                partner is None
                and reporter is not None
                and reporter == explicit
                and not elsewhere(self.sentence, flow)
            ):
                partner = with_whom  # «экспорт А в Б составил …, импорт – …»
            if partner is None or partner == reporter:
                continue
            pair = self.context.pair() or ()
            if reporter is None and flow.kind == "turnover" and partner in pair:
                # It is of both; whose figure it is stays unsaid, but without both it has no dyad.
                reporter = next(state for state in pair if state != partner)
            with_whom = partner
            value = self.full_value(i)
            if is_below_zero(self.sentence, flow):
                value = -value
            self.context.trade = (place_of(self.sentence), date)
            self.context.currency = currency
            yield Draft(
                "trade",
                {
                    "reporter": reporter, "partner": partner, "flow": flow.kind, "value": value,
                    "currency": currency, "period": date, "source": source,
                },
                [run(self.sentence, [self.units[flow.index] if flow.index >= 0 else None, self.units[i], date_unit])],
                [f"trade: {flow.kind} of {self.units[i].text}"],
                0.85 if date is not None else 0.7,
            )  # fmt: skip

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

    def headed_partner(self) -> str | None:
        """The state with which a heading says that the trade below it is: "Trade with B (2019)"."""
        if not is_listed(self.sentence):
            return None
        heading = self.sentence.heading
        named = [i for i, unit in enumerate(heading) if unit.kind == "state"]
        if len(named) != 1 or not named[0]:
            return None
        before = heading[named[0] - 1]
        with_it = before.kind == "preposition" and before.value == "with"
        return str(heading[named[0]].value[0]) if with_it else None

    def block_period(self) -> Date | None:
        told = self.context.trade
        if told is not None and told[0] == place_of(self.sentence):
            return told[1]
        given = self.sentence.given
        return given.date if given is not None else None

    def lend_period(self) -> None:
        """Keeps the period of a flow told without a figure for the figures behind it: «торговля за май выросла»."""
        dates = [
            unit
            for i, unit in enumerate(self.units)
            if unit.kind == "date" and not measured_by(self.sentence, i)
        ]
        lent = self.context.news or self.leads_in()
        if self.flows and len(dates) == 1 and lent and dates[0].value.date is not None:
            self.context.trade = (place_of(self.sentence), dates[0].value.date)

    def leads_in(self) -> bool:
        """Whether an item names no more than the trade of a time, of which those behind it tell the figures: "Bilateral
        trade in 2014:"."""
        told = {"date", "preposition", "punct", "trigger", "determiner", "state", "dyad", "sides", "and"}
        words = self.words["bilateral"]
        return self.sentence.block.kind in ("item", "cell") and all(
            unit.kind in told or unit.key in words for unit in self.units
        )

    def source(self) -> tuple[str | None, str | None]:
        """ "According to Kazakh statistics": the source, and the state whose figures they are."""
        for i, unit in enumerate(self.units):
            if unit.kind == "preposition" and unit.value == "source-of":
                stop = i + 1
                while stop < len(self.units) and self.units[stop].kind in (
                    "state",
                    "word",
                    "determiner",
                    "organisation",
                    "poss",
                ):
                    stop += 1
                state = next(
                    (str(other.value[0]) for other in self.units[i + 1 : stop] if other.kind == "state"), None
                )
                own = self.words["possessive"] | self.words["definite"]
                while stop > i + 1 and self.units[stop - 1].key in own:
                    stop -= 1
                return wording(self.sentence, self.units[i + 1 : stop]) or None, state
        if (state := by_statistics(self.sentence)) is not None:
            return None, state
        for units in (self.units, self.sentence.heading):
            if (state := stated_source(units, self.words["source"])) is not None:
                return None, state
        return None, None

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
