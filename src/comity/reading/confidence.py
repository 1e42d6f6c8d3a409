"""How far a claim may be trusted."""

from __future__ import annotations

from comity.model.claim import CORE
from comity.reading.frames.draft import Draft

_RIGHT = {
    "recognition": 0.89, "relations": 0.89, "mission": 0.95, "tenure": 0.79, "visit": 0.84, "meeting": 0.5,
    "agreement": 0.72, "body": 0.92, "session": 0.94, "event": 0.87, "trade": 0.89, "investment": 0.83,
    "enterprise": 0.54, "cooperation": 0.71, "twinning": 0.9, "award": 0.93, "count": 0.74, "incident": 0.75,
}  # fmt: skip
"""The share of claims of a kind that were right when judged by hand in other people's documents, with four more at the
mean where few were (`evaluation/judged-wikipedia-2*.tsv`, `-3*.tsv`)."""
_EMPTY = 0.3
"""What a claim loses whose core slots the text left empty: those with all of them were right in 87 of 100 cases, those
without some in 50 to 70."""


def confidence(draft: Draft) -> float:
    """Between what its frame says, less for core slots that are empty, and how often its kind is right.

    A post of which only is said that it stands has no date, and lacks none.
    """
    stands = draft.kind == "mission" and draft.slots.get("act") == "opened"
    core = [slot for slot in CORE[draft.kind] if not (stands and slot == "date")]
    empty = len([slot for slot in core if slot not in draft.slots]) / len(core)
    return round(max(0.05, (draft.confidence - _EMPTY * empty + _RIGHT[draft.kind]) / 2), 2)
