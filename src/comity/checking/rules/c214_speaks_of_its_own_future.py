"""What it does
    Compares what a document tells as done with the day it was written.

Why it is bad
    A document cannot report what has not happened: its date or the act's is wrong, or a plan is
    told as a fact.

Example
    A page of March 2006: "In October 2007 the president visited …".

Remedy
    Correct the date; tell a plan as a plan.

Known misses
    Documents without a date; pages that were changed after the date they bear.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.times import act_date, vague
from comity.model.record import Finding

CODE = "C214"
NAME = "speaks-of-its-own-future"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_PLANS = ("cooperation", "count")


def check(facts: Facts) -> Iterator[Finding]:
    """Every act told as done that certainly begins after the document was written; drafts are plans."""
    for claim in facts.claims:
        written, date = facts.written(claim.doc), act_date(claim.slots)
        if written is None or date is None or claim.kind in _PLANS or vague(date):
            continue
        start = date.start
        if getattr(claim.slots, "status", None) == "draft" or start is None or not start.after(written):
            continue
        yield found(
            CODE,
            SEVERITY,
            facts.dyad(claim),
            [claim],
            kind=claim.kind,
            act=date,
            written=written,
            words=facts.words(claim),
        )
