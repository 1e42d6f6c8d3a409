"""Words of recognition by which no state is recognised, or by nobody whom the words name."""

from __future__ import annotations

from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_TOLD = 5
"""Units that tell as what somebody is recognised."""
_NAMED = frozenset({"state", "pronoun", "actor", "organisation", "body"})


def by_others(sentence: Sentence, index: int, by: Unit | None) -> bool:
    """Whether a text recognises, or states that are not named: "the convention recognised", "no other government
    recognised".
    """
    units, words = sentence.units, sentence.language.words
    start = sentence.clause(index).start
    if voice(sentence, index) == "ing":
        return False
    for i in range(index - 1, start - 1, -1):
        if units[i] is by or is_verb(sentence, i):
            return False
        if units[i].kind == "instrument" and not units[i].mark:
            return True
        plural = not sentence.language.cases or sentence.language.morphology.is_plural(units[i])
        if units[i].key in words["powers"] and plural:
            return not any(unit.kind in _NAMED for unit in units[start:i])
    return False


def as_what(sentence: Sentence, index: int) -> bool:
    """Whether something is recognised as no state of its own: "recognised B as a part of A", "recognised it as the
    sole representative".
    """
    units, words = sentence.units, sentence.language.words
    if sentence.language.cases and _is_called(sentence, index):
        return True
    for at in range(index + 2, min(index + 5, len(units) - 1)):
        if units[at].key in words["as_what"]:
            pronoun = units[index + 1].kind == "pronoun"
            told = units[at + 1 : at + _TOLD]
            return pronoun or any(u.key in words["dependency"] for u in told) or _is_merely(sentence, told)
        if sentence.language.cases and units[at].value == "agent" and units[at].start == units[at].end:
            return _is_merely(
                sentence, units[at + 1 : at + _TOLD]
            )  # «признала Б страной с рыночной экономикой»
    return False


def _is_called(sentence: Sentence, index: int) -> bool:
    """Whether an adjective beside the object, or behind the passive, tells as what: «признала Б виновной», «признала
    виновной Б»."""
    merely = sentence.language.words["merely"]
    near = sentence.units[index + 1 : index + 4]
    for unit in near:
        if unit.key in merely:
            return True
        if unit.kind not in ("state", "pronoun", "preposition"):
            return False
    return False


def _is_merely(sentence: Sentence, told: list[Unit]) -> bool:
    """Whether what somebody is recognised as is no state: "a market economy", «виновной в нарушении договора»."""
    words = [part for unit in told for part in (unit.key or unit.text.lower()).split(" ")]
    merely, stately = sentence.language.words["merely"], sentence.language.words["stately"]
    return any(word in merely for word in words) and not any(word in stately for word in words)


def is_of_merit(sentence: Sentence, index: int) -> bool:
    """Whether nobody recognises a state: "in recognition of its support", «в знак признания заслуг»."""
    before = next((unit for unit in reversed(sentence.units[:index]) if unit.key), None)
    return before is not None and before.key in sentence.language.words["merit"]
