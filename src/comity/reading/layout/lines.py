"""What one line looks like by itself: an item, a heading, a label, a date first, a whole sentence."""

from __future__ import annotations

import re

from comity.model.claim import Span

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
ITEM = re.compile(
    r"[ \t]*(?:[•▪●◦‣][ \t]*|(?:[-*–—·]|--|\(?\d{1,3}[.)]|\(?(?:[a-zа-я]|[ivx]{1,5})\))[ \t]+)(?=\S)"
)
"""The sign or number of a list's item."""
WRAPPED = 140
"""The longest line that somebody may have wrapped by hand."""
FOOTNOTE = re.compile(r"\[\d+\] ")
"""How a footnote begins."""
_NOTES = re.compile(r"(?:\[\d+\])+$")
"""Marks of footnotes behind the last word of a line."""
SHORT = 90
"""The longest line that is short: a title, an item without a sign."""
TITLE = 50
"""The longest title that may stand right above its lines."""
LABEL = re.compile(r"[A-ZА-ЯЁ][^\n.:;,!?]{1,60}: ?\S")
"""A line of a fact sheet: what is told, a colon, the value."""
YEARLY = re.compile(r"(?:1[5-9]|20)\d\d\s+[^\W\d_]")
"""A line of a list that begins with its year."""
FIGURE = re.compile(r"[^\W\d_][^\d\n:]{1,60}:[ \t][^:]*\d")
"""A line of a fact sheet whose value holds a number: "Exports: 3.5 billion yen"."""
_CLOSING = re.compile(r"\((?:[^()\n]{0,30}[^\d()\n])?(?:1[5-9]|20)\d\d\)$")
"""The end of a line of a list that ends with its year: "President X (May 2009)"."""
_SPAN = re.compile(r"(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)\d\d:")
"""How the heading of a time begins: "1991–1999: …"."""
END_OF_SENTENCE = (".", "!", "?", ":", ";", "»", "”", '"', ")")
DATED = re.compile(r"\d[\d./ ]*(?:[-–][\d./ ]+)?\s*[–—:-]\s|(?:1[89]|20)\d\d(?:[-–](?:1[89]|20)\d\d)?[,.]\s")
"""A line of a chronology: a date in figures and a dash."""


def is_long(text: str, start: int, end: int) -> bool:
    """Whether a line is a paragraph by its length alone, and neither an item nor a footnote."""
    if end - start <= 2 * SHORT or ITEM.match(text, start, end) or FOOTNOTE.match(text, start):
        return False
    start, end = stripped(text, start, end)
    return end - start > 2 * SHORT


def closes_with_year(text: str, start: int, end: int) -> bool:
    """Whether a line is a short one that ends with its year in brackets: "President X (May 2009)"."""
    start, end = stripped(text, start, end)
    return end - start < SHORT and _CLOSING.search(text, start, end) is not None


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a line is a short one that tells a year."""
    start, end = stripped(text, start, end)
    return (
        end - start < WRAPPED
        and (text[start].isupper() or text[start].isdigit())
        and _YEAR.search(text, start, end) is not None
    )


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a line neither goes on with the line before it nor is a title itself."""
    start, end = stripped(text, start, end)
    return start < end and not text[start].islower() and text[end - 1] in END_OF_SENTENCE


def may_be_heading(text: str, start: int, end: int) -> bool:
    """Whether a line that stands by itself is a heading: short, capitalised, no sentence, no entry of a list."""
    start, end = stripped(text, start, end)
    if end - start > 2 * SHORT:  # notes behind it are never as long as a title
        return False
    line = _NOTES.sub("", text[start:end])
    if not line or len(line) > 90 or ITEM.match(text, start, end) or line[-1] in ".;:,!?":
        return False
    if YEARLY.match(line) or FIGURE.match(line):
        return False
    if DATED.match(line) and not _SPAN.match(line):
        return False
    first = line[0]
    return (first.isupper() or first.isdigit()) and not FOOTNOTE.match(line) and line.count(" ") <= 12


def is_table(line: str) -> bool:
    """Whether a line begins as one of a grid or pipe table does."""
    line = line.lstrip()
    return line.startswith(("|", "+-", "+="))


def stripped(text: str, start: int, end: int) -> Span:
    """A span without the spaces at its ends."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
