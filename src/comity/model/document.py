"""A document: the text that claims point into, and the way back to the bytes it came from."""

from __future__ import annotations

import bisect

import msgspec

from comity.model.edtf import Date


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a run of a document's text stands in its source.

    `start` and `end` are offsets into the document's text. `place` names the place for a person (an element
    path of a web page, "page 3" of a PDF); `source_start` and `source_end` are offsets into the decoded
    source where the run stands there unchanged.
    """

    start: int
    end: int
    place: str = ""
    source_start: int | None = None
    source_end: int | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document as sources made it.

    `text` is what evidence points into: for plain text the decoded file unchanged, its line ends and a UTF-8
    byte order mark too; for other formats the main text, one block a line, headings and paragraphs set apart
    by an empty line, list items behind "- ", table rows as "| cell | cell |". It is never edited. `address` is where a
    page says that it stands on the web; nobody ever asks there.
    """

    id: str
    name: str
    sha256: str
    text: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    language: str = ""
    title: str = ""
    address: str = ""
    date: Date | None = None
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[str, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column (both from 1) of an offset into the text."""
        before = self.text.count("\n", 0, offset)
        return before + 1, offset - (self.text.rfind("\n", 0, offset) + 1) + 1

    def anchor(self, offset: int) -> Anchor | None:
        """The anchor that holds an offset, if the source has any."""
        # Anchors stand in order and do not overlap.
        at = bisect.bisect_right(self.anchors, offset, key=lambda anchor: anchor.start) - 1
        return self.anchors[at] if at >= 0 and offset < self.anchors[at].end else None
