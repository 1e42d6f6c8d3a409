"""Mentions to entities: which names in claims are one person, body, enterprise or place.

Names that tell most begin; each next one joins the entity it fits best. A bare family name joins only where
one entity fits best: father and daughter, or two people of one name, are not drawn together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from comity.model.claim import Claim, slot_values
from comity.model.person import Person
from comity.model.record import Entity, Mention
from comity.resolving import names
from comity.resolving.dyads import Dyad, is_state
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


@dataclass
class _Cluster:
    profiles: dict[names.Mention, None] = field(default_factory=dict)
    members: list[_Named] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def entities_of(claims: Sequence[Claim], dyads: Sequence[Dyad]) -> tuple[Entity, ...]:
    """The entities that claims name, sorted by id; those of each dyad apart."""
    groups: dict[tuple[Kind, Dyad], list[_Named]] = {}
    for claim, dyad in zip(claims, dyads, strict=True):
        for named in _mentions(claim):
            groups.setdefault((named.kind, dyad), []).append(named)
    found: list[Entity] = []
    for (kind, _), members in groups.items():
        cluster = _people if kind == "person" else _things
        found.extend(_entity(kind, one) for one in cluster(members))
    return tuple(sorted(found, key=lambda entity: entity.id))


def _mentions(claim: Claim) -> Iterator[_Named]:
    for slot, value in slot_values(claim.slots).items():
        for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
            mention = Mention(claim.id, slot, index)
            if isinstance(one, Person):
                if one.name:
                    yield _Named("person", one.name, one.office, one.of, claim.doc, mention)
            elif isinstance(one, str) and (kind := _kind_of_text(claim.kind, slot, one)) is not None:
                yield _Named(kind, one, None, None, claim.doc, mention)


def _kind_of_text(kind: str, slot: str, value: str) -> Kind | None:
    if slot in ("place", "places"):
        return "place"
    if kind == "enterprise" and slot == "name":
        return "enterprise"
    if (kind, slot) in (("body", "name"), ("session", "body")) or slot == "bodies":
        return "body"
    if slot == "parties" and not is_state(value):
        return "body"
    return None


# --- people -------------------------------------------------------------------------------------------------


def _people(members: Iterable[_Named]) -> list[_Cluster]:
    profiles: dict[names.Mention, list[_Named]] = {}
    for named in members:
        profiles.setdefault(names.Mention(named.name, named.office, named.of, named.doc), []).append(named)
    clusters: list[_Cluster] = []
    index: dict[str, list[int]] = {}
    for profile in sorted(profiles, key=_rank):
        keys = names.keys(profile.name)
        near = sorted({number for key in keys for number in index.get(key, ())})
        fitting = []
        for number in near:
            best = _fit(clusters[number], profile)
            if best is not None:
                fitting.append((best.score, number, best))
        fitting.sort(key=lambda item: (-item[0], item[1]))
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
            number = fitting[0][1]
            reason = fitting[0][2].words()
            if reason not in clusters[number].reasons and profile.name not in {
                one.name for one in clusters[number].profiles
            }:
                clusters[number].reasons.append(f"{profile.name}: {reason}")
        else:
            number = len(clusters)
            clusters.append(_Cluster())
            if fitting:
                others = ", ".join(
                    sorted(next(iter(clusters[one].profiles)).name for _, one, _ in fitting[:3])
                )
                clusters[number].reasons.append(
                    f"{profile.name} fits {others} equally well, so it stands alone"
                )
        clusters[number].profiles[profile] = None
        clusters[number].members.extend(profiles[profile])
        for key in keys:
            if number not in index.setdefault(key, []):
                index[key].append(number)
    return clusters


def _rank(profile: names.Mention) -> tuple[object, ...]:
    return (
        -names.parse(profile.name).fullness,
        -(bool(profile.office) + bool(profile.of)),
        profile.name,
        profile.office or "",
        profile.of or "",
        profile.doc,
    )


def _fit(cluster: _Cluster, profile: names.Mention) -> names.Comparison | None:
    """The best comparison with a member; `None` where a name conflicts or no score is high enough."""
    best: names.Comparison | None = None
    for other in cluster.profiles:
        compared = names.compare(other, profile)
        if compared.conflict:
            return None
        if best is None or compared.score > best.score:
            best = compared
    return best if best is not None and best.same else None


# --- bodies, enterprises, places ----------------------------------------------------------------------------


def _things(members: Iterable[_Named]) -> list[_Cluster]:
    spelled: dict[str, list[_Named]] = {}
    for named in members:
        spelled.setdefault(named.name, []).append(named)
    # Longer names first: "Joint Commission" joins the full name, where there is one such and not two.
    agree: Callable[[str, str], bool] = _agree if next(iter(spelled.values()))[0].kind != "place" else _same
    clusters: list[_Cluster] = []
    for name in sorted(spelled, key=lambda one: (-len(concepts(one)), -len(one), one)):
        fitting = [one for one in clusters if all(agree(profile.name, name) for profile in one.profiles)]
        if len(fitting) == 1:
            home = fitting[0]
            home.reasons.append(f"“{name}” is a shorter or other name of “{next(iter(home.profiles)).name}”")
        else:
            home = _Cluster()
            clusters.append(home)
            if fitting:
                home.reasons.append(f"“{name}” fits {len(fitting)} others equally well, so it stands alone")
        home.profiles[names.Mention(name)] = None
        home.members.extend(spelled[name])
    return clusters


def _agree(a: str, b: str) -> bool:
    return bodies_agree(a, b) or _same(a, b)


def _same(a: str, b: str) -> bool:
    return " ".join(map(names.fold, a.split())) == " ".join(map(names.fold, b.split()))


def _entity(kind: Kind, cluster: _Cluster) -> Entity:
    spelled = sorted({named.name for named in cluster.members})
    fullest = min(
        spelled, key=lambda name: (-names.parse(name).fullness if kind == "person" else 0, -len(name), name)
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
        reasons=tuple(cluster.reasons),
    )
