"""Who held which office when: tables that a user imports, and how people named in claims are found in them.

A table is CSV with the columns `state`, `office`, `name`, `from` and `to`, or a JSON list of objects with these keys:

    state,office,name,from,to
    NOR,Prime Minister|премьер-министр,Ola Lund|Ула Лунд,1995-10-25,1999-03
    NOR,Prime Minister|премьер-министр,Kari Moe|Кари Му,1999-03,

`state` is a code of ISO 3166-1 (three letters), `from` and `to` are EDTF dates (a day, month or year), `to` is empty
for who is in office. Spellings and languages of an office or a name stand side by side, with `|` between them (in
JSON also as a list).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from comity.checking.errors import ConfigurationError
from comity.checking.texts import edits, first_letter, fold, surname
from comity.model.edtf import Date, DateError

COLUMNS = ("state", "office", "name", "from", "to")

_STATE = re.compile(r"[A-Z]{3,4}")


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """One term of one person in one office of a state; the first of `offices` and `names` is the one shown."""

    state: str
    offices: tuple[str, ...]
    names: tuple[str, ...]
    date: Date


def load(path: str | Path) -> tuple[Holder, ...]:
    """The table of a file; `ConfigurationError` with the place and the remedy where it cannot be used."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConfigurationError(path, str(error.strerror), "name a table of office holders") from error
    return parse(data, str(path))


def parse(data: bytes, name: str) -> tuple[Holder, ...]:
    """A table from bytes, CSV or JSON, sorted; each line once. `name` is the file's, for what is said of errors."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(name, "not UTF-8", "save it in this encoding") from error
    rows = _json(text, name) if text.lstrip()[:1] in ("[", "{") else _csv(text, name)
    return tuple(sorted({_holder(row, where) for where, row in rows}, key=_order))


def _csv(text: str, name: str) -> list[tuple[str, dict[str, Any]]]:
    reader = csv.reader(io.StringIO(text))
    head = [one.strip().casefold() for one in next(reader, [])]
    missing = [column for column in COLUMNS if column not in head]
    if missing:
        raise ConfigurationError(
            f"{name}:1", f"no column {', '.join(missing)}", f"the first line is {','.join(COLUMNS)}"
        )
    found = []
    for row in reader:
        if any(cell.strip() for cell in row):
            if len(row) > len(head):
                raise ConfigurationError(
                    f"{name}:{reader.line_num}",
                    f"{len(row)} cells for {len(head)} columns",
                    "put cells that hold commas in quotes",
                )
            found.append((f"{name}:{reader.line_num}", dict(zip(head, row, strict=False))))
    return found


def _json(text: str, name: str) -> list[tuple[str, dict[str, Any]]]:
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise ConfigurationError(name, f"no JSON ({error})", "mend it there") from error
    if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
        raise ConfigurationError(name, "not a list of objects", f"each has the keys {', '.join(COLUMNS)}")
    return [(f"{name}: item {number}", row) for number, row in enumerate(raw, 1)]


def _holder(row: dict[str, Any], where: str) -> Holder:
    state = str(row.get("state") or "").strip()
    offices, names = (_several(row.get(key)) for key in ("office", "name"))
    if not _STATE.fullmatch(state):
        raise ConfigurationError(where, f"{state!r} is no code of a state", "give one such as NOR")
    if not offices or not names:
        raise ConfigurationError(where, "no name" if offices else "no office", "every line has both")
    first, last = (_date(row.get(key), f"{where}: {key}") for key in ("from", "to"))
    if first is None and last is None:
        raise ConfigurationError(where, "neither from nor to", "give at least one date")
    if first is not None and last is not None and first.after(last):
        raise ConfigurationError(where, f"{first} is after {last}", "put from before to")
    return Holder(state=state, offices=offices, names=names, date=Date.interval(first, last))


def _several(value: Any) -> tuple[str, ...]:
    parts = [str(one) for one in value] if isinstance(value, list) else str(value or "").split("|")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _date(value: Any, where: str) -> Date | None:
    text = str(value or "").strip()
    if not text:
        return None
    try:
        date = Date.parse(text)
    except DateError as error:
        raise ConfigurationError(where, f"{text!r} is no date", "give one such as 1999-03-17") from error
    if date.is_interval or date.lower is None:
        raise ConfigurationError(where, f"{text!r} is not one day, month or year", "give one such as 1999-03")
    return date


def _order(one: Holder) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    return one.state, one.offices, str(one.date), one.names


class Table:
    """Terms by state and office, for looking people up."""

    def __init__(self, holders: Iterable[Holder] = ()) -> None:
        self._terms: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        for one in sorted(set(holders), key=_order):
            for office in dict.fromkeys(fold(office) for office in one.offices):
                self._terms[one.state, office].append(one)

    def __bool__(self) -> bool:
        return bool(self._terms)

    def terms(self, state: str, office: str, name: str) -> list[Holder]:
        """The terms in which somebody of that name held the office; empty where the table knows nobody such.

        First names that begin with another letter count where no other fits: they are spelled in many ways.
        """
        near = [
            one
            for one in self._terms.get((state, fold(office)), ())
            if any(_one_surname(name, other) for other in one.names)
        ]
        exact = [one for one in near if any(_one_initial(name, other) for other in one.names)]
        return exact or near

    def at(self, state: str, office: str, date: Date) -> list[Holder]:
        """Who may have held an office at a date."""
        return [one for one in self._terms.get((state, fold(office)), ()) if one.date.overlaps(date)]


def _one_surname(a: str, b: str) -> bool:
    from anyascii import anyascii  # only where a table is given

    one, other = (fold(anyascii(surname(name))) for name in (a, b))
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= 5 and one[0] == other[0] and edits(one, other) <= (2 if shorter >= 8 else 1)


def _one_initial(a: str, b: str) -> bool:
    from anyascii import anyascii  # as above

    one, other = (fold(anyascii(first_letter(name)))[:1] for name in (a, b))
    return not one or not other or one == other
