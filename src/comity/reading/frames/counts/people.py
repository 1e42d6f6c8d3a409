"""People who are counted: words for the people of a state."""

from __future__ import annotations

from comity import knowledge
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit


def is_people(sentence: Sentence, unit: Unit) -> bool:
    """A word for the people of a state: "Uruguayans"."""
    if unit.kind != "state":
        return False
    known = knowledge.lexicon(sentence.language.code).state_names.get(unit.value[0])
    if known is None:
        return False
    if unit.text in known.adjectives or unit.key in known.adjectives:
        return unit.text in known.people and _stands_as_noun(sentence, unit)
    return unit.text in known.people or unit.key in known.people


def _stands_as_noun(sentence: Sentence, unit: Unit) -> bool:
    """Whether nothing follows a word for a people that it could be the adjective of: "30,000 Thai lived in B"."""
    at = sentence.index(unit) + 1
    after = sentence.units[at] if at < len(sentence.units) else None
    if after is None or after.kind in ("preposition", "be", "have"):
        return True
    return after.kind == "trigger" and is_verb(sentence, at)
