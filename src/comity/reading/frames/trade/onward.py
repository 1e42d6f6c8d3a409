"""Sentences that go on with a flow of trade told before: "The figure topped …", "It rose to …"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.reading.discourse import Context
from comity.reading.frames.trade.sides import Flow
from comity.reading.sentence import Sentence


def same_figure(sentence: Sentence, context: Context) -> Flow | None:
    """The flow told last in the paragraph, of which a sentence goes on: "The figure topped …", "It rose to …"."""
    words = sentence.language.words
    told = context.latest.get("trade")
    if told is not None and not sentence.block.start <= told.evidence[0][0] < sentence.start:
        told = None
    lent = context.flow if context.awaits_figure(sentence.start) else None
    if told is None and lent is None:
        return None
    units, first = sentence.units, 0
    while first < len(units) - 2 and (
        units[first].kind in ("date", "preposition", "determiner", "punct")
        or units[first].key in words["span_word"]
        or units[first].key in words["current"]
        or (units[first].kind == "amount" and units[first + 1].key in words["span_word"])
    ):
        first += 1  # "in the first four months of 2019 the figure …"
    word, verb = units[first], units[first + 1] if first + 1 < len(units) else None
    if verb is not None and verb.kind in ("have", "be") and first + 2 < len(units):
        verb = units[first + 2]
    if word.key not in words["figure_word"] or verb is None or verb.kind not in ("trigger", "word", "amount"):
        return None
    if told is None:
        return lent[1] if lent is not None else None
    flow = Flow(-1, str(told.slots["flow"]))
    flow.reporter, flow.partner = told.slots.get("reporter"), told.slots["partner"]
    if flow.kind in ("export", "import") and sentence.text.find(")", told.evidence[0][1], sentence.start) > 0:
        flow.kind, flow.reporter = "turnover", None  # the bracket told its parts
    return flow


def lend_flow(sentence: Sentence, context: Context, flows: Sequence[Flow]) -> None:
    """Keeps a flow told without a figure for the next sentence, which tells it: "Trade is growing. It stood at …"."""
    if len(flows) == 1:
        told = flows[0]
        flow = Flow(-1, told.kind)
        flow.reporter, flow.partner = told.reporter, told.partner
        context.flow = (sentence.end, flow)


__all__ = ["lend_flow", "same_figure"]
