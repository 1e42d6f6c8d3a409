"""What a relative clause tells was done to the noun before it: "the ship which the navy of A had seized", "aid, which
was frozen by A".
"""

from __future__ import annotations

from comity.reading.frames.nouns import head_before, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_FAR = 4
"""Units of a relative clause before a passive verb."""
_REACH = 9
"""Units of the noun phrase that the clause stands behind."""
_FOLLOWS = frozenset({"of", "with", "for", "source", "goal", "on"})


def antecedent(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """The noun phrase before the relative word that opens the clause of a verb; nothing where none does."""
    units, opens = sentence.units, clause.start - 1
    if sentence.language.cases or opens < 1 or not _is_relative(sentence, opens):
        return []
    if how == "passive" and index - opens > _FAR:
        return []
    if how == "active" and not any(_is_doer(unit) for unit in units[clause.start : index]):
        return []  # "which expelled two diplomats": the relative word is the doer
    end = opens - 1 if units[opens - 1].text == "," else opens
    first = head_before(sentence, end, _REACH)
    while first > 1 and units[first - 1].kind == "preposition" and units[first - 1].value in _FOLLOWS:
        first = head_before(sentence, first - 1, _REACH)
    return units[first:end]


def _is_relative(sentence: Sentence, index: int) -> bool:
    words = sentence.language.words
    return sentence.units[index].key in words["relative"] | words["relative_object"]


def _is_doer(unit: Unit) -> bool:
    """Whether a unit may be the subject of a relative clause."""
    return unit.kind in ("actor", "organisation", "word", "pronoun", "mission") or bool(states_of(unit))
