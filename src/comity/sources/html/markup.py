"""A web page as a tree of elements whose every text knows its offsets in the source.

A reader of its own rather than lxml's, because lxml forgets where text stood, cuts nesting off at 256 levels
and loses all that follows some errors. It runs nothing, follows nothing, expands nothing; its time and memory
are linear in the length of the page whatever the page holds, and it accepts anything. Of the HTML standard's
repairs it makes those that decide which words belong together: implied ends of paragraphs, items and cells,
implied bodies and rows, stray and crossed end tags.
"""

from __future__ import annotations

import html
import re

from comity.sources.words import words

VOID = words("area base br col embed hr img input link meta param source track wbr")
RAW = words("script style textarea title xmp iframe noembed noframes")
HEAD = words("title meta link script style base template noscript")
BLOCK = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol"
    " option p pre search section summary table tbody td tfoot th thead tr ul"
)
HEADINGS = words("h1 h2 h3 h4 h5 h6")
_CLOSES_P = BLOCK - words("body caption html legend li dd dt option summary tbody td tfoot th thead tr")
_FENCES = ("table", "td", "th", "caption", "button")
# What a start tag ends when it is open: the tags, and those behind which it does not look.
_IMPLIED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "menu", "dir", "table", "td", "th")),
    "dt": (("dt", "dd"), ("dl", "table", "td", "th")),
    "dd": (("dt", "dd"), ("dl", "table", "td", "th")),
    "option": (("option",), ("select",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "thead": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot", "caption"), ("table",)),
}
_TABLE_PARTS = words("table caption thead tbody tfoot tr td th")
_KEPT = words(
    "id class style hidden role aria-hidden aria-modal rowspan colspan lang xml:lang itemprop content"
    " name property datetime pubdate type http-equiv"
)

# Possessive: a tag that is never closed is given up at once, not tried again from every place in it.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?+")


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by name, from what stands within it; of one told twice the first."""
    told: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(written):
        told.setdefault(found[1].lower(), html.unescape((found[2] or found[3] or found[4] or "")[:1000]))
    return told


_ID = re.compile(r"[A-Za-z][\w-]{0,60}", re.ASCII)
_LONGEST_PATH = 16

# What elements without attributes share; never written to.
_NO_ATTRS: dict[str, str] = {}


class Node:
    """An element. `first` and `last` are where it starts and ends in the page's events."""

    __slots__ = (
        "attrs", "counts", "drop", "first", "kept", "last", "link_chars", "links", "nth", "own", "parent",
        "path", "tag",
    )  # fmt: skip

    def __init__(self, tag: str, parent: Node | None, first: int) -> None:
        self.tag = tag
        self.parent = parent
        self.first = first
        self.last = first
        self.attrs: dict[str, str] = _NO_ATTRS
        self.counts: dict[str, int] | None = None
        self.nth = 1
        self.own = 0
        """How many characters of text it holds itself; `kept` is with all in it that is not left out."""
        self.kept = 0
        self.links = 0
        self.link_chars = 0
        self.drop = False
        self.path = ""


Event = tuple[str, Node, int, int]
"""`("<", node, 0, 0)`, `(">", node, 0, 0)`, or `("t", node, start, end)` for text in the node."""


class Page:
    """A page read: its events in order, its elements in order, its ids."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.events: list[Event] = []
        self.nodes: list[Node] = []
        self.ids: dict[str, Node] = {}
        self.body: Node | None = None
        self._stack: list[Node] = []
        self._open: dict[str, list[int]] = {}
        self._blocks: list[int] = []
        self._read()

    # --- reading tags ---------------------------------------------------------------------------------------

    def _read(self) -> None:
        source = self.source
        self._push("html", "")
        at, size = 0, len(source)
        pattern = _TAG
        while at < size:
            tag = source.find("<", at)
            if tag < 0:
                self._text(at, size)
                break
            following = source[tag + 1 : tag + 2]
            if (following.isascii() and following.isalpha()) or following == "/":
                if tag > at:
                    self._text(at, tag)
                found = pattern.match(source, tag)
                if not found and pattern is _TAG:
                    # A quote is open to the end of the page. From here on quotes mean nothing in tags.
                    pattern = _LOOSE_TAG
                    found = pattern.match(source, tag)
                if found:
                    at = self._tag(found)
                    continue
                if following != "/" or source[tag + 2 : tag + 3].isalpha():
                    break  # A tag that never ends: browsers drop the rest as well.
                end = source.find(">", tag)
                at = size if end < 0 else end + 1
            elif following in ("!", "?"):
                if tag > at:
                    self._text(at, tag)
                if source.startswith("<!--", tag):
                    # `<!-->` is a whole comment.
                    end = tag + 4 if source.startswith(">", tag + 4) else source.find("-->", tag + 4)
                    at = size if end < 0 else end + (1 if source.startswith(">", end) else 3)
                else:
                    end = source.find(">", tag)
                    at = size if end < 0 else end + 1
            else:
                # A sign for "less", not a tag.
                self._text(at, tag + 1)
                at = tag + 1
        while self._stack:
            self._pop()

    def _tag(self, found: re.Match[str]) -> int:
        name = found[2].lower()
        if found[1]:
            self._end(name)
            return found.end()
        self._start(name, found[3])
        if name in VOID:
            return found.end()
        if name in RAW:
            close = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self.source, found.end())
            stop = close.start() if close else len(self.source)
            if stop > found.end() and self._stack[-1].tag == name:
                self.events.append(("t", self._stack[-1], found.end(), stop))
            return stop
        if found[3].endswith("/") and name in ("svg", "math", "path"):
            self._end(name)
        return found.end()

    # --- building the tree ----------------------------------------------------------------------------------

    def _start(self, name: str, attributes: str) -> None:
        if name in ("html", "body", "head"):
            self._start_part(name, attributes)
            return
        if not self.body and name not in HEAD:
            self._open_body("")
        if name in _IMPLIED:
            self._close_implied(*_IMPLIED[name])
        if name in _CLOSES_P:
            self._close_implied(("p",), _FENCES)
        if name == "tr" and self._stack[-1].tag == "table":
            self._push("tbody", "")
        elif name in ("td", "th") and self._stack[-1].tag in ("table", "tbody", "thead", "tfoot"):
            if self._stack[-1].tag == "table":
                self._push("tbody", "")
            self._push("tr", "")
        elif name == "a" and self._last(("a",)) > self._last(_FENCES):
            self._end("a")
        self._push(name, attributes)
        if name in VOID:
            self._pop()

    def _start_part(self, name: str, attributes: str) -> None:
        """One of the elements that a page has once: met again, a tag only adds attributes."""
        if name == "html":
            self._merge(self._stack[0], attributes)
        elif self.body:
            if name == "body":
                self._merge(self.body, attributes)
        elif name == "body":
            self._open_body(attributes)
        elif name not in self._open:
            self._push(name, attributes)

    def _close_implied(self, closes: tuple[str, ...], fences: tuple[str, ...]) -> None:
        """End the innermost element of some that a tag ends without saying so, where no fence lies between."""
        found = self._last(closes)
        if found > self._last(fences):
            self._pop_to(found)

    def _end(self, name: str) -> None:
        if name == "br":
            self._start("br", "")
            return
        if name in ("html", "body"):
            return
        found = self._last((name,))
        if found <= 0:
            return
        if name in _TABLE_PARTS:
            fence = -1 if name == "table" else self._last(("table",))
        elif name in BLOCK:
            fence = self._last(_FENCES)
        else:
            fence = self._blocks[-1]
        if found > fence:
            self._pop_to(found)

    def _text(self, start: int, end: int) -> None:
        here = self._stack[-1]
        if here.tag in ("html", "head"):
            if self.source[start:end].isspace():
                return
            self._open_body("")
            here = self._stack[-1]
        elif not self.body and self.source[start:end].isspace():
            return
        self.events.append(("t", here, start, end))
        here.own += len(self.source[start:end].strip())

    def _open_body(self, attributes: str) -> None:
        if len(self._stack) > 1:
            self._pop_to(1)
        self._push("body", attributes)
        self.body = self._stack[-1]

    def _push(self, tag: str, attributes: str) -> None:
        parent = self._stack[-1] if self._stack else None
        node = Node(tag, parent, len(self.events))
        if parent is not None:
            if parent.counts is None:
                parent.counts = {}
            node.nth = parent.counts[tag] = parent.counts.get(tag, 0) + 1
        if attributes:
            self._merge(node, attributes)
        self.events.append(("<", node, 0, 0))
        self.nodes.append(node)
        self._open.setdefault(tag, []).append(len(self._stack))
        if tag in BLOCK:
            self._blocks.append(len(self._stack))
        self._stack.append(node)

    def _merge(self, node: Node, attributes: str) -> None:
        for found in _ATTRIBUTE.finditer(attributes):
            name = found[1].lower()
            if name in _KEPT and name not in node.attrs:
                value = found[2] or found[3] or found[4] or ""
                if node.attrs is _NO_ATTRS:
                    node.attrs = {}
                node.attrs[name] = html.unescape(value[:1000])
        ident = node.attrs.get("id", "")
        if ident and _ID.fullmatch(ident):
            self.ids.setdefault(ident, node)

    def _pop(self) -> None:
        node = self._stack.pop()
        self._open[node.tag].pop()
        if node.tag in BLOCK:
            self._blocks.pop()
        node.last = len(self.events)
        self.events.append((">", node, 0, 0))

    def _pop_to(self, index: int) -> None:
        while len(self._stack) > index:
            self._pop()

    def _last(self, tags: tuple[str, ...]) -> int:
        """The place in the stack of the innermost open element with one of the tags; -1 if there is none."""
        best = -1
        for tag in tags:
            places = self._open.get(tag)
            if places and places[-1] > best:
                best = places[-1]
        return best

    # --- asking ---------------------------------------------------------------------------------------------

    def path(self, node: Node) -> str:
        """A CSS selector of an element, from the nearest element with an id or from `body`.

        In very deep nesting only the last sixteen steps are named, which may fit other elements too.
        """
        if node.path:
            return node.path
        steps: list[str] = []
        at: Node | None = node
        while at is not None and len(steps) < _LONGEST_PATH:
            ident = at.attrs.get("id", "")
            if ident and self.ids.get(ident) is at:
                steps.append(f"#{ident}")
                break
            if at.tag in ("body", "html", "head"):
                steps.append(at.tag)
                break
            # A tag may hold signs that mean something in a selector.
            name = at.tag if at.tag.isalnum() and at.tag.isascii() else "*"
            steps.append(f"{name}:nth-of-type({at.nth})" if name != "*" else name)
            at = at.parent
        node.path = " > ".join(reversed(steps))
        return node.path

    def text(self, node: Node) -> str:
        """All the text in an element, references resolved and white space made single."""
        parts = [self.source[e[2] : e[3]] for e in self.events[node.first : node.last] if e[0] == "t"]
        return " ".join(html.unescape("".join(parts)).split())
