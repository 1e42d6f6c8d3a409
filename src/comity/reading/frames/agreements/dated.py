"""Instruments called by their date, of which no act is told: "under the extradition treaty of 1904 …", "the treaty
dates from 1904"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.nouns import states_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_TYPES = frozenset(
    {"treaty", "agreement", "convention", "memorandum", "protocol", "declaration", "communique"}
)
_TWO = 2
_MANY_KNOW = ("place", "organisation", "event")
"""What names instruments of many states: "the Geneva Protocol of 1925", "the United Nations Convention"."""


def is_of_two(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument can be told of two states by its name and date alone."""
    if not _is_one(sentence, made):
        return False
    words = sentence.language.words
    own, told = _own_words(sentence, made)
    if made.parties is not None or made.pair is not None:
        return True
    if told & words["many_parties"] or any(unit.kind in _MANY_KNOW for unit in own):
        return False
    return named_in_it(sentence, made) or (
        made.items[0].subject is not None and bool(told & words["treaty_topic"])
    )


def told_of_two(sentence: Sentence, made: Instrument, context: Context) -> bool:
    """Whether the sentence around an instrument is about two states and nobody else, those of the document where it has
    two: "By the treaty of 1879 A ceded the islands to B"."""
    if sentence.language.cases or not _is_one(sentence, made) or not is_fact(sentence, made.index):
        return False
    if made.date is not None and (made.date.value.relation == "since" or made.date.mark == "source"):
        return False  # "an agreement for B's ships to use the port from 2000"
    own, told = _own_words(sentence, made)
    if told & sentence.language.words["many_parties"] or any(unit.kind in _MANY_KNOW for unit in own):
        return False
    powers = sentence.language.words["powers"]
    if any(
        unit.kind == "organisation" or (unit.kind != "sides" and unit.key in powers)
        for unit in sentence.units
    ):
        return False
    states = {
        state
        for unit in sentence.units
        if unit.kind in ("state", "dyad", "combining", "actor")
        for state in states_of(unit)
    }
    pair = context.pair()
    both = any(unit.kind == "sides" for unit in sentence.units) and pair is not None
    return (both and states <= set(pair or ())) or (len(states) == _TWO and states == set(pair or states))


def dates_from(sentence: Sentence, made: Instrument) -> Unit | None:
    """The date from which an instrument is told to be: "the treaty dates (back) to 1904"."""
    units, at = sentence.units, made.stop
    if at >= len(units) or units[at].kind != "trigger" or not is_fact(sentence, at):
        return None
    if not any(predicate == "date_back" for predicate, _ in units[at].value):
        return None
    at += 1
    while at < len(units) and units[at].kind == "preposition":
        at += 1
    return units[at] if at < len(units) and units[at].kind == "date" else None


def _is_one(sentence: Sentence, made: Instrument) -> bool:
    """Whether a phrase is that of one instrument, by which it could be known."""
    if made.plural or made.draft or made.unit.value not in _TYPES or sentence.block.kind == "heading":
        return False
    if len(made.items) != 1 or made.items[0].bracket is not None:
        return False
    return not _own_words(sentence, made)[1] & sentence.language.words["anniversary"]


def _own_words(sentence: Sentence, made: Instrument) -> tuple[list[Unit], set[str]]:
    """The units of an instrument's phrase with the word before it, and their words."""
    own = [unit for unit in sentence.units[max(made.first - 1, 0) : made.stop] if unit.kind != "date"]
    return own, {sentence.language.key(word) for unit in own for word in unit.text.split()}


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
