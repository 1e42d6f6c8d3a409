"""What it does
    Adds up the parts that a sentence lists of a number, a sum of trade, investment or aid. They must
    not make more than it, nor less where the list says that it is all ("40 agreements: 12 and 28").

Why it is bad
    The whole or one of its parts is wrong, or something was counted twice.

Example
    "There are 40 agreements: 12 between governments and 30 between ministries."

Remedy
    Add up again, and name what the list leaves out.

Known misses
    Lists over several lines or sentences; items with two numbers or with numbers in words; numbers said to
    be approximate. Exports and imports are the matter of C101, percentages of C111.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.listed import Listed, listed
from comity.model.record import Finding

CODE = "C112"
NAME = "parts-do-not-make-the-whole"
SEVERITY: Final = "warning"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every list whose parts add up to more than the whole, or a complete one whose parts are less."""
    for one in listed(facts):
        if _wrong(one):
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(one.claim),
                [one.place],
                total=f"{one.totals[-1]:.15g}",
                whole=f"{one.whole.values[-1]:.15g}",
                words=facts.quoted(one.place),
            )


def _wrong(one: Listed) -> bool:
    """Whether no reading of the marks fits; parts far from the whole are parts of something else."""
    whole = one.whole.values[-1]
    if any(abs(total - whole) <= one.slack for total in one.totals):
        return False
    total = one.totals[-1]
    return whole < total < 2 * whole if total > whole else one.complete and total > whole / 2
