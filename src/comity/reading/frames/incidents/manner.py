"""How the verb of a hostile act tells it: as done by its subject, as suffered, or only in passing."""

from __future__ import annotations

import itertools

from comity.reading.frames.nouns import direction, in_class
from comity.reading.sentence import Sentence, voice

_DECISION = 9
"""Units between a decision and the verb that tells what was decided."""

_DOER = 7
"""Units that name who does something behind "with"."""
_NAMED = frozenset({"state", "place", "organisation", "word", "determiner", "actor", "poss"})


def told_how(sentence: Sentence, index: int) -> str:
    """The voice of a verb; "by expelling …", ", expelling …" and "decided to expel …" tell it as active ones do."""
    how = direction(sentence, index)
    if how == "ing" and with_doer(sentence, index):
        return "active"  # "…, with A suspending flights to B"
    if how == "passive" and voice(sentence, index) == "bare" and _past_date(sentence, index):
        return "active"  # "A summoned on Thursday the ambassador of B"
    before = sentence.units[index - 1] if index else None
    if how == "ing" and sentence.language.morphology.is_gerund(sentence, index):
        return "active"
    if (
        how == "ing"
        and before is not None
        and (before.text == "," or (before.kind == "preposition" and before.value == "agent"))
    ):
        return "active"
    is_deed = before is not None and before.value == "of" and index > 1
    if how == "ing" and is_deed and in_class(sentence.units[index - 2], sentence, "deed"):
        return "active"  # "took the step of expelling …"
    is_to = index > 1 and before is not None and before.kind == "be" and sentence.units[index - 2].key == "to"
    if how == "active" and is_to:
        return "infinitive"  # "what they took to be invading forces"
    if before is not None and voice(sentence, index) == "bare":
        joined = before.text in ("-", "–") and before.end == sentence.units[index].start
        each = before.key in sentence.language.words["each"]  # "A and B have each expelled …"
        if joined or (before.kind == "determiner" and not each):
            return "adjective"  # "the frozen assets", "Norwegian-occupied territory"
    days = sentence.language.words["news"]
    when = index - 2
    while when > 0 and (sentence.units[when].kind == "date" or sentence.units[when].key in days):
        when -= 1  # "decided Saturday to expel", "decided on 3 May to expel"
        if sentence.units[when].kind == "preposition" and sentence.units[when + 1].kind == "date":
            when -= 1
    if how == "infinitive" and when >= 0 and sentence.units[when].key in sentence.language.words["agreed"]:
        return "active"
    if how == "infinitive" and sentence.language.cases and _decided(sentence, index):
        return "active"  # «решила выслать», «приняла решение немедленно отозвать»
    if how == "infinitive" and any(
        unit.key in sentence.language.words["provoke"] for unit in sentence.units[max(0, index - 4) : index]
    ):
        return "active"  # "prompting A to recall its ambassador"
    return how


def _decided(sentence: Sentence, index: int) -> bool:
    """Whether a verb right before an infinitive says that the act is settled."""
    adverbs, words = sentence.language.words["adverb"], sentence.language.words["agreed"]
    low, aside = max(0, index - _DECISION), 0
    for before, unit in reversed([*itertools.pairwise(sentence.units[low:index])]):
        if unit.key in words and (unit.kind != "trigger" or not aside):
            return True
        if unit.kind == "date" or unit.kind == "preposition" or unit.case == "gen" or unit.key in adverbs:
            aside += 1  # «решение властей А от 1 августа (выслать …)»
        elif not (unit.text.isdigit() or before.text.isdigit()):
            return False
    return bool(sentence.units[low:index]) and sentence.units[low].key in words


def _past_date(sentence: Sentence, index: int) -> bool:
    """Whether an object stands behind the day that follows a verb."""
    behind = sentence.units[index + 1 : index + 3]
    if sentence.language.cases or len(behind) < 2 or behind[0].kind != "date":
        return False
    return behind[1].kind in ("determiner", "actor", "amount") and behind[0].mark in ("", "on")


def with_doer(sentence: Sentence, index: int) -> range:
    """The units of who does it, between "with" and a verb in -ing: "relations soured, with A closing the border"."""
    units = sentence.units
    if sentence.language.cases:
        return range(0)
    first = index - 1
    while first > max(index - _DOER, 0) and units[first].kind in _NAMED:
        first -= 1
    if first + 1 >= index:
        return range(0)
    if units[first].kind == "and":  # "with A imposing visas and B closing the border"
        goes_on = any(with_doer(sentence, i) for i in range(first) if sentence.units[i].text.endswith("ing"))
        return range(first + 1, index) if goes_on else range(0)
    opens = units[first].kind == "preposition" and units[first].value == "with"
    apart = first == 0 or units[first - 1].kind in ("punct", "and", "date")
    return range(first + 1, index) if opens and apart else range(0)


def is_doer(sentence: Sentence, index: int) -> bool:
    """Whether somebody right before a bare past form is who does it: "the ambassador recalled in May how …", outside
    a headline.
    """
    units = sentence.units
    told = (
        not sentence.language.cases and voice(sentence, index) == "bare" and units[index - 1].kind == "actor"
    )
    return told and sentence.block.kind != "heading" and len(units) > index + 3
