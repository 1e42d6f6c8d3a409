"""Instruments that a sentence only names: on which it tells no act of the two states."""

from __future__ import annotations

from comity.reading.frames.agreements.instruments import instruments
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.sentence import Sentence
from comity.reading.units import is_capitalised

_TITLE = 7
"""Units from an instrument's word on by which it may be known."""
_NAME = 2
"""Units of "of P"."""


def is_passing(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is only named: none was made, it makes sister cities, is one assembly's act or one of many
    states, or helps to say what another one is.
    """
    return (
        _twins(sentence, made)
        or _no_treaty(sentence, made)
        or _apposed(sentence, made)
        or _added_to(sentence, made)
        or _of_organisation(sentence, made)
        or _is_none(sentence, made)
        or _of_the_world(sentence, made)
        or _with_own_people(sentence, made)
    )


def is_definite(sentence: Sentence, made: Instrument) -> bool:
    """ "the treaty", "this agreement": one told before."""
    return (
        not made.plural
        and made.unit.text.islower()
        and made.first > 0
        and any(
            unit.kind == "determiner" and unit.key in sentence.language.words["definite"]
            for unit in sentence.units[made.first - 1 : made.index]
        )
    )


def is_called_by_place(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is called by where it was made, and nothing says what it is about: "the Treaty of P"."""
    behind = sentence.units[made.index + 1 : made.index + 3]
    if len(behind) < _NAME or behind[0].key != "of" or made.items[0].subject:
        return False
    return behind[1].kind in ("place", "word") and is_capitalised(behind[1]) and is_capitalised(made.unit)


def _is_none(sentence: Sentence, made: Instrument) -> bool:
    """Whether it is denied that there is one: "signed no agreements"."""
    before = sentence.units[made.first - 1] if made.first else None
    return before is not None and before.kind == "negation"


def _of_the_world(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is known by its name as one of many states: "the Kyoto Protocol"."""
    if made.parties is not None or made.pair is not None:
        return False
    first, units = max(made.first - 1, 0), sentence.units
    own = sentence.text[units[first].start : units[min(made.index + _TITLE, len(units)) - 1].end].lower()
    return any(name in " ".join(own.split()) for name in sentence.language.words["world_treaty"])


def _with_own_people(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is with somebody within a state: "signed an agreement with the opposition"."""
    behind = [unit for unit in sentence.units[made.index + 1 : made.stop + 4] if unit.kind != "determiner"]
    if len(behind) < _NAME or behind[0].value not in ("with", "between"):
        return False
    return behind[1].key in sentence.language.words["own_people"]


def _twins(sentence: Sentence, made: Instrument) -> bool:
    """An agreement that makes sister cities is told as twinning."""
    words = sentence.language.words["twin"]
    for unit in sentence.units[made.first : made.stop]:
        if any(word in words for word in unit.key.split(" ")) or (
            unit.kind == "trigger" and any(p == "twin" for p, _ in unit.value)
        ):
            return True
    return False


def _no_treaty(sentence: Sentence, made: Instrument) -> bool:
    """An act of one assembly, unless it says between whom it is."""
    if made.parties is not None or made.unit.key not in sentence.language.words["unilateral"]:
        return False
    signed = next((i for i in range(made.index) if _signs(sentence, i)), 0)
    signers = {
        unit.value[0] if unit.kind == "state" else unit.key
        for unit in sentence.units[:signed]
        if not unit.mark and (unit.kind == "state" or (unit.kind == "organisation" and unit.key))
    }
    return len(signers) <= 1


def _signs(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return unit.kind == "trigger" and any(predicate == "sign" for predicate, _ in unit.value)


def _apposed(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument behind a comma is the one before it once more: "Agreement on X, A's first trade
    agreement"."""
    words = sentence.language.words
    comma = next(
        (i for i in range(made.first - 1, max(made.first - 7, 0), -1) if sentence.units[i].text == ","), 0
    )
    between = sentence.units[comma + 1 : made.index]
    ranked = any(
        unit.key in words["superlative"] or (unit.kind == "amount" and unit.value.kind == "ordinal")
        for unit in between
    )
    described = (
        comma > 1
        and sentence.units[comma + 1].key in words["indefinite"]
        and made.unit.text.islower()
        and made.parties is None
        and not any(unit.kind == "and" for unit in between)
        and not any(other.index > made.index for other in instruments(sentence))
    )
    if described:
        return any(unit.kind == "instrument" for unit in sentence.units[max(0, comma - 8) : comma])
    return (
        comma > 1
        and ranked
        and not made.plural
        and any(unit.kind in ("poss", "determiner") for unit in between)
        and any(unit.kind == "instrument" for unit in sentence.units[max(0, comma - 8) : comma])
    )


def _added_to(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is the one that another is added to: "signed a protocol to the A Agreement"."""
    at = made.first - 1
    while at > 0 and sentence.units[at].kind in ("determiner", "date", "word", "place", "state"):
        at -= 1
    link = sentence.units[at] if at > 0 else None
    if any(
        sentence.units[i].key in sentence.language.words["amends"]
        and sentence.units[i - 1].kind == "instrument"
        for i in range(max(at, 1), made.first)
    ):
        return True  # "a protocol amending the treaty"
    return (
        link is not None
        and link.kind == "preposition"
        and link.value == "goal"
        and sentence.units[at - 1].kind == "instrument"
    )


def _of_organisation(sentence: Sentence, made: Instrument) -> bool:
    """Whether an instrument is an organisation's own: "the United Nations Charter"."""
    inner = sentence.units[made.first : made.index]
    return (
        made.parties is None
        and made.pair is None
        and made.unit.key in sentence.language.words["founding"]
        and any(unit.kind == "organisation" and isinstance(unit.value, str) for unit in inner)
    )
