"""A whole document to its claims: each item of a digest by itself."""

from __future__ import annotations

import msgspec

from comity.model.claim import Claim
from comity.model.document import Document
from comity.reading.cascade.reader import Reader
from comity.reading.claiming import Unread, claims_of
from comity.reading.digests import items
from comity.reading.frames.draft import Draft
from comity.reading.language import language
from comity.reading.waking import names_nobody

RULES = "2026.11"
"""The version of the rule set; part of every claim's identity."""


class Reading(msgspec.Struct, frozen=True):
    """What reading made of a document."""

    document: Document
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


def read(document: Document) -> Reading:
    """The claims of a document, in the order of their evidence, and the sentences that no frame could read.

    Deterministic: the same document gives the same claims with the same ids.
    """
    if names_nobody(document.text, language(document.language or "en").code):
        return Reading(document, (), ())
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for offset, item in items(document):
        told, missed = Reader(item).run()
        for draft in told if offset else ():
            draft.evidence = [(start + offset, end + offset) for start, end in draft.evidence]
        drafts.extend(told)
        unread.extend(
            Unread((one.span[0] + offset, one.span[1] + offset), one.triggers) if offset else one
            for one in missed
        )
    return Reading(document, tuple(claims_of(document, drafts, RULES)), tuple(unread))
