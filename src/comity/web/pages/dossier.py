"""The dossier of a dyad."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import State
from comity.publishing import html
from comity.publishing.dossier import build
from comity.publishing.wording import state, text
from comity.register import queries
from comity.web.addresses import dyad_address
from comity.web.context import language


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
    lang = language(request)
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
