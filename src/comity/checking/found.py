"""Making a finding from what a rule saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

from comity.model.claim import Claim, State
from comity.model.record import Evidence, Finding

Severity = Literal["error", "warning", "info"]
"""Cannot be, unlikely, a gap."""

MOST = 40
"""The most places that one finding points at; its values say how many there are in all."""


def found(
    code: str,
    severity: Severity,
    dyad: tuple[State, ...],
    places: Iterable[Claim | Evidence],
    **values: object,
) -> Finding:
    """A finding of a rule. `places` are the claims or words it speaks of, the most telling first.

    `values` fill the message; the value `form` names the message where a rule has several. The finding's
    identity is its code, places and values, so the same input gives the same id.
    """
    evidence: list[Evidence] = []
    for place in places:
        one = (
            place
            if isinstance(place, Evidence)
            else Evidence(doc=place.doc, span=place.evidence[0], claim=place.id)
        )
        if one not in evidence:
            evidence.append(one)
    evidence = evidence[:MOST]
    texts = {name: str(value) for name, value in values.items()}
    seen = "|".join(f"{one.doc}:{one.span[0]}-{one.span[1]}" for one in evidence)
    said = "|".join(f"{name}={text}" for name, text in sorted(texts.items()))
    identity = hashlib.sha256(f"{code}|{seen}|{said}".encode()).hexdigest()[:16]
    return Finding(
        id=identity, code=code, severity=severity, dyad=dyad, evidence=tuple(evidence), values=texts
    )
