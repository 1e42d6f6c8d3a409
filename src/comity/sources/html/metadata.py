"""What a web page tells of itself: its title, its date, where it stands."""

from __future__ import annotations

import re

from comity.model.edtf import Date
from comity.sources.date import metadata_date
from comity.sources.html.markup import Node, Page, attributes

_JSON_DATE = re.compile(r'"(?:datePublished|dateCreated)"\s*:\s*"([^"]{4,40})"')
_META_DATES = (
    "article:published_time", "datepublished", "og:published_time", "publication_date", "pubdate",
    "publishdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "dc.date.created", "sailthru.date", "citation_publication_date", "date",
)  # fmt: skip
"""Keys of `meta` elements with a date, the more trusted first; behind them stand:"""
_ITEM, _JSON, _TIME = 20, 21, 22
_TIMES = 20
"""How many `time` elements are looked at."""


def title(page: Page) -> str:
    """The page's title: its own, else that for sharing it, else its first heading."""
    named = shared = heading = ""
    for node in page.nodes:
        if node.tag == "title":
            named = named or page.text(node)
        elif node.tag == "h1":
            heading = heading or page.text(node)
        elif node.tag == "meta" and _key(node) == "og:title":
            shared = shared or " ".join(node.attrs.get("content", "").split())
    return (named or shared or heading)[:300]


def date(page: Page) -> Date | None:
    """The date that the page's own metadata give: of the places that may tell one, the first that tells a day."""
    told: dict[int, str] = {}
    times = 0
    for node in page.nodes:
        tag, attrs = node.tag, node.attrs
        if tag == "meta":
            if _key(node) in _META_DATES and (content := attrs.get("content", "")):
                told.setdefault(_META_DATES.index(_key(node)), content)
        elif attrs.get("itemprop", "").lower() == "datepublished":
            told.setdefault(_ITEM, attrs.get("datetime") or attrs.get("content") or page.text(node)[:60])
        elif tag == "time" and times < _TIMES and ("pubdate" in attrs or "datetime" in attrs):
            times += 1
            if "pubdate" in attrs or _in_header(node):
                told.setdefault(_TIME, attrs.get("datetime") or page.text(node)[:60])
        elif tag == "script" and (published := _in_json(page, node)):
            told.setdefault(_JSON, published)
    found = (metadata_date(told[place]) for place in sorted(told))
    return next((day for day in found if day), None)


def _key(node: Node) -> str:
    """What a `meta` element is about."""
    attrs = node.attrs
    return (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()


def _in_json(page: Page, node: Node) -> str:
    """The date of publishing where a script holds linked data, or ""."""
    if node.attrs.get("type", "").lower() != "application/ld+json":
        return ""
    for kind, _, start, end in page.events[node.first : node.last]:
        if kind == "t" and (found := _JSON_DATE.search(page.source, start, min(end, start + 50_000))):
            return found[1]
    return ""


_HEAD_TAG = re.compile(r"<(link|meta)\s([^<>]{1,2000})>", re.I)
_SAVED = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,99}url:\s{0,9})"
    r"(https?://[^\s<>]{4,1000})",
    re.I,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,1000}", re.I)
_HEAD = 200_000
"""Characters of a page within which it tells where it stands."""


def address(page: Page) -> str:
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
