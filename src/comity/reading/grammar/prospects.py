"""What English tells before an act that it has yet to come: headlines, obligations, hopes, what a visit prepares."""

from __future__ import annotations

from typing import Any

_HOPE = 2
"""Units before "that" among which a word for hope stands."""
_FUTURE = 5
"""Units between what is told in the future and the act that it is for."""
_DOERS = frozenset({"state", "dyad", "actor", "organisation", "sides"})
_BEFORE_DOERS = _DOERS | {"and", "determiner", "punct", "poss"}
"""Kinds of unit that stand before the infinitive of a headline."""


def _awaits(sentence: Any, index: int) -> bool:
    """Whether what stands right before an act has yet to come of it: "see us having to close …", "the visit will set
    the tone for talks between"."""
    units, words = sentence.units, sentence.language.words
    if index > 1 and units[index - 1].key == "to" and units[index - 2].key in words["obliged"]:
        return True
    if sentence.is_verb(index):
        return False
    if _is_hoped(sentence, index):
        return True
    cursor = index - 1
    while (
        cursor > 0
        and units[cursor].kind in ("word", "determiner")
        and units[cursor].key not in words["adverb"]
    ):
        cursor -= 1
    led = units[cursor].kind == "preposition" and units[cursor].value == "for"
    before = range(max(cursor - _FUTURE, 0), cursor) if led else ()
    return any(units[i].kind == "modal" and units[i].key in words["will"] for i in before)


def _is_hoped(sentence: Any, index: int) -> bool:
    """Whether somebody hopes that an act told by a noun will do good: "expressed confidence that the opening of the
    embassy will help"."""
    units = sentence.units
    that = next((i for i in range(index - 1, 0, -1) if units[i].key == "that"), 0)
    hoped = any(unit.key in sentence.language.words["hopes"] for unit in units[max(0, that - _HOPE) : that])
    return hoped and any(unit.kind == "modal" for unit in units[index:])


def still_to_come(sentence: Any, index: int) -> bool:
    """Whether the words before an act say that it has yet to come."""
    if sentence.units[index].kind != "trigger":
        return False
    return _is_to_be(sentence, index) or _awaits(sentence, index) or _in_headline(sentence, index)


def _is_to_be(sentence: Any, index: int) -> bool:
    """Whether an act is only to come: "is to be set up", "are to sign"."""
    units, at = sentence.units, index - 1
    if at > 0 and units[at].key == "be":
        at -= 1
    return at > 0 and units[at].key == "to" and units[at - 1].kind == "be"


def _in_headline(sentence: Any, index: int) -> bool:
    """Whether a headline says what somebody is to do: "Peru to open embassy in Oslo". The infinitive stands where the
    verb of the clause would, behind nothing but who will do it.
    """
    to = index - 1
    while to > 0 and sentence.units[to].key in sentence.language.words["adverb"]:
        to -= 1
    if to < 1 or sentence.units[to].key != "to":
        return False
    if not any(form == "base" for _, form in sentence.units[index].value):
        return False
    doers = sentence.units[:to]
    return doers[-1].kind in _DOERS and all(unit.kind in _BEFORE_DOERS for unit in doers)
