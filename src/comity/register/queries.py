"""What the register holds, as values of the model. Nothing here changes anything.

Human decisions are applied: a claim's `slots` are the decided ones where a person edited it, and a rejected
claim is left out of dossiers and records (it stays in `document` and `claim`, marked so).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import msgspec
from django.db.models import Count, Q, QuerySet

from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots, Span, State
from comity.model.document import Document
from comity.model.record import Entity, Finding, Record
from comity.register import judgements, models, versions
from comity.resolving.parts import block

SEPARATOR = "|"
"""Between the states of a dyad's key."""
_TOGETHER = 500
"""How many ids are asked for at once: databases take no more than some thousands."""


@dataclass(frozen=True)
class HeldClaim:
    """A claim in the register: as it counts now, as the machine read it, and what a person decided."""

    claim: Claim
    machine: Slots
    dyad: tuple[State, ...]
    decision: str = ""
    decided_by: str = ""
    decided_at: datetime.datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class DocumentSummary:
    """A document without its text."""

    id: str
    name: str
    title: str
    language: str
    date: str
    media_type: str
    sha256: str
    claims: int
    added_at: datetime.datetime
    added_by: str


@dataclass(frozen=True)
class HeldDocument:
    """A document with its claims in the order of its text, and the runs of it that no frame could read."""

    document: Document
    claims: tuple[HeldClaim, ...]
    unread: tuple[Span, ...]
    findings: tuple[Finding, ...]
    added_at: datetime.datetime
    added_by: str


@dataclass(frozen=True)
class DyadSummary:
    """What is held about one dyad."""

    states: tuple[State, ...]
    claims: int
    records: int
    documents: int
    findings: int


@dataclass(frozen=True)
class Held:
    """What is held of a dyad or of all, with its documents by id; `records` and `entities` sorted by id."""

    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    findings: tuple[Finding, ...]
    documents: dict[str, Document]


@dataclass(frozen=True)
class DossierInputs(Held):
    """All that a dossier of a dyad is made from."""

    dyad: tuple[State, State]


@dataclass(frozen=True)
class Counts:
    """How much the register holds."""

    documents: int
    claims: int
    records: int
    entities: int
    findings: int
    dyads: int
    claims_by_kind: dict[str, int] = field(default_factory=dict)
    findings_by_code: dict[str, int] = field(default_factory=dict)
    decided: int = 0


@dataclass(frozen=True)
class Event:
    """One act of a person upon a claim."""

    decision: str
    slots: Slots | None
    by: str
    at: datetime.datetime
    reason: str
    undone_at: datetime.datetime | None
    undone_by: str


@dataclass(frozen=True)
class Dismissed:
    """A person's word that a finding is no fault."""

    by: str
    at: datetime.datetime
    reason: str


@dataclass(frozen=True)
class HeldFinding:
    """A finding with what people said of it.

    `dismissal` is the one that holds; `before` one of a finding like it (of the same rule and claims, with other
    evidence), which holds no more. `version` is for `actions.dismiss` and `actions.reopen`.
    """

    finding: Finding
    version: str
    dismissal: Dismissed | None = None
    before: Dismissed | None = None


@dataclass(frozen=True)
class Judged:
    """One act of a person upon what is one thing: a merge or a split, by its number."""

    number: int
    about: str
    act: str
    claims: tuple[tuple[str, ...], ...]
    by: str
    at: datetime.datetime
    reason: str
    undone_at: datetime.datetime | None
    undone_by: str


def dyad_key(states: Iterable[State]) -> str:
    """The key under which a dyad is held: its states sorted, `ISR|KAZ`."""
    return SEPARATOR.join(sorted(states))


def dyad_of_key(key: str | None) -> tuple[State, ...]:
    """The states of a dyad's key; none of an empty one."""
    return tuple(key.split(SEPARATOR)) if key else ()


def counts() -> Counts:
    """How much the register holds."""
    by_kind = dict(models.Claim.objects.order_by().values_list("kind").annotate(Count("id")))
    codes = still_open(models.Finding.objects.order_by()).values_list("finding", "code").distinct()
    by_code = Counter(code for _, code in codes)
    held = models.Claim.objects.order_by().exclude(decision=models.Claim.REJECTED)
    pairs = held.filter(dyad__isnull=False).values_list("dyad_id", flat=True).distinct()
    return Counts(
        documents=models.Document.objects.count(),
        claims=sum(by_kind.values()),
        records=models.Record.objects.count(),
        entities=models.Entity.objects.count(),
        findings=sum(by_code.values()),
        dyads=sum(1 for key in pairs if len(dyad_of_key(key)) == 2),
        claims_by_kind={kind: by_kind[kind] for kind in KINDS if kind in by_kind},
        findings_by_code=dict(sorted(by_code.items())),
        decided=models.Claim.objects.exclude(decision="").count(),
    )


def dyads() -> list[DyadSummary]:
    """The dyads held, those with the most claims first; `states` are more than two for what several did
    together.
    """
    counted = (
        models.Claim.objects.order_by().exclude(decision=models.Claim.REJECTED).filter(dyad__isnull=False)
    )
    rows = counted.values_list("dyad_id").annotate(Count("id"), Count("document_id", distinct=True))
    records = _count_by_dyad(models.Record.objects.all(), "id")
    findings = _count_by_dyad(still_open(models.Finding.objects.all()), "finding")
    found = [
        DyadSummary(
            states=dyad_of_key(key),
            claims=claims,
            records=records.get(key, 0),
            documents=documents,
            findings=findings.get(key, 0),
        )
        for key, claims, documents in rows
    ]
    return sorted(found, key=lambda one: (-one.claims, one.states))


def documents() -> list[DocumentSummary]:
    """The documents held, by id, without their texts."""
    rows = models.Document.objects.annotate(held=Count("claims")).defer("text", "original", "anchors")
    found = [
        DocumentSummary(
            id=row.id,
            name=row.name,
            title=row.title,
            language=row.language,
            date=row.date,
            media_type=row.media_type,
            sha256=row.sha256,
            claims=row.held,
            added_at=row.added_at,
            added_by=row.added_by,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: one.id)


def document(doc: str) -> HeldDocument | None:
    """A document with all its claims, rejected ones too; `None` where none has the id."""
    row = models.Document.objects.defer("original").filter(pk=doc).first()
    if row is None:
        return None
    claims = tuple(held(claim) for claim in row.claims.all())
    return HeldDocument(
        document=as_document(row),
        claims=claims,
        unread=tuple((start, end) for start, end in row.unread),
        findings=_findings_in(doc, {claim.dyad for claim in claims}),
        added_at=row.added_at,
        added_by=row.added_by,
    )


def _findings_in(doc: str, dyads: Iterable[tuple[State, ...]]) -> tuple[Finding, ...]:
    """The findings that nobody dismissed about words of a document whose claims are of some dyads."""
    keys = {dyad_key(dyad) for dyad in dyads}
    about = Q(document_id=doc) | Q(dyad_id__in=keys - {""})
    if "" in keys:
        about |= Q(dyad_id=None, document_id=None)
    rows = {row.finding: as_finding(row) for row in still_open(models.Finding.objects.filter(about))}
    return tuple(one for one in rows.values() if any(words.doc == doc for words in one.evidence))


def readers() -> dict[str, tuple[str, ...]]:
    """By which rules the claims of each document were read."""
    found: dict[str, list[str]] = {}
    for doc, reader in models.Claim.objects.order_by().values_list("document_id", "reader").distinct():
        found.setdefault(doc, []).append(reader)
    return {doc: tuple(sorted(several)) for doc, several in found.items()}


def earlier(doc: str) -> tuple[str, str]:
    """The document of which somebody said that this is a newer version, and who; nothing where nobody did."""
    row = models.Document.objects.filter(pk=doc).values_list("earlier", "earlier_by").first()
    return row or ("", "")


def original(doc: str) -> bytes | None:
    """The untouched bytes of a document."""
    row = models.Document.objects.only("original").filter(pk=doc).first()
    return None if row is None else bytes(row.original)


def claim(claim_id: str) -> HeldClaim | None:
    """A claim with its decision; `None` where none has the id."""
    row = models.Claim.objects.filter(pk=claim_id).first()
    return None if row is None else held(row)


def history(claim_id: str) -> list[Event]:
    """What people did with a claim, first act first, undone ones marked."""
    kind = models.Claim.objects.filter(pk=claim_id).values_list("kind", flat=True).first()
    return [
        Event(
            decision=row.decision,
            slots=None if row.slots is None or kind is None else codec.slots_of(kind, row.slots),
            by=row.by,
            at=row.at,
            reason=row.reason,
            undone_at=row.undone_at,
            undone_by=row.undone_by,
        )
        for row in models.Decision.objects.filter(claim_id=claim_id)
    ]


def record(record_id: str) -> Record | None:
    """A record by its own id or by the id of any claim in it, so that links outlive a record that grows."""
    # two questions that an index answers, and not one that none does
    rows = models.Record.objects
    row = rows.filter(pk=record_id).first() or rows.filter(claims=record_id).order_by("id").first()
    return None if row is None else as_record(row)


def dyad_keys_of(wanted: str) -> list[str]:
    """The keys of the dyads that have a record or entity of an id, or an entity of a name, else people of like names;
    `""` for none.
    """
    found = {row.dyad_id for row in models.Entity.objects.filter(pk=wanted).only("dyad_id")}
    found |= {row.dyad_id for row in models.Record.objects.filter(pk=wanted).only("dyad_id")}
    if not found:
        # By name in Python: SQLite knows no case of Cyrillic letters, and JSON may hold them escaped.
        name = wanted.casefold()
        rows = models.Entity.objects.order_by().values_list("dyad_id", "data__names")
        found = {key for key, names in rows.iterator() if any(name == one.casefold() for one in names or ())}
    if not found:
        like = models.Entity.objects.order_by().filter(kind="person", block=f"person {block(wanted)}")
        found = set(like.values_list("dyad_id", flat=True))
    return sorted(key or "" for key in found)


def finding(finding_id: str) -> HeldFinding | None:
    """A finding with what people said of it; `None` where none has the id."""
    return next(iter(_held_findings(models.Finding.objects.filter(finding=finding_id))), None)


def findings_held(ids: Iterable[str]) -> list[HeldFinding]:
    """Some findings with what people said of them, in the order in which they are named."""
    wanted = list(dict.fromkeys(ids))
    parts = (
        models.Finding.objects.filter(finding__in=wanted[first : first + _TOGETHER])
        for first in range(0, len(wanted), _TOGETHER)
    )
    held = {one.finding.id: one for one in _held_findings(chain.from_iterable(parts))}
    return [held[ident] for ident in wanted if ident in held]


def judgements_of(claims: Iterable[str]) -> list[Judged]:
    """Merges and splits that name any of some claims, the first first, undone ones too."""
    rows = models.Judgement.objects.filter(sides__claim_id__in=set(claims)).distinct().order_by("id")
    return [judged(row) for row in rows.prefetch_related("sides__claim")]


def claims_named(ident: str) -> list[str]:
    """The claims that name an entity, by its id or its identity; none where none has it."""
    rows = models.Entity.objects.filter(Q(pk=ident) | Q(identity=ident)).order_by("id")
    return list(dict.fromkeys(one["claim"] for row in rows for one in row.data["mentions"]))


def findings_of(finding: str) -> tuple[Finding, ...]:
    """The finding of an id; none where none has it."""
    return tuple(as_finding(row) for row in models.Finding.objects.filter(finding=finding)[:1])


def claims(*, dyad: tuple[State, State] | None = None, dyad_key: str | None = None) -> tuple[Claim, ...]:
    """The claims that count, of one dyad or all, by document and place in it.

    `dyad_key` is for the claims held under just that key (`""`: of no known dyad); here and below.
    """
    rows = models.Claim.objects.exclude(decision=models.Claim.REJECTED)
    found = [effective(row) for row in _of_dyad(rows, dyad, dyad_key)]
    # Not left to the database: PostgreSQL sorts by the rules of its own language.
    return tuple(sorted(found, key=lambda one: (one.doc, one.start, one.id)))


def records(
    *, dyad: tuple[State, State] | None = None, kind: str = "", dyad_key: str | None = None
) -> tuple[Record, ...]:
    """The records of one dyad or all, of one kind or all, by id."""
    rows = _of_dyad(models.Record.objects.order_by("id"), dyad, dyad_key)
    return tuple(as_record(row) for row in (rows.filter(kind=kind) if kind else rows))


def entities(
    *, dyad: tuple[State, State] | None = None, kind: str = "", dyad_key: str | None = None
) -> tuple[Entity, ...]:
    """The entities of one dyad or all, of one kind or all, by id."""
    rows = _of_dyad(models.Entity.objects.order_by("id"), dyad, dyad_key)
    return tuple(as_entity(row) for row in (rows.filter(kind=kind) if kind else rows))


def findings(*, dyad: tuple[State, State] | None = None) -> tuple[Finding, ...]:
    """The findings of one dyad or all that nobody dismissed, each once, by code and id."""
    rows = _of_dyad(still_open(models.Finding.objects.all()), dyad)
    return tuple({row.finding: as_finding(row) for row in rows}.values())


def dossier_inputs(a: State, b: State) -> DossierInputs:
    """All that a dossier of two states is made from; empty where nothing is held about them."""
    first, second = sorted((a, b))
    pair = (first, second)
    held_claims = claims(dyad=pair)
    ids = {one.doc for one in held_claims}
    rows = models.Document.objects.defer("original").filter(pk__in=ids)
    return DossierInputs(
        dyad=pair,
        claims=held_claims,
        records=records(dyad=pair),
        entities=entities(dyad=pair),
        findings=findings(dyad=pair),
        documents={row.id: as_document(row) for row in rows},
    )


def hashes() -> dict[str, str]:
    """The SHA-256 of every document held, with its id."""
    return dict(models.Document.objects.order_by().values_list("sha256", "id"))


def full_documents(ids: Iterable[str] | None = None) -> dict[str, Document]:
    """Documents with their texts, by id; all of them where `ids` is `None`."""
    rows = models.Document.objects.defer("original")
    return {row.id: as_document(row) for row in (rows if ids is None else rows.filter(pk__in=set(ids)))}


def texts(ids: Iterable[str]) -> dict[str, Document]:
    """Documents by id with their texts and without the way back to their sources, which takes longer."""
    rows = models.Document.objects.defer("original", "anchors").filter(pk__in=set(ids))
    return {row.id: as_document(row, anchors=False) for row in rows}


# --- rows to values -----------------------------------------------------------------------------------------


def effective(row: models.Claim) -> Claim:
    """A claim as it counts now: with the slots that a person decided, where one did."""
    return _claim(row, row.slots if row.decided_slots is None else row.decided_slots)


def effective_claims(rows: Q) -> Iterator[tuple[str | None, Claim]]:
    """The claims that count among some rows, each with the key of its dyad; faster than row by row."""
    columns = (
        "dyad_id",
        "id",
        "document_id",
        "kind",
        "evidence",
        "slots",
        "decided_slots",
        "confidence",
        "reader",
        "why",
    )
    held = models.Claim.objects.order_by().filter(rows).exclude(decision=models.Claim.REJECTED)
    for key, ident, doc, kind, evidence, slots, decided, confidence, reader, why in held.values_list(
        *columns
    ):
        yield (
            key,
            Claim(
                id=ident,
                doc=doc,
                kind=kind,
                evidence=tuple((start, end) for start, end in evidence),
                slots=codec.slots_of(kind, slots if decided is None else decided),
                confidence=confidence,
                reader=reader,
                why=tuple(why),
            ),
        )


def as_read(row: models.Claim) -> Claim:
    """A claim as the machine read it, whatever a person decided."""
    return _claim(row, row.slots)


def _claim(row: models.Claim, slots: dict[str, Any]) -> Claim:
    return Claim(
        id=row.id,
        doc=row.document_id,
        kind=row.kind,
        evidence=tuple((start, end) for start, end in row.evidence),
        slots=codec.slots_of(row.kind, slots),
        confidence=row.confidence,
        reader=row.reader,
        why=tuple(row.why),
    )


def held(row: models.Claim) -> HeldClaim:
    """A claim with its decision."""
    return HeldClaim(
        claim=effective(row),
        machine=codec.slots_of(row.kind, row.slots),
        dyad=dyad_of_key(row.dyad_id),
        decision=row.decision,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


def judged(row: models.Judgement) -> Judged:
    """A merge or split with the claims of its sides; those whose claims are gone or replaced are left out."""
    groups: dict[int, list[str]] = {}
    for side in row.sides.all():
        if side.claim is not None and side.claim.until is None:
            groups.setdefault(side.group, []).append(side.claim_id)
    return Judged(
        number=row.pk,
        about=row.about,
        act=row.act,
        claims=tuple(tuple(dict.fromkeys(group)) for _, group in sorted(groups.items())),
        by=row.by,
        at=row.at,
        reason=row.reason,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
    )


def still_open(rows: QuerySet, known_at: datetime.datetime | None = None) -> QuerySet:
    """Of rows of findings those that nobody dismissed, today or at a time."""
    return rows.exclude(finding__in=judgements.dismissed(known_at))


def _held_findings(rows: Iterable[models.Finding]) -> list[HeldFinding]:
    rows = list(rows)
    acts: dict[str, models.Dismissal] = {}
    alike: dict[tuple[str, tuple[str, ...]], models.Dismissal] = {}
    # only what was dismissed by the same rules can be these or like these
    for act in models.Dismissal.objects.filter(code__in={row.code for row in rows}).order_by("id"):
        acts[act.finding] = act
        if act.undone_at is None:
            alike[_what(codec.convert(act.data, Finding))] = act
    found: dict[str, HeldFinding] = {}
    for row in rows:
        one = as_finding(row)
        last = acts.get(one.id)
        standing = last if last is not None and last.undone_at is None else None
        before = alike.get(_what(one)) if standing is None else None
        found[one.id] = HeldFinding(
            finding=one,
            version=versions.of_dismissal(last),
            dismissal=_dismissed(standing),
            before=_dismissed(before),
        )
    return list(found.values())


def _what(one: Finding) -> tuple[str, tuple[str, ...]]:
    """What a finding is about, whatever its words and values: its rule, and its claims or else its document."""
    claims = sorted({words.claim for words in one.evidence if words.claim})
    return one.code, tuple(claims or sorted({words.doc for words in one.evidence}))


def _dismissed(row: models.Dismissal | None) -> Dismissed | None:
    return None if row is None else Dismissed(by=row.by, at=row.at, reason=row.reason)


def as_document(row: models.Document, *, anchors: bool = True) -> Document:
    """A document as sources made it; on wish without its anchors."""
    return codec.convert(
        {
            "id": row.id,
            "name": row.name,
            "sha256": row.sha256,
            "text": row.text,
            "media_type": row.media_type,
            "encoding": row.encoding,
            "language": row.language,
            "title": row.title,
            "address": row.address,
            "date": row.date or None,
            "anchors": row.anchors if anchors else [],
            "notes": row.notes,
        },
        Document,
    )


def as_record(row: models.Record) -> Record:
    """A record as resolving made it."""
    data = row.data
    # The type of the slots depends on the kind, which a conversion of the whole cannot know.
    bare = codec.convert({**data, "slots": {}}, Record)
    return msgspec.structs.replace(bare, slots=codec.slots_of(row.kind, data["slots"]))


def as_entity(row: models.Entity) -> Entity:
    """An entity as resolving made it."""
    return codec.convert(row.data, Entity)


def as_finding(row: models.Finding) -> Finding:
    """A finding as its rule made it."""
    return codec.convert(row.data, Finding)


def _of_dyad(rows: QuerySet, dyad: tuple[State, State] | None, key: str | None = None) -> QuerySet:
    """Rows of a pair of states, and of the larger groups that both belong to; or of one key alone."""
    if key is not None:
        return rows.filter(dyad_id=key or None)
    if dyad is None:
        return rows
    both = models.Dyad.objects.filter(parties__state=dyad[0]).filter(parties__state=dyad[1])
    return rows.filter(dyad__in=[one.pk for one in both])


def _count_by_dyad(rows: QuerySet, column: str) -> dict[str, int]:
    return dict(rows.order_by().filter(dyad__isnull=False).values_list("dyad_id").annotate(Count(column)))
