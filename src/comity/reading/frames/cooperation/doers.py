"""Who does something for another state: a state, its people who are sent abroad, its agencies and offices."""

from __future__ import annotations

from comity.reading.frames.cooperation.dealings import before_auxiliary
from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

DOING = frozenset(
    {
        "provide",
        "implement",
        "build",
        "establish",
        "open",
        "train",
        "field_work",
        "launch",
        "business",
        "draft",
    }
)
"""Predicates of what help is with: "helped B to build"."""
_ASIDE = frozenset({"place", "goal", "with", "during", "on", "for", "under", "after", "before", "against", "cause",
                    "topic", "agent", "since", "until", "owner"})  # fmt: skip
_WITHIN = frozenset({"of", "source"})
_HELPING = frozenset({"with", "with-help", "agent", "through"})
_FAR = 14
"""Units before a verb within which its subject stands."""


def doers(sentence: Sentence, index: int, how: str) -> list[Unit]:
    """The words that name the state which does what a verb tells: its subject, the agent of a passive."""
    units, clause = sentence.units, sentence.clause(index)
    if how == "passive":
        agents = [i for i in clause if units[i].mark == "agent" and states_of(units[i])]
        return [units[i] for i in agents if _acts(sentence, i)] or helpers(sentence, clause)
    last = before_auxiliary(sentence, index)
    if sentence.language.cases and voice(sentence, index) == "ing":
        # «А поддержала Б, выделив …»: the subject of the verb before
        verbs = [
            i for i in range(clause.start, index) if is_verb(sentence, i) and voice(sentence, i) == "active"
        ]
        return doers(sentence, verbs[-1], "active") if verbs else []
    for i in range(last - 1, max(clause.start, last - _FAR) - 1, -1):
        unit = units[i]
        if is_verb(sentence, i):
            return []
        owns = unit.mark == "owner" and states_of(unit) and _owns_helpers(sentence, i, last)
        if owns:
            return [unit]
        if unit.kind == "place" and unit.mark == "place" and _seats(sentence, i):
            return [unit]  # "the Institute of Oceanography in P"
        if not states_of(unit) or unit.mark in _ASIDE:
            continue
        if unit.mark in _WITHIN and not _is_helpers(sentence, i):
            return []
        return [unit] if _acts(sentence, i) else []
    return []


def _seats(sentence: Sentence, index: int) -> bool:
    """Whether a town is where an institution that acts is, of which no state is told."""
    before = sentence.units[index - 2] if index > 1 else None
    named = before is not None and before.kind in ("organisation", "body") and not before.mark
    return named and before is not None and not states_of(before) and bool(states_of(sentence.units[index]))


def helpers(sentence: Sentence, clause: range) -> list[Unit]:
    """The state with whose help something was done: "with the help of A", «при поддержке А», «на средства А»."""
    units, words = sentence.units, sentence.language.words
    for i in clause:
        if units[i].kind != "preposition" or units[i].value not in _HELPING:
            continue
        told = units[i].key.split(" ")[-1] in words["help"] or units[i].value == "with-help"
        stop = phrase(sentence, i + 1, frozenset({"of", "source"}), clause.stop)
        group = units[i + 1 : stop]
        told = told or any(
            in_class(unit, sentence, "help") or in_class(unit, sentence, "expert") for unit in group
        )
        if told:
            return [unit for unit in group if states_of(unit)][:1]
    return []


def _acts(sentence: Sentence, index: int) -> bool:
    """Whether a unit is one that acts for its state: its name, an agency or office, or the adjective of people who are
    sent abroad."""
    units, unit = sentence.units, sentence.units[index]
    if unit.kind == "state" and unit.value[1] == "adjective":
        behind = units[index + 1 : index + 6]
        if behind and behind[0].kind == "organisation":
            return True
        for other in behind:
            if in_class(other, sentence, "helper"):
                return True
            if other.kind not in ("word", "trigger", "state", "punct", "number", "combining", "organisation"):
                return False
        return False
    return unit.kind in ("state", "organisation", "actor", "dyad")


def _owns_helpers(sentence: Sentence, index: int, last: int) -> bool:
    """Whether those who act are a state's own: "A's technicians", "A's AIDA"."""
    behind = sentence.units[index + 2 : last]
    return any(
        in_class(unit, sentence, "helper")
        or unit.kind == "organisation"
        or (unit.text.isupper() and len(unit.text) > 2)
        for unit in behind
    )


def helped_before(sentence: Sentence, index: int) -> int:
    """The index of the word for helping before those whom it helped to do what a bare verb tells: "helped B (to)
    build a dam"; 0 where there is none."""
    units, words = sentence.units, sentence.language.words["helping"]
    if not any(form == "base" for _, form in units[index].value) or not DOING & {
        name for name, _ in units[index].value
    }:
        return 0
    for i in range(index - 1, max(index - 7, 0), -1):
        if units[i].key in words:
            return i if i >= index - 2 or any(states_of(unit) for unit in units[i + 1 : index]) else 0
        if units[i].kind not in (
            "state",
            "sides",
            "determiner",
            "word",
            "preposition",
            "poss",
            "organisation",
            "actor",
            "place",
        ):
            return 0
    return 0


def is_bare_noun(sentence: Sentence, index: int) -> bool:
    """Whether a base form behind a noun in the singular is a noun, too: "the wealth fund (lost)"."""
    before = sentence.units[index - 1] if index else None
    base = {form for _, form in sentence.units[index].value} <= {"base", "noun"}
    singular = before is not None and before.kind == "word" and not before.text.endswith("s")
    noun = base and singular and in_class(sentence.units[index], sentence, "helper")
    return noun and not sentence.language.cases and not helped_before(sentence, index)


def _is_helpers(sentence: Sentence, index: int) -> bool:
    """Whether those who act stand before whose they are: "engineers from A", "the Government of A"."""
    for cursor in range(index - 1, max(index - 7, -1), -1):
        unit = sentence.units[cursor]
        if unit.kind == "preposition" and unit.value in _WITHIN:
            continue
        if unit.kind not in ("word", "state", "organisation", "actor", "determiner"):
            return False
        if in_class(unit, sentence, "helper"):
            return True
    return False


def is_business(sentence: Sentence, subject: list[Unit]) -> bool:
    """Whether a company did it."""
    first, last = sentence.index(subject[0]), sentence.index(subject[-1])
    around = sentence.units[max(first - 3, 0) : last + 4]
    return any(in_class(unit, sentence, "company") or unit.kind == "quoted" for unit in around)
