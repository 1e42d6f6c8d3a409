"""The only way to change a register. Each act is one transaction: it is wholly there or not at all.

After an act, records, entities and findings of the dyads that it concerns are made again in the same
transaction, so that they never disagree with the claims (`comity.register.derived`).

Acts of people take `expected`: the version of what the person saw. Where somebody else changed it meanwhile,
nothing is done and `ConflictError` names who did what. Several acts in `with batch():` are one transaction.
"""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db import DataError
from django.utils import timezone

from comity.checking import Holder
from comity.model import codec
from comity.model.claim import Claim, Slots, Span
from comity.model.document import Document
from comity.register import (
    derived,
    dismissing,
    editions,
    holding,
    judging,
    models,
    queries,
    rereading,
    transactions,
    versions,
)
from comity.register.errors import RegisterError, UnfitError
from comity.register.searching import index
from comity.resolving import Dyad, dyads_of


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
    earlier: str = "",
) -> Added:
    """Add a document with its bytes and claims; `earlier` is the id of one that it is a newer version of.

    A document with the same bytes is there already: nothing changes. One of another content under the same id
    gets the beginning of its hash behind the id. `UnfitError` where a claim's evidence is not within the text, and
    where the bytes are not those that were read.
    """
    _verify(document, claims)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise UnfitError(f"{document.name} was changed while it was read", "Add it again.")
    with transactions.writing():
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
            address=document.address,
            date=str(document.date or ""),
            text=document.text,
            anchors=codec.plain(document.anchors),
            notes=list(document.notes),
            unread=[list(run) for run in unread],
            original=data,
            added_at=timezone.now(),
            added_by=by or whoami(),
        )
        if earlier:
            editions.tie(doc, earlier, by or whoami())
        dyads = dyads_of(claims)
        keys = derived.hold_dyads(dyads)
        models.Claim.objects.bulk_create(
            [models.Claim.of(claim, row, key) for claim, key in zip(claims, keys, strict=True)],
            batch_size=500,
        )
        derived.check_text(row, msgspec.structs.replace(document, id=doc))
        concerned = set(keys) or {None}
        derived.extend(concerned, doc)
        index.follow_documents([doc])
    return Added(doc=doc, new=True, claims=len(claims), dyads=tuple(sorted(set(dyads))))


def reread(
    doc: str, claims: Sequence[Claim], unread: Iterable[Span] = (), by: str = ""
) -> list[rereading.Change]:
    """Take over what a document is read to now, as by newer rules; what differs from before, by its place.

    Claims that say the same stay as they are. Those that are replaced are kept for questions about the past, and what
    people judged holds for what stands in their place. What people accepted, edited or rejected is never replaced
    (`comity.register.rereading`). `RegisterError` where no document has the id and where a claim's evidence is not
    within the text.
    """
    held = queries.full_documents([doc]).get(doc)
    if held is not None:
        _verify(held, claims)
    return rereading.reread(doc, claims, unread, by or whoami())


def make_again(docs: Collection[str] | None = None) -> None:
    """Make records, people, bodies and findings again by the rules of now: those of the pairs of states that some
    documents speak of, or all. Claims and decisions stay.
    """
    with transactions.writing():
        if docs is None:
            derived.rebuild_all()
        else:
            derived.rebuild_of(docs)


def newer_version(doc: str, earlier: str, by: str = "") -> None:
    """A person says that a document is a newer version of another, or with an empty `earlier` of none."""
    with transactions.writing():
        editions.tie(doc, earlier, by or whoami())


@contextmanager
def batch() -> Iterator[None]:
    """Several acts as one transaction: all of them or none, and what follows of them is made once."""
    with transactions.writing(), derived.together():
        yield


def accept(
    claim_id: str, by: str = "", reason: str = "", *, expected: str | None = None
) -> queries.HeldClaim:
    """A person says that the claim is right as the machine read it."""
    return _decide(claim_id, models.Claim.ACCEPTED, None, by, reason, expected)


def reject(
    claim_id: str, by: str = "", reason: str = "", *, expected: str | None = None
) -> queries.HeldClaim:
    """A person says that the document does not say it: the claim counts no more, and stays to be seen."""
    return _decide(claim_id, models.Claim.REJECTED, None, by, reason, expected)


def edit(
    claim_id: str,
    slots: Slots | dict[str, Any],
    by: str = "",
    reason: str = "",
    *,
    expected: str | None = None,
) -> queries.HeldClaim:
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
    if _beyond(codec.plain(checked)):
        raise RegisterError(
            "a number in it is larger than any figure", "Give figures below 10 to the power of 18."
        )
    try:
        return _decide(claim_id, models.Claim.EDITED, checked, by, reason, expected)
    except DataError as error:
        raise RegisterError("a name in it is too long to be held", "Give a shorter one.") from error


def undo(claim_id: str, by: str = "", *, expected: str | None = None) -> queries.HeldClaim:
    """Take the last decision about a claim back; the one before it holds again. `RegisterError` where there
    is none.
    """
    with transactions.writing():
        row = _claim(claim_id)
        versions.expect_claim(row, expected)
        standing = list(row.decisions.filter(undone_at__isnull=True).order_by("-id")[:2])
        if not standing:
            raise RegisterError(f"nothing was decided about claim {claim_id}", "There is nothing to undo.")
        standing[0].undone_at = timezone.now()
        standing[0].undone_by = by or whoami()
        standing[0].save(update_fields=["undone_at", "undone_by"])
        _apply(row, standing[1] if len(standing) > 1 else None)
        return queries.held(row)


def merge(
    ids: Sequence[str], by: str = "", reason: str = "", *, expected: Mapping[str, str] | None = None
) -> queries.Judged:
    """A person says that records, or entities, are one thing: from now on they are, whatever is added or read anew.

    `ids` are of records, or of claims for the records that hold them, of one kind and one pair of states; or of
    entities or identities of one kind. `expected` has versions by these ids. `RegisterError` where they cannot be
    one.
    """
    return judging.merge(ids, by or whoami(), reason, expected or {})


def split(
    thing: str, part: Sequence[str], by: str = "", reason: str = "", *, expected: str | None = None
) -> queries.Judged:
    """A person says that a part of a record, or of an entity, is another thing than the rest.

    `part` has ids of claims of the record; for an entity ids of the claims that name it, `claim/slot/index` for
    one place in a claim, or ids of the entities of an identity. `RegisterError` where it is nothing or all.
    """
    return judging.split(thing, part, by or whoami(), reason, expected)


def undo_judgement(number: int, by: str = "") -> queries.Judged:
    """Take a merge or a split back; what it had overruled holds again. `RegisterError` where it is undone."""
    return judging.undo(number, by or whoami())


def dismiss(
    finding_id: str, by: str = "", reason: str = "", *, expected: str | None = None
) -> queries.HeldFinding:
    """A person says, with a reason, that a finding is no fault: it is told no more while its evidence stays."""
    return dismissing.dismiss(finding_id, by or whoami(), reason, expected)


def reopen(
    finding_id: str, by: str = "", reason: str = "", *, expected: str | None = None
) -> queries.HeldFinding:
    """Take a dismissal back: the finding is told again. `RegisterError` where it is not dismissed."""
    return dismissing.reopen(finding_id, by or whoami(), reason, expected)


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
            raise UnfitError(
                f"claim {claim.id or claim.kind} of {document.id} points at no words of its document",
                "Read the document again.",
            )
        if not claim.id or claim.id in ids:
            raise UnfitError(
                f"a {claim.kind} claim of {document.id} has no id of its own", "Read the document again."
            )
        ids.add(claim.id)


_LARGEST = 10**18


def _beyond(value: Any) -> bool:
    """Whether a number is larger than anything that is counted or paid, so that no arithmetic can be done with it."""
    if isinstance(value, dict):
        return any(map(_beyond, value.values()))
    if isinstance(value, list):
        return any(map(_beyond, value))
    return isinstance(value, int | float) and not -_LARGEST < value < _LARGEST


def _claim(claim_id: str) -> models.Claim:
    row = models.Claim.objects.filter(pk=claim_id).first()
    if row is None:
        raise RegisterError(
            f"no claim {claim_id} is held", "Look its id up with `comity read FILE --format jsonl`."
        )
    return row


def _decide(
    claim_id: str, decision: str, slots: Slots | None, by: str, reason: str, expected: str | None
) -> queries.HeldClaim:
    with transactions.writing():
        row = _claim(claim_id)
        versions.expect_claim(row, expected)
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
    row.version += 1
    hold_decision(row, decision)
    derived.rebuild({row.dyad_id} | derived.move_claims(row.document_id))
    row.refresh_from_db()


def import_holders(given: Iterable[Holder]) -> int:
    """Put a table of office holders in the place of the one held, and check again what it concerns; how many
    terms it has. An empty table takes the old one away.
    """
    fresh = list(given)
    with transactions.writing():
        states = {one.state for one in (*holding.holders(), *fresh)}
        holding.hold(fresh)
        keys = models.Party.objects.order_by().filter(state__in=states).values_list("dyad_id", flat=True)
        # People of these states may be named in claims of no known dyad too.
        derived.rebuild({None, *keys})
    return len(fresh)
