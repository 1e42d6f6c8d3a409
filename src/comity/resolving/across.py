"""Entities of several dyads that are one: a person known in two dyads is one person.

Resolving works dyad by dyad. What it makes is compared here once more, by the same features, within blocks: only
entities of one block are ever compared, and what a block gives depends on its entities alone. So one more document
touches the blocks of the entities that it changed and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from comity.model.record import Entity
from comity.resolving import names, parts
from comity.resolving.judgements import Constraints, Side
from comity.resolving.spelling import fold
from comity.resolving.texts import of_two_sides

_OFFICES = 6
"""Offices of an entity that are compared: a minister who became president has a few, a name that was drawn
together wrongly has dozens."""


@dataclass
class _Unit:
    """Entities that look alike in all that is compared, or that a person judged to be one."""

    entities: list[Entity]
    root: Side | None

    @cached_property
    def block(self) -> str:
        """The block of all of them, where nobody judged them."""
        return block_of(self.entities[0])

    @cached_property
    def mentions(self) -> list[names.Mention]:
        """What all of them are told of, where nobody judged them."""
        return _mentions(self.entities[0])


@dataclass
class _Cluster:
    """Entities that are one, in the making.

    `told` has of those that nobody judged every name with an office and a state, and the years in which it is told
    of; `years` the earliest end and the latest beginning of all these. A president who is known in a hundred and
    fifty dyads is a few of them, and is compared by these few.
    """

    units: list[_Unit] = field(default_factory=list)
    block: str = ""
    told: dict[names.Mention, set[tuple[int, ...]]] = field(default_factory=dict)
    years: tuple[int, ...] = ()

    def add(self, unit: _Unit) -> None:
        self.units.append(unit)
        if unit.root is not None:
            return
        entity = unit.entities[0]
        self.block = unit.block
        for one in unit.mentions:
            self.told.setdefault(one, set()).add(entity.years)
        if entity.years:
            first, last = self.years or (entity.years[-1], entity.years[0])
            self.years = min(first, entity.years[-1]), max(last, entity.years[0])


def block_of(entity: Entity) -> str:
    """What two entities that are one have in common; empty for one that is of its dyad alone.

    For people it is the sound of the family name, for the rest the whole name; a commission, chamber or council
    of two states is no other pair's.
    """
    if entity.kind == "person":
        return f"person {parts.block(entity.name)}"
    if entity.kind == "body" and of_two_sides(entity.name):
        return ""
    return f"{entity.kind} {'-'.join(filter(None, map(fold, entity.name.split())))}"[:60]


def identities_of(entities: Sequence[Entity], constraints: Constraints | None = None) -> dict[str, str]:
    """The identity of each entity of some blocks, by its id: the least id of those that are one with it."""
    judged = constraints if constraints is not None else Constraints("entity")
    clusters: list[_Cluster] = []
    called: dict[str, set[int]] = {}
    for unit in sorted(_units(entities, judged), key=lambda one: min(map(_rank, one.entities))):
        fitting = []
        for number in range(len(clusters)) if judged else _near(unit, called):
            score = _fit(clusters[number], unit, judged)
            if score is not None:
                fitting.append((-score, number))
        fitting.sort()
        if fitting and (len(fitting) == 1 or fitting[0][0] < fitting[1][0]):
            home = fitting[0][1]
        else:
            home = len(clusters)
            clusters.append(_Cluster())
        clusters[home].add(unit)
        for entity in unit.entities:
            called.setdefault(entity.name, set()).add(home)
    found = {}
    for cluster in clusters:
        members = [entity.id for unit in cluster.units for entity in unit.entities]
        found.update(dict.fromkeys(members, min(members)))
    return found


def _near(unit: _Unit, called: dict[str, set[int]]) -> list[int]:
    """The clusters, by their names, that a unit may belong to: most people of one family name have another given
    name, and are passed over by it.
    """
    entity = unit.entities[0]
    if entity.kind != "person":
        return sorted(set().union(*called.values()))
    near = [some for name, some in called.items() if names.may_be_one(entity.name, name)]
    return sorted(set().union(*near))


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
        alike = (block_of(entity), entity.name, entity.offices, entity.state, entity.years, entity.sides)
        units.setdefault(root or alike, _Unit([], root)).entities.append(entity)
    return list(units.values())


def _rank(entity: Entity) -> tuple[object, ...]:
    full = parts.parse(entity.name).fullness if entity.kind == "person" else 0
    return -full, -(bool(entity.offices) + bool(entity.state)), entity.name, entity.id


def _fit(cluster: _Cluster, unit: _Unit, judged: Constraints) -> float | None:
    """The best score of a unit with one of a cluster; `None` where it conflicts with one or is too low."""
    scores = []
    for other in cluster.units if judged else ():
        if judged.apart(other.root, unit.root) is not None:
            return None
        if other.root is None and unit.root is None:
            continue  # by what the cluster is told of
        # What only looks alike is compared once; what people judged to be one may look quite different.
        first = other.entities if other.root is not None else other.entities[:1]
        second = unit.entities if unit.root is not None else unit.entities[:1]
        found = [score for one in first for two in second if (score := _compare(one, two)) is not None]
        if not found:
            return None
        scores.append(max(found))
    if unit.root is None and cluster.told:
        found = _scores(cluster, unit)
        if not found:
            return None
        scores.append(max(found))
    return max(scores) if scores and max(scores) >= names.SAME else None


def _scores(cluster: _Cluster, unit: _Unit) -> list[float]:
    """The scores of what nobody judged with what a cluster is told of; none where it conflicts with any of it."""
    entity = unit.entities[0]
    if not cluster.block or unit.block != cluster.block:
        return []
    if entity.kind != "person":
        return [names.SAME]
    if names.years_apart(entity.years, cluster.years[::-1]) > names.LIFETIME:
        return []
    found = []
    for mine in unit.mentions:
        for theirs, years in cluster.told.items():
            score = _score(mine, theirs)
            if score is None:
                return []
            found.append(round(score + _by_years(mine, theirs, entity.years, years), 3))
    return found


def _by_years(
    mine: names.Mention, theirs: names.Mention, own: tuple[int, ...], told: Iterable[tuple[int, ...]]
) -> float:
    """What the years of two short names say, where theirs is told of at several times."""
    years = names.served(mine.name, theirs.name)
    if all(names.years_apart(own, one) > years for one in told):
        return names.WEIGHTS["dates: far apart"]
    one_of_them = names.told_between(mine, theirs) and {mine.of, theirs.of} & {*mine.sides, *theirs.sides}
    if one_of_them and any(names.at_one_time(own, one) for one in told):
        return names.WEIGHTS["side: of the two"]
    return 0.0


def _compare(one: Entity, other: Entity) -> float | None:
    """The score of two entities; `None` where they cannot be one."""
    cluster = _Cluster()
    cluster.add(_Unit([one], None))
    return max(_scores(cluster, _Unit([other], None)), default=None)


@lru_cache(maxsize=65536)
def _score(one: names.Mention, other: names.Mention) -> float | None:
    """The score of two mentions; `None` where they conflict."""
    compared = names.compare(one, other)
    return None if compared.conflict else compared.score


def _mentions(entity: Entity) -> list[names.Mention]:
    """An entity's name with each of its offices; when it is told of is looked at apart."""
    offices = entity.offices[:_OFFICES] or (None,)
    return [names.Mention(entity.name, office, entity.state, sides=entity.sides) for office in offices]
