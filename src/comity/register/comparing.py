"""Two documents of the register compared claim by claim."""

from __future__ import annotations

from collections.abc import Iterable

from comity.model.claim import Claim, State
from comity.register import models, queries
from comity.resolving.comparing import Comparison, compare

_SOME = 900
"""Ids in one statement: SQLite takes no more than a thousand values."""


def compared(a: queries.HeldDocument, b: queries.HeldDocument) -> Comparison:
    """What the later of two documents adds, drops and tells otherwise; what a person rejected counts in neither."""
    ours, theirs = counting(a), counting(b)
    dyads = {one.claim.id: one.dyad for one in (*ours, *theirs)}
    return compare(_claims(ours), _claims(theirs), dyads, _records_of(dyads))


def counting(document: queries.HeldDocument) -> list[queries.HeldClaim]:
    """The claims of a document that nobody rejected."""
    return [one for one in document.claims if one.decision != models.Claim.REJECTED]


def dyads_of(*documents: queries.HeldDocument) -> dict[str, tuple[State, ...]]:
    """The dyad of each claim of some documents, by its id."""
    return {one.claim.id: one.dyad for document in documents for one in document.claims}


def _claims(held: Iterable[queries.HeldClaim]) -> list[Claim]:
    return [one.claim for one in held]


def _records_of(claims: Iterable[str]) -> list[tuple[str, ...]]:
    """For each record that holds any of some claims, those of them that it holds."""
    wanted = sorted(set(claims))
    found: dict[str, list[str]] = {}
    link = models.Record.claims.through
    for first in range(0, len(wanted), _SOME):
        rows = link.objects.filter(claim_id__in=wanted[first : first + _SOME])
        for record, claim in rows.values_list("record_id", "claim_id"):
            found.setdefault(record, []).append(claim)
    return [tuple(sorted(ids)) for _, ids in sorted(found.items())]
