"""States: codes, years of existence, succession."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from comity.knowledge.files import HOME, Row, table
from comity.model.edtf import Date, DateError

COLUMNS = ("code", "alpha2", "kind", "exists", "cow", "gw", "predecessors")
Kind = Literal["member", "observer", "associated", "partly-recognised", "territory", "former"]
_KINDS = frozenset(("member", "observer", "associated", "partly-recognised", "territory", "former"))
_LIST = re.compile(r"(\d{1,3}):(\d{4}-(?:\d{4})?(?:,\d{4}-(?:\d{4})?)*)", re.ASCII)


class Membership(msgspec.Struct, frozen=True):
    """A numeric code of a list of states, and the years in which the list counts the state under it.

    `last` is None where the membership goes on.
    """

    code: int
    first: int
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Whether the list counts the state under this code in a year."""
        return self.first <= year and (self.last is None or year <= self.last)


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state, or a territory that has relations of its own.

    `code` is ISO 3166-1 alpha-3, for a former state ISO 3166-3 alpha-4, else the usual English name. `exists`
    are the intervals in which it was independent, none for a territory. `cow` and `gw` are its codes in the
    Correlates of War and the Gleditsch-Ward lists.
    """

    code: str
    alpha2: str = ""
    kind: Kind
    exists: tuple[Date, ...] = ()
    cow: tuple[Membership, ...] = ()
    gw: tuple[Membership, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def former(self) -> bool:
        """Whether the state has ceased to exist."""
        return self.kind == "former"

    def exists_on(self, date: Date) -> bool:
        """Whether the state can have existed at a date: true where any day of the date falls into its
        existence.

        A territory and a state whose years are not known answer true: nothing speaks against it.
        """
        return not self.exists or any(interval.overlaps(date) for interval in self.exists)


class StateTable:
    """Every state, looked up by any of its codes."""

    def __init__(self, states: tuple[State, ...]) -> None:
        self.all = states
        self._codes = {state.code: state for state in states}
        self._alpha2 = {state.alpha2: state for state in states if state.alpha2 and not state.former}

    def __iter__(self) -> Iterator[State]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __getitem__(self, code: str) -> State:
        return self._codes[code]

    def get(self, code: str) -> State | None:
        """The state of a code, None where there is none."""
        return self._codes.get(code)

    def by_alpha2(self, code: str) -> State | None:
        """The living state of an ISO 3166-1 alpha-2 code."""
        return self._alpha2.get(code.upper())

    def by_cow(self, code: int, year: int) -> State | None:
        """The state that the Correlates of War list counts under a code in a year."""
        return _holding(self.all, "cow", code, year)

    def by_gw(self, code: int, year: int) -> State | None:
        """The state that the Gleditsch-Ward list counts under a code in a year."""
        return _holding(self.all, "gw", code, year)

    def are_one_seat(self, first: str, second: str) -> bool:
        """Whether two names are of one seat among states, which has no diplomatic relations with itself: a state and
        the one it went on as, or one that parted from another and is not recognised by it.
        """
        one, other = self.get(first), self.get(second)
        if one is None or other is None:
            return False
        continued = second in one.predecessors and first in other.predecessors
        parted = any(
            state.kind == "partly-recognised" and code in state.predecessors
            for state, code in ((one, second), (other, first))
        )
        return continued or parted

    def are_heirs(self, first: str, second: str) -> bool:
        """Whether one of two states came after the other and was never there beside it, so that nothing can have been
        between them."""
        one, other = self.get(first), self.get(second)
        if one is None or other is None or not (first in other.predecessors or second in one.predecessors):
            return False
        spans = [(_years(mine), _years(its)) for mine in one.exists for its in other.exists]
        return all(min(mine[1], its[1]) <= max(mine[0], its[0]) for mine, its in spans)

    def exists_on(self, code: str, date: Date) -> bool:
        """Whether a state can have existed at a date; an unknown code answers true."""
        state = self._codes.get(code)
        return state is None or state.exists_on(date)


def _years(interval: Date) -> tuple[int, int]:
    """The first and the last year of an interval, which may be open."""
    first, last = interval.start, interval.end
    return (
        first.year if first is not None and first.year is not None else 0,
        last.year if last is not None and last.year is not None else 9999,
    )


def _holding(states: tuple[State, ...], attribute: str, code: int, year: int) -> State | None:
    # A year in which a code passes from one state to another counts for the later one, whose first year it
    # is.
    found = [
        (entry.first, state)
        for state in states
        for entry in getattr(state, attribute)
        if entry.code == code and entry.holds(year)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


@functools.cache
def states() -> StateTable:
    """Every state that the program knows; `KnowledgeError` where the table is damaged."""
    return read(table(HOME / "states.tsv", COLUMNS))


def read(rows: list[Row]) -> StateTable:
    """The state table from its rows; `KnowledgeError` names the row that is wrong."""
    where: dict[str, Row] = {}
    for row in rows:
        if not row["code"]:
            raise row.fail("no code")
        if row["code"] in where:
            raise row.fail(f"{row['code']} stands twice, first on line {where[row['code']].line}")
        where[row["code"]] = row
    successors: dict[str, list[str]] = {}
    for row in rows:
        for code in row.many("predecessors"):
            if code not in where:
                raise row.fail(f"predecessor {code} is not a state of this table")
            successors.setdefault(code, []).append(row["code"])
    found = []
    for row in rows:
        if row["kind"] not in _KINDS:
            raise row.fail(f"kind {row['kind']!r} is none of {', '.join(sorted(_KINDS))}")
        found.append(
            State(
                code=row["code"],
                alpha2=row["alpha2"],
                kind=row["kind"],  # type: ignore[arg-type]
                exists=tuple(_interval(row, text) for text in row.many("exists")),
                cow=tuple(_memberships(row, "cow")),
                gw=tuple(_memberships(row, "gw")),
                predecessors=row.many("predecessors"),
                successors=tuple(successors.get(row["code"], ())),
            )
        )
    return StateTable(tuple(found))


def _interval(row: Row, text: str) -> Date:
    try:
        date = Date.parse(text)
    except DateError as error:
        raise row.fail(f"exists {text!r}: {error}") from error
    if not date.is_interval:
        raise row.fail(f"exists {text!r} is no interval")
    return date


def _memberships(row: Row, column: str) -> list[Membership]:
    found = []
    for part in row.many(column):
        match = _LIST.fullmatch(part)
        if match is None:
            raise row.fail(f"{column} {part!r} is not a code and years (255:1871-1945,1990-)")
        for years in match[2].split(","):
            first, _, last = years.partition("-")
            if last and int(last) < int(first):
                raise row.fail(f"{column} {part!r} ends before it begins")
            found.append(Membership(int(match[1]), int(first), int(last) if last else None))
    return found
