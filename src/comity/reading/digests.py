"""Digests: several texts in one document, each with its dateline or with two states for its title.

They are set apart by lines of asterisks or the like, or by blank lines and a title. What a text tells leans on its own
dateline and title and on nobody whom another names, so each is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from comity.model.claim import Span
from comity.model.document import Document
from comity.reading.datelines import dateline
from comity.reading.language import language
from comity.reading.layout import blocks

_RULE = re.compile(r"\n[ \t]*(?:(?:\*[ \t]*){3,}|(?:[-–—_=~][ \t]*){3,})(?=\n|\Z)")
"""A line between two items, with the line break before it, which the search finds fast."""
_GAP = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
"""More blank lines than set a paragraph apart."""


def items(document: Document) -> list[tuple[int, Document]]:
    """The items of a digest with where each begins; the document alone where it is no digest."""
    spans = list(_between_rules(document.text))
    if len(spans) > 1 and document.date is None:
        code = document.language or "en"
        parts = [(start, structs.replace(document, text=document.text[start:end])) for start, end in spans]
        dated = sum(dateline(part.text, blocks(part.text), code) is not None for _, part in parts)
        if dated > 1 and dated * 2 > len(parts):
            return parts
    return _titled(document) or [(0, document)]


def _titled(document: Document) -> list[tuple[int, Document]]:
    """The texts of a collection, each of which begins with a title behind several blank lines and is about two states
    of its own or has a dateline; none where the document is one text, as a page on one state's relations with many is.
    """
    text, code = document.text, document.language or "en"
    gaps = list(_GAP.finditer(text))
    if not gaps:
        return []
    words = language(code)
    starts: list[int] = []
    pairs: set[frozenset[str]] = set()
    dated = 0
    for start, end in zip(
        [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)], strict=True
    ):
        part = text[start:end]
        found = blocks(part)
        if len(found) < 2 or found[0].kind != "heading" or found[1].kind != "paragraph":
            continue
        named = frozenset(words.states_in(text, start + found[0].start, start + found[0].end))
        is_dated = dateline(part, found, code) is not None
        if is_dated or len(named) == 2:
            starts.append(start)
            dated += is_dated
            if not is_dated:
                pairs.add(named)
    if len(starts) < 2 or text[: starts[0]].strip():
        return []
    if not dated and frozenset.intersection(*pairs):
        return []
    ends = [*starts[1:], len(text)]
    alone = structs.replace(document, date=None)  # its day is that of one of the texts
    return [
        (start, structs.replace(alone, text=text[start:end])) for start, end in zip(starts, ends, strict=True)
    ]


def _between_rules(text: str) -> Iterator[Span]:
    start = 0
    for rule in _RULE.finditer(f"\n{text}"):
        if text[start : rule.start()].strip():
            yield start, rule.start()
        start = rule.end() - 1
    if text[start:].strip():
        yield start, len(text)
