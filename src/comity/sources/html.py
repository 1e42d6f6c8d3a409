"""The main text of a web page, and for every run of it the element and the offsets it came from.

What is left out: scripts, styles, forms' controls, what is hidden, navigation, page headers and footers,
notices, and, where the page does not say what its main part is, groups of short links. When in doubt a
passage stays: a line of a menu too much makes no false claim, a paragraph too little is a gap that nobody
sees.

Why not trafilatura's extraction: it gives text without offsets, rewrites and re-orders it, and drops the
tables and short lists that pages about relations consist of. The tests measure this module's text against it.
"""

from __future__ import annotations

import html
import re

from comity.model.document import Anchor, Document
from comity.model.edtf import Date
from comity.sources.date import metadata_date, stated_date
from comity.sources.encoding import declared_encoding, decode
from comity.sources.errors import SourceError
from comity.sources.language import detect
from comity.sources.markup import BLOCK, HEADINGS, RAW, Node, Page, attributes
from comity.sources.words import words
from comity.sources.writer import Writer

_NEVER = (RAW - {"xmp"}) | words(
    "head noscript template svg math canvas audio video object embed applet map select button datalist"
    " meter progress input nav footer aside menu dialog search"
)
_ROLES = words("navigation banner contentinfo search menu menubar complementary dialog alertdialog toolbar")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOISE = words(
    "nav navbar navigation navbox navigationbox menu menubar mainmenu topmenu submenu breadcrumb"
    " breadcrumbs crumbs sidebar cookie cookies consent gdpr share sharing social socials comments"
    " disqus banner advert advertisement ads adsbygoogle pagination pager skip footer copyright toolbar"
    " noprint printfooter catlinks editsection jump popup modal newsletter subscribe langswitch"
)
_SURE = words(
    "nav navbar navbox navigation menu menubar breadcrumb breadcrumbs cookie cookies comments catlinks"
)
_WITH = words("no has with without")
_NOISE_WHOLE = words(
    "mw-editsection mw-jump-link mw-indicators toc reference reference-text vector-toc skip-link"
    " screen-reader-text sr-only visually-hidden visuallyhidden related-posts site-header"
    " page-header-nav mw-cite-backlink"
)
_MAIN_IDS = (
    "content",
    "main-content",
    "maincontent",
    "main",
    "mw-content-text",
    "bodycontent",
    "page-content",
)
_MAIN_CLASSES = words("entry-content post-content article-body article-content articlebody page-content")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_UNTOUCHABLE = words("html body main article tbody tr")

_REFERENCE = re.compile(r"(&(?:#\d{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)|\x00)+")
_PARAGRAPHS = words(
    "p div section article main blockquote figure fieldset pre table dl ul ol h1 h2 h3 h4 h5 h6 header"
    " hgroup address details center form hr dir"
)
_LISTS = words("ul ol dir")
_REPEATED = 200
_JSON_DATE = re.compile(r'"(?:datePublished|dateCreated)"\s*:\s*"([^"]{4,40})"')
_META_DATES = (
    "article:published_time", "datepublished", "og:published_time", "publication_date", "pubdate",
    "publishdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "sailthru.date", "citation_publication_date", "date",
)  # fmt: skip


def read_html(data: bytes, ident: str, name: str, sha256: str) -> Document:
    """A document from the bytes of a web page."""
    decoded = decode(data, declared_encoding(data))
    page = Page(decoded.text)
    text, anchors = _Reader(page).read()
    if not text.strip():
        raise SourceError(name, "no text in the page", "save the page as a browser shows it, or as .pdf")
    title, metadata = _metadata(page)
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
        title=title or text.split("\n", 1)[0][:160],
        address=_address(page),
        date=metadata or stated_date(text),
        anchors=anchors,
        notes=decoded.notes,
    )


class _Reader:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.out = Writer()
        self.data_tables: dict[Node, bool] = {}
        self.copies = max(100_000, len(page.source))
        """How many characters may still be written for cells that span others."""

    def read(self) -> tuple[str, tuple[Anchor, ...]]:
        body = self.page.body
        if body is None:
            return "", ()
        root, stated = self._choose(body)
        if not stated:
            self._drop_menus(root)
        self._judge_tables()
        heading = self._heading_outside(root, body)
        if heading is not None:
            self._walk(heading)
            self.out.paragraph()
        self._walk(root)
        return self.out.result()

    # --- choosing -------------------------------------------------------------------------------------------

    def _choose(self, body: Node) -> tuple[Node, bool]:
        """The element with the main text, and whether the page itself says so."""
        nodes = self.page.nodes
        for node in nodes:
            node.kept = 0 if node.tag in _NEVER else node.own
        self._sum(nodes)
        whole = body.kept
        for node in nodes:
            # What lies in something left out is left out.
            node.drop = (node.parent is not None and node.parent.drop) or self._unwanted(node, whole)
        for node in nodes:
            node.kept = node.own
        self._sum(nodes)
        whole = body.kept
        candidates: list[tuple[float, Node]] = []
        for node in nodes:
            if node.kept < 0.4 * whole or node is body or not node.kept or node.drop:
                continue
            ident = node.attrs.get("id", "").lower()
            classes = set(node.attrs.get("class", "").lower().split())
            if node.tag == "main" or node.attrs.get("role") == "main":
                candidates.append((0, node))
            elif node.tag == "article" or node.attrs.get("itemprop", "").lower() == "articlebody":
                candidates.append((1, node))
            elif ident in _MAIN_IDS:
                candidates.append((2 + _MAIN_IDS.index(ident), node))
            elif classes & _MAIN_CLASSES:
                candidates.append((20, node))
        if not candidates:
            return body, False
        return min(candidates, key=lambda c: (c[0], c[1].first))[1], True

    @staticmethod
    def _sum(nodes: list[Node]) -> None:
        # Elements stand in the list before all that is in them.
        for node in nodes:
            node.links = node.link_chars = 0
        for node in reversed(nodes):
            if node.drop or node.tag in _NEVER or node.parent is None:
                continue
            if node.tag == "a":
                node.links, node.link_chars = 1, node.kept
            node.parent.kept += node.kept
            node.parent.links += node.links
            node.parent.link_chars += node.link_chars

    def _unwanted(self, node: Node, whole: int) -> bool:
        if node.tag in _NEVER:
            return True
        attrs = node.attrs
        if not attrs and node.tag != "header":
            return False
        if "hidden" in attrs or attrs.get("aria-hidden") == "true" or _HIDDEN.search(attrs.get("style", "")):
            # "until-found" is shown when searched for.
            return attrs.get("hidden") != "until-found" and node.tag not in ("html", "body")
        if node.tag in _UNTOUCHABLE or node.kept > 0.5 * whole:
            return False
        if attrs.get("role", "").lower() in _ROLES:
            return True
        if node.tag == "header":
            at = node.parent
            for _ in range(12):
                if at is None or at.tag in ("article", "main", "section"):
                    return at is None
                at = at.parent
            return True
        named = f"{attrs.get('class', '')} {attrs.get('id', '')}"
        if named == " ":
            return False
        if not _NOISE_WHOLE.isdisjoint(named.lower().split()):
            return True
        tokens = [token.lower() for token in _TOKEN.findall(named)]
        if not _NOISE.isdisjoint(tokens) and _WITH.isdisjoint(tokens):
            # A name may mislead ("share-holders", "sidebar-left"): prose with few links in it stays.
            return not _SURE.isdisjoint(tokens) or node.kept < 300 or node.link_chars > 0.3 * node.kept
        return False

    def _drop_menus(self, root: Node) -> None:
        """Groups of three or more short links and hardly anything else are menus."""
        for node in self.page.nodes:
            if node is root or node.links < 3 or node.tag not in BLOCK or node.tag in _UNTOUCHABLE:
                continue
            if (
                node.link_chars > 0.8 * node.kept
                and node.link_chars < 30 * node.links
                and node.kept < 0.5 * root.kept
            ):
                node.drop = True

    def _heading_outside(self, root: Node, body: Node) -> Node | None:
        """The page's one first-rank heading, which says what it is about, if outside the main part."""
        if root is body:
            return None
        headings = [node for node in self.page.nodes if node.tag == "h1" and not node.drop]
        if len(headings) != 1 or root.first < headings[0].first < root.last or headings[0].first > root.first:
            return None
        return headings[0]

    def _judge_tables(self) -> None:
        """Which tables hold data, and which only lay the page out."""
        tables: list[tuple[Node, dict[str, int]]] = []
        stats: dict[Node, dict[str, int]] = {}
        owner: dict[Node, Node | None] = {}
        cells: dict[Node, Node | None] = {}
        paragraphs: dict[Node, int] = {}
        for node in self.page.nodes:
            above = owner.get(node.parent) if node.parent is not None else None
            if node.tag == "table":
                if above is not None and node.kept:
                    stats[above]["layout"] = 1
                stats[node] = {"layout": 0, "rows": 0, "cells": 0, "th": 0, "long": 0, "blocks": 0, "most": 0}
                tables.append((node, stats[node]))
                above = node
            elif above is not None:
                seen = stats[above]
                if node.tag == "tr":
                    seen["rows"] += 1
                elif node.tag in ("td", "th"):
                    seen["cells"] += 1
                    seen["th"] += node.tag == "th"
                    seen["long"] += node.kept > 1000
                    seen["most"] = max(seen["most"], node.kept)
                elif node.tag in HEADINGS:
                    seen["layout"] = 1
                elif node.tag == "p" and node.kept:
                    seen["blocks"] += 1
                    cell = cells.get(node.parent) if node.parent is not None else None
                    if cell is not None:
                        paragraphs[cell] = paragraphs.get(cell, 0) + 1
                        if paragraphs[cell] > 2:
                            seen["layout"] = 1
            owner[node] = above
            above_cell = cells.get(node.parent) if node.parent is not None else None
            cells[node] = node if node.tag in ("td", "th") else above_cell
        for node, seen in tables:
            rows, number = seen["rows"], seen["cells"]
            # One cell with most of the words: a page in a frame.
            framed = not seen["th"] and rows < 6 and seen["most"] > max(150, 0.6 * node.kept)
            prose = framed or seen["blocks"] > 2 * number or seen["long"] > (0.5 * rows if seen["th"] else 0)
            self.data_tables[node] = not seen["layout"] and not prose and rows >= 2 and number >= 1.5 * rows

    # --- writing --------------------------------------------------------------------------------------------

    def _walk(self, root: Node) -> None:
        """Write all that is in an element. A loop, not a recursion: nesting has no limit."""
        out, events = self.out, self.page.events
        depth = 0
        pre = 0
        named = 0  # how much was written when the last term of a definition list ended
        table: _Table | None = None
        at = root.first
        while at <= root.last:
            kind, node, start, end = events[at]
            at += 1
            if kind == "t":
                if table is None or table.in_cell or node.tag == "caption":
                    self._text(node, start, end, pre > 0)
                elif not self.page.source[start:end].isspace():
                    # Words in a table outside its cells: browsers show them before it.
                    out.line()
                    self._text(node, start, end, False)
                continue
            tag = node.tag
            if kind == "<":
                if node.drop and node is not root:
                    # Words on both sides of something left out do not run together, unless it was a note's
                    # number.
                    if tag in BLOCK:
                        out.line()
                    at = node.last + 1
                    continue
                if tag == "br":
                    out.hard_line() if table is None or not table.in_cell else out.space()
                elif tag == "pre":
                    pre += 1
                if tag == "table" and self.data_tables.get(node):
                    out.paragraph()
                    table = _Table(out, self)
                elif table is not None and tag in ("tr", "td", "th"):
                    table.open(tag, node)
                elif tag in _LISTS:
                    out.line() if depth else out.paragraph()
                    depth += 1
                elif tag == "li":
                    out.item(depth - 1 if depth else 0)
                elif tag in _PARAGRAPHS or (tag in ("td", "th") and table is None):
                    out.line() if depth and tag not in HEADINGS else out.paragraph()
                elif tag in BLOCK:
                    out.line()
                if tag == "dd" and 0 < named == out.length and node.kept:
                    out.value()
                continue
            if tag == "table" and self.data_tables.get(node):
                if table is not None:
                    table.close_row()
                table = None
                out.paragraph()
            elif table is not None and tag in ("tr", "td", "th"):
                table.close(tag)
            elif tag in _LISTS:
                depth -= 1
                out.line() if depth else out.paragraph()
            elif tag in _PARAGRAPHS or (tag in ("td", "th") and table is None):
                out.line() if depth and tag not in HEADINGS else out.paragraph()
            elif tag in BLOCK:
                out.line()
            if tag == "pre":
                pre -= 1
            elif tag == "dt":
                named = out.length if node.kept else 0
        if table is not None:
            table.close_row()

    def _text(self, node: Node, start: int, end: int, pre: bool) -> None:
        source = self.page.source
        raw = source[start:end]
        place = self.page.path(node)
        if pre:
            for i, line in enumerate(re.split(r"\r\n|\r|\n", raw)):
                if i:
                    self.out.hard_line()
                self._line(line, place, start)
                start += len(line) + (2 if source.startswith("\r\n", start + len(line)) else 1)
        else:
            self._line(raw, place, start)

    def _line(self, raw: str, place: str, start: int) -> None:
        if "&" not in raw and "\x00" not in raw:
            self.out.words(raw, place, start)
            return
        at = 0
        for found in _REFERENCE.finditer(raw):
            said = html.unescape(found[0].replace("\x00", "\N{REPLACEMENT CHARACTER}"))
            if said == found[0]:
                continue
            self.out.words(raw[at : found.start()], place, start + at)
            self.out.words(said, place)
            at = found.end()
        self.out.words(raw[at:], place, start + at)


class _Table:
    """A data table while it is written: which cell is open, and the cells of rows above that reach down."""

    def __init__(self, out: Writer, reader: _Reader) -> None:
        self.out = out
        self.reader = reader
        self.in_cell = False
        self.in_row = False
        self._column = 0
        self._begin = 0
        self._span = (1, 1)
        self._reaching: dict[int, tuple[int, str, list[Anchor], int]] = {}

    def open(self, tag: str, node: Node) -> None:
        """A row or a cell begins."""
        if tag == "tr":
            self.close_row()
            return
        if self.in_cell:
            self.close("td")
        if not self.in_row:
            self.out.row()
            self.in_row, self._column = True, 0
        self._reach_down()
        self.out.cell()
        self.in_cell = True
        self._begin = self.out.length
        self._span = (_number(node.attrs.get("rowspan")), _number(node.attrs.get("colspan")))

    def close(self, tag: str) -> None:
        """A row or a cell ends."""
        if tag == "tr":
            self.close_row()
        elif self.in_cell:
            rows, columns = self._span
            if rows > 1 and self.out.length - self._begin <= _REPEATED:
                copy = self.out.text_since(self._begin), self.out.anchors_since(self._begin), self._begin
                self._reaching[self._column] = (rows - 1, *copy)
            self.out.end_cell()
            self.in_cell = False
            self._column += 1
            for _ in range(columns - 1 if self.reader.copies > 0 else 0):
                self.reader.copies -= 3
                self.out.cell()
                self.out.end_cell()
                self._column += 1

    def close_row(self) -> None:
        """End the row if one is open."""
        if self.in_cell:
            self.close("td")
        if self.in_row:
            self._reach_down()
            self.out.end_row()
            self.in_row = False

    def _reach_down(self) -> None:
        while self._column in self._reaching:
            left, text, anchors, begin = self._reaching.pop(self._column)
            self.reader.copies -= len(text) + 3
            self.out.cell()
            self.out.again(text, anchors, begin)
            self.out.end_cell()
            if left > 1 and self.reader.copies > 0:
                self._reaching[self._column] = (left - 1, text, anchors, begin)
            self._column += 1


def _number(value: str | None) -> int:
    """A span as browsers read it, but no larger than any honest table's: what it repeats is written out."""
    return (
        min(max(int(value), 1), 60) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
    )


def _metadata(page: Page) -> tuple[str, Date | None]:
    """The title and the date that the page's own metadata give."""
    title = og_title = heading = ""
    dates: dict[int, str] = {}
    times = 0
    for node in page.nodes:
        tag = node.tag
        if tag == "title" and not title:
            title = page.text(node)
        elif tag == "h1" and not heading:
            heading = page.text(node)
        elif tag == "meta":
            key = (
                node.attrs.get("property") or node.attrs.get("name") or node.attrs.get("itemprop") or ""
            ).lower()
            content = node.attrs.get("content", "")
            if key == "og:title":
                og_title = og_title or " ".join(content.split())
            elif key in _META_DATES and content:
                dates.setdefault(_META_DATES.index(key), content)
        elif node.attrs.get("itemprop", "").lower() == "datepublished":
            dates.setdefault(
                20, node.attrs.get("datetime") or node.attrs.get("content") or page.text(node)[:60]
            )
        elif tag == "time" and times < 20 and ("pubdate" in node.attrs or "datetime" in node.attrs):
            times += 1
            if "pubdate" in node.attrs or _in_header(node):
                dates.setdefault(22, node.attrs.get("datetime") or page.text(node)[:60])
        elif tag == "script" and node.attrs.get("type", "").lower() == "application/ld+json":
            for event in page.events[node.first : node.last]:
                if event[0] == "t" and (
                    found := _JSON_DATE.search(page.source, event[2], min(event[3], event[2] + 50_000))
                ):
                    dates.setdefault(21, found[1])
    for _, value in sorted(dates.items()):
        if date := metadata_date(value):
            return (title or og_title or heading)[:300], date
    return (title or og_title or heading)[:300], None


_HEAD_TAG = re.compile(r"<(link|meta)\s([^<>]{1,2000})>", re.I)
_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,99}url:\s{0,9})"
    r"(https?://[^\s<>]{4,1000})",
    re.I,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,1000}", re.I)
_HEAD = 200_000
"""Characters of a page within which it tells where it stands."""


def _address(page: Page) -> str:
    """Where the page says that it stands: its canonical address, else the one that it was saved from."""
    shared = ""
    for found in _HEAD_TAG.finditer(page.source, 0, _HEAD):
        attrs = attributes(found[2])
        if "canonical" in attrs.get("rel", "").lower().split():
            told = attrs.get("href", "").strip()
            if _ADDRESS.fullmatch(told):
                return told
        elif attrs.get("property", "").lower() == "og:url":
            shared = shared or attrs.get("content", "").strip()
    if _ADDRESS.fullmatch(shared):
        return shared
    saved = _SAVED.search(page.source, 0, _HEAD)
    return saved[1] if saved else ""


def _in_header(node: Node) -> bool:
    at = node.parent
    for _ in range(6):
        if at is None:
            return False
        if at.tag in ("header", "article", "main"):
            return True
        at = at.parent
    return False
