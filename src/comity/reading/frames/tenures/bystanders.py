"""Who is named beside a holder and holds nothing: a relative, one who was replaced, the head of state who receives."""

from __future__ import annotations

from comity.reading.frames.tenures.acts import beside, tells
from comity.reading.frames.tenures.receptions import RECEIVERS
from comity.reading.frames.tenures.replaced import replaced
from comity.reading.sentence import Sentence, has_class, has_predicate

_OWNED = 2
"""Units from a person back to the word that tells whose relative somebody is: "son of N"."""


def is_bystander(sentence: Sentence, index: int) -> bool:
    """Whether a person is only told beside the one whom the sentence is about."""
    if is_relative(sentence, index) or _receives(sentence, index):
        return True
    return replaced(sentence, index) and beside(sentence, index) is None


def is_relative(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one whose relative another is: "M, son of President N", «сын президента Н.»."""
    if not has_class(sentence, "relative_of") or sentence.units[index].mark != "of":
        return False
    near = sentence.units[max(0, index - _OWNED) : index]
    return any(unit.key in sentence.language.words["relative_of"] for unit in near)


def _receives(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one to whom credentials are presented: the addressee, a president, a king."""
    if not has_predicate(sentence, "credentials"):
        return False
    unit = sentence.units[index]
    told = [i for i in sentence.clause(index) if tells(sentence, i, "credentials")]
    if not told:
        return False
    addressed = unit.mark == "goal" or (unit.case == "dat" and told[0] < index)
    return addressed or unit.value.cls in RECEIVERS
