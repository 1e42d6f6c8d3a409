"""What of several documents is one thing, for comparing them."""

from __future__ import annotations

from collections.abc import Iterable

from comity.register import models

_SOME = 900
"""Ids in one statement: SQLite takes no more than a thousand values."""


def records_of(claims: Iterable[str]) -> list[tuple[str, ...]]:
    """For each record that holds any of some claims, those of them that it holds."""
    wanted = sorted(set(claims))
    found: dict[str, list[str]] = {}
    link = models.Record.claims.through
    for first in range(0, len(wanted), _SOME):
        rows = link.objects.filter(claim_id__in=wanted[first : first + _SOME])
        for record, claim in rows.values_list("record_id", "claim_id"):
            found.setdefault(record, []).append(claim)
    return [tuple(sorted(ids)) for _, ids in sorted(found.items())]
