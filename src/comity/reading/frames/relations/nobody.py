"""Words of recognition by which no state is recognised, or by nobody whom the words name."""

from __future__ import annotations

from itertools import pairwise

from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_WITHDRAWN = frozenset({"recall", "revoke", "cancel", "suspend", "end", "refuse", "terminate", "sever"})
"""What is done to a recognition that ends."""
_TOLD = 5
"""Units that tell as what somebody is recognised."""
_NAMED = frozenset({"state", "pronoun", "actor", "organisation", "body"})


def by_others(sentence: Sentence, index: int, by: Unit | None) -> bool:
    """Whether a text recognises, or states that are not named: "the convention recognised", "no other government
    recognised".
    """
    units, words = sentence.units, sentence.language.words
    start = sentence.clause(index).start
    if voice(sentence, index) == "ing":
        return False
    for i in range(index - 1, start - 1, -1):
        if units[i] is by or is_verb(sentence, i):
            return False
        if units[i].kind == "instrument" and not units[i].mark:
            return True
        plural = not sentence.language.cases or sentence.language.morphology.is_plural(units[i])
        if units[i].key in words["powers"] and plural:
            return not any(unit.kind in _NAMED for unit in units[start:i])
    return False


def as_what(sentence: Sentence, index: int) -> bool:
    """Whether something is recognised as no state of its own: "recognised B as a part of A", "recognised it as the
    sole representative".
    """
    units, words = sentence.units, sentence.language.words
    if sentence.language.cases and _is_called(sentence, index):
        return True
    if voice(sentence, index) == "passive" and _is_of_another_kind(
        sentence, units[index + 1 : index + 1 + _TOLD]
    ):
        return True
    for at in range(index + 2, min(index + 5, len(units) - 1)):
        if units[at].key in words["as_what"]:
            pronoun = units[index + 1].kind == "pronoun"
            told = units[at + 1 : at + _TOLD]
            return pronoun or any(u.key in words["dependency"] for u in told) or _is_merely(sentence, told)
        if sentence.language.cases and units[at].value == "agent" and units[at].start == units[at].end:
            return _is_merely(
                sentence, units[at + 1 : at + _TOLD]
            )  # «признала Б страной с рыночной экономикой»
    return False


def _is_of_another_kind(sentence: Sentence, behind: list[Unit]) -> bool:
    """Whether something is recognised as what is no state: "is recognised as a centre of learning"."""
    words = sentence.language.words
    if sentence.language.cases or not behind or behind[0].key not in words["as_what"]:
        return False
    told = [part for unit in behind[1:] for part in unit.key.split(" ")]
    if any(unit.kind == "state" and unit.mark != "agent" for unit in behind):
        return False
    return not any(word in words["stately"] for word in told)


def that_something_is(sentence: Sentence, index: int) -> bool:
    """Whether it is a truth that is recognised: "recognised that B was right"."""
    behind = sentence.units[index + 1 : index + 3]
    that = len(behind) > 1 and behind[0].key in sentence.language.words["that"]
    return that and behind[1].kind in ("state", "determiner", "pronoun", "actor", "amount", "sides")


def _is_called(sentence: Sentence, index: int) -> bool:
    """Whether an adjective beside the object, or behind the passive, tells as what: «признала Б виновной», «признала
    виновной Б»."""
    merely = sentence.language.words["merely"]
    near = sentence.units[index + 1 : index + 4]
    for unit in near:
        if unit.key in merely:
            return True
        if unit.kind not in ("state", "pronoun", "preposition"):
            return False
    return False


def _is_merely(sentence: Sentence, told: list[Unit]) -> bool:
    """Whether what somebody is recognised as is no state: "a market economy", «виновной в нарушении договора»."""
    words = [part for unit in told for part in (unit.key or unit.text.lower()).split(" ")]
    merely, stately = sentence.language.words["merely"], sentence.language.words["stately"]
    return any(word in merely for word in words) and not any(word in stately for word in words)


def is_of_merit(sentence: Sentence, index: int) -> bool:
    """Whether nobody recognises a state: "in recognition of its support", «в знак признания заслуг»."""
    before = next((unit for unit in reversed(sentence.units[:index]) if unit.key), None)
    return before is not None and before.key in sentence.language.words["merit"]


def told_of(sentence: Sentence, behind: list[Unit]) -> bool:
    """Whether what stands between a verb and a state lets the state be its object: no noun with a preposition of its
    own, unlike "recognised the referendum in P and its annexation by A"."""
    polity = sentence.language.words["polity"]
    if sentence.language.cases or any(unit.key in polity for unit in behind):
        return True
    return not any(
        noun.kind == "word" and noun.text.islower() and after.kind == "preposition" and after.value == "place"
        for noun, after in pairwise(behind)
    )


def taken_back(sentence: Sentence, index: int) -> bool:
    """Whether recognition is what is withdrawn: "withdrew its recognition of B"."""
    return any(
        any(predicate in _WITHDRAWN for predicate, _ in reading_of(sentence, i))
        for i in range(max(0, index - 4), index)
        if is_verb(sentence, i)
    )


def is_asked(sentence: Sentence, index: int) -> bool:
    """Whether recognition is only asked for: "asked A for recognition", "requested recognition by A"."""
    before = sentence.units[index - 1] if index else None
    if before is None or before.key in sentence.language.words["request"]:
        return before is not None
    return before.kind == "preposition" and before.value == "for"


def on_a_matter(sentence: Sentence, of: Unit) -> bool:
    """Whether a state is only agreed with: "recognises A on the issue of C"."""
    units, at = sentence.units, sentence.index(of)
    behind = [unit for unit in units[at + 1 : at + 4] if unit.kind != "determiner"]
    on = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value in ("on", "topic")
    return on and behind[1].key in sentence.language.words["matter"]


def of_a_text(sentence: Sentence, index: int) -> bool:
    """Whether it is a text that recognises, not a state: "voted for the resolution recognising B"."""
    before = sentence.units[index - 1] if index else None
    return before is not None and (
        before.kind == "instrument"
        or (before.kind == "word" and before.key not in sentence.language.words["polity"])
    )


def of_some(sentence: Sentence, index: int) -> bool:
    """Whether a participle tells of states that are not named: «страны, признавшие Б»."""
    units = sentence.units
    return (
        bool(sentence.language.cases)
        and index > 1
        and units[index - 1].text == ","
        and not states_of(units[index - 2])
    )


def is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether a participle only describes: "the recognised government"."""
    before = sentence.units[index - 1] if index else None
    relative = sentence.language.words["relative"]
    return before is not None and before.kind == "determiner" and before.key not in relative


def is_part_of_subject(sentence: Sentence, of: Unit) -> bool:
    """Whether a state before a passive only says where its subject is: "the offices in B were recognised"."""
    units, at = sentence.units, sentence.index(of)
    before = units[at - 2] if at > 1 and units[at - 1].kind == "preposition" else units[max(at - 3, 0)]
    return (
        before.kind in ("word", "mission", "actor", "body", "organisation")
        and before.key not in sentence.language.words["polity"]
    )
