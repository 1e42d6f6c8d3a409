"""A run of lines that is no table: headings, paragraphs, items, and a table of bare columns amid them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.layout.block import Block
from comity.reading.layout.cells import divided_lines
from comity.reading.layout.lines import FOOTNOTE, ITEM, WRAPPED, is_long, may_be_heading, stripped
from comity.reading.layout.lists import listed_lines
from comity.reading.layout.outline import Outline
from comity.reading.layout.spaced import read_spaced, spaced_lines
from comity.reading.layout.tables import read_table
from comity.reading.layout.titles import heads_lines, title_lines
from comity.reading.layout.wrapping import goes_on

_HASHES = re.compile(r"[ \t]*(#{1,6})[ \t]+(?=\S)")
"""The signs of a heading in Markdown."""


def read_prose(outline: Outline, lines: list[Span], gap: int, opens: bool = False) -> Iterator[Block]:
    """A run of lines without an empty line between them; `opens` where a table or list follows."""
    text = outline.text
    hashes = _HASHES.match(text, *lines[0])
    if hashes:
        start, end = stripped(text, hashes.end(), lines[0][1])
        yield outline.heading(start, end, len(hashes.group(1)))
        if len(lines) > 1:
            yield from read_prose(outline, lines[1:], 0)
        return
    if len(lines) == 1 and is_long(text, *lines[0]):
        yield outline.paragraph(lines[0])
        return
    barred = divided_lines(text, lines)
    if barred:
        yield from _around_table(outline, lines, *barred, gap)
        return
    spaced = spaced_lines(text, lines)
    if spaced:
        yield from _around_spaced(outline, lines, *spaced, gap)
        return
    if len(lines) == 1 and may_be_heading(text, *lines[0]):
        start, end = stripped(text, *lines[0])
        yield outline.heading(start, end, 1 if gap >= 2 else 2)
        return
    titles = title_lines(text, lines, opens)
    if len(lines) > 1 and not titles and heads_lines(text, lines):
        titles = {0}
    listing = listed_lines(text, lines)
    pending: Span | None = None
    listed = False
    width = max((end - start for start, end in lines if end - start <= WRAPPED), default=0)
    for index, (start, end) in enumerate(lines):
        if index in titles:
            if pending:
                yield outline.item(pending) if listed else outline.paragraph(pending)
            pending = None
            yield outline.heading(*stripped(text, start, end), 3)
            continue
        marker = ITEM.match(text, start, end)
        footnote = FOOTNOTE.match(text, start)
        if (
            pending
            and not marker
            and not footnote
            and index not in listing
            and goes_on(text, pending, (start, end), width, listed)
        ):
            pending = (pending[0], end)
            continue
        if pending:
            yield outline.item(pending) if listed else outline.paragraph(pending)
            if marker and not listed and may_be_heading(text, *pending):  # a title right above its list
                outline.lead = stripped(text, *pending)
        pending = None if footnote else (marker.end() if marker else start, end)
        listed = bool(marker) or index in listing
    if pending:
        yield outline.item(pending) if listed else outline.paragraph(pending)


def _around_spaced(outline: Outline, lines: list[Span], first: int, last: int, gap: int) -> Iterator[Block]:
    """Prose with a table in it whose columns only single spaces divide; the line right above it is its caption."""
    if first == 1:
        yield outline.paragraph(lines[0])  # no title of what follows behind the table
    elif first:
        yield from read_prose(outline, lines[:first], gap, opens=True)
    if first:
        outline.caption = outline.text[slice(*stripped(outline.text, *lines[first - 1]))]
    yield from read_spaced(outline, lines[first:last])
    if last < len(lines):
        yield from read_prose(outline, lines[last:], 0)


def _around_table(outline: Outline, lines: list[Span], first: int, last: int, gap: int) -> Iterator[Block]:
    """Prose with a table in it whose columns are divided by bars or tabs alone: "Year | Exports | Imports"."""
    if first:
        yield from read_prose(outline, lines[:first], gap, opens=True)
    yield from read_table(outline, lines[first:last])
    if last < len(lines):
        yield from read_prose(outline, lines[last:], 0)
