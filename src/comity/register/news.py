"""When the register learnt of what it tells: for feeds, calendars and conditional requests."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Count, Max

from comity.model.claim import State
from comity.register import models, queries

Times = tuple[datetime.datetime, datetime.datetime]
"""When the register learnt of a claim, and when it or what people decided about it last changed, in UTC."""
_BEGINNING = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def known(a: State, b: State) -> dict[str, Times]:
    """The times of every claim that counts between two states, by its id."""
    dyads = models.Dyad.objects.filter(parties__state=a).filter(parties__state=b)
    rows = (
        models.Claim.objects.order_by()
        .exclude(decision=models.Claim.REJECTED)
        .filter(dyad__in=[one.pk for one in dyads])
        .annotate(acted=Max("decisions__at"), undone=Max("decisions__undone_at"))
        .values_list("pk", "since", "document__added_at", "acted", "undone")
    )
    found = {}
    for claim, since, added, acted, undone in rows:
        learnt = since or added
        found[claim] = (learnt, max(one for one in (learnt, acted, undone) if one is not None))
    return found


def changed() -> datetime.datetime:
    """When the register last changed; 1970 where it never did."""
    asked = (
        (models.Document, ("added_at", "reread_at")),
        (models.Decision, ("at", "undone_at")),
        (models.Judgement, ("at", "undone_at")),
        (models.Dismissal, ("at", "undone_at")),
    )
    times = [
        time
        for table, names in asked
        for time in table.objects.aggregate(*(Max(name) for name in names)).values()
        if time is not None
    ]
    return max(times, default=_BEGINNING)


def told_of(documents: Iterable[str]) -> dict[str, list[tuple[tuple[State, ...], int]]]:
    """The dyads that documents tell of, by document, with the number of claims that count, most first."""
    rows = (
        models.Claim.objects.order_by()
        .exclude(decision=models.Claim.REJECTED)
        .filter(document__in=list(documents), dyad__isnull=False)
        .values_list("document_id", "dyad_id")
        .annotate(Count("id"))
    )
    found: dict[str, list[tuple[tuple[State, ...], int]]] = {}
    for doc, key, claims in sorted(rows, key=lambda row: (-row[2], row[1])):
        found.setdefault(doc, []).append((queries.dyad_of_key(key), claims))
    return found
