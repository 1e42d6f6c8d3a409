"""What it does
    Compares the number of agreements or sessions that a document states with those that it names,
    and reports more named than stated.

Why it is bad
    The number is out of date or the list holds something that does not belong there; both will be
    quoted.

Example
    "Three sessions of the commission have been held", followed by four dates.

Remedy
    Count again, and say on which day the count was made.

Known misses
    Numbers in words of general praise ("dozens of agreements"); one agreement named under two names
    counts twice, so up to two agreements more are let pass; numbers said to be approximate.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.counted import counted
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C301"
NAME = "more-listed-than-stated"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_LET_PASS = {"agreements": 2, "sessions": 0}


def check(facts: Facts) -> Iterator[Finding]:
    """Every exact number below what its document names."""
    for one in counted(facts):
        if not one.about and len(one.listed) > one.stated + _LET_PASS[one.what]:
            yield found(
                CODE,
                SEVERITY,
                one.dyad,
                [one.count, *one.listed],
                what=one.what,
                stated=one.stated,
                listed=len(one.listed),
                words=facts.words(one.count),
                last_words=facts.words(one.listed[-1], -1),
            )
