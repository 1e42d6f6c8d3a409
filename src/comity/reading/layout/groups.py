"""A text into runs of lines that no empty line divides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.model.claim import Span
from comity.reading.layout.lines import is_table

_BULLETS = "•▪●◦‣"
_BULLET = re.compile(r"(?:^|(?<=\s))[•▪●◦‣]")
"""A sign that begins an item wherever it stands: lists are pasted into one line."""


def groups_of(text: str) -> Iterator[tuple[list[Span], int]]:
    """Runs of lines that no empty line divides, each with the number of empty lines before it."""
    group: list[Span] = []
    start, blank, before = 0, 1, 1
    size = len(text)
    bullets = [sign for sign in _BULLETS if sign in text]
    tabled = False
    while start <= size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        if end - start >= 400 or text[start:end].strip():
            table = is_table(text[start : min(end, start + 4)])
            if not group:
                before = blank
            elif table != tabled:
                yield group, before
                group, before = [], 0
            if bullets:
                group.extend(_bulleted(text, start, end, bullets))
            else:
                group.append((start, end))
            tabled = table and group[-1][0] == start
            blank = 0
        else:
            if group:
                yield group, before
                group = []
            blank += 1
        start = end + 1
    if group:
        yield group, before


def _bulleted(text: str, start: int, end: int, bullets: Sequence[str]) -> list[Span]:
    """A line as it is, or in parts where several bullets stand in it: "• A (1966) • B (1999)"."""
    if not any(text.count(sign, start, end) > 1 for sign in bullets):
        return [(start, end)]
    marks = [found.start() for found in _BULLET.finditer(text, start, end)]
    if len(marks) < 2:
        return [(start, end)]
    starts = marks if not text[start : marks[0]].strip() else [start, *marks]
    return list(zip(starts, [*starts[1:], end], strict=True))
