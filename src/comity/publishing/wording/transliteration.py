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
_WORD = re.compile(r"[^\W\d_]+")


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: list[tuple[str, str]]
    states: list[str] = []
    names: list[tuple[str, str]] = []
    endings: list[str] = []


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    latin: _Table
    russian: dict[str, _Table]


def script(name: str) -> Script:
    """The script of a name: that of its letters, `other` for mixed ones and further scripts, empty for none."""
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
    return _written(composed, _group(of, composed))


def _group(of: State | None, name: str) -> str:
    """The table for a name: that of the state, where none is known that of the ending of the family name."""
    for group, table in _tables().russian.items():
        if of in table.states if of else name.casefold().endswith(tuple(table.endings)):
            return group
    return "english"


def _written(name: str, table: str) -> str:
    return _WORD.sub(lambda found: _word(found.group(), table), name)


@functools.lru_cache(maxsize=4096)
def _word(word: str, table: str) -> str:
    """A word by the rules of a table; first names come again and again in a list of people."""
    usual, rules, values = _compiled(table)
    plain = word.casefold()
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
    return said.upper() if word.isupper() and len(word) > 1 else said


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
