"""What it does
    Reports a visit, agreement, session or other act that sources date differently, so that both
    cannot be right; also relations established, an embassy opened and cities twinned on two dates.

Why it is bad
    One source is wrong, and dates are what is quoted first. Neither is preferred here.

Example
    One page: relations established on 4 May 1992; another: on 14 May 1992.

Remedy
    Look into the document itself (protocol, note, communiqué), and accept one.

Known misses
    Dates of which one is within the other (a year and one of its days) do not disagree; acts that
    were done twice because relations were broken in between, or a state was occupied and restored;
    two dates of relations or missions in one document, mostly steps of one act; two recognitions
    more than five years apart; terms without an end within one document, mostly of two ranks; dates
    before a state existed, which C208 reports.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.disputes import DATES, acts_done_once, disputes, told
from comity.checking.facts import Facts
from comity.model.record import Finding

CODE = "C304"
NAME = "one-thing-with-two-dates"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every two dates of one thing that exclude each other."""
    for one in (*disputes(facts, DATES), *acts_done_once(facts)):
        yield told(facts, CODE, SEVERITY, one)
