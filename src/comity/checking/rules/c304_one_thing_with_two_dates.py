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
    were done twice because relations were broken in between; two dates of relations or missions in
    one document, mostly steps of one act; terms without an end within one document, mostly of two
    ranks; dates before a state existed, which C208 reports.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.disputes import DATES, acts_done_once, disputes
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C304"
NAME = "one-thing-with-two-dates"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every two dates of one thing that exclude each other."""
    for one in (*disputes(facts, DATES), *acts_done_once(facts)):
        yield found(
            CODE,
            SEVERITY,
            one.dyad,
            [one.first_claim, one.second_claim],
            kind=one.kind,
            first=one.first,
            second=one.second,
            first_words=facts.words(one.first_claim),
            second_words=facts.words(one.second_claim),
            first_doc=one.first_claim.doc,
            second_doc=one.second_claim.doc,
        )
