"""The only way to change a register. Each act is one transaction: it is wholly there or not at all.

After an act, records, entities and findings of the dyads that it concerns are made again in the same
transaction, so that they never disagree with the claims.
"""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone

from comity.checking import check
from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots, Span
from comity.model.document import Document
from comity.model.record import Finding
from comity.register import models, queries
from comity.register.errors import RegisterError
from comity.resolving import Dyad, dyads_of, resolve
from comity.resolving.rules import RULES

TEXT_RULES = ("C209", "C402", "C403", "C404", "C406")
"""Rules that look at the text of one document alone. They run once, when it is added: a page about one
state's relations with a hundred others would otherwise be searched a hundred times."""


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
    with transaction.atomic():
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
        keys = _hold_dyads(dyads)
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
        replace = msgspec.structs.replace
        own = [replace(claim, doc=doc) for claim in claims]
        found = check(own, documents=[replace(document, id=doc)], select=TEXT_RULES)
        _hold_findings(zip(found, _hold_dyads(finding.dyad for finding in found), strict=True), document=row)
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
    with transaction.atomic():
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
    with transaction.atomic():
        rebuild({None, *models.Dyad.objects.values_list("pk", flat=True)})


def rebuild(keys: Iterable[str | None]) -> None:
    """Make the records, entities and findings of dyads again; `None` is for claims of no known dyad."""
    wanted = sorted(keys, key=lambda one: one or "")
    # All go before any is made: a record that moves to another dyad keeps its id.
    for key in wanted:
        models.Finding.objects.filter(dyad_id=key, document__isnull=True).delete()
        models.Record.objects.filter(dyad_id=key).delete()
        models.Entity.objects.filter(dyad_id=key).delete()
    for key in wanted:
        _rebuild(key)


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


def _hold_dyads(dyads: Iterable[Dyad]) -> list[str | None]:
    """The keys of dyads, `None` for the empty one; those not held yet are made."""
    keys = [queries.dyad_key(dyad) or None for dyad in dyads]
    wanted = {key for key in keys if key is not None}
    for key in sorted(wanted - set(models.Dyad.objects.filter(pk__in=wanted).values_list("pk", flat=True))):
        dyad = models.Dyad.objects.create(key=key)
        models.Party.objects.bulk_create(
            [models.Party(dyad=dyad, state=state) for state in queries.dyad_of_key(key)]
        )
    return keys


def _claim(claim_id: str) -> models.Claim:
    row = models.Claim.objects.filter(pk=claim_id).first()
    if row is None:
        raise RegisterError(
            f"no claim {claim_id} is held", "Look its id up with `comity read FILE --format jsonl`."
        )
    return row


def _decide(claim_id: str, decision: str, slots: Slots | None, by: str, reason: str) -> queries.HeldClaim:
    with transaction.atomic():
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
    row.decision = decision.decision if decision else ""
    row.decided_slots = decision.slots if decision else None
    row.decided_by = decision.by if decision else ""
    row.decided_at = _time(decision)
    row.reason = decision.reason if decision else ""
    row.save()
    # An edited claim may be of another dyad, and move with it the claims of its document that name no states.
    mates = list(models.Claim.objects.filter(document_id=row.document_id))
    counting = [mate for mate in mates if mate.decision != models.Claim.REJECTED]
    keys = _hold_dyads(dyads_of([queries.effective(mate) for mate in counting]))
    concerned: set[str | None] = {row.dyad_id}
    for mate, key in zip(counting, keys, strict=True):
        if mate.dyad_id != key:
            concerned |= {mate.dyad_id, key}
            models.Claim.objects.filter(pk=mate.pk).update(dyad_id=key)
    rebuild(concerned)
    row.refresh_from_db()


def _time(decision: models.Decision | None) -> datetime.datetime | None:
    return decision.at if decision else None


def _rebuild(key: str | None) -> None:
    rows = models.Claim.objects.filter(dyad_id=key).exclude(decision=models.Claim.REJECTED)
    claims = [queries.effective(row) for row in rows]
    dyad = queries.dyad_of_key(key)
    if not claims:
        return
    resolution = resolve(claims, [dyad] * len(claims))
    models.Record.objects.bulk_create(
        [
            models.Record(
                id=record.id,
                dyad_id=key,
                kind=record.kind,
                date=_date(record.kind, record.slots),
                data=codec.plain(record),
            )
            for record in resolution.records
        ],
        batch_size=500,
    )
    link = models.Record.claims.through
    link.objects.bulk_create(
        [
            link(record_id=record.id, claim_id=claim)
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
            for entity in resolution.entities
        ],
        batch_size=500,
    )
    documents = queries.full_documents({claim.doc for claim in claims})
    found = check(
        claims, resolution.records, resolution.entities, list(documents.values()), ignore=TEXT_RULES
    )
    _hold_findings([(finding, key) for finding in found])


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
