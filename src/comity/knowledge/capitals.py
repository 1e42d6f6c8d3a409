"""Capitals through time."""

from __future__ import annotations

import functools

import msgspec

from comity.knowledge.files import HOME, Row, table
from comity.knowledge.states import states
from comity.model.edtf import Date, DateError

COLUMNS = ("code", "city", "ru", "when")


class Capital(msgspec.Struct, frozen=True, kw_only=True):
    """A city that was the capital of a state. `when` is None for the seat of a territory."""

    code: str
    city: str
    russian: str
    when: Date | None = None

    def name(self, language: str) -> str:
        """The city's name in a language."""
        return self.russian if language == "ru" else self.city


@functools.cache
def capitals() -> tuple[Capital, ...]:
    """Every capital, by state in the order of time; `KnowledgeError` for damaged data."""
    return read(table(HOME / "capitals.tsv", COLUMNS))


def read(rows: list[Row]) -> tuple[Capital, ...]:
    """The capitals from their rows; `KnowledgeError` names the row that is wrong."""
    known = states()
    found: dict[str, list[Capital]] = {}
    for row in rows:
        code = row["code"]
        if code not in known:
            raise row.fail(f"{code} is not a state of states.tsv")
        if not row["city"] or not row["ru"]:
            raise row.fail(f"{code}: a name is missing")
        try:
            when = Date.parse(row["when"]) if row["when"] else None
        except DateError as error:
            raise row.fail(f"{row['when']!r}: {error}") from error
        if when is not None and not when.is_interval:
            raise row.fail(f"{row['when']!r} is no interval")
        seat = Capital(code=code, city=row["city"], russian=row["ru"], when=when)
        for other in found.get(code, ()):
            if when is None or other.when is None or _shared(when, other.when):
                raise row.fail(f"{code} has two capitals at once: {other.city} and {seat.city}")
        found.setdefault(code, []).append(seat)
    return tuple(
        seat
        for entries in found.values()
        for seat in sorted(entries, key=lambda s: str(s.when) if s.when else "")
    )


def _shared(a: Date, b: Date) -> bool:
    # The end of one interval and the start of the next are the same day, month or year; that is no overlap.
    if a.end is not None and str(a.end) == str(b.start):
        return False
    if b.end is not None and str(b.end) == str(a.start):
        return False
    return a.overlaps(b)


@functools.cache
def _by_state() -> dict[str, tuple[Capital, ...]]:
    found: dict[str, list[Capital]] = {}
    for seat in capitals():
        found.setdefault(seat.code, []).append(seat)
    return {code: tuple(entries) for code, entries in found.items()}


def capital(code: str, date: Date | None = None, language: str = "en") -> str | None:
    """The name of a state's capital at a date (the last one known without a date), None where none is known.

    A date that touches two capitals gets the later one: the change is what the date is mostly told for.
    """
    entries = _by_state().get(code, ())
    if date is not None:
        entries = tuple(seat for seat in entries if seat.when is None or seat.when.overlaps(date))
    return entries[-1].name(language) if entries else None
