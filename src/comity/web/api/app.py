"""The operations of the interface, what stops them, and the description of all of it."""

from __future__ import annotations

import functools
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

import comity
from comity.publishing.wording import text
from comity.register.errors import ConflictError, RegisterError
from comity.web import access
from comity.web.api.problems import TYPE, ProblemError, problem
from comity.web.api.shapes import Problem

api = NinjaAPI(
    title="Comity",
    version=f"1 ({comity.__version__})",
    description="The register of the relations between states, for programs.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)


class Token(HttpBearer):
    """Who writes shows a token: no page of another site can make a browser add one."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The person whose token it is, where the role is enough."""
        del token  # the middleware has looked at it
        if getattr(request, "token", None) is None:
            return None
        if not access.allowed(request, self.role):
            raise ProblemError(403, text("access.forbidden", request.lang))  # type: ignore[attr-defined]
        return request.user  # type: ignore[attr-defined]


@api.exception_handler(ProblemError)
def _problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    del request
    return problem(error.status, error.detail, **error.more)


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    del error
    return problem(401, text("access.sign-in", request.lang))  # type: ignore[attr-defined]


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    errors = [{"at": list(one["loc"])[:-1] and list(one["loc"]), "said": one["msg"]} for one in error.errors]
    return problem(422, "The request does not fit its description at /api/v1/openapi.json.", errors=errors)


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    return problem(error.status_code, str(error))


@api.exception_handler(ConflictError)
def _conflict(request: HttpRequest, error: ConflictError) -> HttpResponse:
    del request
    at = error.at.isoformat() if error.at is not None else None
    return problem(409, str(error), by=error.by, act=error.act, at=at)


@api.exception_handler(RegisterError)
def _impossible(request: HttpRequest, error: RegisterError) -> HttpResponse:
    del request
    return problem(409, str(error))


@functools.cache
def description() -> dict[str, Any]:
    """The OpenAPI description; every operation may answer with a problem."""
    said = dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    said["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    for path, methods in said["paths"].items():
        for method, operation in methods.items():
            operation["responses"]["default"] = {
                "description": "What is wrong",
                "content": {TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
            if method == "get" and not path.startswith("/api/v1/jobs/"):
                operation["responses"]["304"] = {"description": "Nothing has changed"}
    said["paths"]["/api/v1/documents/{ident}/original"] = {"get": _ORIGINAL}
    for name, uses in _USES.items():
        answer = said["paths"][f"/api/v1/{name}"]["get"]["responses"]
        found = answer.get("200") or answer[200]
        found["links"] = {
            path.strip("/").replace("/", "-") or "whole": {
                "operationId": said["paths"][f"/api/v1/{name}/{{ident}}{path}"][method]["operationId"],
                "parameters": {"ident": "$response.body#/items/0/id"},
            }
            for path, method in uses
        }
    return said


_USES = {
    "records": [("", "get")],
    "entities": [("", "get")],
    "claims": [("", "get"), ("/decision", "post")],
    "documents": [("", "get"), ("/original", "get")],
    "findings": [("", "get"), ("/dismissal", "post"), ("/reopening", "post")],
}
"""What an id of a list is for."""


_ORIGINAL = {
    "operationId": "original",
    "summary": "The untouched bytes of a document",
    "parameters": [
        {"in": "path", "name": "ident", "required": True, "schema": {"type": "string", "maxLength": 200}}
    ],
    "responses": {
        "200": {
            "description": "A file to be kept",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        },
        "304": {"description": "Nothing has changed"},
        "default": {
            "description": "What is wrong",
            "content": {TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        },
    },
}


__all__ = ["TYPE", "Token", "api", "description"]
