"""The page that compares two documents, also two versions of one page."""

from __future__ import annotations

import difflib
import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Claim, State, slot_values
from comity.model.document import Document
from comity.model.edtf import Date
from comity.publishing import sheets, tables
from comity.publishing.dates import label
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import sentence, text
from comity.register import comparing, editions, queries
from comity.resolving.comparing import Comparison, Pair
from comity.web import access, lists
from comity.web.addresses import document_address, words_address
from comity.web.cache import kept
from comity.web.context import language

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|^\s+")
_LONGEST = 600
"""Words of a claim that are compared one by one."""
_MOST = 200
"""Documents that are chosen from a list; of more, one is found by its name."""
_LIKE = 20
"""Documents of a name that are offered."""


@require_safe
@access.needs(access.READER)
def compare(request: HttpRequest, form: str = "") -> HttpResponse:
    """What was added, dropped and changed between two documents (`?a=…&b=…`), claim by claim."""
    lang = language(request)
    several = kept(("compared documents",), queries.documents)
    wanted = {name: request.GET.get(name, "").strip()[:300] for name in ("a", "b")}
    offered = {name: _offered(said, several) for name, said in wanted.items()}
    chosen = {name: found[0] if len(found) == 1 else "" for name, found in offered.items()}
    titles = {one.id: f"{one.title} ({one.id})" if one.title else one.name for one in several}
    values: dict[str, Any] = {
        "sides": [
            {
                "key": name,
                "name": text(f"compare.{name}", lang),
                "said": chosen[name] or wanted[name],
                "choices": [
                    (doc, titles[doc]) for doc in (titles if len(titles) <= _MOST else offered[name][:_LIKE])
                ],
                "typed": len(titles) > _MOST and len(offered[name]) < 2,
            }
            for name in wanted
        ],
        "pages": _pages(lang, chosen["a"], chosen["b"]),
    }
    missing = [wanted[name] for name in wanted if wanted[name] and not offered[name]]
    if missing:
        values["problem"] = text("compare.missing", lang, name=missing[0])
        return render(request, "compare/compare.html", values, status=404)
    if any(len(found) > 1 for found in offered.values()):
        values["problem"] = text("compare.several", lang)
    a, b = (queries.document(chosen[name]) if chosen[name] else None for name in ("a", "b"))
    if a is None or b is None:
        return render(request, "compare/compare.html", values)
    values |= _compared(a, b, lang)
    if form:
        return lists.file(request, _sheet(request, values, lang), form)
    return render(request, "compare/compare.html", values)


def _offered(said: str, several: list[queries.DocumentSummary]) -> list[str]:
    """The documents of an id, else those in whose id, file name or title every word is found."""
    if not said:
        return []
    if any(one.id == said for one in several):
        return [said]
    words = lists.folded(said).split()
    named = ((one.id, lists.folded(f"{one.id} {one.name} {one.title}")) for one in several)
    return [doc for doc, name in named if all(word in name for word in words)]


def _pages(lang: str, a: str, b: str) -> list[dict[str, Any]]:
    """The pages of which several versions are held; where a document is chosen, its page alone."""
    found = kept(("editions",), editions.editions)
    concerned = [one for one in found if any(edition.doc in (a, b) for edition in one)]
    return [_page(one, lang, a, b) for one in (concerned if a or b else found)]


def _page(versions: tuple[editions.Edition, ...], lang: str, a: str, b: str) -> dict[str, Any]:
    told = []
    for place, one in enumerate(versions):
        before = versions[place - 1].doc if place else ""
        told.append(
            {
                "name": version_name(one, lang),
                "address": document_address(one.doc),
                "compare": compare_address(before, one.doc) if before else "",
                "here": one.doc in (a, b),
            }
        )
    last = versions[-1]
    return {
        "title": last.title or last.name,
        "versions": told,
        "whole": compare_address(versions[0].doc, last.doc) if len(versions) > 2 else "",
    }


def version_name(one: editions.Edition, lang: str) -> str:
    """What a version is called: by the date that it tells of itself, else by its name and when it was added."""
    if one.date:
        return label(Date.parse(one.date), lang)
    return f"{one.name}, {text('version.added', lang, date=f'{one.added_at:%Y-%m-%d}')}"


def compare_address(a: str, b: str) -> str:
    """The comparison of two documents."""
    return f"/compare/?{urlencode({'a': a, 'b': b})}"


def _compared(a: queries.HeldDocument, b: queries.HeldDocument, lang: str) -> dict[str, Any]:
    found = comparing.compared(a, b)
    dyads = comparing.dyads_of(a, b)
    texts = {a.document.id: a.document, b.document.id: b.document}
    return {
        "a": _document(a.document, lang),
        "b": _document(b.document, lang),
        "compared": True,
        **_told(found, texts, dyads, lang),
    }


def _told(
    found: Comparison, texts: dict[str, Document], dyads: dict[str, tuple[State, ...]], lang: str
) -> dict[str, Any]:
    def shown(claim: Claim) -> dict[str, Any]:
        return _claim(claim, texts[claim.doc], dyads[claim.id], lang)

    return {
        "changed": [_pair(pair, shown, texts, lang) for pair in found.changed],
        "added": [shown(one) for one in found.added],
        "dropped": [shown(one) for one in found.dropped],
        "same": [{"a": shown(pair.a), "b": shown(pair.b)} for pair in found.same],
    }


def _document(document: Document, lang: str) -> dict[str, Any]:
    return {
        "name": document.title or document.name,
        "address": document_address(document.id),
        "date": label(document.date, lang) if document.date else "",
    }


def _claim(claim: Claim, document: Document, dyad: tuple[str, ...], lang: str) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "kind_name": text(f"kind.{claim.kind}", lang),
        "sentence": sentence(claim.slots, lang, dyad),
        "words": words_of(claim, document),
        "language": document.language,
        "address": words_address(claim.doc, claim.id),
    }


def words_of(claim: Claim, document: Document) -> str:
    """The words of a claim's first run."""
    start, end = claim.evidence[0]
    return document.text[start:end]


def _pair(pair: Pair, shown: Any, texts: dict[str, Document], lang: str) -> dict[str, Any]:
    first, second = (words_of(one, texts[one.doc]) for one in (pair.a, pair.b))
    old, new = marked(first, second)
    values = [slot_values(one.slots) for one in (pair.a, pair.b)]
    return {
        "a": {**shown(pair.a), "marked": old},
        "b": {**shown(pair.b), "marked": new},
        "slots": [
            {
                "name": tables.slot_name(name, lang, pair.b.kind),
                "a": tables.shown(values[0].get(name), name, lang, pair.a.kind),
                "b": tables.shown(values[1].get(name), name, lang, pair.b.kind),
            }
            for name in pair.differs
        ],
    }


def marked(old: str, new: str) -> tuple[Markup, Markup]:
    """Two texts with the words marked that the other has not; as they are where they have little in common."""
    first, second = _WORD.findall(old)[:_LONGEST], _WORD.findall(new)[:_LONGEST]
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < 0.3:
        return join(old), join(new)
    before, after = [], []
    for what, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(first[a:b]), "".join(second[c:d])
        before.append(join(gone) if what == "equal" else tag("del", gone) if gone else join())
        after.append(join(come) if what == "equal" else tag("ins", come) if come else join())
    return join(before), join(after)


def _sheet(request: HttpRequest, told: dict[str, Any], lang: str) -> sheets.Sheet:
    """A comparison as a sheet: a row for each slot that changed, and for each claim that is new, gone or the same."""
    heads = {"what": "compare.what", "kind": "column.type", "slot": "site.slot", "earlier": "compare.a",
             "later": "compare.b", "words_earlier": "compare.words.a", "words_later": "compare.words.b",
             "link": "sheet.link"}  # fmt: skip
    rows: list[tuple[str, ...]] = []

    def put(what: str, a: dict[str, Any] | None, b: dict[str, Any] | None, slot: tuple[str, ...]) -> None:
        one = b or a or {}
        words = (" ".join(side["words"].split()) if side else "" for side in (a, b))
        address = request.build_absolute_uri(one["address"])
        rows.append((text(f"compare.{what}", lang), one["kind_name"], *slot, *words, address))

    for one in told["changed"]:
        for slot in one["slots"]:
            put("changed", one["a"], one["b"], (slot["name"], slot["a"], slot["b"]))
    for one in told["added"]:
        put("added", None, one, ("", "", one["sentence"]))
    for one in told["dropped"]:
        put("dropped", one, None, ("", one["sentence"], ""))
    for one in told["same"]:
        put("same", one["a"], one["b"], ("", one["a"]["sentence"], one["b"]["sentence"]))
    columns = tuple((key, text(name, lang)) for key, name in heads.items())
    return sheets.Sheet(text("compare.title", lang), columns, tuple(rows))
