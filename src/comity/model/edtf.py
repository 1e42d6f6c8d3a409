"""Dates as EDTF (ISO 8601-2) writes them: Level 0 and 1, and intervals with open and unknown ends.

A date is as precise as its text and no more: `1992` is a year, not the first of January. Bounds are there for
comparing; they never become the date. Times of day are not dates here and are refused.
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache, total_ordering
from typing import Any, NoReturn

_SIMPLE = re.compile(
    r"(?:"
    r"(?P<long>Y-?[1-9]\d{4,})"
    r"|(?P<vague>-?\d\d(?:\dX|XX))"
    r"|(?P<year>-?\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r")(?P<mark>[~?%])?",
    re.ASCII,
)
_LONGEST = 64
_SEASONS = {21: ((3, 1), (5, 31)), 22: ((6, 1), (8, 31)), 23: ((9, 1), (11, 30)), 24: ((1, 1), (12, 31))}
"""First and last day of each season, of the northern hemisphere. A winter of one year may be its beginning or
its end, and writers mean either, so its bounds are the year's."""

Day = tuple[int, int, int]
_FIRST: tuple[float, int, int] = (float("-inf"), 1, 1)
_LAST: tuple[float, int, int] = (float("inf"), 12, 31)


class DateError(ValueError):
    """A text that is no EDTF date of Level 0 or 1, or ends that make no interval."""


@total_ordering
class Date:
    """A date or an interval of dates. Immutable; equal when its canonical EDTF text is equal.

    Make one with `Date.parse`, `Date.of` or `Date.interval`. The order (`<`) is for sorting: by lower bound,
    then upper bound, then text; `before` and `after` speak of time.
    """

    __slots__ = ("_day", "_end", "_high", "_low", "_month", "_precision", "_start", "_sure", "_text", "_year")

    _text: str
    _start: Date | None
    _end: Date | None
    _year: int | None
    _month: int | None
    _day: int | None
    _precision: str
    _low: Day | None
    _high: Day | None
    _sure: tuple[Day | None, Day | None]

    def __init__(self) -> None:
        raise TypeError("a Date is made with Date.parse, Date.of or Date.interval")

    # --- making ---------------------------------------------------------------------------------------------

    @staticmethod
    def parse(text: str) -> Date:
        """The date that an EDTF text writes; `DateError` that says what is wrong with it."""
        if type(text) is not str:
            raise DateError(f"not an EDTF date: expected text, got {type(text).__name__}")
        return _parse(text)

    @staticmethod
    def of(year: int, month: int | None = None, day: int | None = None, approximate: bool = False) -> Date:
        """A day, month, season (months 21 to 24) or year; `DateError` where the calendar has none such."""
        if month is None and day is not None:
            raise DateError("a day needs its month")
        if -9999 <= year <= 9999:
            text = f"-{-year:04}" if year < 0 else f"{year:04}"
        else:
            text = f"Y{year}"
        if month is not None:
            text += f"-{month:02}"
        if day is not None:
            text += f"-{day:02}"
        return _parse(text + "~" if approximate else text)

    @staticmethod
    def interval(start: Date | None, end: Date | None) -> Date:
        """The interval from one date to another; `None` is an open end (`..`), on one side at most."""
        return _parse(f"{'..' if start is None else start._text}/{'..' if end is None else end._text}")

    # --- what it says ---------------------------------------------------------------------------------------

    @property
    def is_interval(self) -> bool:
        """Whether the date is written with two ends."""
        return self._precision == "interval"

    @property
    def start(self) -> Date | None:
        """The start of an interval, `None` where open or unknown; a simple date itself."""
        return self._start if self.is_interval else self

    @property
    def end(self) -> Date | None:
        """The end of an interval, `None` where open or unknown; a simple date itself."""
        return self._end if self.is_interval else self

    @property
    def lower(self) -> datetime.date | None:
        """The first day it may be; `None` where open, unknown or outside the years 1 to 9999."""
        return _calendar_day(self._low)

    @property
    def upper(self) -> datetime.date | None:
        """The last day it may be; `None` where open, unknown or outside the years 1 to 9999."""
        return _calendar_day(self._high)

    @property
    def precision(self) -> str:
        """What is known: day, month, season, year (also `1999-XX`), decade, century or interval."""
        return self._precision

    @property
    def approximate(self) -> bool:
        """Whether the date or an end of it is marked approximate (`~` or `%`)."""
        return "~" in self._text or "%" in self._text

    @property
    def uncertain(self) -> bool:
        """Whether the date or an end of it is marked uncertain (`?` or `%`)."""
        return "?" in self._text or "%" in self._text

    @property
    def year(self) -> int | None:
        """The year of a simple date, or the one year both ends of an interval lie in; `None` for a decade."""
        return self._year

    @property
    def month(self) -> int | None:
        """The month of a simple date (1 to 12)."""
        return self._month

    @property
    def day(self) -> int | None:
        """The day of the month of a simple date."""
        return self._day

    # --- how it lies to another -----------------------------------------------------------------------------

    def contains(self, other: Date) -> bool:
        """Whether every day the other may be is certainly within this one."""
        if self._text == other._text:
            return True
        low, high = self._sure
        return (low or _FIRST) <= (other._low or _FIRST) and (other._high or _LAST) <= (high or _LAST)

    def overlaps(self, other: Date) -> bool:
        """Whether some day may be in both."""
        return (self._low or _FIRST) <= (other._high or _LAST) and (other._low or _FIRST) <= (
            self._high or _LAST
        )

    def before(self, other: Date) -> bool:
        """Whether this is over, certainly, before the other begins."""
        return (self._high or _LAST) < (other._low or _FIRST)

    def after(self, other: Date) -> bool:
        """Whether this begins, certainly, after the other is over."""
        return other.before(self)

    # --- a value among values -------------------------------------------------------------------------------

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Date.parse({self._text!r})"

    def __hash__(self) -> int:
        return hash(self._text)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Date) else NotImplemented

    def __lt__(self, other: Date) -> bool:
        if not isinstance(other, Date):
            return NotImplemented
        return self._key() < other._key()

    def _key(self) -> tuple[tuple[float, int, int], tuple[float, int, int], str]:
        return (self._low or _FIRST, self._high or _LAST, self._text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Date cannot change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a Date cannot change: {name}")

    def __reduce__(self) -> tuple[Any, ...]:
        return (Date.parse, (self._text,))


def more_precise(a: Date, b: Date) -> Date | None:
    """The date that lies within the other one; `None` where neither holds the other.

    Of two dates with the same bounds the one without an approximate or uncertain mark, and a simple date
    rather than an interval.
    """
    a_holds, b_holds = a.contains(b), b.contains(a)
    if a_holds and b_holds:
        return min(a, b, key=lambda date: (date.approximate + date.uncertain, date.is_interval, str(date)))
    return b if a_holds else a if b_holds else None


def _calendar_day(day: Day | None) -> datetime.date | None:
    return datetime.date(*day) if day is not None and 1 <= day[0] <= 9999 else None


def _month_length(year: int, month: int) -> int:
    return (
        29
        if month == 2 and calendar.isleap(year)
        else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def _make(**fields: object) -> Date:
    date = object.__new__(Date)
    for name, value in fields.items():
        object.__setattr__(date, f"_{name}", value)
    return date


@lru_cache(maxsize=65536)
def _parse(text: str) -> Date:
    if len(text) > _LONGEST:
        raise DateError(f"not an EDTF date: {text[:20]!r}… is too long")
    return _parse_interval(text) if "/" in text else _parse_simple(text)


def _parse_simple(text: str) -> Date:
    found = _SIMPLE.fullmatch(text)
    if found is None:
        raise DateError(f"not an EDTF date: {text!r}{_hint(text)}")
    month: int | None = None
    day: int | None = None
    year: int | None
    if (vague := found["vague"]) is not None:
        negative, digits = vague.startswith("-"), vague.lstrip("-")
        ends = sorted((-1 if negative else 1) * int(digits.replace("X", digit)) for digit in "09")
        low, high = (ends[0], 1, 1), (ends[1], 12, 31)
        year, precision = None, "century" if digits.endswith("XX") else "decade"
    else:
        year = int(found["long"][1:] if found["long"] else found["year"])
        if text.startswith("-0000"):
            raise DateError(f"not an EDTF date: {text!r}: the year 0000 has no sign")
        low, high, precision = (year, 1, 1), (year, 12, 31), "year"
        if found["month"] == "XX":
            if found["day"] not in (None, "XX"):
                raise DateError(f"not an EDTF date of Level 1: {text!r}: a day of an unspecified month")
        elif found["month"] is not None:
            low, high, precision, month, day = _within(text, year, int(found["month"]), found["day"])
    return _make(
        text=text, start=None, end=None, year=year, month=month, day=day, precision=precision,
        low=low, high=high, sure=(low, high),
    )  # fmt: skip


def _within(
    text: str, year: int, month: int, day: str | None
) -> tuple[Day, Day, str, int | None, int | None]:
    """Bounds, precision, month and day of what is more precise than a year."""
    if month in _SEASONS:
        if day is not None:
            raise DateError(f"not an EDTF date: {text!r}: a season has no days")
        first, last = _SEASONS[month]
        return (year, *first), (year, *last), "season", None, None
    if not 1 <= month <= 12:
        raise DateError(f"not an EDTF date: {text!r}: there is no month {month:02}")
    length = _month_length(year, month)
    if day is None or day == "XX":
        return (year, month, 1), (year, month, length), "month", month, None
    if not 1 <= int(day) <= length:
        raise DateError(f"not an EDTF date: {text!r}: the month has {length} days")
    exact = (year, month, int(day))
    return exact, exact, "day", month, int(day)


def _parse_interval(text: str) -> Date:
    ends = text.split("/")
    if len(ends) != 2:
        raise DateError(f"not an EDTF interval: {text!r}: it has two ends")
    start, end = (None if one in ("", "..") else _parse_simple(one) for one in ends)
    if start is None and end is None:
        raise DateError(f"not an EDTF interval: {text!r}: one end is a date")
    low = start._low if start is not None else None
    high = end._high if end is not None else None
    if low is not None and high is not None and low > high:
        raise DateError(f"not an EDTF interval: {text!r} ends before it starts")
    # An unknown end may be anywhere; certain is only the span of the end that is known.
    sure_low = end._low if ends[0] == "" and end is not None else low
    sure_high = start._high if ends[1] == "" and start is not None else high
    year = start.year if start is not None and end is not None and start.year == end.year else None
    return _make(
        text=text, start=start, end=end, year=year, month=None, day=None, precision="interval",
        low=low, high=high, sure=(sure_low, sure_high),
    )  # fmt: skip


def _hint(text: str) -> str:
    """Why a text that is no date may have been thought one."""
    if not text:
        return ": it is empty"
    if re.match(r"-?\d{4}-\d\d-\d\dT", text):
        return ": a time of day is not kept; give the date alone"
    if re.match(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}$", text):
        return ": write year-month-day"
    if re.match(r"[+-]?\d{5,}$", text):
        return ": a year of more than four digits is written with Y in front"
    if re.match(r"Y-?\d{1,4}$", text):
        return ": Y is for years of more than four digits"
    if re.search(r"[\[{}\]^ESu*]|[~?%].", text):
        return ": this notation belongs to another level of EDTF than 0 and 1"
    return ": expected year, year-month or year-month-day"
