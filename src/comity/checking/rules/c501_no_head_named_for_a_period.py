"""What it does
    Puts the terms of a state's heads of mission in order and reports more than four months between
    one that is told to have ended and the next that is told to have begun, when nobody is named for
    the time between.

Why it is bad
    Either a head of mission or a chargé d'affaires is missing from the account, or the post was
    vacant, which is a fact of the relations worth telling.

Example
    "Ambassadors: A. Perez (1994 – May 1998), L. Brandt (September 1999 – 2003)." Nobody for fifteen
    months.

Remedy
    Name who led the mission then, or say that the post was vacant.

Known misses
    A head of mission named without a term may have served then, so nothing is reported; terms told
    by the year leave less than a year unseen.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.posts import heads
from comity.checking.times import begins, days, ends, months, vague
from comity.model.record import Finding

CODE = "C501"
NAME = "no-head-named-for-a-period"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every gap between the terms of a post of which all terms are known, while the mission was not
    closed.
    """
    for (of, to), all_heads in heads(facts).items():
        if any(one.date is None or begins(one.date) is None or vague(one.date) for one in all_heads):
            continue
        ordered = sorted(all_heads, key=lambda one: (begins(one.date), one.thing.id))
        last = ordered[0]
        for one in ordered[1:]:
            over, start = ends(last.date), begins(one.date)
            if over is None or start is None:
                break
            if days(over, start) > 120 and not _closed(facts, of, to, over.year, start.year):
                assert last.date is not None and one.date is not None
                why = gap(facts, one.thing.dyad, (last.thing, one.thing), "heads", (over.year, start.year))
                yield found(
                    CODE,
                    SEVERITY,
                    one.thing.dyad,
                    [last.thing.claims[0], one.thing.claims[0], *why.places],
                    gap=why.kind,
                    of=of,
                    to=to,
                    before=last.name or last.office,
                    after=one.name or one.office,
                    left=last.date.end,
                    came=one.date.start,
                    months=months(over, start),
                    before_words=facts.words(last.thing),
                    after_words=facts.words(one.thing),
                )
            upper = ends(one.date)
            if upper is None or upper > over:
                last = one


def _closed(facts: Facts, of: str, to: str, first: int, last: int) -> bool:
    """Whether mission or relations are told to have been closed or broken about that time."""
    for claim in facts.of_kind("mission", "relations"):
        if facts.dyad(claim) != tuple(sorted((of, to))):
            continue
        if getattr(claim.slots, "act", None) in ("closed", "suspended", "severed", "downgraded", "ended"):
            date = getattr(claim.slots, "date", None)
            if date is None or date.lower is None or first - 1 <= date.lower.year <= last + 1:
                return True
    return False
