"""What it does
    Looks for an honorific that stands twice before a name.

Why it is bad
    It is a slip of editing, and often the place where one name of a list was replaced by another.

Example
    "Mr. Mr. Ek presented his credentials".

Remedy
    Strike one, and check that the name is the right one.

Known misses
    Two different honorifics, which may both be due ("H.E. Mr.").
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import fold, squash
from comity.checking.wording import wording
from comity.model.record import Evidence, Finding

CODE = "C402"
NAME = "doubled-honorific"
SEVERITY: Final = "warning"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every honorific that is followed by itself."""
    for doc, document in facts.documents.items():
        for match in wording().honorifics.finditer(document.text):
            if fold(match["first"]) != fold(match["second"]):
                continue
            yield found(
                CODE,
                SEVERITY,
                next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
                [Evidence(doc=doc, span=match.span())],
                honorific=match["first"],
                words=squash(document.text[match.start() : match.end() + 30].split("\n")[0]),
            )
