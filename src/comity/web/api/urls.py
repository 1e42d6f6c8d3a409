"""The addresses of the interface for programs."""

from __future__ import annotations

import re
from typing import Any

from django.urls import URLPattern, path, re_path

from comity.web.api import page, writing
from comity.web.api.app import api, description
from comity.web.api.conditional import conditional
from comity.web.api.problems import always, asked, nothing

# Both on one router: an address may be read and written. Importing `writing` adds its operations.
api.add_router("", writing.router)


def _parameters(operations: dict[str, Any]) -> frozenset[str]:
    """The names that the description of an address has for what stands behind its question mark."""
    told = [one for operation in operations.values() for one in operation.get("parameters", ())]
    return frozenset(one["name"] for one in told if one["in"] == "query") | {"lang"}


def _operations() -> list[URLPattern]:
    """Ninja's views, each with what every answer of the interface has."""
    found = []
    said = description()["paths"]
    for pattern in api.urls[0]:
        if not isinstance(pattern, URLPattern) or pattern.name == "api-root":
            continue
        route = str(pattern.pattern)
        told = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
        operations = said[f"/api/v1/{told}"]
        methods = [method.upper() for method in operations]
        # What became of a job changes without the register.
        view = pattern.callback if route.startswith("jobs/") else conditional(pattern.callback)
        found.append(path(f"api/v1/{route}", always(asked(view, _parameters(operations)), methods)))
    return found


urlpatterns = [
    path("api/", page.docs, name="api"),
    path("api/v1/openapi.json", always(page.openapi, ["GET"]), name="openapi"),
    re_path(r"^api/v1/documents/(?P<ident>.+)/original$", always(page.original, ["GET"])),
    *_operations(),
    re_path(r"^api/(?P<path>.*)$", nothing),
]
