"""What it does
    Looks in a document for two acronyms of six letters or more that differ in one letter.

Why it is bad
    One of them is a slip, often of transliteration, and the body will be registered twice.

Example
    "trained at KORTEFA … with the support of CORTEFA".

Remedy
    Use the body's own spelling.

Known misses
    Shorter acronyms, where one letter makes another body; acronyms that differ in the last letter,
    which may be an ending.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.acronyms import acronyms
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import around
from comity.model.record import Evidence, Finding

CODE = "C404"
NAME = "acronym-spelled-two-ways"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_REACH = 40


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of long acronyms one letter apart, the last letter aside."""
    for doc, document in facts.documents.items():
        found_here = acronyms(document.text)
        for one, other in combinations(sorted(found_here, key=lambda name: found_here[name]), 2):
            apart = sum(a != b for a, b in zip(one, other, strict=False))
            if len(one) != len(other) or len(one) < 6 or one[-1] != other[-1] or apart != 1:
                continue
            spans = found_here[one], found_here[other]
            yield found(
                CODE,
                SEVERITY,
                next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
                [Evidence(doc=doc, span=span) for span in spans],
                first=one,
                second=other,
                first_words=around(document.text, spans[0], _REACH),
                second_words=around(document.text, spans[1], _REACH),
            )
