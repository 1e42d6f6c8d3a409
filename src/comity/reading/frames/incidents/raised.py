"""A protest told as what was delivered or rejected: "A protest by A over the arrests was delivered on 3 May"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import opposed
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import head_before, in_class, states_of, wording
from comity.reading.sentence import Sentence, voice
from comity.reading.units import Unit

_REACH = 14
"""Units between a protest and the verb of which it is the subject."""


def raised(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The draft of a protest by a state that its own words tell, where a passive verb says what became of it."""
    units, clause = sentence.units, sentence.clause(index)
    if sentence.language.cases or _verb(sentence, index, clause) is None:
        return None
    first = head_before(sentence, index)
    if first > clause.start and units[first - 1].kind == "preposition":
        return None  # "in a protest"
    by = _doer(sentence, first, index, clause)
    if by is None:
        return None
    against = opposed.target(sentence, index, clause, by) or context.counterpart(by)
    if against is None:
        return None
    group = [u for u in units[first : index + 1] if u.kind not in ("determiner", "state", "poss", "date")]
    return draft_of(sentence, index, wording(sentence, group), by, against, group, context)


def _verb(sentence: Sentence, index: int, clause: range) -> int | None:
    """The index of the verb: "was delivered", "was rejected"; none where the protest was only called for."""
    for i in range(index + 1, min(index + _REACH, clause.stop)):
        unit = sentence.units[i]
        if unit.kind in ("modal", "negation", "clause"):
            return None
        if unit.kind == "be" and i + 1 < clause.stop:
            return next((j for j in range(i + 1, min(i + 4, clause.stop)) if _is_done(sentence, j)), None)
    return None


def _is_done(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    if in_class(unit, sentence, "impose") or in_class(unit, sentence, "turned_down"):
        return True
    return unit.kind == "trigger" and voice(sentence, index) == "passive" and unit.key.endswith("ed")


def _doer(sentence: Sentence, first: int, index: int, clause: range) -> str | None:
    """Whose protest it is: "an A protest", "A's protest", "a protest by A"."""
    before = [unit for unit in sentence.units[first:index] if unit.kind in ("state", "organisation")]
    own = next((state for unit in before for state in states_of(unit)), None)
    behind = (unit for unit in sentence.units[index + 1 : min(index + 4, clause.stop)] if _by(unit))
    return own or next((state for unit in behind for state in states_of(unit)), None)


def _by(unit: Unit) -> bool:
    return unit.mark in ("agent", "source")
