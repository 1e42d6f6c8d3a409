"""A document: its text with the claims marked, and the claims beside it."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.checking.messages import message
from comity.model.claim import KINDS, Claim, Span
from comity.publishing import html, numbers
from comity.publishing.dates import label
from comity.publishing.wording import sentence, text
from comity.register import queries
from comity.web.addresses import document_address, dyad_address
from comity.web.context import language
from comity.web.highlight import marked
from comity.web.pages.things import PAGE, page_number, pages_of

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@require_safe
def document(request: HttpRequest, doc: str) -> HttpResponse:
    """A document's text with its claims marked, and the claims beside it.

    `?claim=` marks the words of a claim, `?at=start-end` a run of words; `#here` leads to them.
    """
    held = queries.document(doc)
    if held is None:
        raise Http404
    lang = language(request)
    counting = [one for one in held.claims if one.decision != "rejected"]
    claims = [one.claim for one in counting]
    chosen = _chosen(request, claims, len(held.document.text))
    wanted = request.GET.get("claim", "")
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
            "text": marked(held.document.text, claims, held.unread, chosen),
            "claims": listed,
            "dyads": _dyads_of(counting, lang),
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
        },
    )


def _kinds(claims: list[queries.HeldClaim], lang: str) -> list[dict[str, object]]:
    """The kinds of claim in a document, with their colours' names and how many there are."""
    counted = Counter(one.claim.kind for one in claims)
    return [
        {"kind": kind, "name": text(f"kind.{kind}", lang), "count": counted[kind]}
        for kind in KINDS
        if counted[kind]
    ]


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """The documents held, the latest first."""
    lang = language(request)
    place = page_number(request)
    several = sorted(queries.documents(), key=lambda one: (one.added_at, one.id), reverse=True)
    part = several[(place - 1) * PAGE : place * PAGE]
    if not part and place > 1:
        raise Http404
    rows = [
        {
            "held": one,
            "address": document_address(one.id),
            "language": numbers.language_name(one.language, lang) if one.language else "–",
        }
        for one in part
    ]
    values = {"title": text("site.documents", lang), "documents": rows, **pages_of(len(several), place)}
    return render(request, "comity/documents.html", values)


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
