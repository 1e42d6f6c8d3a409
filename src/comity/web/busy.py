"""What is answered while somebody else writes to the register for long: to come again, and not that it failed."""

from __future__ import annotations

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.publishing.wording import text
from comity.web.api.problems import problem

_AFTER = "10"
"""Seconds after which it may be tried again."""
_SAID = ("locked", "lock timeout", "deadlock detected")
"""What databases say of another writer."""


class middleware:  # noqa: N801 - named as a function is, as the other middleware
    """Answer so for every view that the register did not let write."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Look at what stopped a view; what is not this is for others."""
        if isinstance(exception, OperationalError) and is_busy(exception):
            return answer(request, exception)
        return None


def is_busy(error: OperationalError) -> bool:
    """Whether it is another writer that a database tells of."""
    return any(said in str(error) for said in _SAID)


def answer(request: HttpRequest, error: OperationalError) -> HttpResponse:
    """What somebody is told who may try again; any other error is raised again."""
    if not is_busy(error):
        raise error
    lang = str(getattr(request, "lang", "en"))
    if request.path.startswith("/api/"):
        response = problem(503, text("access.busy.text", lang))
    else:
        values = {"title": text("access.busy", lang), "message": text("access.busy.text", lang)}
        response = render(request, "comity/missing.html", values, status=503)
    response.headers["Retry-After"] = _AFTER
    return response
