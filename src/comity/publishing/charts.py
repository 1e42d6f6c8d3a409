"""Charts drawn on the server as SVG: a timeline of the relations and the trade of a dyad.

Every mark leads to its line in the dossier (`#r-<record>`). Colours of the timeline are classes of the style
sheet, so that it follows dark mode and paper; presentation attributes are what it has without one.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
import threading
from collections.abc import Iterable
from typing import Any

from comity.model.claim import Agreement, Slots, State, Tenure, Trade
from comity.model.edtf import Date
from comity.publishing import numbers
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, Line, date_of, is_head_of_mission
from comity.publishing.markup import Markup, tag, visible
from comity.publishing.wording import sentence, state, text, trade_figure

_WIDTH, _MARGIN = 960, 12
_ROW, _LABEL, _GAP, _AXIS = 18, 18, 10, 24
_RADIUS = 5


# --- timeline -----------------------------------------------------------------------------------------------


class _Lane:
    def __init__(self, name: str, style: str, bars: bool = False) -> None:
        self.name = name
        self.style = style
        self.bars = bars
        self.lines: list[Line] = []


def timeline(dossier: Dossier, lang: str) -> Markup | None:
    """The timeline of a dossier as an SVG element; `None` where nothing in it has a date."""
    lanes = [lane for lane in _lanes(dossier, lang) if lane.lines]
    years = [year for lane in lanes for line in lane.lines for year in _years(line.date)]
    if not years:
        return None
    first, last = min(years), max(years) + 1
    scale = _Scale(first, last)
    drawn: list[Markup] = []
    top = _AXIS
    for lane in lanes:
        marks, rows = _marks(lane, scale, top + _LABEL, lang, dossier.dyad)
        drawn.append(tag("text", lane.name, x=_MARGIN, y=top + 12, class_="tl-lane", font_size=12))
        drawn.extend(marks)
        top += _LABEL + rows * _ROW + _GAP
    height = top + 4
    a, b = state(dossier.dyad[0], lang), state(dossier.dyad[1], lang)
    return tag(
        "svg",
        tag("title", text("chart.timeline.title", lang, a=a, b=b), id="timeline-title"),
        tag("desc", text("chart.timeline.desc", lang, first=first, last=last - 1), id="timeline-desc"),
        _axis(scale, height),
        drawn,
        xmlns="http://www.w3.org/2000/svg",
        class_="timeline",
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_labelledby="timeline-title",
        aria_describedby="timeline-desc",
        font_family="system-ui, sans-serif",
    )


def _lanes(dossier: Dossier, lang: str) -> list[_Lane]:
    a, b = dossier.dyad
    lanes: dict[tuple[str, str], _Lane] = {}
    for one, other in ((a, b), (b, a)):
        lanes["tenure", one] = _Lane(
            text("lane.heads", lang, state=state(one, lang).bare), "heads", bars=True
        )
        lanes["visit", one] = _Lane(
            text("lane.visits", lang, a=state(one, lang), b=state(other, lang)), "visits"
        )
    lanes["agreement", ""] = _Lane(text("lane.agreements", lang), "agreements")
    lanes["session", ""] = _Lane(text("lane.sessions", lang), "sessions")
    lanes["event", ""] = _Lane(text("lane.events", lang), "events")
    for section in dossier.sections:
        for group in section.groups:
            lane = lanes.get((group.key, group.sides[0] if group.sides else ""))
            if lane is not None:
                lane.lines.extend(line for line in group.lines if line.date and _shown(line.slots))
    order = [
        ("tenure", a),
        ("tenure", b),
        ("visit", a),
        ("visit", b),
        ("agreement", ""),
        ("session", ""),
        ("event", ""),
    ]
    return [lanes[key] for key in order]


def _shown(slots: Slots) -> bool:
    """Whether a record belongs on the timeline: drafts and consuls do not."""
    if isinstance(slots, Tenure):
        return is_head_of_mission(slots)
    return not (isinstance(slots, Agreement) and slots.status == "draft")


def _years(date: Date | None) -> list[int]:
    return [day.year for day in (date.lower, date.upper) if day is not None] if date else []


class _Scale:
    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._start = datetime.date(first, 1, 1).toordinal()
        self._days = max(1, datetime.date(last, 1, 1).toordinal() - self._start)

    def x(self, day: datetime.date) -> float:
        """Where a day stands, in units of the drawing."""
        share = (day.toordinal() - self._start) / self._days
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def _axis(scale: _Scale, height: int) -> list[Markup]:
    span = scale.last - scale.first
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if span / step <= 16)
    drawn = []
    for year in range(scale.first, scale.last + 1):
        if year % step:
            continue
        x = scale.x(datetime.date(year, 1, 1))
        drawn.append(
            tag("line", x1=x, x2=x, y1=16, y2=height, class_="tl-grid", stroke="#ccc", stroke_width=1)
        )
        if x < _WIDTH - 3 * _MARGIN:
            drawn.append(tag("text", year, x=x + 3, y=12, class_="tl-year", font_size=11))
    return drawn


def _marks(
    lane: _Lane, scale: _Scale, top: float, lang: str, dyad: tuple[State, ...]
) -> tuple[list[Markup], int]:
    """The marks of a lane, stacked where they would cover each other, and how many rows they take."""
    ends: list[float] = []
    drawn: list[Markup] = []
    for line in lane.lines:
        date = line.date
        assert date is not None
        start, end = _extent(date, scale)
        if not lane.bars:
            middle = (start + end) / 2
            start, end = middle - _RADIUS - 1, middle + _RADIUS + 1
        row = next((index for index, taken in enumerate(ends) if taken <= start), len(ends))
        ends[row : row + 1] = [end]
        y = top + row * _ROW
        drawn.append(
            _bar(line, lane, start, end, y, lang, dyad)
            if lane.bars
            else _point(line, lane, start, y, lang, dyad)
        )
    return drawn, len(ends)


def _extent(date: Date, scale: _Scale) -> tuple[float, float]:
    low = date.lower or datetime.date(scale.first, 1, 1)
    high = date.upper or datetime.date(scale.last, 1, 1)
    return scale.x(low), max(scale.x(high), scale.x(low) + 2)


def _link(line: Line, lang: str, dyad: tuple[State, ...], *marks: Markup) -> Markup:
    said = sentence(line.slots, lang, dyad)
    return tag("a", tag("title", said), *marks, href=f"#r-{line.id}", aria_label=said)


def _bar(
    line: Line, lane: _Lane, start: float, end: float, y: float, lang: str, dyad: tuple[State, ...]
) -> Markup:
    slots = line.slots
    name = (slots.person.name if isinstance(slots, Tenure) and slots.person else "") or ""
    open_end = line.date is not None and line.date.upper is None
    room = int((end - start - 8) / 6.2)
    shown = name if len(name) <= room else f"{name[: room - 1].rstrip()}…" if room > 3 else ""
    return _link(
        line,
        lang,
        dyad,
        tag("rect", x=start, y=y, width=round(end - start, 1), height=_ROW - 3, rx=2,
            class_=f"tl-bar tl-{lane.style}{' tl-open' if open_end else ''}", fill="#c9d7e8"),
        tag("text", shown, x=start + 4, y=y + 11.5, class_="tl-name", font_size=11) if shown else Markup(""),
    )  # fmt: skip


def _point(line: Line, lane: _Lane, start: float, y: float, lang: str, dyad: tuple[State, ...]) -> Markup:
    x = round(start + _RADIUS + 1, 1)
    return _link(
        line,
        lang,
        dyad,
        tag(
            "circle", cx=x, cy=y + _RADIUS + 1, r=_RADIUS, class_=f"tl-point tl-{lane.style}", fill="#30577e"
        ),
    )


# --- trade --------------------------------------------------------------------------------------------------


def trade(dossier: Dossier, lang: str) -> list[Markup]:
    """The trade of a dossier as SVG elements, one a currency, those with most figures first."""
    by_currency: dict[str, list[Line]] = {}
    for line in dossier.lines:
        if (
            isinstance(line.slots, Trade)
            and line.slots.value is not None
            and line.date
            and line.slots.currency
        ):
            by_currency.setdefault(line.slots.currency, []).append(line)
    ordered = sorted(by_currency.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_trade(dossier, currency, lines, lang) for currency, lines in ordered]


def _trade(dossier: Dossier, currency: str, lines: list[Line], lang: str) -> Markup:
    rows = [row for line in lines for row in _figures(line, lang, dossier.dyad)]
    title = text(
        "chart.trade.title",
        lang,
        a=state(dossier.dyad[0], lang),
        b=state(dossier.dyad[1], lang),
        currency=currency,
    )
    said = "; ".join(f"{row['period']}: {row['figure']} {row['shown']}" for row in rows)
    described = text("chart.trade.desc", lang, values=said)
    words = {
        "period": text("chart.trade.period", lang),
        "million": text("chart.trade.million", lang, currency=visible(currency)),
        "figure": text("chart.trade.figure", lang),
        "locale": lang,
    }
    drawn = _draw(*(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in (rows, words)))
    name = f"trade-{re.sub('[^A-Za-z]', '', currency).casefold()}"
    head = tag("title", title, id=f"{name}-title") + tag("desc", described, id=f"{name}-desc")
    # The drawing's own root carries a version and a class; ours says what it is and lets its links be
    # reached.
    inside = drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")]
    # It takes a link within the page for one to its own collection of data and opens each in a new window.
    inside = re.sub(r'(href=")[^"#]*(?=#r-)', r"\1", inside).replace(' target="_blank"', "")
    viewbox = re.search(r'viewBox="([\d. -]+)"', drawn)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="trade" '
        f'viewBox="{viewbox[1] if viewbox else "0 0 640 300"}" role="group" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-desc">{head}{inside}</svg>'
    )


def _figures(line: Line, lang: str, dyad: tuple[State, ...]) -> Iterable[dict[str, object]]:
    """The rows of the chart for a record: one, or one for each value where sources differ."""
    slots = line.slots
    assert isinstance(slots, Trade)
    date = date_of(slots)
    values = [seen.value for one in line.differences if one.slot == "value" for seen in one.observations]
    figure = trade_figure(slots, lang, dyad)
    for value in values or [slots.value]:
        if isinstance(value, int | float):
            yield {
                "order": str(date.lower) if date and date.lower else "",
                "period": label(date, lang) if date else "",
                # The renderer ends the whole process at a control character: none may reach it.
                "figure": visible(figure),
                "value": value / 1e6,
                "shown": visible(numbers.money(value, slots.currency, lang)),
                "link": f"#r-{line.id}",
            }


@functools.lru_cache(maxsize=64)
def _draw(rows: str, words: str) -> str:
    """The SVG that Vega-Lite makes of the rows; nothing is fetched while it does."""
    import altair
    import vl_convert

    data, said = json.loads(rows), json.loads(words)
    periods = list(dict.fromkeys(row["period"] for row in sorted(data, key=lambda row: str(row["order"]))))
    figures = sorted({str(row["figure"]) for row in data})
    spec = (
        altair.Chart(altair.Data(values=data))
        .mark_bar()
        .encode(
            x=altair.X(
                "period:N", sort=periods, title=said["period"], axis=altair.Axis(labelAngle=0, labelLimit=90)
            ),
            xOffset=altair.XOffset("figure:N", sort=figures),
            y=altair.Y(
                "value:Q", title=said["million"], stack=None, axis=altair.Axis(tickCount=5, grid=True)
            ),
            color=altair.Color(
                "figure:N",
                sort=figures,
                title=None,
                scale=altair.Scale(domain=figures, range=_colours(len(figures))),
                legend=altair.Legend(orient="top", columns=2, labelLimit=330),
            ),
            tooltip=["period:N", "figure:N", "shown:N"],
            href="link:N",
        )
        .properties(width=600, height=220, background="transparent", padding=4)
        .configure(font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=11, titleFontSize=11, titleFontWeight="normal")
        .to_dict()
    )
    with _RENDERER:
        drawn = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], format_locale=_locale(said["locale"]))
    return str(drawn)


_RENDERER = threading.Lock()
"""One drawing at a time: the renderer holds one engine for all threads."""


def _locale(lang: str) -> dict[str, Any]:
    """How the axis writes numbers."""
    if lang == "ru":
        return {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", ""]}
    return {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]}


def _colours(count: int) -> list[str]:
    """Colours that can be told apart in grey too, and stand out from white and from black."""
    palette = ["#4878a8", "#c08a30", "#7d9c5a", "#a0587a", "#5f8f96", "#8a7ab0"]
    return [palette[index % len(palette)] for index in range(count)]
