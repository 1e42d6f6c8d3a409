"""The first page: the dyads held and where they lie, what is new, what is due."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.publishing import maps, numbers
from comity.publishing.wording import counted, text
from comity.register import queries
from comity.web.addresses import document_address, dyad_address, state_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages import due
from comity.web.pages.document import newest
from comity.web.pages.dossiers import listed, name
from comity.web.pages.things import kinds

_NEW = 10
_DUE = 5
_FIRST = 18
"""How many of each are shown."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the register holds, at a look."""
    lang = language(request)
    today = datetime.datetime.now(datetime.UTC).date()
    return render(request, "comity/home.html", kept(("home", lang, today), lambda: _values(lang, today)))


def _values(lang: str, today: datetime.date) -> dict[str, Any]:
    pairs = [one for one in queries.dyads() if len(one.states) == 2]
    drawn = [
        maps.Pair(
            (one.states[0], one.states[1]), dyad_address(one.states), name(one.states, lang), one.claims
        )
        for one in pairs
    ]
    documents = sorted(queries.documents(), key=newest, reverse=True)
    held = queries.counts()
    return {
        "title": text("site.home", lang),
        "map": maps.world(drawn, lang, {code: state_address(code) for one in pairs for code in one.states}),
        "most_lines": maps.MOST_LINES if len(pairs) > maps.MOST_LINES else 0,
        "dyads": listed(sorted(pairs, key=lambda one: -one.records)[:_FIRST], lang),
        "rest": max(0, len(pairs) - _FIRST),
        "tally": [
            counted("dossiers", len(pairs), lang),
            counted("documents", held.documents, lang),
            counted("claims", held.claims, lang),
            counted("records", held.records, lang),
            counted("findings", held.findings, lang),
        ],
        "documents": [
            {
                "held": one,
                "address": document_address(one.id),
                "language": numbers.language_name(one.language, lang) if one.language else "–",
            }
            for one in documents[:_NEW]
        ],
        "more": max(0, len(documents) - _NEW),
        "due": due.first(lang, today, _DUE),
        "kinds": kinds(lang),
    }
