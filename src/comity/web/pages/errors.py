"""What is told where there is no page."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.publishing.wording import text
from comity.web.api.problems import problem
from comity.web.context import language


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense, for one under a name that is not the site's, or one that is too large."""
    if isinstance(exception, TooManyFilesSent):
        return _large(request, "access.large.files", settings.DATA_UPLOAD_MAX_NUMBER_FILES)
    if isinstance(exception, TooManyFieldsSent):
        return _large(request, "access.large.fields", settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)
    if isinstance(exception, RequestDataTooBig):
        return _large(request, "access.large.bytes", settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000)
    return _plain(request, "site.notfound", "site.notfound.text", 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing at this address."""
    del exception
    return _plain(request, "site.notfound", "site.notfound.text", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """The program failed; nothing of the failure is told to the reader."""
    return _plain(request, "site.name", "site.error", 500)


def _large(request: HttpRequest, message: str, most: int) -> HttpResponse:
    lang = language(request)
    return _told(request, text("access.large", lang), text(message, lang, most=most), 413)


def _plain(request: HttpRequest, title: str, message: str, status: int) -> HttpResponse:
    lang = language(request)
    return _told(request, text(title, lang), text(message, lang), status)


def _told(request: HttpRequest, title: str, message: str, status: int) -> HttpResponse:
    if request.path.startswith("/api/"):
        return problem(status, message)
    values = {"title": title, "message": message}
    return render(request, "comity/missing.html", values, status=status)
