"""What goes wrong, as application/problem+json (RFC 9457), whoever notices it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse

from comity.web import access

TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that is answered with a problem."""

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.more = more


def problem(status: int, detail: str = "", **more: Any) -> HttpResponse:
    """An answer that says what is wrong."""
    values = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    response = JsonResponse(
        {**values, **({"detail": detail} if detail else {}), **more}, status=status, content_type=TYPE
    )
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="comity"'
    return response


def nothing(request: HttpRequest, path: str = "") -> HttpResponse:
    """There is nothing at an address of the interface."""
    del path
    return problem(404, f"There is nothing at {request.path[:200]}; /api/v1/ lists what there is.")


def asked(view: Callable[..., HttpResponse], known: frozenset[str]) -> Callable[..., HttpResponse]:
    """A view that refuses a parameter that it does not know: who asks for `limit` where `size` is meant must not
    take the answer for what he asked.
    """

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        strange = [name for name in request.GET if name not in known]
        if not strange:
            return view(request, *args, **values)
        errors = [
            {"at": ["query", name[:100]], "said": "There is no such parameter here."} for name in strange[:20]
        ]
        return problem(422, f"The parameters of this address are: {', '.join(sorted(known))}.", errors=errors)

    return answered


def always(view: Callable[..., HttpResponse], methods: Iterable[str]) -> Callable[..., HttpResponse]:
    """A view that also answers HEAD and OPTIONS, and whose refusals are problems whoever made them."""
    allowed = sorted({*methods, "OPTIONS", *(("HEAD",) if "GET" in methods else ())})

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(allowed)})
        if request.method not in allowed:
            response = problem(405, f"{request.method} is not for this address: {', '.join(allowed)}.")
            response.headers["Allow"] = ", ".join(allowed)
            return response
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        response = view(request, *args, **values)
        if response.status_code >= 400 and response.headers.get("Content-Type") != TYPE:
            response = problem(response.status_code)
        if head:
            request.method = "HEAD"
            if isinstance(response, StreamingHttpResponse):
                # How long it would be nobody knows before it is made.
                response.close()
                return StreamingHttpResponse((), status=response.status_code, headers=response.headers)
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined] - what changes something needs a token, which no browser adds
    answered.needed_role = access.READER  # type: ignore[attr-defined]
    return answered
