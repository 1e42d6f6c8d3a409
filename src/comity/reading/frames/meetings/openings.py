"""Meetings that a participle opens a sentence with: "Receiving Ambassador N, President M said …"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import Told, told
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_BETWEEN = frozenset({"determiner", "word", "honorific", "preposition", "date", "place"})
"""What may stand between the participle and whom it tells of."""


def opening(sentence: Sentence, index: int, context: Context) -> tuple[list[Told], list[Told]] | None:
    """Host and guest: whom the participle governs, and the subject behind its comma."""
    units = sentence.units
    if any(unit.kind not in ("punct", "clause", "preposition") for unit in units[:index]):
        return None
    guest = next((i for i in range(index + 1, len(units)) if units[i].kind not in _BETWEEN), len(units))
    if guest == len(units) or not _is_somebody(units[guest]):
        return None
    comma = next((i for i in range(guest + 1, len(units)) if units[i].text == ","), len(units))
    if any(
        is_verb(sentence, i) or units[i].kind in ("actor", "clause", "be") for i in range(guest + 1, comma)
    ):
        return None
    host = next((i for i in range(comma + 1, len(units)) if units[i].kind != "determiner"), len(units))
    if host + 1 >= len(units) or not _is_somebody(units[host]) or units[host].mark:
        return None
    acts = units[host + 1].kind in ("have", "be", "word", "trigger", "modal")
    return (told([units[host]], context), told([units[guest]], context)) if acts else None


def _is_somebody(unit: Unit) -> bool:
    """Whether a unit is one person of office or name."""
    return unit.kind == "actor" and not unit.value.plural and not unit.value.group
