"""What feeds and calendars have in common: the lines of a dossier with their times and their lasting names."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from comity.publishing.dossier import Dossier, Line
from comity.publishing.markup import visible

_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "comity")


@dataclass(frozen=True)
class Timed:
    """A line of a dossier: `first` is the claim that told of it first, `since` when, `changed` its last change."""

    line: Line
    first: str
    since: datetime.datetime
    changed: datetime.datetime


def timed(dossier: Dossier, known: Mapping[str, tuple[datetime.datetime, datetime.datetime]]) -> list[Timed]:
    """The lines of a dossier with their times, what changed last first; lines with no known claim are left out.

    What was learnt at one time stands in the order in which it happened, the latest first.

    `known` has when the register learnt of each claim, and when it last changed.
    """
    found = {}
    for line in dossier.lines:
        # The same claim may be one of several lines; it is told of once.
        claims = sorted({one.claim for one in line.sources if one.claim in known})
        if not claims:
            continue
        first = min(claims, key=lambda one: (known[one][0], one))
        times = Timed(line, first, known[first][0], max(known[one][1] for one in claims))
        found.setdefault(first, times)
    return sorted(found.values(), key=lambda one: (-one.changed.timestamp(), -_day(one.line), one.first))


def _day(line: Line) -> int:
    """The last day that a line may be of, as a number; 0 for one without a date."""
    last = line.date.upper or line.date.lower if line.date else None
    return last.toordinal() if last else 0


def lasting(*parts: str) -> uuid.UUID:
    """A name that stays the same for the same parts, on any machine and under any address."""
    return uuid.uuid5(_SPACE, "\x1f".join(parts))


def plain(said: str) -> str:
    """A text as one line: control characters are shown for what they are."""
    return " ".join(visible(said).split())
