"""One identity for what is one across dyads, kept in step with the entities of each.

Entities that are the same as before keep theirs. For those that are new, gone or changed, the blocks they stand in
are compared again, and these alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Q

from comity.model import codec
from comity.model.record import Entity
from comity.register import judgements, models
from comity.resolving import across
from comity.resolving.judgements import Constraints

Known = dict[str, tuple[str, str, str]]
"""Of entities by id: what they look like to a comparison, their block and their identity (none where judged)."""


def known(rows: Q) -> Known:
    """The entities of some dyads as they are held."""
    found: Known = {}
    for row in models.Entity.objects.order_by().filter(rows):
        looks = _held_looks(row.data)
        # What was judged may not be so any more, so it is compared again.
        found[row.id] = (looks, row.block, "" if row.judged else row.identity)
    return found


def row_of(entity: Entity, key: str | None, before: Known, judged: Constraints) -> models.Entity:
    """An entity to be held, with the identity that it had where it is the same as before."""
    looks, _, identity = before.get(entity.id, ("", "", ""))
    block = across.block_of(entity)
    touched = across.root_of(entity, judged) is not None
    if looks != _looks(entity) or touched:
        identity = ""
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
    """Compare again what stands in the blocks of entities that came, went or changed; those with other identities."""
    after = {row.id: row for row in now}
    dirty = {row.block for row in after.values() if not row.identity}
    for ident, (looks, block, _) in before.items():
        row = after.get(ident)
        if row is None or row.block != block or _held_looks(row.data) != looks:
            dirty.add(block)
    return _compare(dirty)


def _compare(dirty: set[str]) -> list[models.Entity]:
    rows: dict[str, models.Entity] = {}
    judged: dict[str, None] = {}
    loaded: set[str] = set()
    # What people judged to be one may stand in several blocks: these are compared together.
    while blocks := sorted(dirty - loaded):
        loaded |= set(blocks)
        fresh = [
            row
            for first in range(0, len(blocks), 500)
            for row in models.Entity.objects.order_by()
            .filter(block__in=blocks[first : first + 500])
            .only("block", "identity", "judged", "data")
        ]
        rows |= {row.id: row for row in fresh}
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
            dirty |= {
                row.block for row in near if others & {one["claim"] for one in row.data.get("mentions", ())}
            }
    constraints = Constraints("entity", judgements.touching(judged) if judged else ())
    linked = {row.block for row in rows.values() if row.judged}
    together: dict[str, list[Entity]] = {}
    for row in rows.values():
        # Blocks without judgements are compared each for itself.
        together.setdefault("" if row.block in linked else row.block, []).append(_compared(row))
    changed = []
    for entities in together.values():
        for ident, identity in across.identities_of(entities, constraints).items():
            if rows[ident].identity != identity:
                rows[ident].identity = identity
                changed.append(rows[ident])
    models.Entity.objects.bulk_update(changed, ["identity"], batch_size=400)
    return changed


def _compared(row: models.Entity) -> Entity:
    """A held entity as far as it is compared: mentions count where somebody judged them, and there are many."""
    if row.judged:
        return codec.convert(row.data, Entity)
    return codec.convert({**row.data, "mentions": [], "reasons": []}, Entity)


def _held_looks(data: dict[str, Any]) -> str:
    """What a held entity looks like; nothing where it is damaged, so that it is like none that is made."""
    try:
        return _looks(codec.convert(data, Entity))
    except msgspec.ValidationError:
        return ""


def _looks(entity: Entity) -> str:
    """What an entity looks like in comparison."""
    seen = (entity.kind, entity.name, entity.offices, entity.state, entity.years)
    return hashlib.sha256(codec.encode(seen)).hexdigest()[:16]
