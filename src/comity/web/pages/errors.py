"""What is told where there is no page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.publishing.wording import text
from comity.web.api.problems import problem
from comity.web.context import language


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
    lang = language(request)
    if request.path.startswith("/api/"):
        return problem(status, text(message, lang))
    values = {"title": text(title, lang), "message": text(message, lang)}
    return render(request, "comity/missing.html", values, status=status)
