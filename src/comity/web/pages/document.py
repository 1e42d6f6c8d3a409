"""A document: its text with the claims marked, and the claims beside it."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from comity.checking.messages import message
from comity.model.claim import KINDS, Claim, Span
from comity.model.document import Document
from comity.model.edtf import Date
from comity.publishing import html, numbers, sheets
from comity.publishing.dates import label
from comity.publishing.dossier import date_of
from comity.publishing.wording import sentence, text
from comity.publishing.wording.errors import message as message_of
from comity.register import actions, editions, queries
from comity.register.errors import RegisterError
from comity.web import access, lists
from comity.web.accounts import log
from comity.web.addresses import claim_address, document_address, dyad_address
from comity.web.cache import kept
from comity.web.compare.views import compare_address, version_name
from comity.web.context import language
from comity.web.highlight import marked

_FEW = 6
"""Dossiers that a document names at once: a page about one state is in those with a hundred others."""
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@require_safe
def document(request: HttpRequest, doc: str, form: str = "") -> HttpResponse:
    """A document's text with its claims marked, and the claims beside it.

    `?claim=` marks the words of a claim, `?at=start-end` a run of words; `#here` leads to them.
    """
    held = queries.document(doc)
    if held is None:
        raise Http404
    lang = language(request)
    counting = [one for one in held.claims if one.decision != "rejected"]
    if form:
        return lists.file(request, _sheet(request, held.document, counting, lang), form)
    claims = [one.claim for one in counting]
    chosen = _chosen(request, claims, len(held.document.text))
    wanted = request.GET.get("claim", "")
    dyads = _dyads_of(counting, lang)
    listed = [
        {
            "id": one.claim.id,
            "number": number,
            "kind": one.claim.kind,
            "kind_name": text(f"kind.{one.claim.kind}", lang),
            "sentence": sentence(one.claim.slots, lang, one.dyad),
            "decision": text(f"site.decision.{one.decision}", lang) if one.decision else "",
            "chosen": one.claim.id == wanted,
            "dyad": _dossier_link(one, lang),
        }
        for number, one in enumerate(counting, 1)
    ]
    return render(
        request,
        "comity/document.html",
        {
            "held": held,
            "document": held.document,
            "title": held.document.title or held.document.name,
            "date": label(held.document.date, lang) if held.document.date else "",
            "language_name": numbers.language_name(held.document.language, lang)
            if held.document.language
            else "–",
            "text": marked(held.document.text, claims, held.unread, chosen, text("document.table", lang)),
            "claims": listed,
            "dyads": dyads,
            "few": f":{_FEW}",
            "further": f"{_FEW}:",
            "others": max(0, len(dyads) - _FEW),
            "kinds": _kinds(counting, lang),
            "findings": [
                {
                    "code": one.code,
                    "severity": one.severity,
                    "name": text(f"severity.{one.severity}", lang),
                    "said": message(one, lang),
                    "id": one.id,
                }
                for one in held.findings
            ],
            "original": f"{document_address(doc)}original/",
            "rejected": len(held.claims) - len(counting),
            **_versions(doc, lang),
        },
    )


def _versions(doc: str, lang: str) -> dict[str, Any]:
    """The versions held of the page that a document is of, and how to compare it with the one before."""
    found = kept(("editions",), editions.editions)
    mine = next((one for one in found if any(edition.doc == doc for edition in one)), ())
    place = next((at for at, one in enumerate(mine) if one.doc == doc), 0)
    earlier, by = queries.earlier(doc)
    return {
        "versions": [
            {"name": version_name(one, lang), "address": document_address(one.doc), "here": one.doc == doc}
            for one in mine
        ],
        "before": compare_address(mine[place - 1].doc, doc) if place else "",
        "earlier": earlier,
        "earlier_by": by,
    }


@require_POST
@access.needs(access.EDITOR)
def version(request: HttpRequest, doc: str) -> HttpResponse:
    """Say that a document is a newer version of another (`earlier`), or with nothing told of none."""
    if doc not in queries.texts([doc]):
        raise Http404
    lang = language(request)
    earlier = request.POST.get("earlier", "").strip()[:200]
    log.detail(request, earlier=earlier)
    try:
        actions.newer_version(doc, earlier, access.author(request))
    except RegisterError as error:
        values = {"title": text("version.of", lang), "message": message_of(error, lang)}
        return render(request, "comity/missing.html", values, status=409)
    return HttpResponseRedirect(document_address(doc))


def _sheet(
    request: HttpRequest, document_: Document, claims: list[queries.HeldClaim], lang: str
) -> sheets.Sheet:
    """The claims of a document, one a row."""
    heads = {"number": "column.number", "kind": "column.type", "text": "sheet.text", "words": "sheet.words",
             "start": "sheet.start", "end": "sheet.end", "date": "column.date", "decision": "site.decision",
             "claim": "site.claim", "link": "sheet.link"}  # fmt: skip
    rows = [
        (
            number,
            text(f"kind.{one.claim.kind}", lang),
            sentence(one.claim.slots, lang, one.dyad),
            " | ".join(" ".join(document_.text[start:end].split()) for start, end in one.claim.evidence),
            one.claim.start,
            one.claim.evidence[-1][1],
            str(date_of(one.claim.slots) or ""),
            text(f"site.decision.{one.decision}", lang) if one.decision else "",
            one.claim.id,
            request.build_absolute_uri(claim_address(one.claim.id)),
        )
        for number, one in enumerate(claims, 1)
    ]
    columns = tuple((key, text(name, lang)) for key, name in heads.items())
    return sheets.Sheet(document_.title or document_.name, columns, tuple(rows))


def _kinds(claims: list[queries.HeldClaim], lang: str) -> list[dict[str, object]]:
    """The kinds of claim in a document, with their colours' names and how many there are."""
    counted = Counter(one.claim.kind for one in claims)
    return [
        {"kind": kind, "name": text(f"kind.{kind}", lang), "count": counted[kind]}
        for kind in KINDS
        if counted[kind]
    ]


@require_safe
def documents(request: HttpRequest, form: str = "") -> HttpResponse:
    """The documents held, the latest first."""
    lang = language(request)
    return lists.answer(request, kept(("documents", lang), lambda: _table(lang)), form)


def newest(one: queries.DocumentSummary) -> tuple[datetime.date, bool, datetime.datetime, str]:
    """What documents are sorted by: of one day those that tell something come first."""
    return one.added_at.date(), bool(one.claims), one.added_at, one.id


def _table(lang: str) -> lists.Table:
    several = sorted(queries.documents(), key=newest, reverse=True)
    rows = [
        lists.row(
            lists.Cell(one.title or one.name, document_address(one.id), one.name if one.title else ""),
            lists.Cell(_date(one.date, lang), order=one.date),
            numbers.language_name(one.language, lang) if one.language else "–",
            one.claims,
            f"{one.added_at:%Y-%m-%d}",
            also=one.id,
        )
        for one in several
    ]
    columns = (
        lists.Column("document", text("sources.document", lang)),
        lists.Column("date", text("column.date", lang)),
        lists.Column("language", text("sources.language", lang)),
        lists.Column("claims", text("site.claims", lang), number=True),
        lists.Column("added", text("site.added", lang), date=True),
    )
    return lists.Table(text("site.documents", lang), columns, tuple(rows))


def _date(edtf: str, lang: str) -> str:
    return label(Date.parse(edtf), lang) if edtf else "–"


@require_safe
def original(request: HttpRequest, doc: str) -> HttpResponse:
    """The untouched file, to be kept and never to be shown: whatever it is, no browser runs it here."""
    content = queries.original(doc)
    held = queries.texts([doc]).get(doc)
    if content is None or held is None:
        raise Http404
    if request.headers.get("If-None-Match") == f'"{held.sha256}"':
        return HttpResponse(status=304)
    response = HttpResponse(content, content_type="application/octet-stream")
    plain = re.sub(r"[^A-Za-z0-9._-]+", "_", held.name).strip("._") or "document"
    full = quote(held.name, safe="")
    response.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    response.headers["ETag"] = f'"{held.sha256}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _chosen(request: HttpRequest, claims: list[Claim], length: int) -> list[Span]:
    wanted = request.GET.get("claim", "")
    for claim_ in claims:
        if claim_.id == wanted:
            return list(claim_.evidence)
    found = _AT.fullmatch(request.GET.get("at", ""))
    return [(int(found[1]), min(length, int(found[2])))] if found else []


def _dossier_link(held: queries.HeldClaim, lang: str) -> dict[str, str] | None:
    """Where a claim is told in a dossier: its record's line."""
    if len(held.dyad) != 2:
        return None
    return {
        "name": html.name_of((held.dyad[0], held.dyad[1]), lang),
        "address": f"/claims/{held.claim.id}/?to=record",
    }


def _dyads_of(claims: list[queries.HeldClaim], lang: str) -> list[dict[str, str]]:
    found = dict.fromkeys(one.dyad for one in claims if len(one.dyad) == 2)
    return [
        {"name": html.name_of((one[0], one[1]), lang), "address": dyad_address(one)} for one in sorted(found)
    ]
