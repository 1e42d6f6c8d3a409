"""Short texts compared by what their words mean: offices, subjects, names of bodies, across two languages.

The words of `concepts.toml` stand for concepts; a word that is none of them stands for itself, folded. Two
texts in different scripts, one of them without any concept, are not known to differ: they are *incomparable*.
Nouns and adjectives of a state ("Kazakhstan", "Kazakh", «казахстанско») stand for its code.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from anyascii import anyascii

from comity.knowledge.files import HOME
from comity.knowledge.lexicon import state_rows

_WORDS = ("=", "@")
"""What begins a word that is no concept: one that stands for itself, the code of a state."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")


@dataclass(frozen=True)
class _Concepts:
    drop: frozenset[str]
    phrases: dict[str, str]
    beginnings: dict[str, str]
    longest: int
    ranks: frozenset[str]
    heads: frozenset[str]
    mission: tuple[str, ...]


@lru_cache(maxsize=1)
def _concepts() -> _Concepts:
    raw = tomllib.loads(resources.files(__package__).joinpath("concepts.toml").read_text("utf-8"))
    beginnings = {
        beginning: concept
        for section in ("rank", "office", "subject", "body")
        for concept, words in raw[section].items()
        for beginning in words
    }
    return _Concepts(
        drop=frozenset(raw["drop"]["words"]),
        phrases=raw["phrases"],
        beginnings=beginnings,
        longest=max(map(len, beginnings)),
        ranks=frozenset(raw["rank"]),
        mission=tuple(raw["mission"]["beginnings"]),
        heads=frozenset(raw["body"]) - {"joint", "intergovernmental", "parliamentary", "business"},
    )


@lru_cache(maxsize=1)
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """Words that name a state, and beginnings of Russian adjectives of one, with its code."""
    words: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for lang in ("en", "ru"):
        for code, one in state_rows(HOME / lang / "states.tsv", lang).items():
            for name in (one.short, *one.cases, *one.adjectives, *one.combining):
                word = name.strip("-").lower()
                if len(word) >= 4 and " " not in word and "-" not in word:
                    words.setdefault(word, code)
            for adjective in one.adjectives if lang == "ru" else ():
                if len(adjective) >= 7 and " " not in adjective:
                    beginnings.setdefault(adjective.lower()[:-2], code)
    return words, beginnings


def _state(word: str) -> str | None:
    """The code of the state that a word names; former states share their words with those that came after."""
    words, beginnings = _states()
    return words.get(word) or next(
        (beginnings[word[:length]] for length in range(len(word), 4, -1) if word[:length] in beginnings), None
    )


@lru_cache(maxsize=65536)
def _concept(word: str) -> str:
    """The concept that a word stands for, by its longest known beginning; otherwise the word itself,
    folded.
    """
    if (state := _state(word)) is not None:
        return "@" + state
    known = _concepts()
    for length in range(min(len(word), known.longest), 1, -1):
        found = known.beginnings.get(word[:length])
        # Beginnings of two or three letters (ex, air, вод) must be nearly the whole word.
        if found is not None and (length >= 4 or len(word) - length <= 2):
            return found
    plain = anyascii(word).lower()
    return "=" + (plain if len(plain) < 6 else plain[: max(5, len(plain) - 2)])


@lru_cache(maxsize=65536)
def concepts(text: str) -> frozenset[str]:
    """What the words of a text stand for, words that tell nothing apart left out."""
    low = text.lower()
    for phrase, meant in _concepts().phrases.items():
        low = low.replace(phrase, meant)
    words = [part for word in _WORD.findall(low) for part in word.split("-")]
    return frozenset(_concept(word) for word in words if word not in _concepts().drop)


@lru_cache(maxsize=131072)
def likeness(a: str, b: str) -> float | None:
    """How much two short texts share, 0 to 1; `None` where they are incomparable."""
    if a.casefold() == b.casefold():
        return 1.0
    first, second = concepts(a), concepts(b)
    if not first or not second:
        return None
    shared = len(first & second)
    crossed = _cyrillic(a) != _cyrillic(b)
    if crossed and not shared and not (_known(first) and _known(second)):
        return None
    if crossed:
        # Words that are no concepts cannot meet across languages; they do not count against.
        first = frozenset(one for one in first if not one.startswith(_WORDS) or one in second) or first
        second = frozenset(one for one in second if not one.startswith(_WORDS) or one in first) or second
    return len(first & second) / max(1, len(first | second)) if shared else 0.0


@lru_cache(maxsize=131072)
def offices_agree(a: str, b: str) -> bool:
    """Whether two offices can be one: all the words of the shorter in the longer, and one rank."""
    first, second = concepts(a), concepts(b)
    if not first or not second:
        return False
    if first == second:
        return True
    ranks = _concepts().ranks
    if first & ranks != second & ranks:
        return False
    small, large = sorted((first, second), key=len)
    if _cyrillic(a) != _cyrillic(b):
        small = frozenset(one for one in small if not one.startswith(_WORDS))
    return bool(small - ranks) and small <= large and len(large) - len(small) <= 2 and _tells(small)


@lru_cache(maxsize=65536)
def of_a_mission(office: str) -> bool:
    """Whether an office is one of a mission abroad, whatever its rank."""
    low = f" {office.lower()}"
    return any(f" {beginning}" in low for beginning in _concepts().mission)


def _tells(office: frozenset[str]) -> bool:
    """Whether an office is told: "Minister" alone may be any minister."""
    return office not in ({"minister"}, {"deputy", "minister"}, {"chief"}, {"director"})


@lru_cache(maxsize=131072)
def bodies_agree(a: str, b: str) -> bool:
    """Whether two names can be one body's: the same head (commission, chamber, …) and most words of the
    shorter.
    """
    if a.casefold() == b.casefold():
        return True
    if _acronyms_agree(a, b):
        return True
    first, second = concepts(a), concepts(b)
    # Whose commission it is the states of its claims say; a name tells it apart only where it is another state's.
    sides = [frozenset(one for one in words if one.startswith("@")) for words in (first, second)]
    if all(sides) and not sides[0] & sides[1]:
        return False
    if not (first == sides[0] or second == sides[1]):
        first, second = first - sides[0], second - sides[1]
    heads = _concepts().heads
    if not first or not second or first & heads != second & heads:
        return False
    if _cyrillic(a) != _cyrillic(b):
        first = frozenset(one for one in first if not one.startswith(_WORDS))
        second = frozenset(one for one in second if not one.startswith(_WORDS))
        if not first or not second:
            return False
    # "Joint Commission" is short for "Joint Intergovernmental Commission": these words do not tell two apart.
    loose = {"joint", "intergovernmental", "bilateral"}
    small, large = sorted((first, second), key=lambda one: (len(one), sorted(one)))
    if first & heads and (small - loose <= large):
        return True
    return not first & heads and len(small & large) / len(small) >= 0.75


def of_two_sides(name: str) -> bool:
    """Whether a body's name is of a sort that every pair of states has its own of (commission, chamber, …)."""
    return bool(concepts(name) & set(_concepts().heads | {"joint", "intergovernmental", "bilateral"}))


def _known(words: frozenset[str]) -> bool:
    """Whether any of the words is a concept."""
    return any(not word.startswith(_WORDS) for word in words)


def _acronyms_agree(a: str, b: str) -> bool:
    """One acronym in two spellings: five letters or more, all but one the same (a C for an S)."""
    first, second = anyascii(a), anyascii(b)
    if not (len(first) == len(second) >= 5 and first.isupper() and second.isupper()):
        return False
    return (
        first.isalpha() and second.isalpha() and sum(x != y for x, y in zip(first, second, strict=True)) <= 1
    )


def _cyrillic(text: str) -> bool:
    return any("Ѐ" <= letter <= "ӿ" for letter in text)
