"""Whether a sentence may name a company at all, which most that tell of opening and signing do not."""

from __future__ import annotations

from comity.reading.frames.business.known import names_known
from comity.reading.frames.business.named import called_company, is_maker_by_title
from comity.reading.sentence import Sentence, has_class
from comity.reading.units import Unit

_NAMED = frozenset({"quoted", "organisation", "body", "actor"})
"""Kinds of unit that may be names of companies."""


def may_name_company(sentence: Sentence) -> bool:
    """Whether a sentence has a word for a company, a quoted name or the name of a known company."""
    known = sentence.hints.get("may name a company")
    if known is None:
        known = (
            has_class(sentence, "company")
            or has_class(sentence, "airline")
            or any(_may_be_company(sentence, unit) for unit in sentence.units if unit.kind in _NAMED)
            or names_known(sentence)
        )
        sentence.hints["may name a company"] = known
    return known


def _may_be_company(sentence: Sentence, unit: Unit) -> bool:
    kind, company = unit.kind, sentence.language.words["company"]
    if kind == "quoted":
        return True
    if kind == "organisation":
        return any(sentence.language.key(word.strip("().,")) in company for word in unit.text.split())
    if kind == "body":
        return unit.value.head.lower() in company or any(quote in unit.text for quote in '«"“„')
    return called_company(sentence, unit) is not None or is_maker_by_title(sentence, unit)
