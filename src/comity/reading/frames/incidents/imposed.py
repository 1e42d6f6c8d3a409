"""Who imposed what a noun tells, by a clause or participle beside it: "the embargo A imposed on B"."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def imposing(sentence: Sentence, verb: int, clause: range) -> str | None:
    """The state that is the subject right behind a verb of imposing: «ограничения на ввоз чая А ввела Б»."""
    if not sentence.language.cases or verb + 1 >= clause.stop:
        return None
    doer = sentence.units[verb + 1]
    named = doer.kind == "state" and doer.value[1] == "name" and not doer.mark
    return str(doer.value[0]) if named and doer.case in ("", "nom", "nom-acc") else None


def relative(sentence: Sentence, index: int) -> tuple[str, int] | None:
    """Who imposed what a noun tells, by the clause right behind it, and the index of its verb: "the embargo (which) A
    imposed on B".
    """
    units = sentence.units
    if sentence.language.cases or index + 2 >= len(units):
        return None
    opens = units[index + 1].kind == "clause" or units[index + 1].key in sentence.language.words["that"]
    first = index + 2 if opens else index + 1
    for i in range(first, min(first + _RELATIVE, len(units))):
        if in_class(units[i], sentence, "impose") and units[i].kind in ("word", "trigger"):
            told = (state for unit in units[first:i] if not unit.mark for state in states_of(unit))
            return next(((state, i) for state in told), None)
        if units[i].kind in ("punct", "clause", "preposition", "be"):
            return None
    return None


def imposed_by(sentence: Sentence, index: int, clause: range) -> tuple[str, int] | None:
    """Who imposed what a noun tells, by a participle before it, and the index of that: «наложенное А в 2000 году
    (эмбарго на торговлю с Б)».
    """
    units = sentence.units
    if not sentence.language.cases:
        return None
    near = range(index - 1, max(clause.start, index - _RELATIVE) - 1, -1)
    at = next((i for i in near if in_class(units[i], sentence, "impose")), None)
    if at is None or sentence.language.morphology.is_finite(units[at]) or not _is_participle(units[at].text):
        return None
    doers = (
        s for u in units[at + 1 : index] if u.kind != "place" and u.mark == "agent" for s in states_of(u)
    )
    return next(((state, at) for state in doers), None)


def _is_participle(word: str) -> bool:
    """Whether a Russian word is by its ending a full passive participle: «введённые», «наложенного»."""
    return word.lower().endswith(_FULL)


def is_handed_over(verb: Unit) -> bool:
    """Whether a Russian word is by its ending a short passive participle: «заявлен», «вручена»."""
    return verb.text.lower().endswith(_SHORT)


_FULL = tuple(
    stem + end
    for stem in ("нн", "т")
    for end in ("ый", "ая", "ое", "ые", "ого", "ой", "ых", "ому", "ым", "ыми", "ую", "ом")
)


_SHORT = tuple(stem + end for stem in ("ен", "ён", "ан") for end in ("", "а", "о", "ы"))


_RELATIVE = 7
"""Units of a relative clause before its verb."""
