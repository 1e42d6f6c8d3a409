"""What is made of claims and decisions: records, entities and findings, kept in step with them.

After an act, those of the dyads that it concerns are made again in the same transaction, so that they never
disagree with the claims.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from comity.checking import check, mostly_about
from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.record import Finding
from comity.register import extending, holding, identities, judgements, models, queries, rows, transactions
from comity.register.searching import index
from comity.resolving import Dyad, Resolution, dyads_of, resolve
from comity.resolving.judgements import Constraints

TEXT_RULES = ("C209", "C402", "C403", "C404", "C406")
"""Rules that look at the text of one document alone. They run once, when it is added: a page about one
state's relations with a hundred others would otherwise be searched a hundred times."""


PAGE_RULES = ("C217",)
"""Rules that are silent on a document about many dyads. Checked dyad by dyad, it would look like one about each."""


_Changed = dict[str | None, set[str] | None]
"""By the keys of dyads, the documents whose claims are new there; `None` where anything may have changed."""

_waiting: ContextVar[_Changed | None] = ContextVar("waiting", default=None)
"""The dyads that acts of one batch concern; `None` outside of a batch."""


@contextmanager
def together() -> Iterator[None]:
    """What acts within concern is made again once, at the end."""
    if _waiting.get() is not None:
        yield
        return
    waiting: _Changed = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    _follow(waiting)


def flush() -> None:
    """Make what waits in a batch now, for an act that looks at it."""
    waiting = _waiting.get()
    if waiting:
        some = dict(waiting)
        waiting.clear()
        _follow(some)


def rebuild_all() -> None:
    """Make all records, entities and findings again, as after a change of the rules."""
    with transactions.writing():
        models.Finding.objects.filter(document__isnull=False).delete()
        for row in models.Document.objects.defer("original", "anchors").iterator(chunk_size=50):
            check_text(row, queries.as_document(row, anchors=False))
        rebuild({None, *models.Dyad.objects.values_list("pk", flat=True)})
        index.follow_documents(models.Document.objects.order_by().values_list("id", flat=True))


def rebuild_of(docs: Iterable[str]) -> None:
    """Make again what is made of the claims of some documents' pairs of states, and what is found in their texts."""
    keys: set[str | None] = set()
    for row in models.Document.objects.filter(pk__in=list(docs)).defer("original", "anchors"):
        models.Finding.objects.filter(document=row).delete()
        check_text(row, queries.as_document(row, anchors=False))
        keys |= set(row.claims.order_by().values_list("dyad_id", flat=True))
    rebuild(keys or {None})


def rebuild(keys: Iterable[str | None]) -> None:
    """Make the records, entities and findings of dyads again; `None` is for claims of no known dyad."""
    _changed(dict.fromkeys(keys))


def extend(keys: Iterable[str | None], doc: str) -> None:
    """Bring those of dyads up to date of which nothing changed but that a document's claims came."""
    _changed({key: {doc} for key in keys})


def _changed(some: _Changed) -> None:
    waiting = _waiting.get()
    if waiting is None:
        _follow(some)
        return
    for key, docs in some.items():
        before = waiting.get(key, set())
        waiting[key] = None if docs is None or before is None else before | docs


def _follow(changed: _Changed) -> None:
    fresh = {key: docs for key, docs in changed.items() if docs is not None}
    again = {key for key, docs in changed.items() if docs is None}
    with _without_search_for_cycles():
        again |= _extend_all_of(fresh)
    if again:
        _rebuild_all_of(again)


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Values are made by the ten thousand and dropped when done, without cycles; Python would look through them and all
    that the program knows, again and again, which takes a fifth of the time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _extend_all_of(fresh: dict[str | None, set[str]]) -> set[str | None]:
    """Bring dyads up to date with new documents; the keys of those that must be made again whole, for somebody judged
    claims of theirs.
    """
    judged: set[str | None] = set()
    texts: dict[str, Document] = {}
    done = extending.Extended()
    office, any_judged = holding.table(), judgements.standing().exists()
    for some in rows.chunks(sorted(fresh, key=lambda one: one or ""), _TOGETHER):
        held = _claims(some)
        if any_judged:
            judged |= {key for key, found in held.items() if judgements.touching(claim.id for claim in found)}
            held = {key: found for key, found in held.items() if key not in judged}
        docs = {claim.doc for found in held.values() for claim in found}
        texts = _texts(texts, docs)
        extending.extend(
            done, held, fresh, texts,
            holders=office, unread=holding.unread(docs), about=holding.about(docs), ignore=TEXT_RULES,
            silence=_without_pages,
        )  # fmt: skip
    changed = identities.settle(done.before, done.made)
    index.follow_some(done.claims, done.names, done.entities)
    index.follow_identities(changed)
    return judged


def _texts(held: dict[str, Document], wanted: set[str]) -> dict[str, Document]:
    """Documents by id, those at hand not fetched again."""
    known = {doc: document for doc, document in held.items() if doc in wanted}
    return known | queries.texts(wanted - set(known))


def _rebuild_all_of(keys: set[str | None]) -> None:
    wanted = sorted(keys, key=lambda one: one or "")
    before: identities.Known = {}
    # All go before any is made: a record that moves to another dyad keeps its id.
    for some in rows.chunks(wanted, _TOGETHER):
        concerned = rows.of(some)
        before |= identities.known(concerned)
        models.Finding.objects.filter(concerned, document__isnull=True).delete()
        models.Record.objects.filter(concerned).delete()
        models.Entity.objects.filter(concerned).delete()
    # A page about one state's relations with a hundred others is in all these dyads: its text is fetched once.
    texts: dict[str, Document] = {}
    made: list[models.Entity] = []
    for some in rows.chunks(wanted, _TOGETHER):
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
    """Hold which states a document is mostly about, and what the rules of the text alone find in it. Both go by the
    claims as they were read: decisions about these do not make the document be searched again.
    """
    claims = [queries.as_read(claim) for claim in row.claims.all()]
    models.Document.objects.filter(pk=row.pk).update(states=list(mostly_about(claims)))
    found = check(claims, documents=[document], select=TEXT_RULES)
    rows.hold_findings(zip(found, hold_dyads(finding.dyad for finding in found), strict=True), document=row)


_TOGETHER = 25
"""Dyads that are made again together: few statements, and no more texts in memory than these have."""


def _claims(keys: Sequence[str | None]) -> dict[str | None, list[Claim]]:
    """The claims of some dyads that count, by their keys."""
    held: dict[str | None, list[Claim]] = {}
    for key, claim in queries.effective_claims(rows.of(keys)):
        held.setdefault(key, []).append(claim)
    return held


def _rebuild(
    keys: Sequence[str | None],
    texts: dict[str, Document],
    before: identities.Known,
    made: list[models.Entity],
) -> dict[str, Document]:
    """Make what is derived from the claims of some dyads; `texts` and the answer are documents at hand.

    Entities are added to `made`, with the identities of those that are as `before`.
    """
    held = _claims(keys)
    wanted = {claim.doc for claims in held.values() for claim in claims}
    texts = _texts(texts, wanted)
    judged = judgements.touching(claim.id for claims in held.values() for claim in claims)
    constraints = Constraints("entity", judged)
    office, unread, about = holding.table(), holding.unread(wanted), holding.about(wanted)
    resolved: list[tuple[str | None, Resolution]] = []
    findings: list[tuple[Finding, str | None]] = []
    for key, claims in sorted(held.items(), key=lambda item: item[0] or ""):
        dyad = queries.dyad_of_key(key)
        resolution = resolve(claims, [dyad] * len(claims), judged)
        resolved.append((key, resolution))
        documents = [texts[doc] for doc in sorted({claim.doc for claim in claims})]
        found = check(
            claims, resolution.records, resolution.entities, documents,
            ignore=TEXT_RULES, holders=office, unread=unread, about=about,
        )  # fmt: skip
        findings.extend((one, key) for one in found)
    findings = _without_pages(findings)
    rows.hold_records([(record, key) for key, resolution in resolved for record in resolution.records])
    entities = [
        identities.row_of(entity, key, before, constraints)
        for key, resolution in resolved
        for entity in resolution.entities
    ]
    models.Entity.objects.bulk_create(entities, batch_size=500)
    made.extend(entities)
    rows.hold_findings(findings)
    return texts


def _without_pages(found: list[tuple[Finding, str | None]]) -> list[tuple[Finding, str | None]]:
    """Findings without those of rules that are silent on documents that tell of the relations of several dyads."""
    docs = {one.evidence[0].doc for one, _ in found if one.code in PAGE_RULES}
    if not docs:
        return found
    # Not asked for by kind: the database would look through all the relations that it holds.
    held = models.Claim.objects.order_by().filter(document_id__in=docs)
    dyads: dict[str, set[str | None]] = {}
    for doc, kind, dyad, decision in held.values_list("document_id", "kind", "dyad_id", "decision"):
        if kind == "relations" and decision != models.Claim.REJECTED:
            dyads.setdefault(doc, set()).add(dyad)
    return [
        (one, key)
        for one, key in found
        if one.code not in PAGE_RULES or len(dyads.get(one.evidence[0].doc, ())) < 2
    ]
