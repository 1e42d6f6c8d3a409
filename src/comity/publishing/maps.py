"""Maps drawn on the server as SVG: the world with the dyads held, and the places of one dyad.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018), so that no state looks larger than it is. An
outline helps to find a state and says nothing about borders.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from comity.knowledge import geography
from comity.knowledge.geography import Point
from comity.model.claim import State
from comity.publishing import numbers
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import names, state, text

WIDTH, HEIGHT = 1000, 487
"""The world in units of the drawing."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_EDGE = 2.7066
"""How far east 180° lies from the middle, in the units of the projection."""
_SQUARE = math.sqrt(3) / 2


def project(point: Point) -> Point:
    """A longitude and latitude in units of the drawing."""
    longitude, latitude = (math.radians(one) for one in point)
    theta = math.asin(_SQUARE * math.sin(latitude))
    squared = theta * theta
    sixth = squared**3
    slope = _A[0] + 3 * _A[1] * squared + sixth * (7 * _A[2] + 9 * _A[3] * squared)
    x = longitude * math.cos(theta) / (_SQUARE * slope)
    y = theta * (_A[0] + _A[1] * squared + sixth * (_A[2] + _A[3] * squared))
    scale = WIDTH / (2 * _EDGE)
    return (x + _EDGE) * scale, (1.3173 - y) * scale


Box = tuple[float, float, float, float]
"""A part of the drawing: left, top, right, bottom."""


@functools.cache
def _rings(code: str) -> tuple[tuple[Box, str], ...]:
    """The rings of a state's outline, each with the part of the drawing where it lies and its path in fifths of a unit,
    for an element scaled by 0.2.
    """
    made = []
    for ring in geography.outlines().get(code, ()):
        drawn = []
        last = (0, 0)
        points = [project(point) for point in ring]
        for place, point in enumerate(points):
            x, y = (round(one * 5) for one in point)
            step = f"{x - last[0]},{y - last[1]}"
            drawn.append(f"M{x},{y}" if not place else f"l{step}" if (x, y) != last else "")
            last = (x, y)
        xs, ys = zip(*points, strict=True)
        made.append(((min(xs), min(ys), max(xs), max(ys)), "".join((*drawn, "z"))))
    return tuple(made)


def outline(code: str, within: Box | None = None) -> str:
    """The path of a state in fifths of a unit of the drawing, or of its rings that touch a part; empty for none."""
    return "".join(path for box, path in _rings(code) if within is None or _touch(box, within))


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


class Pair(msgspec.Struct, frozen=True):
    """A dyad on the map of the world: its states, where it leads, what it is called, how much is held."""

    states: tuple[State, State]
    address: str
    name: str
    weight: int = 1


MOST_LINES = 150
"""Dyads with a line on the map of the world: with more it shows nothing but lines, and weighs too much."""


def world(
    pairs: Sequence[Pair], lang: str, addresses: Mapping[State, str] | None = None, *, near: bool = False
) -> Markup | None:
    """The world, or `near` the part of it that they lie in, with the states of some dyads shaded and a line for each
    dyad, of many the weightiest; `None` where none can be placed.
    """
    told = {one for pair in pairs for one in pair.states if geography.middle(one)}
    ordered = sorted(pairs, key=lambda one: (one.weight, one.states))
    lines = [_line(pair) for pair in ordered[-MOST_LINES:] if told.issuperset(pair.states)]
    if not told:
        return None
    seats = [project(point) for code in told if (point := geography.middle(code))]
    left, top, width, height = _frame(seats, (), 320) if near else (0, 0, WIDTH, round(HEIGHT * 0.86))
    frame = (left, top, left + width, top + height)
    land = _land(told, frame)
    dots = [_seat(code, lang, (addresses or {}).get(code, "")) for code in sorted(told)]
    name = text("map.world", lang)
    return tag(
        "svg",
        tag("title", name, id="world-title"),
        tag("g", land, transform="scale(.2)", class_="land"),
        tag("g", lines, class_="ties"),
        tag("g", dots, class_="seats"),
        xmlns="http://www.w3.org/2000/svg", class_="map world", role="group",
        viewBox=f"{_at(left)} {_at(top)} {_at(width)} {_at(height)}", aria_labelledby="world-title",
    )  # fmt: skip


def _land(held: Container[State], within: Box | None = None) -> list[Markup]:
    """The outlines of all states that touch a part of the drawing, those held shaded."""
    drawn = ((code, outline(code, within)) for code in sorted(geography.outlines()))
    return [tag("path", d=path, class_="held" if code in held else None) for code, path in drawn if path]


def _line(pair: Pair) -> Markup:
    """An arc between two capitals, bent to the north as a great circle is on such a map."""
    a, b = (project(point) for one in pair.states if (point := geography.middle(one)))
    length = math.dist(a, b)
    bend = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - length * 0.18)
    width = round(min(3.0, 0.9 + math.log10(max(1, pair.weight)) * 0.6), 1)
    path = f"M{a[0]:.1f},{a[1]:.1f}Q{bend[0]:.1f},{bend[1]:.1f} {b[0]:.1f},{b[1]:.1f}"
    return tag(
        "a", tag("title", pair.name), tag("path", d=path, class_="reach"),
        tag("path", d=path, class_="tie", stroke_width=width), href=pair.address,
    )  # fmt: skip


def _seat(code: str, lang: str, address: str) -> Markup:
    point = geography.middle(code)
    assert point is not None
    x, y = project(point)
    called = state(code, lang).bare
    dot = join(
        tag("title", called),
        tag("circle", cx=round(x, 1), cy=round(y, 1), r=8, class_="reach"),
        tag("circle", cx=round(x, 1), cy=round(y, 1), r=2.6, class_="seat"),
    )
    return tag("a", dot, href=address) if address else tag("g", dot)


class Spot(msgspec.Struct, frozen=True):
    """A place as documents name it, in the state where it lies, with the records that happened there."""

    name: str
    state: State
    point: Point
    records: tuple[str, ...]


def spots(places: Iterable[tuple[str, str]], among: tuple[State, ...]) -> list[Spot]:
    """Places by name with their records, those with most first; names that are one place's come together.

    `places` are names of places with the ids of records. A name that no table knows is left out.
    """
    found: dict[tuple[State, Point], tuple[str, list[str]]] = {}
    for name, record in places:
        located = geography.locate(name, among)
        if located is None:
            continue
        city, point = located
        _, records = found.setdefault((city.state, point), (city.today or city.name, []))
        if record not in records:
            records.append(record)
    made = [Spot(name, code, point, tuple(records)) for (code, point), (name, records) in found.items()]
    return sorted(made, key=lambda one: (-len(one.records), one.name))


def of_places(several: Sequence[Spot], dyad: tuple[State, State], lang: str) -> Markup | None:
    """The places of a dyad on the part of the world that holds both states; each leads to its line (`#p-…`).

    Places elsewhere that lie outside of it are in the list alone.
    """
    if not several:
        return None
    home = [spot for spot in several if spot.state in dyad]
    left, top, width, height = _frame([project(spot.point) for spot in home or several], dyad)
    unit = width / 900
    land = _land(dyad, (left, top, left + width, top + height))
    marks, labels = [], []
    taken: list[Box] = []
    for spot in several:
        x, y = project(spot.point)
        if not (left < x < left + width and top < y < top + height):
            continue
        called = names.place_name(spot.name, lang)
        said = f"{called}: {len(spot.records)}"
        radius = unit * min(16.0, 4.5 + 1.8 * math.sqrt(len(spot.records)))
        marks.append(
            tag(
                "a", tag("title", said), tag("circle", cx=_at(x), cy=_at(y), r=_at(radius), class_="spot"),
                href=f"#{anchor(spot)}",
            )
        )  # fmt: skip
        if box := _free(x, y, radius, len(called), unit, taken, left + width):
            taken.append(box)
            labels.append(
                tag("text", called, x=_at(box[0]), y=_at(box[3] - 3.5 * unit), font_size=_at(13 * unit))
            )
    title = text("map.places", lang, a=state(dyad[0], lang), b=state(dyad[1], lang))
    return tag(
        "svg",
        tag("title", title, id="places-title"),
        tag("g", land, transform="scale(.2)", class_="land"),
        tag("g", marks, class_="spots", stroke_width=_at(1.2 * unit)),
        tag("g", labels, class_="labels", aria_hidden="true", stroke_width=_at(3 * unit)),
        xmlns="http://www.w3.org/2000/svg", class_="map places", role="group", aria_labelledby="places-title",
        viewBox=f"{_at(left)} {_at(top)} {_at(width)} {_at(height)}",
    )  # fmt: skip


def of_place(name: str, code: State, point: Point, lang: str) -> Markup | None:
    """A place in the state where it lies and among that state's neighbours, with the capital to find it by."""
    if code not in geography.outlines() and geography.middle(code) is None:
        return None
    seat = geography.middle(code)
    ring = max(geography.outlines().get(code, ()), key=len, default=())
    left, top, width, height = _frame([project(one) for one in (point, *ring)], (code,))
    unit = width / 900
    land = _land((code,), (left, top, left + width, top + height))
    x, y = project(point)
    called = names.place_name(name, lang)
    marks = [tag("circle", cx=_at(x), cy=_at(y), r=_at(9 * unit), class_="spot")]
    long = len(called) * 10 * unit
    box = _free(x, y, 9 * unit, round(len(called) * 1.35), unit, [], left + width)
    labels = [
        tag("text", called, x=_at(box[0] if box else x - long), y=_at(box[3] - 2 * unit if box else y),
            font_size=_at(20 * unit))
    ]  # fmt: skip
    if seat is not None and math.dist(project(seat), (x, y)) > 12 * unit:
        marks.append(
            tag(
                "circle", cx=_at(project(seat)[0]), cy=_at(project(seat)[1]), r=_at(3.5 * unit), class_="seat"
            )
        )
    title = text("map.place", lang, place=called, state=state(code, lang).bare)
    return tag(
        "svg",
        tag("title", title, id="place-title"),
        tag("g", land, transform="scale(.2)", class_="land"),
        tag("g", marks, class_="spots", stroke_width=_at(1.2 * unit)),
        tag("g", labels, class_="labels", stroke_width=_at(3 * unit)),
        xmlns="http://www.w3.org/2000/svg", class_="map place", role="img", aria_labelledby="place-title",
        viewBox=f"{_at(left)} {_at(top)} {_at(width)} {_at(height)}",
    )  # fmt: skip


def degrees(point: Point, lang: str) -> str:
    """Where a point lies, as an atlas writes it: 31.78° N, 35.22° E."""
    longitude, latitude = point
    return text(
        "map.degrees",
        lang,
        latitude=numbers.number(abs(round(latitude, 2)), lang),
        north=text("map.north" if latitude >= 0 else "map.south", lang),
        longitude=numbers.number(abs(round(longitude, 2)), lang),
        east=text("map.east" if longitude >= 0 else "map.west", lang),
    )


def anchor(spot: Spot) -> str:
    """The id of the line that tells of a place."""
    return f"p-{spot.state}-{round(spot.point[0] * 100)}-{round(spot.point[1] * 100)}"


def _at(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _frame(
    points: list[Point], dyad: tuple[State, ...], least: float = 60.0
) -> tuple[float, float, float, float]:
    """The part of the world to show: the places and both capitals, at least so large that it is recognised."""
    seats = [project(point) for code in dyad if (point := geography.middle(code)) is not None]
    xs, ys = zip(*points, *seats, strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    width = max(right - left, least) * 1.3
    height = max(bottom - top, width * 0.3, 30.0) * 1.25
    width = max(width, height * 1.8)
    height = min(max(height, width * 0.42), HEIGHT)
    return (left + right - width) / 2, (top + bottom - height) / 2, width, height


def _free(
    x: float, y: float, radius: float, letters: int, unit: float,
    taken: list[Box], edge: float,
) -> Box | None:  # fmt: skip
    """Where a label can stand beside its mark without covering another; `None` where it cannot."""
    long, high = letters * 7.4 * unit, 15 * unit
    for left, top in (
        (x + radius + 3 * unit, y - high / 2),
        (x - radius - 3 * unit - long, y - high / 2),
        (x - long / 2, y - radius - high),
        (x - long / 2, y + radius),
    ):
        box = (left, top, left + long, top + high)
        if box[2] < edge and not any(
            box[0] < other[2] and box[2] > other[0] and box[1] < other[3] and box[3] > other[1]
            for other in taken
        ):
            return box
    return None
