"""Rows of what is made of claims: which are of some dyads, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q

from comity.model import codec
from comity.model.claim import KINDS, Slots
from comity.model.record import Finding, Record
from comity.register import models
from comity.resolving.rules import RULES


def of(keys: Sequence[str | None]) -> Q:
    """Rows of some dyads, `None` among them for rows of none."""
    named = Q(dyad_id__in=[key for key in keys if key is not None])
    return named | Q(dyad_id__isnull=True) if None in keys else named


def chunks(things: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Things in their order, so many at a time."""
    for first in range(0, len(things), size):
        yield things[first : first + size]


def hold_records(found: Sequence[tuple[Record, str | None]]) -> None:
    """Write records with their dyads' keys and the links to their claims."""
    models.Record.objects.bulk_create(
        [
            models.Record(
                id=record.id,
                dyad_id=key,
                kind=record.kind,
                date=_date(record.kind, record.slots),
                data=codec.plain(record),
            )
            for record, key in found
        ],
        batch_size=500,
    )
    link = models.Record.claims.through
    link.objects.bulk_create(
        [link(record_id=record.id, claim_id=claim) for record, _ in found for claim in record.claims],
        batch_size=1000,
    )


def hold_findings(
    found: Iterable[tuple[Finding, str | None]], document: models.Document | None = None
) -> None:
    """Write findings with their dyads' keys; `document` is that of rules of the text alone."""
    models.Finding.objects.bulk_create(
        [
            models.Finding(
                document=document,
                finding=finding.id,
                dyad_id=key,
                code=finding.code,
                severity=finding.severity,
                data=codec.plain(finding),
            )
            for finding, key in found
        ],
        batch_size=500,
    )


def _date(kind: str, slots: Slots) -> str:
    """The date by which a record is ordered."""
    return str(getattr(slots, RULES[kind].date) or "") if kind in KINDS else ""
