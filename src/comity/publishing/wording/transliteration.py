"""Names across scripts where no document wrote them there.

Russian to Latin follows BGN/PCGN (1947), without signs for ь and ъ. Latin to Russian is the practical transcription
of the language that the name most likely is of, by the person's state; without one, by how the name ends; else as
English is written. Tables are in `transliteration.toml`. What comes of it is a guess that a reader must be able to
tell from a document's word: see `comity.publishing.wording.persons`.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib import resources
from typing import Literal

import msgspec

from comity.model.claim import State

Script = Literal["latin", "cyrillic", "other", ""]

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_NUMERAL = re.compile(r"(?<=\w )(?:[IVX](?=$)|(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![\w.’'-]))")
"""The number of a monarch: behind a name, a single letter at its end alone, as others are initials."""
_WORD = re.compile(r"[^\W\d_]+")


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: list[tuple[str, str]]
    states: list[str] = []
    names: list[tuple[str, str]] = []
    endings: list[str] = []


class _Pinyin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    states: list[str]
    initials: dict[str, str]
    finals: dict[str, str]
    whole: dict[str, str]


class _Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    whole: list[tuple[str, str]]
    words: list[tuple[str, str]]


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    latin: _Table
    russian: dict[str, _Table]
    pinyin: _Pinyin
    known: _Known


def script(name: str) -> Script:
    """The script of a name: that of its letters, `other` for mixed ones and further scripts, empty for none.

    A Roman numeral behind the name belongs to every script: «Николай II» is Cyrillic.
    """
    name = _NUMERAL.sub("", name)
    letters = len(_LETTER.findall(name))
    if not letters:
        return ""
    if len(_CYRILLIC.findall(name)) == letters:
        return "cyrillic"
    return "latin" if len(_LATIN.findall(name)) == letters else "other"


def to_latin(name: str) -> str:
    """A Cyrillic name in Latin letters: "Касым-Жомарт Токаев" is "Kasym-Zhomart Tokayev"."""
    return _written(name, "latin")


def to_russian(name: str, of: State | None = None) -> str:
    """A Latin name in Russian letters, as names of its state are: "Nursultan Nazarbayev" of KAZ is
    «Нурсултан Назарбаев».
    """
    composed = unicodedata.normalize("NFC", name)
    if known := _known()[0].get(" ".join(composed.casefold().split())):
        return known
    return _written(composed, _group(of, composed))


def _group(of: State | None, name: str) -> str:
    """The table for a name: that of the state, where none is known that of the ending of the family name."""
    if of in _tables().pinyin.states:
        return "pinyin"
    for group, table in _tables().russian.items():
        if of in table.states if of else name.casefold().endswith(tuple(table.endings)):
            return group
    return "english"


def _written(name: str, table: str) -> str:
    parts: list[str] = []
    at = 0
    for numeral in [*_NUMERAL.finditer(name), None]:
        end = numeral.start() if numeral else len(name)
        parts.append(_WORD.sub(lambda found: _word(found.group(), table), name[at:end]))
        if numeral:
            parts.append(numeral.group())
            at = numeral.end()
    return "".join(parts)


@functools.lru_cache(maxsize=4096)
def _word(word: str, table: str) -> str:
    """A word by the rules of a table; first names come again and again in a list of people."""
    plain = word.casefold()
    if table != "latin" and plain in _known()[1]:
        return _known()[1][plain]
    if table == "pinyin":
        if syllables := _syllables(plain):
            said = _joined(syllables)
            return said[:1].upper() + said[1:] if word[:1].isupper() else said
        table = "english"
    usual, rules, values = _compiled(table)
    if plain in usual:
        return usual[plain]
    if len(plain) != len(word):
        return word
    parts: list[str] = []
    at = 0
    while at < len(plain):
        found = rules.match(plain, at)
        if found is None or found.lastindex is None:
            base = unicodedata.normalize("NFD", plain[at])[0]
            found = rules.match(base)
            new = values[found.lastindex - 1] if found is not None and found.lastindex else word[at]
            end = at + 1
        else:
            new, end = values[found.lastindex - 1], found.end()
        # Ё and other single letters of a word in capitals stay capitals.
        parts.append(new.capitalize() if word[at].isupper() else new)
        at = end
    said = "".join(parts)
    if word[:1].isupper():
        # The first letter may have fallen away.
        said = said[:1].upper() + said[1:]
    return said.upper() if word.isupper() and len(word) > 1 else said


def _syllables(word: str) -> list[str] | None:
    """A word of pinyin as Russian syllables, the longest first that leave a rest; `None` for another word."""
    if not word:
        return []
    told = _pinyin()
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in told and (rest := _syllables(word[length:])) is not None:
            return [told[word[:length]], *rest]
    return None


def _joined(syllables: list[str]) -> str:
    """Syllables as a word; a vowel behind «н» would be read with it."""
    said = ""
    for one in syllables:
        said += "ъ" + one if said.endswith(("н", "нь")) and one[0] in "аеёиоуэюя" else one
    return said.replace("ньъ", "нъ") if "ньъ" in said else said


@functools.cache
def _pinyin() -> dict[str, str]:
    """Every syllable; those that no Chinese word has do no harm."""
    table = _tables().pinyin
    made = {f"{a}{b}": f"{x}{y}" for a, x in table.initials.items() for b, y in table.finals.items()}
    return made | table.whole


@functools.cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Names that are known whole, and words of names."""
    known = _tables().known
    return dict(known.whole), dict(known.words)


@functools.cache
def _compiled(table: str) -> tuple[dict[str, str], re.Pattern[str], tuple[str, ...]]:
    tables = _tables()
    chosen = tables.latin if table == "latin" else tables.russian[table]
    rules = chosen.rules if table == "latin" else [*chosen.rules, *tables.russian["letters"].rules]
    pattern = re.compile("|".join(f"({one})" for one, _ in rules))
    return dict(chosen.names), pattern, tuple(new for _, new in rules)


@functools.cache
def _tables() -> _Tables:
    data = resources.files("comity.publishing.wording").joinpath("transliteration.toml")
    return msgspec.convert(tomllib.loads(data.read_text(encoding="utf-8")), _Tables)
