"""All records of a kind as one sheet, whatever the states: the same columns in every language and on any day.

A record is a row, and a slot a column under its JSON name, as in a corpus: states and currencies by their codes, dates
as EDTF with the first and last day that they may mean beside them. A person is three columns: the name, the office, and
whose it is. What a row rests on stands at its end. Sheets are made row by row: they may be longer than memory is large.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from comity.corpus.columns import slot_columns, slot_row
from comity.model import codec
from comity.model.claim import KINDS, Span
from comity.model.record import Record
from comity.publishing import sheets
from comity.publishing.markup import visible
from comity.publishing.wording import sentence, text

TYPES = {**sheets.TYPES, "jsonl": "application/jsonl; charset=utf-8"}
"""The forms, with their media types."""

_PARTS = ("name", "office", "of")
_BLOCK = 1 << 16
"""About how many bytes are handed on at once."""
FIRST, LAST = ("id", "kind", "states"), ("text", "differences", "sources", "documents", "claims", "words")
"""The columns before and behind those of the slots."""


class Quote(msgspec.Struct, frozen=True):
    """The words of one claim: its document, their runs in it, and what stands there."""

    claim: str
    doc: str
    runs: tuple[Span, ...]
    words: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """A record, with the words of each of its claims."""

    record: Record
    quotes: tuple[Quote, ...]


def title(kind: str, lang: str) -> str:
    """What a sheet is called."""
    return text("sheets.of", lang, kind=text(f"kind.{kind}", lang))


def columns(kind: str, *, linked: bool = False) -> tuple[str, ...]:
    """The keys of the columns, which head them in every language; `linked` adds the address of the record."""
    found: list[str] = list(FIRST)
    for name, held in slot_columns(kind).items():
        found += [_part(name, part) for part in _PARTS] if held in ("person", "people") else [name]
    return (*found, *LAST, *(("link",) if linked else ()))


def write(
    form: str, kind: str, told: Iterable[Told], lang: str, address: str | None = None
) -> Iterator[bytes]:
    """The sheet of a kind in a form of `TYPES`, piece by piece; `address` is the site's, before paths of records."""
    if kind not in KINDS:
        raise KeyError(kind)
    return _blocks(_WRITERS[form](kind, told, lang, address))


def _csv(kind: str, told: Iterable[Told], lang: str, address: str | None) -> Iterator[bytes]:
    heads = columns(kind, linked=address is not None)
    # The mark tells a spreadsheet that it is UTF-8.
    yield b"\xef\xbb\xbf" + _line(heads)
    for one in told:
        yield _line(_cells(heads, one, lang, address))


def _line(cells: Iterable[Any]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode("utf-8")


def _xlsx(kind: str, told: Iterable[Told], lang: str, address: str | None) -> Iterator[bytes]:
    heads = columns(kind, linked=address is not None)
    with tempfile.TemporaryFile() as file:
        sheets.write_xlsx(file, heads, (_cells(heads, one, lang, address) for one in told))
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _jsonl(_kind: str, told: Iterable[Told], lang: str, address: str | None) -> Iterator[bytes]:
    for one in told:
        yield _dumped(_plain(one, lang, address)) + b"\n"


def _json(kind: str, told: Iterable[Told], lang: str, address: str | None) -> Iterator[bytes]:
    yield b'{"kind": %s, "language": %s, "records": [' % (_dumped(kind), _dumped(lang))
    for number, one in enumerate(told):
        yield (b",\n" if number else b"\n") + _dumped(_plain(one, lang, address))
    yield b"\n]}\n"


_WRITERS = {"csv": _csv, "xlsx": _xlsx, "json": _json, "jsonl": _jsonl}


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= _BLOCK:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def _cells(heads: tuple[str, ...], one: Told, lang: str, address: str | None) -> list[Any]:
    """The cells of a row; nothing in them becomes a formula."""
    record = one.record
    values: dict[str, Any] = {
        "id": record.id,
        "kind": record.kind,
        "states": "; ".join(record.dyad),
        **_slots(record),
        "text": sentence(record.slots, lang, record.dyad),
        "differences": "; ".join(difference.slot for difference in record.differences),
        "sources": len({quote.doc for quote in one.quotes}),
        "documents": "; ".join(dict.fromkeys(quote.doc for quote in one.quotes)),
        "claims": "; ".join(quote.claim for quote in one.quotes),
        "words": " | ".join(" ".join(run.split()) for quote in one.quotes for run in quote.words),
        "link": _link(record, address),
    }
    cells = (values.get(head, "") for head in heads)
    return [sheets.harmless(visible(cell)) if isinstance(cell, str) else cell for cell in cells]


def _slots(record: Record) -> dict[str, Any]:
    """The filled slots by column: of several people the names in one cell, their offices in another, in one order."""
    kinds = slot_columns(record.kind)
    row: dict[str, Any] = {}
    for name, value in slot_row(record.slots).items():
        if kinds[name] in ("person", "people"):
            people = value if isinstance(value, list) else [value]
            for part in _PARTS:
                told = [one[part] or "" for one in people]
                row[_part(name, part)] = "; ".join(told) if any(told) else ""
        elif isinstance(value, list):
            row[name] = "; ".join(value)
        else:
            row[name] = (
                value.isoformat() if isinstance(value, datetime.date) else "" if value is None else value
            )
    return row


def _part(name: str, part: str) -> str:
    """The column of a part of a person: `visitors`, `visitors_office`, `visitors_of`."""
    return name if part == "name" else f"{name}_{part}"


def _plain(one: Told, lang: str, address: str | None) -> dict[str, Any]:
    """A record as programs are given it: as a dossier's sheet tells it."""
    record = one.record
    return {
        "id": record.id,
        "kind": record.kind,
        "states": list(record.dyad),
        "slots": codec.plain(record.slots),
        "text": sentence(record.slots, lang, record.dyad),
        "differences": [codec.plain(difference) for difference in record.differences],
        "sources": [
            {"document": quote.doc, "claim": quote.claim, "runs": quote.runs, "words": quote.words}
            for quote in one.quotes
        ],
        **({"link": _link(record, address)} if address is not None else {}),
    }


def _link(record: Record, address: str | None) -> str:
    return f"{address or ''}/records/{record.id}/"


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
