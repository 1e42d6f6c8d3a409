"""Acronyms of a text and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_IN_BRACKETS = re.compile(r"[(«“\"]\s*(?P<acronym>[A-Z]{3,9}|[А-ЯЁ]{3,9})\s*[)»”\"]")
_ALONE = re.compile(r"\b(?:[A-Z]{5,10}|[А-ЯЁ]{5,10})\b")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 160
_SMALL = 4
"""Words of so many letters at most may be skipped between the words that an acronym takes its letters
from.
"""


@dataclass(frozen=True)
class Expansion:
    """An acronym with the words it stands for, where a text gives both, and the place of both."""

    acronym: str
    words: tuple[str, ...]
    span: tuple[int, int]


def expansions(text: str) -> Iterator[Expansion]:
    """Acronyms in brackets behind words whose first letters they are made of; small words do not count."""
    for match in _IN_BRACKETS.finditer(text):
        start = max(0, match.start() - _REACH, text.rfind("\n", 0, match.start()) + 1)
        before = list(_WORD.finditer(text, start, match.start()))
        letters = list(match["acronym"])
        taken: list[re.Match[str]] = []
        while before and letters:
            word = before.pop()
            if _passed(word[0], letters[-1], before):
                continue
            if word[0][0].upper() == letters[-1]:
                taken.append(word)
                letters.pop()
            elif len(word[0]) > _SMALL or not taken:
                break
        if not letters:
            words = tuple(word[0].casefold() for word in reversed(taken))
            yield Expansion(match["acronym"], words, (taken[-1].start(), match.end()))


def _passed(word: str, letter: str, before: list[re.Match[str]]) -> bool:
    """Whether a small word that has the letter ("of") is left for the one before it ("Organisation of")."""
    return len(word) <= 3 and word.islower() and bool(before) and before[-1][0][0] == letter


def acronyms(text: str) -> dict[str, tuple[int, int]]:
    """Words of five to ten capitals and where they first stand, lines in capitals left out."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ALONE.finditer(text):
        if match[0] not in found and not _shouted(text, match.start()):
            found[match[0]] = match.span()
    return found


def _shouted(text: str, place: int) -> bool:
    """Whether the line around a place is written in capitals."""
    end = text.find("\n", place)
    line = text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
    return sum(char.isupper() for char in line) > sum(char.islower() for char in line)
