"""What a block is: a run of the text with what its layout says of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from comity.model.claim import Span


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One run of text.

    `headings` are the texts of the headings above it, outermost first. `lead` is the run of the sentence that
    introduces a list. `row` numbers a table row within the document (-1 outside tables), `column` the cell in it,
    `header` the text of that column's header.
    """

    kind: Literal["heading", "paragraph", "item", "cell"]
    start: int
    end: int
    headings: tuple[str, ...] = ()
    lead: Span | None = None
    row: int = -1
    column: int = 0
    header: str = ""
