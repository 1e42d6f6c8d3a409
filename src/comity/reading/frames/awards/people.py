"""Who is honoured and by whose decree: several people of one sentence, «указ о награждении А. Б. орденом»."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.nouns import in_class
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_DECREE = 5
"""Units before a decree among which who signed it is told."""
_APART = 12
"""Units between two people of a list, what is told of the second before the name among them."""
_STOPS = frozenset({"clause", "pronoun", "be", "have", "modal"})
_RANKS = frozenset({"", "royalty"})
"""Classes of people after whom honours are named: «орден князя Ярослава Мудрого»."""


def is_somebody_else(sentence: Sentence, unit: Unit) -> bool:
    """Whether a person behind an honour is not a part of its name."""
    if unit.kind != "actor":
        return False
    first = sentence.language.key(unit.text.split(" ")[0])
    if first in sentence.language.words["saint"] and not unit.value.person.office:
        return False  # «орден Святого Олафа», of whom nobody knows the case
    return unit.mark != "of" or (bool(sentence.language.cases) and unit.value.cls not in _RANKS)


def by_decree(sentence: Sentence, index: int) -> list[Unit] | None:
    """Who signed the decree that a noun of honouring tells: «президент А подписал указ о награждении»."""
    units = sentence.units
    if not in_class(units[index], sentence, "honouring") or is_verb(sentence, index) or index < _DECREE - 1:
        return None
    if units[index - 1].value not in ("on", "topic") or not in_class(units[index - 2], sentence, "resolve"):
        return None
    low = max(0, index - 2 - _DECREE)
    signed = any(units[i].kind == "trigger" and is_verb(sentence, i) for i in range(low, index - 2))
    giver = next((unit for unit in reversed(units[low : index - 2]) if unit.kind == "actor"), None)
    return [giver] if signed and giver is not None else None


def signed_before(sentence: Sentence, verb: int, recipient: int) -> list[Unit] | None:
    """Who signed the decree that words before somebody honoured tell: "By a decree of President X, Y was awarded", "By
    a decree which X has signed, Y is awarded"."""
    units = sentence.units
    last = min(verb, recipient)
    decree = next((i for i in range(last) if _is_decree(sentence, units[i])), None)
    if decree is None or any(units[i].text == ";" for i in range(decree, last)):
        return None
    signer = next((unit for unit in units[decree + 1 : last] if unit.kind == "actor"), None)
    return [signer] if signer is not None and signer.value.state else None


def _is_decree(sentence: Sentence, unit: Unit) -> bool:
    return in_class(unit, sentence, "resolve") and not in_class(unit, sentence, "award")


def taken_from(sentence: Sentence, award: range, stop: int) -> list[Unit] | None:
    """From whom somebody received an honour: "received the Order of … from A"."""
    units = sentence.units
    for i in range(award.stop, stop):
        if units[i].kind in ("state", "actor", "organisation", "place") and units[i].mark == "source":
            return [units[i]]
        if units[i].kind == "state" and units[i].mark == "of" and _is_given_by(sentence, award.stop, i):
            return units[i : i + 1]  # "from the government of A"
        if units[i].kind not in ("determiner", "preposition", "word", "quoted", "punct", "poss"):
            return None
    return None


def _is_given_by(sentence: Sentence, first: int, state: int) -> bool:
    """Whether words from an honour to a state say that its government gives it."""
    between = sentence.units[first:state]
    source = any(unit.kind == "preposition" and unit.value == "source" for unit in between)
    return source and any(unit.key in sentence.language.words["state_power"] for unit in between)


_TO_FIRST = 6
"""Units before an infinitive among which "the first" stands that it belongs to."""


def is_first_to(sentence: Sentence, index: int) -> bool:
    """Whether an infinitive tells what somebody was the first to do: "became the first A to receive the Order"."""
    words, ahead = sentence.language.words, sentence.units[max(0, index - _TO_FIRST) : index]
    first = next((i for i, unit in enumerate(ahead) if unit.key in words["superlative"]), None)
    return first is not None and any(
        unit.key in words["become"] or unit.key in words["past_be"] for unit in ahead[:first]
    )


def honoured_too(sentence: Sentence, first: int, award: range, verb: int) -> Iterator[int]:
    """The indices of those whom a list tells besides one: «награждены А. Б., В. Г. и Д. Е.»."""
    units = sentence.units
    behind = range(first + 1, len(units))
    yield from _listed(sentence, first, behind, award, verb)
    # the order that frames expect puts them before the verb
    if first < verb and (sentence.language.cases or _are(sentence, first, verb, award)):
        yield from _listed(sentence, first, range(first - 1, -1, -1), award, verb)


def _are(sentence: Sentence, first: int, verb: int, award: range) -> bool:
    """Whether a verb is told of several: "X and Y were awarded", "X and Y received the Order"."""
    several = sentence.language.words["were"]
    if first == verb - 1 and award.start > verb:
        return True
    return any(unit.key in several for unit in sentence.units[first + 1 : verb])


def _listed(sentence: Sentence, first: int, way: range, award: range, verb: int) -> Iterator[int]:
    units, at, joined = sentence.units, first, False
    for i in way:
        unit = units[i]
        if i in award or unit.kind in _STOPS or i == verb or abs(i - at) > _APART or unit.text in (";", ":"):
            return
        if unit.kind == "trigger" and is_verb(sentence, i):
            return
        joined = joined or unit.kind == "and" or unit.text == ","
        if unit.kind == "actor" and unit.value.person.name:
            same = not unit.case or not units[first].case or unit.case == units[first].case
            if not joined or not same or (unit.mark == "of" and units[first].mark != "of"):
                return
            yield i
            at, joined = i, False
