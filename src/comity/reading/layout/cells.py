"""Where the cells of one line of a table stand, and which lines are divided into columns."""

from __future__ import annotations

import itertools
import re

from comity.model.claim import Span
from comity.reading.layout.lines import ITEM, stripped

_BAR = re.compile(r"(?<=\s)\|(?=\s|$)")
"""A bar that divides columns."""
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")


def divided_lines(text: str, lines: list[Span]) -> tuple[int, int] | None:
    """The first run of three or more lines that bars, tabs or wide gaps divide alike, as indices of lines.

    Below a header of two bars or more, a row may want the last ones: its last cells are empty.
    """
    if len(lines) < 3:
        return None
    first, bars, sign = 0, 0, ""
    for index, (start, end) in enumerate([*lines, (0, 0)]):
        count, divider = _divided(text, start, end)
        short = divider == sign == "|" and bars > 1 and 0 < count <= bars
        if not count or divider != sign or not (count == bars or short):
            if bars and index - first >= 3:
                return first, index
            first, bars, sign = index, count, divider
    return None


def _divided(text: str, start: int, end: int) -> tuple[int, str]:
    """How many signs divide a line into columns, and which."""
    bars = len(_BAR.findall(text, start, end)) if text.find("|", start, end) >= 0 else 0
    if bars:
        return bars, "|"
    tabs = text.count("\t", start + 1, end)
    return (tabs, "\t") if tabs else (_gaps(text, start, end), " ")


def _gaps(text: str, start: int, end: int) -> int:
    """How many wide gaps divide a line into columns ("2001    964.2    502.1"), that behind an item's sign left out.

    One before the first word counts where others follow: the header of a first column is often empty.
    """
    marker = ITEM.match(text, start, end)
    start = marker.end() if marker else start
    count = len(_GAP.findall(text, start, end)) if text.find("   ", start, end) >= 0 else 0
    return count + 1 if count > 1 and text.startswith("   ", start) else count


def grid_columns(text: str, start: int, end: int) -> list[int]:
    """Where the columns of a grid table begin, counted from the start of its lines."""
    return [at - start for at in range(start, end) if text[at] == "+"]


def cells_of(text: str, start: int, end: int, bars: list[int]) -> list[Span]:
    """The cells of a table's line; a template of a wiki that a bar broke is one cell again."""
    found = _grid_cells(text, start, end, bars) or _piped_cells(text, start, end)
    joined: list[Span] = []
    for first, last in found:
        if joined and text.count("{{", *joined[-1]) > text.count("}}", *joined[-1]):
            joined[-1] = (joined[-1][0], max(last, first))
        else:
            joined.append((first, last))
    return joined


def _grid_cells(text: str, start: int, end: int, bars: list[int]) -> list[Span]:
    """Cells by the columns of the grid; none where the line does not keep to them (wide characters)."""
    if len(bars) < 2 or any(start + bar >= end or text[start + bar] not in "|+" for bar in bars):
        return []
    found = []
    for first, last in itertools.pairwise(bars):
        begin, stop = stripped(text, start + first + 1, start + last)
        if text[begin:stop].startswith("| "):  # a line block keeps its bar
            begin, stop = stripped(text, begin + 1, stop)
        found.append((begin, stop))
    return found


def _piped_cells(text: str, start: int, end: int) -> list[Span]:
    """Cells that bars, tabs or, where a line has neither, wide gaps divide."""
    indented = text.startswith("   ", start)
    start, end = stripped(text, start, end)
    if text[start:end].startswith("|"):
        start += 1
    if start < end and text[end - 1] == "|":
        end -= 1
    found = []
    sign = "|" if text.find("|", start, end) >= 0 else "\t"
    if sign == "\t" and text.find(sign, start, end) < 0:
        cells = _gapped_cells(text, start, end)
        return [(start, start), *cells] if indented and len(cells) > 2 else cells
    while start <= end:
        bar = text.find(sign, start, end)
        bar = end if bar < 0 else bar
        found.append(stripped(text, start, bar))
        start = bar + 1
    return found


def _gapped_cells(text: str, start: int, end: int) -> list[Span]:
    """Cells that wide gaps divide."""
    found, first = [], start
    for gap in _GAP.finditer(text, start, end):
        found.append(stripped(text, first, gap.start()))
        first = gap.end()
    return [*found, stripped(text, first, end)]


def slices(text: str, line: Span, columns: list[int]) -> list[Span]:
    """The parts of a line that stand under the columns' rules."""
    start, end = line
    stops = [*columns[1:], end - start]
    return [
        stripped(text, min(start + (first if number else 0), end), min(start + stop, end))
        for number, (first, stop) in enumerate(zip(columns, stops, strict=True))
    ]
