"""Documents read again by the rules of today: what would be read otherwise, and taking it over."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comity.model.claim import Claim, slot_values
from comity.model.document import Document
from comity.pipeline import Failure, Page
from comity.publishing import tables
from comity.publishing.wording import sentence, text
from comity.publishing.wording.errors import line
from comity.register import actions, queries, rereading
from comity.web import access, lists
from comity.web.accounts import log
from comity.web.adding.reading import Reader
from comity.web.addresses import document_address
from comity.web.cache import kept
from comity.web.context import language

_SECONDS = 25
"""How long a document is read while somebody waits for the page."""

_ACTS = ("changed", "added", "removed", "kept")


def _rules() -> str:
    from comity.reading.cascade import RULES  # all of reading, which few pages need

    return RULES


def reread_address(doc: str) -> str:
    """What reading a document again makes of it."""
    return f"/reread/{quote(doc, safe='')}/"


@never_cache
@require_safe
@access.needs(access.EDITOR)
def documents(request: HttpRequest, form: str = "") -> HttpResponse:
    """The documents with the rules by which they were read, those of older rules first."""
    lang = language(request)
    table = kept(("reread", lang), lambda: _table(lang))
    return lists.answer(request, table, form, lead=text("reread.lead", lang, rules=_rules()))


def _table(lang: str) -> lists.Table:
    readers, rules = queries.readers(), _rules()
    rows = []
    for one in queries.documents():
        by = readers.get(one.id, ())
        rows.append(
            (
                not by or set(by) == {rules},
                lists.row(
                    lists.Cell(one.title or one.name, reread_address(one.id), one.name if one.title else ""),
                    ", ".join(by) or "–",
                    one.claims,
                    f"{one.added_at:%Y-%m-%d}",
                    also=one.id,
                ),
            )
        )
    columns = (
        lists.Column("document", text("sources.document", lang)),
        lists.Column("rules", text("site.reader", lang)),
        lists.Column("claims", text("site.claims", lang), number=True),
        lists.Column("added", text("site.added", lang)),
    )
    ordered = tuple(row for _, row in sorted(rows, key=lambda one: one[0]))
    return lists.Table(text("reread.title", lang), columns, ordered)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@access.needs(access.EDITOR)
def document(request: HttpRequest, doc: str) -> HttpResponse:
    """How the claims that a document is read to now differ from those held; sent as a form, they take their place."""
    held = queries.full_documents([doc]).get(doc)
    if held is None:
        raise Http404
    lang = language(request)
    page = kept(("read again", doc), lambda: _read(held))
    values: dict[str, Any] = {
        "title": text("reread.title", lang), "document": held, "address": document_address(doc), "rules": _rules(),
    }  # fmt: skip
    if page is None or isinstance(page, Failure):
        values["problem"] = text("reread.slow", lang, doc=doc) if page is None else line(page.why, lang)
        return render(request, "review/reread.html", values, status=503)
    if request.method == "POST":
        actions.reread(doc, page.claims, [one.span for one in page.unread], access.author(request))
        log.detail(request, rules=_rules())
        return HttpResponseRedirect(f"{reread_address(doc)}?done=1")
    changes = rereading.differences(doc, page.claims)
    groups = {act: [_change(one, held, lang) for one in changes if one.act == act] for act in _ACTS}
    values |= {
        "groups": [
            {"act": act, "name": text(f"reread.{act}", lang), "changes": several}
            for act, several in groups.items()
            if several
        ],
        "takes": sum(len(groups[act]) for act in _ACTS if act != "kept"),
        "done": "done" in request.GET and not any(groups[act] for act in _ACTS if act != "kept"),
    }
    return render(request, "review/reread.html", values)


def _read(held: Document) -> Page | Failure | None:
    """The document read by a process of its own; `None` where that takes too long or falls."""
    reader = Reader()
    try:
        read = reader.read(lambda: None, held, seconds=_SECONDS)
    finally:
        reader.close()
    return None if isinstance(read, Failure) and "takes too long" in read.why else read


def _change(one: rereading.Change, held: Document, lang: str) -> dict[str, Any]:
    before = one.before.claim if one.before is not None else None
    dyad = one.before.dyad if one.before is not None else ()
    shown = before or one.after
    assert shown is not None
    told: dict[str, Any] = {
        "kind": shown.kind,
        "kind_name": text(f"kind.{shown.kind}", lang),
        "before": _claim(before, held, dyad, lang) if before is not None else None,
        "after": _claim(one.after, held, dyad, lang) if one.after is not None else None,
        "slots": _slots(before, one.after, lang) if before is not None and one.after is not None else [],
    }
    if one.act == "kept" and one.before is not None:
        told["decision"] = text(f"site.decision.{one.before.decision}", lang)
        told["by"] = one.before.decided_by
    return told


def _claim(claim: Claim, held: Document, dyad: tuple[str, ...], lang: str) -> dict[str, Any]:
    start, end = claim.evidence[0]
    return {
        "sentence": sentence(claim.slots, lang, dyad),
        "words": " ".join(held.text[start:end].split()),
        "address": f"{document_address(held.id)}?at={start}-{end}#here",
    }


def _slots(before: Claim, after: Claim, lang: str) -> list[dict[str, str]]:
    old, new = slot_values(before.slots), slot_values(after.slots)
    return [
        {
            "name": tables.slot_name(name, lang, after.kind),
            "a": tables.shown(old.get(name), name, lang, before.kind),
            "b": tables.shown(new.get(name), name, lang, after.kind),
        }
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    ]
