"""Maps drawn on the server as SVG: the world with the dyads held, and the places of one dyad.

The projection is Equal Earth (Šavrič, Patterson and Jenny, 2018), so that no state looks larger than it is. An
outline helps to find a state and says nothing about borders.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from comity.knowledge import geography
from comity.knowledge.geography import Point
from comity.model.claim import State
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


@functools.cache
def outline(code: str) -> str:
    """The path of a state in fifths of a unit of the drawing, for an element scaled by 0.2; empty where it has none."""
    drawn = []
    for ring in geography.outlines().get(code, ()):
        last = (0, 0)
        for place, point in enumerate(ring):
            x, y = (round(one * 5) for one in project(point))
            step = f"{x - last[0]},{y - last[1]}"
            drawn.append(f"M{x},{y}" if not place else f"l{step}" if (x, y) != last else "")
            last = (x, y)
        drawn.append("z")
    return "".join(drawn)


class Pair(msgspec.Struct, frozen=True):
    """A dyad on the map of the world: its states, where it leads, what it is called, how much is held."""

    states: tuple[State, State]
    address: str
    name: str
    weight: int = 1


MOST_LINES = 150
"""Dyads with a line on the map of the world: with more it shows nothing but lines, and weighs too much."""


def world(pairs: Sequence[Pair], lang: str, addresses: Mapping[State, str] | None = None) -> Markup | None:
    """The world with the states of some dyads shaded and a line for each dyad, of many the weightiest; `None` where
    none can be placed.
    """
    told = {one for pair in pairs for one in pair.states if geography.middle(one)}
    ordered = sorted(pairs, key=lambda one: (one.weight, one.states))
    lines = [_line(pair) for pair in ordered[-MOST_LINES:] if told.issuperset(pair.states)]
    if not told:
        return None
    land = [_land(code, code in told) for code in sorted(geography.outlines())]
    dots = [_seat(code, lang, (addresses or {}).get(code, "")) for code in sorted(told)]
    name = text("map.world", lang)
    return tag(
        "svg",
        tag("title", name, id="world-title"),
        tag("g", land, transform="scale(.2)", class_="land"),
        tag("g", lines, class_="ties"),
        tag("g", dots, class_="seats"),
        xmlns="http://www.w3.org/2000/svg", class_="map world", viewBox=f"0 0 {WIDTH} {round(HEIGHT * .86)}",
        role="group", aria_labelledby="world-title",
    )  # fmt: skip


def _land(code: str, held: bool) -> Markup:
    return tag("path", d=outline(code), class_="held" if held else None)


def _line(pair: Pair) -> Markup:
    """An arc between two capitals, bent to the north as a great circle is on such a map."""
    a, b = (project(point) for one in pair.states if (point := geography.middle(one)))
    length = math.dist(a, b)
    bend = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - length * 0.18)
    width = round(min(3.0, 0.9 + math.log10(max(1, pair.weight)) * 0.6), 1)
    path = f"M{a[0]:.1f},{a[1]:.1f}Q{bend[0]:.1f},{bend[1]:.1f} {b[0]:.1f},{b[1]:.1f}"
    return tag(
        "a", tag("title", pair.name), tag("path", d=path, class_="reach"),
        tag("path", d=path, class_="tie", stroke_width=width), href=pair.address, aria_label=pair.name,
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
    return tag("a", dot, href=address, aria_label=called) if address else tag("g", dot)


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
    near = (left - width, top - height, left + 2 * width, top + 2 * height)
    land = [_land(code, code in dyad) for code in sorted(geography.outlines()) if _touches(code, near)]
    marks, labels = [], []
    taken: list[tuple[float, float, float, float]] = []
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
                href=f"#{anchor(spot)}", aria_label=said,
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


def anchor(spot: Spot) -> str:
    """The id of the line that tells of a place."""
    return f"p-{spot.state}-{round(spot.point[0] * 100)}-{round(spot.point[1] * 100)}"


def _at(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _frame(points: list[Point], dyad: tuple[State, State]) -> tuple[float, float, float, float]:
    """The part of the world to show: the places and both capitals, at least so large that it is recognised."""
    seats = [project(point) for code in dyad if (point := geography.middle(code)) is not None]
    xs, ys = zip(*points, *seats, strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    width = max(right - left, 60.0) * 1.3
    height = max(bottom - top, width * 0.3, 30.0) * 1.25
    width = max(width, height * 1.8)
    height = min(max(height, width * 0.42), HEIGHT)
    return (left + right - width) / 2, (top + bottom - height) / 2, width, height


@functools.cache
def _bounds(code: str) -> tuple[float, float, float, float]:
    points = [project(point) for ring in geography.outlines()[code] for point in ring]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _touches(code: str, frame: tuple[float, float, float, float]) -> bool:
    box = _bounds(code)
    return box[0] < frame[2] and box[2] > frame[0] and box[1] < frame[3] and box[3] > frame[1]


def _free(
    x: float, y: float, radius: float, letters: int, unit: float,
    taken: list[tuple[float, float, float, float]], edge: float,
) -> tuple[float, float, float, float] | None:  # fmt: skip
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
