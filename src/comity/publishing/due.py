"""What is due: round anniversaries of relations, commissions that have not sat for long, posts without a head."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

import msgspec

from comity import knowledge
from comity.model.claim import Relations, State, Tenure
from comity.model.record import Finding, Record
from comity.publishing.dossier import is_head_of_mission

ROUND = 5
"""Anniversaries of so many years, and of their multiples, are round."""
COMMISSION_RULE = "C506"
"""The rule that finds commissions which have not sat for long."""


class Anniversary(msgspec.Struct, frozen=True):
    """Relations that were established so many years ago, at a round number, in a year."""

    dyad: tuple[State, ...]
    years: int
    record: Record


class Vacancy(msgspec.Struct, frozen=True):
    """A post whose last named head has left, with the record of that head."""

    dyad: tuple[State, ...]
    sending: State
    receiving: State
    record: Record


class Overdue(msgspec.Struct, frozen=True):
    """A commission that has not sat for long, as the rule found it."""

    dyad: tuple[State, ...]
    finding: Finding


Due = Anniversary | Vacancy | Overdue
Kind = Literal["anniversary", "vacancy", "overdue"]


def anniversaries(records: Iterable[Record], year: int) -> list[Anniversary]:
    """The round anniversaries of the establishment of relations in a year, those of most years first.

    Relations with a state that is no more have none.
    """
    found = []
    for record in records:
        slots = record.slots
        if not isinstance(slots, Relations) or slots.act != "established" or slots.date is None:
            continue
        if any(_is_former(one) for one in record.dyad):
            continue
        began = slots.date.lower.year if slots.date.lower else None
        exact = slots.date.upper is not None and slots.date.upper.year == began
        if began is not None and exact and year > began and not (year - began) % ROUND:
            found.append(Anniversary(record.dyad, year - began, record))
    return sorted(found, key=lambda one: (-one.years, one.dyad))


def _is_former(code: State) -> bool:
    known = knowledge.states().get(code)
    return known is not None and known.former


def by_season(several: Iterable[Anniversary], today: datetime.date) -> dict[str, list[Anniversary]]:
    """The anniversaries of the year of `today` that are still to come, the next first; those of which no document tells
    the month; and those that are past, the latest first.
    """
    seasons: dict[str, list[Anniversary]] = {"coming": [], "undated": [], "past": []}
    for one in several:
        first, last = _days(one)
        if (first, last) == ((1, 1), (12, 31)):
            seasons["undated"].append(one)
        else:
            seasons["coming" if last >= (today.month, today.day) else "past"].append(one)
    seasons["coming"].sort(key=_days)
    seasons["past"].sort(key=_days, reverse=True)
    return seasons


def _days(one: Anniversary) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last month and day on which it can be."""
    slots = one.record.slots
    assert isinstance(slots, Relations) and slots.date is not None
    first, last = slots.date.lower, slots.date.upper
    assert first is not None and last is not None
    return (first.month, first.day), (last.month, last.day)


def vacancies(records: Iterable[Record], today: datetime.date) -> list[Vacancy]:
    """The posts whose latest head is told to have left, the latest first. A post with none named is not told of."""
    latest: dict[tuple[State, State], Record] = {}
    for record in records:
        slots = record.slots
        if not isinstance(slots, Tenure) or not slots.of or not slots.to or not is_head_of_mission(slots):
            continue
        if slots.date is None or slots.date.lower is None or slots.date.lower > today:
            continue
        if _is_former(slots.of) or _is_former(slots.to):
            continue
        held = latest.get((slots.of, slots.to))
        if held is None or _began(held) < slots.date.lower:
            latest[slots.of, slots.to] = record
    found = [
        Vacancy(record.dyad, sending, receiving, record)
        for (sending, receiving), record in latest.items()
        if (left := _left(record)) is not None and left < today
    ]
    return sorted(found, key=lambda one: (_left(one.record) or today, one.dyad), reverse=True)


def _began(record: Record) -> datetime.date:
    slots = record.slots
    assert isinstance(slots, Tenure) and slots.date is not None and slots.date.lower is not None
    return slots.date.lower


def _left(record: Record) -> datetime.date | None:
    """The last day on which a head can have been in office; `None` where no end is told."""
    slots = record.slots
    assert isinstance(slots, Tenure) and slots.date is not None
    if slots.left is not None:
        return slots.left.upper
    return slots.date.upper if slots.date.is_interval else None


def overdue(findings: Iterable[Finding]) -> list[Overdue]:
    """The commissions that have not sat for long."""
    return [Overdue(one.dyad, one) for one in findings if one.code == COMMISSION_RULE]
