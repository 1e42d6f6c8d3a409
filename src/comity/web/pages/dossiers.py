"""The dossiers held, as a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.publishing import html
from comity.publishing.wording import text
from comity.register import queries
from comity.web import lists
from comity.web.addresses import dyad_address
from comity.web.cache import kept
from comity.web.context import language


@require_safe
def dossiers(request: HttpRequest, form: str = "") -> HttpResponse:
    """The dossiers, those with the most claims first."""
    lang = language(request)
    trail = {"address": "/", "name": text("site.home", lang)}
    return lists.answer(request, kept(("dossiers", lang), lambda: _table(lang)), form, trail=trail)


def _table(lang: str) -> lists.Table:
    pairs = [one for one in queries.dyads() if len(one.states) == 2]
    numbers = ("records", "claims", "documents", "findings")
    rows = [
        lists.row(
            lists.Cell(name(one.states, lang), dyad_address(one.states)),
            *(getattr(one, number) for number in numbers),
            also=" ".join(one.states),
        )
        for one in pairs
    ]
    columns = [lists.Column("dossier", text("site.dyad", lang))]
    columns += [lists.Column(number, text(f"site.{number}", lang), number=True) for number in numbers]
    return lists.Table(text("dossiers", lang), tuple(columns), tuple(rows))


def listed(dyads: Iterable[queries.DyadSummary], lang: str) -> list[dict[str, Any]]:
    """Rows of the table of dossiers."""
    return [
        {"name": name(one.states, lang), "address": dyad_address(one.states), "held": one} for one in dyads
    ]


def name(dyad: tuple[str, ...], lang: str) -> str:
    """A dyad as its dossier is called."""
    return html.name_of((dyad[0], dyad[1]), lang)
