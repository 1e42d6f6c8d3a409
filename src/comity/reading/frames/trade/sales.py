"""Words that tell a flow of trade by what is sold and bought, and figures of trade that are only aimed at."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class
from comity.reading.frames.trade.flows import flow_of
from comity.reading.frames.trade.sides import Flow
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

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
    sums = sentence.units if sentence.language.cases else sentence.units[index + 1 :]
    if any(one.kind == "amount" and one.value.kind in ("money", "number") for one in sums):
        if in_class(unit, sentence, "deal"):  # a verb: what is sold are goods, or something at its worth
            told = any(in_class(one, sentence, "goods") for one in behind)
            told = told or _between_states(sentence, index, flow)
        else:
            told = any(one.kind == "state" and one.mark in ("goal", "source") for one in behind)
        if told or any(_goes_before(sentence, i) for i in range(max(0, index - 2 * _GOODS), index)):
            return flow
    return None


def is_supply(sentence: Sentence, flow: Flow) -> bool:
    """Whether a flow is told by a noun for supplies, which are exports of one and imports of the other."""
    if flow.index < 0:
        return False
    unit = sentence.units[flow.index]
    return flow_of(unit) is None and in_class(unit, sentence, "sold") and not is_verb(sentence, flow.index)


def _goes_before(sentence: Sentence, index: int) -> bool:
    """Whether a sale told before is one of goods, behind which "and bought for …" is of goods, too."""
    unit = sentence.units[index]
    dealt = is_verb(sentence, index) and " " in unit.key and flow_of(unit) in ("export", "import")
    return dealt or bool(sold(sentence, index))


def _between_states(sentence: Sentence, index: int, flow: str) -> bool:
    """Whether one state sold to another, or bought from it, what is told at its worth: "A sold B wool worth 3 million",
    «А поставила в Б чай на 3 млн»; no arms, which are no trade of a year."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return False
    subjects = [i for i in range(clause.start, index) if _is_state(units[i]) and units[i].mark in ("", "of")]
    if len(subjects) != 1 or (sentence.language.cases and not units[subjects[0]].case.startswith("nom")):
        return False
    subject = units[subjects[0]].value[0]
    end = "goal" if flow == "export" else "source"
    others = [
        i
        for i in clause
        if _is_state(units[i])
        and units[i].value[0] != subject
        and (units[i].mark == end or (flow == "export" and i == index + 1))
    ]
    if len(others) != 1 or any(in_class(unit, sentence, "weaponry") for unit in units[index : clause.stop]):
        return False
    sums = [
        i
        for i in range(index + 1, clause.stop)
        if units[i].kind == "amount" and units[i].value.kind == "money"
    ]
    return len(sums) == 1 and _is_worth(sentence, sums[0])


def _is_state(unit: Unit) -> bool:
    return unit.kind == "state" and unit.value[1] == "name"


def _is_worth(sentence: Sentence, money: int) -> bool:
    """Whether a sum is told as what something is worth: "worth 3 million", "3 million worth of", «на 3 млн»."""
    words, units = sentence.language.words, sentence.units
    beside = [*units[max(0, money - 3) : money], *units[money + 1 : money + 2]]
    if any(unit.key in words["worth"] | words["summed"] for unit in beside):
        return True
    return bool(sentence.language.cases) and units[money - 1].key in words["by_amount"]


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
