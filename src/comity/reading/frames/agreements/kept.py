"""Instruments that two states are told to have: "both have an agreement on …", "there is an extradition treaty"."""

from __future__ import annotations

from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_KEPT = frozenset({"treaty", "agreement", "convention", "memorandum"})
"""What two states that "have" it have in force."""


def kept_by(sentence: Sentence, made: Instrument, found: list[Instrument]) -> Unit | None:
    """The word that tells that an instrument is there, which may be told of the one before it in a list; `found` are
    the instruments of the sentence."""
    if made.unit.value not in _KEPT or made.draft:
        return None
    opener = sentence.units[made.first - 1] if made.first else None
    indefinite = opener is not None and opener.key in sentence.language.words["indefinite"]
    at = made.first - 1 if indefinite else made.first
    with_one = made.parties is not None and _is_about(made)
    if not (indefinite or (made.plural and (with_one or _about_behind(sentence, made)))):
        return None
    behind = _behind(sentence, made)
    if behind is not None:
        return behind
    if at < 2:
        return None
    before = _before(sentence, at)
    if before is not None:
        return before
    place = found.index(made)
    joined = place > 0 and all(
        unit.kind == "and" or unit.text == "," for unit in sentence.units[found[place - 1].stop : at]
    )
    return kept_by(sentence, found[place - 1], found) if joined else None


def _is_about(made: Instrument) -> bool:
    """Whether instruments are told with what they are about: "trade agreements (with B)"."""
    return all(item.subject for item in made.items)


def _about_behind(sentence: Sentence, made: Instrument) -> bool:
    """Whether the words behind instruments say what they are about: "(bilateral) agreements on trade"."""
    general = sentence.language.words["instrument_modifier"]
    before = sentence.units[made.first : made.index]
    return made.items[0].units[0].start > made.unit.start and all(unit.key in general for unit in before)


def _before(sentence: Sentence, at: int) -> Unit | None:
    """The word before an instrument, which begins at an index, that tells who has it or that it is there."""
    units, words = sentence.units, sentence.language.words
    last = at - 1
    while last > 1 and units[last].kind == "word" and units[last].key in words["adverb"]:
        last -= 1
    if not is_fact(sentence, at) or any(unit.kind == "clause" for unit in units[:last]):
        return None
    if units[last].kind == "be" and units[last - 1].key in words["there"]:
        return units[last]
    bound = units[last - 1].key in words["bound"] and units[last].kind == "preposition"
    if bound and units[last].value == "agent" and any(unit.kind == "relations" for unit in units[:last]):
        return units[last]
    owned = any(unit.kind in ("state", "sides", "dyad", "pronoun") and not unit.mark for unit in units[:last])
    if not owned:
        return None
    if units[last].kind == "have":
        return units[last]
    if units[last].kind == "trigger" and any(
        predicate == "maintain" and form in ("finite", "base", "participle")
        for predicate, form in units[last].value
    ):
        return units[last]
    party = any(word in words["party_to"] for word in units[last - 1].key.split(" "))
    if party and units[last].kind == "preposition" and units[last - 2].kind == "be":
        return units[last]
    return units[last] if bound and units[last].value == "agent" else None


def _behind(sentence: Sentence, made: Instrument) -> Unit | None:
    """The words behind an instrument that tell that it is there: "exists", "is in place"."""
    units, words = sentence.units, sentence.language.words
    at = made.stop
    while at < len(units) and (units[at].kind in ("be", "have") or units[at].key in words["adverb"]):
        at += 1
    if at >= len(units) or not is_fact(sentence, at):
        return None
    if units[at].key in words["exists"]:
        return units[at]
    placed = at > made.stop and at + 1 < len(units) and units[at].key == "in"
    return units[at + 1] if placed and units[at + 1].key in words["in_place"] else None
