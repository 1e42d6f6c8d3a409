"""Which claim stands in the place of which, where documents were read again: told from the times of both.

Nothing is kept for it. The claims of a document that one reading replaced and those that it made are paired as that
reading paired them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from comity.register import models, queries, rereading


@dataclass(frozen=True)
class Replaced:
    """That newer rules read `after` at a time; `before` is in whose place it stands, `None` where it was new.

    `by` is who read the document again, empty where it was read once more since.
    """

    at: datetime.datetime
    by: str
    after: str
    before: queries.HeldClaim | None


def replaced(claims: Iterable[str]) -> list[Replaced]:
    """What some claims took the place of, and these in their time, the latest first; none of a first reading."""
    found: list[Replaced] = []
    wanted = set(claims)
    while wanted:
        rows = models.Claim.ever.filter(pk__in=wanted, since__isnull=False).order_by("id")
        again = _reread_by({row.document_id for row in rows})
        wanted = set()
        for row in rows:
            before = next((old for old, new in _replacing(row.document_id, row.since) if new == row.id), None)
            by = again[row.document_id].get(row.since, "")
            found.append(Replaced(at=row.since, by=by, after=row.id, before=before))
            wanted |= {before.claim.id} if before is not None else set()
    return sorted(found, key=lambda one: (one.at, one.after), reverse=True)


def successor(claim_id: str) -> str | None:
    """The claim of today that stands in the place of one that was replaced; `None` where none does."""
    row = models.Claim.ever.filter(pk=claim_id).first()
    while row is not None and row.until is not None:
        pairs = _replacing(row.document_id, row.until)
        after = next((new for old, new in pairs if old.claim.id == row.id), None)
        row = models.Claim.ever.filter(pk=after).first() if after is not None else None
    return row.id if row is not None else None


def _reread_by(docs: set[str]) -> dict[str, dict[datetime.datetime, str]]:
    rows = models.Document.objects.order_by().filter(pk__in=docs)
    return {doc: {at: by} for doc, at, by in rows.values_list("id", "reread_at", "reread_by")}


def _replacing(doc: str, time: datetime.datetime) -> list[tuple[queries.HeldClaim, str | None]]:
    """The claims of a document that a reading at a time replaced, with those that took their place."""
    rows = models.Claim.ever.filter(document_id=doc)
    old = [queries.held(row) for row in rows.filter(until=time)]
    return [
        (held, new.id if new is not None else None)
        for held, new in rereading.pairs(old, [queries.as_read(row) for row in rows.filter(since=time)])
    ]
