"""Which lines of a run are titles of the lines right below them."""

from __future__ import annotations

import itertools

from comity.model.claim import Span
from comity.reading.layout.lines import (
    FIGURE,
    SHORT,
    TITLE,
    YEARLY,
    closes_with_year,
    is_dated,
    is_whole,
    may_be_heading,
    stripped,
)


def title_lines(text: str, lines: list[Span], opens: bool) -> set[int]:
    """The lines of a fact sheet that are titles of those below: what is listed begins with a year or tells a
    figure, and no line goes on with the one before it.
    """
    spans = [stripped(text, *line) for line in lines]
    listed = [bool(YEARLY.match(text, *line) or FIGURE.match(text, *line)) for line in spans]
    closing = [closes_with_year(text, *line) for line in spans]
    if sum(closing) > 1:  # a title may tell a year too: "Trade (2019)" above its figures
        behind = [*listed[1:], False]
        listed = [
            one or (year and not figure) for one, year, figure in zip(listed, closing, behind, strict=True)
        ]
    if sum(listed) + 2 * opens < 2 or any(
        text[start].islower() and end - begin > TITLE  # prose that goes on
        for (begin, end), (start, _) in itertools.pairwise(spans)
    ):
        return set()
    found: set[int] = set()
    below = opens
    for index in range(len(lines) - 1, -1, -1):
        below = below and not listed[index] and may_be_heading(text, *spans[index])
        if below:
            found.add(index)
        below = below or listed[index]
    return found


def heads_lines(text: str, lines: list[Span]) -> bool:
    """Whether a run's first line is the title of the lines below it, which all are items or whole sentences."""
    start, end = stripped(text, *lines[0])
    if not text[start].isupper() or not may_be_heading(text, start, end):
        return False
    below = lines[1:]
    plain = not any(sign.isdigit() for sign in text[start:end])
    if plain and len(below) > 1 and all(is_dated(text, *line) for line in below):
        return True  # "Ambassadors of A" above lines that each tell somebody and a year
    if end - start > TITLE:
        return False
    return all(is_whole(text, *line) for line in below) or (plain and _breaks_off(text, lines))


def _breaks_off(text: str, lines: list[Span]) -> bool:
    """Whether a run's first line was ended on purpose, above prose: the next word would have fitted on it, and a
    line below is long enough to be prose.
    """
    start, end = stripped(text, *lines[0])
    first, last = stripped(text, *lines[1])
    if first >= last or text[first].islower():
        return False
    if text[last - 1] == ":":
        return True  # "Legal base" above "The agreements signed are:"
    longest = max(stop - begin for begin, stop in lines[1:])
    word = text[first:last].split(None, 1)[0]
    return longest > SHORT and end - start + 1 + len(word) < longest - TITLE / 2
