"""Which mentions are one person, body, enterprise or place, and which claims are one record.

`resolve` depends on the claims alone, not on their order, and works dyad by dyad: a new document changes only
the records of the dyads it speaks of.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from comity.model.claim import Claim
from comity.model.record import Entity, Record
from comity.resolving.dyads import Dyad, dyads_of
from comity.resolving.entities import entities_of
from comity.resolving.judgements import Constraints, Judgement, Side
from comity.resolving.records import records_of

__all__ = ["Dyad", "Judgement", "Resolution", "Side", "dyads_of", "resolve"]


class Resolution(msgspec.Struct, frozen=True):
    """What resolving made of claims: entities and records, each sorted by id."""

    entities: tuple[Entity, ...]
    records: tuple[Record, ...]


def resolve(
    claims: Sequence[Claim],
    dyads: Sequence[Dyad] | None = None,
    judgements: Sequence[Judgement] = (),
    fresh: Collection[str] | None = None,
) -> Resolution:
    """The entities that claims name and the records they tell of, for claims in any order.

    `dyads` gives the claims' own, in the same order, where they are known already (the register keeps them).
    `judgements` are what people decided, first decision first; they hold against every score. Claims must have
    ids. Differences and reasons stand in the records.

    With `fresh`, the ids of some of the claims, only what these can have a part in is resolved: the records of their
    blocks, and the entities that names lead to from theirs. The rest is what it was without them. Nobody must have
    judged any of the claims then.
    """
    assert fresh is None or not judgements
    known = dyads_of(claims) if dyads is None else dyads
    return Resolution(
        entities=entities_of(claims, known, Constraints("entity", judgements), fresh),
        records=records_of(claims, known, Constraints("record", judgements), fresh),
    )
