"""Acts that were decided on: «приняли решение о высылке», "signed a package of sanctions"."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def decision(sentence: Sentence, index: int, clause: range) -> tuple[int, int] | None:
    """The verb of a decision that an act is what was decided, and where the act's words begin: «приняли решение о
    (высылке посла Б)», «подписал указ о (новых санкциях против Б)».
    """
    units, low = sentence.units, max(clause.start + 1, index - 5)
    about = next(
        (
            i
            for i in range(index - 1, low, -1)
            if units[i].kind == "preposition" and units[i].end > units[i].start
        ),
        None,
    )
    if about is None or units[about].value not in ("on", "topic"):
        return None
    if not in_class(units[about - 1], sentence, "resolve"):
        return None
    verb = next((i for i in range(about - 2, max(clause.start, about - 5) - 1, -1) if _takes(units[i])), None)
    return (verb, behind_imposition(sentence, about + 1, index)) if verb is not None else None


def package(sentence: Sentence, index: int, clause: range) -> tuple[int, int] | None:
    """The verb by which a list or package of acts was adopted, and where the act's words begin: «подписал пакет
    (санкций против Б)».
    """
    units, low = sentence.units, max(clause.start, index - 5)
    at = next((i for i in range(index - 1, low - 1, -1) if in_class(units[i], sentence, "imposition")), None)
    if at is None or any(u.kind == "preposition" and u.text != "of" for u in units[at:index]):
        return None
    near = range(at - 1, max(clause.start, at - 4) - 1, -1)
    verb = next((i for i in near if _takes(units[i]) or in_class(units[i], sentence, "adopts")), None)
    return (verb, behind_imposition(sentence, at, index)) if verb is not None else None


def _takes(unit: Unit) -> bool:
    """Whether a verb takes or signs a decision."""
    return unit.kind == "trigger" and any(
        predicate in ("adopt", "sign", "receive") and form == "finite" for predicate, form in unit.value
    )


def behind_imposition(sentence: Sentence, first: int, index: int) -> int:
    """Where the words of sanctions begin behind a noun for imposing them: «(о введении) визовых санкций»."""
    units = sentence.units
    at = next((i for i in range(first, index) if in_class(units[i], sentence, "imposition")), None)
    if at is None:
        return first
    return at + 2 if units[at + 1].kind == "preposition" else at + 1
