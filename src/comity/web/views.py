"""The pages of the site; each reads `register.queries` and changes nothing."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Claim, Slots, Span, State, kind_of, slot_values
from comity.publishing import html, numbers, tables
from comity.publishing.dates import label
from comity.publishing.dossier import build
from comity.publishing.markup import join, tag
from comity.publishing.wording import sentence, state, text
from comity.register import queries
from comity.web.highlight import marked

_CODE = re.compile(r"[A-Z]{3,4}")
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


def _lang(request: HttpRequest) -> str:
    return str(getattr(request, "lang", "en"))


def dyad_address(dyad: tuple[State, ...]) -> str:
    """The address of a dossier."""
    if all(_CODE.fullmatch(one) for one in dyad):
        return f"/{'-'.join(dyad).lower()}/"
    return f"/between/?{urlencode({'a': dyad[0], 'b': dyad[1]})}"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The dyads and documents held."""
    lang = _lang(request)
    dyads = [
        {
            "name": html.name_of((one.states[0], one.states[1]), lang),
            "address": dyad_address(one.states),
            "held": one,
        }
        for one in queries.dyads()
        if len(one.states) == 2
    ]
    documents = [
        {
            "held": one,
            "address": document_address(one.id),
            "language": numbers.language_name(one.language, lang) if one.language else "–",
        }
        for one in queries.documents()
    ]
    return render(request, "comity/home.html", {"dyads": dyads, "documents": documents})


@require_safe
def dossier(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The dossier of two states by their codes; small letters are the address, others lead to it."""
    if (a, b) != (a.lower(), b.lower()):
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(f"/{a.lower()}-{b.lower()}/{query}")
    return _dossier(request, (a.upper(), b.upper()))


@require_safe
def between(request: HttpRequest) -> HttpResponse:
    """The dossier of two parties of which one has no code: `?a=…&b=…`."""
    return _dossier(request, (request.GET.get("a", ""), request.GET.get("b", "")))


def _dossier(request: HttpRequest, dyad: tuple[State, State]) -> HttpResponse:
    if dyad[0] == dyad[1] or not all(dyad):
        raise Http404
    held = queries.dossier_inputs(*dyad)
    lang = _lang(request)
    if not held.claims:
        said = text("site.nothing", lang, a=state(dyad[0], lang), b=state(dyad[1], lang))
        return render(request, "comity/missing.html", {"message": said}, status=404)
    made = build(dyad, held.claims, held.records, held.entities, held.findings, held.documents)
    return render(
        request,
        "comity/dossier.html",
        {
            "title": html.name_of(dyad, lang),
            "body": html.body(made, lang, html.SiteLinks()),
            "canonical": dyad_address(held.dyad),
        },
    )


def document_address(doc: str) -> str:
    """The address of a document."""
    return f"/documents/{quote(doc, safe='')}/"


@require_safe
def document(request: HttpRequest, doc: str) -> HttpResponse:
    """A document's text with its claims marked, and the claims beside it.

    `?claim=` marks the words of a claim, `?at=start-end` a run of words; `#here` leads to them.
    """
    held = queries.document(doc)
    if held is None:
        raise Http404
    lang = _lang(request)
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


@require_safe
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """A claim's own page, the permanent link to it. `?to=record` leads on to its line in the dossier."""
    held = queries.claim(claim_id)
    if held is None:
        raise Http404
    if request.GET.get("to") == "record" and len(held.dyad) == 2:
        record = queries.record(claim_id)
        anchor = f"#r-{record.id}" if record is not None else ""
        return HttpResponseRedirect(f"{dyad_address(held.dyad)}{anchor}")
    lang = _lang(request)
    source = queries.document(held.claim.doc)
    if source is None:
        raise Http404
    runs = [_run(source.document.text, span) for span in held.claim.evidence]
    return render(
        request,
        "comity/claim.html",
        {
            "held": held,
            "claim": held.claim,
            "kind": text(f"kind.{held.claim.kind}", lang),
            "sentence": sentence(held.claim.slots, lang, held.dyad),
            "slots": _slots(held.claim.slots, lang),
            "machine": _slots(held.machine, lang) if held.machine != held.claim.slots else None,
            "decision": text(f"site.decision.{held.decision}", lang) if held.decision else "",
            "document": source.document,
            "runs": runs,
            "position": _position(held.claim, source.document, lang),
            "address": f"{document_address(held.claim.doc)}?claim={quote(claim_id, safe='')}#here",
            "record": f"/claims/{claim_id}/?to=record" if len(held.dyad) == 2 else "",
            "confidence": numbers.number(round(held.claim.confidence, 2), lang),
        },
    )


def _position(claim_: Claim, document_: Any, lang: str) -> str:
    line, column = document_.position(claim_.start)
    return text("sources.position", lang, doc=document_.name, line=line, column=column)


_AROUND = 120
"""How many code points are shown on either side of a claim's words."""


def _run(whole: str, span: Span) -> Any:
    """The words of a run with a little of what stands around them."""
    start, end = span
    before = whole[max(0, start - _AROUND) : start]
    after = whole[end : end + _AROUND]
    return join(
        "…" if start > _AROUND else None, before, tag("mark", whole[start:end], class_="chosen"), after,
        "…" if end + _AROUND < len(whole) else None,
    )  # fmt: skip


def _slots(slots: Slots, lang: str) -> list[tuple[str, str]]:
    kind = kind_of(slots)
    return [
        (tables.slot_name(name, lang), tables.shown(value, name, lang, kind))
        for name, value in slot_values(slots).items()
    ]


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense, for one under a name that is not the site's."""
    del exception
    return _plain(request, "site.notfound", "site.notfound.text", 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing at this address."""
    del exception
    return _plain(request, "site.notfound", "site.notfound.text", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """The program failed; nothing of the failure is told to the reader."""
    return _plain(request, "site.name", "site.error", 500)


def _plain(request: HttpRequest, title: str, message: str, status: int) -> HttpResponse:
    lang = _lang(request)
    values = {"title": text(title, lang), "message": text(message, lang)}
    return render(request, "comity/missing.html", values, status=status)
