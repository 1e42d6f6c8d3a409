"""What is made of claims and decisions: records, entities and findings, kept in step with them.

After an act, those of the dyads that it concerns are made again in the same transaction, so that they never
disagree with the claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q

from comity.checking import check
from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots
from comity.model.document import Document
from comity.model.record import Finding
from comity.register import holding, identities, judgements, models, queries, store
from comity.register.searching import index
from comity.resolving import Dyad, Resolution, dyads_of, resolve
from comity.resolving.judgements import Constraints
from comity.resolving.rules import RULES

TEXT_RULES = ("C209", "C402", "C403", "C404", "C406")
"""Rules that look at the text of one document alone. They run once, when it is added: a page about one
state's relations with a hundred others would otherwise be searched a hundred times."""


PAGE_RULES = ("C217",)
"""Rules that are silent on a document about many dyads. Checked dyad by dyad, it would look like one about each."""


_waiting: ContextVar[set[str | None] | None] = ContextVar("waiting", default=None)
"""The dyads that acts of one batch concern; `None` outside of a batch."""


@contextmanager
def together() -> Iterator[None]:
    """What acts within concern is made again once, at the end."""
    if _waiting.get() is not None:
        yield
        return
    waiting: set[str | None] = set()
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    rebuild(waiting)


def flush() -> None:
    """Make what waits in a batch now, for an act that looks at it."""
    waiting = _waiting.get()
    if waiting:
        some = set(waiting)
        waiting.clear()
        _rebuild_all_of(some)


def rebuild_all() -> None:
    """Make all records, entities and findings again, as after a change of the rules."""
    with store.writing():
        models.Finding.objects.filter(document__isnull=False).delete()
        for row in models.Document.objects.defer("original", "anchors").iterator(chunk_size=50):
            check_text(row, queries.as_document(row, anchors=False))
        rebuild({None, *models.Dyad.objects.values_list("pk", flat=True)})
        index.follow_documents(models.Document.objects.order_by().values_list("id", flat=True))


def rebuild(keys: Iterable[str | None]) -> None:
    """Make the records, entities and findings of dyads again; `None` is for claims of no known dyad."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.update(keys)
        return
    _rebuild_all_of(set(keys))


def _rebuild_all_of(keys: set[str | None]) -> None:
    wanted = sorted(keys, key=lambda one: one or "")
    before: identities.Known = {}
    # All go before any is made: a record that moves to another dyad keeps its id.
    for some in _chunks(wanted):
        concerned = _of(some)
        before |= identities.known(concerned)
        models.Finding.objects.filter(concerned, document__isnull=True).delete()
        models.Record.objects.filter(concerned).delete()
        models.Entity.objects.filter(concerned).delete()
    # A page about one state's relations with a hundred others is in all these dyads: its text is fetched once.
    texts: dict[str, Document] = {}
    made: list[models.Entity] = []
    for some in _chunks(wanted):
        texts = _rebuild(some, texts, before, made)
    changed = identities.settle(before, made)
    index.follow(keys)
    index.follow_identities(changed)


def hold_dyads(dyads: Iterable[Dyad]) -> list[str | None]:
    """The keys of dyads, `None` for the empty one; those not held yet are made."""
    keys = [queries.dyad_key(dyad) or None for dyad in dyads]
    wanted = {key for key in keys if key is not None}
    fresh = sorted(wanted - set(models.Dyad.objects.filter(pk__in=wanted).values_list("pk", flat=True)))
    models.Dyad.objects.bulk_create([models.Dyad(key=key) for key in fresh], batch_size=500)
    models.Party.objects.bulk_create(
        [models.Party(dyad_id=key, state=state) for key in fresh for state in queries.dyad_of_key(key)],
        batch_size=500,
    )
    return keys


def move_claims(document: str) -> set[str | None]:
    """Put the claims of a document where they belong now; the dyads that lost or won one.

    An edited claim may be of another dyad, and move with it the claims of its document that name no states.
    """
    mates = list(models.Claim.objects.filter(document_id=document))
    counting = [mate for mate in mates if mate.decision != models.Claim.REJECTED]
    keys = hold_dyads(dyads_of([queries.effective(mate) for mate in counting]))
    concerned: set[str | None] = set()
    for mate, key in zip(counting, keys, strict=True):
        if mate.dyad_id != key:
            concerned |= {mate.dyad_id, key}
            models.Claim.objects.filter(pk=mate.pk).update(dyad_id=key)
    return concerned


def check_text(row: models.Document, document: Document) -> None:
    """Hold what the rules of the text alone find in a document. They tell the dyad by the claims as they were
    read: decisions about these do not make the document be searched again.
    """
    claims = [queries.as_read(claim) for claim in row.claims.all()]
    found = check(claims, documents=[document], select=TEXT_RULES)
    _hold_findings(zip(found, hold_dyads(finding.dyad for finding in found), strict=True), document=row)


_TOGETHER = 25
"""Dyads that are made again together: few statements, and no more texts in memory than these have."""


def _chunks(keys: Sequence[str | None]) -> Iterator[Sequence[str | None]]:
    for first in range(0, len(keys), _TOGETHER):
        yield keys[first : first + _TOGETHER]


def _of(keys: Sequence[str | None]) -> Q:
    """Rows of some dyads, `None` among them for rows of none."""
    named = Q(dyad_id__in=[key for key in keys if key is not None])
    return named | Q(dyad_id__isnull=True) if None in keys else named


def _rebuild(
    keys: Sequence[str | None],
    texts: dict[str, Document],
    before: identities.Known,
    made: list[models.Entity],
) -> dict[str, Document]:
    """Make what is derived from the claims of some dyads; `texts` and the answer are documents at hand.

    Entities are added to `made`, with the identities of those that are as `before`.
    """
    held: dict[str | None, list[Claim]] = {}
    for row in models.Claim.objects.filter(_of(keys)).exclude(decision=models.Claim.REJECTED):
        held.setdefault(row.dyad_id, []).append(queries.effective(row))
    wanted = {claim.doc for claims in held.values() for claim in claims}
    texts = {doc: document for doc, document in texts.items() if doc in wanted}
    texts |= queries.texts(wanted - set(texts))
    judged = judgements.touching(claim.id for claims in held.values() for claim in claims)
    constraints = Constraints("entity", judged)
    office, unread = holding.table(), holding.unread(wanted)
    resolved: list[tuple[str | None, Resolution]] = []
    findings: list[tuple[Finding, str | None]] = []
    for key, claims in sorted(held.items(), key=lambda item: item[0] or ""):
        dyad = queries.dyad_of_key(key)
        resolution = resolve(claims, [dyad] * len(claims), judged)
        resolved.append((key, resolution))
        documents = [texts[doc] for doc in sorted({claim.doc for claim in claims})]
        found = check(
            claims, resolution.records, resolution.entities, documents,
            ignore=TEXT_RULES, holders=office, unread=unread,
        )  # fmt: skip
        findings.extend((one, key) for one in found)
    many = _of_many_dyads({one.evidence[0].doc for one, _ in findings if one.code in PAGE_RULES})
    findings = [
        (one, key) for one, key in findings if one.code not in PAGE_RULES or one.evidence[0].doc not in many
    ]
    models.Record.objects.bulk_create(
        [
            models.Record(
                id=record.id,
                dyad_id=key,
                kind=record.kind,
                date=_date(record.kind, record.slots),
                data=codec.plain(record),
            )
            for key, resolution in resolved
            for record in resolution.records
        ],
        batch_size=500,
    )
    link = models.Record.claims.through
    link.objects.bulk_create(
        [
            link(record_id=record.id, claim_id=claim)
            for _, resolution in resolved
            for record in resolution.records
            for claim in record.claims
        ],
        batch_size=1000,
    )
    entities = [
        identities.row_of(entity, key, before, constraints)
        for key, resolution in resolved
        for entity in resolution.entities
    ]
    models.Entity.objects.bulk_create(entities, batch_size=500)
    made.extend(entities)
    _hold_findings(findings)
    return texts


def _of_many_dyads(docs: Iterable[str]) -> set[str]:
    """The documents that tell of the relations of more than one dyad."""
    # Not asked for by kind: the database would look through all the relations that it holds.
    rows = models.Claim.objects.order_by().filter(document_id__in=docs)
    dyads: dict[str, set[str | None]] = {}
    for doc, kind, dyad, decision in rows.values_list("document_id", "kind", "dyad_id", "decision"):
        if kind == "relations" and decision != models.Claim.REJECTED:
            dyads.setdefault(doc, set()).add(dyad)
    return {doc for doc, found in dyads.items() if len(found) > 1}


def _hold_findings(
    found: Iterable[tuple[Finding, str | None]], document: models.Document | None = None
) -> None:
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
