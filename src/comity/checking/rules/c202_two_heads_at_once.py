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
    Terms without an end; terms told by the year, which may touch; a state with several missions in
    one place (to the state and to an organisation).
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.posts import heads, same_person
from comity.checking.times import begins_by, days, ends_from, vague
from comity.checking.wording import is_titular_head
from comity.model.record import Finding

CODE = "C202"
NAME = "two-heads-at-once"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of heads of mission of one post who certainly served at once for more than two months."""
    for (of, to), all_heads in heads(facts).items():
        known = [one for one in all_heads if is_titular_head(one.office) and one.name and not vague(one.date)]
        for one, other in combinations(known, 2):
            starts = begins_by(one.date), begins_by(other.date)
            stops = ends_from(one.date), ends_from(other.date)
            if None in starts or None in stops or same_person(one, other):
                continue
            first = max(start for start in starts if start is not None)
            last = min(stop for stop in stops if stop is not None)
            if days(first, last) > 60:
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
