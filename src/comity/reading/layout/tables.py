"""Tables of all kinds into cells: grids, pipes, bars, and columns ruled with dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.layout.block import Block
from comity.reading.layout.cells import cells_of, grid_columns, slices
from comity.reading.layout.lines import ITEM
from comity.reading.layout.outline import Outline

_RULE = re.compile(r"[ \t]*\+[-=+:]+\+?[ \t]*$|[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$|[ \t]*[-=_*]{4,}[-= \t]*$")
"""A line that divides rows."""
_HEADER_RULE = re.compile(r"[ \t]*\+=[=+:]*\+?[ \t]*$|[ \t]*\|[ \t]*:?-{3,}[-:| \t]*$")
"""A line that divides a table's headers from its rows."""
COLUMNS = re.compile(r"[ \t]*-{3,}(?:[ \t]+-{3,})+[ \t]*$")
"""A line of dashes that rules several columns."""
_BARE = re.compile(r"[\d\s.,–-]+(?:г\.?|гг\.?)?$")
"""A cell that holds a number or year and nothing else."""
_WORD = re.compile(r"[^\W\d_]{4}")
_DASHES = re.compile(r"-{3,}")


def read_table(outline: Outline, lines: list[Span]) -> Iterator[Block]:
    """A grid or pipe table; every line of a cell is a block of its own."""
    text = outline.text
    ruled = any(text[start:end].lstrip().startswith("+") for start, end in lines)
    above = (*outline.above(), outline.caption) if outline.caption else outline.above()
    bars = grid_columns(text, *lines[0]) if ruled else []
    rows, header_rows = _rows(text, lines, ruled)
    if not header_rows and not ruled:
        if _names_values(text, rows):
            yield from _values(outline, rows, above)
            return
        header_rows = 1 if len(rows) > 1 and not _is_entry(text, rows[0]) else 0
    headers: dict[int, str] = {}
    for row in rows[:header_rows]:
        for line in row:
            for column, (start, end) in enumerate(cells_of(text, *line, bars)):
                headers[column] = (headers.get(column, "") + " " + text[start:end]).strip()
    for row in rows[header_rows:]:
        outline.row += 1
        for line in row:
            for column, (start, end) in enumerate(cells_of(text, *line, bars)):
                marker = ITEM.match(text, start, end)
                start = marker.end() if marker else start
                if start < end:
                    yield outline.cell((start, end), above, column, headers.get(column, ""))


def _rows(text: str, lines: list[Span], ruled: bool) -> tuple[list[list[Span]], int]:
    """The rows of a table, each with its lines, and how many of them are headers by a rule below."""
    rows: list[list[Span]] = [[]]
    header_rows = 0
    for start, end in lines:
        line = text[start:end]
        is_rule = bool(_RULE.match(line))
        if rows[-1] and (is_rule or not ruled):
            rows.append([])
        if not is_rule:
            rows[-1].append((start, end))
        elif _HEADER_RULE.match(line):
            header_rows = len(rows) - 1
    return [row for row in rows if row], header_rows


def _names_values(text: str, rows: list[list[Span]]) -> bool:
    """Whether a table without headers has a name and its value in each row: "Embassy in X | opened in 2009"."""
    cells = [cells_of(text, *line, []) for row in rows for line in row]
    if not cells or any(len(row) != 2 or not all(start < end for start, end in row) for row in cells):
        return False
    first, value = (text[start:end] for start, end in cells[0])
    return any(map(str.isdigit, first + value)) and not _BARE.match(value)


def _values(outline: Outline, rows: list[list[Span]], above: tuple[str, ...]) -> Iterator[Block]:
    """The rows of a table of names and values, a paragraph each."""
    for row in rows:
        cells = cells_of(outline.text, *row[0], [])
        yield outline.values((cells[0][0], cells[-1][1]), above)


def _is_entry(text: str, row: list[Span]) -> bool:
    """Whether the first row of a table is no header but an entry: it begins with a number, and words follow."""
    cells = [text[start:end] for start, end in cells_of(text, *row[0], [])]
    return cells[0][:1].isdigit() and any(_WORD.search(cell) for cell in cells[1:])


def read_ruled_table(outline: Outline, lines: list[Span], ruled: int) -> Iterator[Block]:
    """A table whose columns are ruled with dashes below the headers and divided by spaces."""
    text = outline.text
    start, end = lines[ruled]
    columns = [match.start() - start for match in _DASHES.finditer(text, start, end)]
    headers = ["" for _ in columns]
    for line in lines[:ruled]:
        for column, (first, last) in enumerate(slices(text, line, columns)):
            headers[column] = f"{headers[column]} {text[first:last].lstrip('| ')}".strip()
    for line in lines[ruled + 1 :]:
        if COLUMNS.match(text, *line):
            continue
        outline.row += 1
        for column, (first, last) in enumerate(slices(text, line, columns)):
            if first < last:
                yield outline.cell((first, last), outline.above(), column, headers[column])
