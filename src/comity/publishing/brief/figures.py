"""The chart of a brief: trade by period, drawn for paper without script, as SVG and as PNG.

Letters come from a font that the renderer or the typesetter brings along, so that a picture is the same on every
machine.
"""

from __future__ import annotations

import functools
import threading
from collections import Counter
from typing import Any

from comity.model.claim import State, Trade
from comity.publishing import numbers
from comity.publishing.brief.model import Chart
from comity.publishing.charts import flows
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, Line, Source
from comity.publishing.markup import visible
from comity.publishing.wording import state, text, trade_figure

_BARS = 12
"""Bars shown at most, the latest, whole periods: each of them has a note."""
_FONT = "Liberation Sans"
"""The font that the renderer brings along."""


def chart(dossier: Dossier, lang: str, rank: int = 0) -> Chart | None:
    """The trade of a dossier in the currency with the most figures; `None` for fewer than two periods."""
    by_currency: dict[str, list[tuple[Line, Trade]]] = {}
    for line in dossier.lines:
        slots = line.slots
        if isinstance(slots, Trade) and slots.value is not None and slots.currency and _one_period(slots):
            by_currency.setdefault(slots.currency, []).append((line, slots))
    if not by_currency:
        return None
    currency, lines = min(by_currency.items(), key=lambda item: (-len(item[1]), item[0]))
    lines.sort(key=lambda one: str(one[1].period))
    periods = _latest([str(slots.period) for _, slots in lines])
    if len(periods) < 2:
        return None
    chosen = [slots for _, slots in lines if str(slots.period) in periods]
    bars = [
        (
            label(slots.period, lang) if slots.period else "",
            visible(trade_figure(slots, lang, dossier.dyad)),
            float(slots.value or 0) / 1e6,
        )
        for slots in chosen
    ]
    a, b = (state(code, lang) for code in dossier.dyad)
    values = "; ".join(
        f"{label(slots.period, lang) if slots.period else ''}: "
        f"{trade_figure(slots, lang, dossier.dyad)} {numbers.money(slots.value or 0, slots.currency, lang)}"
        for _, slots in lines
        if str(slots.period) in periods
    )
    shown = [line for line, slots in lines if str(slots.period) in periods]
    return Chart(
        title=text("chart.trade.title", lang, a=a, b=b, currency=currency),
        description=visible(text("brief.chart", lang, values=values)),
        unit=text("chart.trade.million", lang, currency=visible(currency)),
        lang=lang,
        bars=tuple(bars),
        shades=_shades(chosen, lang, dossier.dyad),
        sources=tuple(dict.fromkeys(source for line in shown for source in _sources(line, lang))),
        rank=rank,
    )


def _shades(several: list[Trade], lang: str, dyad: tuple[State, ...]) -> tuple[tuple[str, str], ...]:
    """The figures with their colours, in the order in which they stand: those of one flow beside each other."""
    told = {}
    for slots in several:
        place, by = flows.colour(flows.of_figure(slots, dyad), dyad), flows.reporter(slots, dyad)
        shade = flows.COLOURS[place]
        figure = visible(trade_figure(slots, lang, dyad))
        told[place, by, figure] = flows.lighter(shade) if by == 2 else shade
    return tuple((key[2], told[key]) for key in sorted(told))


def _latest(periods: list[str]) -> list[str]:
    """The latest of the periods, in their order: as many as have no more than so many bars, at least two."""
    counted = Counter(periods)
    chosen: list[str] = []
    for period in reversed(counted):
        if len(chosen) >= 2 and sum(counted[one] for one in chosen) + counted[period] > _BARS:
            break
        chosen.append(period)
    return chosen[::-1]


def _sources(line: Line, lang: str) -> list[Source]:
    """The sources of a figure: one for each value where they differ, else one, in the language of the brief if any."""
    differing = [seen.claims for one in line.differences if one.slot == "value" for seen in one.observations]
    groups = [[one for one in line.sources if one.claim in claims] for claims in differing] or [
        list(line.sources)
    ]
    return [min(group, key=lambda one: (one.language != lang, one.number)) for group in groups if group]


def _one_period(slots: Trade) -> bool:
    return slots.period is not None and slots.period.lower is not None


def svg(one: Chart, font: str) -> str:
    """The chart as SVG, its letters in a font that whoever shows it must have.

    The renderer knows few fonts, and measures words in an unknown one far too wide: it lays out in its own, whose
    letters are a little wider than those of the usual ones.
    """
    import vl_convert

    with _RENDERER:
        drawn = vl_convert.vegalite_to_svg(
            _spec(one, _FONT), allowed_base_urls=[], format_locale=_locale(one.lang)
        )
    return str(drawn).replace(f'font-family="{_FONT}"', f'font-family="{font}"')


@functools.lru_cache(maxsize=16)
def png(one: Chart) -> bytes:
    """The chart as a picture, in a font that the renderer brings along."""
    import vl_convert

    with _RENDERER:
        return bytes(
            vl_convert.vegalite_to_png(
                _spec(one, _FONT),
                allowed_base_urls=[],
                format_locale=_locale(one.lang),
                scale=3,
            )
        )


_RENDERER = threading.Lock()
"""One drawing at a time: the renderer holds one engine for all threads."""

WIDTH = 560


def _spec(one: Chart, font: str) -> dict[str, Any]:
    import altair

    periods = list(dict.fromkeys(period for period, _, _ in one.bars))
    shades = dict(one.shades)
    figures = list(shades)
    rows = [{"period": period, "figure": figure, "value": value} for period, figure, value in one.bars]
    drawn: dict[str, Any] = (
        altair.Chart(altair.Data(values=rows))
        .mark_bar()
        .encode(
            x=altair.X("period:N", sort=periods, title=None, axis=altair.Axis(labelAngle=0, labelLimit=80)),
            xOffset=altair.XOffset("figure:N", sort=figures),
            y=altair.Y(
                "value:Q",
                title=one.unit,
                stack=None,
                scale=altair.Scale(nice=5),
                axis=altair.Axis(tickCount=5, grid=True),
            ),
            color=altair.Color(
                "figure:N",
                sort=figures,
                title=None,
                scale=altair.Scale(domain=figures, range=list(shades.values())),
                legend=altair.Legend(orient="top", columns=2, labelLimit=0),
            ),
        )
        .properties(width=WIDTH - 60, height=130, background="white", padding=2)
        .configure(font=font)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=10, titleFontSize=10, titleFontWeight="normal")
        .configure_legend(labelFontSize=10)
        .to_dict()
    )
    return drawn


def _locale(lang: str) -> dict[str, Any]:
    if lang == "ru":
        return {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", ""]}
    return {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]}
