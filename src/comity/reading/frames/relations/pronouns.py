"""Who recognised whom, where "it" did and what it recognised is only called a state: "… when it recognised the new
republic"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.parties import is_subject
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_OBJECT = 6
"""Units behind a verb among which its object is."""
_NEAR = 120
"""Signs between the recognition told last and the sentence that goes on with "It"."""


def is_by_it(sentence: Sentence, index: int) -> bool:
    """Whether the subject right before a verb is "it"."""
    units, words = sentence.units, sentence.language.words
    at = index - 1
    while at > 0 and (
        units[at].kind in ("have", "negation", "word", "modal") or units[at].key in words["did"]
    ):
        at -= 1
    return at >= 0 and is_verb(sentence, index) and units[at].key in words["it"]


def main_subject(sentence: Sentence, index: int) -> Unit | None:
    """The state that is the subject of the clause beside the one in which "it" recognised something."""
    clause = sentence.clause(index)
    if sentence.language.cases or not clause.start or not is_by_it(sentence, index):
        return None
    if sentence.units[clause.start - 1].key not in sentence.language.words["when"]:
        return None
    units = sentence.units
    ahead = units[: clause.start - 1]
    if not ahead:  # "When it recognised B in 1964, A opened …"
        comma = next((i for i in range(index, len(units)) if units[i].text == ","), len(units))
        ahead = units[comma + 1 :]
    return next((unit for unit in ahead if is_subject(unit)), None)


def called_a_state(sentence: Sentence, index: int, by: Unit) -> Unit | None:
    """The other state of the sentence, where what was recognised is only called a republic or its independence."""
    behind = sentence.units[index + 1 : index + _OBJECT]
    polity = sentence.language.words["polity"]
    if any(unit.kind == "state" for unit in behind) or not any(unit.key in polity for unit in behind):
        return None
    named = [unit for unit in sentence.units if unit.kind == "state" and unit.value[1] == "name"]
    others = [unit for unit in named if unit.value[0] != by.value[0]]
    return others[0] if len({unit.value[0] for unit in others}) == 1 else None


def told_before(sentence: Sentence, index: int, context: Context) -> str | None:
    """Who did the recognition told right before, which "It" at the head of a sentence goes on with."""
    last = context.latest.get("recognition")
    opens = sentence.units[0].key in sentence.language.words["it"]
    if last is None or sentence.language.cases or not opens or not is_by_it(sentence, index):
        return None
    near = 0 <= sentence.start - last.evidence[-1][1] < _NEAR
    return str(last.slots["by"]) if near else None
