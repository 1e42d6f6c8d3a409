"""What it does
    Compares the number of agreements or sessions that a document states with those that it names,
    and reports fewer named than stated, where it names at least two and a tenth of them.

Why it is bad
    The rest are not told: whoever needs the legal base or the commission's history must look
    elsewhere.

Example
    "The legal base is made up of eighteen documents", of which the page names seven.

Remedy
    Add the list of all of them, or say where it is published.

Known misses
    A document that names none, only one or a small part makes no list and is not reported.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.counted import counted
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C302"
NAME = "fewer-listed-than-stated"
SEVERITY: Final = "info"
SCOPE: Final = "document"

_PART = 10
"""Of so many stated at least one must be named for the document to list them at all."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every number above what its document names, where what it names makes a list."""
    for one in counted(facts):
        if max(2, one.stated / _PART) <= len(one.listed) < one.stated:
            yield found(
                CODE,
                SEVERITY,
                one.dyad,
                [one.count, *one.listed],
                what=one.what,
                stated=one.stated,
                listed=len(one.listed),
                missing=one.stated - len(one.listed),
                words=facts.words(one.count),
                last_words=facts.words(one.listed[-1], -1),
            )
