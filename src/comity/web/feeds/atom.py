"""Feeds in Atom. Source: RFC 4287."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from comity.web.feeds.entries import plain

TYPE = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True)
class Entry:
    """One thing that is new. `content` is HTML that is escaped already; `address` is absolute."""

    ident: str
    title: str
    address: str
    since: datetime.datetime
    changed: datetime.datetime
    content: str
    author: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed. `address` is its own, `page` that of the page that it tells of; both are absolute."""

    ident: str
    title: str
    lang: str
    address: str
    page: str
    others: tuple[tuple[str, str], ...]
    changed: datetime.datetime
    entries: tuple[Entry, ...]


def write(feed: Feed) -> bytes:
    """The feed as a file; `others` are the languages that it is to be had in, with their addresses."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": feed.lang})
    _texts(root, (("id", feed.ident), ("title", feed.title), ("updated", _time(feed.changed))))
    _link(root, "self", feed.address, TYPE.partition(";")[0])
    _link(root, "alternate", feed.page, "text/html", feed.lang)
    for lang, address in feed.others:
        _link(root, "alternate", address, TYPE.partition(";")[0], lang)
    _texts(_under(root, "author"), (("name", "Comity"),))
    _texts(root, (("generator", "Comity"),))
    for one in feed.entries:
        entry = _under(root, "entry")
        _texts(
            entry,
            (
                ("id", one.ident),
                ("title", one.title),
                ("published", _time(one.since)),
                ("updated", _time(one.changed)),
            ),
        )
        _link(entry, "alternate", one.address, "text/html", feed.lang)
        if one.author:
            _texts(_under(entry, "author"), (("name", one.author),))
        if one.kind:
            _under(entry, "category").set("term", plain(one.kind))
        content = _under(entry, "content")
        content.set("type", "html")
        content.text = plain(one.content)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _under(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")


def _texts(parent: ElementTree.Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, said in texts:
        _under(parent, name).text = plain(said)


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str, lang: str = "") -> None:
    link = _under(parent, "link")
    link.attrib.update({"rel": rel, "href": href, "type": kind})
    if lang:
        link.set("hreflang", lang)


def _time(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
