"""What documents say differently of one thing: differences of records, and claims alone about acts
done once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from comity.checking.facts import Facts, Thing
from comity.checking.texts import fold
from comity.model.claim import Claim, Mission, Relations, State, Twinning
from comity.model.edtf import Date

_SEVERAL_ACTS = ("relations", "recognition", "mission")


@dataclass(frozen=True)
class Dispute:
    """Two values of one slot of one thing, each with a claim that gives it."""

    kind: str
    dyad: tuple[State, ...]
    slot: str
    first: str
    second: str
    first_claim: Claim
    second_claim: Claim


def disputes(facts: Facts, slots: Collection[str]) -> Iterator[Dispute]:
    """Every difference of a record in one of the slots: its first value beside each other one.

    Two values out of the same words are two readings, not two sources. What one document says twice of
    relations, recognition and missions is mostly of two acts (recognised anew, raised in rank), and so it is
    between documents where relations were broken and resumed.
    """
    broken = {
        thing.dyad
        for thing in facts.things("relations")
        if thing.slots.act in ("severed", "suspended", "resumed")
    }
    for record in facts.records:
        for difference in record.differences:
            if difference.slot not in slots:
                continue
            told = [
                (_written(observation.value), claim)
                for observation in difference.observations
                if (
                    claim := next(
                        (facts.claim[one] for one in observation.claims if one in facts.claim), None
                    )
                )
            ]
            for value, claim in told[1:]:
                if value == told[0][0] or _one_source(record.kind, told[0][1], claim):
                    continue
                if record.kind != "relations" or facts.dyad(claim) not in broken:
                    yield Dispute(
                        record.kind, facts.dyad(claim), difference.slot, told[0][0], value, told[0][1], claim
                    )


def acts_done_once(facts: Facts) -> Iterator[Dispute]:
    """Two dates that cannot both be right for an act that is done once, told in claims that no record joins.

    Relations are established once unless they were broken, an embassy opens once unless it closed, cities are
    twinned once; agreements are left to a rule of their own. Two dates
    within one document are let pass: they are mostly steps of one act (agreed, credentials presented,
    opened) or acts of two governments.
    """
    found: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    again: set[tuple[object, ...]] = set()
    for thing in facts.things("relations", "mission", "twinning"):
        slots = thing.slots
        if isinstance(slots, Relations):
            if slots.act == "established":
                found["relations", thing.dyad].append(thing)
            elif slots.act in ("severed", "suspended", "resumed", "ended"):
                again.add(("relations", thing.dyad))
        elif isinstance(slots, Mission) and slots.type == "embassy":
            key: tuple[object, ...] = ("mission", slots.sending, slots.receiving)
            if slots.act == "opened":
                found[key].append(thing)
            elif slots.act in ("closed", "suspended", "reopened", "moved"):
                again.add(key)
        elif isinstance(slots, Twinning) and len(slots.places) == 2:
            found["twinning", *sorted(fold(place) for place in slots.places)].append(thing)
    for key in sorted(found, key=str):
        dated = [thing for thing in found[key] if isinstance(thing.slots.date, Date)]
        if key in again or len(dated) < 2:
            continue
        first = min(dated, key=lambda thing: (thing.claims[0].doc, thing.claims[0].start))
        for other in dated:
            if not other.slots.date.overlaps(first.slots.date) and not first.docs & other.docs:
                yield Dispute(
                    first.kind,
                    first.dyad,
                    "date",
                    str(first.slots.date),
                    str(other.slots.date),
                    first.claims[0],
                    other.claims[0],
                )


def _one_source(kind: str, one: Claim, other: Claim) -> bool:
    if one.doc != other.doc:
        return False
    (start, end), (other_start, other_end) = one.evidence[0], other.evidence[0]
    return kind in _SEVERAL_ACTS or (start < other_end and other_start < end)


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_written(one) for one in value)
    return str(value)
