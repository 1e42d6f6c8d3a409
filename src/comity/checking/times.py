"""Dates as rules compare them: what is certain, never more."""

from __future__ import annotations

import datetime
from typing import Any

from comity.model.edtf import Date


def begins(date: Date | None) -> datetime.date | None:
    """The first day a thing may have begun; `None` where unknown or open."""
    return date.lower if date is not None else None


def begins_by(date: Date | None) -> datetime.date | None:
    """The last day by which a thing has certainly begun (of an interval: the last day its start may be)."""
    return date.start.upper if date is not None and date.start is not None else None


def ends(date: Date | None) -> datetime.date | None:
    """The last day a thing may have lasted to; `None` where unknown or open."""
    return date.upper if date is not None else None


def ends_from(date: Date | None) -> datetime.date | None:
    """The first day a thing may have ended (of an interval: the first day its end may be)."""
    return date.end.lower if date is not None and date.end is not None else None


def days(earlier: datetime.date, later: datetime.date) -> int:
    """Days from one to the other, negative where the second is earlier."""
    return (later - earlier).days


def months(earlier: datetime.date, later: datetime.date) -> int:
    """Whole months from one day to the other, rounded to the nearest."""
    return round((later - earlier).days / 30.44)


def act_date(slots: Any) -> Date | None:
    """The date of the thing a claim tells: its `date`, or the `period` of a figure."""
    value = getattr(slots, "date", None)
    if value is None:
        value = getattr(slots, "period", None)
    return value if isinstance(value, Date) else None


def vague(date: Date | None) -> bool:
    """Whether a date is marked approximate or uncertain: no rule leans on such a one."""
    return date is not None and (date.approximate or date.uncertain)
