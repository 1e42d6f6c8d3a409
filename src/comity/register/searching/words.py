"""Words as they are looked up: by lemma, in a plain Latin spelling in which scripts and transliterations meet.

«Назарбаева», Nazarbaev and Nazarbayev are one term, and so are "agreements" and "agreement".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from anyascii import anyascii

from comity.reading.grammar.russian.words import forms
from comity.resolving.spelling import fold

WORD = re.compile(r"[^\W_]+(?:['’ʼ](?=[^\W_])[^\W_]+)*")
"""A word: letters and digits, with apostrophes within. A hyphen parts two."""

_LONGEST = 64
"""Letters of a word that count."""
_FAMILY = re.compile(r"(?:[ое]в|[иы]н)$")
"""How a Russian family name ends that looks like the plural of something (Токаев, as of токай)."""
_ENDS = re.compile(r"[.!?:;\n\r•«\"(—–-]")
"""What a word may stand behind that begins with a capital for no other reason."""
_FEMALE = re.compile(r"(?<=[oe]v)a$")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_MOST = 4
"""Readings of one word that is asked for."""


class Place(NamedTuple):
    """A word of a text: where it stands, and its terms, the likeliest first."""

    start: int
    end: int
    terms: tuple[str, ...]


def places(text: str) -> Iterator[Place]:
    """The words of a text that can be looked up."""
    begins = 0
    for found in WORD.finditer(text):
        # Within a sentence a capital tells a name: «президент Токаев», and not the plural of токай.
        inner = bool(begins) and not _ENDS.search(text, begins, found.start())
        terms = held_terms(found[0][:_LONGEST], inner)
        begins = found.end()
        if terms:
            yield Place(found.start(), begins, terms)


def stream(texts: Iterable[str]) -> str:
    """The terms of some texts as an index takes them, in order; the second readings of words come behind all.

    Between two texts stands a term that nobody can ask for, so that no phrase goes from one into the other.
    """
    several = [list(places(text)) for text in texts if text]
    first = f" {GAP} ".join(" ".join(one.terms[0] for one in words) for words in several)
    others = sorted({term for words in several for one in words for term in one.terms[1:]})
    return f"{first} {GAP} {f' {GAP} '.join(others)}" if others else first


GAP = "g:"
"""The term between two texts: no word has a colon."""


@lru_cache(maxsize=200_000)
def held_terms(word: str, inner: bool = False) -> tuple[str, ...]:
    """The terms of a word that is held: the likeliest, and where a name may be meant that too.

    `inner` is for a word within a sentence, where a capital means a name.
    """
    lower = word.lower()
    if not lower.isalpha() and any(letter.isdigit() for letter in lower):
        return _number(lower)
    readings = _readings(lower)
    names = _as_names(lower, readings) if word[:1].isupper() else []
    if "a" <= lower[:1] <= "z" and word[:1].isupper():
        names.append(lower)
    chosen = _chosen(readings, lower)
    return _folded([*names, chosen] if inner else [chosen, *names])


@lru_cache(maxsize=10_000)
def asked_terms(word: str) -> tuple[str, ...]:
    """The terms under which a word that is asked for may be held."""
    lower = word[:_LONGEST].lower()
    if not lower.isalpha() and any(letter.isdigit() for letter in lower):
        return _number(lower)
    readings = _readings(lower)
    terms = _folded([_chosen(readings, lower), *readings[:_MOST], *_as_names(lower, readings), lower])
    female = [_FEMALE.sub("", term) for term in terms if _FEMALE.search(term)]
    return tuple(dict.fromkeys([*terms, *female]))[: _MOST + 2]


def beginning(word: str) -> str:
    """The term that begins what is asked for as `nazar*`; empty where nothing of it can be looked up."""
    lower = word.lower()
    return "".join(_number(lower)) if any(letter.isdigit() for letter in lower) else fold(lower)


def _number(word: str) -> tuple[str, ...]:
    plain = re.sub(r"[^a-z0-9]", "", anyascii(word).lower())
    return (plain,) if plain else ()


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for word in words if (term := fold(word))))


def _readings(lower: str) -> tuple[str, ...]:
    """The lemmas that a word may have, the likeliest first; the word itself where no dictionary knows it."""
    first = lower[:1]
    if "а" <= first <= "я" or first == "ё":
        return tuple(dict.fromkeys(form.lemma for form in forms(lower.replace("ё", "е")))) or (lower,)
    if "a" <= first <= "z":
        bare = _POSSESSIVE.sub("", lower)
        return (_english().lemmatize(bare, "en").lower(), bare) if len(bare) > 2 else (bare,)
    return (lower,)


def _chosen(readings: tuple[str, ...], lower: str) -> str:
    """The likeliest reading; of several names the family's, so that «Токаева» is Токаев and no given name."""
    if "а" <= lower[:1] <= "я":
        found = forms(lower.replace("ё", "е"))
        if found and found[0].name:
            return next(
                (form.lemma for form in found if form.name and _FAMILY.search(form.lemma)), readings[0]
            )
    return readings[0]


def _as_names(lower: str, readings: tuple[str, ...]) -> list[str]:
    """The family names that a Russian word may be, though a dictionary takes it for another word."""
    if not "а" <= lower[:1] <= "я":
        return []
    named = [one for one in readings if _FAMILY.search(one)]
    return [lower, *named] if _FAMILY.search(lower) else named


@cache
def _english() -> Any:
    from simplemma import Lemmatizer

    return Lemmatizer()
