"""Numbers that are only one end of a range: "between 15 and 20", "150,000–200,000", «от 15 до 20»."""

from __future__ import annotations

from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_TO = frozenset({"goal", "until"})


def of_range(sentence: Sentence, index: int) -> bool:
    """Whether an amount is a range, or an end of one: a slot for one number cannot hold it, and half of it is wrong."""
    amount = sentence.units[index]
    if amount.value.high is not None:
        return True
    if sum([unit.kind == "amount" for unit in sentence.units]) == 1:
        return False
    written = sorted(
        sentence.units, key=lambda unit: unit.start
    )  # an object may have been put behind its verb
    at = written.index(amount)
    only = sentence.language.words["range_from"]
    return _spans(written, at, at + 2, only) or _spans(written, at - 2, at, only)


def is_ranged(sentence: Sentence, value: float) -> bool:
    """Whether a number that a claim tells is told as an end of a range."""
    told = [i for i, unit in enumerate(sentence.units) if unit.kind == "amount" and unit.value.value == value]
    return bool(told) and all(of_range(sentence, i) for i in told)


def _spans(units: list[Unit], low: int, high: int, only: frozenset[str]) -> bool:
    """Whether two amounts with one word between are the ends of a range; `only` are words for "from" that tell it."""
    if low < 0 or high >= len(units) or {units[low].kind, units[high].kind} != {"amount"}:
        return False
    one, other = units[low].value, units[high].value
    if other.value <= one.value or (one.kind != other.kind and one.kind != "number"):
        return False  # "grew by 20% to 1.5 billion"
    link, led = units[low + 1], units[low - 1] if low else None
    if link.kind == "and":
        return _is_led(led, "between")
    if link.kind != "preposition" or link.value not in _TO:
        return False
    # "rose from 15 to 20" tells two numbers; «от 15 до 20» is a range
    return not _is_led(led, "source") or (led is not None and led.key in only)


def _is_led(unit: Unit | None, value: str) -> bool:
    return unit is not None and unit.kind == "preposition" and unit.value == value
