"""What every template of the site has."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

import comity.publishing.wording as wording
from comity.knowledge import interface_language
from comity.publishing.markup import Markup, join, tag
from comity.web import access

NAVIGATION = (
    ("home", "nav.home", access.READER),
    ("search", "nav.search", access.READER),
    ("compare", "nav.compare", access.READER),
    ("findings", "nav.findings", access.READER),
    ("review", "nav.review", access.REVIEWER),
    ("add", "nav.add", access.EDITOR),
    ("about", "nav.about", access.READER),
)
"""The site's main pages: the name of the address, the text, and the role that is shown it."""


def language(request: HttpRequest) -> str:
    """The language that a page is asked for in."""
    return str(getattr(request, "lang", wording.LANGUAGES[0]))


def page(request: HttpRequest) -> dict[str, Any]:
    """The language, the switch to the others that stays on the page, the navigation and the style sheets."""
    lang = language(request)
    return {
        "lang": lang,
        "direction": interface_language(lang).direction,
        "languages": switch(request, lang),
        "navigation": navigation(request, lang),
        "sign_in": _address("sign-in"),
        "search_at": _address("search"),
        "style_sheets": [versioned(name) for name in ("comity/dossier.css", "comity/site.css")],
    }


def navigation(request: HttpRequest, lang: str) -> list[dict[str, Any]]:
    """The main pages that whoever asks may see."""
    shown = []
    for name, key, role in NAVIGATION:
        address = _address(name)
        if address and access.allowed(request, role):
            here = request.path == address or (name != "home" and request.path.startswith(address))
            shown.append({"address": address, "text": wording.text(key, lang), "here": here, "name": name})
    return shown


def _address(name: str) -> str:
    """The address of a page by its name; none where the site has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def person(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in, and what they may do: `may.reviewer` and so on."""
    user = getattr(request, "user", None)
    return {
        "person": user if user is not None and user.is_authenticated else None,
        "may": {role: access.allowed(request, role) for role in access.ROLES},
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
                interface_language(code).name,
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
