"""What it does
    Compares the last session of a body that is told of with the day of the youngest document that
    tells of it, and reports a time longer than three years and than the longest interval the body
    has had.

Why it is bad
    Either later sessions are not told, or the commission is asleep, which a brief must say.

Example
    Sessions of 1996, 1998 and 2000, on a page of 2007.

Remedy
    Ask the secretariat for later sessions; else say since when the body has not met.

Known misses
    Bodies with fewer than two dated sessions; documents without a date.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.sittings import sittings
from comity.checking.times import days, months
from comity.model.record import Finding

CODE = "C506"
NAME = "commission-has-not-sat"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every body with two dated sessions or more that has not sat for longer than ever before, and
    three years.
    """
    for things in sittings(facts):
        dates = sorted(
            (thing.slots.date.upper, thing.id, thing)
            for thing in things
            if thing.slots.date is not None and thing.slots.date.upper is not None
        )
        written = [
            date
            for thing in things
            for claim in thing.claims
            if (date := facts.written(claim.doc)) is not None
        ]
        if len(dates) < 2 or len(dates) < len(things) or not written:
            continue
        latest = max(written, key=lambda date: (str(date.lower), str(date)))
        longest = max(days(one[0], other[0]) for one, other in pairwise(dates))
        last, _, session = dates[-1]
        if latest.lower is None or days(last, latest.lower) <= max(3 * 366, longest + 366):
            continue
        why = gap(facts, session.dyad, (session,), "sessions", (last.year, None))
        yield found(
            CODE,
            SEVERITY,
            session.dyad,
            [session.claims[0], *why.places],
            gap=why.kind,
            body=session.slots.body or "",
            last=session.slots.date,
            written=latest,
            months=months(last, latest.lower),
            usual=round(longest / 30.44),
            words=facts.words(session, -1),
        )
