"""The sentences of a block as they are read, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.cascade.page import Page
from comity.reading.datelines import leads_in
from comity.reading.dates import find_dates
from comity.reading.discourse import Context
from comity.reading.layout.block import Block
from comity.reading.sentences import sentences
from comity.reading.signs import WAKES

_DATE = 40
"""Signs that a date alone has at most."""
_POINTER = 120
"""Signs of a cell within which it points to another page."""


def sentences_of(page: Page, context: Context, block: Block) -> Iterator[Span]:
    """The sentences of a block; a date that stands alone ("1941, June.") belongs to the sentence behind it."""
    text, words = page.text, page.language
    held: int | None = None
    for start, end in sentences(text, _past_pointer(page, block), block.end, words):
        start = start if held is None else held
        held = None
        if end - start < _DATE and end < block.end and any(map(str.isdigit, text[start:end])):
            found = find_dates(text, start, end, words.code, context.dates)
            alone = bool(found) and found[-1].end >= end - 2
            opens = alone and found[0].start == start
            opens = opens and not page.words.signs(text, start, end) & WAKES
            heads = alone and start == block.start and context.news
            if opens or (heads and leads_in(text[start : found[0].start])):
                held = start
                continue
        yield start, end


def _past_pointer(page: Page, block: Block) -> int:
    """Where a table's cell begins to speak: behind a mere pointer to another page ("See A–B relations")."""
    if block.kind != "cell":
        return block.start
    line = page.text[block.start : min(block.end, block.start + _POINTER)]
    first = line.split(" ", 1)[0].casefold()
    words = page.language.words
    if first not in words["see"]:
        return block.start
    ends = [line.find(word) + len(word) for word in words["reference_end"] if word in line]
    return block.start + min(ends) if ends else block.start
