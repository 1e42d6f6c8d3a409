"""The text of a document as it is put together: blocks, items, table rows, an anchor for each run."""

from __future__ import annotations

import re

from comity.model.document import Anchor

# The no-break space too: old pages lay themselves out with it.
_SPACES = re.compile(r"[ \t\n\r\f\v\xa0]+")
_DEEPEST = 8


class Writer:
    """Collects text and anchors; white space is written between words only, never at the ends of a line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._anchors: list[Anchor] = []
        self._breaks = 0
        self._space = False
        self._prefix = ""
        self._fresh = True
        self._single_line = False
        self._value = False

    @property
    def length(self) -> int:
        """How many code points have been written."""
        return self._length

    def space(self) -> None:
        """A space before the next word, unless a line begins there."""
        self._space = True

    def unspace(self) -> None:
        """No space before the next word after all: it is the rest of a word."""
        self._space = False

    def line(self) -> None:
        """What follows begins a new line (in a table row: stands behind a space)."""
        if self._single_line:
            self._space = True
        else:
            self._breaks = max(self._breaks, 1)
            self._fresh = True

    def hard_line(self) -> None:
        """A line break that the source writes; two of them make a paragraph."""
        if self._single_line:
            self._space = True
        else:
            self._breaks = min(self._breaks + 1, 2)
            self._fresh = True

    def paragraph(self) -> None:
        """What follows is set apart by an empty line."""
        if self._single_line:
            self._space = True
        else:
            self._breaks = 2
            self._fresh = True

    def item(self, depth: int) -> None:
        """What follows is an item of a list that lies in `depth` others."""
        self.line()
        if not self._single_line:
            self._prefix = "  " * min(depth, _DEEPEST) + "- "

    def value(self) -> None:
        """What follows is what the words before it name: on their line, behind a colon, unless it is a list."""
        self._value = True

    def row(self) -> None:
        """Begin a table row; until `end_row` nothing breaks the line."""
        self._value = False
        self.line()
        self._flush()
        self._fresh = False
        self._raw("|")
        self._single_line = True

    def cell(self) -> None:
        """Begin a cell of the row."""
        self._space = False
        self._raw(" ")
        self._fresh = True

    def end_cell(self) -> None:
        """End a cell of the row."""
        self._space = False
        self._fresh = False
        self._raw(" |" if not self._pieces[-1].endswith(" ") else "|")

    def end_row(self) -> None:
        """End the row."""
        self._single_line = False
        self._breaks = 1
        self._fresh = True

    def run(self, text: str, place: str, start: int | None = None) -> None:
        """Write a run of words; `start` is its offset in the source if it stands there unchanged."""
        if not text:
            return
        self._flush()
        if self._space and not self._fresh:
            self._raw(" ")
        self._space = self._fresh = False
        begin = self._length
        self._raw(text)
        end = None if start is None else start + len(text)
        last = self._anchors[-1] if self._anchors else None
        # Neighbours in the source that are neighbours here are one run.
        if last and last.end == begin and last.place == place and last.source_end == start:
            self._anchors[-1] = Anchor(last.start, self._length, place, last.source_start, end)
        else:
            self._anchors.append(Anchor(begin, self._length, place, start, end))

    def words(self, text: str, place: str, start: int | None = None) -> None:
        """Write text with its white space made single; the offsets of `run` for each part of it."""
        if self._single_line and "|" in text:
            # A bar would end the cell; the broken bar stands in for it, with no claim to be the source's
            # sign.
            for i, part in enumerate(text.split("|")):
                if i:
                    self.run("¦", place)
                self.words(part, place, start)
                start = None if start is None else start + len(part) + 1
            return
        at = 0
        for gap in _SPACES.finditer(text):
            if gap[0] == " " and gap.start() > at and gap.end() < len(text):
                continue
            self.run(text[at : gap.start()], place, None if start is None else start + at)
            self._space = True
            at = gap.end()
        self.run(text[at:], place, None if start is None else start + at)

    def anchors_since(self, begin: int) -> list[Anchor]:
        """The anchors of what was written from an offset on."""
        at = len(self._anchors)
        while at and self._anchors[at - 1].start >= begin:
            at -= 1
        return self._anchors[at:]

    def text_since(self, begin: int) -> str:
        """What was written from an offset on."""
        pieces: list[str] = []
        length = self._length
        for piece in reversed(self._pieces):
            if length <= begin:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))

    def again(self, text: str, anchors: list[Anchor], begin: int) -> None:
        """Write a copy of what `text_since(begin)` gave, with its anchors."""
        shift = self._length - begin
        for a in anchors:
            self._anchors.append(
                Anchor(a.start + shift, a.end + shift, a.place, a.source_start, a.source_end)
            )
        self._raw(text)

    def result(self) -> tuple[str, tuple[Anchor, ...]]:
        """The text, without an end of line at its end, and its anchors in order."""
        return "".join(self._pieces), tuple(self._anchors)

    def _flush(self) -> None:
        if self._value and not self._prefix:
            self._raw(" " if self._pieces[-1].endswith(":") else ": ")
            self._breaks, self._space = 0, False
        self._value = False
        if self._breaks:
            if self._length:
                self._raw("\n" * self._breaks)
            self._breaks = 0
            self._space = False
            self._fresh = True
        if self._prefix:
            self._raw(self._prefix)
            self._prefix = ""
            self._space = False
            self._fresh = True

    def _raw(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)
