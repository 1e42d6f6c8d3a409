"""The trade of a dossier: a bar for each figure, by period; what each side reports stands beside the other."""

from __future__ import annotations

import datetime
import math
import re

import msgspec

from comity.model.claim import State, Trade
from comity.publishing import numbers
from comity.publishing.charts import flows
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, Line, date_of
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import state, text, trade_figure

_WIDTH, _HEIGHT = 760, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 8, 12, 26


class _Bar(msgspec.Struct, frozen=True):
    line: Line
    period: str
    order: tuple[datetime.date, datetime.date]
    flow: flows.Flow
    figure: str
    reporter: int
    value: float
    shown: str


def trade(dossier: Dossier, lang: str) -> list[Markup]:
    """The trade of a dossier as figures, one a currency, those with most values first."""
    by_currency: dict[str, list[Line]] = {}
    for line in dossier.lines:
        slots = line.slots
        if isinstance(slots, Trade) and slots.value is not None and line.date and slots.currency:
            by_currency.setdefault(slots.currency, []).append(line)
    ordered = sorted(by_currency.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_chart(dossier, currency, lines, lang) for currency, lines in ordered]


def _chart(dossier: Dossier, currency: str, lines: list[Line], lang: str) -> Markup:
    bars = [bar for line in lines for bar in _bars(line, lang, dossier.dyad)]
    # What one exports and the other imports is one flow: both figures have one colour and stand side by side.
    bars.sort(key=lambda bar: (bar.order, flows.colour(bar.flow, dossier.dyad), bar.reporter, bar.figure))
    a, b = (state(code, lang) for code in dossier.dyad)
    title = text("chart.trade.title", lang, a=a, b=b, currency=currency)
    said = "; ".join(f"{bar.period}: {bar.figure} {bar.shown}" for bar in bars)
    name = f"trade-{re.sub('[^A-Za-z]', '', currency).casefold()}"
    high = _nice(max((bar.value for bar in bars), default=0.0))
    low = -_nice(-min((bar.value for bar in bars), default=0.0))
    drawn = tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", text("chart.trade.desc", lang, values=said), id=f"{name}-desc"),
        _axis(low, high, lang),
        _groups(bars, dossier.dyad, low, high),
        xmlns="http://www.w3.org/2000/svg",
        class_="trade",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="group",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
    )
    unit = text("chart.trade.million", lang, currency=currency)
    return join(
        tag("figcaption", tag("strong", title), ", ", unit, _legend(bars, dossier.dyad, lang)),
        tag("div", drawn, class_="scroll", tabindex=0, role="region", aria_label=title),
    )


def _bars(line: Line, lang: str, dyad: tuple[State, ...]) -> list[_Bar]:
    """The bars of a record: one, or one for each value where sources differ."""
    slots = line.slots
    assert isinstance(slots, Trade)
    date = date_of(slots)
    assert date is not None
    values = [seen.value for one in line.differences if one.slot == "value" for seen in one.observations]
    order = (date.lower or datetime.date.min, date.upper or datetime.date.max)
    # An export of one is the other's import: whose figures they are tells one bar from another, not only the flow.
    reporter = flows.reporter(slots, dyad)
    return [
        _Bar(
            line, label(date, lang), order, flows.of_figure(slots, dyad), trade_figure(slots, lang, dyad), reporter,
            value / 1e6, numbers.money(value, slots.currency, lang),
        )
        for value in values or [slots.value]
        if isinstance(value, int | float)
    ]  # fmt: skip


def _nice(value: float) -> float:
    """The next round number above a value: where an axis may end."""
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if power * step >= value * 0.999)


def _y(value: float, low: float, high: float) -> float:
    span = (high - low) or 1.0
    return round(_TOP + (high - value) / span * (_HEIGHT - _TOP - _BOTTOM), 1)


def _axis(low: float, high: float, lang: str) -> Markup:
    steps = [low + (high - low) * part / 4 for part in range(5)]
    if low < 0 < high:
        steps = sorted({low, 0.0, high / 2, high})
    drawn = []
    for step in steps:
        y = _y(step, low, high)
        shown = numbers.number(round(step, 2 if high < 10 else 0) if high < 10 else int(step), lang)
        drawn.append(
            tag("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="zero" if not step else "grid")
        )
        drawn.append(
            tag("text", shown.replace("-", "\N{MINUS SIGN}"), x=_LEFT - 8, y=y + 4, text_anchor="end")
        )
    return tag("g", drawn, class_="axis", aria_hidden="true")


def _groups(bars: list[_Bar], dyad: tuple[State, ...], low: float, high: float) -> list[Markup]:
    periods = list(dict.fromkeys(bar.period for bar in bars))
    room = (_WIDTH - _LEFT - _RIGHT) / len(periods)
    drawn: list[Markup] = []
    every = math.ceil(max(len(period) for period in periods) * 7 / room)
    for place, period in enumerate(periods):
        mine = [bar for bar in bars if bar.period == period]
        width = min(34.0, (room - 8) / len(mine))
        left = _LEFT + room * place + (room - width * len(mine)) / 2
        for index, bar in enumerate(mine):
            colour = flows.colour(bar.flow, dyad) + 1
            drawn.append(_bar(bar, left + index * width, max(1.5, width - 2), low, high, colour))
        if not place % every:
            middle = round(_LEFT + room * (place + 0.5), 1)
            drawn.append(
                tag(
                    "text",
                    period,
                    x=middle,
                    y=_HEIGHT - 8,
                    text_anchor="middle",
                    aria_hidden="true",
                    class_="period",
                )
            )
    return drawn


def _bar(bar: _Bar, left: float, width: float, low: float, high: float, colour: int) -> Markup:
    top, base = sorted((_y(bar.value, low, high), _y(0.0, low, high)))
    box = {"x": round(left, 1), "y": top, "width": round(width, 1), "height": max(1.0, round(base - top, 1))}
    said = f"{bar.period}: {bar.figure}, {bar.shown}"
    stripes = None
    if bar.reporter == 2:
        # Figures of the second reporter are striped, so that they are told apart without colour.
        steps = range(4, int(box["height"]), 6)
        lines = "".join(f"M{box['x']},{round(top + step, 1)}h{box['width']}" for step in steps)
        stripes = tag("path", d=lines, class_="stripes") if lines else None
    shape = tag("rect", **box, class_=f"bar c{colour} by{bar.reporter}")
    return tag("a", tag("title", said), shape, stripes, href=f"#r-{bar.line.id}")


def _legend(bars: list[_Bar], dyad: tuple[State, ...], lang: str) -> Markup:
    ordered = sorted(bars, key=lambda bar: (flows.colour(bar.flow, dyad), bar.reporter, bar.figure))
    items = []
    for flow, figure, reporter in dict.fromkeys((bar.flow, bar.figure, bar.reporter) for bar in ordered):
        colour = flows.colour(flow, dyad) + 1
        stripes = tag("path", d="M0,4h14M0,9h14", class_="stripes") if reporter == 2 else None
        swatch = tag(
            "svg", tag("rect", width=14, height=12, class_=f"bar c{colour} by{reporter}"), stripes,
            width=14, height=12, class_="swatch", aria_hidden="true",
        )  # fmt: skip
        whose = text("chart.trade.by", lang, state=state(dyad[reporter - 1], lang)) if reporter else ""
        items.append(tag("li", swatch, " ", figure, f", {whose}" if whose else None))
    return tag("ul", items, class_="legend")
