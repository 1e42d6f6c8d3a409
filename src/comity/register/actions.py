"""The only way to change a register. Each act is one transaction: it is wholly there or not at all.

After an act, records, entities and findings of the dyads that it concerns are made again in the same
transaction, so that they never disagree with the claims.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db.models import Q
from django.utils import timezone

from comity.checking import check
from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots, Span
from comity.model.document import Document
from comity.model.record import Finding
from comity.register import models, queries, store
from comity.register.errors import RegisterError
from comity.resolving import Dyad, Resolution, dyads_of, resolve
from comity.resolving.rules import RULES

TEXT_RULES = ("C209", "C402", "C403", "C404", "C406")
"""Rules that look at the text of one document alone. They run once, when it is added: a page about one
state's relations with a hundred others would otherwise be searched a hundred times."""


PAGE_RULES = ("C217",)
"""Rules that are silent on a document about many dyads. Checked dyad by dyad, it would look like one about each."""


@dataclass(frozen=True)
class Added:
    """What adding a document did: `new` is false where the register held the same bytes, and nothing
    changed.
    """

    doc: str
    new: bool
    claims: int
    dyads: tuple[Dyad, ...] = ()


def add_document(
    document: Document,
    data: bytes,
    claims: Sequence[Claim],
    unread: Iterable[Span] = (),
    by: str = "",
) -> Added:
    """Add a document with its bytes and claims.

    A document with the same bytes is there already: nothing changes. One of another content under the same id
    gets the beginning of its hash behind the id. `RegisterError` where a claim's evidence is not within the
    text.
    """
    _verify(document, claims)
    with store.writing():
        held = models.Document.objects.filter(sha256=document.sha256).only("id").first()
        if held is not None:
            return Added(doc=held.id, new=False, claims=held.claims.count())
        doc = document.id
        if models.Document.objects.filter(pk=doc).exists():
            doc = f"{doc}-{document.sha256[:8]}"
        row = models.Document.objects.create(
            id=doc,
            sha256=document.sha256,
            name=document.name,
            media_type=document.media_type,
            encoding=document.encoding,
            language=document.language,
            title=document.title,
            date=str(document.date or ""),
            text=document.text,
            anchors=codec.plain(document.anchors),
            notes=list(document.notes),
            unread=[list(run) for run in unread],
            original=data,
            added_at=timezone.now(),
            added_by=by or whoami(),
        )
        dyads = dyads_of(claims)
        keys = hold_dyads(dyads)
        models.Claim.objects.bulk_create(
            [
                models.Claim(
                    id=claim.id,
                    document=row,
                    kind=claim.kind,
                    dyad_id=key,
                    start=claim.start,
                    slots=codec.plain(claim.slots),
                    evidence=[list(run) for run in claim.evidence],
                    confidence=claim.confidence,
                    reader=claim.reader,
                    why=list(claim.why),
                )
                for claim, key in zip(claims, keys, strict=True)
            ],
            batch_size=500,
        )
        _check_text(row, msgspec.structs.replace(document, id=doc))
        concerned = set(keys) or {None}
        rebuild(concerned)
    return Added(doc=doc, new=True, claims=len(claims), dyads=tuple(sorted(set(dyads))))


def accept(claim_id: str, by: str = "", reason: str = "") -> queries.HeldClaim:
    """A person says that the claim is right as the machine read it."""
    return _decide(claim_id, models.Claim.ACCEPTED, None, by, reason)


def reject(claim_id: str, by: str = "", reason: str = "") -> queries.HeldClaim:
    """A person says that the document does not say it: the claim counts no more, and stays to be seen."""
    return _decide(claim_id, models.Claim.REJECTED, None, by, reason)


def edit(claim_id: str, slots: Slots | dict[str, Any], by: str = "", reason: str = "") -> queries.HeldClaim:
    """A person says what the document really says; the machine's slots stay beside.

    `RegisterError` where the slots are not those of the claim's kind.
    """
    row = _claim(claim_id)
    try:
        checked = codec.slots_of(row.kind, codec.plain(slots) if isinstance(slots, Slots) else slots)
    except (msgspec.ValidationError, ValueError) as error:
        raise RegisterError(
            f"these are not the slots of a {row.kind}: {error}", "See docs/claims.md."
        ) from error
    return _decide(claim_id, models.Claim.EDITED, checked, by, reason)


def undo(claim_id: str, by: str = "") -> queries.HeldClaim:
    """Take the last decision about a claim back; the one before it holds again. `RegisterError` where there
    is none.
    """
    with store.writing():
        row = _claim(claim_id)
        standing = list(row.decisions.filter(undone_at__isnull=True).order_by("-id")[:2])
        if not standing:
            raise RegisterError(f"nothing was decided about claim {claim_id}", "There is nothing to undo.")
        standing[0].undone_at = timezone.now()
        standing[0].undone_by = by or whoami()
        standing[0].save(update_fields=["undone_at", "undone_by"])
        _apply(row, standing[1] if len(standing) > 1 else None)
        return queries.held(row)


def rebuild_all() -> None:
    """Make all records, entities and findings again, as after a change of the rules."""
    with store.writing():
        models.Finding.objects.filter(document__isnull=False).delete()
        for row in models.Document.objects.defer("original", "anchors").iterator(chunk_size=50):
            _check_text(row, queries.as_document(row, anchors=False))
        rebuild({None, *models.Dyad.objects.values_list("pk", flat=True)})


def rebuild(keys: Iterable[str | None]) -> None:
    """Make the records, entities and findings of dyads again; `None` is for claims of no known dyad."""
    wanted = sorted(set(keys), key=lambda one: one or "")
    # All go before any is made: a record that moves to another dyad keeps its id.
    for some in _chunks(wanted):
        concerned = _of(some)
        models.Finding.objects.filter(concerned, document__isnull=True).delete()
        models.Record.objects.filter(concerned).delete()
        models.Entity.objects.filter(concerned).delete()
    # A page about one state's relations with a hundred others is in all these dyads: its text is fetched once.
    texts: dict[str, Document] = {}
    for some in _chunks(wanted):
        texts = _rebuild(some, texts)


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


def hold_decision(row: models.Claim, decision: models.Decision | None) -> None:
    """Write a decision (`None`: the machine's word alone) into its claim; what follows of it is not made again."""
    row.decision = decision.decision if decision else ""
    row.decided_slots = decision.slots if decision else None
    row.decided_by = decision.by if decision else ""
    row.decided_at = decision.at if decision else None
    row.reason = decision.reason if decision else ""
    row.save()


def whoami() -> str:
    """The name of the person at the machine, for acts whose author is not told."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


# --- within a transaction -----------------------------------------------------------------------------------


def _verify(document: Document, claims: Sequence[Claim]) -> None:
    """No claim without its words: evidence is looked up in the text before anything is stored."""
    ids = set()
    for claim in claims:
        if not claim.evidence or not all(
            0 <= start < end <= len(document.text) for start, end in claim.evidence
        ):
            raise RegisterError(
                f"claim {claim.id or claim.kind} of {document.id} points at no words of its document",
                "Read the document again.",
            )
        if not claim.id or claim.id in ids:
            raise RegisterError(
                f"a {claim.kind} claim of {document.id} has no id of its own", "Read the document again."
            )
        ids.add(claim.id)


def _check_text(row: models.Document, document: Document) -> None:
    """Hold what the rules of the text alone find in a document. They tell the dyad by the claims as they were
    read: decisions about these do not make the document be searched again.
    """
    claims = [queries.as_read(claim) for claim in row.claims.all()]
    found = check(claims, documents=[document], select=TEXT_RULES)
    _hold_findings(zip(found, hold_dyads(finding.dyad for finding in found), strict=True), document=row)


def _claim(claim_id: str) -> models.Claim:
    row = models.Claim.objects.filter(pk=claim_id).first()
    if row is None:
        raise RegisterError(
            f"no claim {claim_id} is held", "Look its id up with `comity read FILE --format jsonl`."
        )
    return row


def _decide(claim_id: str, decision: str, slots: Slots | None, by: str, reason: str) -> queries.HeldClaim:
    with store.writing():
        row = _claim(claim_id)
        made = models.Decision.objects.create(
            claim=row,
            decision=decision,
            slots=None if slots is None else codec.plain(slots),
            by=by or whoami(),
            at=timezone.now(),
            reason=reason,
        )
        _apply(row, made)
        return queries.held(row)


def _apply(row: models.Claim, decision: models.Decision | None) -> None:
    """Let a decision hold for a claim (`None`: the machine's word alone), and make again what it concerns."""
    hold_decision(row, decision)
    # An edited claim may be of another dyad, and move with it the claims of its document that name no states.
    mates = list(models.Claim.objects.filter(document_id=row.document_id))
    counting = [mate for mate in mates if mate.decision != models.Claim.REJECTED]
    keys = hold_dyads(dyads_of([queries.effective(mate) for mate in counting]))
    concerned: set[str | None] = {row.dyad_id}
    for mate, key in zip(counting, keys, strict=True):
        if mate.dyad_id != key:
            concerned |= {mate.dyad_id, key}
            models.Claim.objects.filter(pk=mate.pk).update(dyad_id=key)
    rebuild(concerned)
    row.refresh_from_db()


_TOGETHER = 25
"""Dyads that are made again together: few statements, and no more texts in memory than these have."""


def _chunks(keys: Sequence[str | None]) -> Iterator[Sequence[str | None]]:
    for first in range(0, len(keys), _TOGETHER):
        yield keys[first : first + _TOGETHER]


def _of(keys: Sequence[str | None]) -> Q:
    """Rows of some dyads, `None` among them for rows of none."""
    named = Q(dyad_id__in=[key for key in keys if key is not None])
    return named | Q(dyad_id__isnull=True) if None in keys else named


def _rebuild(keys: Sequence[str | None], texts: dict[str, Document]) -> dict[str, Document]:
    """Make what is derived from the claims of some dyads; `texts` and the answer are documents at hand."""
    held: dict[str | None, list[Claim]] = {}
    for row in models.Claim.objects.filter(_of(keys)).exclude(decision=models.Claim.REJECTED):
        held.setdefault(row.dyad_id, []).append(queries.effective(row))
    wanted = {claim.doc for claims in held.values() for claim in claims}
    texts = {doc: document for doc, document in texts.items() if doc in wanted}
    texts |= queries.texts(wanted - set(texts))
    resolved: list[tuple[str | None, Resolution]] = []
    findings: list[tuple[Finding, str | None]] = []
    for key, claims in sorted(held.items(), key=lambda item: item[0] or ""):
        dyad = queries.dyad_of_key(key)
        resolution = resolve(claims, [dyad] * len(claims))
        resolved.append((key, resolution))
        documents = [texts[doc] for doc in sorted({claim.doc for claim in claims})]
        found = check(claims, resolution.records, resolution.entities, documents, ignore=TEXT_RULES)
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
    models.Entity.objects.bulk_create(
        [
            models.Entity(
                id=entity.id,
                dyad_id=key,
                kind=entity.kind,
                name=entity.name,
                state=entity.state or "",
                data=codec.plain(entity),
            )
            for key, resolution in resolved
            for entity in resolution.entities
        ],
        batch_size=500,
    )
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
