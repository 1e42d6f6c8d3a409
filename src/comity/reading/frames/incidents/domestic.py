"""Who acts for the own side of a page about two states without being told of which: "the government", "President X",
"the navy": what they do to the other state is their own state's act.
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import direction, in_class, states_of
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

_REACH = 9
"""Units between a verb and the first word of its subject."""
_PASSED = frozenset({"have", "be", "date"})
_WITHIN = frozenset({"word", "determiner", "amount", "number", "place", "quoted", "honorific"})
_STATED = frozenset({"state", "organisation", "dyad", "sides"})


def doer(sentence: Sentence, index: int, target: str | None, context: Context) -> str | None:
    """The other state than the target, where the subject of a verb, or its agent, acts for a state nobody names."""
    if target is None or (context.loose and context.of_many):
        return None
    by = context.counterpart(target)
    if by is None:
        return None
    clause = sentence.clause(index)
    if is_verb(sentence, index) and all(form == "base" for _, form in reading_of(sentence, index)):
        return None  # "demanded that the president expel …"
    if direction(sentence, index) == "passive":
        return by if _is_agent(sentence, index, clause) else None
    return by if _is_subject(sentence, index, clause) else None


def _is_subject(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the noun phrase before a verb is an organ, forces or an officer without a state."""
    units, adverbs = sentence.units, sentence.language.words["adverb"]
    at = index - 1
    while at > clause.start and (units[at].kind in _PASSED or units[at].key in adverbs):
        at -= 1
    if at > clause.start and (units[at].kind == "and" or units[at].text == ","):
        # "recalled its ambassador and expelled …": the subject of the verb before
        earlier = next((i for i in range(at - 1, clause.start, -1) if is_verb(sentence, i)), None)
        if earlier is not None:
            return direction(sentence, earlier) != "passive" and _is_subject(sentence, earlier, clause)
    acts = False
    for i in range(at, max(at - _REACH, clause.start - 1), -1):
        unit = units[i]
        if unit.kind in _STATED or (unit.kind == "place" and i == at):
            return False
        if unit.kind == "preposition" and unit.end > unit.start:
            if unit.value not in ("of", "place"):
                return acts
            acts = False if unit.value == "of" else acts
        elif unit.kind == "actor" or _acts(sentence, unit):
            if unit.mark and unit.mark not in ("of", "place"):
                return acts
            if unit.kind == "actor" and (states_of(unit) or not unit.value.person.office):
                return False
            if sentence.language.cases and not (unit.case.startswith("nom") or unit.case in ("", "counted")):
                return acts
            acts = True
        elif unit.kind not in _WITHIN and not (unit.kind == "preposition" and unit.end == unit.start):
            return acts
    return acts


def _is_agent(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether an organ, forces or an officer without a state are told as the doer of a passive verb."""
    units = sentence.units
    for i in range(index + 1, clause.stop - 1):
        if units[i].kind == "preposition" and units[i].value == "agent":
            behind = units[i + 1 : i + 5]
            if any(states_of(unit) for unit in behind[:2]):
                return False
            return any(
                (unit.kind == "actor" and bool(unit.value.person.office)) or _acts(sentence, unit)
                for unit in behind
            )
    return False


def _acts(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word is an organ or the forces of a state."""
    return in_class(unit, sentence, "forces") or in_class(unit, sentence, "organs")


def nobody_told(sentence: Sentence, index: int, against: str | None, context: Context) -> str | None:
    """The other state of a page about two, where something was taken from one and no doer is told."""
    by = any(unit.kind == "preposition" and unit.value == "agent" for unit in sentence.units[index + 1 :])
    return None if by else context.counterpart(against)


def by_them(sentence: Sentence, index: int) -> bool:
    """Whether a Russian verb without a subject tells a protest as that of the ministry: «послу А вручили ноту»."""
    told = sentence.language.cases and any(
        predicate == "protest" for predicate, _ in reading_of(sentence, index)
    )
    nobody = not any(unit.case.startswith("nom") for unit in sentence.units[:index])
    return bool(told) and nobody and sentence.units[index].text.split()[0].endswith("ли")
