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

from comity.checking.disputes import disputes, told
from comity.checking.facts import Facts
from comity.model.record import Finding

CODE = "C306"
NAME = "one-thing-of-two-ranks"
SEVERITY: Final = "warning"

_SLOTS = ("type", "level", "form", "act", "status")


def check(facts: Facts) -> Iterator[Finding]:
    """Every two ranks of one record."""
    for one in disputes(facts, _SLOTS):
        yield told(facts, CODE, SEVERITY, one, slot=one.slot)
