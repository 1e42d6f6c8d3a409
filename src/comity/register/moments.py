"""The register as of another moment: what held on a date, and what was known at a time.

Nothing is kept twice for this. Documents say when they were added and decisions when they were made and undone, so
what was known at a time is resolved and checked again from these. It is done by today's rules: a question about the
past tells what the documents and decisions of that time give, not what an older program made of them.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from comity.checking import check
from comity.model import codec
from comity.model.claim import Claim, State
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Entity, Finding, Record
from comity.register import holding, judgements, models, queries
from comity.register.derived import PAGE_RULES, TEXT_RULES
from comity.register.errors import RegisterError
from comity.resolving import Dyad, dyads_of, resolve
from comity.resolving.rules import RULES


@dataclass(frozen=True)
class Moment:
    """Another moment than now.

    `as_of` leaves out what certainly began later; what has no date stays, as nothing says that it is later.
    `known_at` (with a time zone) leaves out documents added later and decisions made later, and lets those hold
    that were undone later; of documents read again it has the claims of that time.
    """

    as_of: Date | None = None
    known_at: datetime.datetime | None = None

    def __bool__(self) -> bool:
        return self.as_of is not None or self.known_at is not None


def moment(as_of: str | None, known_at: str | None) -> Moment:
    """A moment as a user gives it with `--as-of` and `--known-at`."""
    return Moment(date_of(as_of) if as_of else None, time_of(known_at) if known_at else None)


def dossier_inputs(
    a: State, b: State, *, as_of: Date | None = None, known_at: datetime.datetime | None = None
) -> queries.DossierInputs:
    """All that a dossier of two states is made from, as it was at another moment (`Moment`); with none, this is
    `queries.dossier_inputs`.
    """
    first, second = sorted((a, b))
    at = Moment(as_of, known_at)
    if not at:
        return queries.dossier_inputs(a, b)
    found = held(at, (first, second))
    return queries.DossierInputs(
        dyad=(first, second), claims=found.claims, records=found.records, entities=found.entities,
        findings=found.findings, documents=found.documents,
    )  # fmt: skip


def held(at: Moment, pair: tuple[State, ...] | None = None) -> queries.Held:
    """What the register held of a pair of states, of one state with any other, or of all, at another moment.

    Claims, and what follows of them.
    """
    claims, dyads = _known(pair, at.known_at)
    many = _about_many(claims, dyads)
    chosen: dict[Dyad, list[Claim]] = defaultdict(list)
    for claim, dyad in zip(claims, dyads, strict=True):
        if _of_pair(dyad, pair) and _begun(claim, at.as_of):
            chosen[dyad].append(claim)
    texts = queries.full_documents(_documents(pair, chosen, at.known_at))
    judged = judgements.touching((claim.id for some in chosen.values() for claim in some), at.known_at)
    records: list[Record] = []
    entities: list[Entity] = []
    findings: dict[str, Finding] = {one.id: one for one in _of_texts(pair, texts)}
    office, unread, about = holding.table(), holding.unread(texts), holding.about(texts)
    for dyad, some in chosen.items():
        resolution = resolve(some, [dyad] * len(some), judged)
        records.extend(resolution.records)
        entities.extend(resolution.entities)
        documents = [texts[doc] for doc in sorted({claim.doc for claim in some})]
        found = check(
            some, resolution.records, resolution.entities, documents,
            ignore=TEXT_RULES, holders=office, unread=unread, about=about,
        )  # fmt: skip
        for one in found:
            if one.code not in PAGE_RULES or one.evidence[0].doc not in many:
                findings.setdefault(one.id, one)
    dismissed = judgements.dismissed(at.known_at)
    every = (claim for some in chosen.values() for claim in some)
    return queries.Held(
        claims=tuple(sorted(every, key=lambda one: (one.doc, one.start, one.id))),
        records=tuple(sorted(records, key=lambda one: one.id)),
        entities=tuple(sorted(entities, key=lambda one: one.id)),
        findings=tuple(
            sorted(
                (one for one in findings.values() if one.id not in dismissed),
                key=lambda one: (one.code, one.id),
            )
        ),
        documents=texts,
    )


def dyads_of_claims(found: queries.Held) -> list[Dyad]:
    """The dyad of each claim of what was held, in their order: the one of the record that it is in."""
    within = {claim: one.dyad for one in found.records for claim in one.claims}
    return [within.get(one.id, ()) for one in found.claims]


def dyads(found: queries.Held) -> list[queries.DyadSummary]:
    """How much of what was held is of each dyad, those with the most claims first."""
    claims: dict[Dyad, list[Claim]] = defaultdict(list)
    for claim, dyad in zip(found.claims, dyads_of_claims(found), strict=True):
        claims[dyad].append(claim)
    records = Counter(one.dyad for one in found.records)
    findings = Counter(one.dyad for one in found.findings)
    told = [
        queries.DyadSummary(
            states=dyad,
            claims=len(some),
            records=records[dyad],
            documents=len({claim.doc for claim in some}),
            findings=findings[dyad],
        )
        for dyad, some in claims.items()
    ]
    return sorted(told, key=lambda one: (-one.claims, one.states))


def record(wanted: str, at: Moment) -> tuple[Record, queries.Held] | None:
    """A record as it was at another moment, by its id or that of any claim in it, with what was held of its states."""
    row = models.Claim.ever.filter(pk=wanted).first()
    now = queries.record(wanted)
    dyad = now.dyad if now is not None else queries.dyad_of_key(row.dyad_id) if row is not None else ()
    if not dyad:
        return None
    ids = {wanted, *(now.claims if now is not None else ())}
    found = held(at, dyad)
    told = next((one for one in found.records if one.id == wanted or ids.intersection(one.claims)), None)
    return None if told is None else (told, found)


def date_of(text: str) -> Date:
    """A date as a user gives it to `--as-of`; `RegisterError` where it is none or no single moment."""
    try:
        date = Date.parse(text)
    except ValueError as error:
        raise RegisterError(f"{text} is no date", "Give one such as 2003, 2003-05 or 2003-05-17.") from error
    if date.is_interval or date.upper is None:
        raise RegisterError(f"{text} is not one day, month or year", "Give one such as 2003-05-17.")
    return date


def time_of(text: str) -> datetime.datetime:
    """A time as a user gives it to `--known-at`, in UTC where no zone is told; a date is the end of its day."""
    try:
        if len(text) == 10:
            day = datetime.date.fromisoformat(text)
            return datetime.datetime.combine(day, datetime.time.max, datetime.UTC)
        time = datetime.datetime.fromisoformat(text)
        zoned = time if time.tzinfo is not None else time.replace(tzinfo=datetime.UTC)
        return zoned.astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        raise RegisterError(
            f"{text} is no time", "Give one such as 2026-11-20 or 2026-11-20T17:30."
        ) from error


def _known(
    pair: tuple[State, ...] | None, known_at: datetime.datetime | None
) -> tuple[list[Claim], list[Dyad]]:
    """The claims that counted at a time, of all documents that may speak of a pair, with their dyads."""
    rows = models.Document.objects.order_by()
    if pair is not None:
        keys = [key for key in models.Dyad.objects.values_list("pk", flat=True) if _holds(key, pair)]
        docs = set(models.Claim.ever.filter(dyad_id__in=keys).values_list("document_id", flat=True))
        # A decision may have moved a claim to another dyad, or will.
        docs |= set(models.Decision.objects.values_list("claim__document_id", flat=True))
        rows = rows.filter(pk__in=docs)
    if known_at is not None:
        rows = rows.filter(added_at__lte=known_at)
    known = set(rows.values_list("id", flat=True))
    acts: dict[str, models.Decision] = {}
    for act in models.Decision.objects.order_by("id"):
        made = known_at is None or act.at <= known_at
        undone = act.undone_at is not None and (known_at is None or act.undone_at <= known_at)
        if made and not undone:
            acts[act.claim_id] = act
    claims = []
    for row in _of_documents(_standing(known_at), pair, known):
        act = acts.get(row.id)
        if act is not None and act.decision == models.Claim.REJECTED:
            continue
        row.decided_slots = act.slots if act is not None else None
        claims.append(queries.effective(row))
    return claims, dyads_of(claims)


def _of_documents(rows: QuerySet, pair: tuple[State, ...] | None, known: set[str]) -> Iterator[models.Claim]:
    """The claims of some documents. Of all, they are chosen here: a statement takes so many values and no more."""
    found = rows if pair is None else rows.filter(document_id__in=known)
    return (row for row in found.iterator(chunk_size=1000) if row.document_id in known)


def _documents(
    pair: tuple[State, ...] | None, chosen: dict[Dyad, list[Claim]], known_at: datetime.datetime | None
) -> set[str] | None:
    """The documents that are looked at: those of some claims; of all that is held those too that make none."""
    if pair is not None:
        return {claim.doc for some in chosen.values() for claim in some}
    rows = models.Document.objects.order_by()
    return set(
        (rows if known_at is None else rows.filter(added_at__lte=known_at)).values_list("id", flat=True)
    )


def _standing(known_at: datetime.datetime | None) -> QuerySet:
    """The claims that reading had made by a time, and no later reading had replaced."""
    if known_at is None:
        return models.Claim.objects.all()
    made = Q(since__isnull=True) | Q(since__lte=known_at)
    return models.Claim.ever.filter(made, Q(until__isnull=True) | Q(until__gt=known_at))


def _holds(key: str, pair: tuple[State, ...] | None) -> bool:
    return _of_pair(queries.dyad_of_key(key), pair)


def _of_pair(dyad: Dyad, pair: tuple[State, ...] | None) -> bool:
    return pair is None or set(pair) <= set(dyad)


def _begun(claim: Claim, as_of: Date | None) -> bool:
    """Whether what a claim tells may have begun by a date."""
    date: Date | None = getattr(claim.slots, RULES[claim.kind].date)
    if as_of is None or as_of.upper is None or date is None or date.lower is None:
        return True
    return date.lower <= as_of.upper


def _about_many(claims: list[Claim], dyads: list[Dyad]) -> set[str]:
    """The documents that tell of the relations of more than one dyad."""
    found: dict[str, set[Dyad]] = defaultdict(set)
    for claim, dyad in zip(claims, dyads, strict=True):
        if claim.kind == "relations":
            found[claim.doc].add(dyad)
    return {doc for doc, some in found.items() if len(some) > 1}


def _of_texts(pair: tuple[State, ...] | None, texts: dict[str, Document]) -> list[Finding]:
    """What was found in the texts of documents, as it is held."""
    rows = models.Finding.objects.filter(document__isnull=False)
    return [
        codec.convert(row.data, Finding)
        for row in rows
        if row.document_id in texts and _holds(row.dyad_id or "", pair)
    ]
