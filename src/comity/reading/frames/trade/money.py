"""Which amounts of a sentence are figures of trade, and in which unit and currency."""

from __future__ import annotations

from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.trade.flows import flow_of, phrase_scale, scale_of
from comity.reading.frames.trade.sides import Flow
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_ENTRY = 24
"""The most units of an entry of a list of figures."""
_SIGNS = frozenset("$€£¥₽")
"""What stands right before a number in a currency that is not known: "N$"."""
_LEAST = 1000
"""The least value that a number without a currency must have to go with the currency told before it."""


def told_scale(sentence: Sentence) -> Amount | None:
    """The unit of figures without one: before the sentence's colon, or in the lead-in or heading."""
    colon = next((unit.start for unit in sentence.units[:14] if unit.text == ":"), -1)
    block, code = sentence.block, sentence.language.code
    figured = any(unit.kind == "amount" and unit.start < colon for unit in sentence.units[:14])
    if colon > 0 and not figured and (found := scale_of(sentence.text[sentence.start : colon], code)):
        return found
    if block.lead and any(flow_of(unit) for unit in sentence.lead):
        return scale_of(sentence.text[block.lead[0] : block.lead[1]], code)
    if is_listed(sentence):
        return scale_of(block.headings[-1], code)
    return phrase_scale(sentence)


def is_listed(sentence: Sentence) -> bool:
    """Whether the sentence is an entry of a list below a heading on trade: "2016 – 86.3 (exports – 4.1)"."""
    if sentence.block.kind not in ("paragraph", "item") or len(sentence.units) > _ENTRY:
        return False
    if not any(unit.kind == "date" or flow_of(unit) for unit in sentence.units):
        return False  # "ITEC: 5."
    return any(flow_of(unit) for unit in sentence.heading) and not any(
        unit.kind in ("be", "have", "modal") or is_verb(sentence, i) for i, unit in enumerate(sentence.units)
    )


def place_of(sentence: Sentence) -> int:
    """Where figures share a period: the paragraph, or the row of a table."""
    block = sentence.block
    return -block.row if block.row > 0 else block.start


def is_money(sentence: Sentence, context: Context, scale: Amount | None, index: int) -> bool:
    amount: Amount = sentence.units[index].value
    if amount.kind == "money":
        return True
    if amount.kind != "number":
        return False
    if scale is not None:
        after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
        return not (after is not None and after.text == "%")
    return (
        amount.value >= _LEAST
        and " " in sentence.units[index].text
        and not amount.unit
        and sentence.text[amount.start - 1] not in _SIGNS
        and (
            _money_before(sentence, index)
            or (money_at_hand(sentence, context) is not None and _stands_alone(sentence, index))
        )
    )


def is_bare(sentence: Sentence, scale: Amount | None, amount: Amount) -> bool:
    """Whether money is told without its scale where the sentence gives one: "($27.0)"."""
    told = scale is not None and scale.value > _LEAST
    return told and amount.kind == "money" and amount.value < _LEAST and phrase_scale(sentence) is not None


def is_unscaled(sentence: Sentence, scale: Amount | None, index: int) -> bool:
    """Whether money has lost the word for its millions: "a balance of $38.3 (exports $40.5 million)"."""
    amount: Amount = sentence.units[index].value
    return scale is None and amount.kind == "money" and amount.value < _LEAST


def is_restated(sentence: Sentence, index: int) -> bool:
    """Whether an amount in brackets tells the one before it in another currency: "1 billion N$ (about 90 million
    euros)".
    """
    cursor = index - 1
    while cursor > 0 and (
        sentence.units[cursor].key in sentence.language.words["approx"]
        or sentence.units[cursor].kind == "preposition"
    ):
        cursor -= 1
    if cursor <= 0 or sentence.units[cursor].text != "(":
        return False
    told = cursor - 1
    while told > 0 and sentence.units[told].kind in ("date", "preposition"):
        told -= 1  # "CHF 100 million in 1985 (40.7 million USD)"
    if sentence.units[told].kind != "amount":
        return False
    return told == cursor - 1 or sentence.units[told].value.currency != sentence.units[index].value.currency


def is_change(sentence: Sentence, index: int) -> bool:
    """Whether an amount is that by which a flow grew or fell: «увеличился на 10 млн»."""
    before = sentence.units[index - 1] if index else None
    if before is None or before.kind != "preposition":
        return False
    by = before.key in sentence.language.words["by_amount"]
    return by and any(grows(unit) for unit in sentence.units[max(0, index - 7) : index - 1])


def is_of_goods(sentence: Sentence, flow: Flow, index: int) -> bool:
    """Whether an amount is that of one good of a list: "exports consist of: copper (40 million), …"."""
    if index < 2 or sentence.units[index - 1].text != "(" or sentence.units[index - 2].kind != "word":
        return False
    return any(unit.text == ":" for unit in sentence.units[max(flow.index, 0) : index])


def hides_state(sentence: Sentence, index: int) -> bool:
    """Whether money has a state in its sign: "from the U.S. $1.06 billion"."""
    first = sentence.units[index].text.split()[0]
    named = sentence.language.states_in(first, 0, len(first))
    return bool(named) and sentence.units[index - 1].kind == "determiner"


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether nothing counted follows a number: "exports – 161 million, imports …"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is None or after.kind in ("punct", "and")


def _money_told(sentence: Sentence, context: Context) -> str | None:
    """The currency of the last figure of trade in the same paragraph."""
    told = context.trade
    return context.currency if told is not None and told[0] == place_of(sentence) else None


def money_at_hand(sentence: Sentence, context: Context) -> str | None:
    """The currency of figures without one: that of the last figure of the paragraph, else of the sentence."""
    told = _money_told(sentence, context)
    if told is not None:
        return told
    amounts = [unit.value for unit in sentence.units if unit.kind == "amount"]
    currencies = {amount.currency for amount in amounts if amount.kind == "money"}
    return currencies.pop() if len(currencies) == 1 else None


def _money_before(sentence: Sentence, index: int) -> bool:
    return any(unit.kind == "amount" and unit.value.kind == "money" for unit in sentence.units[:index])


def grows(unit: Unit) -> bool:
    return unit.kind == "trigger" and any(predicate == "grow" for predicate, _ in unit.value)
