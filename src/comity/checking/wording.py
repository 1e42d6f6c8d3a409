"""The words that rules look for, of all languages together, from `words/<language>.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from comity.model.edtf import Date

LANGUAGES = ("en", "ru")
"""The languages of the words."""


@dataclass(frozen=True)
class Wording:
    """Words as patterns that ignore case and start at a word's beginning; `rates.toml` as numbers."""

    about: re.Pattern[str]
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    percent: re.Pattern[str]
    share: re.Pattern[str]
    exports: re.Pattern[str]
    imports: re.Pattern[str]
    times: re.Pattern[str]
    twice: re.Pattern[str]
    thrice: re.Pattern[str]
    least: re.Pattern[str]
    heads: re.Pattern[str]
    deputies: re.Pattern[str]
    not_heads: re.Pattern[str]
    leaders: re.Pattern[str]
    not_leaders: re.Pattern[str]
    amends: re.Pattern[str]
    stands: re.Pattern[str]
    posts: re.Pattern[str]
    leads: re.Pattern[str]
    honorifics: re.Pattern[str]
    counted: dict[str, re.Pattern[str]]
    not_counted: dict[str, re.Pattern[str]]
    unread: dict[str, re.Pattern[str]]
    parts: dict[str, re.Pattern[str]]
    joined: re.Pattern[str]
    many: re.Pattern[str]
    century: re.Pattern[str]
    anniversary: tuple[re.Pattern[str], ...]
    numbers: dict[str, int]
    per_dollar: dict[str, tuple[tuple[int, float], ...]]
    bounds: dict[str, float]
    times_economy: float
    conduits: frozenset[str]
    thoroughfares: frozenset[str]


def _any(words: Iterable[str]) -> re.Pattern[str]:
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(
        "|".join((r"\b" if word[0].isalnum() else "") + re.escape(word) for word in found), re.IGNORECASE
    )


def _read(name: str) -> dict[str, Any]:
    data = resources.files("comity.checking").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@cache
def wording() -> Wording:
    """The words of all languages; read once."""
    tables, rates = [_read(language) for language in LANGUAGES], _read("rates")

    def words(key: str) -> re.Pattern[str]:
        return _any(word for table in tables for word in table[key])

    def groups(key: str) -> dict[str, re.Pattern[str]]:
        return {
            group: _any(word for table in tables for word in table[key][group]) for group in tables[0][key]
        }

    titles = sorted(
        {word for table in tables for word in table["honorifics"]}, key=lambda word: (-len(word), word)
    )
    joints = "|".join(word for table in tables for word in table["joints"])
    one = "|".join(rf"{re.escape(word)}\b\.?" for word in titles)
    return Wording(
        **{
            key: words(key)
            for key in (
                "about", "rise", "fall", "percent", "share", "exports", "imports", "times", "twice", "thrice",
                "least", "heads", "deputies", "not_heads", "leaders", "not_leaders",
                "amends", "stands", "posts",
            )
        },
        honorifics=re.compile(rf"(?<!\w)(?P<first>{one})\s*(?P<second>{one})(?=\s*\w)"),
        leads=re.compile(
            rf"(?<!\w)(?:{'|'.join(word for table in tables for word in table['leads'])})[ \t]$", re.IGNORECASE
        ),
        counted=groups("counted"),
        not_counted=groups("not_counted"),
        unread=groups("unread"),
        parts=groups("parts"),
        joined=re.compile(
            rf"\s*[,;]\s+(?:(?:{joints})\s+)?|\s+(?:{joints})\s+", re.IGNORECASE
        ),
        century=words("century"),
        many=re.compile("|".join(table["many"] for table in tables), re.IGNORECASE),
        anniversary=tuple(re.compile(table["anniversary"]["pattern"], re.IGNORECASE) for table in tables),
        numbers={word: number for table in tables for word, number in table["numbers"].items()},
        per_dollar={
            currency: tuple(sorted((int(year), float(rate)) for year, rate in table.items()))
            for currency, table in rates["per_dollar"].items()
        },
        bounds=rates["bounds"],
        times_economy=float(rates["economy"]["times"]),
        conduits=frozenset(rates["conduits"]["states"]),
        thoroughfares=frozenset(rates["thoroughfares"]["states"]),
    )  # fmt: skip


@cache
def interface() -> dict[str, Any]:
    """What the interface calls things, by language, from `interface.toml`; read once."""
    return _read("interface")


@cache
def interrupted() -> dict[str, Date]:
    """The years in which restored states were no states, by code, from `interrupted.toml`; read once."""
    return {code: Date.parse(years) for code, years in _read("interrupted")["years"].items()}


@dataclass(frozen=True)
class CityName:
    """A name that a city bore in an interval, and the pattern that finds it in English and Russian texts."""

    en: str
    when: Date
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class City:
    """A renamed city by its present English name."""

    place: str
    names: tuple[CityName, ...]


@cache
def cities() -> tuple[City, ...]:
    """The cities of `renamed.toml`; read once."""
    return tuple(
        City(
            city["place"],
            tuple(
                CityName(
                    name["en"],
                    Date.parse(name["when"]),
                    re.compile(rf"\b(?:{re.escape(name['en'])}\b|{re.escape(name['ru'])})"),
                )
                for name in city["names"]
            ),
        )
        for city in _read("renamed")["city"]
    )


@lru_cache(maxsize=65536)
def is_head(office: str | None) -> bool:
    """Whether an office is that of a head of mission (a chargé d'affaires counts)."""
    return (
        bool(office)
        and bool(wording().heads.search(office or ""))
        and not wording().not_heads.search(office or "")
    )


@lru_cache(maxsize=65536)
def is_titular_head(office: str | None) -> bool:
    """Whether an office is that of a head of mission in his own right, of whom there is one at a time."""
    return is_head(office) and not wording().deputies.search(office or "")


@lru_cache(maxsize=65536)
def is_leader(office: str | None) -> bool:
    """Whether an office is that of a head of state or government or a foreign minister."""
    return (
        bool(office)
        and bool(wording().leaders.search(office or ""))
        and not wording().not_leaders.search(office or "")
    )
