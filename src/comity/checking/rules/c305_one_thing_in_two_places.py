"""What it does
    Reports a visit, meeting, session, agreement or event that sources put in two places.

Why it is bad
    One source is wrong; or the event went on in two places and each tells half.

Example
    The third session met "in Lima" by one page, "in Riga" by another.

Remedy
    Look into the protocol or communiqué, and accept one or both.

Known misses
    Places that are named in ways which resolving does not know for one; missions, which move with
    capitals; an instrument that supplements or amends another.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.disputes import disputes, told
from comity.checking.facts import Facts
from comity.model.record import Finding

CODE = "C305"
NAME = "one-thing-in-two-places"
SEVERITY: Final = "warning"

_SLOTS = ("place", "places")


def check(facts: Facts) -> Iterator[Finding]:
    """Every two places of one record."""
    for one in disputes(facts, _SLOTS):
        if one.kind != "mission":  # embassies move with capitals
            yield told(facts, CODE, SEVERITY, one)
