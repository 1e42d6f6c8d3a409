"""Rows of tables: the state that each is about, its cells, and what all of them say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from comity.reading.cascade.page import Page
from comity.reading.dates import find_dates
from comity.reading.discourse import Context
from comity.reading.layout.block import Block
from comity.reading.phrases import phrases
from comity.reading.units import Unit

_FIRST_CELL = 60
"""Signs that the first cell of a row has at most where it names the state of the row."""


def cells_of(blocks: Sequence[Block]) -> dict[int, tuple[Block, ...]]:
    """The cells of each row."""
    cells: dict[int, tuple[Block, ...]] = {}
    for block in blocks:
        if block.row >= 0:
            cells[block.row] = (*cells.get(block.row, ()), block)
    return cells


def states_of_rows(page: Page, context: Context) -> dict[int, str]:
    """The state that each row of a table is about: that of its first cell, else the one it names most beside the
    page's own (flags are lost when a page becomes text)."""
    named_in: dict[int, list[str]] = {}
    first: dict[int, str] = {}
    for block in page.blocks:
        if block.row < 0:
            continue
        found = [state for state in page.states_in(block, block.end) if state != context.home]
        named_in.setdefault(block.row, []).extend(found)
        if block.column == 0 and len(set(found)) == 1 and block.end - block.start < _FIRST_CELL:
            first[block.row] = found[0]
    if context.dyad:
        return first
    counted = {row: Counter(states).most_common(1)[0][0] for row, states in named_in.items() if states}
    return counted | first


def units_of_row(page: Page, context: Context) -> list[Unit]:
    """The units of all cells of the present table row, as their words alone tell them."""
    found: list[Unit] = []
    for cell in context.row:
        dates = [
            one
            for one in find_dates(page.text, cell.start, cell.end, page.language.code, context.dates)
            if one.date is not None
        ]
        found.extend(phrases(page.text, cell.start, cell.end, page.language, dates, ()))
    return found
