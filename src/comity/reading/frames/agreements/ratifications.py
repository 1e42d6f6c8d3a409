"""Ratifications that were exchanged: "ratifications (of the treaty) were exchanged in P"."""

from __future__ import annotations

from comity.reading.sentence import Sentence, is_verb, voice

_REACH = 12
"""Units between ratifications and the verb that tells that they were exchanged."""


def is_exchange(sentence: Sentence, index: int) -> bool:
    """Whether a verb in the passive tells that something was exchanged."""
    passive = voice(sentence, index) == "passive"
    return passive and any(predicate == "exchange_missions" for predicate, _ in sentence.units[index].value)


def exchanges(sentence: Sentence, index: int) -> bool:
    """Whether a verb only tells that the ratifications before it were exchanged."""
    nouns = (
        i
        for i in range(max(0, index - _REACH), index)
        if sentence.units[i].kind == "trigger" and voice(sentence, i) == "noun"
    )
    return any(are_exchanged(sentence, i) for i in nouns) and is_exchange(sentence, index)


def are_exchanged(sentence: Sentence, index: int) -> bool:
    """Whether the ratifications that a noun names were exchanged."""
    behind = range(index + 1, min(index + _REACH, len(sentence.units)))
    verb = next((i for i in behind if is_verb(sentence, i)), None)
    ratified = any(predicate == "ratify" for predicate, _ in sentence.units[index].value)
    return verb is not None and ratified and is_exchange(sentence, verb)
