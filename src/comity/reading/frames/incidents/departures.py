"""Envoys who must go: "diplomats of A are to leave B", "the ambassador of A has 72 hours to leave"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents.people import may_be_sent_out
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.words import draft_of, is_envoy, object_of
from comity.reading.frames.nouns import act_of, states_of
from comity.reading.sentence import Sentence, reading_of

_REACH = 6
"""Units between what obliges and to leave."""
_TIME = frozenset({"amount", "word", "preposition"})


def obliged(sentence: Sentence, index: int) -> int:
    """The index of the word that obliges somebody to leave: "must", "are (to)", "has (72 hours to)"; -1 for none."""
    units, words = sentence.units, sentence.language.words
    if not any(predicate == "leave" for predicate, _ in reading_of(sentence, index)):
        return -1
    if sentence.language.cases:  # «дипломаты Б должны покинуть страну»
        return index - 1 if index and units[index - 1].key in words["obliges"] else -1
    for i in range(index - 1, max(index - _REACH, 0), -1):
        unit = units[i]
        if unit.kind == "modal":
            return i if unit.key in words["obliges"] else -1
        if unit.kind == "be":
            return i if i == index - 2 and units[index - 1].key == "to" else -1
        if unit.kind == "have":
            return i if units[index - 1].key == "to" else -1
        if unit.kind not in _TIME or (unit.kind == "preposition" and unit.key != "to"):
            return -1
    return -1


def must_leave(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """The expulsion of envoys who are told to have to go."""
    at = obliged(sentence, index)
    if at < 0:
        return []
    units, clause = sentence.units, sentence.clause(index)
    thing = object_of(sentence, at, "passive", clause)
    against = next((state for unit in thing for state in states_of(unit)), None)
    behind = units[index + 1 : index + 4]
    left = next((s for unit in behind for s in states_of(unit) if s != against), None)
    if not any(is_envoy(sentence, unit) for unit in thing) and not (
        left and may_be_sent_out(sentence, thing)
    ):
        return []
    article = 0 if sentence.language.cases else 1
    named = len(behind) > article and behind[article].key in sentence.language.words["country"]
    named = named and (not article or behind[0].kind == "determiner")
    by = left or (context.counterpart(against) if named else None)
    told = act_of(sentence, "expel", plain_words(sentence, thing))
    draft = draft_of(sentence, index, told, by, against, [units[at], *thing], context)
    return [draft] if draft is not None else []
