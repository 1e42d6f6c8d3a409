"""Instruments by which something came about: "was fixed by a convention in 1904", "resulted in a trade agreement"."""

from __future__ import annotations

from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.dates.act import date_unit
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_OPENING = 2
"""Units of a preposition and an article."""
_TYPES = frozenset({"treaty", "agreement", "convention", "memorandum", "protocol", "exchange-of-notes"})


def _opens_with(sentence: Sentence, made: Instrument) -> bool:
    """Whether a sentence begins with an exchange of notes by which its subject did what it tells: "By an exchange of
    notes of 4 March 1955, A and B …"."""
    if made.unit.value != "exchange-of-notes" or made.unit.mark != "agent" or made.first > _OPENING:
        return False
    return is_fact(sentence, made.index) and any(
        is_verb(sentence, i) and is_fact(sentence, i)
        for i in range(made.stop, len(sentence.units))
        if sentence.units[i].kind == "trigger"
    )


def _took_place(sentence: Sentence, made: Instrument) -> bool:
    """Whether notes are told to have been exchanged: "an exchange of notes on X took place"."""
    if made.unit.value != "exchange-of-notes" or made.draft or not is_fact(sentence, made.index):
        return False
    at = made.stop
    while at < len(sentence.units) and sentence.units[at].kind in ("be", "have"):
        at += 1
    behind = sentence.units[at] if at < len(sentence.units) else None
    return behind is not None and behind.kind == "trigger" and any(p == "hold" for p, _ in behind.value)


def dated_means(sentence: Sentence, made: Instrument) -> Unit | None:
    """The date of an instrument by which something was done, or to which talks led; it is new to the reader."""
    units, words = sentence.units, sentence.language.words
    at = made.first - 1
    if _opens_with(sentence, made) and made.date is not None and not made.draft:
        return made.date
    if _took_place(sentence, made):
        return date_unit(sentence, made.index)
    if at < 2 or made.plural or made.draft or made.unit.value not in _TYPES:
        return None
    if units[at].key not in words["indefinite"] or units[at - 1].kind != "preposition":
        return None
    clause = sentence.clause(at)
    led = units[at - 2].key in words["led_to"] and units[at - 1].key in ("in", "to", "with")
    done = units[at - 1].key in words["means"] and any(
        units[i].kind == "be" for i in range(clause.start, at - 1)
    )
    if not (led or done) or not is_fact(sentence, at):
        return None
    if any(units[i].kind in ("modal", "negation") for i in range(clause.start, at)):
        return None
    behind = units[made.stop : made.stop + 2]
    if len(behind) == 2 and behind[0].kind == "preposition" and behind[1].kind == "date":
        return behind[1]
    if made.date is not None:
        return made.date
    ahead = [i for i in range(clause.start, at) if units[i].kind == "date"]
    return units[ahead[-1]] if ahead and units[ahead[-1]].value.relation != "since" else None
