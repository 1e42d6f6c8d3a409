"""Instruments called by their date, of which no act is told: "under the extradition treaty of 1904 …"."""

from __future__ import annotations

from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_TYPES = frozenset({"treaty", "agreement", "convention", "memorandum", "protocol", "declaration"})
_MANY_KNOW = ("place", "organisation", "event")
"""What names instruments of many states: "the Geneva Protocol of 1925", "the United Nations Convention"."""


def is_of_two(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument can be told of two states by its name and date alone."""
    if made.plural or made.draft or made.unit.value not in _TYPES or sentence.block.kind == "heading":
        return False
    if len(made.items) != 1 or made.items[0].bracket is not None:
        return False
    words = sentence.language.words
    own = [unit for unit in sentence.units[max(made.first - 1, 0) : made.stop] if unit.kind != "date"]
    told = {sentence.language.key(word) for unit in own for word in unit.text.split()}
    if told & words["anniversary"]:
        return False
    if made.parties is not None or made.pair is not None:
        return True
    if told & words["many_parties"] or any(unit.kind in _MANY_KNOW for unit in own):
        return False
    return named_in_it(sentence, made) or (
        made.items[0].subject is not None and bool(told & words["treaty_topic"])
    )


def named_in_it(sentence: Sentence, made: Instrument) -> bool:
    """Whether two states stand in an instrument's name: "the Danish–Chilean treaty"."""
    return any(unit.kind == "dyad" for unit in _before(sentence, made)) or (
        len({unit.key for unit in _before(sentence, made) if unit.kind in ("state", "combining")}) > 1
    )


def _before(sentence: Sentence, made: Instrument) -> list[Unit]:
    """The states that stand before an instrument's own words, joined by dashes."""
    at = made.first
    while at > 0 and (
        sentence.units[at - 1].kind in ("state", "dyad", "combining") or sentence.units[at - 1].text in "-–—"
    ):
        at -= 1
    found = sentence.units[at : made.first]
    return found if all(is_capitalised(unit) or unit.kind == "punct" for unit in found) else []
