"""The main text of a web page, and for every run of it the element and the offsets it came from.

What is left out: scripts, styles, forms' controls, what is hidden, navigation, page headers and footers,
notices, and, where the page does not say what its main part is, groups of short links. When in doubt a
passage stays: a line of a menu too much makes no false claim, a paragraph too little is a gap that nobody
sees.

Why not trafilatura's extraction: it gives text without offsets, rewrites and re-orders it, and drops the
tables and short lists that pages about relations consist of. The tests measure this module's text against it.
"""

from __future__ import annotations

import re

from comity.model.document import Anchor, Document
from comity.sources.date import stated_date
from comity.sources.encoding import declared_encoding, decode
from comity.sources.errors import SourceError
from comity.sources.html.choosing import drop_menus, heading_outside, main_part
from comity.sources.html.markup import Page
from comity.sources.html.metadata import address, date, title
from comity.sources.html.writing import Writing
from comity.sources.language import detect
from comity.sources.writer import Writer


def read_html(data: bytes, ident: str, name: str, sha256: str) -> Document:
    """A document from the bytes of a web page."""
    decoded = decode(data, declared_encoding(data))
    page = Page(decoded.text)
    text, anchors = _text(page)
    if not text.strip():
        raise SourceError(name, "no text in the page", "save the page as a browser shows it, or as .pdf")
    language = page.nodes[0].attrs.get("lang", page.nodes[0].attrs.get("xml:lang", ""))
    language = re.split(r"[-_]", language.strip().lower())[0]
    return Document(
        id=ident,
        name=name,
        sha256=sha256,
        text=text,
        media_type="text/html",
        encoding=decoded.encoding,
        # Templates declare a language more often than they are written in it: the words decide where they
        # can.
        language=detect(text) or (language if re.fullmatch("[a-z]{2,3}", language) else ""),
        title=title(page) or text.split("\n", 1)[0][:160],
        address=address(page),
        date=date(page) or stated_date(text),
        anchors=anchors,
        notes=decoded.notes,
    )


def _text(page: Page) -> tuple[str, tuple[Anchor, ...]]:
    """The text of a page's main part, under its heading where that stands outside."""
    if page.body is None:
        return "", ()
    root, stated = main_part(page, page.body)
    if not stated:
        drop_menus(page, root)
    out = Writer()
    writing = Writing(page, out)
    heading = heading_outside(page, root, page.body)
    if heading is not None:
        writing.write(heading)
        out.paragraph()
    writing.write(root)
    return out.result()
