"""Numbers that are none of the relations: of people to whom something happened, in the name of a thing, asked for."""

from __future__ import annotations

from comity.reading.frames.dates.others import as_things_stood, names_event
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_LISTED = frozenset({"and", "punct", "amount", "state", "word", "determiner", "place", "preposition"})
"""Kinds of unit that stand between people and the verb of all in a list."""


def befell(sentence: Sentence, stop: int) -> bool:
    """Whether people are only told of because of what was done to them: "5,000 A-ns, six B-ns and 13 others were
    injured", "nearly 4,500 A-ns were brought to B", «пострадали шесть граждан Б»."""
    units, words = sentence.units, sentence.language.words
    if sentence.language.cases:
        return any(units[i].key in words["befallen"] for i in sentence.clause(stop - 1))
    at = stop
    while at < len(units) - 1 and units[at].kind in _LISTED and units[at].text not in ("(", ";"):
        if (units[at].text == "," or units[at].kind == "and") and units[at + 1].kind not in ("amount", "and"):
            return False  # what follows has a subject of its own
        at += 1
    if at >= len(units) or units[at].kind not in ("be", "have"):
        return False
    while at < len(units) and (units[at].kind in ("be", "have") or units[at].key in words["adverb"]):
        at += 1
    done = units[at] if at < len(units) else None
    if done is None or done.kind != "word" or done.text.endswith("ing"):
        return False
    verbal = sentence.language.morphology.is_verbal(done) or done.key in words["befallen"]
    return bool(verbal) and done.key not in words["recorded"] | words["census"]


def names_part(sentence: Sentence, index: int) -> bool:
    """Whether a number says which part of a document is meant: "under Article 9 of the Treaty", «статьёй 9»."""
    before = sentence.units[index - 1] if index else None
    return before is not None and before.key in sentence.language.words["numbered_part"]


def is_asked_for(sentence: Sentence, index: int) -> bool:
    """Whether somebody was only urged to do what the number is of: "urged A to focus on two projects"."""
    words = sentence.language.words["request"]
    return any(
        sentence.units[i].key in words and sentence.units[i].kind != "state"
        for i in sentence.clause(index)
        if i < index
    )


def is_compound(sentence: Sentence, head: Unit) -> bool:
    """Whether a number and a noun only describe one instrument: "this four article agreement"."""
    return head.kind == "instrument" and not sentence.language.cases and not head.text.endswith("s")


def of_story(sentence: Sentence, date: Unit | None, stop: int) -> bool:
    """Whether a date is of what is told of the counted behind a comma, or of a thing that it names: "240,000 citizens,
    mostly refugees fleeing between 1975 and 1996", "8,000 refugees of the 1986–91 war"."""
    if date is None or as_things_stood(sentence, date):
        return False
    units, census = sentence.units, sentence.language.words["census"]
    at = sentence.index(date)
    if names_event(sentence, at) and not any(unit.key in census for unit in units[at + 1 : at + 3]):
        return True
    comma = next((i for i in range(stop, at) if units[i].text == ","), at)
    return any(
        units[i].kind == "clause"
        or (units[i].kind == "word" and sentence.language.morphology.is_verbal(units[i]))
        for i in range(comma + 1, at)
    )
