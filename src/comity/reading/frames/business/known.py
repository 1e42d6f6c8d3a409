"""Companies that everybody knows by their name alone: "Gazprom opened an office in B"."""

from __future__ import annotations

import functools
import re

from comity import knowledge
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_FIRST = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_PASSED = frozenset({"have", "be", "word", "determiner", "state", "and"})
"""What may stand between a company and what it does."""
_NOTHING = frozenset({"punct", "determiner", "preposition", "and", "be", "have", "modal", "date"})
"""Kinds of unit that no company's name begins with."""
_REACH = 8
"""Units between a company and what it does, at most."""


@functools.cache
def _names(language: str) -> dict[str, list[tuple[str, str]]]:
    """The names of companies with their states, by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, state in knowledge.lexicon(language).companies.items():
        if (first := _FIRST.match(name)) is not None:
            found.setdefault(first.group().lower(), []).append((name, state))
    for listed in found.values():
        listed.sort(key=lambda one: -len(one[0]))
    return found


@functools.cache
def _beginnings(language: str) -> frozenset[str]:
    """The letters with which the names of companies begin, as they are written and in capitals."""
    names = (name for listed in _names(language).values() for name, _ in listed)
    firsts = [first.group() for name in names if (first := _LETTERS.match(name))]
    return frozenset(firsts).union(first.upper() for first in firsts)


def known_at(sentence: Sentence, index: int) -> tuple[str, str, int] | None:
    """The company whose name begins at a unit: the name, its state, and where its last unit stands."""
    units, text = sentence.units, sentence.text
    begins = units[index].text
    if begins.isalpha() and begins not in _beginnings(sentence.language.code):
        return None
    first = _FIRST.match(text, units[index].start)
    if first is None:
        return None
    for name, state in _names(sentence.language.code).get(first.group().lower(), ()):
        stop = units[index].start + len(name)
        told = text[units[index].start : stop]
        if told != name and not (told.isupper() and told.lower() == name.lower()):
            continue
        last = next((i for i in range(index, len(units)) if units[i].end >= stop), None)
        if last is not None and units[last].end == stop:
            return told, state, last
    return None


def names_known(sentence: Sentence) -> bool:
    """Whether a sentence has the name of a known company."""
    beginnings = _beginnings(sentence.language.code)
    return any(
        known_at(sentence, i) is not None
        for i, unit in enumerate(sentence.units)
        if unit.kind not in _NOTHING and (unit.text in beginnings or not unit.text.isalpha())
    )


def known_subject(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """The known company that a verb says something of: nothing but an apposition stands between them."""
    units = sentence.units
    if any(units[i].kind == "mission" for i in clause):
        return []  # what somebody of the name of a company opened
    for i in range(max(clause.start, index - _REACH - 4), index):
        before = units[i - 1] if i else None
        if units[i].case not in ("", "nom") and not units[i].case.startswith("nom"):
            continue
        if before is not None and before.kind == "preposition" and before.end > before.start:
            continue
        known = known_at(sentence, i)
        if known is None:
            continue
        name, state, last = known
        if _leads_to(sentence, last, index):
            return [(name, state, units[i : last + 1])]
    return []


def _leads_to(sentence: Sentence, low: int, high: int) -> bool:
    """Whether only words beside a verb, or an apposition between commas, stand between a name and its verb."""
    units = sentence.units
    between = list(range(low + 1, high))
    if between and units[between[0]].text == ",":
        close = next((i for i in reversed(between) if units[i].text == ","), low + 1)
        if close == low + 1 or any(is_verb(sentence, i) for i in range(low + 1, close)):
            return False
        between = list(range(close + 1, high))
    elif between and units[between[0]].text == "(":
        close = next((i for i in between if units[i].text == ")"), low + 1)
        between = list(range(close + 1, high))
    return len(between) <= _REACH and all(
        units[i].kind in _PASSED and (units[i].kind != "word" or units[i].text.islower()) for i in between
    )
