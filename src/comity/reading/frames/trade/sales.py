"""Words that tell a flow of trade by what is sold and bought, and figures of trade that are only aimed at."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class
from comity.reading.frames.trade.flows import flow_of
from comity.reading.sentence import Sentence, is_verb

_GOODS = 8
"""Units between a verb of selling and the goods, or between supplies and whereto they go."""
_BEFORE = 8
"""Units before a flow among which a verb tells that it is only wished."""


def sold(sentence: Sentence, index: int) -> str | None:
    """The flow that a word for selling or buying tells: of goods («продала Б товаров на …»), of supplies to another
    state («поставки в Б оцениваются в …»), or behind such a one («…, а купила на …»).
    """
    unit = sentence.units[index]
    if not unit.key or unit.kind not in ("word", "trigger") or flow_of(unit):
        return None
    flow = next((flow for flow, name in _FLOWS if in_class(unit, sentence, name)), None)
    if flow is None:
        return None
    behind = sentence.units[index + 1 : index + _GOODS]
    if any(
        one.kind == "amount" and one.value.kind in ("money", "number") for one in sentence.units[index + 1 :]
    ):
        if in_class(unit, sentence, "deal"):  # a verb: what is sold are goods
            told = any(in_class(one, sentence, "goods") for one in behind)
        else:
            told = any(one.kind == "state" and one.mark in ("goal", "source") for one in behind)
        if told or any(sold(sentence, i) for i in range(max(0, index - 2 * _GOODS), index)):
            return flow
    return None


_FLOWS = (("export", "sold"), ("import", "bought"))


def is_only_aimed_at(sentence: Sentence, flow: int) -> bool:
    """Whether what stands before a flow says that its figure is only wished or possible: «договорились довести …»,
    «А и Б могут сохранить …».
    """
    units, words = sentence.units, sentence.language.words
    for i in range(flow - 1, max(-1, flow - _BEFORE), -1):
        unit = units[i]
        if unit.kind in ("clause", "amount", "punct"):
            return False
        if unit.kind == "modal" and sentence.language.cases:
            return True
        if unit.key in words["aim"] and unit.text.lower() == unit.key:
            return True  # the infinitive
        if unit.kind == "trigger" and is_verb(sentence, i):
            return False
    return False
