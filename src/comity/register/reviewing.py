"""What waits for a person's word: the queue of claims, the surest last, and how far it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from comity.register import models, queries, versions

UNDECIDED, DECIDED, ALL = "undecided", "decided", "all"
STATES = (UNDECIDED, DECIDED, ALL)

ORDER = ("confidence", "document_id", "start", "id")
"""The order of the queue: the claims that reading is least sure of first."""


@dataclass(frozen=True)
class Filter:
    """Which claims are asked for; empty for any. `dyad` is a dyad's key."""

    dyad: str = ""
    kind: str = ""
    doc: str = ""
    state: str = UNDECIDED


@dataclass(frozen=True)
class Waiting:
    """A claim of the queue with the version that somebody looks at."""

    held: queries.HeldClaim
    version: str


@dataclass(frozen=True)
class Progress:
    """How many claims of a filter there are and how many are decided."""

    all: int
    decided: int


def queue(wanted: Filter) -> QuerySet:
    """The claims of a filter in the order of the queue, as rows; `waiting` makes values of them."""
    return _of_state(_of(wanted), wanted.state).order_by(*ORDER)


def waiting(rows: Iterable[models.Claim]) -> list[Waiting]:
    """Rows of the queue as values."""
    return [Waiting(queries.held(row), versions.of_claim(row)) for row in rows]


def one(claim: str) -> Waiting | None:
    """A claim with its version; `None` where none has the id."""
    return next(iter(waiting(models.Claim.objects.filter(pk=claim))), None)


def progress(wanted: Filter) -> Progress:
    """How far the claims of a filter are decided, whatever state it asks for."""
    rows = _of(wanted).order_by()
    return Progress(all=rows.count(), decided=rows.exclude(decision="").count())


def beside(claim: str, wanted: Filter) -> tuple[str, str]:
    """The ids of the claims before and after one in the queue; empty where it ends. The claim itself need not
    be in it any more.
    """
    row = models.Claim.objects.filter(pk=claim).first()
    if row is None:
        return "", ""
    rows = queue(wanted).exclude(pk=claim)
    after = rows.filter(_beyond(row, "gt")).values_list("id", flat=True).first()
    before = rows.filter(_beyond(row, "lt")).reverse().values_list("id", flat=True).first()
    return before or "", after or ""


def choices(wanted: Filter) -> dict[str, list[tuple[str, int]]]:
    """What may be chosen in each filter, the others kept, with the number of claims."""
    found = {}
    for name, column in (("dyad", "dyad_id"), ("kind", "kind"), ("doc", "document_id")):
        others = Filter(**{**{key: getattr(wanted, key) for key in ("dyad", "kind", "doc")}, name: ""})
        rows = _of_state(_of(others), wanted.state).order_by()
        counted = rows.values_list(column).annotate(Count("id"))
        found[name] = sorted((key, number) for key, number in counted if key)
    return found


def _of(wanted: Filter) -> QuerySet:
    rows = models.Claim.objects.all()
    if wanted.dyad:
        rows = rows.filter(dyad_id=wanted.dyad)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    return rows.filter(document_id=wanted.doc) if wanted.doc else rows


def _of_state(rows: QuerySet, state: str) -> QuerySet:
    if state == ALL:
        return rows
    return rows.exclude(decision="") if state == DECIDED else rows.filter(decision="")


def _beyond(row: models.Claim, way: str) -> Q:
    """The rows after (`gt`) or before (`lt`) one in the order of the queue."""
    found, same = Q(), Q()
    for column in ORDER:
        found |= same & Q(**{f"{column}__{way}": getattr(row, column)})
        same &= Q(**{column: getattr(row, column)})
    return found
