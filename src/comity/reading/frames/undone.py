"""Nouns whose act was put off, did not take place, or is yet to."""

from __future__ import annotations

from comity.reading.sentence import Sentence, is_verb, predicates_of, reading_of, voice
from comity.reading.units import Unit, is_capitalised


def undone(sentence: Sentence, index: int) -> bool:
    """Whether the clause says behind the noun that what it tells was put off, did not or is yet to take place."""
    units = sentence.units
    words = sentence.language.words
    if _to_be_held(sentence, index) or _still_ahead(sentence, index):
        return True
    for cursor in range(index + 2, sentence.clause(index).stop):
        unit, before = units[cursor], units[cursor - 1]
        if unit.key in words["negation"] and (
            before.kind in ("be", "have", "modal")
            or before.key in words["did"]
            or (sentence.language.cases and cursor + 1 < len(units) and is_verb(sentence, cursor + 1))
        ):
            return True
        if unit.key in words["undone"] and (before.kind == "be" or before.text in (",", "(")):
            return True
        if _is_called_off(sentence, index, cursor):
            return True
        if unit.key in words["doubt"] and any(
            other.kind == "preposition" and other.value in ("under", "place")
            for other in units[max(cursor - 3, index) : cursor]
        ):
            return True  # «визит … был под большим вопросом»
    return False


_ORDERED = 5
"""Units from the word for a decree to the act that it orders."""
_NOMINAL_FORMS = frozenset({"noun", "ing"})
_EXPECTED = 16
"""Units from a noun's act to the verb that says what will come of it."""


def only_ordered(sentence: Sentence, act: int) -> bool:
    """Whether an act is what a decree, a decision or a plan is about: "a decree on the opening of an embassy"."""
    units, words = sentence.units, sentence.language.words
    if reading_of(sentence, act) and is_verb(sentence, act) and voice(sentence, act) == "passive":
        return False
    for cursor in range(act - 1, max(act - _ORDERED, 0) - 1, -1):
        unit = units[cursor]
        if unit.key in words["decree"]:
            return any(other.kind == "preposition" or other.key == "to" for other in units[cursor + 1 : act])
        if unit.kind not in ("preposition", "determiner", "word", "amount", "number"):
            return False
    return False


def expected(sentence: Sentence, act: int, noun: int) -> bool:
    """Whether it is told what a noun's act will bring: "the opening of the embassy in 2015 will help to"."""
    units, words = sentence.units, sentence.language.words
    forms = {form for _, form in units[act].value} if units[act].kind == "trigger" else set()
    if not forms <= _NOMINAL_FORMS or _is_governed(units, act):
        return False
    for unit in units[max(act, noun) + 1 :][:_EXPECTED]:
        if unit.text in (".", ";") or unit.kind in ("clause", "be", "have", "pronoun"):
            return False
        if unit.kind == "modal":
            return unit.key in words["future"]
        if unit.kind == "trigger" and all(form in ("finite", "participle") for _, form in unit.value):
            return False
        if sentence.language.morphology.is_future(unit):
            return True
    return False


def _is_governed(units: list[Unit], noun: int) -> bool:
    """Whether a preposition leads to a noun, which is therefore no subject: "following the opening of"."""
    first = noun
    while first and units[first - 1].kind in ("determiner", "word") and not is_capitalised(units[first - 1]):
        first -= 1
    return first > 0 and units[first - 1].kind == "preposition"


def _is_called_off(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a passive without "be" says of the noun that it was called off: «встреча А с Б отменена»."""
    units = sentence.units
    if units[at].kind != "trigger" or not (sentence.language.cases and units[index].case.startswith("nom")):
        return False
    return "call_off" in predicates_of(sentence, at) and voice(sentence, at) in ("passive", "bare")


def _still_ahead(sentence: Sentence, index: int) -> bool:
    """Whether something else happened before what the noun tells, which has no date: "ahead of the visit of X"."""
    units, first = sentence.units, index
    while first > max(0, index - 3) and units[first - 1].kind in ("determiner", "word", "state", "poss"):
        first -= 1
        if units[first].key in sentence.language.words["eve"]:
            break
    before = units[first - 1] if first else None
    ahead = units[first].key in sentence.language.words["eve"] or (
        before is not None and before.kind == "preposition" and before.value == "before"
    )
    if not ahead:
        return False
    for unit in units[index + 1 : sentence.clause(index).stop]:
        if unit.kind == "date" or unit.text == ",":
            return unit.kind != "date"
    return True


def _to_be_held(sentence: Sentence, index: int) -> bool:
    """Whether the first verb behind a noun has a modal and holds what the noun names: "the talks will take place"."""
    units = sentence.units
    clause = sentence.clause(index)
    at = next(
        (i for i in range(index + 1, clause.stop) if units[i].kind == "modal" or is_verb(sentence, i)), None
    )
    if at is None or units[at].kind != "modal" or units[at].text == "May":
        return False
    held = next((i for i in range(at + 1, min(at + 4, clause.stop)) if is_verb(sentence, i)), None)
    return held is not None and any(predicate == "hold" for predicate, _ in reading_of(sentence, held))
