"""What every template of the site has."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from django.http import HttpRequest

import comity.publishing.wording as wording
from comity.publishing.markup import Markup, join, tag


def page(request: HttpRequest) -> dict[str, Any]:
    """The language, the switch to the others that stays on the page, and the style sheets."""
    lang = getattr(request, "lang", wording.LANGUAGES[0])
    return {
        "lang": lang,
        "languages": switch(request, lang),
        "style_sheets": [versioned(name) for name in ("comity/dossier.css", "comity/site.css")],
    }


def switch(request: HttpRequest, lang: str) -> Markup:
    """Links to this page in each language, by the name that it calls itself."""
    links = []
    for code in wording.LANGUAGES:
        query = request.GET.copy()
        query["lang"] = code
        links.append(
            tag(
                "a",
                wording.NAMES[code],
                href=f"?{query.urlencode()}",
                lang=code,
                hreflang=code,
                aria_current="true" if code == lang else None,
            )
        )
    return join(*(join(link, " ") for link in links))


@functools.cache
def versioned(name: str) -> str:
    """The address of a static file with a mark of its content, so that browsers may keep it for long."""
    for folder in site_folders():
        file = folder / name
        if file.is_file():
            return f"/static/{name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:10]}"
    raise FileNotFoundError(f"no static file {name}")


def site_folders() -> list[Any]:
    """The folders of static files."""
    from django.conf import settings

    return list(settings.STATICFILES_DIRS)
