"""The description of the interface: as a page for people, and as OpenAPI for programs."""

from __future__ import annotations

import functools
import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from comity.publishing.wording import text
from comity.publishing.wording.meanings import told
from comity.register import queries
from comity.web.api.app import description
from comity.web.api.problems import problem
from comity.web.context import language

_EXAMPLE = "/api/v1/claims?kind=visit"
HOW = ("paging", "conditional", "tokens", "problems", "dates", "lang")


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation, made from the description itself; no script is needed to read it."""
    lang = language(request)
    values = {
        "title": text("api.title", lang),
        "how": [text(f"api.how.{one}", lang) for one in HOW],
        "groups": [
            {
                "key": key,
                "name": text(f"api.{key}", lang),
                "operations": _operations(lang, writing=key == "writing"),
            }
            for key in ("reading", "writing")
        ],
        "example": f"curl -H 'Authorization: Bearer comity_…' {request.build_absolute_uri(_EXAMPLE)}",
    }
    return render(request, "api/api.html", values)


@functools.cache
def _said() -> tuple[bytes, str]:
    body = json.dumps(description(), ensure_ascii=False, indent=1, default=str).encode()
    return body, f'"{hashlib.sha256(body).hexdigest()[:24]}"'


def openapi(request: HttpRequest) -> HttpResponse:
    """The description in OpenAPI form."""
    body, etag = _said()
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    return HttpResponse(
        body, content_type="application/json", headers={"ETag": etag, "Cache-Control": "no-cache"}
    )


def original(request: HttpRequest, ident: str) -> HttpResponse:
    """The untouched bytes of a document, as a file to be kept."""
    content = queries.original(ident) if "\x00" not in ident else None
    if content is None:
        return problem(404, f"There is no document {ident[:100]}.")
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    headers = {"ETag": etag, "Content-Disposition": "attachment", "Cache-Control": "no-cache"}
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


@functools.cache
def _operations(lang: str, *, writing: bool) -> list[dict[str, Any]]:
    said = description()
    shapes = said["components"]["schemas"]
    return [
        {
            "method": method.upper(),
            "path": path,
            "id": operation["operationId"],
            "summary": told(operation.get("summary", ""), lang),
            "said": told(operation.get("description", ""), lang),
            "parameters": [
                {
                    "name": one["name"],
                    "where": one["in"],
                    "form": _form(one["schema"], shapes),
                    "optional": not one.get("required"),
                    "said": told(one["schema"].get("description", ""), lang),
                }
                for one in operation.get("parameters", ())
            ],
            "body": _fields(_body(operation), shapes, lang),
            "answer": _fields(_answer(operation), shapes, lang),
        }
        for path, methods in said["paths"].items()
        for method, operation in methods.items()
        if (bool(operation.get("security"))) == writing
    ]


def _body(operation: dict[str, Any]) -> dict[str, Any]:
    content = operation.get("requestBody", {}).get("content", {})
    return next((one["schema"] for one in content.values()), {})


def _answer(operation: dict[str, Any]) -> dict[str, Any]:
    found = next(
        (one for status, one in operation["responses"].items() if status in (200, 202, "200", "202")), {}
    )
    return next((one["schema"] for one in found.get("content", {}).values()), {})


def _fields(schema: dict[str, Any], shapes: dict[str, Any], lang: str) -> list[dict[str, str]]:
    """The fields of a body or an answer; of a list those of one of its items."""
    schema = _meant(schema.get("items", schema), shapes)
    several = schema.get("allOf") or schema.get("anyOf")
    if several:
        found = {field["name"]: field for one in reversed(several) for field in _fields(one, shapes, lang)}
        return list(found.values())
    return [
        {"name": name, "form": _form(one, shapes), "said": told(one.get("description", ""), lang)}
        for name, one in schema.get("properties", {}).items()
    ]


def _meant(schema: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    return shapes[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _form(schema: dict[str, Any], shapes: dict[str, Any]) -> str:
    """The form of a value in few words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_form(one, shapes) for one in schema["anyOf"] if one.get("type") != "null")
    if "enum" in schema:
        return " | ".join(str(one) or '""' for one in schema["enum"])
    if schema.get("type") == "array":
        inner = schema.get("items") or (schema.get("prefixItems") or [{}])[0]
        return f"[{_form(inner, shapes)}]" if inner else "[]"
    bounds = "…".join(str(schema[one]) for one in ("minimum", "maximum") if one in schema)
    return f"{schema.get('format') or schema.get('type', 'any')}{f' {bounds}' if bounds else ''}"
