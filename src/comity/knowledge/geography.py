"""Where states and cities lie, for small maps: outlines and coordinates in degrees."""

from __future__ import annotations

import functools

from comity.knowledge.capitals import capitals
from comity.knowledge.cities import City, cities
from comity.knowledge.errors import KnowledgeError
from comity.knowledge.files import HOME, cells_of, table

Point = tuple[float, float]
"""Longitude and latitude in degrees, east and north positive."""

OTHER = "-"
"""The code of outlines that belong to no state of the list."""


@functools.cache
def outlines() -> dict[str, tuple[tuple[Point, ...], ...]]:
    """The outlines of states by code, each a ring of points; states smaller than a dot have none."""
    found: dict[str, tuple[tuple[Point, ...], ...]] = {}
    for row in table(HOME / "outlines.tsv", ("code", "rings")):
        try:
            found[row["code"]] = tuple(_ring(ring) for ring in row.many("rings"))
        except ValueError as error:
            raise row.fail("not a ring of longitudes and latitudes") from error
    return found


def _ring(written: str) -> tuple[Point, ...]:
    points = (point.split(",") for point in written.split(" "))
    return tuple((int(x) / 10, int(y) / 10) for x, y in points)


@functools.cache
def _coordinates() -> dict[tuple[str, str], Point]:
    path = HOME / "coordinates.tsv"
    found: dict[tuple[str, str], Point] = {}
    for line, (name, code, longitude, latitude) in cells_of(path, ("name", "code", "longitude", "latitude")):
        try:
            found[name, code] = (int(longitude) / 100, int(latitude) / 100)
        except ValueError as error:
            raise KnowledgeError(path.name, line, "not a longitude and latitude") from error
    return found


def coordinates(city: City) -> Point | None:
    """Where a city lies; `None` where that is not known. An older name lies where the present one does."""
    held = _coordinates()
    return held.get((city.today or city.name, city.state)) or held.get((city.name, city.state))


def locate(place: str, among: tuple[str, ...] = ()) -> tuple[City, Point] | None:
    """The city of a name in English or Russian, and where it lies; one in the states `among` comes first.

    `None` where no city of the name is known, or not where it lies.
    """
    several = cities("en").get(place) or cities("ru").get(place) or ()
    ordered = sorted(several, key=lambda city: city.state not in among)
    for city in ordered:
        point = coordinates(city)
        if point is not None:
            return city, point
    return None


@functools.cache
def middle(code: str) -> Point | None:
    """A point that stands for a state on a map: its capital; `None` where none is known."""
    seats = [seat for seat in capitals() if seat.code == code]
    for seat in reversed(seats):
        point = coordinates(City(name=seat.city, state=code))
        if point is not None:
            return point
    rings = outlines().get(code)
    if not rings:
        return None
    return (
        sum(x for x, _ in rings[0]) / len(rings[0]),
        sum(y for _, y in rings[0]) / len(rings[0]),
    )
