"""What it does
    Counts characters that were lost when the document was saved (U+FFFD), and runs of letters that
    a wrong encoding has made of Cyrillic or of quotation marks.

Why it is bad
    Names and quotations are damaged, searches miss them, and a lost dash may be a lost minus.

Example
    "About the Mali�Swedish relations".

Remedy
    Get the document again from its source, in its own encoding.

Known misses
    Question marks in place of letters; letters that were left out altogether.
"""

import re
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import around
from comity.model.record import Evidence, Finding

CODE = "C406"
NAME = "lost-characters"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_LOST = re.compile("\ufffd|(?:[ÐÑ][\u0080-\u00bf]){3,}|â€[\u0080-\uffff]")
_REACH = 25


def check(facts: Facts) -> Iterator[Finding]:
    """Every document with lost characters, once, pointing at the first of them."""
    for doc, document in facts.documents.items():
        matches = list(_LOST.finditer(document.text))
        if not matches:
            continue
        first = matches[0]
        yield found(
            CODE,
            SEVERITY,
            next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
            [Evidence(doc=doc, span=match.span()) for match in matches],
            number=len(matches),
            words=around(document.text, first.span(), _REACH),
        )
