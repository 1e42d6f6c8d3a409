"""Shares of trade as texts tell them: percentages in the sentences around figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.checking.facts import Facts
from comity.checking.texts import sentence
from comity.checking.wording import wording
from comity.model.claim import Claim
from comity.model.record import Evidence

_SHARE = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d+)?)\s?(?:%|per ?cent\b|процент\w*)")


@dataclass(frozen=True)
class Shares:
    """The percentages of one sentence that tells shares of a whole; `sides` where they are of exports and imports."""

    claim: Claim
    place: Evidence
    percents: tuple[float, ...]
    sides: bool


def shares(facts: Facts) -> Iterator[Shares]:
    """Sentences that tell a figure of trade and two shares or more, each sentence once.

    Left out are those that speak of growth, whose percentages are of something else, and of several years.
    """
    seen: set[tuple[str, int]] = set()
    for claim in facts.of_kind("trade"):
        document = facts.documents.get(claim.doc)
        if document is None:
            continue
        start, end = sentence(document.text, *claim.evidence[-1])
        if (claim.doc, start) in seen:
            continue
        seen.add((claim.doc, start))
        text, it = document.text[start:end], wording()
        found = tuple(float(match["number"].replace(",", ".")) for match in _SHARE.finditer(text))
        if len(found) < 2 or not it.share.search(text) or it.rise.search(text) or it.fall.search(text):
            continue
        sides = len(found) == 2 and bool(it.exports.search(text)) and bool(it.imports.search(text))
        yield Shares(claim, Evidence(doc=claim.doc, span=(start, end), claim=claim.id), found, sides)
