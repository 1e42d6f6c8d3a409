"""The dossiers held, as a list that can be searched by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.publishing import html
from comity.publishing.wording import text
from comity.register import queries
from comity.web.addresses import dyad_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.things import PAGE, page_number, pages_of


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """The dossiers, those with the most claims first; `?q=` keeps those in whose name each of its words is found."""
    lang = language(request)
    asked = request.GET.get("q", "").strip()[:100]
    place = page_number(request)
    rows = kept(
        ("dossiers", lang), lambda: listed((one for one in queries.dyads() if len(one.states) == 2), lang)
    )
    words = asked.casefold().split()
    found = [one for one in rows if all(word in one["name"].casefold() for word in words)]
    part = found[(place - 1) * PAGE : place * PAGE]
    if not part and place > 1:
        raise Http404
    values = {"title": text("dossiers", lang), "asked": asked, "dyads": part, **pages_of(len(found), place)}
    return render(request, "comity/dossiers.html", values)


def listed(dyads: Iterable[queries.DyadSummary], lang: str) -> list[dict[str, Any]]:
    """Rows of the table of dossiers."""
    return [
        {"name": name(one.states, lang), "address": dyad_address(one.states), "held": one} for one in dyads
    ]


def name(dyad: tuple[str, ...], lang: str) -> str:
    """A dyad as its dossier is called."""
    return html.name_of((dyad[0], dyad[1]), lang)
