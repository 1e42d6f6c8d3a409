"""One identity for what is one across dyads, kept in step with the entities of each.

Entities that are the same as before keep theirs. For those that are new, gone or changed, those of their blocks are
compared again whose names may lead to theirs, and these alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db.models import Q

from comity.model import codec
from comity.model.record import Entity
from comity.register import judgements, models, rows
from comity.resolving import across, names
from comity.resolving.judgements import Constraints


@dataclass(frozen=True)
class Before:
    """An entity as it was held: how it looks to a comparison, its block, name and identity (none where judged)."""

    looks: str
    block: str
    name: str
    identity: str


Known = dict[str, Before]
"""Entities as they were held, by id."""


def known(wanted: Q) -> Known:
    """The entities of some dyads as they are held."""
    found: Known = {}
    for row in models.Entity.objects.order_by().filter(wanted):
        looks = _held_looks(row.data)
        # What was judged may not be so any more, so it is compared again.
        found[row.id] = Before(looks, row.block, row.name, "" if row.judged else row.identity)
    return found


def row_of(entity: Entity, key: str | None, before: Known, judged: Constraints) -> models.Entity:
    """An entity to be held, with the identity that it had where it is the same as before."""
    held = before.get(entity.id)
    block = across.block_of(entity)
    touched = across.root_of(entity, judged) is not None
    same = held is not None and held.looks == _looks(entity) and not touched
    identity = held.identity if held is not None and same else ""
    if not block and not touched:
        identity = entity.id
    return models.Entity(
        id=entity.id,
        dyad_id=key,
        kind=entity.kind,
        name=entity.name,
        state=entity.state or "",
        identity=identity,
        block=block or f"{entity.kind} {entity.id}",
        judged=touched,
        data=codec.plain(entity),
    )


def settle(before: Known, now: Iterable[models.Entity]) -> list[models.Entity]:
    """Compare again what entities that came, went or changed may be one with; those with other identities."""
    after = {row.id: row for row in now}
    dirty: _Names = {}
    for row in after.values():
        if not row.identity:
            dirty.setdefault(row.block, set()).add(row.name)
    for ident, held in before.items():
        row = after.get(ident)
        if row is None or row.block != held.block or _held_looks(row.data) != held.looks:
            dirty.setdefault(held.block, set()).add(held.name)
    return _compare(dirty)


_Names = dict[str, set[str]]
"""Blocks, with the names of those in them that changed."""


def _compare(dirty: _Names) -> list[models.Entity]:
    held: dict[str, models.Entity] = {}
    judged: dict[str, None] = {}
    loaded: set[str] = set()
    # What people judged to be one may stand in several blocks: these are compared together.
    while blocks := sorted(set(dirty) - loaded):
        loaded |= set(blocks)
        fresh = [
            row for some in rows.chunks(blocks, 500) for row in _of_blocks({one: dirty[one] for one in some})
        ]
        held |= {row.id: row for row in fresh}
        claims = {one["claim"] for row in fresh if row.judged for one in row.data.get("mentions", ())}
        if claims:
            judged |= dict.fromkeys(claims)
            others = {
                side.claim
                for one in judgements.touching(claims)
                if one.about == "entity"
                for group in one.groups
                for side in group
            }
            dyads = models.Claim.objects.order_by().filter(pk__in=others).values_list("dyad_id", flat=True)
            near = models.Entity.objects.order_by().filter(judged=True)
            near = near.filter(Q(dyad_id__in=list(dyads)) | Q(dyad_id__isnull=True))
            for row in near:
                if others & {one["claim"] for one in row.data.get("mentions", ())}:
                    dirty.setdefault(row.block, set()).add(row.name)
    constraints = Constraints("entity", judgements.touching(judged) if judged else ())
    linked = {row.block for row in held.values() if row.judged}
    together: dict[str, list[Entity]] = {}
    for row in held.values():
        # Blocks without judgements are compared each for itself.
        together.setdefault("" if row.block in linked else row.block, []).append(_compared(row))
    changed = []
    for entities in together.values():
        for ident, identity in across.identities_of(entities, constraints).items():
            if held[ident].identity != identity:
                held[ident].identity = identity
                changed.append(held[ident])
    models.Entity.objects.bulk_update(changed, ["identity"], batch_size=400)
    return changed


def _of_blocks(dirty: _Names) -> list[models.Entity]:
    """The entities of some blocks that must be compared: all where somebody judged one of them, or where the block is
    the whole name; otherwise the people whose names may lead to one that changed.
    """
    held = models.Entity.objects.order_by().filter(block__in=list(dirty))
    judged = set(held.filter(judged=True).values_list("block", flat=True))
    people: dict[str, dict[str, list[str]]] = {}
    for block, name, ident in held.filter(kind="person").values_list("block", "name", "id"):
        if block not in judged:
            people.setdefault(block, {}).setdefault(name, []).append(ident)
    near = [
        ident
        for block, called in people.items()
        for name in names.reached(dirty[block], called, _one_block)
        for ident in called[name]
    ]
    columns = ("block", "kind", "name", "identity", "judged")
    found = list(held.filter(block__in=judged).only(*columns, "data"))
    found += held.exclude(block__in=judged).exclude(kind="person").only(*columns)
    for some in rows.chunks(sorted(near), 500):
        found += models.Entity.objects.order_by().filter(pk__in=some).only(*columns, "data")
    return found


def _one_block(_: str) -> tuple[str, ...]:
    """What names of one block have in common."""
    return ("",)


def _compared(row: models.Entity) -> Entity:
    """A held entity as far as it is compared: mentions count where somebody judged them, and there are many; of what is
    no person the name counts alone.
    """
    if row.judged:
        return codec.convert(row.data, Entity)
    if row.kind != "person":
        return Entity(id=row.id, kind=row.kind, name=row.name)
    return codec.convert({**row.data, "mentions": [], "reasons": []}, Entity)


def _held_looks(data: dict[str, Any]) -> str:
    """What a held entity looks like; nothing where it is damaged, so that it is like none that is made."""
    try:
        return _looks(codec.convert(data, Entity))
    except msgspec.ValidationError:
        return ""


def _looks(entity: Entity) -> str:
    """What an entity looks like in comparison."""
    seen = (entity.kind, entity.name, entity.offices, entity.state, entity.years, entity.sides)
    return hashlib.sha256(codec.encode(seen)).hexdigest()[:16]
