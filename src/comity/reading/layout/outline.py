"""What stands above a block: headings by their levels, the lead of a list, the caption of a table."""

from __future__ import annotations

import re

from comity.model.claim import Span
from comity.reading.layout.block import Block
from comity.reading.layout.lines import LABEL, SHORT, TITLE, WRAPPED, stripped

_NESTED = 10
"""How many levels plain text may tell between two that differ in how they are written."""
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d{4}))[.!?]\s+(?=[A-ZА-ЯЁ])")
"""Where a new sentence begins, behind a word that is no abbreviation."""


class Outline:
    """What stands above the next block of a text, and the blocks made from it, in order.

    `headings` are those above, each with its level; `lead` is the sentence that introduces a list, `caption` the line
    that may stand above a table, `note` one in brackets below a heading; `row` counts the rows of all tables;
    `under_heading` tells that the block before was a heading.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.headings: list[tuple[int, str]] = []
        self.lead: Span | None = None
        self.caption: str | None = None
        self.note: str | None = None
        self.row = 0
        self.under_heading = False

    def above(self) -> tuple[str, ...]:
        """The texts of the headings above, outermost first."""
        return tuple(heading for _, heading in self.headings)

    def above_table(self) -> tuple[str, ...]:
        """What stands above a table: the headings, a line in brackets below them ("(million dollars)"), the caption."""
        return (*self.above(), *filter(None, (self.note, self.caption)))

    def heading(self, start: int, end: int, level: int) -> Block:
        """A heading, which ends those of its level and below, and every lead and caption."""
        level = self.depth(level * _NESTED, self.text[start:end])
        self.headings = [*[h for h in self.headings if h[0] < level], (level, self.text[start:end])]
        self.lead = self.caption = self.note = None
        self.under_heading = True
        return Block(kind="heading", start=start, end=end, headings=self.above())

    def depth(self, level: int, heading: str) -> int:
        """The level of a heading among those that plain text writes alike: one right below another belongs to it
        ("Visits", "From A to B"), and so does a later one that begins as such a one does ("From B to A").
        """
        if not self.headings:
            return level
        last = self.headings[-1][0]
        if self.under_heading and level <= last < level + _NESTED - 1:
            return last + 1
        word = heading.split(None, 1)[0]
        alike = (
            at
            for at, above in self.headings
            if level < at < level + _NESTED and above.split(None, 1)[0] == word
        )
        return next(alike, level)

    def item(self, span: Span) -> Block:
        """An item of a list; one that ends with a colon introduces a list itself."""
        start, end = stripped(self.text, *span)
        block = Block(kind="item", start=start, end=end, headings=self.above(), lead=self.lead)
        if self.text[max(start, end - 1) : end] == ":":  # a numbered paragraph that introduces a list
            self.lead = (start, end)
        self.under_heading = False
        return block

    def paragraph(self, span: Span) -> Block:
        """A paragraph: one that ends with a colon introduces a list, a short one may stand above a table."""
        start, end = stripped(self.text, *span)
        # a list's items may stand without marks
        lead = self.lead if end - start < SHORT or LABEL.match(self.text, start, end) else None
        last = self.text[max(start, end - 1) : end]
        self.lead = self.last_sentence(start, end) if last == ":" else lead
        self.caption = (
            self.text[start:end]
            if end - start < WRAPPED and (last not in ".;!?" or end - start < TITLE)
            else None
        )
        if self.under_heading and self.text[start] == "(" and last == ")" and end - start < WRAPPED:
            self.note = self.text[start:end]
        self.under_heading = False
        return Block(kind="paragraph", start=start, end=end, headings=self.above(), lead=lead)

    def cell(self, span: Span, headings: tuple[str, ...], column: int, header: str) -> Block:
        """A cell of the row that is counted last."""
        self.under_heading = False
        start, end = span
        return Block(
            kind="cell", start=start, end=end, headings=headings, row=self.row, column=column, header=header
        )

    def values(self, span: Span, headings: tuple[str, ...]) -> Block:
        """A row of a name and its value, which reads like a paragraph but introduces nothing."""
        self.under_heading = False
        return Block(kind="paragraph", start=span[0], end=span[1], headings=headings)

    def last_sentence(self, start: int, end: int) -> Span:
        """The sentence at the end of a paragraph that introduces a list."""
        for match in _SENTENCE.finditer(self.text, start, end):
            start = match.end()
        return start, end
