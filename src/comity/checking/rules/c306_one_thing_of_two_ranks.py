"""What it does
    Reports a visit, mission, body or agreement to which sources give two types: an official and a
    working visit, an embassy and a legation.

Why it is bad
    Rank is what protocol goes by; one source is wrong.

Example
    "State visit" by one page, "working visit" by another, on one day.

Remedy
    Take the rank from the programme of the host.

Known misses
    Ranks that are told only in words that no slot holds.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.disputes import disputes
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C306"
NAME = "one-thing-of-two-ranks"
SEVERITY: Final = "warning"

_SLOTS = ("type", "level", "form", "act", "status")


def check(facts: Facts) -> Iterator[Finding]:
    """Every two ranks of one record."""
    for one in disputes(facts, _SLOTS):
        yield found(
            CODE,
            SEVERITY,
            one.dyad,
            [one.first_claim, one.second_claim],
            kind=one.kind,
            slot=one.slot,
            first=one.first,
            second=one.second,
            first_words=facts.words(one.first_claim),
            second_words=facts.words(one.second_claim),
            first_doc=one.first_claim.doc,
            second_doc=one.second_claim.doc,
        )
