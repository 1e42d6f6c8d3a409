"""A point in time while it is put together from the signs of a sentence, and the date that it makes."""

from __future__ import annotations

from comity.model.edtf import Date, DateError


class Point:
    """A point in time while it is put together."""

    __slots__ = (
        "borrowed",
        "counted",
        "day",
        "end",
        "first",
        "form",
        "last",
        "lead",
        "month",
        "ready",
        "start",
        "to_day",
        "year",
    )

    def __init__(self, first: int, last: int, start: int, end: int, form: str) -> None:
        self.first, self.last, self.start, self.end, self.form = first, last, start, end, form
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.to_day: int | None = None
        self.ready: Date | None = None
        self.lead = ""
        self.borrowed = False
        self.counted = False
        """Whether its year is told by how far it is from the document's: "in April of last year"."""


def date_of(point: Point) -> Date | None:
    """The date of a point; `None` without a year or where the calendar has no such day."""
    if point.ready is not None:
        return point.ready
    if point.year is None:
        return None
    try:
        one = Date.of(point.year, point.month, point.day)
        if point.to_day is None or point.to_day == point.day:
            return one
        return Date.interval(one, Date.of(point.year, point.month, point.to_day))
    except DateError:
        return None


def interval(one: Date | None, other: Date | None) -> Date | None:
    if one is None or other is None or one == other:
        return None
    try:
        return Date.interval(one, other)
    except DateError:
        return None


def decade(point: Point) -> int:
    """The first year of a decade."""
    first = point.ready.lower if point.ready is not None else None
    return first.year if first is not None else 0


def part_of_year(lead: str) -> tuple[int, int, str] | None:
    """The months and the form that "first half of", "third quarter of", "nine months of" make of a year."""
    kind, _, number = lead.partition("-")
    if kind not in ("half", "quarter", "months"):
        return None
    count = int(number)
    if kind == "half":
        return (6 * count - 5, 6 * count, "half")
    if kind == "quarter":
        return (3 * count - 2, 3 * count, "quarter")
    return (1, count, "range")
