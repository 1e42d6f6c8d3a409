"""What every answer of the site carries: the language it is in, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from comity.publishing.wording import LANGUAGES
from comity.web.settings import CONTENT_SECURITY_POLICY

Handler = Callable[[HttpRequest], HttpResponse]
COOKIE = "comity_language"
_YEAR = 365 * 24 * 3600


def security_headers(answer: Handler) -> Handler:
    """Forbid scripts, foreign content, framing and guessing of types."""

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
        request.lang = asked if asked in LANGUAGES else _preferred(request)  # type: ignore[attr-defined]
        response = answer(request)
        response.headers.setdefault("Content-Language", request.lang)  # type: ignore[attr-defined]
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if asked in LANGUAGES:
            response.set_cookie(
                COOKIE, asked, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
            )
        return response

    return handle


def _preferred(request: HttpRequest) -> str:
    kept = request.COOKIES.get(COOKIE, "")
    return kept if kept in LANGUAGES else accepted(request.headers.get("Accept-Language", ""))


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
