"""Merging and splitting: what people say is one thing, kept as claims and places in claims, never as generated ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from comity.model.claim import slot_values
from comity.model.person import Person
from comity.register import derived, judgements, models, queries, transactions, versions
from comity.register.errors import RegisterError
from comity.resolving import Side


def merge(ids: Sequence[str], by: str, reason: str, expected: Mapping[str, str]) -> queries.Judged:
    """See `actions.merge`."""
    with transactions.writing():
        derived.flush()
        wanted = list(dict.fromkeys(ids))
        records = [_record(one) for one in wanted]
        if all(record is not None for record in records):
            rows = [record for record in records if record is not None]
            _fits_records(rows)
            for ident, row in zip(wanted, rows, strict=True):
                versions.expect_claims(f"record {ident}", row.data["claims"], expected.get(ident))
            sides = [Side(claim) for row in rows for claim in row.data["claims"]]
            return _hold(models.Judgement.RECORD, models.Judgement.MERGE, [sides], by, reason)
        found = [_entities(one) for one in wanted]
        for ident, some in zip(wanted, found, strict=True):
            if not some:
                raise RegisterError(
                    f"no record and no entity {ident} is held", "Look its id up with `comity explain`."
                )
            versions.expect_claims(f"entity {ident}", _claims(some), expected.get(ident))
        _fits_entities(found)
        sides = [side for some in found for row in some for side in _spokesmen(row)]
        return _hold(models.Judgement.ENTITY, models.Judgement.MERGE, [sides], by, reason)


def split(thing: str, part: Sequence[str], by: str, reason: str, expected: str | None) -> queries.Judged:
    """See `actions.split`."""
    with transactions.writing():
        derived.flush()
        record = _record(thing)
        if record is not None:
            versions.expect_claims(f"record {thing}", record.data["claims"], expected)
            held = list(record.data["claims"])
            _known(part, held, f"record {thing}")
            groups = [
                [Side(claim) for claim in held if claim in part],
                [Side(claim) for claim in held if claim not in part],
            ]
            _parts(groups, f"record {thing}")
            return _hold(models.Judgement.RECORD, models.Judgement.SPLIT, groups, by, reason)
        rows = _entities(thing)
        if not rows:
            raise RegisterError(
                f"no record and no entity {thing} is held", "Look its id up with `comity explain`."
            )
        versions.expect_claims(f"entity {thing}", _claims(rows), expected)
        groups = _parted(rows, part, thing)
        _parts(groups, f"entity {thing}")
        return _hold(models.Judgement.ENTITY, models.Judgement.SPLIT, groups, by, reason)


def undo(number: int, by: str) -> queries.Judged:
    """See `actions.undo_judgement`."""
    with transactions.writing():
        row = models.Judgement.objects.filter(pk=number).first()
        if row is None or row.undone_at is not None:
            raise RegisterError(f"there is no judgement {number} that holds", "There is nothing to undo.")
        row.undone_at = timezone.now()
        row.undone_by = by
        row.save(update_fields=["undone_at", "undone_by"])
        derived.rebuild(dyads_of(side.claim_id for side in row.sides.all() if side.claim_id))
        return queries.judged(row)


# --- what is meant ------------------------------------------------------------------------------------------


def _record(ident: str) -> models.Record | None:
    """A record by its own id or that of a claim in it."""
    row = models.Record.objects.filter(pk=ident).first()
    return row or models.Record.objects.filter(claims__pk=ident).first()


def _entities(ident: str) -> list[models.Entity]:
    """An entity by its own id; all entities of an identity by the identity's."""
    rows = list(models.Entity.objects.filter(identity=ident).order_by("id"))
    return rows or list(models.Entity.objects.filter(pk=ident))


def _claims(rows: Iterable[models.Entity]) -> list[str]:
    return [one["claim"] for row in rows for one in row.data["mentions"]]


def _fits_records(rows: Sequence[models.Record]) -> None:
    if len({row.pk for row in rows}) < 2:
        raise RegisterError("these are one record already", "Name two records or more.")
    if len({row.kind for row in rows}) > 1:
        kinds = ", ".join(sorted({row.kind for row in rows}))
        raise RegisterError(f"records of several kinds ({kinds}) cannot be one", "Merge records of one kind.")
    if len({row.dyad_id for row in rows}) > 1:
        raise RegisterError(
            "records of several pairs of states cannot be one",
            "Edit the states of the claims that are wrong.",
        )


def _fits_entities(found: Sequence[Sequence[models.Entity]]) -> None:
    every = {row.pk for some in found for row in some}
    if len(found) < 2 or len(every) < 2:
        raise RegisterError("these are one entity already", "Name two or more.")
    if len({row.kind for some in found for row in some}) > 1:
        raise RegisterError("a person, a body and a place cannot be one", "Merge entities of one kind.")


def _known(part: Iterable[str], held: Iterable[str], what: str) -> None:
    for one in sorted(set(part) - set(held)):
        raise RegisterError(f"{one} is no part of {what}", "Look at it with `comity explain`.")


def _parts(groups: Sequence[Sequence[Side]], what: str) -> None:
    if not all(groups):
        raise RegisterError(f"nothing of {what} would be left", "Name a part of it and not all.")


def _parted(rows: Sequence[models.Entity], part: Sequence[str], thing: str) -> list[list[Side]]:
    """The mentions that are meant, and those that speak for the rest."""
    chosen: list[Side] = []
    rest: list[Side] = []
    known: set[str] = set()
    for row in rows:
        for one in _mentions(row):
            names = {row.pk, one.claim, f"{one.claim}/{one.slot}/{one.index}"}
            known |= names
            (chosen if names & set(part) else rest).append(one)
    _known(part, known, f"entity {thing}")
    if len(rest) > _MANY:
        # Of the rest those are enough that stand for a name of a document, unless the chosen bear the name too.
        names = _names([*chosen, *rest])
        shared = {names[one] for one in chosen}
        first: dict[object, Side] = {}
        for one in rest:
            first.setdefault(names[one] if names[one] not in shared else one, one)
        rest = list(first.values())
    return [chosen, rest]


_MANY = 50
"""Mentions that are kept one by one as the rest of an entity."""


def _spokesmen(row: models.Entity) -> list[Side]:
    """One mention for each name that a document gives an entity."""
    sides = _mentions(row)
    names = _names(sides)
    first: dict[object, Side] = {}
    for side in sides:
        first.setdefault(names[side], side)
    return list(first.values())


def _mentions(row: models.Entity) -> list[Side]:
    return [Side(one["claim"], one["slot"], one.get("index", 0)) for one in row.data["mentions"]]


def _names(sides: Sequence[Side]) -> dict[Side, tuple[str, str]]:
    """The document and the name of each place."""
    rows = {row.pk: row for row in models.Claim.objects.filter(pk__in={side.claim for side in sides})}
    return {side: (rows[side.claim].document_id, name_at(rows[side.claim], side)) for side in sides}


def name_at(row: models.Claim, side: Side) -> str:
    """The name that stands at a place of a claim; empty where none does."""
    value = slot_values(queries.effective(row).slots).get(side.slot)
    listed = value if isinstance(value, tuple) else (value,)
    if not side.slot or side.index >= len(listed):
        return ""
    one = listed[side.index]
    return (one.name or "") if isinstance(one, Person) else str(one or "")


# --- holding it ---------------------------------------------------------------------------------------------


def _hold(about: str, act: str, groups: Sequence[Sequence[Side]], by: str, reason: str) -> queries.Judged:
    row = models.Judgement.objects.create(about=about, act=act, by=by, at=timezone.now(), reason=reason)
    claims = {side.claim for group in groups for side in group}
    held = {one.pk: one for one in models.Claim.objects.filter(pk__in=claims)}
    models.Side.objects.bulk_create(
        [
            models.Side(
                judgement=row,
                group=number,
                claim=held[side.claim],
                slot=side.slot,
                index=side.index,
                document_id=held[side.claim].document_id,
                kind=held[side.claim].kind,
                evidence=held[side.claim].evidence,
                name=name_at(held[side.claim], side),
            )
            for number, group in enumerate(groups)
            for side in group
        ],
        batch_size=500,
    )
    derived.rebuild(dyads_of(claims))
    return queries.judged(row)


def dyads_of(claims: Iterable[str]) -> set[str | None]:
    """The dyads of some claims, and of all that judgements bind to them."""
    every = set(claims)
    every |= {side.claim for one in judgements.touching(every) for group in one.groups for side in group}
    return set(models.Claim.objects.order_by().filter(pk__in=every).values_list("dyad_id", flat=True))
