"""The grammar of dates: what follows what among the numbers, months and marks of a sentence."""

from __future__ import annotations

import re

from comity.model.edtf import Date
from comity.reading.dates.leads import counts, lead_of, past_tail
from comity.reading.dates.point import Point
from comity.reading.dates.standing import stands
from comity.reading.dates.words import Atom, DateWords

# Lists of days are short; a bound keeps a long list of plain numbers from being tried again at each of them.
_DAYS = r"D(?:[->&/]D(?! M)|(?:,D){1,6}(?:&D)?)?"
_DAYS_BEFORE_MONTH = r"D(?:[->&/]D|(?:,D){1,6}(?:&D)?)?"
_POINT = re.compile(
    rf"(?P<ydm>Y,{_DAYS_BEFORE_MONTH} M(?![ ,]Y))"  # chronologies: "2004, 11-13 May", "2004, May 11", "2004, May"
    r"|(?P<ymd>Y,M D(?:[->&/]D)?(?![ ,][YM]))|(?P<ym>Y,M(?![ ,]?[DY]))"
    rf"|(?P<mdy>M[ ,]{_DAYS}[ ,]Y)"
    rf"|(?P<dmy>{_DAYS_BEFORE_MONTH} M[ ,]Y)"
    r"|(?P<my>M[ ,]Y)"
    r"|(?P<md>M D(?:[->&/]D(?! M)|(?:,D){1,6}&D)?)"
    rf"|(?P<dm>{_DAYS_BEFORE_MONTH} M)"
    r"|(?P<ay>A[ ,]Y)"
    r"|(?P<short>Y[-/][Dy])"
    r"|(?P<df>D[->]F)|(?P<f>F)|(?P<r>R)|(?P<s>S)|(?P<m>M)|(?P<y>Y)|(?P<d>D)"
)
_YEAR_FIRST = {"ydm": "dmy", "ymd": "mdy", "ym": "my"}


def points_of(
    code: str, text: str, start: int, end: int, starts: list[int], ends: list[int], atoms: list[Atom],
    words: DateWords,
) -> list[Point]:  # fmt: skip
    """The points in time that the grammar finds, those that are none left out."""
    points: list[Point] = []
    floor = start
    place = 0
    while found := _POINT.search(code, place):
        form = _YEAR_FIRST.get(found.lastgroup or "", found.lastgroup or "")
        first, last = found.start() // 2, (found.end() - 1) // 2
        place = found.end()
        if form == "short" and not _is_short_year(text, starts, ends, atoms, first):
            if _is_iso_month(text, starts, ends, first):
                form = "iso"
            else:
                form, last = "y", first
                place = found.start() + 1
        if form == "md" and counts(text, ends[last], end, words):
            form, last = "m", first
            place = found.start() + 1
        made = _make_points(form, first, last, starts, ends, atoms, code)
        made[0].lead = lead_of(text, floor, made[0].start, words)
        tail = made[-1]
        if tail.year is not None or form in ("r", "s"):
            tail.end = past_tail(text, tail.end, end, words)
        if stands(form, tail, code, text, start, end, points, words):
            points.extend(made)
            floor = tail.end
    return points


def _make_points(
    form: str, first: int, last: int, starts: list[int], ends: list[int], atoms: list[Atom], code: str
) -> list[Point]:
    """One match of the grammar as points: one, or one for each day of a list."""
    point = Point(first, last, starts[first], ends[last], form)
    days = _fill(point, atoms)
    if form == "iso":
        point.month, point.form = atoms[last][1], "my"
        return [point]
    if form == "short" and point.year is not None:
        point.ready = Date.interval(Date.of(point.year), Date.of(_second_year(point.year, atoms[last][1])))
        return [point]
    if not days or form == "short":
        return [point]
    if form == "df":  # 10-11.06.2009
        point.to_day, point.form = point.day, "dmy"
    point.day = days[0][1]
    if len(days) == 1:
        return [point]
    if len(days) == 2 and code[2 * days[0][0] + 1] in "->/":
        point.to_day = days[1][1]
        return [point]
    made = []
    for number, (index, day) in enumerate(days):
        one = Point(index, index, starts[index], ends[index], form)
        one.year, one.month, one.day = point.year, point.month, day
        if number == 0:
            one.first, one.start = point.first, point.start
        if number == len(days) - 1:
            one.last, one.end = point.last, point.end
        made.append(one)
    return made


def _fill(point: Point, atoms: list[Atom]) -> list[tuple[int, int]]:
    """Give a point what its atoms tell; its days, which may be several, with their places."""
    days: list[tuple[int, int]] = []
    for index in range(point.first, point.last + 1):
        sign, value = atoms[index]
        if sign == "M":
            point.month = value[0]
        elif sign == "A":
            point.month = value
        elif sign == "Y" and point.year is None:
            point.year = value
        elif sign == "D":
            days.append((index, value))
        elif sign == "F":
            point.year, point.month, point.day = value
        elif sign == "S":
            point.ready = Date.parse(value)
        elif sign == "R":
            point.ready = Date.interval(Date.of(value[0]), Date.of(value[1]))
    return days


_LAST_TURN = 1990
"""The year from which two digits behind a hyphen are rather a year of the next century: 1998-02."""


def _second_year(year: int, short: int) -> int:
    """The year that two digits after a year mean: 1992-96, 1999-00."""
    second = year // 100 * 100 + short
    return second if second > year else second + 100


def _is_short_year(text: str, starts: list[int], ends: list[int], atoms: list[Atom], first: int) -> bool:
    """Whether two digits behind a year and a dash are another year: 1992–96, but not 2003 - 12 May."""
    digits = text[starts[first + 1] : ends[first + 1]]
    if len(digits) != 2 or not digits.isdigit() or starts[first + 1] - ends[first] != 1:
        return False
    if text[ends[first + 1] : ends[first + 1] + 1] in ("-", "–", "/"):
        return False
    year, short = atoms[first][1], int(digits)
    if text[ends[first]] == "-" and 1 <= short <= 12 and _second_year(year, short) - year > 10:
        return False
    if text[ends[first]] == "-" and short <= 12 and year < _LAST_TURN:
        return False  # 1899-06 is a month
    return short > year % 100 or (year % 100 >= 90 and short <= 10)


def _is_iso_month(text: str, starts: list[int], ends: list[int], first: int) -> bool:
    """Whether a hyphen and two digits behind a year are its month: 1964-07."""
    gap, digits = text[ends[first] : starts[first + 1]], text[starts[first + 1] : ends[first + 1]]
    after = text[ends[first + 1] : ends[first + 1] + 1]
    return gap == "-" and len(digits) == 2 and digits.isdigit() and 1 <= int(digits) <= 12 and after != "-"
