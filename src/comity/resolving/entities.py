"""Mentions to entities: which names in claims are one person, body, enterprise or place.

Names that tell most begin; each next one joins the entity it fits best. A bare family name joins only where
one entity fits best: father and daughter, or two people of one name, are not drawn together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from comity.model.claim import Claim, slot_values
from comity.model.edtf import Date
from comity.model.person import Person
from comity.model.record import Entity, Mention
from comity.resolving import names, parts
from comity.resolving.dyads import Dyad, is_state
from comity.resolving.judgements import Constraints, Side
from comity.resolving.parties import is_body
from comity.resolving.rules import RULES
from comity.resolving.spelling import fold
from comity.resolving.texts import bodies_agree, concepts

Kind = Literal["person", "body", "enterprise", "place"]


@dataclass(frozen=True)
class _Named:
    """A name in a slot of a claim."""

    kind: Kind
    name: str
    office: str | None
    of: str | None
    doc: str
    mention: Mention
    years: tuple[int, ...] = ()


@dataclass
class _Unit:
    """Mentions that are placed together: those of one profile, or those that a person judged to be one."""

    root: Side | None = None
    profiles: dict[names.Mention, None] = field(default_factory=dict)
    members: list[_Named] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name that tells most."""
        return min(self.profiles, key=_rank).name


@dataclass
class _Cluster:
    units: list[_Unit] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def members(self) -> list[_Named]:
        """All mentions."""
        return [named for unit in self.units for named in unit.members]

    @property
    def name(self) -> str:
        """The name it began with."""
        return self.units[0].name

    def names(self) -> set[str]:
        """All names."""
        return {profile.name for unit in self.units for profile in unit.profiles}


def entities_of(
    claims: Sequence[Claim],
    dyads: Sequence[Dyad],
    constraints: Constraints | None = None,
    fresh: Collection[str] | None = None,
) -> tuple[Entity, ...]:
    """The entities that claims name, sorted by id; those of each dyad apart.

    With `fresh`, ids of claims, only the entities that names may lead to from those that these claims name.
    """
    judged = constraints if constraints is not None else Constraints("entity")
    groups: dict[tuple[Kind, Dyad], list[_Named]] = {}
    for claim, dyad in zip(claims, dyads, strict=True):
        for named in _mentions(claim):
            groups.setdefault((named.kind, dyad), []).append(named)
    found: list[Entity] = []
    for (kind, dyad), every in groups.items():
        members = every if fresh is None else _reached(kind, every, fresh)
        if members:
            clusters = _people(members, judged, dyad) if kind == "person" else _things(members, judged)
            found.extend(_entity(kind, one, dyad) for one in clusters)
    return tuple(sorted(found, key=lambda entity: entity.id))


def _reached(kind: Kind, members: Sequence[_Named], fresh: Collection[str]) -> list[_Named]:
    """The mentions that may come to be one with those of fresh claims, over however many others.

    People are so only where their names share a key and do not conflict, places where they are called the same; bodies
    and enterprises, which are few, all with one another.
    """
    start = {named.name for named in members if named.mention.claim in fresh}
    if not start:
        return []
    if kind in ("body", "enterprise"):
        return list(members)
    if kind == "place":
        folded = {_folded(name) for name in start}
        return [named for named in members if _folded(named.name) in folded]
    wanted = names.reached(start, {named.name for named in members}, parts.keys)
    return [named for named in members if named.name in wanted]


def _mentions(claim: Claim) -> Iterator[_Named]:
    years = _years(claim)
    for slot, value in slot_values(claim.slots).items():
        for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
            mention = Mention(claim.id, slot, index)
            if isinstance(one, Person):
                if one.name:
                    yield _Named("person", one.name, one.office, one.of, claim.doc, mention, years)
            elif isinstance(one, str) and (kind := _kind_of_text(claim.kind, slot, one)) is not None:
                yield _Named(kind, one, None, None, claim.doc, mention, years)


def _years(claim: Claim) -> tuple[int, ...]:
    """The first and the last year of what a claim tells, as far as its date says."""
    date: Date | None = getattr(claim.slots, RULES[claim.kind].date)
    if date is None or (date.lower is None and date.upper is None):
        return ()
    known = [day.year for day in (date.lower, date.upper) if day is not None]
    return min(known), max(known)


def _span(members: Sequence[_Named]) -> tuple[int, ...]:
    """The first and the last year of some mentions."""
    known = [year for named in members for year in named.years]
    return (min(known), max(known)) if known else ()


def _kind_of_text(kind: str, slot: str, value: str) -> Kind | None:
    if slot in ("place", "places"):
        return "place"
    if kind == "enterprise" and slot == "name":
        return "enterprise"
    if (kind, slot) in (("body", "name"), ("session", "body")) or slot == "bodies":
        return "body"
    if slot == "parties" and not is_state(value) and is_body(value):
        return "body"
    return None


# --- people -------------------------------------------------------------------------------------------------


def _people(members: Sequence[_Named], judged: Constraints, dyad: Dyad) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    index: dict[str, list[int]] = {}
    units = _units(
        members,
        judged,
        lambda named: names.Mention(
            named.name, named.office, named.of, named.doc, sides=_sides(named.name, named.of, dyad)
        ),
    )
    for unit in sorted(units, key=lambda one: (min(map(_rank, one.profiles)), one.root or _NOBODY)):
        keys = {key for profile in unit.profiles for key in parts.keys(profile.name)}
        near = sorted({number for key in keys for number in index.get(key, ())})
        fitting = []
        for number in near:
            best = _fit(clusters[number], unit, judged)
            if best is not None:
                fitting.append((best.score, number, best))
        fitting.sort(key=lambda item: (-item[0], item[1]))
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
            number = fitting[0][1]
            reason = f"{unit.name}: {fitting[0][2].words()}"
            if reason not in clusters[number].reasons and unit.name not in clusters[number].names():
                clusters[number].reasons.append(reason)
        else:
            number = len(clusters)
            clusters.append(_Cluster())
            if fitting:
                others = ", ".join(sorted(clusters[one].name for _, one, _ in fitting[:3]))
                clusters[number].reasons.append(f"{unit.name} fits {others} equally well, so it stands alone")
        _place(clusters[number], unit, judged)
        for key in keys:
            if number not in index.setdefault(key, []):
                index[key].append(number)
    return clusters


def _sides(name: str, of: str | None, dyad: Dyad) -> tuple[str, ...]:
    """The states of which one may be that of somebody: a whole name is compared without."""
    return dyad if of is None and len(dyad) == 2 and not names.whole(name, name) else ()


_NOBODY = Side("")


def _units(
    members: Sequence[_Named], judged: Constraints, profile_of: Callable[[_Named], names.Mention]
) -> list[_Unit]:
    """Mentions grouped by profile; a judgement about some of a profile's mentions holds for all of them, unless
    it parts them.
    """
    profiles: dict[names.Mention, list[_Named]] = {}
    for named in members:
        profiles.setdefault(profile_of(named), []).append(named)
    units: dict[object, _Unit] = {}
    for profile, some in profiles.items():
        roots = [judged.root(_side(named)) for named in some] if judged else []
        known = sorted({root for root in roots if root is not None})
        dated = replace(profile, years=_span(some) or None) if some[0].kind == "person" else profile
        for number, named in enumerate(some):
            root = known[0] if len(known) == 1 else roots[number] if known else None
            unit = units.setdefault(root or profile, _Unit(root))
            unit.profiles[dated] = None
            unit.members.append(named)
    return list(units.values())


def _side(named: _Named) -> Side:
    return Side(named.mention.claim, named.mention.slot, named.mention.index)


def _place(cluster: _Cluster, unit: _Unit, judged: Constraints) -> None:
    cluster.units.append(unit)
    if unit.root is not None:
        cluster.reasons.extend(judged.words(unit.root))


def _rank(profile: names.Mention) -> tuple[object, ...]:
    return (
        -parts.parse(profile.name).fullness,
        -(bool(profile.office) + bool(profile.of)),
        profile.name,
        profile.office or "",
        profile.of or "",
        profile.doc,
        profile.years or (),
        profile.sides,
    )


def _fit(cluster: _Cluster, unit: _Unit, judged: Constraints) -> names.Comparison | None:
    """The best comparison with a member; `None` where a name conflicts or no score is high enough.

    What people judged to be one may bear names that conflict: it conflicts only where all of them do.
    """
    best: names.Comparison | None = None
    for other in cluster.units:
        if judged.apart(other.root, unit.root) is not None:
            return None
        compared = [names.compare(one, profile) for one in other.profiles for profile in unit.profiles]
        fitting = [one for one in compared if not one.conflict]
        if not fitting:
            return None
        for one in fitting:
            if best is None or one.score > best.score:
                best = one
    return best if best is not None and best.same else None


# --- bodies, enterprises, places ----------------------------------------------------------------------------


def _things(members: Sequence[_Named], judged: Constraints) -> list[_Cluster]:
    # Longer names first: "Joint Commission" joins the full name, where there is one such and not two.
    agree: Callable[[str, str], bool] = _agree if members[0].kind != "place" else _same
    clusters: list[_Cluster] = []
    units = _units(members, judged, lambda named: names.Mention(named.name))
    for unit in sorted(units, key=lambda one: (min(map(_length, one.profiles)), one.root or _NOBODY)):
        name = min(unit.profiles, key=_length).name
        fitting = [one for one in clusters if _agreeing(one, unit, agree, judged)]
        if len(fitting) == 1:
            home = fitting[0]
            first = min(home.units[0].profiles, key=_length).name
            home.reasons.append(f"“{name}” is a shorter or other name of “{first}”")
        else:
            home = _Cluster()
            clusters.append(home)
            if fitting:
                home.reasons.append(f"“{name}” fits {len(fitting)} others equally well, so it stands alone")
        _place(home, unit, judged)
    return clusters


def _length(profile: names.Mention) -> tuple[int, int, str]:
    return -len(concepts(profile.name)), -len(profile.name), profile.name


def _agreeing(cluster: _Cluster, unit: _Unit, agree: Callable[[str, str], bool], judged: Constraints) -> bool:
    """Whether a unit may be one with every unit of a cluster."""
    return all(
        judged.apart(other.root, unit.root) is None
        and any(agree(one.name, profile.name) for one in other.profiles for profile in unit.profiles)
        for other in cluster.units
    )


def _agree(a: str, b: str) -> bool:
    return bodies_agree(a, b) or _same(a, b)


def _same(a: str, b: str) -> bool:
    return _folded(a) == _folded(b)


def _folded(name: str) -> str:
    return " ".join(map(fold, name.split()))


def _entity(kind: Kind, cluster: _Cluster, dyad: Dyad) -> Entity:
    spelled = sorted({named.name for named in cluster.members})
    fullest = min(
        spelled, key=lambda name: (-parts.parse(name).fullness if kind == "person" else 0, -len(name), name)
    )
    mentions = sorted(
        (named.mention for named in cluster.members), key=lambda one: (one.claim, one.slot, one.index)
    )
    sides = sorted({named.of for named in cluster.members if named.of and is_state(named.of)})
    first = mentions[0]
    identity = f"{kind}|{first.claim}|{first.slot}|{first.index}"
    return Entity(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        kind=kind,
        name=fullest,
        names=tuple(spelled),
        offices=tuple(sorted({named.office for named in cluster.members if named.office})),
        state=sides[0] if len(sides) == 1 else None,
        mentions=tuple(mentions),
        years=_span(cluster.members),
        reasons=tuple(cluster.reasons),
        sides=() if kind != "person" or sides else _sides(fullest, None, dyad),
    )
