"""Spellings of a word: a plain Latin one in which the usual transliterations meet (Жуков, Zhukov, Žukov), and what is
left of it where only consonants or sounds count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

_FOLDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"c(?=[aoulrt])", "k"),
        (r"tzh", "ch"),
        (r"shch|schtsch|sch", "sh"),
        (r"tch|tsch", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"gh", "g"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"tz|ts|cz", "c"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"iyi|yy|iy|yi|ij|ii", "i"),
        (r"(?<=.)[yji]a|^[yj]a", "a"),
        (r"(?<=.)[yji]u|^[yj]u", "u"),
        (r"(?<=.)[yi]e|^[yj]e", "e"),
        (r"(?<=.)[yi]o|^[yj]o", "o"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_SKELETON = str.maketrans({**dict.fromkeys("aeiouh", None), "q": "k", "z": "c", "w": "v"})
_SOUNDS = str.maketrans({"g": "k", "d": "t", "b": "p", "f": "v"})
_COARSE = str.maketrans({"g": "k", "d": "t", "b": "p", "f": "v", "c": "s", "j": "s", "x": "s", "z": "s"})
_LETTERS = str.maketrans(
    {"ё": "е", "Ё": "Е", "đ": "dj", "Đ": "Dj", "ş": "sh", "Ş": "Sh", "ș": "sh", "Ș": "Sh", "š": "sh", "Š": "Sh",
     "č": "ch", "Č": "Ch", "ć": "ch", "Ć": "Ch"}
)  # fmt: skip
_TURKISH = re.compile(r"^[Çç]|ç(?=.*[şğıŞĞİ])|(?<=[şğıŞĞİ])ç")
"""A letter that Turkish and Azerbaijani speak as CH, and French and Portuguese as S."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A plain Latin spelling in which the usual transliterations of a word meet."""
    found = plain(_TURKISH.sub("ch", word).translate(_LETTERS))
    for pattern, replacement in _FOLDS:
        found = pattern.sub(replacement, found)
    return found


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """The letters of a word without their marks: Chișinău is chisinau."""
    return re.sub(r"[^a-z]", "", anyascii(word).lower())


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The consonants of a folded word, in which near spellings meet; an initial G and H are one (Херцог,
    Герцог).
    """
    bare = re.sub(r"^[gh]", "", folded).translate(_SKELETON)
    return re.sub(r"(.)\1+", r"\1", bare) or folded[:1]


@lru_cache(maxsize=65536)
def sounds(folded: str) -> str:
    """The consonants of a folded word where voiced and voiceless ones, and SH, CH and J, are one: the spellings
    of several languages for one sound meet (Chirac, Ширак; Sarkisian, Саргсян). S and TS stay two (Peres,
    Перец).
    """
    bare = re.sub(r"sh|ch|j", "x", re.sub(r"^[gh]", "", folded)).translate(_SKELETON).translate(_SOUNDS)
    return re.sub(r"(.)\1+", r"\1", bare) or folded[:1]


@lru_cache(maxsize=65536)
def coarse(folded: str) -> str:
    """The consonants of a folded word as they sound, coarsely: what `skeleton` or `sounds` finds to be alike shares
    them.
    """
    bare = re.sub(r"^[gh]", "", folded)
    return re.sub(r"(.)\1+", r"\1", bare.translate(_SKELETON).translate(_COARSE)) or bare[:1]


def similarity(a: str, b: str) -> float:
    """How much two folded words have in common, 0 to 1."""
    return float(Levenshtein.normalized_similarity(a, b))


@lru_cache(maxsize=65536)
def cyrillic(text: str) -> bool:
    """Whether a text has Cyrillic letters."""
    return any("Ѐ" <= letter <= "ӿ" for letter in text)


def scripts_differ(a: str, b: str) -> bool:
    """Whether one of two names is written in Cyrillic letters and the other is not."""
    return a.isascii() != b.isascii() and cyrillic(a) != cyrillic(b)
