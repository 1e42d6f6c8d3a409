"""Lists without signs: which lines a colon before them makes items."""

from __future__ import annotations

from comity.model.claim import Span
from comity.reading.layout.lines import ITEM, SHORT, stripped

_LEAST_LISTED = 3
"""From so many lines by themselves a colon before them makes a list."""


def listed_lines(text: str, lines: list[Span]) -> set[int]:
    """The lines that a colon before them makes a list without signs: each ends with a comma or semicolon, the last
    one with a full stop or nothing.
    """
    ends = [text[start:end].rstrip()[-1:] for start, end in lines]
    found: set[int] = set()
    for index, sign in enumerate(ends):
        if sign != ":":
            continue
        stop = index + 1
        while stop < len(lines) and ends[stop] in (",", ";"):
            stop += 1
        if stop - index > 1 and stop < len(lines) and ends[stop] != ":":
            found.update(range(index + 1, stop + 1))
    return found


def announced_lines(text: str, groups: list[list[Span]]) -> set[int]:
    """The lines with empty ones between them that a colon makes a list without signs: several, of which none ends
    like a sentence.
    """
    found: set[int] = set()
    index = 0
    while index < len(groups):
        stop = index + 1
        if text[slice(*stripped(text, *groups[index][-1]))].endswith(":"):
            while stop < len(groups) and _is_listed_alone(text, groups[stop]):
                stop += 1
            if stop - index > _LEAST_LISTED:
                found.update(range(index + 1, stop))
        index = stop
    return found


def _is_listed_alone(text: str, lines: list[Span]) -> bool:
    """Whether a line stands by itself, is no item with a sign, no table, and does not end like a sentence."""
    if len(lines) != 1 or ITEM.match(text, *lines[0]):
        return False
    start, end = stripped(text, *lines[0])
    line = text[start:end]
    return 0 < len(line) < 2 * SHORT and line[-1] not in ".!?:|" and "|" not in line and "\t" not in line
