"""Questions in whole sentences: "who met Putin", «кто встречался с Путиным в 2007 году».

What is asked becomes a question of words and filters, which can be told to whoever asked, and changed: the kinds that a
verb or noun asks for, the states and years that are named, and the words that are left.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

from comity.knowledge import naming, states
from comity.publishing.wording import LANGUAGES, text
from comity.register.searching.words import WORD, asked_terms

_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_SYNTAX = re.compile(r"[\"«»“”„:*]|(?:^|\s)-\S")
"""What is written by those who ask with filters and phrases: they say what they mean."""
_EARLY = 3
"""Among how many first words the one stands that makes a question: "in what year", «с кем и когда»."""
_LONGEST_NAME = 4
"""Words of a state's name."""


@dataclass(frozen=True)
class Plain:
    """A question as words and filters, and the words alone that somebody else might have looked up."""

    question: str
    words: str


def plain(said: str) -> Plain | None:
    """What a question in a whole sentence means; `None` for one that is none, or of which nothing is understood."""
    words = [] if _SYNTAX.search(said) else WORD.findall(said)
    if not _asks(words):
        return None
    kinds: dict[str, None] = {}
    found: list[str] = []
    left: list[str] = []
    asked: list[str] = []
    at = 0
    while at < len(words):
        word, lower = words[at], words[at].lower()
        code, length = state_of(words[at:])
        if code:
            found.append(f"state:{code}")
            left += words[at : at + length]
        elif _YEAR.fullmatch(word):
            found += _time(word, words[at - 1].lower() if at else "")
            left.append(word)
        elif not _passed(lower, words[at + 1 : at + 2]):
            left.append(word)
            if not (several := _about(word)):
                asked += [word] if lower not in _small() else []
            else:
                kinds |= dict.fromkeys(several.kinds)
                asked += [word] if several.also else []
        at += length or 1
    if not kinds:
        # "Who is Putin": what is left is looked up.
        return Plain(" ".join(left), "") if asked and words[0].lower() in _told().asks else None
    named = any(not _about(word) for word in asked)
    told = [f"kind:{kind}" for kind in (*kinds, *(["person"] if named and "visit" in kinds else []))]
    return Plain(" ".join([*told, *dict.fromkeys(found), *asked]), " ".join(left))


@dataclass(frozen=True)
class _About:
    """The kinds that a word asks for, and whether it is looked for besides."""

    kinds: tuple[str, ...]
    also: bool


@dataclass(frozen=True)
class _Told:
    """The words of questions."""

    asks: frozenset[str]
    passed: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    about: dict[str, _About]


@cache
def _told() -> _Told:
    file = resources.files("comity.register.searching").joinpath("questions.toml")
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    about: dict[str, _About] = {}
    for one in told["about"]:
        for key in ("words", "also"):
            for word in one.get(key, "").split():
                about[asked_terms(word)[0]] = _About(tuple(one["kinds"]), key == "also")
    simple = (frozenset(told[key].split()) for key in ("asks", "passed", "since", "until"))
    return _Told(*simple, about)


def _asks(words: list[str]) -> bool:
    """Whether words are a question: one of the first asks. WHO in capitals is an organisation."""
    first = words[:_EARLY]
    capitals = all(word.isupper() for word in words)
    return len(words) > 1 and any(
        word.lower() in _told().asks and (capitals or not word.isupper()) for word in first
    )


def _passed(lower: str, after: list[str]) -> bool:
    """Whether a word says nothing by itself; one of time says when its year does."""
    told = _told()
    timed = bool(after and _YEAR.fullmatch(after[0])) and lower in told.since | told.until
    return timed or lower in told.passed or lower in told.asks


def _about(word: str) -> _About | None:
    return next((_told().about[term] for term in asked_terms(word) if term in _told().about), None)


def states_of(said: str) -> list[str]:
    """The states that a question names, each once."""
    words, at = WORD.findall(said), 0
    found: dict[str, None] = {}
    while at < len(words):
        code, length = state_of(words[at:])
        if code:
            found[code] = None
        at += length or 1
    return list(found)


def state_of(words: list[str]) -> tuple[str, int]:
    """The state whose name words begin with, and of how many words it is."""
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = " ".join(words[:length])
        code = _names().get(name.casefold().removesuffix("'s").removesuffix("’s"))
        # Small letters of one word are no name: "chad" and "us" are words too.
        if code and (length > 1 or name[:1].isupper()):
            return code, length
    short = words[0] if words and words[0].isupper() and words[0].isascii() else ""
    known = naming.find_state(short) if len(short) in (2, 3) else None
    return (known, 1) if known else ("", 0)


def _time(year: str, before: str) -> list[str]:
    if before in _told().since:
        return [f"from:{year}"]
    return [f"to:{year}"] if before in _told().until else [f"from:{year}", f"to:{year}"]


@cache
def _names() -> dict[str, str]:
    """The names of states in every case of every language, folded, with their codes."""
    found: dict[str, str] = {}
    for state in states():
        if state.former:
            continue
        for lang in LANGUAGES:
            for case in get_args(naming.Case):
                name = naming.state_name(state.code, lang, case)
                found.setdefault(" ".join(WORD.findall(name)).casefold(), state.code)
    return found


@cache
def _small() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return frozenset(word for lang in LANGUAGES for word in text("search.small", lang).split())
