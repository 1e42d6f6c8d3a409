"""Whether a line goes on with the line before it, as in text wrapped by hand."""

from __future__ import annotations

import re

from comity.model.claim import Span
from comity.reading.layout.lines import DATED, END_OF_SENTENCE, LABEL, WRAPPED, stripped

_DATE_FIRST = re.compile(
    r"(?:\d{1,2}(?:[–-]\d{1,2})?\s+[^\W\d_]{3,9}\.?,?\s+)?(?:1[5-9]|20)\d\d\b"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:[–-]\d{1,2})?(?:st|nd|rd|th)?,?\s+(?:1[5-9]|20)\d\d\b"
    r"|\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b"
)
"""A line that begins with a date: of two such, the second does not go on with the first."""
_NAMED = re.compile(r"[A-ZА-ЯЁ][^\n–—:;!?]{1,60} [–—] \S")
"""A line of a list without signs: who or what, a dash, what is told of it."""


def goes_on(text: str, before: Span, line: Span, width: int, listed: bool) -> bool:
    """Whether a line goes on with the sentence of the line before it (text wrapped by hand).

    Below a list's item, an indented line does. `width` is that of the widest line around: who wraps by hand
    begins a new line where the next word no longer fits, so that a break before it was meant.
    """
    if listed and text.startswith("  ", line[0]):
        return True
    start, end = stripped(text, *line)
    last_start = text.rfind("\n", before[0], before[1]) + 1 or before[0]
    last = text[last_start : before[1]].rstrip()
    if not last or start >= end or DATED.match(text, start, end):
        return False
    if any(
        sign.match(text, start, end) and sign.match(text, *before) for sign in (LABEL, _DATE_FIRST, _NAMED)
    ):
        return False
    if last.endswith(END_OF_SENTENCE) and not text[start].islower():
        return not listed and 60 < len(last) <= WRAPPED and last.endswith(".") and end - start > 40
    if text[start].islower():
        return True
    word = text[start:end].split(None, 1)[0]
    return 50 <= len(last) <= WRAPPED and len(last) + 1 + len(word) > width
