"""The table of office holders in the register, and what checking takes besides claims."""

from __future__ import annotations

from collections.abc import Iterable

from comity.checking import Holder
from comity.checking.holders import Table
from comity.model.claim import State
from comity.model.edtf import Date
from comity.model.record import Evidence
from comity.register import models


def holders() -> list[Holder]:
    """The table of office holders, in its order; empty where none was imported."""
    return [
        Holder(state=row.state, offices=tuple(row.offices), names=tuple(row.names), date=Date.parse(row.date))
        for row in models.Holder.objects.all()
    ]


def table() -> Table:
    """The table for looking people up; made once for all the dyads that are checked."""
    return Table(holders())


def unread(docs: Iterable[str]) -> list[Evidence]:
    """The sentences of documents that reading could make nothing of."""
    rows = models.Document.objects.order_by().filter(pk__in=set(docs)).values_list("id", "unread")
    return [Evidence(doc=doc, span=(start, end)) for doc, runs in rows for start, end in runs]


def about(docs: Iterable[str]) -> dict[str, tuple[State, ...]]:
    """The pair of states that each document is mostly about, by its claims as they were read."""
    rows = models.Document.objects.order_by().filter(pk__in=set(docs)).values_list("id", "states")
    return {doc: tuple(states) for doc, states in rows if states}


def hold(given: Iterable[Holder]) -> None:
    """Write a table in the place of the one held; nothing is checked again by this."""
    models.Holder.objects.all().delete()
    models.Holder.objects.bulk_create(
        [
            models.Holder(
                state=one.state, offices=list(one.offices), names=list(one.names), date=str(one.date)
            )
            for one in given
        ],
        batch_size=500,
    )
