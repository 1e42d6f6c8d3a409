"""Parts of long lists, by filters: what programs page through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from comity.model.claim import State
from comity.model.record import Entity, Record
from comity.register import models, queries
from comity.register.models import Entry

Value = TypeVar("Value")
_PLAIN = {"sqlite": "BINARY", "postgresql": "C"}
"""The order of letters that knows no language, so that both databases list alike."""


@dataclass(frozen=True)
class Part(Generic[Value]):
    """A part of a list, and how long the whole is."""

    items: tuple[Value, ...]
    total: int


@dataclass(frozen=True)
class Asked:
    """Filters, each for any where it is not given.

    `dyad` are two states, also of larger groups that both belong to; `low` and `high` days as YYYYMMDD between which a
    thing must touch.
    """

    dyad: tuple[State, State] | None = None
    kind: str = ""
    doc: str = ""
    state: str = ""
    decision: str | None = None
    code: str = ""
    severity: str = ""
    dismissed: bool | None = None
    language: str = ""
    low: int | None = None
    high: int | None = None


def claims(asked: Asked, start: int, count: int) -> Part[queries.HeldClaim]:
    """Claims by document and place, rejected ones too."""
    rows = _of(models.Claim.objects.all(), asked, kind=asked.kind, document_id=asked.doc)
    if asked.decision is not None:
        rows = rows.filter(decision=asked.decision)
    if asked.low is not None or asked.high is not None:
        rows = rows.filter(pk__in=touching(asked.low, asked.high))
    return _part(rows.order_by(_plain("document_id"), "start", "id"), start, count, queries.held)


def records(asked: Asked, start: int, count: int) -> Part[Record]:
    """Records by id."""
    rows = _of(models.Record.objects.all(), asked, kind=asked.kind)
    if asked.low is not None or asked.high is not None:
        link = models.Record.claims.through.objects.filter(claim_id__in=touching(asked.low, asked.high))
        rows = rows.filter(pk__in=link.values("record_id"))
    return _part(rows.order_by("id"), start, count, queries.as_record)


def entities(asked: Asked, start: int, count: int) -> Part[tuple[Entity, str]]:
    """Entities by id, each with its identity across dyads."""
    rows = _of(models.Entity.objects.all(), asked, kind=asked.kind, state=asked.state)
    return _part(
        rows.order_by("id"), start, count, lambda row: (queries.as_entity(row), row.identity or row.id)
    )


def entity(ident: str) -> list[tuple[Entity, str]]:
    """The entity of an id, or all of an identity."""
    rows = models.Entity.objects.filter(Q(pk=ident) | Q(identity=ident)).order_by("id")
    return [(queries.as_entity(row), row.identity or row.id) for row in rows]


def documents(asked: Asked, start: int, count: int) -> Part[queries.DocumentSummary]:
    """Documents without their texts, the latest added first."""
    rows = models.Document.objects.defer("text", "original", "anchors").order_by("-added_at", _plain("id"))
    rows = rows.filter(language=asked.language) if asked.language else rows
    found = _part(rows, start, count, lambda row: row)
    held = models.Claim.objects.order_by().filter(document_id__in=[row.id for row in found.items])
    number = dict(held.values_list("document_id").annotate(Count("id")))
    return Part(
        tuple(
            queries.DocumentSummary(
                id=row.id, name=row.name, title=row.title, language=row.language, date=row.date,
                media_type=row.media_type, sha256=row.sha256, claims=number.get(row.id, 0), added_at=row.added_at,
                added_by=row.added_by,
            )
            for row in found.items
        ),
        found.total,
    )  # fmt: skip


def findings(asked: Asked, start: int, count: int) -> Part[queries.HeldFinding]:
    """Findings by code and id, each once."""
    rows = _of(models.Finding.objects.all(), asked, code=asked.code, severity=asked.severity)
    rows = _dismissed(rows, asked.dismissed)
    distinct = rows.order_by("code", "finding").values_list("code", "finding").distinct()
    ids = [finding for _, finding in distinct[start : start + count]]
    held = {one.finding.id: one for one in queries.findings_held(ids)}
    return Part(tuple(held[ident] for ident in ids), distinct.count())


@dataclass(frozen=True)
class FindingKey:
    """What a finding is sorted by; `dyad` is a dyad's key, empty for what stands in the text of one document."""

    id: str
    code: str
    severity: str
    dyad: str


def finding_keys(
    *, severity: str = "", code: str = "", dyad: str = "", dismissed: bool | None = None
) -> list[FindingKey]:
    """The findings of a filter, each once, by code and id."""
    columns = {"severity": severity, "code": code, "dyad_id": dyad}
    asked = {name: value for name, value in columns.items() if value}
    rows = _dismissed(models.Finding.objects.filter(**asked), dismissed).order_by(
        "code", "finding", "dyad_id"
    )
    found = {row[0]: row for row in rows.values_list("finding", "code", "severity", "dyad_id")}
    return [FindingKey(ident, code, severity, key or "") for ident, code, severity, key in found.values()]


def finding_choices() -> tuple[list[str], list[str]]:
    """The rules that found anything, and the keys of the dyads in which they did."""
    rows = models.Finding.objects.order_by()
    codes = rows.values_list("code", flat=True).distinct()
    dyads = rows.filter(dyad__isnull=False).values_list("dyad_id", flat=True).distinct()
    return sorted(codes), sorted(dyads)


def _of(rows: QuerySet, asked: Asked, **columns: str) -> QuerySet:
    """Rows of a dyad with some columns as they are asked for."""
    if asked.dyad is not None:
        both = models.Dyad.objects.filter(parties__state=asked.dyad[0]).filter(parties__state=asked.dyad[1])
        rows = rows.filter(dyad__in=list(both.values_list("pk", flat=True)))
    return rows.filter(**{name: value for name, value in columns.items() if value})


def _dismissed(rows: QuerySet, wanted: bool | None) -> QuerySet:
    """Of rows of findings those that somebody dismissed, or that nobody did; all where it is not asked."""
    if wanted is None:
        return rows
    standing = models.Dismissal.objects.order_by().filter(undone_at__isnull=True).values("finding")
    return rows.filter(finding__in=standing) if wanted else rows.exclude(finding__in=standing)


def touching(low: int | None, high: int | None) -> QuerySet:
    """The claims that touch the days between two, which are given as YYYYMMDD."""
    rows = Entry.objects.filter(sort=Entry.CLAIM)
    if low is not None:
        rows = rows.filter(high__gte=low)
    if high is not None:
        rows = rows.filter(low__lte=high)
    return rows.values("ref")


def _plain(column: str) -> Any:
    from django.db.models.functions import Collate

    return Collate(F(column), _PLAIN[connection.vendor])


def _part(rows: QuerySet, start: int, count: int, value: Callable[[Any], Value]) -> Part[Value]:
    found: Sequence[Any] = rows[start : start + count]
    return Part(tuple(value(row) for row in found), rows.count())
