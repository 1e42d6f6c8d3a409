"""What it does
    Compares the day a document was written with the latest thing it tells, and reports more than
    three years between them, for documents with at least five dates.

Why it is bad
    The page was reissued and not brought up to date: what it calls present is the state of years
    ago.

Example
    A page of 2012 whose last visit is of 2006.

Remedy
    Bring the page up to date, or say to which day it speaks.

Known misses
    Documents without a date; documents about a closed period.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.times import act_date, days
from comity.model.record import Finding

CODE = "C215"
NAME = "stale-page"
SEVERITY: Final = "info"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every dated document whose latest date is more than three years before it was written."""
    for doc in facts.docs:
        written = facts.written(doc)
        dated = [
            (last, claim)
            for claim in facts.of_doc(doc)
            if (date := act_date(claim.slots)) is not None and (last := date.upper or date.lower) is not None
        ]
        if written is None or written.lower is None or len(dated) < 5:
            continue
        latest, claim = max(dated, key=lambda pair: (pair[0], -pair[1].start))
        if days(latest, written.lower) > 3 * 366:
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(claim),
                [claim],
                written=written,
                latest=act_date(claim.slots),
                words=facts.words(claim),
            )
