"""What it does
    Reports spans of years in brackets whose second year is before the first, and tenures whose
    credentials come before the appointment or whose end comes before appointment, credentials or
    term.

Why it is bad
    One of the dates is wrong, mostly by a digit, and the reader could not tell it for a span at
    all.

Example
    "Ambassador J. Smit (2008–2004)".

Remedy
    Correct the date by the appointment or the letters of credence.

Known misses
    Spans written in words; a wrong date that still comes after the first.
"""

import re
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import squash
from comity.model.claim import Tenure
from comity.model.edtf import Date
from comity.model.record import Evidence, Finding

CODE = "C203"
NAME = "ends-before-it-begins"
SEVERITY: Final = "error"
SCOPE: Final = "document"

_SPAN = re.compile(
    r"\((?:[^\W\d_]+\.?\s+)?(?P<first>1[5-9]\d\d|20\d\d)\s*[-–—]\s*(?:[^\W\d_]+\.?\s+)?(?P<last>1[5-9]\d\d|20\d\d)(?:\s*[^\W\d_]{1,4}\.?)?\)"
)
_ORDER = (("appointed", "credentials"), ("appointed", "left"), ("credentials", "left"), ("date", "left"))


def check(facts: Facts) -> Iterator[Finding]:
    """Every span of years that runs backwards, and every tenure whose dates are out of order."""
    for doc, document in facts.documents.items():
        dyad = next((facts.dyad(claim) for claim in facts.of_doc(doc)), ())
        for match in _SPAN.finditer(document.text):
            if int(match["last"]) < int(match["first"]):
                start = max(0, document.text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
                yield found(
                    CODE,
                    SEVERITY,
                    dyad,
                    [Evidence(doc=doc, span=match.span())],
                    first=match["first"],
                    last=match["last"],
                    words=squash(document.text[start : match.end()]),
                )
    for claim in facts.of_kind("tenure"):
        slots = claim.slots
        if not isinstance(slots, Tenure):
            continue
        for earlier, later in _ORDER:
            first, last = getattr(slots, earlier), getattr(slots, later)
            if first is not None and last is not None and Date.after(first.start or first, last):
                yield found(
                    CODE,
                    SEVERITY,
                    facts.dyad(claim),
                    [claim],
                    first=first,
                    last=last,
                    words=facts.words(claim),
                )
                break
