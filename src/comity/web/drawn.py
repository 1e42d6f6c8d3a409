"""Tables that a text draws with bars and rules, found with where each of their cells stands.

    +-------+----------------+
    | State | Relations      |
    +=======+================+
    | Peru  | 1 May 1962     |
    +-------+----------------+

A cell may have several lines: what stands between two rules is one row. Where there are no rules, each line is a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from comity.model.claim import Span

_BLOCK = re.compile(r"(?:^[ \t]*[|+][^\n]*[|+][ \t]*(?:\n|\Z))+", re.MULTILINE)
"""Lines that begin and end with a bar or the corner of a rule."""
_RULED = frozenset("+|-=: \t")
"""What a rule is drawn with: above and below a row, below the head perhaps with `=`."""
_LEAST = 2
"""Cells of a row: what has fewer is no table."""


@dataclass(frozen=True)
class Row:
    """A row: whether it is of the head, and the runs of the text in each cell, line by line, empty for a blank one."""

    cells: tuple[tuple[Span, ...], ...]
    head: bool = False


@dataclass(frozen=True)
class Table:
    """A table and where it stands, whole lines."""

    start: int
    end: int
    rows: tuple[Row, ...]


def tables(text: str) -> list[Table]:
    """The tables of a text, in order. What looks like one and has rows of unequal length is none."""
    found = []
    for block in _BLOCK.finditer(text):
        rows = _rows(text, *block.span())
        if len(rows) > 1 or any(len(lines) > 1 for row in rows for lines in row.cells):
            found.append(Table(block.start(), block.end(), tuple(rows)))
    return found


def _rows(text: str, start: int, end: int) -> list[Row]:
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text[start:end])]
    lines = [(start + first, start + last) for first, last in lines]
    ruled = [_is_rule(text[slice(*line)]) for line in lines]
    # Rules between rows, and not below a head alone, make one row of all lines between two of them.
    several = sum(ruled) > _LEAST
    bars = _bars(text, next((line for line, rule in zip(lines, ruled, strict=True) if rule), lines[0]))
    rows: list[Row] = []
    gathered: list[list[Span]] = []
    for line, rule in zip(lines, ruled, strict=True):
        if rule:
            rows += _row(text, gathered)
            gathered = []
            below = not several and line != lines[-1]
            if rows and ("=" in text[slice(*line)] or below):
                rows = [Row(row.cells, head=True) for row in rows]
            continue
        cells = _cells(text, line, bars)
        if cells is None or (gathered and len(cells) != len(gathered[0])):
            return []
        gathered.append(cells)
        if not several:
            rows += _row(text, gathered)
            gathered = []
    rows += _row(text, gathered)
    return rows if len({len(row.cells) for row in rows}) == 1 else []


def _is_rule(line: str) -> bool:
    return set(line) <= _RULED and ("-" in line or "=" in line)


def _bars(text: str, line: Span) -> list[int]:
    """How far from the beginning of a line the corners or bars stand."""
    return [at - line[0] for at in range(*line) if text[at] in "+|"]


def _cells(text: str, line: Span, bars: list[int]) -> list[Span] | None:
    """The cells of a line: between the bars that stand where the corners do, else between all; `None` for none."""
    first, last = line
    there = [first + bar for bar in bars]
    if not all(at < last and text[at] == "|" for at in there):
        there = [at for at in range(first, last) if text[at] == "|"]
        if len(there) != len(bars):
            return None
    # No word may stand before the first bar or behind the last.
    if len(there) <= _LEAST or text[first : there[0]].strip() or text[there[-1] + 1 : last].strip():
        return None
    return [(one + 1, other) for one, other in pairwise(there)]


def _row(text: str, gathered: list[list[Span]]) -> list[Row]:
    """The row of gathered lines, without the blanks around its words; nothing where none are."""
    if not gathered:
        return []
    return [Row(tuple(_lines(text, column) for column in zip(*gathered, strict=True)))]


def _lines(text: str, column: tuple[Span, ...]) -> tuple[Span, ...]:
    """The lines of a cell, blank ones at its end and beginning left out."""
    bare = []
    for start, end in column:
        words = text[start:end]
        left = start + len(words) - len(words.lstrip())
        bare.append((left, left + len(words.strip())))
    while bare and bare[-1][0] == bare[-1][1]:
        bare.pop()
    while bare and bare[0][0] == bare[0][1]:
        bare.pop(0)
    return tuple(bare)
