"""What people decided about records and entities, for resolving.

A judgement touches only the dyads of its sides, and those of judgements that share a side with it: what is made of
a dyad again needs these and no others.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, Q, QuerySet

from comity.register import models
from comity.resolving import Judgement, Side


def touching(claims: Iterable[str], known_at: datetime.datetime | None = None) -> list[Judgement]:
    """The judgements that bear on some claims, first to last; as they stood at a time."""
    if not standing(known_at).exists():
        return []
    found: set[int] = set()
    fresh = set(claims)
    seen: set[str] = set()
    while fresh:
        seen |= fresh
        numbers: set[int] = set()
        for some in _some(sorted(fresh)):
            rows = models.Side.objects.order_by().filter(claim_id__in=some)
            numbers |= set(rows.values_list("judgement_id", flat=True))
        numbers -= found
        found |= numbers
        rows = models.Side.objects.order_by().filter(judgement_id__in=numbers, claim__isnull=False)
        fresh = set(rows.values_list("claim_id", flat=True)) - seen
    rows = standing(known_at).filter(pk__in=found).prefetch_related(Prefetch("sides", _sides()))
    return [_as_judgement(row, known_at) for row in rows]


def standing(known_at: datetime.datetime | None = None) -> QuerySet:
    """The judgements that hold: made and not undone, today or at a time."""
    rows = models.Judgement.objects.order_by("id")
    if known_at is None:
        return rows.filter(undone_at__isnull=True)
    return rows.filter(at__lte=known_at).filter(Q(undone_at__isnull=True) | Q(undone_at__gt=known_at))


def dismissed(known_at: datetime.datetime | None = None) -> set[str]:
    """The ids of the findings that people dismissed, as it stood at a time."""
    rows = models.Dismissal.objects.order_by()
    if known_at is None:
        rows = rows.filter(undone_at__isnull=True)
    else:
        rows = rows.filter(at__lte=known_at).exclude(undone_at__lte=known_at)
    return set(rows.values_list("finding", flat=True))


def _sides() -> QuerySet:
    """Sides in their order, with the times of their claims and nothing else of these."""
    rows = models.Side.objects.order_by("id").select_related("claim")
    return rows.only("judgement_id", "group", "slot", "index", "claim__since", "claim__until")


def _as_judgement(row: models.Judgement, known_at: datetime.datetime | None) -> Judgement:
    """A judgement as resolving takes it; sides whose claims are gone, or did not hold at the time, say nothing."""
    groups: dict[int, list[Side]] = {}
    for side in row.sides.all():
        if side.claim is not None and side.claim.held_at(known_at):
            groups.setdefault(side.group, []).append(Side(side.claim_id, side.slot, side.index))
    said = f"{row.by} decided on {row.at:%Y-%m-%d} that "
    said += "these are one" if row.act == models.Judgement.MERGE else "these are not one with others"
    return Judgement(
        about=row.about,
        groups=tuple(tuple(sides) for _, sides in sorted(groups.items())),
        words=f"{said} ({row.reason})" if row.reason else said,
    )


def _some(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(ids), 900):
        yield ids[first : first + 900]
