"""What a dossier tells by counting: visits by rank and direction, instruments by status, places by their records."""

from __future__ import annotations

import msgspec

from comity.model.claim import Agreement, Visit, slot_values
from comity.publishing import maps, ranks
from comity.publishing.dossier import Dossier, instrument


class Balance(msgspec.Struct, frozen=True):
    """The visits of one rank: how many from the first state of the dyad, and how many from the second."""

    rank: str
    there: int
    back: int


def visits(dossier: Dossier) -> tuple[Balance, ...]:
    """The visits by rank of the highest visitor, highest first; ranks without a visit are left out."""
    counted: dict[str, list[int]] = {rank: [0, 0] for rank, _ in ranks.RANKS}
    for line in dossier.lines:
        slots = line.slots
        if not isinstance(slots, Visit):
            continue
        a, b = dossier.dyad
        if slots.from_ == a or (slots.from_ is None and slots.to == b):
            counted[ranks.of_visit(slots)][0] += 1
        elif slots.from_ == b or (slots.from_ is None and slots.to == a):
            counted[ranks.of_visit(slots)][1] += 1
    return tuple(Balance(rank, there, back) for rank, (there, back) in counted.items() if there or back)


_ORDER = ("terminated", "in-force", "ratified", "signed", "initialled", "draft")
"""What is known of an instrument, the most telling first."""


def statuses(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many instruments there are of each status, an instrument counted once, under the latest act told."""
    held: dict[tuple[str | None, str, str], set[str]] = {}
    for line in dossier.lines:
        if isinstance(line.slots, Agreement):
            held.setdefault(instrument(line), set()).add(line.slots.status or "")
    counted = dict.fromkeys((*_ORDER, ""), 0)
    for told in held.values():
        counted[next((status for status in _ORDER if status in told), "")] += 1
    return tuple((status, number) for status, number in counted.items() if number)


def spots(dossier: Dossier) -> list[maps.Spot]:
    """The places of a dossier that can be put on a map, those with most records first."""
    named: list[tuple[str, str]] = []
    for line in dossier.lines:
        values = slot_values(line.slots)
        for slot in ("place", "places"):
            value = values.get(slot)
            several = (value,) if isinstance(value, str) else value or ()
            named.extend((name, line.id) for name in several)
    return maps.spots(named, dossier.dyad)
