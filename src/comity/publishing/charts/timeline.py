"""The timeline of a dossier: a lane for the missions and representatives of each side, for its visits, and so on.

Places along the time are percentages, so that a lane can be made wider (zoom) without its words growing. Each lane
is a drawing of its own, so that it can be hidden.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from comity.model.claim import Agreement, Event, Mission, Relations, Session, Slots, State, Tenure, Visit
from comity.model.edtf import Date
from comity.publishing import ranks
from comity.publishing.dossier import Dossier, Line, is_head_of_mission
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import named, names, sentence, state, text

_ROW = 20
_WIDTH = 960
"""The width for which marks are stacked, in pixels; a wider lane has more room between them."""
_HALF = 6
"""Half of the width of a mark in pixels."""
_STUMP = 6.0
"""The length of a bar of which no end is known, in percent."""
_Told = Mapping[str, datetime.date]
"""The days of the documents that have one."""
_BROKEN = frozenset({"closed", "suspended"})
_HIGH = frozenset({"state", "government"})


class _Mark:
    """A line of the dossier on a lane: from where to where, in percent; a bar or a point."""

    def __init__(self, line: Line, start: float, end: float, bar: bool, style: str, name: str = "") -> None:
        self.line = line
        self.start, self.end = start, end
        self.bar = bar
        self.style = style
        self.name = name


class _Lane:
    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = name
        self.lines: list[Line] = []


class _Scale:
    """Years to percent of the width."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._start = datetime.date(first, 1, 1).toordinal()
        self._days = max(1, datetime.date(last, 1, 1).toordinal() - self._start)

    def at(self, day: datetime.date) -> float:
        """Where a day stands, in percent."""
        return 0.5 + 99 * (day.toordinal() - self._start) / self._days

    def years(self) -> list[int]:
        """The years that are written on the axis."""
        span = self.last - self.first
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if span / step <= 12)
        return [year for year in range(self.first, self.last + 1) if not year % step]


def timeline(dossier: Dossier, lang: str) -> Markup | None:
    """The timeline of a dossier; `None` where nothing in it has a date."""
    lanes = [lane for lane in _lanes(dossier, lang) if lane.lines]
    years = [year for lane in lanes for line in lane.lines for year in _years(line.date)]
    if not years:
        return None
    scale = _Scale(min(years), max(years) + 1)
    a, b = state(dossier.dyad[0], lang), state(dossier.dyad[1], lang)
    title = text("chart.timeline.title", lang, a=a, b=b)
    told = {one.id: one.date.upper for one in dossier.documents if one.date and one.date.upper}
    drawn = [_lane(lane, scale, lang, dossier.dyad, told) for lane in lanes]
    # A region of its own that can be scrolled by keyboard, and widened by the script of the site.
    return tag(
        "div",
        tag("div", _axis(scale), drawn, class_="lanes"),
        class_="scroll timeline",
        tabindex=0,
        role="region",
        aria_label=f"{title}. {text('chart.timeline.desc', lang, first=scale.first, last=scale.last - 1)}",
        data_first=scale.first,
        data_last=scale.last,
    )


def legend(lang: str) -> Markup:
    """What the marks of the timeline stand for."""
    signs: dict[str, tuple[str, Markup]] = {
        "post": ("missions", tag("rect", width=16, height=12, rx=2, class_="bar post")),
        "head": ("missions", tag("rect", width=16, height=12, rx=2, class_="bar head")),
        "high": ("visits", tag("path", d="M8,-1.5L15.5,6L8,13.5L.5,6Z", class_="point")),
        "minister": ("visits", tag("circle", cx=8, cy=6, r=5, class_="point")),
        "other": ("visits", tag("circle", cx=8, cy=6, r=3.6, class_="point rank-other")),
        "agreement": ("agreements", tag("rect", x=3.5, y=1.5, width=9, height=9, class_="point")),
        "session": ("sessions", tag("path", d="M8,0L14,11L2,11Z", class_="point")),
        "event": ("events", tag("circle", cx=8, cy=6, r=4.6, class_="point")),
    }
    items = [
        tag(
            "li",
            tag(
                "svg",
                sign,
                width=16,
                height=12,
                overflow="visible",
                class_=f"swatch l-{lane}",
                aria_hidden="true",
            ),
            " ",
            text(f"legend.{key}", lang),
        )
        for key, (lane, sign) in signs.items()
    ]
    return tag("ul", items, class_="legend", aria_label=text("legend", lang))


def as_list(dossier: Dossier, lang: str) -> Markup:
    """What the timeline shows, in words and in the order of time."""
    lines = sorted(
        (line for lane in _lanes(dossier, lang) for line in lane.lines),
        key=lambda line: (_low(line.date), line.id),
    )
    items = [
        tag(
            "li",
            tag("span", text(f"kind.{line.kind}", lang), class_=f"kind k-{line.kind}"),
            " ",
            tag("a", sentence(line.slots, lang, dossier.dyad), href=f"#r-{line.id}"),
        )
        for line in dict.fromkeys(lines)
    ]
    return tag(
        "details", tag("summary", text("chart.timeline.list", lang)), tag("ol", items, class_="plain"),
        class_="as-list",
    )  # fmt: skip


def _low(date: Date | None) -> datetime.date:
    return (date.lower or date.upper or datetime.date.max) if date else datetime.date.max


def _lanes(dossier: Dossier, lang: str) -> list[_Lane]:
    a, b = dossier.dyad
    lanes: dict[tuple[str, str], _Lane] = {
        ("relations", ""): _Lane("relations", text("lane.relations", lang))
    }
    for one, other in ((a, b), (b, a)):
        words = {"a": state(one, lang), "b": state(other, lang)}
        lanes["missions", one] = _Lane("missions", text("lane.missions", lang, **words))
    for one, other in ((a, b), (b, a)):
        words = {"a": state(one, lang), "b": state(other, lang)}
        lanes["visits", one] = _Lane("visits", text("lane.visits", lang, **words))
    for key in ("agreements", "sessions", "events"):
        lanes[key, ""] = _Lane(key, text(f"lane.{key}", lang))
    for section in dossier.sections:
        for group in section.groups:
            for line in group.lines:
                lane = lanes.get(_lane_of(line.slots, group.sides))
                if lane is not None and line.date:
                    lane.lines.append(line)
    return list(lanes.values())


def _lane_of(slots: Slots, sides: tuple[State, ...]) -> tuple[str, str]:
    """The lane that a record belongs to; a lane that there is not for drafts, consuls and the like."""
    side = sides[0] if sides else ""
    match slots:
        case Relations():
            return ("relations", "")
        case Mission():
            return ("missions", side)
        case Tenure():
            return ("missions" if is_head_of_mission(slots) else "", side)
        case Visit():
            return ("visits", side)
        case Agreement():
            return ("" if slots.status == "draft" else "agreements", "")
        case Session():
            return ("sessions", "")
        case Event():
            return ("events", "")
    return ("", "")


def _years(date: Date | None) -> list[int]:
    return [day.year for day in (date.lower, date.upper) if day is not None] if date else []


def _axis(scale: _Scale) -> Markup:
    years = [
        tag("text", year, x=f"{_at(scale, year)}%", dx=3, y=13) for year in scale.years() if year < scale.last
    ]
    return tag("svg", years, height=18, width="100%", class_="axis", aria_hidden="true")


def _at(scale: _Scale, year: int) -> str:
    return f"{scale.at(datetime.date(year, 1, 1)):.2f}"


def _lane(lane: _Lane, scale: _Scale, lang: str, dyad: tuple[State, ...], told: _Told) -> Markup:
    marks = [_mark(line, scale, lang, lane.lines, told) for line in lane.lines]
    rows: list[float] = []
    drawn: list[Markup] = []
    for mark in marks:
        start, end = _room(mark)
        row = next((index for index, taken in enumerate(rows) if taken <= start), len(rows))
        rows[row : row + 1] = [end]
        drawn.append(_drawn(mark, row * _ROW, lang, dyad))
    height = max(1, len(rows)) * _ROW + 2
    grid = [
        tag("line", x1=f"{_at(scale, year)}%", x2=f"{_at(scale, year)}%", y1=0, y2=height)
        for year in scale.years()
    ]
    name = tag("p", tag("span", lane.name), class_="lane-name", aria_hidden="true")
    svg = tag(
        "svg",
        tag("g", grid, class_="grid"),
        drawn,
        height=height,
        width="100%",
        role="group",
        aria_label=lane.name,
    )
    return tag("div", name, svg, class_=f"lane l-{lane.key}", data_lane=lane.key)


def _mark(line: Line, scale: _Scale, lang: str, lane: list[Line], told: _Told) -> _Mark:
    date, slots = line.date, line.slots
    assert date is not None
    start = scale.at(date.lower) if date.lower else 0.0
    end = scale.at(date.upper) if date.upper else 100.0
    if isinstance(slots, Tenure):
        name = (
            names.person_name(slots.person.name, lang, slots.of) if slots.person and slots.person.name else ""
        )
        if date.upper is None:
            end = min(_last_told(line, scale, told, start), 100.0)
        return _Mark(line, start, max(end, start + 0.3), True, f"head{'' if date.upper else ' open'}", name)
    if isinstance(slots, Mission) and slots.act not in _BROKEN and slots.act != "accredited":
        closed = [
            scale.at(other.date.lower)
            for other in lane
            if isinstance(other.slots, Mission)
            and other.slots.act in _BROKEN
            and other.slots.type == slots.type
            and other.date is not None
            and other.date.lower is not None
            and scale.at(other.date.lower) > start
        ]
        stop = min(closed, default=100.0)
        return _Mark(
            line,
            start,
            stop,
            True,
            f"post{'' if closed else ' open'}",
            named("mission.type", slots.type, lang),
        )
    middle = (start + min(end, 100.0)) / 2
    style = "point"
    if isinstance(slots, Visit):
        style = f"point rank-{ranks.of_visit(slots)}"
    return _Mark(line, middle, middle, False, style)


def _last_told(line: Line, scale: _Scale, told: _Told, start: float) -> float:
    """Until when a term is known that has no end: the last dated document that tells of it; else a stump, for nobody
    says how long it was.
    """
    known = [scale.at(told[one.doc]) for one in line.sources if one.doc in told]
    return max([start + _STUMP, *known])


def _room(mark: _Mark) -> tuple[float, float]:
    """What a mark takes of its lane, in percent, at the width for which marks are stacked."""
    if mark.bar:
        return mark.start, mark.end
    half = 100 * (_HALF + 1) / _WIDTH
    return mark.start - half, mark.end + half


def _drawn(mark: _Mark, top: float, lang: str, dyad: tuple[State, ...]) -> Markup:
    said = sentence(mark.line.slots, lang, dyad)
    href = f"#r-{mark.line.id}"
    if mark.bar:
        # A name that is longer than its bar ends in an ellipsis there, which SVG's own text cannot.
        inside = join(
            tag("rect", width="100%", height=_ROW - 4, rx=2, class_=f"bar {mark.style}"),
            tag("foreignObject", tag("div", mark.name, class_="bar-name"), width="100%", height=_ROW - 4)
            if mark.name
            else None,
        )
        shape = tag(
            "svg",
            inside,
            x=f"{mark.start:.2f}%",
            y=top + 2,
            width=f"{mark.end - mark.start:.2f}%",
            height=_ROW - 4,
        )
    else:
        shape = tag("svg", _point(mark), x=f"{mark.start:.2f}%", y=top + _ROW / 2, overflow="visible")
    # The title is the link's name, too.
    return tag("a", tag("title", said), shape, href=href, class_="mark")


def _point(mark: _Mark) -> Markup:
    """A mark of one day: a diamond for the highest visitors, a square for agreements, a circle for the rest."""
    slots, style = mark.line.slots, mark.style
    hit = tag("circle", r=11, class_="reach")
    if isinstance(slots, Visit):
        rank = ranks.of_visit(slots)
        if rank in _HIGH:
            return join(hit, tag("path", d="M0,-7.5L7,0L0,7.5L-7,0Z", class_=style))
        return join(hit, tag("circle", r=5 if rank != ranks.OTHER else 3.6, class_=style))
    if isinstance(slots, Agreement):
        return join(hit, tag("rect", x=-4.5, y=-4.5, width=9, height=9, class_=style))
    if isinstance(slots, Session):
        return join(hit, tag("path", d="M0,-6L6,5L-6,5Z", class_=style))
    if isinstance(slots, Relations | Mission):
        return join(hit, tag("path", d="M-2.5,-8H2.5V8H-2.5Z", class_=style))
    return join(hit, tag("circle", r=4.6, class_=style))
