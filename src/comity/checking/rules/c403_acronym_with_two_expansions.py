"""What it does
    Compares the names behind which a document puts one acronym in brackets, and reports two that
    are not the same.

Why it is bad
    One of the names is wrong, or the acronym stands for two bodies and cannot be searched for.

Example
    "Central Asian Trade Office (CATO)" and, further down, "Central African Trade Office (CATO)".

Remedy
    Use the official name, once in full, and another acronym for another body.

Known misses
    Acronyms that are not made of first letters; names that differ only in endings.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.acronyms import Expansion, expansions
from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import edits, squash
from comity.model.record import Evidence, Finding

CODE = "C403"
NAME = "acronym-with-two-expansions"
SEVERITY: Final = "warning"
SCOPE: Final = "document"


def check(facts: Facts) -> Iterator[Finding]:
    """Every acronym's first expansion beside each other one of the document."""
    for doc, document in facts.documents.items():
        first: dict[str, Expansion] = {}
        told: set[tuple[str, ...]] = set()
        for one in expansions(document.text):
            other = first.setdefault(one.acronym, one)
            if not _differ(one, other) or one.words in told:
                continue
            told.add(one.words)
            yield found(
                CODE,
                SEVERITY,
                next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
                [Evidence(doc=doc, span=other.span), Evidence(doc=doc, span=one.span)],
                acronym=one.acronym,
                first_words=squash(document.text[slice(*other.span)]),
                second_words=squash(document.text[slice(*one.span)]),
            )


def _differ(one: Expansion, other: Expansion) -> bool:
    """Whether some word of one is not the other's in another form (Содружество, Содружества)."""
    return any(
        a[:4] != b[:4] or edits(a, b) > max(3, len(a) // 2)
        for a, b in zip(one.words, other.words, strict=True)
    )
