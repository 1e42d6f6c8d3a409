"""Offices and fields across languages: "Minister of Justice" is «Министр юстиции» on a Russian page."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from comity.knowledge import base_of
from comity.publishing.wording.subjects import subject

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_AND = {"en": re.compile(r",\s*(?:and\s+)?|\s+and\s+"), "ru": re.compile(r",\s*(?:и\s+)?|\s+и\s+")}
_HEADED = re.compile(
    r"(?:,\s*(?:and\s+)?|\s+and\s+|\s+[-–—]\s+)"
    r"(?=(?:[\w-]+\s+){0,2}(?:Minister|Chairman|President|Speaker|Ambassador|Министр|Председатель|Президент|Посол)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|for)\s+", re.IGNORECASE)


def office(written: str, lang: str) -> str:
    """An office in a language where it is known there; else as the document wrote it."""
    lang = base_of(lang)
    if (lang == "ru") == bool(_CYRILLIC.search(written)):
        return written
    tables = _tables()
    if lang == "ru":
        return _several_ru(written, tables) or written
    return _several_en(written) or written


def one_of_many(written: str) -> bool:
    """Whether a state has many of an office or calling: a businessman, not the Prime Minister."""
    return any(_whole(written, table) for table in (_tables()["many"], _turned("many")))


def field(written: str, lang: str) -> str:
    """A field of life or a subject in a language where it is known there; else as the document wrote it."""
    lang = base_of(lang)
    if (lang == "ru") == bool(_CYRILLIC.search(written)):
        return written
    return subject(written, lang) or written


def _whole(written: str, table: dict[str, str]) -> str:
    plain = written.casefold().replace("ё", "е").replace("vice-", "vice ").replace("prime-m", "prime m")
    plain = plain.replace("’", "'").replace("charge d", "chargé d")
    return table.get(plain, "")


def _several_ru(written: str, tables: dict[str, dict[str, str]]) -> str:
    """An office, a former one, or several of one person; empty where any of them is not known."""
    for before, russian in (("former ", "бывший"), ("first ", "первый")):
        if written.casefold().startswith(before) and not _whole(written, tables["offices"]):
            rest = _several_ru(written[len(before) :], tables)
            return f"{russian} {rest[0].lower()}{rest[1:]}" if rest else ""
    if said := _whole(written, tables["offices"]) or _minister_ru(written, tables):
        return said
    for parts in (_HEADED.split(written), written.split(", ")):  # "banker, Honorary Consul"
        told = [_whole(part, tables["offices"]) or _minister_ru(part, tables) for part in parts]
        if len(parts) > 1 and all(told):
            return ", ".join(told)
    return ""


def _several_en(written: str) -> str:
    """An office, or several of one person; empty where any of them is not known."""
    parts = [written, *_HEADED.split(written)]
    told = [
        _whole(part, _turned("offices")) or _whole(part, _tables()["spoken"]) or _minister_en(part)
        for part in parts
    ]
    return told[0] or (", ".join(told[1:]) if len(parts) > 2 and all(told[1:]) else "")


def _minister_ru(written: str, tables: dict[str, dict[str, str]]) -> str:
    """A minister by the portfolio, or an office at a ministry: "Director General of the Ministry of Trade"."""
    post, at, ministry = re.sub(r" of Ministry of ", " of the Ministry of ", written).partition(
        " of the Ministry of "
    )
    if at:
        known, portfolio = _whole(post, tables["offices"]), _portfolio_ru(ministry, tables)
        return f"{known} Министерства {portfolio}" if known and portfolio else ""
    head, _, portfolio = _OF.sub("\0", written, count=1).partition("\0")
    if not portfolio and head.casefold().endswith(" minister"):
        # "Health Minister" is the Minister of Health.
        head, portfolio = "Minister", head[: -len(" minister")]
        if portfolio.casefold() in ("vice", "deputy", "first deputy"):
            return tables["heads"].get(f"{portfolio} minister".casefold(), "")
    if head.casefold() == "minister" and not portfolio:
        return tables["heads"]["minister"]
    if head.casefold() not in tables["heads"] or not portfolio:
        return ""
    said = _portfolio_ru(portfolio, tables)
    return f"{tables['heads'][head.casefold()]} {said}" if said else ""


def _portfolio_ru(written: str, tables: dict[str, dict[str, str]]) -> str:
    parts = [tables["portfolios"].get(part.casefold()) for part in _AND["en"].split(written)]
    return _joined(parts, "и") if all(parts) else ""


def _minister_en(written: str) -> str:
    heads, portfolios = _turned("heads"), _turned("portfolios")
    plain = written.casefold().replace("ё", "е")
    for head in sorted(heads, key=len, reverse=True):
        if plain.startswith(f"{head} "):
            parts = [portfolios.get(part) for part in _AND["ru"].split(plain[len(head) + 1 :])]
            return f"{heads[head]} of {_joined(parts, 'and')}" if all(parts) else ""
    return ""


def _joined(parts: list[str | None], and_: str) -> str:
    known = [part for part in parts if part]
    return f"{', '.join(known[:-1])} {and_} {known[-1]}" if len(known) > 1 else "".join(known)


@functools.cache
def _tables() -> dict[str, dict[str, str]]:
    """English to Russian, by the small letters of the English."""
    return {
        name: {english.casefold(): russian for english, russian in table.items()}
        for name, table in _read().items()
    }


@functools.cache
def _turned(name: str) -> dict[str, str]:
    """Russian to English; of several English words for one thing the first."""
    found: dict[str, str] = {}
    for english, russian in _read()[name].items():
        found.setdefault(russian.casefold().replace("ё", "е"), english)
    return found


@functools.cache
def _read() -> dict[str, dict[str, str]]:
    """The tables as written; what a state has many of is an office too."""
    data = resources.files("comity.publishing.wording").joinpath("terms.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(data)
    return {**tables, "offices": tables["offices"] | tables["many"]}
