"""Which part of a web page is its text: the element with it, and what is left out of that."""

from __future__ import annotations

import re

from comity.sources.html.markup import BLOCK, RAW, Node, Page
from comity.sources.words import words

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
_OF_CLASS = 20
"""The rank of an element that only its class calls the main part."""
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_UNTOUCHABLE = words("html body main article tbody tr")


def main_part(page: Page, body: Node) -> tuple[Node, bool]:
    """The element with the main text, and whether the page itself says so."""
    nodes = page.nodes
    for node in nodes:
        node.kept = 0 if node.tag in _NEVER else node.own
    _sum(nodes)
    whole = body.kept
    for node in nodes:
        # What lies in something left out is left out.
        node.drop = (node.parent is not None and node.parent.drop) or _unwanted(node, whole)
    for node in nodes:
        node.kept = node.own
    _sum(nodes)
    whole = body.kept
    candidates = [
        (rank, node.first, node)
        for node in nodes
        if node is not body
        and node.kept
        and node.kept >= 0.4 * whole
        and not node.drop
        and (rank := _rank(node)) is not None
    ]
    return (min(candidates, key=lambda c: c[:2])[2], True) if candidates else (body, False)


def _rank(node: Node) -> int | None:
    """How surely an element says of itself that it is the main part, the surest first; None: it does not."""
    attrs = node.attrs
    if node.tag == "main" or attrs.get("role") == "main":
        return 0
    if node.tag == "article" or attrs.get("itemprop", "").lower() == "articlebody":
        return 1
    if (ident := attrs.get("id", "").lower()) in _MAIN_IDS:
        return 2 + _MAIN_IDS.index(ident)
    return _OF_CLASS if _MAIN_CLASSES & set(attrs.get("class", "").lower().split()) else None


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


def _unwanted(node: Node, whole: int) -> bool:
    """Whether an element is left out: by its tag, hidden, or by its role or name."""
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
        return _is_of_page(node)
    return _is_named_noise(node)


def _is_of_page(header: Node) -> bool:
    """Whether a header is that of the page, not of an article or a section."""
    at = header.parent
    for _ in range(12):
        if at is None or at.tag in ("article", "main", "section"):
            return at is None
        at = at.parent
    return True


def _is_named_noise(node: Node) -> bool:
    """Whether the class or id of an element says that it is no part of the text."""
    named = f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}"
    if named == " ":
        return False
    if not _NOISE_WHOLE.isdisjoint(named.lower().split()):
        return True
    tokens = [token.lower() for token in _TOKEN.findall(named)]
    if not _NOISE.isdisjoint(tokens) and _WITH.isdisjoint(tokens):
        # A name may mislead ("share-holders", "sidebar-left"): prose with few links in it stays.
        return not _SURE.isdisjoint(tokens) or node.kept < 300 or node.link_chars > 0.3 * node.kept
    return False


def drop_menus(page: Page, root: Node) -> None:
    """Groups of three or more short links and hardly anything else are menus."""
    for node in page.nodes:
        if node is root or node.links < 3 or node.tag not in BLOCK or node.tag in _UNTOUCHABLE:
            continue
        if (
            node.link_chars > 0.8 * node.kept
            and node.link_chars < 30 * node.links
            and node.kept < 0.5 * root.kept
        ):
            node.drop = True


def heading_outside(page: Page, root: Node, body: Node) -> Node | None:
    """The page's one first-rank heading, which says what it is about, if outside the main part."""
    if root is body:
        return None
    headings = [node for node in page.nodes if node.tag == "h1" and not node.drop]
    if len(headings) != 1 or root.first < headings[0].first < root.last or headings[0].first > root.first:
        return None
    return headings[0]
