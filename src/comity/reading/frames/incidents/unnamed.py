"""Who acts where the clause does not name them: "it", "the ministry", "he", "we", the state of the town named first."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from comity.reading.discourse import Context
from comity.reading.frames.nouns import in_class, states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_NEXT = 40
"""Signs between a sentence and the next of its paragraph."""
_TELLER = 14
"""Units behind a verb of telling among which those who tell are named."""


def speaker(sentence: Sentence) -> str | None:
    """The state of who says "we" in quotes: "we have decided to recall our envoy", the ministry of A said."""
    units, said = sentence.units, sentence.language.words["said"]
    verb = next((i for i, unit in enumerate(units) if unit.key in said and i > 1), None)
    if verb is None:
        return None
    closed = next(
        (i for i in range(verb - 1, -1, -1) if units[i].kind == "punct" and units[i].text != ","), 0
    )
    return next((state for unit in units[closed:verb] if not unit.mark for state in states_of(unit)), None)


def antecedent(sentence: Sentence, at: int) -> Unit | None:
    """The person that "he" or "she" means: the first named one of the sentence that no preposition governs."""
    units = sentence.units
    if units[at].key not in sentence.language.words["he_she"]:
        return None
    named = (u for u in units[:at] if u.kind == "actor" and not u.mark and u.value.person.name)
    return next(named, None)


def _is_organ(sentence: Sentence, at: int) -> bool:
    """Whether words are an organ of a state that nobody names here: "the ministry"."""
    unit = sentence.units[at]
    named = unit.kind == "word" and at > 0 and sentence.units[at - 1].kind == "determiner" and not unit.mark
    return named and unit.key in sentence.language.words["organs"]


def carried_on(sentence: Sentence, index: int, context: Context) -> tuple[str, str | None] | None:
    """Who "it" is, the subject of a verb, and the other side: the state that the sentence before was about, and the
    other that it named, where it named just two.
    """
    units = sentence.units
    low = sentence.clause(index).start
    it = next(
        (i for i in range(index - 1, low - 1, -1) if units[i].kind == "pronoun" or _is_organ(sentence, i)),
        None,
    )
    if it is None or (units[it].kind == "pronoun" and units[it].text.lower() != "it"):
        return None
    if context.led is None or sentence.start - context.led[1] > _NEXT:
        return None
    alone = not any(states_of(unit) for unit in units[:it])
    goes_on = units[index - 1].kind == "and"  # "the ministry summoned … and expressed …"
    if not alone or (not goes_on and any(is_verb(sentence, i) for i in range(it, index))):
        return None
    by, near = context.led[0], context.named is not None and sentence.start - context.named[1] <= _NEXT
    pair = context.named[0] if context.named is not None and near else ()
    return by, next((state for state in pair if state != by), None) if by in pair else None


def by_someone(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the subject of a verb is a person of whom no state is told: nobody else did it."""
    for i in range(index - 1, clause.start - 1, -1):
        unit = sentence.units[i]
        if unit.kind == "actor" and not unit.mark and unit.value.person.name:
            return not states_of(unit)
        if unit.kind == "pronoun" and (person := antecedent(sentence, i)) is not None:
            return not states_of(person)
        if unit.kind in ("state", "organisation") and not unit.mark:
            return False
    return False


def of_the_town(sentence: Sentence, clause: range) -> str | None:
    """The state of the town that a sentence opens with: "In P, President X gave the envoy of B two days"."""
    units = sentence.units
    for at in range(clause.start, min(clause.stop, len(units) - 2)):
        opens = units[at].kind == "preposition" and units[at].value == "place"
        if opens and units[at + 1].kind == "place" and units[at + 2].text == ",":
            return next(iter(states_of(units[at + 1])), None)
        if is_verb(sentence, at):
            return None
    return None


def announcer(sentence: Sentence, index: int, against: str | None) -> str | None:
    """The state whose authorities tell of an act without a doer: «граница с А закрыта, объявили власти Б»."""
    return teller(sentence, sentence.units[index + 1 :], against)


def said_before(sentence: Sentence, index: int, against: str | None) -> str | None:
    """The state whose ministry says right before that something was done: "A's foreign ministry said 15 employees of
    the embassy of B had been expelled".
    """
    units, said = sentence.units, sentence.language.words["said"]
    verb = next((i for i in range(index - 1, 0, -1) if units[i].key in said), None)
    if verb is None or sentence.language.cases:
        return None
    ahead = units[max(0, verb - 5) : verb]
    organ = any(one.kind == "organisation" or _is_office(sentence, one) for one in ahead)
    told = (state for one in ahead if one.kind != "place" for state in states_of(one) if state != against)
    return next(told, None) if organ else None


def _is_office(sentence: Sentence, unit: Unit) -> bool:
    return unit.key in sentence.language.words["organs"]


def teller(sentence: Sentence, units: Sequence[Unit], against: str | None) -> str | None:
    """The state whose authorities are said to tell something: «об этом сообщила погранслужба А»."""
    words = sentence.language.words
    for i, unit in enumerate(units[:-1]):
        if unit.kind == "word" and unit.key in words["news"] | words["announced"]:
            near = units[i + 1 : i + _TELLER]
            behind = [*itertools.takewhile(lambda one: one.kind != "clause" and one.text != ",", near)]
            official = any(one.kind == "organisation" or in_class(one, sentence, "forces") for one in behind)
            told = (state for one in behind for state in states_of(one) if state != against)
            return next(told, None) if official else None
    return None
