"""Who came in whose place: "was succeeded by N", "N succeeded him", "M was appointed in his place"."""

from __future__ import annotations

from comity.reading.frames.tenures.acts import tells
from comity.reading.frames.tenures.receptions import RECEIVERS
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_predicate, is_verb

_APPOINTED = 6
"""Units between somebody and the verb that appoints them in another's place."""


def another_succeeded(sentence: Sentence, index: int) -> bool:
    """Whether it is somebody in no post of envoys who was succeeded: "the President, who was succeeded by N"."""
    before = next((unit for unit in reversed(sentence.units[:index]) if unit.kind == "actor"), None)
    return before is not None and bool(before.value.person.office) and before.value.cls in RECEIVERS


def succeeded(sentence: Sentence, index: int) -> bool:
    """ "was succeeded by N", "he succeeded N": the person behind the verb."""
    if not has_predicate(sentence, "succeed"):
        return False
    return any(
        tells(sentence, i, "succeed") and is_verb(sentence, i)
        for i in range(index - 1, max(index - 4, -1), -1)
    )


def follows_last(sentence: Sentence, index: int) -> bool:
    """Whether a person is told to have come in the place of one who held a post: "was succeeded by N"."""
    if in_place(sentence, index):
        return True
    if succeeds(sentence, index) and _succeeds_him(sentence, index):
        return True
    unit = sentence.units[index]
    if unit.mark != "agent" and not unit.case.startswith("nom"):
        return False  # «он сменил Н.»
    return succeeded(sentence, index) and not another_succeeded(sentence, index)


def _succeeds_him(sentence: Sentence, index: int) -> bool:
    """Whether it is somebody told before whom a person succeeds: "N succeeded him"."""
    verb = next(i for i in range(index + 1, len(sentence.units)) if tells(sentence, i, "succeed"))
    behind = sentence.units[verb + 1 : verb + 2]
    return is_fact(sentence, verb) and any(unit.kind == "pronoun" for unit in behind)


def in_place(sentence: Sentence, index: int) -> bool:
    """ "M was appointed in his place", «вместо него назначен М.»: whether a person gets the office told last."""
    if not has_predicate(sentence, "appoint", "succeed"):
        return False
    units, words = sentence.units, sentence.language.words
    clause = sentence.clause(index)
    near = [i for i in clause if abs(i - index) <= _APPOINTED and tells(sentence, i, "appoint")]
    comes = [i for i in clause if i > index and tells(sentence, i, "succeed") and is_verb(sentence, i)]
    if not (near or comes) or not is_fact(sentence, (near or comes)[0]):
        return False
    if comes and any(units[i].key in words["instead"] for i in clause):
        return True  # «На смену А. пришёл Б.»
    return bool(near) and any(
        units[i].key in words["instead"]
        and any(unit.key in words["person_pronoun"] | words["own"] for unit in units[max(i - 1, 0) : i + 2])
        for i in clause
    )


def succeeds(sentence: Sentence, index: int) -> bool:
    units = sentence.units
    if index + 1 < len(units) and units[index + 1].kind == "poss":
        return False  # "N's successor"
    return any(
        tells(sentence, i, "succeed") and is_verb(sentence, i)
        for i in range(index + 1, min(index + 4, len(units)))
    )
