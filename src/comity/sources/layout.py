"""The reading order of a page: columns one after the other, table rows across, paragraphs apart.

All lengths are in points; y grows upward, as in PDF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_DEEPEST = 8


class Segment:
    """Characters that stand on one line without a wide gap, and the index of each on its page."""

    __slots__ = ("_chars", "indices", "size", "text", "x0", "x1", "y0", "y1")

    def __init__(self, size: float) -> None:
        self._chars: list[str] = []
        self.indices: list[int] = []
        self.size = size
        self.text = ""
        self.x0 = self.y0 = float("inf")
        self.x1 = self.y1 = float("-inf")

    def takes(self, x0: float, y0: float, y1: float) -> bool:
        """Whether a character there goes on with this segment."""
        # Small signs (a full stop, quotes) stand low or high in the line: compare ranges, not middles.
        level = y0 < self.y1 + 0.2 * self.size and y1 > self.y0 - 0.2 * self.size
        return level and self.x1 - self.size < x0 < self.x1 + 1.2 * self.size

    def add(self, char: str, index: int, x0: float = 0, x1: float = 0, y0: float = 0, y1: float = 0) -> None:
        """Put a character at its end; a space has no place of its own."""
        if char == " ":
            if not self._chars or self._chars[-1] == " ":
                return
        else:
            self.x0, self.x1 = min(self.x0, x0), max(self.x1, x1)
            self.y0, self.y1 = min(self.y0, y0), max(self.y1, y1)
        self._chars.append(char)
        self.indices.append(index)

    def close(self) -> bool:
        """Make its text; False if it has none."""
        while self._chars and self._chars[-1] == " ":
            self._chars.pop()
            self.indices.pop()
        self.text = "".join(self._chars)
        return bool(self.text)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.y0 + self.y1) / 2


@dataclass
class Block:
    """A paragraph or heading as lines of segments; a table as rows of cells."""

    lines: list[list[Segment]]
    table: bool = False


def rows(segments: list[Segment]) -> list[list[Segment]]:
    """Segments as rows from the top down, each from left to right."""
    found: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.middle, s.x0)):
        if found:
            first = found[-1][0]
            if abs(first.middle - segment.middle) < 0.45 * min(first.size, segment.size):
                found[-1].append(segment)
                continue
        found.append([segment])
    for row in found:
        row.sort(key=lambda s: s.x0)
    return found


def blocks(segments: list[Segment]) -> list[Block]:
    """The blocks of a page in reading order."""
    found: list[Block] = []
    # What is still to be put in order, the next in reading order at the end: regions with their depth, and
    # blocks.
    waiting: list[tuple[list[Segment], int] | Block] = [(segments, 0)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Block):
            found.append(part)
            continue
        region, depth = part
        parts: list[tuple[list[Segment], int] | Block] = []
        flow: list[list[Segment]] = []
        lines = rows(region)
        at = 0
        while at < len(lines):
            end, gutter = _band(lines, at)
            both = sum(row[0].x0 < gutter < row[-1].x1 for row in lines[at:end])
            if both < 2:
                flow.extend(lines[at : at + 1])
                at += 1
                continue
            band = [segment for row in lines[at:end] for segment in row]
            left = [s for s in band if s.x1 <= gutter]
            right = [s for s in band if s.x1 > gutter]
            if both >= 3 and _is_prose(left) and _is_prose(right) and depth < _DEEPEST:
                parts.extend(_paragraphs(flow))
                flow = []
                parts.append((left, depth + 1))
                parts.append((right, depth + 1))
            else:
                # Rows before the first and after the last with two cells are not the table's.
                first = next(i for i in range(at, end) if lines[i][0].x0 < gutter < lines[i][-1].x1)
                last = (
                    next(i for i in range(end - 1, at, -1) if lines[i][0].x0 < gutter < lines[i][-1].x1) + 1
                )
                flow.extend(lines[at:first])
                parts.extend(_paragraphs(flow))
                flow = []
                parts.append(Block(lines[first:last], table=True))
                end = max(last, at + 1)
            at = end
        parts.extend(_paragraphs(flow))
        waiting.extend(reversed(parts))
    return found


def _band(lines: list[list[Segment]], at: int) -> tuple[int, float]:
    """How far down from a row one white gutter goes, and where it is."""
    size = median(segment.size for segment in lines[at])
    gutters = _gaps(lines[at])
    end = at + 1
    sides = [(g, g[0] > lines[at][0].x0 and g[1] < lines[at][-1].x1) for g in gutters]
    while end < len(lines):
        # A gutter ends where the page has a wide empty band, and where type of another size begins.
        resized = abs(lines[end][0].size - size) > 0.3 * size
        if resized or lines[end - 1][0].y0 - lines[end][0].y1 > 4 * size:
            break
        row = _gaps(lines[end])
        narrowed: list[tuple[tuple[float, float], bool]] = []
        i = j = 0
        inner_left, inner_right = lines[end][0].x0, lines[end][-1].x1
        while i < len(sides) and j < len(row):
            low = max(sides[i][0][0], row[j][0])
            high = min(sides[i][0][1], row[j][1])
            if high - low > 0.7 * size:
                narrowed.append(((low, high), sides[i][1] or (low > inner_left and high < inner_right)))
            if sides[i][0][1] < row[j][1]:
                i += 1
            else:
                j += 1
        if not narrowed:
            break
        if not any(inner for _, inner in narrowed) and any(inner for _, inner in sides):
            break
        sides = narrowed
        end += 1
    inner = [gutter for gutter, inside in sides if inside]
    if not inner:
        return at + 1, float("inf")
    low, high = max(inner, key=lambda g: min(g[1], 1e6) - max(g[0], -1e6))
    return end, (low + high) / 2


def _gaps(row: list[Segment]) -> list[tuple[float, float]]:
    """The white stretches of a row, from far left to far right."""
    gaps = [(-1e9, row[0].x0)]
    reach = row[0].x1
    for segment in row[1:]:
        if segment.x0 > reach:
            gaps.append((reach, segment.x0))
        reach = max(reach, segment.x1)
    gaps.append((reach, 1e9))
    return gaps


def _is_prose(segments: list[Segment]) -> bool:
    """Whether segments are the lines of running text rather than the cells of a table."""
    if not segments:
        return False
    words = [len(re.findall(r"\w+", segment.text)) for segment in segments]
    widths = sorted(s.x1 - s.x0 for s in segments)
    # A wide line among them may be a heading: the measure is the width that a fifth of them surpasses.
    full = sum(width > 0.75 * widths[len(widths) * 4 // 5] for width in widths)
    return median(words) >= 3 and full >= 0.5 * len(segments)


def _paragraphs(lines: list[list[Segment]]) -> list[Block]:
    """Lines as paragraphs: apart where the space between lines, the size of type or an indent says so."""
    if not lines:
        return []
    steps = [above[0].middle - below[0].middle for above, below in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    left = min(line[0].x0 for line in lines)
    right = max(line[-1].x1 for line in lines)
    found = [Block([lines[0]])]
    for above, line, step in zip(lines, lines[1:], steps, strict=False):
        size = line[0].size
        resized = abs(above[0].size - size) > 0.12 * size
        ended = above[-1].x1 < right - 0.2 * (right - left) and re.search(r"[.!?:;…»”\")]$", above[-1].text)
        indented = (
            line[0].x0 - above[0].x0 > 0.8 * size
            and line[0].x0 - left < 6 * size
            and line[0].text[:1].isupper()
        )
        if step > max(1.35 * usual, 1.1 * size) or resized or ended or indented:
            found.append(Block([line]))
        else:
            found[-1].lines.append(line)
    return found
