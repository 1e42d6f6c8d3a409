"""Envoys summoned: a protest by the verb, told once however many words tell it."""

from __future__ import annotations

from comity.reading.frames.incidents.whose import apposed
from comity.reading.frames.incidents.words import (
    is_envoy,
    object_of,
)
from comity.reading.frames.nouns import (
    in_class,
)
from comity.reading.sentence import Sentence, is_verb


def summons(sentence: Sentence, index: int) -> bool:
    verb = sentence.units[index].key.split(" ")[0]
    return verb in sentence.language.words["summons"]


def summoned_others(sentence: Sentence, index: int, how: str) -> bool:
    """Whether a verb of summoning is done to somebody else than an envoy: "summoned a congress"."""
    if not summons(sentence, index) or is_envoy(sentence, sentence.units[index]):
        return False
    thing = object_of(sentence, index, how, sentence.clause(index))
    if not thing and sentence.language.cases:
        thing = object_of(sentence, index, "passive", sentence.clause(index))
    if apposed(sentence, thing, sentence.clause(index)):
        return False
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    return not any(is_envoy(sentence, unit) for unit in thing[:head])


def after_summons(sentence: Sentence, index: int) -> bool:
    """Whether a protest goes on with a summons told before: «вызвал посла и вручил ноту протеста», one act."""
    if summons(sentence, index) or not sentence.language.cases:
        return False
    clause = sentence.clause(index)
    told = [i for i in range(clause.start, index) if is_verb(sentence, i) and summons(sentence, i)]
    return bool(told) and any(unit.kind == "and" for unit in sentence.units[told[-1] : index])


def protested_anyway(sentence: Sentence, index: int) -> bool:
    return any(
        unit.kind == "trigger"
        and any(p == "protest" for p, _ in unit.value)
        and any(in_class(before, sentence, "impose") for before in sentence.units[max(index, i - 6) : i])
        for i, unit in enumerate(sentence.units)
    )


def protested_before(sentence: Sentence, index: int) -> bool:
    """Whether the sentence told the protest already: «вызван в МИД, где ему вручили ноту протеста»."""
    return any(
        unit.kind == "trigger" and any(predicate == "protest" for predicate, _ in unit.value)
        for unit in sentence.units[:index]
    )
