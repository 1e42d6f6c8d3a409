"""Claims to records: which claims tell of one thing.

Within a block, the claims that say most begin, and each next one joins the record it fits best. A claim that
conflicts with any member of a record never joins it, so that "in 2000" does not draw April and September into
one visit; one that fits two records equally well stays a record of its own and says so. The order is that of
content, never of input.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from comity.model import codec
from comity.model.claim import Claim, slot_values
from comity.model.edtf import Date
from comity.model.record import Record
from comity.resolving import dates
from comity.resolving.dyads import Dyad
from comity.resolving.judgements import Constraints, Side
from comity.resolving.merge import merge
from comity.resolving.names import Feature
from comity.resolving.rules import RULES, SAME, ConflictError, block, own_block

_Key = tuple[object, ...]


@dataclass
class _Unit:
    """Claims that are placed together: one claim, or those that a person judged to be one."""

    claims: list[Claim]
    root: Side | None = None


@dataclass
class _Cluster:
    """A record in the making. `groups` are its units for comparing: claims that say the same are held once."""

    claims: list[Claim] = field(default_factory=list)
    groups: dict[object, _Unit] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def add(self, unit: _Unit, reason: str = "") -> None:
        self.claims.extend(unit.claims)
        self.groups.setdefault(unit.root or _pattern(unit.claims[0]), unit)
        if reason and reason not in self.reasons:
            self.reasons.append(reason)


def records_of(
    claims: Sequence[Claim],
    dyads: Sequence[Dyad],
    constraints: Constraints | None = None,
    fresh: Collection[str] | None = None,
) -> tuple[Record, ...]:
    """The records of claims, sorted by id; `dyads` are the claims' own, in the same order.

    With `fresh`, ids of claims, only the records of blocks in which one of these stands.
    """
    judged = constraints if constraints is not None else Constraints("record")
    blocks: dict[Hashable, list[Claim]] = {}
    for claim, dyad in zip(claims, dyads, strict=True):
        blocks.setdefault(block(claim, dyad), []).append(claim)
    if fresh is not None:
        blocks = {key: some for key, some in blocks.items() if any(claim.id in fresh for claim in some)}
    found: list[Record] = []
    for dyad, members in _joined(blocks, judged):
        found.extend(_record(cluster, dyad) for cluster in _clusters(_units(members, judged), judged))
    return tuple(sorted(found, key=lambda record: record.id))


def _joined(blocks: dict[Hashable, list[Claim]], judged: Constraints) -> Iterator[tuple[Dyad, list[Claim]]]:
    """The claims of each block with their dyad; blocks across which a person judged claims to be one together."""
    home: dict[Hashable, Hashable] = {}
    together: dict[Hashable, list[Claim]] = {}
    for key, members in blocks.items():
        kind, dyad = key[0], key[1]  # type: ignore[index]
        target = key
        if judged:
            roots = {root for claim in members if (root := judged.root(Side(claim.id))) is not None}
            known = sorted({home[kind, dyad, root] for root in roots if (kind, dyad, root) in home}, key=repr)
            if known:
                target = known[0]
                for other in known[1:]:
                    together[target].extend(together.pop(other))
                    home.update({name: target for name, where in home.items() if where == other})
            home.update({(kind, dyad, root): target for root in roots})
        together.setdefault(target, []).extend(members)
    for key, members in together.items():
        yield key[1], members  # type: ignore[index]


def _units(claims: Sequence[Claim], judged: Constraints) -> list[_Unit]:
    """Claims in the order in which they are placed, those that are judged to be one with the first of them."""
    units: list[_Unit] = []
    by_root: dict[Side, _Unit] = {}
    for claim in sorted(claims, key=_rank):
        root = judged.root(Side(claim.id)) if judged else None
        if root is not None and root in by_root:
            by_root[root].claims.append(claim)
            continue
        unit = _Unit([claim], root)
        units.append(unit)
        if root is not None:
            by_root[root] = unit
    return units


def record_id(kind: str, claims: Sequence[str]) -> str:
    """A record's identity: its kind and the least of its claims' ids. Sixteen hexadecimal digits."""
    return hashlib.sha256(f"{kind}|{min(claims)}".encode()).hexdigest()[:16]


def _rank(claim: Claim) -> _Key:
    """What says most comes first: exact dates, many slots; then by content."""
    date = getattr(claim.slots, RULES[claim.kind].date)
    vague = (2, 0) if date is None else (0 if dates.exact(date) else 1, dates.days(date))
    return (
        *vague,
        -len(slot_values(claim.slots)),
        codec.encode(claim.slots),
        claim.doc,
        claim.evidence,
        claim.id,
    )


def _pattern(claim: Claim) -> bytes:
    """Claims with one pattern compare alike."""
    return claim.doc.encode() + b"\x00" + codec.encode(claim.slots)


def _clusters(units: Sequence[_Unit], judged: Constraints) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    index: dict[object, list[int]] = {}
    for unit in units:
        near = sorted({one for claim in unit.claims for one in _candidates(claim, clusters, index)})
        fitting = []
        for number in near:
            found = _fit(clusters[number], unit, judged)
            if found is not None:
                fitting.append((found[0], number, found[1]))
        fitting.sort(key=lambda item: (-item[0], item[1]))
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
            score, number, features = fitting[0]
            clusters[number].add(unit, _words(features, score))
        else:
            number = len(clusters)
            clusters.append(_Cluster())
            clusters[number].add(unit)
            if fitting:
                clusters[number].reasons.append(
                    f"it may be one of {len(fitting)} others that fit equally well, so it stands alone"
                )
        if unit.root is not None:
            clusters[number].reasons.extend(judged.words(unit.root))
        for claim in unit.claims:
            for year in _years(claim):
                if number not in index.setdefault(year, []):
                    index[year].append(number)
    return clusters


def _years(claim: Claim) -> tuple[object, ...]:
    """The years under which a claim is found; `any` for one without a date or with a long one."""
    date: Date | None = getattr(claim.slots, RULES[claim.kind].date)
    return (dates.years(date) if date is not None else ()) or ("any",)


def _candidates(claim: Claim, clusters: list[_Cluster], index: dict[object, list[int]]) -> list[int]:
    """The records that a claim may belong to: those of its years and the years beside, or all for a claim
    without.
    """
    years = _years(claim)
    if years == ("any",) or claim.kind in (
        "relations",
        "recognition",
        "mission",
        "body",
        "enterprise",
        "twinning",
    ):
        return list(range(len(clusters)))
    wanted = {year + step for year in years if isinstance(year, int) for step in (-1, 0, 1)} | {"any"}
    return sorted({number for year in wanted for number in index.get(year, ())})


def _fit(cluster: _Cluster, unit: _Unit, judged: Constraints) -> tuple[float, list[Feature]] | None:
    """The best score of a unit with one of a record; `None` where it conflicts with one or is too low.

    What people judged to be one may tell different things: it conflicts only where all of it does.
    """
    best: tuple[float, list[Feature]] | None = None
    for group in cluster.groups.values():
        if judged.apart(group.root, unit.root) is not None:
            return None
        compared = [
            _compare(member, claim)
            for member in group.claims
            for claim in unit.claims
            if (group.root is None and unit.root is None) or own_block(member) == own_block(claim)
        ]
        fitting = [one for one in compared if one is not None]
        if compared and not fitting:
            return None
        for one in fitting:
            if best is None or one[0] > best[0]:
                best = one
    return best if best is not None and best[0] >= SAME else None


def _compare(member: Claim, claim: Claim) -> tuple[float, list[Feature]] | None:
    """The score of two claims with its features; `None` where they conflict."""
    try:
        features = RULES[claim.kind].features(member, claim)
    except ConflictError:
        return None
    return round(sum(feature.weight for feature in features), 3), features


def _words(features: Sequence[Feature], score: float) -> str:
    said = "; ".join(f"{feature.words} ({feature.weight:+.1f})" for feature in features)
    return f"{said}: {score:+.1f} of {SAME:.1f} needed"


def _record(cluster: _Cluster, dyad: Dyad) -> Record:
    claims = sorted(cluster.claims, key=lambda claim: (claim.id, claim.doc, claim.evidence))
    kind = claims[0].kind
    slots, differences = merge(kind, claims)
    ids = tuple(sorted(claim.id for claim in claims))
    return Record(
        id=record_id(kind, ids),
        kind=kind,
        dyad=dyad,
        slots=slots,
        claims=ids,
        differences=differences,
        reasons=tuple(cluster.reasons),
    )
