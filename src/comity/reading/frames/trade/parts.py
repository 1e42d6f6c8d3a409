"""Figures that are parts of the one before them and have its unit: "391.6 million (exports: 329.4)"."""

from __future__ import annotations

import re

from comity.reading.amounts import Amount
from comity.reading.frames.trade.flows import flow_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_BETWEEN = frozenset({"punct", "be", "determiner", "preposition", "date"})
"""What may stand between the word for a flow and its bare figure."""
_NEAR = 5
"""Units before a bare figure among which the word for its flow stands."""
_DIGITS = re.compile(r"\d+(?:[ \u00a0\u202f,]\d{3})*(?:[.,]\d+)?")
_SCALES = (1_000, 1_000_000, 1_000_000_000)


def borrowed(sentence: Sentence, index: int) -> Amount | None:
    """The whole that a bare figure right behind a word for exports or imports is a part of; None for any other number:
    one that counts something, or that is larger than the whole."""
    units = sentence.units
    part: Amount = units[index].value
    after = units[index + 1] if index + 1 < len(units) else None
    if part.kind != "number" or part.unit or not (after is None or after.kind in ("punct", "and")):
        return None
    if not _is_of_flow(sentence, index):
        return None
    whole = next(
        (
            units[i].value
            for i in range(index - 1, -1, -1)
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    if whole is None:
        return None
    scale = scale_within(sentence.text, whole)
    return whole if scale is not None and part.value * scale <= whole.value else None


def scale_within(text: str, amount: Amount) -> int | None:
    """What a 1 of an amount's digits is worth: a million in "391.6 million"; None where it is told without a scale."""
    digits = _DIGITS.search(text, amount.start, amount.end)
    if digits is None:
        return None
    return next((scale for scale in _SCALES if _is(amount.value / scale, digits.group())), None)


def _is(value: float, digits: str) -> bool:
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    written = {plain.replace(",", ""), plain.replace(",", ".")}
    return any(abs(float(one) - value) < 1e-6 for one in written if one.count(".") < 2)


def _is_of_flow(sentence: Sentence, index: int) -> bool:
    for i in range(index - 1, max(index - _NEAR, -1), -1):
        unit: Unit = sentence.units[i]
        if flow_of(unit) in ("export", "import", "balance"):
            return True
        if unit.kind not in _BETWEEN or unit.text in ";)":
            return False
    return False
