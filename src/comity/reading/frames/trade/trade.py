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
from comity.reading.frames.trade.cells import cell
from comity.reading.frames.trade.figures import Figures
from comity.reading.frames.trade.flows import FLOWS, flow_of, other_side, owned_partner
from comity.reading.frames.trade.held import holds, is_to_come
from comity.reading.frames.trade.money import is_listed, is_of_goods, money_at_hand, place_of
from comity.reading.frames.trade.onward import lend_flow
from comity.reading.frames.trade.periods import (
    measured_by,
    periods_of,
    same_months,
    tells_when,
    year_before,
)
from comity.reading.frames.trade.sales import is_supply
from comity.reading.frames.trade.sides import (
    Flow,
    elsewhere,
    from_the_other_side,
    is_below_zero,
    is_of_one,
    is_sale,
    partner_of,
    trader,
)
from comity.reading.frames.trade.sources import source_of
from comity.reading.sentence import Sentence

STARTS = frozenset({*(f"trigger:{flow}" for flow in FLOWS), "amount", "date"})

_ONE_WAY = frozenset({"export", "import"})
"""Flows that are of one side."""


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
    figures = Figures(sentence, context)
    if figures.amounts:
        yield from _Telling(figures).drafts()
    elif figures.flows or figures.led is not None:
        _lend_period(figures)
        lend_flow(sentence, context, figures.flows)


class _Telling:
    """Goes through the figures of a sentence: what one tells, those behind it lean on."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.sentence = figures.sentence
        self.units = figures.units
        self.context = figures.context
        self.periods = periods_of(self.sentence, figures.flows, figures.amounts)
        self.source = source_of(self.sentence)
        scale = figures.scale
        self.last: Flow | None = figures.led
        """The flow told last."""
        self.currency = scale.currency if scale is not None else money_at_hand(self.sentence, self.context)
        self.period: Date | None = _block_period(self.sentence, self.context)
        """The time of the figures told last."""
        self.trader: str | None = None
        """Whose exports or imports were told last: "A's exports were …, imports …"."""
        self.partner: str | None = None
        """With whom the trade told last was."""

    def drafts(self) -> Iterator[Draft]:
        """A claim for each figure that tells the trade of two states."""
        for number in range(len(self.figures.amounts)):
            draft = self.draft(number)
            if draft is not None:
                yield draft

    def draft(self, number: int) -> Draft | None:
        """The claim that one figure makes."""
        index = self.figures.amounts[number]
        flow, compared = self.figures.flow_told(number, self.last)
        if flow is None or is_of_goods(self.sentence, flow, index) or not self.is_in_currency(index):
            return None
        own = self.own_date(index, compared=compared)
        if own is None and compared:
            return None  # "up from 5 million", of a time that is not told
        self.last = flow
        date = self.date_in_line(own, index, compared=compared)
        if not holds(self.sentence, flow, index) or is_to_come(
            self.sentence, self.context, self.periods.get(index)
        ):
            if date is not None:
                self.context.trade = (place_of(self.sentence), date)
            return None
        if self.source.state is not None and is_supply(self.sentence, flow):
            flow = from_the_other_side(flow, self.source.state)
        sides = self.sides(flow)
        if sides is None:
            return None
        self.partner = sides[1]
        self.context.trade = (place_of(self.sentence), date)
        self.context.currency = self.currency
        return self.claim(flow, index, date, sides)

    def is_in_currency(self, index: int) -> bool:
        """Whether it is known in which money a figure is: its own, or that of the figures before it."""
        amount: Amount = self.units[index].value
        if amount.kind == "money":
            self.currency = amount.currency
            return True
        return self.currency is not None

    def own_date(self, index: int, *, compared: bool) -> Date | None:
        """The time told with a figure; for one of comparison, the same months or the year before: "(2003: …)"."""
        unit = self.periods.get(index)
        date: Date | None = unit.value.date if unit is not None else None
        if not compared:
            return date
        if unit is not None and self.period is not None:
            date = same_months(self.sentence, unit, self.period)
        return date if date is not None else year_before(self.sentence, index, self.period)

    def date_in_line(self, own: Date | None, index: int, *, compared: bool) -> Date | None:
        """The time of a figure: its own, or that of the figures before it."""
        if own is None and tells_when(self.sentence, index):
            self.period = None  # "soared to 30 million last year", of a year that is not known
        date = own or self.period
        if not compared:
            self.period = date
        return date

    def sides(self, flow: Flow) -> tuple[str | None, str] | None:
        """Whose figure of a flow it is, where that is told, and with whom the trade is; nothing where it is not of two
        states."""
        if flow.kind in _ONE_WAY:
            self.trader = flow.reporter or self.trader or trader(self.sentence, self.figures.flows, flow)
        if is_of_one(self.sentence, flow):
            return None
        if is_sale(self.sentence, flow) and not self.trader:
            return None  # "a fair sold goods worth two million"
        reporter = self.reporter_of(flow)
        partner = self.partner_of(flow, reporter)
        if partner == self.context.home and reporter is None:
            reporter, partner = self.beside_home(flow, partner)
        if partner is None and reporter is not None and reporter == self.trader:
            # «экспорт А в Б составил …, импорт – …»
            partner = self.partner if not elsewhere(self.sentence, flow) else None
        if partner is None or partner == reporter:
            return None
        pair = self.context.pair() or ()
        if reporter is None and flow.kind == "turnover" and partner in pair:
            # It is of both; whose figure it is stays unsaid, but without both it has no dyad.
            reporter = next(state for state in pair if state != partner)
        return reporter, partner

    def reporter_of(self, flow: Flow) -> str | None:
        """Whose figure of a flow the words tell it to be: its owner's, the trader's told before, the statistics'."""
        before = self.trader if flow.kind in _ONE_WAY and flow.partner != self.trader else None
        return flow.reporter or before or self.source.state

    def partner_of(self, flow: Flow, reporter: str | None) -> str | None:
        """With whom trade is: the state told with the flow, in the heading, or the other one that the page is about."""
        told = flow.partner or (self.headed_partner() if reporter is None else None)
        partner = told if told != reporter else None
        partner = partner or partner_of(self.figures.flows, reporter, flow)
        if partner is None and reporter is None and flow.kind == "turnover":
            partner = owned_partner(self.units, flow.index)
        if partner or elsewhere(self.sentence, flow):
            return partner or None
        return other_side(self.context, reporter)

    def beside_home(self, flow: Flow, home: str | None) -> tuple[str | None, str | None]:
        """The reporter and partner where only the state of the page is told: the trade is with the other one."""
        other = self.context.counterpart(home)
        if self.context.news and flow.partner and other is not None:
            return None, home  # news are not of the state that they name first
        if other is None or flow.kind == "turnover":
            return None, other
        return other, home

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

    def claim(self, flow: Flow, index: int, date: Date | None, sides: tuple[str | None, str]) -> Draft:
        """The claim of one figure with the words that tell it."""
        reporter, partner = sides
        value = self.figures.full_value(index)
        if is_below_zero(self.sentence, flow):
            value = -value
        word = self.units[flow.index] if flow.index >= 0 else None
        return Draft(
            "trade",
            {
                "reporter": reporter, "partner": partner, "flow": flow.kind, "value": value,
                "currency": self.currency, "period": date, "source": self.source.words,
            },
            [run(self.sentence, [word, self.units[index], self.periods.get(index)])],
            [f"trade: {flow.kind} of {self.units[index].text}"],
            0.85 if date is not None else 0.7,
        )  # fmt: skip


def _block_period(sentence: Sentence, context: Context) -> Date | None:
    """The time of the figures told last in the same paragraph, or the one that a heading gives."""
    told = context.trade
    if told is not None and told[0] == place_of(sentence):
        return told[1]
    return sentence.given.date if sentence.given is not None else None


def _lend_period(figures: Figures) -> None:
    """Keeps the period of a flow told without a figure for the figures behind it: «торговля за май выросла»."""
    sentence, context = figures.sentence, figures.context
    dates = [u for i, u in enumerate(figures.units) if u.kind == "date" and not measured_by(sentence, i)]
    lent = context.news or _leads_in(sentence)
    if figures.flows and len(dates) == 1 and lent and dates[0].value.date is not None:
        context.trade = (place_of(sentence), dates[0].value.date)


def _leads_in(sentence: Sentence) -> bool:
    """Whether an item names no more than the trade of a time, of which those behind it tell the figures: "Bilateral
    trade in 2014:"."""
    told = {"date", "preposition", "punct", "trigger", "determiner", "state", "dyad", "sides", "and"}
    words = sentence.language.words["bilateral"]
    return sentence.block.kind in ("item", "cell") and all(
        unit.kind in told or unit.key in words for unit in sentence.units
    )
