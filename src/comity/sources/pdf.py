"""The text layer of a PDF in reading order, with the page and the character indices of each run.

Words are put together from the places of their characters on the page (`layout` orders them). Running heads,
page numbers and hyphens at line ends go; a page without a text layer is noted, never guessed at.

An anchor's source offsets are indices of PDFium's characters on the page that its `place` names.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from typing import Any

from comity.model.document import Document
from comity.sources.date import stated_date
from comity.sources.errors import Limits, SourceError
from comity.sources.language import detect
from comity.sources.layout import Block, Segment, blocks, rows
from comity.sources.writer import Writer

_NUMBER = re.compile(
    r"[\[(–—\-\s]*(?:(?:page|p\.|стр\.|страница|с\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|из)\s*\d{1,4})?[\])–—\-.\s]*",
    re.I,
)
_BULLET = re.compile(r"(?:[•▪●◦‣∙·■□–—\-*]|[\uf0b7\uf0a7])\s+")
_END = re.compile(r"[.!?…:;][»”\"')\]]*$")
_EDGE = 2


def read_pdf(data: bytes, ident: str, name: str, sha256: str, limits: Limits) -> Document:
    """A document from the bytes of a PDF file."""
    import pypdfium2

    try:
        pdf: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise SourceError(name, "locked with a password", "save it without one") from error
        raise SourceError(name, "a damaged PDF", "save the document as PDF again") from error
    try:
        number = len(pdf)
        if number > limits.pages:
            raise SourceError(name, f"too long ({number} pages, the limit is {limits.pages})", "split it")
        pages: list[list[Segment]] = []
        for index in range(number):
            try:
                pages.append(_segments(pdf, index))
            except pypdfium2.PdfiumError:
                pages.append([])
        title = " ".join(str(pdf.get_metadata_dict().get("Title", "")).split())[:300]
    finally:
        pdf.close()
    empty = [str(i) for i, page in enumerate(pages, 1) if not page]
    _drop_edges(pages)
    out = Writer()
    _write(out, pages)
    text, anchors = out.result()
    if not text.strip():
        raise SourceError(name, "no text layer", "recognise its text (OCR) and save that")
    return Document(
        id=ident,
        name=name,
        sha256=sha256,
        text=text,
        media_type="application/pdf",
        language=detect(text),
        title=title.encode("utf-8", "replace").decode("utf-8") or text.split("\n", 1)[0][:160],
        date=stated_date(text),
        anchors=anchors,
        notes=(f"no text on page {', '.join(empty[:20])}",) if empty else (),
    )


def _segments(pdf: Any, index: int) -> list[Segment]:
    """The runs of a page's characters that stand on one line without a wide gap, in file order."""
    import pypdfium2.raw as raw

    page = pdf[index]
    text = page.get_textpage()
    try:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        found: list[Segment] = []
        now: Segment | None = None
        high = 0
        for i in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, i)
            if 0xD800 <= code < 0xDC00:
                # A character outside the first plane comes as two halves.
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
            if code in (2, 0xAD, 0xFFFE):
                # PDFium's mark of a hyphen at a line end; and the soft hyphen.
                code = 0xAD
            elif code in (10, 13):
                now = None
                continue
            elif code < 32 or code in (0x7F, 0xFFFF):
                continue
            if code in (0x20, 0xA0, 0x09):
                if now is not None:
                    now.add(" ", i)
                continue
            raw.FPDFText_GetCharBox(text, i, left, right, bottom, top)
            x0, x1, y0, y1 = left.value, right.value, bottom.value, top.value
            size = raw.FPDFText_GetFontSize(text, i)
            size = size if 1 < size < 200 else max(y1 - y0, 1.0)
            if now is None or not now.takes(x0, y0, y1):
                now = Segment(size)
                found.append(now)
            now.add(chr(code), i, x0, x1, y0, y1)
        return [segment for segment in found if segment.close()]
    finally:
        text.close()
        page.close()


def _drop_edges(pages: list[list[Segment]]) -> None:
    """Take out running heads and feet (the same words at one height of several pages), page numbers."""
    edges: list[list[tuple[tuple[str, int], list[Segment]]]] = []
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        lines = rows(page)
        marked = []
        for line in [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]:
            words = " ".join(segment.text for segment in line)
            key = re.sub(r"\d+", "#", words), round(line[0].y0 / 4)
            marked.append((key, line))
        edges.append(marked)
        seen.update({key for key, _ in marked})
    often = max(2, 0.4 * len(pages)) if len(pages) > 2 else 2
    for page, marked in zip(pages, edges, strict=True):
        gone = {
            id(segment)
            for key, line in marked
            # On opposite pages heads differ: seen on a third of many pages is enough too.
            if (seen[key] >= min(often, 6) and len(key[0]) <= 120)
            or _NUMBER.fullmatch(" ".join(segment.text for segment in line))
            for segment in line
        }
        # A page that consists of nothing else keeps it.
        if len(gone) < len(page) or len(pages) > 1:
            page[:] = [segment for segment in page if id(segment) not in gone]


def _write(out: Writer, pages: list[list[Segment]]) -> None:
    words = Counter(word for page in pages for s in page for word in re.findall(r"\w+-\w+", s.text.lower()))
    ended = True
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        for i, block in enumerate(blocks(page)):
            first = block.lines[0][0].text
            # A paragraph goes on over the page's end if it had none and nothing new begins.
            if not (i == 0 and not ended and first[:1].islower()):
                out.paragraph()
            if block.table:
                _table(out, block, place)
                ended = True
            else:
                ended = _paragraph(out, block, place, words)


def _table(out: Writer, block: Block, place: str) -> None:
    for line in block.lines:
        out.row()
        for segment in line:
            out.cell()
            _segment(out, segment.text, segment, place)
            out.end_cell()
        out.end_row()


def _paragraph(out: Writer, block: Block, place: str, words: Counter[str]) -> bool:
    """Write the lines of a block as one; whether its last line ends a sentence."""
    text = ""
    joined = False
    for i, line in enumerate(block.lines):
        bullet = _BULLET.match(line[0].text)
        if bullet:
            out.item(0)
        elif not joined:
            out.space()
        for j, segment in enumerate(line):
            text = segment.text
            last = j == len(line) - 1
            follows = block.lines[i + 1][0].text if last and i + 1 < len(block.lines) else ""
            shown = text
            joined = False
            if (
                last
                and follows
                and (text.endswith("\xad") or re.search(r"[^\W\d_]-$", text))
                and follows[:1].islower()
            ):
                joined = True
                shown = text[:-1] if _is_broken(text, follows, words) else text.replace("\xad", "-")
            skip = bullet.end() if bullet and j == 0 else 0
            _segment(out, shown, segment, place, skip)
            if not joined:
                out.space()
            else:
                out.unspace()
    return bool(_END.search(text))


def _is_broken(text: str, follows: str, words: Counter[str]) -> bool:
    """Whether the line put the hyphen at its end: the word is not written with one elsewhere."""
    before = re.search(r"(\w+)[-\xad]$", text)
    after = re.match(r"\w+", follows)
    if before is None or after is None:
        return False
    return not words[f"{before[1]}-{after[0]}".lower()]


def _segment(out: Writer, text: str, segment: Segment, place: str, skip: int = 0) -> None:
    """Write a segment's words, an anchor for each stretch of consecutive characters."""
    start = skip
    for i in range(skip, len(text)):
        after = i + 1
        # A hyphen that the line put there is PDFium's own mark: dropped, or shown as what it looks like.
        hyphen = segment.text[i] == "\xad"
        broken = after == len(text) or segment.indices[after] != segment.indices[i] + 1
        if hyphen or broken:
            end = i if hyphen else after
            out.words(text[start:end], place, segment.indices[start] if start < end else None)
            if text[i] == "-" and hyphen:
                out.run("-", place)
            start = after
