"""How two dates of one kind of thing lie to each other, and which of them says most."""

from __future__ import annotations

from typing import Literal

from comity.model.edtf import Date, more_precise

Relation = Literal["unknown", "same", "within", "overlap", "near", "apart"]


def relation(a: Date | None, b: Date | None, near: int = 0) -> Relation:
    """How two dates lie: `near` where no more than that many days are between them, `unknown` where one is
    missing.
    """
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same"
    if a.contains(b) or b.contains(a):
        return "within"
    if a.overlaps(b):
        return "overlap"
    return "near" if gap(a, b) <= near else "apart"


def gap(a: Date, b: Date) -> int:
    """Days between the end of the earlier and the beginning of the later; a great many where that is not
    known.
    """
    first, second = (a, b) if a.before(b) else (b, a)
    if first.upper is None or second.lower is None:
        return 10**6
    return (second.lower - first.upper).days


def exact(date: Date) -> bool:
    """Whether a date says the day, or the first and the last day."""
    if date.is_interval:
        return all(end is not None and end.precision == "day" for end in (date.start, date.end))
    return date.precision == "day"


def days(date: Date) -> int:
    """How many days a date may be; a great many where an end is open."""
    if date.lower is None or date.upper is None:
        return 10**6
    return (date.upper - date.lower).days + 1


def years(date: Date) -> tuple[int, ...]:
    """The years that a date touches, for blocking; none where there are more than three."""
    if date.lower is None or date.upper is None or date.upper.year - date.lower.year > 2:
        return ()
    return tuple(range(date.lower.year, date.upper.year + 1))


def better(a: Date, b: Date) -> Date | None:
    """The one of two dates of one happening that says more; `None` where they cannot both be right.

    A day within a stay of known days is a day of it: the stay says more.
    """
    if exact(a) and exact(b):
        if a == b:
            return a
        stay, day = (a, b) if a.is_interval else (b, a)
        return stay if stay.is_interval and not day.is_interval and stay.contains(day) else None
    return more_precise(a, b) or _common(a, b)


def _common(a: Date, b: Date) -> Date | None:
    """Of two dates that only overlap, the one with fewer days."""
    if not a.overlaps(b):
        return None
    return min(a, b, key=lambda date: (days(date), str(date)))


def better_term(a: Date, b: Date) -> Date | None:
    """The term that two dates of one tenure tell together, end by end; `None` where an end contradicts."""
    start = _end(a.start, b.start)
    end = _end(a.end if a.is_interval else None, b.end if b.is_interval else None)
    if start is False or end is False or (start is None and end is None):
        return None
    if not a.is_interval and not b.is_interval:
        return start or None
    found_start, found_end = start or None, end or None
    if found_start is not None and found_end is not None and found_end.before(found_start):
        return None
    return Date.interval(found_start, found_end)


def _end(a: Date | None, b: Date | None) -> Date | Literal[False] | None:
    """The more precise of two ends; `False` where they contradict."""
    if a is None or b is None:
        return a or b
    return more_precise(a, b) or False
