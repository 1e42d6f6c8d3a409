"""The years of days and months that are told without."""

from __future__ import annotations

from comity.reading.dates.mention import DateContext, bracket_around
from comity.reading.dates.point import Point
from comity.reading.dates.words import DateWords

_FROM_NOW = {"this_year": 0, "last_year": -1, "next_year": 1}


def lend_years(
    points: list[Point], glues: list[str], text: str, end: int, context: DateContext, words: DateWords
) -> None:
    """Years (and months) for the points that are told without: from the next in the list, or from before."""
    for point in points:
        if point.month is not None and point.year is None and point.ready is None:
            _count_year(point, text, end, context, words)
    for index in range(len(points) - 2, -1, -1):
        one, other = points[index], points[index + 1]
        joined = glues[index] in "->&,/" and one.year is None and bool(one.month and other.month)
        if joined and other.year:
            turn = glues[index] in "->" and (one.month or 0) > (other.month or 0)
            one.year = other.year - 1 if turn else other.year
        if joined and other.counted:  # "January–October last year"
            one.counted, one.borrowed = True, True
    year, led = context.year, None
    beside: tuple[int, int] | None = None
    for index, point in enumerate(points):
        bracket = bracket_around(text, point.start)
        if point.counted:
            continue
        if point.month is not None and point.year is None and point.ready is None:
            if bracket >= 0 and beside is not None and beside[0] == bracket:
                point.year, point.borrowed = beside[1], True
                continue
            for name, pattern in words.of_year:
                if tail := pattern.match(text, point.end, end):
                    point.end = tail.end()
                    point.year = year if name == "same_year" else None
                    break
            else:
                point.year = year if point.lead not in ("last", "next", "this") else None
                if point.year is None:
                    last = _last_month(points, glues, index)
                    point.year = _nearest_year(last, context)
            point.borrowed = True
        elif point.year is not None and point.form != "attached":
            if led is not None and (bracket >= 0 or point.year < led):
                beside = (bracket, point.year)
            else:
                year = led = point.year


def _last_month(points: list[Point], glues: list[str], index: int) -> Point:
    """The point that the year of a month is told by: the last month of a span within a year, else the month."""
    one = points[index]
    other = points[index + 1] if index + 1 < len(points) and glues[index] in "->" else one
    within = other.year is None and other.day is None and (one.month or 0) < (other.month or 0)
    return other if within and one.day is None else one


def _count_year(point: Point, text: str, end: int, context: DateContext, words: DateWords) -> None:
    """The year of a month that is counted from the document's: "in April of last year"."""
    for name, pattern in words.of_year:
        if name not in _FROM_NOW or (tail := pattern.match(text, point.end, end)) is None:
            continue
        this = context.document.year if context.document is not None else None
        point.year = None if this is None else this + _FROM_NOW[name]
        point.end, point.counted, point.borrowed = tail.end(), True, True
        return


def _nearest_year(point: Point, context: DateContext) -> int | None:
    """The year in which a day or month lies nearest to the document's date, rather before it than after."""
    document = context.document
    if document is None or document.year is None or point.month is None or point.month > 12:
        return None
    if document.month is None:
        return document.year
    ahead = point.month - document.month
    if point.lead == "last":
        return document.year - (ahead >= 0)
    if point.lead == "next":
        return document.year + (ahead <= 0)
    if ahead > 4:
        return document.year - 1
    return document.year + 1 if ahead < -10 else document.year
