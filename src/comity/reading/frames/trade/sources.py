"""Whose figures they are: "According to Kazakh statistics"."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.frames.nouns import wording
from comity.reading.frames.trade.flows import stated_source
from comity.reading.frames.trade.sides import by_statistics
from comity.reading.sentence import Sentence

_NAMING = frozenset({"state", "word", "determiner", "organisation", "poss"})
"""Kinds of unit that name a source."""


class Source(NamedTuple):
    """Who gave figures, in words, and the state whose statistics they are."""

    words: str | None
    state: str | None


def source_of(sentence: Sentence) -> Source:
    """Who is told to have given the figures of a sentence."""
    return _by_words(sentence) or Source(None, _whose_statistics(sentence))


def _by_words(sentence: Sentence) -> Source | None:
    """Whoever stands behind "according to": "According to Kazakh statistics"."""
    units = sentence.units
    at = next((i for i, u in enumerate(units) if u.kind == "preposition" and u.value == "source-of"), None)
    if at is None:
        return None
    stop = at + 1
    while stop < len(units) and units[stop].kind in _NAMING:
        stop += 1
    state = next((str(unit.value[0]) for unit in units[at + 1 : stop] if unit.kind == "state"), None)
    own = sentence.language.words["possessive"] | sentence.language.words["definite"]
    while stop > at + 1 and units[stop - 1].key in own:
        stop -= 1
    return Source(wording(sentence, units[at + 1 : stop]) or None, state)


def _whose_statistics(sentence: Sentence) -> str | None:
    """The state whose statistics are told in other words, or named below the heading as the source."""
    source = sentence.language.words["source"]
    return (
        by_statistics(sentence)
        or stated_source(sentence.units, source)
        or stated_source(sentence.heading, source)
    )
