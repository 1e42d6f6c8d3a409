"""Which tables of a web page hold data, and which only lay the page out."""

from __future__ import annotations

from dataclasses import dataclass

from comity.sources.html.markup import HEADINGS, Node, Page

_LONG = 1000
"""Characters of a cell that is prose."""
_FRAME = 150
"""Characters from which one cell with most of the words is a page in a frame."""


@dataclass
class _Seen:
    """What was seen in one table, the tables within it apart."""

    node: Node
    layout: bool = False
    rows: int = 0
    cells: int = 0
    headers: int = 0
    long: int = 0
    paragraphs: int = 0
    most: int = 0

    def holds_data(self) -> bool:
        rows, cells = self.rows, self.cells
        framed = not self.headers and rows < 6 and self.most > max(_FRAME, 0.6 * self.node.kept)
        prose = framed or self.paragraphs > 2 * cells or self.long > (0.5 * rows if self.headers else 0)
        return not self.layout and not prose and rows >= 2 and cells >= 1.5 * rows


def data_tables(page: Page) -> frozenset[Node]:
    """The tables that hold data."""
    seen: list[_Seen] = []
    owner: dict[Node, _Seen] = {}  # the innermost table around an element, itself included
    cells: dict[Node, Node] = {}  # the innermost cell, likewise
    paragraphs: dict[Node, int] = {}
    for node in page.nodes:
        above = owner.get(node.parent) if node.parent is not None else None
        cell = cells.get(node.parent) if node.parent is not None else None
        if node.tag == "table":
            if above is not None and node.kept:
                above.layout = True
            above = _Seen(node)
            seen.append(above)
        elif above is not None:
            _count(above, node)
            if node.tag == "p" and node.kept and cell is not None:
                paragraphs[cell] = paragraphs.get(cell, 0) + 1
                above.layout |= paragraphs[cell] > 2
        if above is not None:
            owner[node] = above
        if node.tag in ("td", "th"):
            cells[node] = node
        elif cell is not None:
            cells[node] = cell
    return frozenset(table.node for table in seen if table.holds_data())


def _count(table: _Seen, node: Node) -> None:
    """Take note of one element of a table."""
    if node.tag == "tr":
        table.rows += 1
    elif node.tag in ("td", "th"):
        table.cells += 1
        table.headers += node.tag == "th"
        table.long += node.kept > _LONG
        table.most = max(table.most, node.kept)
    elif node.tag in HEADINGS:
        table.layout = True
    elif node.tag == "p" and node.kept:
        table.paragraphs += 1
