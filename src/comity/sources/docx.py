"""The text of a DOCX document, in order, with the paragraph, row and cell of each run.

The archive's directory was checked before (`detect`), so that nothing here unpacks without bound; the XML
parser resolves no entities and refuses deep nesting.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from comity.model.document import Document
from comity.model.edtf import Date
from comity.sources.date import stated_date
from comity.sources.detect import DOCX
from comity.sources.errors import SourceError
from comity.sources.language import detect
from comity.sources.writer import Writer

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading \d|title|subtitle", re.I)
_SKIPPED = frozenset(_W + tag for tag in ("del", "moveFrom", "instrText", "rPr", "pPr", "txbxContent"))


def read_docx(data: bytes, ident: str, name: str, sha256: str) -> Document:
    """A document from the bytes of a DOCX file."""
    import docx
    from docx.text.paragraph import Paragraph

    try:
        source: Any = docx.Document(io.BytesIO(data))
        out = Writer()
        paragraphs = tables = 0
        for block in _blocks(source.element.body):
            if block.tag == _W + "tbl":
                tables += 1
                _table(out, block, f"table {tables}")
            else:
                paragraphs += 1
                _paragraph(out, Paragraph(block, source._body), f"paragraph {paragraphs}")
        properties = source.core_properties
        title = " ".join((properties.title or "").split())[:300]
        text, anchors = out.result()
    # A damaged package makes python-docx and lxml fail in more ways than can be listed; each means the same
    # here.
    except Exception as error:
        raise SourceError(
            name, "a damaged DOCX document", "open it and save it again, or save it as .pdf"
        ) from error
    if not text.strip():
        raise SourceError(
            name, "no text in the document", "if it holds scans, recognise their text (OCR) first"
        )
    date: Date | None = stated_date(text)
    return Document(
        id=ident,
        name=name,
        sha256=sha256,
        text=text,
        media_type=DOCX,
        language=detect(text),
        title=title or text.split("\n", 1)[0][:160],
        date=date,
        anchors=anchors,
    )


def _blocks(body: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body in order, also those within content controls."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in (_W + "p", _W + "tbl"):
            yield element
        elif element.tag in (_W + "body", _W + "sdt", _W + "sdtContent", _W + "customXml", _W + "ins"):
            waiting.extend(reversed(list(element)))


def _paragraph(out: Writer, paragraph: Any, place: str) -> None:
    element = paragraph._p
    style = ""
    numbered = element.pPr is not None and element.pPr.numPr is not None
    if element.pPr is not None and element.pPr.pStyle is not None:
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
    words = _words(element)
    if not words.strip():
        out.paragraph()
        return
    if _HEADING.match(style) or not (numbered or style.startswith("List")):
        out.paragraph()
    else:
        level = element.pPr.numPr.ilvl.val if numbered and element.pPr.numPr.ilvl is not None else 0
        digits = re.search(r"\d+$", style)
        out.item(max(level, int(digits[0]) - 1 if digits else 0))
    _lines(out, words, place)
    if _HEADING.match(style) or not (numbered or style.startswith("List")):
        out.paragraph()


def _lines(out: Writer, words: str, place: str) -> None:
    for i, line in enumerate(words.split("\n")):
        if i:
            out.hard_line()
        out.words(line, place)


def _words(element: Any) -> str:
    """The text of a paragraph as it is read: insertions in, deletions out, hyperlinks and fields in."""
    parts: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        tag = node.tag
        if tag in _SKIPPED:
            continue
        if tag == _W + "t":
            parts.append(node.text or "")
        elif tag in (_W + "br", _W + "cr"):
            parts.append("\n")
        elif tag == _W + "tab":
            parts.append(" ")
        elif tag == _W + "noBreakHyphen":
            parts.append("-")
        else:
            stack.extend(reversed(list(node)))
    return "".join(parts)


def _table(out: Writer, table: Any, place: str) -> None:
    out.paragraph()
    for i, row in enumerate(table.tr_lst, 1):
        out.row()
        # Each cell once: python-docx repeats merged cells, and takes quadratic time to find them.
        for j, cell in enumerate(row.tc_lst, 1):
            out.cell()
            for paragraph in cell.iter(_W + "p"):
                _lines(out, _words(paragraph), f"{place}, row {i}, cell {j}")
                out.space()
            out.end_cell()
            for _ in range(min(cell.grid_span, 60) - 1):
                out.cell()
                out.end_cell()
        out.end_row()
    out.paragraph()
