"""A document: its text with the claims marked, and the claims beside it."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Claim, Span
from comity.publishing import html, numbers
from comity.publishing.dates import label
from comity.publishing.wording import sentence, text
from comity.register import queries
from comity.web.addresses import dyad_address
from comity.web.context import language
from comity.web.highlight import marked

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
        },
    )


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
