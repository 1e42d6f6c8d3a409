"""What it does
    Compares the terms of a state's heads of mission in one receiving state and reports two people
    whose terms certainly overlap by more than two months; chargés d'affaires do not count.

Why it is bad
    A state has one head of mission: one of the dates is wrong.

Example
    "Ambassadors: I. Horvat (1995 – June 2000), D. Kos (May 1999 – 2003)."

Remedy
    Check when the first left and when the second presented credentials.

Known misses
    Two terms without an end; a term without an end that began first, as the successor's beginning
    ends it; terms told by the year, which may touch; a state with several missions in
    one place (to the state and to an organisation).
"""

import datetime
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.posts import Held, heads, same_person
from comity.checking.times import begins_by, days, ends_from, vague
from comity.checking.wording import is_titular_head
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C202"
NAME = "two-heads-at-once"
SEVERITY: Final = "warning"


def _last_together(one: Held, other: Held) -> datetime.date | None:
    """The last day on which both certainly served; of two terms one may have no end.

    Who is told to hold the post since some day without an end held it at least on into a term that ended later:
    nothing ends it but a successor, who came when the other one went. That holds only for who came second.
    """
    first, second = ends_from(one.date), ends_from(other.date)
    if first is not None and second is not None:
        return min(first, second)
    closed, open_one = (one, other) if second is None else (other, one)
    since, begun = begins_by(open_one.date), begins_by(closed.date)
    if since is None or begun is None or since <= begun or not _has_no_end(open_one.date):
        return None
    return ends_from(closed.date)


def _has_no_end(date: Date | None) -> bool:
    return date is not None and date.is_interval and date.end is None


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of heads of mission of one post who certainly served at once for more than two months."""
    for (of, to), all_heads in heads(facts).items():
        known = [one for one in all_heads if is_titular_head(one.office) and one.name and not vague(one.date)]
        for one, other in combinations(known, 2):
            starts = begins_by(one.date), begins_by(other.date)
            if None in starts or same_person(one, other):
                continue
            first = max(start for start in starts if start is not None)
            last = _last_together(one, other)
            if last is not None and days(first, last) > 60:
                yield found(
                    CODE,
                    SEVERITY,
                    one.thing.dyad,
                    [one.thing.claims[0], other.thing.claims[0]],
                    of=of,
                    to=to,
                    first=one.name,
                    second=other.name,
                    first_date=one.date,
                    second_date=other.date,
                    first_words=facts.words(one.thing),
                    second_words=facts.words(other.thing),
                )
