"""What a database does for searching: it keeps terms and finds those that are asked for.

SQLite has an FTS5 table, PostgreSQL a `tsvector`. Both are given plain terms (`words`), so that neither has an idea of
its own about letters or languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from django.db import connection

from comity.register.searching.words import GAP

TABLE = "register_words"
ANYTHING = "t:any"
"""The term that every entry has."""

_COMBINED = 64
"""Ways in which the words of one phrase are tried."""
_POSITIONS = 16_383
_OF_ONE_TERM = 255
"""What a `tsvector` can hold."""


@dataclass(frozen=True)
class Wanted:
    """Words that must, or (`without`) must not, stand one after the other; each by its possible terms.

    With `begins` the last one is the beginning of a term.
    """

    terms: tuple[tuple[str, ...], ...]
    without: bool = False
    begins: bool = False


def create(alias_connection: Any) -> None:
    """Make the table of terms."""
    with alias_connection.cursor() as cursor:
        if alias_connection.vendor == "sqlite":
            cursor.execute(
                f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, columnsize=0, tokenize=\"ascii tokenchars ':'\")"
            )
            return
        cursor.execute(f"CREATE TABLE {TABLE} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        cursor.execute(f"CREATE INDEX {TABLE}_terms ON {TABLE} USING gin (words)")


def put(rows: Iterable[tuple[int, str]]) -> None:
    """Hold the terms of entries by their numbers."""
    several = list(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO {TABLE} (rowid, words) VALUES (%s, %s)", several)  # noqa: S608
            return
        cursor.executemany(
            f"INSERT INTO {TABLE} (rowid, words) VALUES (%s, %s::tsvector)",  # noqa: S608
            [(number, _vector(words)) for number, words in several],
        )


def drop(numbers: Sequence[int]) -> None:
    """Forget the terms of entries."""
    with connection.cursor() as cursor:
        for first in range(0, len(numbers), 500):
            some = numbers[first : first + 500]
            places = ", ".join(["%s"] * len(some))
            cursor.execute(f"DELETE FROM {TABLE} WHERE rowid IN ({places})", list(some))  # noqa: S608


def clear() -> None:
    """Forget all terms."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608


def count() -> int:
    """How many entries have terms."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {TABLE}")  # noqa: S608
        return int(cursor.fetchone()[0])


def damage() -> str:
    """What is wrong with the table of terms itself; empty where it is whole."""
    from django.db import DatabaseError

    if connection.vendor != "sqlite":
        return ""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('integrity-check')")  # noqa: S608
    except DatabaseError as error:
        return str(error)
    return ""


def condition(wanted: Sequence[Wanted]) -> tuple[str, str]:
    """The condition on the terms of an entry, as SQL on the table named `w`, and its one parameter."""
    if connection.vendor == "sqlite":
        return f"w.{TABLE} MATCH %s", _match(wanted)
    return "w.words @@ %s::tsquery", _query(wanted)


def _match(wanted: Sequence[Wanted]) -> str:
    said = " AND ".join(f"({_either(one)})" for one in wanted if not one.without) or f'"{ANYTHING}"'
    for one in wanted:
        if one.without:
            said = f"({said}) NOT ({_either(one)})"
    return said


def _either(one: Wanted) -> str:
    return " OR ".join(f'"{" ".join(way)}"{" *" if one.begins else ""}' for way in _ways(one))


def _query(wanted: Sequence[Wanted]) -> str:
    parts = []
    for one in wanted:
        last = ":*" if one.begins else ""
        ways = [" <-> ".join(f"'{term}'" for term in way) + last for way in _ways(one)]
        parts.append(f"{'!' if one.without else ''}({' | '.join(ways)})")
    return " & ".join(parts) or f"'{ANYTHING}'"


def _ways(one: Wanted) -> list[tuple[str, ...]]:
    """The phrases that are asked for, a word having several terms; the likeliest first."""
    # cut while it is made: a phrase of twenty words with two terms each has a million ways
    ways = list(islice(product(*one.terms), _COMBINED))
    if not all(re.fullmatch(r"[a-z0-9:_-]+", term) for way in ways for term in way):
        raise ValueError("a term has letters that no index knows")
    return ways


def _vector(words: str) -> str:
    """Terms with their places, as PostgreSQL writes them."""
    found: dict[str, list[int]] = {}
    for place, term in enumerate(words.split(), start=1):
        if term != GAP:
            places = found.setdefault(term, [])
            if len(places) < _OF_ONE_TERM:
                places.append(min(place, _POSITIONS))
    return " ".join(f"'{term}':{','.join(map(str, places))}" for term, places in found.items())
