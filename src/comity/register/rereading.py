"""Reading a document again, as by newer rules: what differs from what is held, and taking it over.

A claim that says the same stays the very claim. One that is read otherwise takes the place of the old one, which is
kept for questions about the past. What a person accepted, edited or rejected is never replaced: where reading has
come to another result about words that somebody accepted or edited, the decision stands and the reading is only told.
A rejection is of what was read then: where the same words are read otherwise now, that is new. Merges, splits and
dismissed findings hold for what stands in the place of what they named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
from django.utils import timezone

from comity.model.claim import Claim, Span, claim_id, slot_values
from comity.model.person import Person
from comity.register import derived, dismissing, judging, models, queries, transactions
from comity.register.errors import RegisterError
from comity.register.searching import index
from comity.resolving import Side

Act = Literal["added", "changed", "removed", "kept"]


@dataclass(frozen=True)
class Change:
    """How reading a document again differs at one claim.

    `added` is new, `removed` read no more, `changed` read otherwise; `kept` would be removed or changed if `before`
    were not what a person decided. `after` is what is read now.
    """

    act: Act
    before: queries.HeldClaim | None = None
    after: Claim | None = None

    @property
    def place(self) -> tuple[int, str]:
        """Where in the document it is."""
        one = self.before.claim if self.before is not None else self.after
        assert one is not None
        return one.start, one.id


def differences(doc: str, claims: Iterable[Claim]) -> list[Change]:
    """How the claims that a document is read to now differ from those held, by their place; nothing is changed."""
    return sorted(_compare(_rows(doc), list(claims)), key=lambda one: one.place)


def reread(doc: str, claims: Iterable[Claim], unread: Iterable[Span], by: str) -> list[Change]:
    """See `actions.reread`."""
    with transactions.writing():
        derived.flush()
        with dismissing.carried(doc):
            return _take_over(doc, claims, unread, by)


def _take_over(doc: str, claims: Iterable[Claim], unread: Iterable[Span], by: str) -> list[Change]:
    rows = _rows(doc)
    document = models.Document.objects.get(pk=doc)
    found = sorted(_compare(rows, list(claims)), key=lambda one: one.place)
    runs = [list(run) for run in unread]
    if all(one.act == "kept" for one in found) and document.unread == runs:
        return found
    document.unread, document.reread_at, document.reread_by = runs, timezone.now(), by
    document.save(update_fields=["unread", "reread_at", "reread_by"])
    concerned: set[str | None] = {None}
    gone = {one.before.claim.id for one in found if one.act in ("changed", "removed") and one.before}
    for row in rows:
        if row.id in gone:
            row.until = document.reread_at
            row.save(update_fields=["until"])
            concerned.add(row.dyad_id)
    fresh = [one.after for one in found if one.act in ("added", "changed") and one.after]
    _hold(document, fresh)
    concerned |= derived.move_claims(doc)
    concerned |= _follow(doc)
    models.Finding.objects.filter(document=document).delete()
    derived.check_text(document, queries.as_document(document))
    # Sentences that are read now, or no more, may matter to any pair of states that the document speaks of.
    every = models.Claim.objects.order_by().filter(document_id=doc)
    derived.rebuild(concerned | set(every.values_list("dyad_id", flat=True)))
    index.follow_documents([doc])
    return found


def _rows(doc: str) -> list[models.Claim]:
    if not models.Document.objects.filter(pk=doc).exists():
        raise RegisterError(f"no document {doc} is held", "`comity search in:document` finds them.")
    return list(models.Claim.objects.filter(document_id=doc))


# --- comparing ----------------------------------------------------------------------------------------------


def _compare(rows: Sequence[models.Claim], claims: Sequence[Claim]) -> Iterable[Change]:
    by_words: dict[tuple[str, tuple[Span, ...]], list[Claim]] = {}
    for one in claims:
        by_words.setdefault((one.kind, one.evidence), []).append(one)
    old: list[queries.HeldClaim] = []
    for held in map(queries.held, rows):
        # What says the same needs no word; nor what a person had to tell and reading has learnt since.
        near = by_words.get((held.claim.kind, held.claim.evidence), [])
        same = next((one for one in near if one.slots in (held.machine, held.claim.slots)), None)
        if same is None:
            old.append(held)
        else:
            near.remove(same)
    unread = {id(one) for near in by_words.values() for one in near}
    left = [one for one in claims if id(one) in unread]
    told: set[int] = set()
    for held, after in pairs(old, left):
        decided = held.decision in (models.Claim.ACCEPTED, models.Claim.EDITED)
        if held.decision == models.Claim.REJECTED:
            if after is not None:
                yield Change("added", None, after)
        elif decided:
            yield Change("kept", held, after)
        else:
            yield Change("changed" if after is not None else "removed", held, after)
        if after is not None:
            told.add(id(after))
    for after in left:
        if id(after) not in told:
            yield Change("added", None, after)


def pairs(
    old: Sequence[queries.HeldClaim], new: Sequence[Claim]
) -> list[tuple[queries.HeldClaim, Claim | None]]:
    """Each old claim with the new one that takes its place: of one kind, from the same words, the likest first."""
    ranked = sorted(
        ((_likeness(old[one].claim, new[other]), one, other) for one, other in _touching(old, new)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in ranked:
        if one not in chosen and other not in taken:
            chosen[one] = other
            taken.add(other)
    return [(held, new[chosen[one]] if one in chosen else None) for one, held in enumerate(old)]


def _touching(old: Sequence[queries.HeldClaim], new: Sequence[Claim]) -> set[tuple[int, int]]:
    """The pairs of old and new claims of one kind with words in common, by their places; found in one pass over the
    runs of words, of which each is looked at only beside those that it meets.
    """
    runs = sorted(
        [
            (start, end, held.claim.kind, True, at)
            for at, held in enumerate(old)
            for start, end in held.claim.evidence
        ]
        + [(start, end, one.kind, False, at) for at, one in enumerate(new) for start, end in one.evidence]
    )
    found: set[tuple[int, int]] = set()
    open_runs: list[tuple[int, str, bool, int]] = []
    for start, end, kind, is_old, at in runs:
        open_runs = [run for run in open_runs if run[0] > start]
        for _, other_kind, other_old, other in open_runs:
            if other_kind == kind and other_old != is_old:
                found.add((at, other) if is_old else (other, at))
        open_runs.append((end, kind, is_old, at))
    return found


def _likeness(one: Claim, other: Claim) -> int:
    """How many slots say the same; the same words count as one more."""
    first, second = slot_values(one.slots), slot_values(other.slots)
    return sum(second.get(name) == value for name, value in first.items()) + (one.evidence == other.evidence)


def _touch(one: Iterable[Span], other: Sequence[Span]) -> bool:
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


# --- taking it over -----------------------------------------------------------------------------------------


def _hold(document: models.Document, claims: Sequence[Claim]) -> None:
    """New claims of a document. One that bears the id of an older claim, of the same rules' name, gets another."""
    taken = set(models.Claim.ever.filter(document=document).values_list("id", flat=True))
    rows = []
    for claim in claims:
        ident, number = claim.id, 0
        while ident in taken:
            number += 1
            ident = claim_id(document.sha256, claim.kind, claim.evidence, f"{claim.id}+{number}")
        taken.add(ident)
        rows.append(
            models.Claim.of(msgspec.structs.replace(claim, id=ident), document, since=document.reread_at)
        )
    models.Claim.objects.bulk_create(rows, batch_size=500)


def _follow(doc: str) -> set[str | None]:
    """Let judgements hold for the claims that stand in the place of those they named; the dyads that it concerns.

    The old sides stay, for questions about the past.
    """
    sides = models.Side.objects.filter(document_id=doc, claim__isnull=False).select_related("claim")
    current = list(models.Claim.objects.filter(document_id=doc))
    held = {(side.judgement_id, side.claim_id, side.slot, side.index) for side in sides}
    concerned: set[str | None] = set()
    for side in sides:
        if side.claim.until is None:
            continue
        found = _place(side, current)
        if found is None or (side.judgement_id, found.claim, found.slot, found.index) in held:
            continue
        held.add((side.judgement_id, found.claim, found.slot, found.index))
        row = next(one for one in current if one.id == found.claim)
        models.Side.objects.create(
            judgement_id=side.judgement_id, group=side.group, claim=row, slot=found.slot, index=found.index,
            document_id=doc, kind=row.kind, evidence=row.evidence, name=side.name,
        )  # fmt: skip
        concerned |= judging.dyads_of([row.id])
    return concerned


def _place(side: models.Side, current: Sequence[models.Claim]) -> Side | None:
    """The claim, or the place in one, that says now what a side named."""
    runs = [(start, end) for start, end in side.evidence]
    near = [
        row for row in current if row.kind == side.kind and _touch(runs, [tuple(run) for run in row.evidence])
    ]
    near.sort(key=lambda row: (row.evidence != side.evidence, row.start, row.id))
    if not side.slot:
        return Side(near[0].id) if near else None
    for row in near:
        places = [one for one in _named(row) if judging.name_at(row, one) == side.name]
        if places:
            return min(places, key=lambda one: (one.slot != side.slot, one))
    return None


def _named(row: models.Claim) -> list[Side]:
    """The places of a claim where somebody or something may be named."""
    return [
        Side(row.id, slot, number)
        for slot, value in slot_values(queries.effective(row).slots).items()
        for number, one in enumerate(value if isinstance(value, tuple) else (value,))
        if isinstance(one, Person | str)
    ]
