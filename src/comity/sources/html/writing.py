"""The text of an element of a web page: its paragraphs, lists and tables as lines, each run with its place."""

from __future__ import annotations

import html
import re

from comity.model.document import Anchor
from comity.sources.html.markup import BLOCK, HEADINGS, Node, Page
from comity.sources.html.tables import data_tables
from comity.sources.words import words
from comity.sources.writer import Writer

_REFERENCE = re.compile(r"(&(?:#\d{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)|\x00)+")
_PARAGRAPHS = words(
    "p div section article main blockquote figure fieldset pre table dl ul ol h1 h2 h3 h4 h5 h6 header"
    " hgroup address details center form hr dir"
)
_LISTS = words("ul ol dir")
_PARTS = words("tr td th")
_CELLS = words("td th")
_REPEATED = 200
"""Characters of a cell that is written again in each row it spans."""


class Writing:
    """An element of a page as text. A loop over its events, not a recursion: nesting has no limit."""

    def __init__(self, page: Page, out: Writer) -> None:
        self._page = page
        self._out = out
        self._data = data_tables(page)
        self.copies = max(100_000, len(page.source))
        """How many characters may still be written for cells that span others."""
        self._lists = 0
        self._pre = 0
        self._named = 0
        """How much was written when the last term of a definition list ended."""
        self._table: _Table | None = None

    def write(self, root: Node) -> None:
        """Write all that is in an element and not left out."""
        self._lists = self._pre = self._named = 0
        events = self._page.events
        at = root.first
        while at <= root.last:
            kind, node, start, end = events[at]
            at += 1
            if kind == "t":
                self._words(node, start, end)
            elif kind == ">":
                self._close(node)
            elif node.drop and node is not root:
                # Words on both sides of something left out do not run together, unless it was a note's number.
                if node.tag in BLOCK:
                    self._out.line()
                at = node.last + 1
            else:
                self._open(node)
        if self._table is not None:
            self._table.close_row()
            self._table = None

    def _words(self, node: Node, start: int, end: int) -> None:
        if self._table is None or self._table.in_cell or node.tag == "caption":
            self._text(node, start, end, self._pre > 0)
        elif not self._page.source[start:end].isspace():
            # Words in a table outside its cells: browsers show them before it.
            self._out.line()
            self._text(node, start, end, False)

    def _open(self, node: Node) -> None:
        """An element begins."""
        out, tag, table = self._out, node.tag, self._table
        if tag == "br":
            out.hard_line() if table is None or not table.in_cell else out.space()
        elif tag == "pre":
            self._pre += 1
        if tag == "table" and node in self._data:
            out.paragraph()
            self._table = _Table(out, self)
        elif table is not None and tag in _PARTS:
            table.open(tag, node)
        elif tag in _LISTS:
            self._part(tag)
            self._lists += 1
        elif tag == "li":
            out.item(self._lists - 1 if self._lists else 0)
        else:
            self._part(tag)
        if tag == "dd" and 0 < self._named == out.length and node.kept:
            out.value()

    def _close(self, node: Node) -> None:
        """An element ends."""
        tag, table = node.tag, self._table
        if tag == "table" and node in self._data:
            if table is not None:
                table.close_row()
            self._table = None
            self._out.paragraph()
        elif table is not None and tag in _PARTS:
            table.close(tag)
        else:
            self._lists -= tag in _LISTS
            self._part(tag)
        if tag == "pre":
            self._pre -= 1
        elif tag == "dt":
            self._named = self._out.length if node.kept else 0

    def _part(self, tag: str) -> None:
        """What parts an element's text from that beside it: the end of a paragraph, or of a line in a list."""
        if tag in _PARAGRAPHS or (tag in _CELLS and self._table is None):
            self._out.line() if self._lists and tag not in HEADINGS else self._out.paragraph()
        elif tag in BLOCK:
            self._out.line()

    def _text(self, node: Node, start: int, end: int, pre: bool) -> None:
        source = self._page.source
        raw = source[start:end]
        place = self._page.path(node)
        if pre:
            for i, line in enumerate(re.split(r"\r\n|\r|\n", raw)):
                if i:
                    self._out.hard_line()
                self._line(line, place, start)
                start += len(line) + (2 if source.startswith("\r\n", start + len(line)) else 1)
        else:
            self._line(raw, place, start)

    def _line(self, raw: str, place: str, start: int) -> None:
        if "&" not in raw and "\x00" not in raw:
            self._out.words(raw, place, start)
            return
        at = 0
        for found in _REFERENCE.finditer(raw):
            said = html.unescape(found[0].replace("\x00", "\N{REPLACEMENT CHARACTER}"))
            if said == found[0]:
                continue
            self._out.words(raw[at : found.start()], place, start + at)
            self._out.words(said, place)
            at = found.end()
        self._out.words(raw[at:], place, start + at)


class _Table:
    """A data table while it is written: which cell is open, and the cells of rows above that reach down."""

    def __init__(self, out: Writer, room: Writing) -> None:
        self._out = out
        self._room = room
        self.in_cell = False
        self.in_row = False
        self._column = 0
        self._begin = 0
        self._span = (1, 1)
        self._reaching: dict[int, tuple[int, str, list[Anchor], int]] = {}

    def open(self, tag: str, node: Node) -> None:
        """A row or a cell begins."""
        if tag == "tr":
            self.close_row()
            return
        if self.in_cell:
            self.close("td")
        if not self.in_row:
            self._out.row()
            self.in_row, self._column = True, 0
        self._reach_down()
        self._out.cell()
        self.in_cell = True
        self._begin = self._out.length
        self._span = (_number(node.attrs.get("rowspan")), _number(node.attrs.get("colspan")))

    def close(self, tag: str) -> None:
        """A row or a cell ends."""
        if tag == "tr":
            self.close_row()
        elif self.in_cell:
            rows, columns = self._span
            if rows > 1 and self._out.length - self._begin <= _REPEATED:
                copy = self._out.text_since(self._begin), self._out.anchors_since(self._begin), self._begin
                self._reaching[self._column] = (rows - 1, *copy)
            self._out.end_cell()
            self.in_cell = False
            self._column += 1
            for _ in range(columns - 1 if self._room.copies > 0 else 0):
                self._room.copies -= 3
                self._out.cell()
                self._out.end_cell()
                self._column += 1

    def close_row(self) -> None:
        """End the row if one is open."""
        if self.in_cell:
            self.close("td")
        if self.in_row:
            self._reach_down()
            self._out.end_row()
            self.in_row = False

    def _reach_down(self) -> None:
        while self._column in self._reaching:
            left, text, anchors, begin = self._reaching.pop(self._column)
            self._room.copies -= len(text) + 3
            self._out.cell()
            self._out.again(text, anchors, begin)
            self._out.end_cell()
            if left > 1 and self._room.copies > 0:
                self._reaching[self._column] = (left - 1, text, anchors, begin)
            self._column += 1


def _number(value: str | None) -> int:
    """A span as browsers read it, but no larger than any honest table's: what it repeats is written out."""
    return (
        min(max(int(value), 1), 60) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
    )
