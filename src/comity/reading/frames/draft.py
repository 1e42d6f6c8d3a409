"""A claim while frames are making it."""

from __future__ import annotations

from typing import Any

from comity.model.claim import Span


class Draft:
    """Slots by their JSON names, evidence, and the frame that made it with what it rests on."""

    __slots__ = ("confidence", "evidence", "kind", "slots", "why")

    def __init__(
        self, kind: str, slots: dict[str, Any], evidence: list[Span], why: list[str], confidence: float = 0.8
    ) -> None:
        self.kind = kind
        self.slots = {
            name: value for name, value in slots.items() if value is not None and value != () and value != []
        }
        self.evidence = evidence
        self.why = why
        self.confidence = confidence
