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
from comity.reading.frames.trade.cells import cell
from comity.reading.frames.trade.flows import (
    FLOWS,
    flow_of,
    further_partner,
    other_side,
    owned_partner,
    phrase_scale,
    scale_of,
    stated_source,
    times,
)
from comity.reading.frames.trade.sales import is_only_aimed_at, sold
from comity.reading.sentence import Sentence, is_fact, is_verb, voice
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({*(f"trigger:{flow}" for flow in FLOWS), "amount", "date"})

_BETWEEN_FIGURES = frozenset(
    {"date", "preposition", "and", "punct", "be", "have", "pronoun", "determiner", "amount", "clause"}
)
_NOT_TRADE = frozenset({"invest", "award", "assist"})
_ENTRY = 24
"""The most units of an entry of a list of figures."""
_SIGNS = frozenset("$€£¥₽")
"""What stands right before a number in a currency that is not known: "N$"."""
_LEAST = 1000
"""The least value that a number without a currency must have to go with the currency told before it."""


class Flow:
    """A word for a flow of trade, with the states beside it."""

    __slots__ = ("index", "kind", "partner", "reporter")

    def __init__(self, index: int, kind: str) -> None:
        self.index = index
        self.kind = kind
        self.reporter: str | None = None
        self.partner: str | None = None


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


# -- sentences ----------------------------------------------------------------------------------------------------


_AHEAD = 8
"""Units before a verb of trade within which where goods come from and go to stands."""


class _Figures:
    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.words = sentence.language.words
        self.scale = self.told_scale()
        self.spent: set[int] = set()
        """The flows that an amount before them has taken: "210 million in exports and 95 million in imports"."""
        self.flows = [
            Flow(i, self.kind_of(i, kind))
            for i, unit in enumerate(self.units)
            if (kind := flow_of(unit) or sold(self.sentence, i)) and not self.compound(i)
        ]
        for number, flow in enumerate(self.flows):
            high = self.flows[number + 1].index if number + 1 < len(self.flows) else len(self.units)
            self.states(flow, high)

    def run(self) -> Iterator[Draft]:
        led = self.led_flow()
        if not self.flows and led is None:
            return
        amounts = [
            i
            for i, unit in enumerate(self.units)
            if unit.kind == "amount"
            and self.is_money(i)
            and not self.is_restated(i)
            and not self.is_change(i)
        ]
        if not amounts:
            self.lend_period()
            return
        zipped = self.respectively(amounts)
        periods = self.periods(amounts)
        source, statistics = self.source()
        last: Flow | None = led
        currency: str | None = self.scale.currency if self.scale is not None else self.money_at_hand()
        inherited: Date | None = self.block_period()
        explicit: str | None = None
        with_whom: str | None = None
        for number, i in enumerate(amounts):
            amount: Amount = self.units[i].value
            flow = zipped[number] if zipped else self.flow_at(i, amounts[number - 1] if number else -1)
            if flow is None and last is not None and number:
                flow = self.further(last, amounts[number - 1], i)
            compared = flow is None and last is not None and self.compares(i)
            if flow is None and i and self.hides_state(i):
                continue
            if flow is None and last is not None and number and self.goes_on(amounts[number - 1], i):
                flow = last
            if flow is None and last is not None and self.told_again(last, i):
                flow = last  # "was 5 million in 1992, reached 305 million in 2010"
            if flow is None and led is not None and self.flows and i < self.flows[0].index:
                flow = led  # "2013 – $9 million, of which exports …"
            if flow is None and (compared or (led is not None and not self.flows)):
                flow = last
            if flow is None or self.is_of_goods(flow, i):
                continue
            if amount.kind == "money":
                currency = amount.currency
            elif currency is None:
                continue
            date_unit = periods.get(i)
            date = date_unit.value.date if date_unit is not None else None
            if date_unit is not None and inherited is not None and compared:
                date = self.same_months(date_unit, inherited)
            if date is None and compared:
                date = self.year_before(i, inherited)
                if date is None:
                    continue
            last = flow
            date = date or inherited
            inherited = inherited if compared else date
            if not self.holds(flow, i):
                if date is not None:
                    self.context.trade = (self.place(), date)
                continue
            if flow.kind in ("export", "import"):
                explicit = flow.reporter or explicit or self.trader(flow)
            if self.is_sale(flow) and not explicit:
                continue  # "a fair sold goods worth two million"
            reporter = (
                flow.reporter
                or (explicit if flow.kind in ("export", "import") and flow.partner != explicit else None)
                or statistics
            )
            told = flow.partner or (self.headed_partner() if reporter is None else None)
            partner = told if told != reporter else None
            partner = partner or self.partner_of(reporter, flow)
            if partner is None and reporter is None and flow.kind == "turnover":
                partner = owned_partner(self.units, flow.index)
            partner = partner or (other_side(self.context, reporter) if not self.elsewhere(flow) else None)
            if partner == self.context.home and reporter is None:
                other = self.context.counterpart(partner)
                if self.context.news and flow.partner and other is not None:
                    reporter = None  # news are not of the state that they name first
                elif other is None or flow.kind == "turnover":
                    partner, reporter = other, None
                else:
                    reporter = other
            if partner is None and reporter is not None and reporter == explicit and not self.elsewhere(flow):
                partner = with_whom  # «экспорт А в Б составил …, импорт – …»
            if partner is None or partner == reporter:
                continue
            with_whom = partner
            value = (
                times(amount.value, self.scale.value)
                if self.scale is not None and (amount.kind == "number" or self.is_bare(amount))
                else amount.value
            )
            if self.is_below_zero(flow):
                value = -value
            self.context.trade = (self.place(), date)
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

    def kind_of(self, index: int, kind: str) -> str:
        """A flow is a balance where a word before it tells what is over or missing: «дефицит А в торговле с Б»."""
        before = self.units[max(0, index - 4) : index]
        missing = any(
            unit.key in self.words["deficit"] or unit.key in self.words["surplus"] for unit in before
        )
        return "balance" if kind == "turnover" and missing else kind

    def is_bare(self, amount: Amount) -> bool:
        """Whether money is told without its scale where the sentence gives one: "($27.0)"."""
        told = self.scale is not None and self.scale.value > _LEAST
        return (
            told
            and amount.kind == "money"
            and amount.value < _LEAST
            and phrase_scale(self.sentence) is not None
        )

    def hides_state(self, index: int) -> bool:
        """Whether money has a state in its sign: "from the U.S. $1.06 billion"."""
        first = self.units[index].text.split()[0]
        named = self.sentence.language.states_in(first, 0, len(first))
        return bool(named) and self.units[index - 1].kind == "determiner"

    def is_sale(self, flow: Flow) -> bool:
        """Whether a flow is told by a verb and the goods: "sold goods worth …"."""
        return flow.index >= 0 and " " in self.units[flow.index].key and is_verb(self.sentence, flow.index)

    def partner_of(self, reporter: str | None, flow: Flow) -> str | None:
        """With whom a reporter traded by the flow told before: "exports of A to B were …, against imports of …"."""
        if reporter is None or flow.kind not in ("export", "import"):
            return None
        earlier = (one for one in self.flows if one.index < flow.index and one.reporter == reporter)
        return next((one.partner for one in earlier if one.partner is not None), None)

    def trader(self, flow: Flow) -> str | None:
        """Who is told to export or import before a flow without a state of its own: "A exports tea to B; exports were
        worth …"."""
        earlier = (
            one.reporter for one in self.flows if one.index < flow.index and is_verb(self.sentence, one.index)
        )
        return next((state for state in earlier if state is not None), None)

    def is_below_zero(self, flow: Flow) -> bool:
        """Whether a balance is told to be a deficit: "a trade deficit", «отрицательное сальдо»."""
        if flow.kind != "balance":
            return False
        words = " ".join(unit.key for unit in self.units[max(0, flow.index - 6) : flow.index + 1]).split()
        return any(word in self.words["deficit"] or word in self.words["negative"] for word in words)

    # -- what the sentence leans on --------------------------------------------------------------------------------

    def told_scale(self) -> Amount | None:
        """The unit of figures without one: before the sentence's colon, or in the lead-in or heading."""
        colon = next((unit.start for unit in self.units[:14] if unit.text == ":"), -1)
        block, code = self.sentence.block, self.sentence.language.code
        figured = any(unit.kind == "amount" and unit.start < colon for unit in self.units[:14])
        if (
            colon > 0
            and not figured
            and (found := scale_of(self.sentence.text[self.sentence.start : colon], code))
        ):
            return found
        if block.lead and any(flow_of(unit) for unit in self.sentence.lead):
            return scale_of(self.sentence.text[block.lead[0] : block.lead[1]], code)
        if self.is_listed():
            return scale_of(block.headings[-1], code)
        return phrase_scale(self.sentence)

    def is_listed(self) -> bool:
        """Whether the sentence is an entry of a list below a heading on trade: "2016 – 86.3 (exports – 4.1)"."""
        if self.sentence.block.kind not in ("paragraph", "item") or len(self.units) > _ENTRY:
            return False
        if not any(unit.kind == "date" or flow_of(unit) for unit in self.units):
            return False  # "ITEC: 5."
        return any(flow_of(unit) for unit in self.sentence.heading) and not any(
            unit.kind in ("be", "have", "modal") or is_verb(self.sentence, i)
            for i, unit in enumerate(self.units)
        )

    def led_flow(self) -> Flow | None:
        """The flow that a lead-in gives to figures without a word of their own: "Trade turnover, USD mln.:"."""
        if any(unit.kind == "trigger" and any(p in _NOT_TRADE for p, _ in unit.value) for unit in self.units):
            return None
        above = self.sentence.lead
        if not any(flow_of(unit) for unit in above) and self.is_listed() and self.scale is not None:
            above = self.sentence.heading
        kind = next((found for unit in above if (found := flow_of(unit))), None)
        return Flow(-1, kind) if kind else None

    def headed_partner(self) -> str | None:
        """The state with which a heading says that the trade below it is: "Trade with B (2019)"."""
        if not self.is_listed():
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
        if told is not None and told[0] == self.place():
            return told[1]
        given = self.sentence.given
        return given.date if given is not None else None

    def lend_period(self) -> None:
        """Keeps the period of a flow told without a figure for the figures behind it: «торговля за май выросла»."""
        dates = [unit for i, unit in enumerate(self.units) if unit.kind == "date" and not self.measured_by(i)]
        if self.flows and len(dates) == 1 and self.context.news and dates[0].value.date is not None:
            self.context.trade = (self.place(), dates[0].value.date)

    def place(self) -> int:
        """Where figures share a period: the paragraph, or the row of a table."""
        block = self.sentence.block
        return -block.row if block.row > 0 else block.start

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
        for units in (self.units, self.sentence.heading):
            if (state := stated_source(units, self.words["source"])) is not None:
                return None, state
        return None, None

    # -- flows -----------------------------------------------------------------------------------------------------

    def compound(self, index: int) -> bool:
        """A word that only modifies another: "export credit", "trade agreement"."""
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        return after is not None and (
            after.kind in ("instrument", "organisation", "body", "event", "mission")
            or after.key in self.words["flow_compound"]
        )

    def states(self, flow: Flow, high: int) -> None:
        """Whose flow it is and with whom, from the states beside the word."""
        i, units = flow.index, self.units
        before = units[i - 1] if i else None
        owner: str | None = None
        if is_verb(self.sentence, i) or flow.kind == "balance":
            owner = next(
                (
                    str(unit.value[0])
                    for unit in reversed(units[max(0, i - 6) : i])
                    if unit.kind == "state"
                    and (
                        unit.mark in ("", "object", "owner") or (unit.mark == "of" and flow.kind == "balance")
                    )
                ),
                None,
            )
        elif before is not None and before.kind == "state":
            owner = str(before.value[0])
        elif before is not None and before.kind == "poss" and i > 1 and units[i - 2].kind == "state":
            owner = str(units[i - 2].value[0])
        elif before is not None and before.kind in ("word", "trigger") and i > 1 and before.text.islower():
            at = i - 3 if units[i - 2].kind == "poss" else i - 2
            owner = str(units[at].value[0]) if at >= 0 and units[at].kind == "state" else None
        named: dict[str, str] = {}
        if (made_in := self.goods_of(i)) is not None:
            named["of" if flow.kind == "export" else "source"] = made_in
        between: list[str] = []
        for unit in units[i + 1 : high]:
            if unit.kind == "clause" or unit.text == ";":
                break
            if unit.kind == "dyad":
                between.extend(unit.value)
            if unit.kind == "state" and unit.value[1] == "name":
                if unit.mark == "between":
                    between.append(str(unit.value[0]))
                else:
                    fixed = unit.mark == "place" and not unit.case and bool(self.sentence.language.cases)
                    mark = "goal" if fixed else unit.mark  # «экспорт в РФ»: the name has no cases
                    named.setdefault(mark, str(unit.value[0]))
        if is_verb(self.sentence, i) and self.sentence.language.cases:  # «из А в Б ввезено …»
            low = max((at + 1 for at in range(i) if units[at].kind == "amount"), default=0)
            for unit in units[max(low, i - _AHEAD) : i]:
                if unit.kind == "state" and unit.mark in ("source", "goal"):
                    named.setdefault(unit.mark, str(unit.value[0]))
        if not between and units[i].key.endswith(" between"):
            between = [str(unit.value[0]) for unit in units[i + 1 : i + 8] if unit.kind == "state"][:2]
        self.settle(flow, owner, named, between)

    def goods_of(self, index: int) -> str | None:
        """Whose the goods are by an adjective right behind a flow: «импорт российских товаров»."""
        goods = next(
            (one for one in self.units[index + 1 : index + 6] if one.key in self.words["goods"]), None
        )
        adjective = next((one for one in self.units[index + 1 : index + 4] if one.kind == "state"), None)
        if (
            goods is None
            or adjective is None
            or adjective.value[1] != "adjective"
            or adjective.start > goods.start
        ):
            return None
        return str(adjective.value[0]) if flow_of(self.units[index]) in ("export", "import") else None

    def settle(self, flow: Flow, owner: str | None, named: dict[str, str], between: list[str]) -> None:
        if flow.kind == "export":
            flow.reporter = owner or named.get("of") or named.get("source")
            flow.partner = named.get("goal")
        elif flow.kind == "import":
            flow.reporter = owner or named.get("of") or named.get("goal")
            flow.partner = named.get("source")
        elif flow.kind == "balance" and len(between) < 2 and not named.get("with"):
            flow.reporter = owner or named.get("goal") or named.get("for")  # "a surplus in favour of A"
        elif flow.kind == "balance" and named.get("of") and not owner and len(between) < 2:
            flow.reporter, flow.partner = named["of"], named["with"]
        else:
            if len(between) >= 2:
                home = self.context.home
                flow.partner = between[0] if between[1] == home else between[1]
                if home not in between:
                    flow.partner = between[1]
            else:
                flow.partner = (
                    named.get("with")
                    or named.get("goal")
                    or (between[0] if between and between[0] != self.context.home else None)
                )
                flow.reporter = owner if owner and flow.partner and owner != flow.partner else None
                if flow.partner is None and owner and owner != self.context.home:
                    flow.partner = owner

    def elsewhere(self, flow: Flow) -> bool:
        """Trade with somebody who is no state at hand, or of one product: "exports of tea", "trade with the region",
        "A's total exports".
        """
        i = flow.index
        if flow.kind in ("export", "import") and flow.reporter and i > 0:
            return self.units[i - 1].key in self.words["worldwide"]
        after = self.units[i + 1] if i >= 0 and i + 1 < len(self.units) else None
        if (
            after is None
            or after.kind != "preposition"
            or after.value not in ("with", "of", "goal", "source", "between")
        ):
            return False
        for unit in self.units[i + 2 : i + 6]:
            if unit.kind in ("state", "sides", "dyad", "date"):
                return False
            if unit.key in self.words["goods"]:
                return False
            if unit.kind not in ("determiner", "preposition"):
                return unit.kind in ("word", "organisation", "actor")
        return False

    def flow_at(self, index: int, previous: int) -> Flow | None:
        """The flow of an amount: the last one told since the amount before, else the one right behind it."""
        before = [
            flow for flow in self.flows if previous < flow.index < index and flow.index not in self.spent
        ]
        if before and not self.cut(before[-1].index, index):
            return before[-1]
        behind = next((flow for flow in self.flows if index < flow.index <= index + 6), None)
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

    def cut(self, low: int, high: int) -> bool:
        """Whether something else than trade stands between a flow and an amount: investment or aid, say."""
        for unit in self.units[low + 1 : high]:
            if unit.kind == "trigger" and any(p in _NOT_TRADE for p, _ in unit.value):
                return True
        before = self.units[high - 1]
        return before.kind == "preposition" and before.value == "agent"

    def goes_on(self, before: int, index: int) -> bool:
        """Whether nothing but dates stands between two amounts: "2003 – $50 million, 2004 – $60 million"."""
        between = self.units[before + 1 : index]
        restated = {
            i for i in range(before + 1, index) if self.units[i].kind == "amount" and self.is_restated(i)
        }
        return any(unit.kind == "date" for unit in [*between, *self.units[index + 1 : index + 3]]) and all(
            unit.kind in ("date", "and", "punct", "preposition", "determiner") or i in restated
            for i, unit in enumerate(between, before + 1)
        )

    def is_change(self, index: int) -> bool:
        """Whether an amount is that by which a flow grew or fell: «увеличился на 10 млн»."""
        before = self.units[index - 1] if index else None
        if before is None or before.kind != "preposition":
            return False
        by = before.key in self.words["by_amount"]
        return by and any(self.grows(unit) for unit in self.units[max(0, index - 7) : index - 1])

    def is_of_goods(self, flow: Flow, index: int) -> bool:
        """Whether an amount is that of one good of a list: "exports consist of: copper (40 million), …"."""
        if index < 2 or self.units[index - 1].text != "(" or self.units[index - 2].kind != "word":
            return False
        return any(unit.text == ":" for unit in self.units[max(flow.index, 0) : index])

    def grows(self, unit: Unit) -> bool:
        return unit.kind == "trigger" and any(predicate == "grow" for predicate, _ in unit.value)

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

    def compares(self, index: int) -> bool:
        """Whether an amount is a figure of comparison: "from …", "against …", "compared with …"."""
        return any(unit.key in self.words["compare"] for unit in self.units[max(0, index - 4) : index])

    def year_before(self, index: int, period: Date | None) -> Date | None:
        near = self.units[max(0, index - 4) : index + 6]
        if (
            period is None
            or period.year is None
            or not any(unit.key in self.words["year_before"] for unit in near)
        ):
            return None
        return Date.of(period.year - 1)

    def same_months(self, unit: Unit, period: Date) -> Date:
        """The period of a comparison: "the same period of 2020" behind a half-year is the half-year of 2020."""
        date: Date = unit.value.date
        at = next(i for i, other in enumerate(self.units) if other is unit)
        alike = any(other.key in self.words["same_period"] for other in self.units[max(0, at - 4) : at])
        if not alike or date.year is None or date.precision != "year" or date.is_interval:
            return date
        first, last = period.start, period.end
        if (
            not period.is_interval
            or first is None
            or last is None
            or first.month is None
            or last.month is None
        ):
            return date
        return Date.interval(Date.of(date.year, first.month), Date.of(date.year, last.month))

    def respectively(self, amounts: list[int]) -> list[Flow]:
        """Flows told before all of as many amounts: "exports and imports were A and B"."""
        if len(amounts) < 2 or len(self.flows) != len(amounts):
            return []
        return self.flows if self.flows[-1].index < amounts[0] else []

    # -- amounts and periods -----------------------------------------------------------------------------------------

    def is_money(self, index: int) -> bool:
        amount: Amount = self.units[index].value
        if amount.kind == "money":
            return True
        if amount.kind != "number":
            return False
        if self.scale is not None:
            after = self.units[index + 1] if index + 1 < len(self.units) else None
            return not (after is not None and after.text == "%")
        return (
            amount.value >= _LEAST
            and " " in self.units[index].text
            and not amount.unit
            and self.sentence.text[amount.start - 1] not in _SIGNS
            and (self.money_before(index) or (self.money_at_hand() is not None and self.stands_alone(index)))
        )

    def is_restated(self, index: int) -> bool:
        """Whether an amount in brackets tells the one before it in another currency: "1 billion N$ (about 90 million
        euros)".
        """
        cursor = index - 1
        while cursor > 0 and (
            self.units[cursor].key in self.words["approx"] or self.units[cursor].kind == "preposition"
        ):
            cursor -= 1
        if cursor <= 0 or self.units[cursor].text != "(":
            return False
        told = cursor - 1
        while told > 0 and self.units[told].kind in ("date", "preposition"):
            told -= 1  # "CHF 100 million in 1985 (40.7 million USD)"
        if self.units[told].kind != "amount":
            return False
        return told == cursor - 1 or self.units[told].value.currency != self.units[index].value.currency

    def stands_alone(self, index: int) -> bool:
        """Whether nothing counted follows a number: "exports – 161 million, imports …"."""
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        return after is None or after.kind in ("punct", "and")

    def money_told(self) -> str | None:
        """The currency of the last figure of trade in the same paragraph."""
        told = self.context.trade
        return self.context.currency if told is not None and told[0] == self.place() else None

    def money_at_hand(self) -> str | None:
        """The currency of figures without one: that of the last figure of the paragraph, else of the sentence."""
        told = self.money_told()
        if told is not None:
            return told
        amounts = [unit.value for unit in self.units if unit.kind == "amount"]
        currencies = {amount.currency for amount in amounts if amount.kind == "money"}
        return currencies.pop() if len(currencies) == 1 else None

    def money_before(self, index: int) -> bool:
        return any(unit.kind == "amount" and unit.value.kind == "money" for unit in self.units[:index])

    def periods(self, amounts: list[int]) -> dict[int, Unit]:
        """The date of each amount. Where the last amount has a date behind it, all look behind first, else before."""
        units = self.units
        dates = [
            i
            for i, unit in enumerate(units)
            if unit.kind == "date" and not self.borrows(i) and not self.measured_by(i)
        ]
        if not dates:
            return {}
        found: dict[int, Unit] = {}
        ahead_first = dates[0] < amounts[0] and not any(d > amounts[-1] for d in dates)
        for number, i in enumerate(amounts):
            low = amounts[number - 1] if number else -1
            high = amounts[number + 1] if number + 1 < len(amounts) else len(units)
            before = [d for d in dates if low < d < i]
            behind = [d for d in dates if i < d < high and not self.next_flow(i, d)]
            if ahead_first or not behind:
                chosen = (
                    before[-1]
                    if before and (ahead_first or not number or not self.taken(found, before[-1]))
                    else None
                )
            else:
                chosen = behind[0]
                if before and self.starts(before[-1], i) and (number + 1 < len(amounts) or number):
                    chosen = before[-1] if not self.taken(found, before[-1]) else behind[0]
            if chosen is not None:
                found[i] = units[chosen]
        return found

    def borrows(self, index: int) -> bool:
        """A date of something else: "since 1990", the year of a comparison in percent."""
        return (
            self.units[index].value.relation in ("after", "before")
            and self.units[index].value.form == "relative"
        )

    def measured_by(self, index: int) -> bool:
        """The year that a figure is measured by, without a figure of its own: "12 % more than in 2013"."""
        words = self.words["measure"]
        before = self.units[max(0, index - 2) : index]
        if (
            len(before) == 2
            and before[1].kind == "preposition"
            and before[1].value in ("goal", "over", "on")
            and before[0].kind == "amount"
            and before[0].value.kind == "percent"
        ):
            # «108 % к 2016 г.», "14 percent over 2009"; not "over 2009, when it was …"
            return not any(unit.key in self.words["when"] for unit in self.units[index + 1 : index + 3])
        for i in range(index - 1, max(index - 9, -1), -1):
            unit = self.units[i]
            if unit.kind in ("amount", "trigger", "date") or unit.text == ";":
                return False
            if unit.key in words:
                return not any(
                    self.units[at].kind == "amount"
                    and self.units[at].value.kind == "money"
                    and not self.is_change(at)
                    for at in range(index + 1, min(index + 4, len(self.units)))
                )
        return False

    def taken(self, found: dict[int, Unit], date: int) -> bool:
        return any(unit is self.units[date] for unit in found.values())

    def starts(self, date: int, amount: int) -> bool:
        """Whether a date opens the part of the sentence that holds the amount: "in 2010 exports were …"."""
        return any(flow.index > date and flow.index < amount for flow in self.flows)

    def next_flow(self, amount: int, date: int) -> bool:
        """Whether the part of another flow has begun between an amount and a date behind it."""
        if not any(unit.kind == "amount" for unit in self.units[date:]):
            return False
        return any(
            amount < flow.index < date
            and date - flow.index < 4
            and not any(unit.kind == "amount" for unit in self.units[flow.index : date])
            for flow in self.flows
        )

    def holds(self, flow: Flow, index: int) -> bool:
        """Whether the figure is told as reached: not planned, hoped for or denied."""
        if flow.index >= 0 and not is_fact(self.sentence, flow.index):
            return False
        low, high = sorted((max(flow.index, 0), index))
        ahead = self.words["ahead"]
        if any(self.units[i].key in ahead and self.units[i + 1].key == "to" for i in range(low, high)):
            return False  # "is set to cross 100 million"
        if any(unit.key in self.words["agreed"] for unit in self.units[max(0, low - 4) : high]):
            return False
        if is_only_aimed_at(self.sentence, low):
            return False
        if any(
            unit.kind == "trigger" and voice(self.sentence, i) == "infinitive"
            for i, unit in enumerate(self.units[:high])
            if i > low
        ):
            return False
        return not any(self.unreal(unit) for unit in self.units[max(0, low - 2) : high])

    def unreal(self, unit: Unit) -> bool:
        if unit.kind == "modal":
            return unit.text != "May"
        if unit.kind == "preposition" or self.grows(unit):
            return False  # "without services", "declined to 80 million"
        return (unit.key in self.words["plan"] or unit.key in self.words["negation"]) and not is_capitalised(
            unit
        )
