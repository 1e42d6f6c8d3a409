"""The first page: what the register holds."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.publishing import html, numbers
from comity.register import queries
from comity.web.addresses import document_address, dyad_address
from comity.web.context import language


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The dyads and documents held."""
    lang = language(request)
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
