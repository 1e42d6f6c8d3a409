"""Whether a register is whole: its file, its documents, its claims with their words, and what is made of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec
from django.db import connection

from comity.checking import check
from comity.model import codec
from comity.register import derived, holding, judgements, models, queries, transactions
from comity.register.searching import index
from comity.resolving import resolve


@dataclass(frozen=True)
class Problem:
    """Something that is not as it should be. `derived` ones are cured by making derived things again."""

    what: str
    derived: bool = False


def steps(*, deep: bool = True) -> int:
    """How many steps an examination takes, each of about as long: documents and dyads, looked at twice."""
    documents, dyads = models.Document.objects.count(), models.Dyad.objects.count() + 1
    return 2 * documents + dyads + (dyads if deep else 0)


def examine(*, deep: bool = True, advance: Callable[[int], None] = lambda _count: None) -> Iterator[Problem]:
    """What is wrong with the register; nothing where it is whole.

    `deep` also resolves and checks everything again and compares, where documents and claims are whole: after an
    update of the program this finds what the newer rules see otherwise. `advance` is told of every one of `steps`.
    """
    whole = True
    for examined in (_database(), _documents(advance), _claims(), _links(), _search(advance)):
        for problem in examined:
            whole = whole and problem.derived
            yield problem
    if deep and whole:
        yield from _derived(advance)


def repair() -> None:
    """Make records, entities and findings again."""
    with transactions.writing():
        index.clear()
        derived.rebuild_all()


def _database() -> Iterator[Problem]:
    if connection.vendor != "sqlite":
        return  # PostgreSQL looks after its pages itself and lets no foreign key dangle
    with connection.cursor() as cursor:
        for (said,) in cursor.execute("PRAGMA integrity_check(20)").fetchall():
            if said != "ok":
                yield Problem(f"the database is damaged: {said}")
        for table, row, parent, _ in cursor.execute("PRAGMA foreign_key_check").fetchmany(20):
            yield Problem(f"row {row} of {table} points at nothing in {parent}")


def _documents(advance: Callable[[int], None]) -> Iterator[Problem]:
    for row in models.Document.objects.iterator(chunk_size=20):
        advance(1)
        if hashlib.sha256(bytes(row.original)).hexdigest() != row.sha256:
            yield Problem(f"the bytes of document {row.id} are not those that were added")
        try:
            document = queries.as_document(row)
        except (msgspec.MsgspecError, ValueError) as error:
            yield Problem(f"document {row.id} cannot be read: {error}")
            continue
        bad = [run for run in row.unread if not 0 <= run[0] < run[1] <= len(document.text)]
        if bad:
            yield Problem(f"document {row.id} has unread words beyond its text: {bad[0]}")


def _claims() -> Iterator[Problem]:
    lengths: dict[str, int] = {}
    for doc, text in models.Document.objects.order_by().values_list("id", "text").iterator(chunk_size=20):
        lengths[doc] = len(text)
    standing: dict[str, models.Decision] = {}
    for act in models.Decision.objects.filter(undone_at__isnull=True).order_by("id"):
        standing[act.claim_id] = act
    for row in models.Claim.ever.order_by("id").iterator(chunk_size=1000):
        end = lengths.get(row.document_id, 0)
        if not row.evidence or not all(0 <= start < stop <= end for start, stop in row.evidence):
            yield Problem(f"claim {row.id} points at no words of {row.document_id}")
        try:
            queries.held(row)
        except (msgspec.MsgspecError, ValueError, KeyError) as error:
            yield Problem(f"claim {row.id} cannot be read: {error}")
        last = standing.get(row.id)
        if (last.decision if last else "", last.slots if last else None) != (row.decision, row.decided_slots):
            yield Problem(f"claim {row.id} does not stand as the last decision about it says")


def _links() -> Iterator[Problem]:
    link = models.Record.claims.through
    counted = Counter(link.objects.order_by().values_list("claim_id", flat=True).iterator())
    counting = set(
        models.Claim.objects.order_by()
        .exclude(decision=models.Claim.REJECTED)
        .values_list("id", flat=True)
        .iterator()
    )
    for claim in sorted(counting - set(counted)):
        yield Problem(f"claim {claim} is in no record", derived=True)
    for claim in sorted(claim for claim, times in counted.items() if times > 1 or claim not in counting):
        yield Problem(f"claim {claim} is in {counted[claim]} records", derived=True)


def _search(advance: Callable[[int], None]) -> Iterator[Problem]:
    for said in index.problems(advance):
        yield Problem(said, derived=True)


def _derived(advance: Callable[[int], None]) -> Iterator[Problem]:
    """What resolving and checking make today, beside what is held."""
    keys = sorted(models.Dyad.objects.values_list("pk", flat=True))
    office = holding.table()
    for key in (None, *keys):
        dyad = queries.dyad_of_key(key)
        rows = models.Claim.objects.filter(dyad_id=key).exclude(decision=models.Claim.REJECTED)
        claims = [queries.effective(row) for row in rows]
        made = resolve(claims, [dyad] * len(claims), judgements.touching(claim.id for claim in claims))
        texts = queries.texts({claim.doc for claim in claims})
        found = check(
            claims, made.records, made.entities, list(texts.values()),
            ignore=(*derived.TEXT_RULES, *derived.PAGE_RULES), holders=office, unread=holding.unread(texts),
            about=holding.about(texts),
        )  # fmt: skip
        held = {
            "records": {row.id: row.data for row in models.Record.objects.filter(dyad_id=key)},
            "entities": {row.id: row.data for row in models.Entity.objects.filter(dyad_id=key)},
        }
        new = {
            "records": {one.id: codec.plain(one) for one in made.records},
            "entities": {one.id: codec.plain(one) for one in made.entities},
        }
        name = " – ".join(dyad) or "no known states"
        for kind, things in new.items():
            differing = sum(held[kind].get(one) != data for one, data in things.items())
            differing += len(set(held[kind]) - set(things))
            if differing:
                yield Problem(f"{differing} {kind} of {name} are not what is made today", derived=True)
        kept = models.Finding.objects.filter(dyad_id=key, document__isnull=True)
        ids = set(kept.exclude(code__in=derived.PAGE_RULES).values_list("finding", flat=True))
        if differing := len(ids ^ {one.id for one in found}):
            yield Problem(f"{differing} findings of {name} are not what is made today", derived=True)
        advance(1)
