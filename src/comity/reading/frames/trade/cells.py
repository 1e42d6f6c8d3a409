"""Figures of trade in tables: a column or row tells the flow, the other of the two the period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reading.dates import DateContext, find_dates
from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.trade.flows import flow_of, other_side, scale_of, stated_source, times
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_MINUS = frozenset("-–−")
_ASIDE = frozenset("([,;")
"""What ends the part of a label that says whose a flow is: "Exports (US$ mn)"."""
_LABEL = 7
"""Units behind the word for a flow among which a label names its states."""


def cell(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """A figure in a table: its column or row tells the flow, the other of the two the period."""
    block = sentence.block
    if not block.header or len(sentence.units) > 3:
        return
    figure = _figure(sentence)
    if figure is None or any(flow_of(unit) for unit in sentence.units):
        return
    code = sentence.language.code
    first = context.row[0] if context.row and context.row[0].start != block.start else None
    row = [
        unit for unit in context.row_units() if first is not None and first.start <= unit.start < first.end
    ]
    flow = _column_flow(sentence, context) or next((found for unit in row if (found := flow_of(unit))), None)
    if flow is None and any(unit.key in sentence.language.words["balance"] for unit in row):
        flow = "balance"
    if flow is None and _is_sum(row, sentence):
        flow = "turnover"
    if flow is None:
        return
    period = next((unit for unit in row if unit.kind == "date"), None)
    dates = find_dates(block.header, 0, len(block.header), code, DateContext())
    date = period.value.date if period is not None else dates[0].date if dates else None
    if date is None:
        return
    amount, value, currency = figure
    if currency is None:
        headers = [block.header, *(cell.header for cell in context.row), *reversed(block.headings)]
        scale = next((unit_of for text in headers if text and (unit_of := scale_of(text, code))), None)
        if scale is None:
            return
        value, currency = times(value, scale.value), scale.currency
    if flow == "balance" and sentence.text[block.start : amount.start].strip() in _MINUS:
        value = -value
    reporter = stated_source(sentence.heading, sentence.language.words["source"])
    leading = None if reporter is not None else _first_named(sentence, context)
    partner = other_side(context, reporter) if leading is None else context.counterpart(leading)
    if flow in ("export", "import"):
        owner, other = _named(row, flow)
        if owner is None and other is None:
            owner, other = _named(list(sentence.header), flow)
        reporter, partner = owner or reporter, other or context.counterpart(owner) or partner
    if (below := _captioned(sentence)) is not None:
        reporter, partner = reporter or below[0], below[1]
        reporter = reporter if reporter != partner else None
    if partner is None:
        return
    yield Draft(
        "trade",
        {
            "reporter": reporter, "partner": partner, "flow": flow,
            "value": value, "currency": currency, "period": date,
        },
        [amount.span, *([period.span] if period is not None else [])], [f"trade: column {block.header}"], 0.85,
    )  # fmt: skip


def _is_sum(row: list[Unit], sentence: Sentence) -> bool:
    """Whether a row of a table on trade is that of the sum: "Total"."""
    told = any(flow_of(unit) for above in sentence.headings for unit in above)
    return told and len(row) == 1 and row[0].key in sentence.language.words["sum"]


def _captioned(sentence: Sentence) -> tuple[str | None, str] | None:
    """Whose trade a table tells, one of several on a page about one state's trade, and with whom: «Внешняя торговля
    А …» above, «Страна: Б» as its caption."""
    if len(sentence.headings) < 2:
        return None
    *outer, caption = sentence.headings
    named = [str(unit.value[0]) for unit in caption if unit.kind == "state"]
    labelled = len(caption) > 1 and caption[-2].text == ":" and caption[-1].kind == "state"
    owners = {
        str(unit.value[0])
        for above in outer
        if any(flow_of(one) for one in above)
        for unit in above
        if unit.kind == "state"
    }
    if len(named) != 1 or not labelled or len(owners - {named[0]}) != 1:
        return None
    return next(iter(owners - {named[0]})), named[0]


def _named(label: list[Unit], flow: str) -> tuple[str | None, str | None]:
    """Whose flow a label tells and with whom: "Exports of A", «российский экспорт»; "Exports from A to B"."""
    at = next((i for i, unit in enumerate(label) if flow_of(unit)), None)
    if at is None:
        return None, None
    before = [unit for unit in label[max(0, at - 3) : at] if unit.kind == "state"]
    owner = str(before[-1].value[0]) if before else None
    partner: str | None = None
    for i in range(at + 1, min(at + _LABEL, len(label))):
        if label[i].kind in ("date", "amount") or label[i].text in _ASIDE:
            break
        if label[i].kind != "state":
            continue
        named, link = str(label[i].value[0]), label[i - 1]
        owns = (
            link.kind != "preposition" or link.value == "of" or (link.value == "source" and flow == "export")
        )
        if owns:
            owner = owner or named
        else:
            partner = partner or named
    return owner, partner


def _figure(sentence: Sentence) -> tuple[Unit, int | float, str | None] | None:
    """The figure of a cell, its value and currency; a bare "1500", which looks like a year, is one behind the first
    column.
    """
    units = sentence.units
    if len(units) == 1 and units[0].kind == "date" and units[0].text.isdigit() and sentence.block.column > 0:
        return units[0], int(units[0].text), None
    amount = next((u for u in units if u.kind == "amount" and u.value.kind in ("number", "money")), None)
    if amount is None or any(unit.kind == "date" for unit in units):
        return None
    return amount, amount.value.value, amount.value.currency if amount.value.kind == "money" else None


def _column_flow(sentence: Sentence, context: Context) -> str | None:
    flow = next((found for unit in sentence.header if (found := flow_of(unit))), None)
    if flow is not None:
        return flow
    words = sentence.language.words
    kind = next(
        (
            flow
            for flow, name in (("turnover", "sum"), ("balance", "difference"))
            if any(unit.key in words[name] for unit in sentence.header)
        ),
        None,
    )
    if kind is None:
        return None
    keys = {
        sentence.language.key(word) for cell in context.row for word in re.findall(r"[^\W\d_]+", cell.header)
    }
    exports = any(
        entry.kind == "trigger" and entry.value[0] == "export"
        for key in keys
        for entry in sentence.language.entries.get(key, ())
    )
    return kind if exports else None


def _first_named(sentence: Sentence, context: Context) -> str | None:
    """Whose trade a heading speaks of: the first of its two states ("Foreign trade of A with B")."""
    for above in (sentence.lead, sentence.heading):
        if not any(flow_of(unit) for unit in above):
            continue
        told = list(dict.fromkeys(str(unit.value[0]) for unit in above if unit.kind == "state"))
        if len(told) == 2 and set(told) == set(context.pair() or ()):
            return told[0]
    return None
