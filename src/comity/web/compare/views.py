"""The page that compares two documents."""

from __future__ import annotations

import difflib
import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Claim, slot_values
from comity.model.document import Document
from comity.publishing import tables
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import sentence, text
from comity.register import comparing, queries
from comity.web import access
from comity.web.addresses import document_address, words_address
from comity.web.compare import matching
from comity.web.context import language

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|^\s+")
_LONGEST = 600
"""Words of a claim that are compared one by one."""


@require_safe
@access.needs(access.READER)
def compare(request: HttpRequest) -> HttpResponse:
    """What was added, dropped and changed between two documents (`?a=…&b=…`), claim by claim."""
    lang = language(request)
    wanted = {name: request.GET.get(name, "")[:300] for name in ("a", "b")}
    held = {name: queries.document(doc) if doc else None for name, doc in wanted.items()}
    values: dict[str, Any] = {
        "wanted": wanted,
        "documents": [
            {"id": one.id, "name": f"{one.title or one.name} ({one.id})" if one.title else one.name}
            for one in queries.documents()
        ],
    }
    missing = [wanted[name] for name in wanted if wanted[name] and held[name] is None]
    if missing:
        values["problem"] = text("compare.missing", lang, name=missing[0])
        return render(request, "compare/compare.html", values, status=404)
    a, b = held["a"], held["b"]
    if a is None or b is None:
        return render(request, "compare/compare.html", values)
    values |= _compared(a, b, lang)
    return render(request, "compare/compare.html", values)


def _compared(a: queries.HeldDocument, b: queries.HeldDocument, lang: str) -> dict[str, Any]:
    ours = [[one for one in document.claims if one.decision != "rejected"] for document in (a, b)]
    dyads = {one.claim.id: one.dyad for document in ours for one in document}
    records = comparing.records_of(dyads)
    found = matching.compare([one.claim for one in ours[0]], [one.claim for one in ours[1]], dyads, records)
    texts = {a.document.id: a.document, b.document.id: b.document}

    def shown(claim: Claim) -> dict[str, Any]:
        return _claim(claim, texts[claim.doc], dyads[claim.id], lang)

    return {
        "a": _document(a.document),
        "b": _document(b.document),
        "changed": [_pair(pair, shown, texts, lang) for pair in found.changed],
        "added": [shown(one) for one in found.added],
        "dropped": [shown(one) for one in found.dropped],
        "same": [{"a": shown(pair.a), "b": shown(pair.b)} for pair in found.same],
        "compared": True,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.title or document.name,
        "address": document_address(document.id),
        "date": str(document.date or ""),
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


def _pair(pair: matching.Pair, shown: Any, texts: dict[str, Document], lang: str) -> dict[str, Any]:
    first, second = (words_of(one, texts[one.doc]) for one in (pair.a, pair.b))
    old, new = marked(first, second)
    values = [slot_values(one.slots) for one in (pair.a, pair.b)]
    return {
        "a": {**shown(pair.a), "words": old},
        "b": {**shown(pair.b), "words": new},
        "slots": [
            {
                "name": tables.slot_name(name, lang),
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
