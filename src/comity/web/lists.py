"""Lists as tables that are sorted, filtered and paged by their address, so also without a script, and taken away whole.

`?q=` keeps the rows in which each of its words is found, `?sort=` names a column (`-` before it: the other way round),
`?page=` a part. At the same address with `.csv`, `.xlsx` or `.json` in place of the last stroke the list is a file: all
of its rows that the filter keeps.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from comity.publishing import sheets
from comity.publishing.wording import text
from comity.web.context import language

PAGE = 100
"""How many rows a page shows."""
FEW = 7
"""Rows that are seen at a look: so few need no filter."""
FORMS = "|".join(sheets.TYPES)
"""The forms of files, for the patterns of addresses."""
_LONGEST = 100


class Column(msgspec.Struct, frozen=True):
    """A column: its key in addresses and files, its heading, and whether it holds numbers or dates."""

    key: str
    name: str
    number: bool = False
    date: bool = False


class Cell(msgspec.Struct, frozen=True):
    """A cell: what it says, where it leads, what is told behind it, and what it is sorted by if not by its text."""

    said: str | int
    address: str = ""
    note: str = ""
    order: str | int | None = None


@dataclass(frozen=True)
class Row:
    """A row, and the words by which it is found that it does not show."""

    cells: tuple[Cell, ...]
    also: str = ""

    @functools.cached_property
    def found_by(self) -> str:
        """The words by which it is found, folded: made when somebody first looks for any, for lists are long."""
        return folded(" ".join((*(f"{cell.said} {cell.note}" for cell in self.cells), self.also)))


class Table(msgspec.Struct, frozen=True):
    """A list: its name, columns and rows in the order in which they are told."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def row(*cells: Cell | str | int, also: str = "") -> Row:
    """A row of cells; `also` are words that find it and are not shown."""
    return Row(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells), also)


def folded(words: str) -> str:
    """Words without case and accents, as they are looked for and sorted."""
    if words.isascii():
        return words.lower()
    return unicodedata.normalize("NFKD", words.casefold()).translate(_marks())


@functools.cache
def _marks() -> dict[int, None]:
    """The marks that stand on letters, to be left out."""
    return {code: None for code in range(0x300, 0x10000) if unicodedata.combining(chr(code))}


def answer(
    request: HttpRequest, table: Table, form: str, *, template: str = "comity/list.html", **values: Any
) -> HttpResponse:
    """The page of a list, or with a `form` its file."""
    if form:
        return file(request, sheet(request, table), form)
    return render(request, template, {"title": table.title, **values, **shown(request, table)})


def shown(request: HttpRequest, table: Table) -> dict[str, Any]:
    """What `comity/_list.html` needs to show a list as the address asks for it."""
    rows = _kept(request, table)
    place = page_number(request)
    part = rows[(place - 1) * PAGE : place * PAGE]
    if not part and place > 1:
        raise Http404
    return {
        "table": table,
        "rows": part,
        "heads": heads(request, table.columns),
        "sorted": len(table.rows) > 1,
        "asked": _asked(request),
        # What a form that filters keeps of the address: the order, and another moment.
        "hidden": [(name, value) for name, value in request.GET.items() if name not in ("q", "page", "lang")],
        "filtered": len(table.rows) > FEW,
        "whole": len(table.rows),
        **pages_of(len(rows), place),
    }


def sheet(request: HttpRequest, table: Table) -> sheets.Sheet:
    """A list to take away, as the address filters and sorts it; with the address of what each row is of."""
    site = request.build_absolute_uri("/").rstrip("/")
    columns = [(one.key, one.name) for one in table.columns]
    linked = any(_leads(one) for one in table.rows)
    if linked:
        columns.append(("link", text("sheet.link", language(request))))
    rows = [
        (*(cell.said for cell in one.cells), *([f"{site}{_leads(one)}"] if linked else []))
        for one in _kept(request, table)
    ]
    return sheets.Sheet(title=table.title, columns=tuple(columns), rows=tuple(rows))


def _leads(one: Row) -> str:
    """Where a row leads: the first address in it."""
    return next((cell.address for cell in one.cells if cell.address), "")


def with_form(address: str, form: str) -> str:
    """The address of a page, or of its file in a form."""
    return f"{address.rstrip('/')}.{form}" if form else address


def file(request: HttpRequest, told: sheets.Sheet, form: str) -> HttpResponse:
    """A table as a file that is named after its address."""
    response = HttpResponse(sheets.of_table(form, told, language(request)), content_type=sheets.TYPES[form])
    name = request.path.strip("/").replace("/", "-").encode("ascii", "replace").decode().replace('"', "")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _kept(request: HttpRequest, table: Table) -> Sequence[Row]:
    """The rows that the address asks for, in its order."""
    words = folded(_asked(request)).split()
    rows: Sequence[Row] = table.rows
    if words:
        rows = [one for one in rows if all(word in one.found_by for word in words)]
    asked = request.GET.get("sort", "")
    place = next((at for at, one in enumerate(table.columns) if one.key == asked.removeprefix("-")), None)
    if place is None:
        return rows
    return sorted(rows, key=lambda one: _order(one.cells[place]), reverse=asked.startswith("-"))


def _order(cell: Cell) -> tuple[bool, int | float, str]:
    """What a cell is sorted by: numbers by size, words by their letters, nothing last."""
    value = cell.said if cell.order is None else cell.order
    if isinstance(value, str):
        return (not value.strip("–"), 0, folded(value))
    return (False, value, "")


def _asked(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST]


def heads(request: HttpRequest, columns: Sequence[Column]) -> list[dict[str, Any]]:
    """The headings, each with the address that sorts by it; numbers begin with the largest."""
    asked = request.GET.get("sort", "")
    told = []
    for one in columns:
        now = {one.key: "ascending", f"-{one.key}": "descending"}.get(asked, "")
        first, second = (f"-{one.key}", one.key) if one.number else (one.key, f"-{one.key}")
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = second if asked == first else first
        told.append({"column": one, "sorted": now, "address": f"?{query.urlencode()}"})
    return told


def page_number(request: HttpRequest) -> int:
    """The page of a list that is asked for; 404 for one that is no number."""
    asked = request.GET.get("page", "1")
    if not asked.isascii() or not asked.isdigit() or not 1 <= int(asked[:9]) < 10**6:
        raise Http404
    return int(asked[:9])


def pages_of(total: int, place: int) -> dict[str, Any]:
    """What a list's pager needs."""
    last = max(1, -(-total // PAGE))
    return {
        "total": total,
        "place": place,
        "last": last,
        "before": place - 1 if place > 1 else None,
        "after": place + 1 if place < last else None,
    }
