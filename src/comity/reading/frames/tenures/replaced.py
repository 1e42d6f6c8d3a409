"""Who is only told of because another came in their place: "N replaced M as ambassador"."""

from __future__ import annotations

from comity.reading.frames.tenures.acts import tells
from comity.reading.sentence import Sentence, is_verb


def replaced(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one that another replaced: "N replaced M as ambassador"."""
    if sentence.language.cases and _succeeded_by_another(sentence, index):
        return True
    if _is_of_successor(sentence, index):
        return True
    if index < 2 or not tells(sentence, index - 1, "succeed") or not is_verb(sentence, index - 1):
        return False
    subject = sentence.units[index - 2]
    if subject.kind == "have" and not sentence.language.cases:
        return True  # "who had replaced N"
    return subject.kind == "actor" and bool(subject.value.person.name)


def _succeeded_by_another(sentence: Sentence, index: int) -> bool:
    """Whether a person in an oblique case is the object of succeeding: «посла А. сменила Б.»."""
    units, clause = sentence.units, sentence.clause(index)
    if units[index].case in ("", "ins") or units[index].case.startswith("nom"):
        return False
    succeeds = any(tells(sentence, i, "succeed") and is_verb(sentence, i) for i in clause)
    return succeeds and any(
        units[i].kind == "actor" and units[i].value.person.name and units[i].case.startswith("nom")
        for i in clause
    )


def _is_of_successor(sentence: Sentence, index: int) -> bool:
    """Whether a person is only told of with the one who came in their place: «преемник Н. на посту посла»."""
    units = sentence.units
    near = range(index - 1, max(-1, index - 3), -1)
    before = next((i for i in near if units[i].start < units[i].end), -1)
    return (
        before >= 0
        and units[index].mark == "of"
        and tells(sentence, before, "succeed")
        and not is_verb(sentence, before)
    )
