"""Claims to records: which claims tell of one thing.

Within a block, the claims that say most begin, and each next one joins the record it fits best. A claim that
conflicts with any member of a record never joins it, so that "in 2000" does not draw April and September into
one visit; one that fits two records equally well stays a record of its own and says so. The order is that of
content, never of input.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from comity.model import codec
from comity.model.claim import Claim, slot_values
from comity.model.edtf import Date
from comity.model.record import Record
from comity.resolving import dates
from comity.resolving.dyads import Dyad
from comity.resolving.merge import merge
from comity.resolving.names import Feature
from comity.resolving.rules import RULES, SAME, ConflictError, block

_Key = tuple[object, ...]


@dataclass
class _Cluster:
    """A record in the making: claims that say the same are held once for comparing."""

    claims: list[Claim] = field(default_factory=list)
    patterns: dict[bytes, Claim] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def add(self, claim: Claim, reason: str = "") -> None:
        self.claims.append(claim)
        self.patterns.setdefault(_pattern(claim), claim)
        if reason and reason not in self.reasons:
            self.reasons.append(reason)


def records_of(claims: Sequence[Claim], dyads: Sequence[Dyad]) -> tuple[Record, ...]:
    """The records of claims, sorted by id; `dyads` are the claims' own, in the same order."""
    blocks: dict[Hashable, list[tuple[_Key, Claim]]] = {}
    for claim, dyad in zip(claims, dyads, strict=True):
        blocks.setdefault(block(claim, dyad), []).append((_rank(claim), claim))
    found: list[Record] = []
    for key, members in blocks.items():
        dyad = key[1]  # type: ignore[index]
        ranked = [claim for _, claim in sorted(members, key=lambda item: item[0])]
        found.extend(_record(cluster, dyad) for cluster in _clusters(ranked))
    return tuple(sorted(found, key=lambda record: record.id))


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


def _clusters(claims: Sequence[Claim]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    index: dict[object, list[int]] = {}
    for claim in claims:
        near = _candidates(claim, clusters, index)
        fitting = []
        for number in near:
            found = _fit(clusters[number], claim)
            if found is not None:
                fitting.append((found[0], number, found[1]))
        fitting.sort(key=lambda item: (-item[0], item[1]))
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
            score, number, features = fitting[0]
            clusters[number].add(claim, _words(features, score))
        else:
            number = len(clusters)
            clusters.append(_Cluster())
            clusters[number].add(claim)
            if fitting:
                clusters[number].reasons.append(
                    f"it may be one of {len(fitting)} others that fit equally well, so it stands alone"
                )
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


def _fit(cluster: _Cluster, claim: Claim) -> tuple[float, list[Feature]] | None:
    """The best score of a claim with a member of a record; `None` where it conflicts with one or is too
    low.
    """
    features_of = RULES[claim.kind].features
    best: tuple[float, list[Feature]] | None = None
    for member in cluster.patterns.values():
        try:
            features = features_of(member, claim)
        except ConflictError:
            return None
        score = round(sum(feature.weight for feature in features), 3)
        if best is None or score > best[0]:
            best = (score, features)
    return best if best is not None and best[0] >= SAME else None


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
