"""Whether a figure of trade is told as reached."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.trade.money import grows
from comity.reading.frames.trade.sales import is_only_aimed_at
from comity.reading.frames.trade.sides import Flow
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit, is_capitalised


def holds(sentence: Sentence, flow: Flow, index: int) -> bool:
    """Whether the figure is told as reached: not planned, hoped for or denied."""
    if flow.index >= 0 and not is_fact(sentence, flow.index):
        return False
    low, high = sorted((max(flow.index, 0), index))
    ahead = sentence.language.words["ahead"]
    if any(sentence.units[i].key in ahead and sentence.units[i + 1].key == "to" for i in range(low, high)):
        return False  # "is set to cross 100 million"
    if any(unit.key in sentence.language.words["agreed"] for unit in sentence.units[max(0, low - 4) : high]):
        return False
    if is_only_aimed_at(sentence, low):
        return False
    if any(
        unit.kind == "trigger" and voice(sentence, i) == "infinitive" and not _came_of(sentence, low, i)
        for i, unit in enumerate(sentence.units[:high])
        if i > low and not _set_off(sentence, low, i, high)
    ):
        return False
    if _aimed_at(sentence, low, high):
        return False
    return not any(_unreal(sentence, unit) for unit in sentence.units[max(0, low - 2) : high])


def _set_off(sentence: Sentence, low: int, at: int, high: int) -> bool:
    """Whether a unit between a flow and its figure stands in an aside that two commas set off: "trade with B, the first
    to join, was 2 million"."""
    before = any(unit.text == "," for unit in sentence.units[low:at])
    return before and any(unit.text == "," for unit in sentence.units[at:high])


def _came_of(sentence: Sentence, low: int, reaching: int) -> bool:
    """Whether an infinitive tells what came of a growth that took place: "trade rose by a third to reach 6 billion"."""
    if all(predicate != "amount" for predicate, _ in reading_of(sentence, reaching)):
        return False
    grown = [i for i in range(low + 1, reaching) if grows(sentence.units[i]) and is_verb(sentence, i)]
    return bool(grown) and is_fact(sentence, grown[-1]) and voice(sentence, grown[-1]) != "infinitive"


def _aimed_at(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a flow and its figure are what somebody aims at: "target 2 billion in trade", "measures to lift trade to
    2 billion"."""
    units = sentence.units
    if any(unit.key in sentence.language.words["target"] for unit in units[max(0, low - 3) : high]):
        return True
    first = low
    while first > 0 and units[first - 1].kind in ("determiner", "state", "dyad", "poss"):
        first -= 1
    return not sentence.language.cases and first > 1 and units[first - 2].key == "to"


def is_to_come(sentence: Sentence, context: Context, period: Unit | None) -> bool:
    """Whether a figure is told of a time behind the day of the document, by which something is to be: "by 2030"."""
    document = context.dates.document
    if document is None or document.year is None or period is None or period.value.date.year is None:
        return False
    at = sentence.index(period)
    by = at > 0 and sentence.units[at - 1].key in sentence.language.words["by_time"]
    return by and bool(period.value.date.year > document.year)


def _unreal(sentence: Sentence, unit: Unit) -> bool:
    if unit.kind == "modal":
        return unit.text != "May"
    if unit.kind == "preposition" or grows(unit):
        return False  # "without services", "declined to 80 million"
    return (
        unit.key in sentence.language.words["plan"] or unit.key in sentence.language.words["negation"]
    ) and not is_capitalised(unit)
