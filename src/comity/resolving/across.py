"""Entities of several dyads that are one: a person known in two dyads is one person.

Resolving works dyad by dyad. What it makes is compared here once more, by the same features, within blocks: only
entities of one block are ever compared, and what a block gives depends on its entities alone. So one more document
touches the blocks of the entities that it changed and no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.model.record import Entity
from comity.resolving import names
from comity.resolving.judgements import Constraints, Side
from comity.resolving.texts import of_two_sides

_OFFICES = 6
"""Offices of an entity that are compared: a minister who became president has a few, a name that was drawn
together wrongly has dozens."""


@dataclass
class _Unit:
    """Entities that look alike in all that is compared, or that a person judged to be one."""

    entities: list[Entity]
    root: Side | None


def block_of(entity: Entity) -> str:
    """What two entities that are one have in common; empty for one that is of its dyad alone.

    For people it is the sound of the family name, for the rest the whole name; a commission, chamber or council
    of two states is no other pair's.
    """
    if entity.kind == "person":
        return f"person {names.block(entity.name)}"
    if entity.kind == "body" and of_two_sides(entity.name):
        return ""
    return f"{entity.kind} {'-'.join(filter(None, map(names.fold, entity.name.split())))}"[:60]


def identities_of(entities: Sequence[Entity], constraints: Constraints | None = None) -> dict[str, str]:
    """The identity of each entity of some blocks, by its id: the least id of those that are one with it."""
    judged = constraints if constraints is not None else Constraints("entity")
    clusters: list[list[_Unit]] = []
    for unit in sorted(_units(entities, judged), key=lambda one: min(map(_rank, one.entities))):
        fitting = []
        for number, cluster in enumerate(clusters):
            score = _fit(cluster, unit, judged)
            if score is not None:
                fitting.append((-score, number))
        fitting.sort()
        if fitting and (len(fitting) == 1 or fitting[0][0] < fitting[1][0]):
            clusters[fitting[0][1]].append(unit)
        else:
            clusters.append([unit])
    found = {}
    for cluster in clusters:
        members = [entity.id for unit in cluster for entity in unit.entities]
        found.update(dict.fromkeys(members, min(members)))
    return found


def root_of(entity: Entity, judged: Constraints) -> Side | None:
    """What stands for an entity among judgements; `None` where nobody judged any of its mentions."""
    if not judged:
        return None
    roots = {
        root
        for one in entity.mentions
        if (root := judged.root(Side(one.claim, one.slot, one.index))) is not None
    }
    return min(roots, default=None)


def _units(entities: Sequence[Entity], judged: Constraints) -> list[_Unit]:
    units: dict[object, _Unit] = {}
    for entity in sorted(entities, key=lambda one: one.id):
        root = root_of(entity, judged)
        alike = (block_of(entity), entity.name, entity.offices, entity.state, entity.years)
        units.setdefault(root or alike, _Unit([], root)).entities.append(entity)
    return list(units.values())


def _rank(entity: Entity) -> tuple[object, ...]:
    full = names.parse(entity.name).fullness if entity.kind == "person" else 0
    return -full, -(bool(entity.offices) + bool(entity.state)), entity.name, entity.id


def _fit(cluster: Sequence[_Unit], unit: _Unit, judged: Constraints) -> float | None:
    """The best score of a unit with one of a cluster; `None` where it conflicts with one or is too low."""
    best: float | None = None
    for other in cluster:
        if judged.apart(other.root, unit.root) is not None:
            return None
        # What only looks alike is compared once; what people judged to be one may look quite different.
        first = other.entities if other.root is not None else other.entities[:1]
        second = unit.entities if unit.root is not None else unit.entities[:1]
        scores = [score for one in first for two in second if (score := _compare(one, two)) is not None]
        if not scores:
            return None
        best = max([*scores] if best is None else [best, *scores])
    return best if best is not None and best >= names.SAME else None


def _compare(one: Entity, other: Entity) -> float | None:
    """The score of two entities; `None` where they cannot be one."""
    if not block_of(one) or block_of(one) != block_of(other):
        return None
    if one.kind != "person":
        return names.SAME
    compared = [names.compare(first, second) for first in _mentions(one) for second in _mentions(other)]
    best = max(compared, key=lambda each: (not each.conflict, each.score))
    return None if best.conflict else best.score


def _mentions(entity: Entity) -> list[names.Mention]:
    offices = entity.offices[:_OFFICES] or (None,)
    return [names.Mention(entity.name, office, entity.state, "", entity.years or None) for office in offices]
