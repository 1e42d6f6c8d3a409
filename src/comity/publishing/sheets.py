"""Tables as sheets that can be taken away: CSV, XLSX and JSON. Records have one row each.

Words of documents never become a formula: a text that a spreadsheet would take for one gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import IO, Any

import msgspec

from comity.model import codec
from comity.model.claim import KINDS, fields_of, slot_values
from comity.publishing import tables
from comity.publishing.dossier import Dossier, Line
from comity.publishing.markup import visible
from comity.publishing.wording import sentence, text

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""The forms, with their media types."""

_ROWS = 1_000_000
"""How many records one sheet of a workbook holds."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value


Value = str | int | float | None


class Sheet(msgspec.Struct, frozen=True):
    """A table to take away: its name, its columns by key with their headings, and its rows.

    A CSV or XLSX file shows the headings, a JSON file the keys, which are the same in every language.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Value, ...], ...]


def of_table(form: str, sheet: Sheet, lang: str) -> bytes:
    """A table in a form of `TYPES`."""
    if form == "json":
        keys = [key for key, _ in sheet.columns]
        told = [dict(zip(keys, row, strict=True)) for row in sheet.rows]
        return _dumped({"title": sheet.title, "language": lang, "rows": told})
    heads = [heading for _, heading in sheet.columns]
    rows = [["" if cell is None else _plain(cell) for cell in row] for row in sheet.rows]
    return _xlsx(heads, rows) if form == "xlsx" else _csv(heads, rows)


def write(form: str, dossier: Dossier, lines: Sequence[Line], lang: str, address: str) -> bytes:
    """The lines of a dossier in a form of `TYPES`; `address` is the site's, before the paths of records."""
    if form == "json":
        return _json(lines, dossier, lang, address)
    heads, rows = _rows(lines, dossier, lang, address)
    return _xlsx(heads, rows) if form == "xlsx" else _csv(heads, rows)


def _slots(lines: Iterable[Line]) -> list[str]:
    """The slots that any of the lines fills, in the order of the kinds."""
    lines = list(lines)
    filled = {name for line in lines for name in slot_values(line.slots)}
    order = dict.fromkeys(
        written for kind, slots in KINDS.items() if any(line.kind == kind for line in lines)
        for _, written in fields_of(slots)
    )  # fmt: skip
    return [name for name in order if name in filled]


def _rows(
    lines: Sequence[Line], dossier: Dossier, lang: str, address: str
) -> tuple[list[str], list[list[Any]]]:
    slots = _slots(lines)
    heads = [
        "id", "kind", *slots, "edtf",
        *(text(f"sheet.{key}", lang) for key in ("text", "differences", "documents", "words", "link")),
    ]  # fmt: skip
    rows = []
    for line in lines:
        values = slot_values(line.slots)
        cells: list[Any] = [line.id, line.kind]
        for name in slots:
            value = values.get(name)
            plain = isinstance(value, int | float) and not isinstance(value, bool)
            cells.append(
                value if plain else "" if value is None else tables.shown(value, name, lang, line.kind)
            )
        differ = "; ".join(tables.slot_name(one.slot, lang, line.kind) for one in line.differences)
        documents = "; ".join(dict.fromkeys(source.doc for source in line.sources))
        words = " | ".join(" ".join(run.split()) for source in line.sources for run in source.words)
        said = sentence(line.slots, lang, dossier.dyad)
        cells += [str(line.date or ""), said, differ, documents, words, f"{address}/records/{line.id}/"]
        rows.append([_plain(cell) for cell in cells])
    return heads, rows


def _plain(cell: Any) -> Any:
    return harmless(visible(cell)) if isinstance(cell, str) else cell


def _csv(heads: list[str], rows: list[list[Any]]) -> bytes:
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(heads)
    sheet.writerows(rows)
    # The mark tells a spreadsheet that it is UTF-8.
    return ("\ufeff" + written.getvalue()).encode("utf-8")


def _xlsx(heads: list[str], rows: list[list[Any]]) -> bytes:
    written = io.BytesIO()
    write_xlsx(written, heads, rows)
    return written.getvalue()


def write_xlsx(file: IO[bytes], heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows to a file row by row; what is more than a sheet of a spreadsheet can hold goes on in another."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    rows = iter(rows)
    part = list(islice(rows, 1))
    while True:
        number = len(book.worksheets)
        sheet = book.create_sheet(f"Comity {number + 1}" if number else "Comity")
        sheet.freeze_panes = "A2"
        titles = [WriteOnlyCell(sheet, value=head) for head in heads]
        for title in titles:
            title.font = Font(bold=True)
        sheet.append(titles)
        for row in chain(part, islice(rows, _ROWS - len(part))):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, value=value[:32_000] if isinstance(value, str) else value)
                if isinstance(value, str):
                    cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
        part = list(islice(rows, 1))
        if not part:
            break
    book.save(file)


def _json(lines: Sequence[Line], dossier: Dossier, lang: str, address: str) -> bytes:
    told = [
        {
            "id": line.id,
            "kind": line.kind,
            "link": f"{address}/records/{line.id}/",
            "text": sentence(line.slots, lang, dossier.dyad),
            "slots": codec.plain(line.slots),
            "differences": [codec.plain(one) for one in line.differences],
            "sources": [
                {"document": one.doc, "claim": one.claim, "runs": one.runs, "words": one.words}
                for one in line.sources
            ],
        }
        for line in lines
    ]
    return _dumped({"dyad": dossier.dyad, "language": lang, "records": told})


def _dumped(whole: Any) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
