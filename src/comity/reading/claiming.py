"""Drafts of claims into claims, each with its id; what else was read of relations, and what was not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate

import msgspec

from comity.model.claim import Claim, Span, claim_id
from comity.model.codec import slots_of
from comity.model.document import Document
from comity.reading.confidence import confidence
from comity.reading.frames.draft import Draft


class Unread(msgspec.Struct, frozen=True):
    """A sentence that speaks of relations and that no frame could read: where, and the words that make it so."""

    span: Span
    triggers: tuple[str, ...]


def distinct(drafts: list[Draft]) -> list[Draft]:
    """Drafts of one sentence without those that say no more than another of their kind."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(other.kind == draft.kind and draft.slots.items() <= other.slots.items() for other in kept):
            continue
        kept = [
            other
            for other in kept
            if not (other.kind == draft.kind and other.slots.items() <= draft.slots.items())
        ]
        kept.append(draft)
    return kept


def without_told(unread: list[Unread], drafts: list[Draft]) -> list[Unread]:
    """The unread sentences without those that say more of a claim told elsewhere and are evidence of it."""
    told = sorted(span for draft in drafts for span in draft.evidence)
    starts = [start for start, _ in told]
    reach = list(accumulate((end for _, end in told), max))
    return [
        one
        for one in unread
        if not (before := bisect_left(starts, one.span[1])) or reach[before - 1] <= one.span[0]
    ]


def claims_of(document: Document, drafts: list[Draft], rules: str) -> list[Claim]:
    """The claims that a rule set made of drafts, in order.

    The list is used up: each draft of a long document goes as its claim comes.
    """
    whys: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: list[Claim] = []
    drafts.sort(key=lambda d: (d.evidence[0], d.kind))
    drafts.reverse()
    here: tuple[Span, str] | None = None
    alike: Counter[tuple[Span, ...]] = Counter()
    while drafts:
        draft = drafts.pop()
        evidence, why = tuple(draft.evidence), tuple(draft.why)
        if any(not document.text[start:end].strip() for start, end in evidence):
            continue
        if here != (evidence[0], draft.kind):
            here = evidence[0], draft.kind
            alike.clear()
        found.append(
            Claim(
                id=claim_id(document.sha256, draft.kind, evidence, rules, alike[evidence]), doc=document.id,
                kind=draft.kind, evidence=evidence, slots=slots_of(draft.kind, draft.slots),
                confidence=confidence(draft), reader=rules, why=whys.setdefault(why, why),
            )
        )  # fmt: skip
        alike[evidence] += 1
    return found
