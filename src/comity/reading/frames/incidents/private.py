"""Private people, companies and clubs, which do not act for their state: "A's football association"."""

from __future__ import annotations

import itertools

from comity.reading.frames.nouns import in_class, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def is_of_nobody(sentence: Sentence, at: int) -> bool:
    """Whether those right before a verb are private people of whom no state is told: "students", "armed pirates"."""
    unit, before = sentence.units[at], sentence.units[max(0, at - 1)]
    alone = not states_of(before) and before.kind not in ("dyad", "poss")
    return (
        unit.kind == "word" and alone and not sentence.language.cases and in_class(unit, sentence, "private")
    )


def told_private(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the subject right before a verb are private people: "students (seized the embassy of B)"."""
    units, at = sentence.units, index - 1
    while at > clause.start and units[at].key in sentence.language.words["adverb"]:
        at -= 1
    return at >= clause.start and units[at].kind == "word" and in_class(units[at], sentence, "private")


def are_private(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether an adjective of a state speaks of people who do not act for it."""
    units = sentence.units
    if units[at].kind != "state" or units[at].value[1] != "adjective":
        return False
    noun = next((unit for unit in units[at + 1 : stop] if unit.kind == "word"), None)
    if noun is None:
        return False
    run = itertools.takewhile(lambda unit: unit.kind == "word", units[at + 1 : stop])
    if any(in_class(unit, sentence, "private") for unit in run):
        return True
    of_the_state = in_class(noun, sentence, "forces")  # "soldiers" may be seized, and seize
    return in_class(noun, sentence, "private") or (in_class(noun, sentence, "nationals") and not of_the_state)


def owns_private(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether a state is told as whose people, who do not act for it, do something: "A's football association"."""
    units = sentence.units
    if units[at].mark != "owner" or sentence.language.cases:
        return False
    owned = [*itertools.takewhile(lambda unit: unit.kind in ("word", "poss"), units[at + 1 : stop])]
    return bool(owned) and in_class(owned[-1], sentence, "private")


def is_private_body(sentence: Sentence, unit: Unit) -> bool:
    """Whether an institution is one that does not act for its state: "A's football federation", «авиакомпания А»."""
    words = unit.text.split()
    first = sentence.language.key(words[0]) if words else ""
    led = bool(sentence.language.cases) and first in sentence.language.words["private"]
    return led or in_class(unit, sentence, "private")


def of_private(sentence: Sentence, at: int) -> bool:
    """Whether a state only tells whose people or club do something."""
    units = sentence.units
    head = at - 1
    while head > 0 and (units[head].kind in ("preposition", "state") or units[head].mark == "of"):
        head -= 1
    return head >= 0 and units[head].kind == "word" and in_class(units[head], sentence, "private")
