"""Digests: several news items in one document, set apart by lines of asterisks or the like, each with its dateline.

What an item tells leans on its own dateline and on nobody whom another item names, so each is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from comity.model.claim import Span
from comity.model.document import Document
from comity.reading.datelines import dateline
from comity.reading.layout import blocks

_RULE = re.compile(r"^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:[-–—_=~][ \t]*){3,}$", re.MULTILINE)
"""A line between two items."""


def items(document: Document) -> list[tuple[int, Document]]:
    """The items of a digest with where each begins; the document alone where it is no digest."""
    spans = list(_between_rules(document.text))
    if len(spans) > 1 and document.date is None:
        code = document.language or "en"
        parts = [(start, structs.replace(document, text=document.text[start:end])) for start, end in spans]
        dated = sum(dateline(part.text, blocks(part.text), code) is not None for _, part in parts)
        if dated > 1 and dated * 2 > len(parts):
            return parts
    return [(0, document)]


def _between_rules(text: str) -> Iterator[Span]:
    start = 0
    for rule in _RULE.finditer(text):
        if text[start : rule.start()].strip():
            yield start, rule.start()
        start = rule.end()
    if text[start:].strip():
        yield start, len(text)
