"""Sheets of the whole register: all records of a kind, whatever the states, sent row by row."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comity.model.claim import KINDS
from comity.publishing import numbers, whole
from comity.publishing.wording import spellings, text
from comity.register import gathering
from comity.register.searching import asking
from comity.register.spellings import Lender
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.things import kinds
from comity.web.search.views import problems

FORMS = "|".join(whole.TYPES)
_COLUMNS = (*whole.FIRST, "slots", *whole.LAST, "link")
_MOST = 2
"""How many states may be named."""


@require_safe
def sheets(request: HttpRequest) -> HttpResponse:
    """The kinds, how many records there are of each, and the ways to take them away."""
    lang = language(request)
    asked, meant = _asked(request)
    counts = {} if meant.problems else kept(("sheets", asked), lambda: gathering.counts(asked))
    query = request.GET.copy()
    query["lang"] = lang
    rows = [
        {
            "kind": kind,
            "name": text(f"kind.{kind}", lang),
            "title": whole.title(kind, lang),
            "number": numbers.number(number, lang),
            "ways": [
                (form.upper(), f"{reverse('sheet', kwargs={'kind': kind, 'form': form})}?{query.urlencode()}")
                for form in whole.TYPES
            ],
        }
        for kind, number in counts.items()
        if number
    ]
    values = {
        "title": text("sheets", lang),
        "problems": problems(meant, lang),
        "states": [*_said(request), "", ""][:_MOST],
        "from": request.GET.get("from", ""),
        "to": request.GET.get("to", ""),
        "rows": rows,
        "kinds": kinds(lang, "/sheets/"),
        "columns": [("…" if one == "slots" else one, text(f"sheets.column.{one}", lang)) for one in _COLUMNS],
        "narrowed": asked != gathering.Asked(),
    }
    return render(request, "comity/sheets.html", values, status=400 if meant.problems else 200)


@require_safe
def sheet(request: HttpRequest, kind: str, form: str) -> HttpResponseBase:
    """All records of a kind as a file."""
    if kind not in KINDS:
        raise Http404
    asked, meant = _asked(request)
    if meant.problems:
        return sheets(request)
    return sent(request, kind, form, asked, language(request))


def sent(
    request: HttpRequest, kind: str, form: str, asked: gathering.Asked, lang: str
) -> StreamingHttpResponse:
    """The file, of which no more is in memory than is being sent."""
    address = request.build_absolute_uri("/").rstrip("/")
    pieces = whole.write(form, kind, gathering.gathered(kind, asked), lang, address)
    response = StreamingHttpResponse(_spelled(pieces), content_type=whole.TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{kind}.{form}"'
    return response


def _spelled(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces with names spelled as documents do; they are made when the view has answered and lends nothing more."""
    lender = Lender()
    while True:
        with spellings.lent(lender):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def _said(request: HttpRequest) -> list[str]:
    return [one.strip() for one in request.GET.getlist("state") if one.strip()][:_MOST]


def _asked(request: HttpRequest) -> tuple[gathering.Asked, asking.Asked]:
    return gathering.understood(_said(request), request.GET.get("from", ""), request.GET.get("to", ""))
