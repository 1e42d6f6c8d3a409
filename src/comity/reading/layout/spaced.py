"""Tables whose columns only single spaces divide, as text taken from a printed page has them.

A line of periods, below it lines of a word and as many figures ("exports 108.9 113.2"); or a line of words, below it
lines of a year and its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.model.claim import Span
from comity.reading.layout.block import Block
from comity.reading.layout.lines import SHORT, stripped
from comity.reading.layout.outline import Outline

_PERIOD = (
    r"(?:(?:[QH][1-4]|[^\W\d_]{3,9}\.?\s?[–—-]\s?[^\W\d_]{3,9}\.?)\s)?"
    r"(?:19|20)\d\d(?:[–/-](?:\d\d){1,2})?(?:\s?гг?\.?)?"
)
"""A year, a financial year, months of a year: "2018 г.", "2019-20", "Jan.–March 2020"."""
_PERIODS = re.compile(rf"\s*(?:[^\W\d][^\d\n]{{0,40}}?\s)?(?P<cells>{_PERIOD}(?:\s+{_PERIOD})+)\s*$")
_ONE_PERIOD = re.compile(_PERIOD)
_FIGURE = r"[+−–-]?\d+(?:[.,]\d+)*%?"
_NAMED_ROW = re.compile(rf"\s*(?P<label>[^\W\d][^\d\n]{{1,60}}?)(?P<cells>(?:\s+{_FIGURE})+)\s*$")
_DATED_ROW = re.compile(rf"\s*(?P<label>{_PERIOD})(?P<cells>(?:\s+{_FIGURE}){{2,}})\s*$")
_WORDS = re.compile(r"\s*(?P<cells>[^\W\d_]+(?:\s+[^\W\d_]+){1,6})\s*$")
_TOKEN = re.compile(r"\S+")

Row = tuple[Span, list[Span]]
"""The label of a row and its figures."""


def spaced_lines(text: str, lines: Sequence[Span]) -> tuple[int, int] | None:
    """The first line that heads such a table and the line behind its last row, as indices of lines."""
    if len(lines) < 2:
        return None
    for first, line in enumerate(lines[:-1]):
        headers = _headers(text, line)
        if not headers:
            continue
        last = first + 1
        while last < len(lines) and _row(text, lines[last], headers):
            last += 1
        if last > first + 1:
            return first, last
    return None


def read_spaced(outline: Outline, lines: Sequence[Span]) -> Iterator[Block]:
    """The rows below the first line, a cell for the label and one for each figure."""
    text = outline.text
    headers = _headers(text, lines[0])
    above = outline.above_table()
    for line in lines[1:]:
        row = _row(text, line, headers)
        if row is None:
            continue
        outline.row += 1
        label, figures = row
        yield outline.cell(label, above, 0, "")
        for column, (span, header) in enumerate(zip(figures, headers[-len(figures) :], strict=True), 1):
            yield outline.cell(span, above, column, header)


def _headers(text: str, line: Span) -> list[str]:
    """The headers of the columns that a line names: periods, or words of which the first may head the labels."""
    if line[1] - line[0] > 2 * SHORT:
        return []
    if (found := _PERIODS.match(text, *line)) is not None:
        return [one.group() for one in _ONE_PERIOD.finditer(text, *found.span("cells"))]
    found = _WORDS.match(text, *line)
    return text[found.start("cells") : found.end("cells")].split() if found is not None else []


def _row(text: str, line: Span, headers: Sequence[str]) -> Row | None:
    """A row that fits the headers; one of years and figures has no header above its years, or one."""
    columns, periods = len(headers), _ONE_PERIOD.fullmatch(headers[0]) is not None
    if line[1] - line[0] > 2 * SHORT:
        return None
    found = (_NAMED_ROW if periods else _DATED_ROW).match(text, *line)
    if found is None:
        return None
    figures = [one.span() for one in _TOKEN.finditer(text, *found.span("cells"))]
    if len(figures) != columns and (periods or len(figures) != columns - 1):
        return None
    return stripped(text, *found.span("label")), figures
