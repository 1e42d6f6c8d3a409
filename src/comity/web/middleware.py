"""What every answer of the site carries, who is behind a request, and what of it goes into the log."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers

from comity.knowledge import answered
from comity.publishing.wording import LANGUAGES, spellings, text
from comity.register.spellings import known
from comity.web import access, busy
from comity.web.accounts import log
from comity.web.adding import reading
from comity.web.cache import kept
from comity.web.settings import CONTENT_SECURITY_POLICY, FORM

Handler = Callable[[HttpRequest], HttpResponse]
COOKIE = "comity_language"
_YEAR = 365 * 24 * 3600


def security_headers(answer: Handler) -> Handler:
    """Forbid scripts but our own files, foreign content, framing and guessing of types."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return handle


def language(answer: Handler) -> Handler:
    """Give a request its language: `?lang=`, which is remembered, else what was, else what the browser
    prefers.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        request.lang = asked if asked in answered() else _preferred(request)  # type: ignore[attr-defined]
        response = answer(request)
        response.headers.setdefault("Content-Language", request.lang)  # type: ignore[attr-defined]
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if asked in answered():
            response.set_cookie(
                COOKIE, asked, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
            )
        return response

    return handle


def spelling(answer: Handler) -> Handler:
    """Let pages write people's names as any document of the register does."""

    def handle(request: HttpRequest) -> HttpResponse:
        asked: dict[str, spellings.Spellings] = {}

        def lender(lang: str) -> spellings.Spellings:
            if lang not in asked:
                asked[lang] = kept(("spellings", lang), lambda: known(lang), shelf="spellings")
            return asked[lang]

        with spellings.lent(lender):
            return answer(request)

    return handle


class person:  # noqa: N801 - named as a function is, as the other middleware
    """Who asks, by session or, where that counts, by token, and whether they may see anything at all.

    A page is refused to a stranger of a register that is not public unless its view says that it answers anybody:
    what is forgotten is closed.
    """

    def __init__(self, answer: Handler) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find out who asks and answer."""
        if "Authorization" in request.headers and access.for_programs(request.path):
            known = access.user_of_token(request)
            if known is not None:
                request.user = known
        response = self.answer(request)
        if request.user.is_authenticated:
            # What is made for one person is for no cache between, and not to be seen again after signing out.
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, _args: object, _values: object
    ) -> HttpResponse | None:
        """Refuse what the view does not give to whoever asks."""
        return access.refusal(request, access.needed_role(view))


_UPLOADING = ("/add/", "/api/v1/documents")
"""Documents come by the form and by the interface for programs."""


def limited(answer: Handler) -> Handler:
    """Refuse what is too large before any of it is read."""

    def handle(request: HttpRequest) -> HttpResponse:
        try:
            size = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = 0
        uploading = request.path in _UPLOADING
        if size <= (4 * reading.largest() if uploading else FORM):
            return answer(request)
        lang = request.lang  # type: ignore[attr-defined]
        title, message = text("access.large", lang), text("access.large.text", lang)
        if request.path.startswith("/api/"):
            problem = {"type": "about:blank", "title": title, "status": 413, "detail": message}
            return JsonResponse(problem, status=413, content_type="application/problem+json")
        return render(request, "comity/missing.html", {"title": title, "message": message}, status=413)

    return handle


SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


_OWN_LINES = ("/accounts/sign-", "/accounts/link/")
"""Signing in and out is told by lines of its own."""


def logged(answer: Handler) -> Handler:
    """Write every request that may change something into the log, refused ones too.

    The line is there before anything is done, so that nothing is done without it; what came of it is written after.
    What strangers ask is not written unless it was done: anybody could fill the disk with it.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method in SAFE or request.path.startswith(_OWN_LINES):
            return answer(request)
        asked = f"{request.method} {request.path}"
        if not request.user.is_authenticated:
            response = answer(request)
            if response.status_code < 400:
                _written(request, asked, response.status_code)
            return response
        try:
            line = log.note("request", request=request, subject=asked)
        except OperationalError as error:
            return busy.answer(request, error)
        response = answer(request)
        log.close(line, response.status_code, **getattr(request, "log_details", {}))
        return response

    return handle


def _written(request: HttpRequest, asked: str, outcome: int) -> None:
    details = getattr(request, "log_details", {})
    # What was done stands, and is answered so, also where this cannot be written.
    with contextlib.suppress(DatabaseError):
        log.note("request", request=request, subject=asked, outcome=outcome, **details)


def _preferred(request: HttpRequest) -> str:
    kept = request.COOKIES.get(COOKIE, "")
    return kept if kept in answered() else accepted(request.headers.get("Accept-Language", ""))


def accepted(header: str) -> str:
    """The language of the interface that an Accept-Language header likes best; the first one where it likes
    none.
    """
    wishes: list[tuple[float, int, str]] = []
    for place, part in enumerate(header.split(",")[:20]):
        tag, _, quality = part.strip().partition(";")
        code = tag.split("-")[0].strip().lower()
        try:
            weight = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and weight > 0:
            wishes.append((-weight, place, code))
    return min(wishes)[2] if wishes else LANGUAGES[0]
