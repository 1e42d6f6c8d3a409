"""Posts told by their name alone, as a list's item, a cell or what a label leads to: "Embassy of A in P."."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_OF_A_NAME = frozenset({"determiner", "state", "mission", "place", "and", "punct", "dash", "poss"})
"""What the names of posts are made of, beside prepositions."""
_LINKS = frozenset({"of", "place", "goal"})
_SIGNS = frozenset(",.;()")
_LABEL = 6
"""Units of a label, with its colon."""


def named_alone(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether a sentence is nothing but names of posts, one of them this mission's with the town where it is."""
    units = sentence.units
    first = _label(sentence)
    if sentence.block.kind not in ("item", "cell") and not first:
        return False
    if first == 0 and _is_link(sentence):
        return False
    return (
        index >= first
        and all(_names(unit) for unit in units[first:])
        and _town_behind(units, index) is not None
        and (context.pair() is not None or context.home is not None)
    )


def _names(unit: Unit) -> bool:
    """Whether a unit may stand in a list of posts."""
    if unit.kind == "preposition":
        return unit.value in _LINKS
    return unit.text in _SIGNS if unit.kind == "punct" else unit.kind in _OF_A_NAME


def _label(sentence: Sentence) -> int:
    """The index behind a label that says that posts follow: "Representation: …"; 0 for none."""
    units, words = sentence.units, sentence.language.words["posts_label"]
    colon = next((i for i, unit in enumerate(units[:_LABEL]) if unit.text == ":"), 0)
    said = any(unit.kind == "mission" or unit.key in words for unit in units[:colon])
    plain = all(unit.kind in ("mission", "word", "state", "and") for unit in units[:colon])
    return colon + 1 if colon and said and plain else 0


def _is_link(sentence: Sentence) -> bool:
    """Whether a heading above, or the first word, says that links or sources follow: "External links", "See also"."""
    words, key = sentence.language.words["links_heading"], sentence.language.key
    first = sentence.text[sentence.block.start : sentence.block.end].split(maxsplit=1)
    above = any(unit.key in words for units in sentence.headings for unit in units)
    return above or any(key(word) in words for word in first[:1])


def _town_behind(units: list[Unit], index: int) -> Unit | None:
    """The town where the post is: the first one behind it, before another post."""
    for unit in units[index + 1 :]:
        if unit.kind == "place" and unit.mark == "place":
            return unit
        if unit.kind == "mission":
            return None
    return None
