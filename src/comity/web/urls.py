"""The addresses of the site. A dossier's is the codes of its states, in the order in which they are told."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path, re_path

from comity.web.pages import claim, document, dossier, home

PARTS = (
    ("accounts/", "comity.web.accounts.urls"),
    ("", "comity.web.review.urls"),
    ("", "comity.web.adding.urls"),
    ("", "comity.web.compare.urls"),
    ("", "comity.web.search.urls"),
    ("", "comity.web.api.urls"),
    ("", "comity.web.feeds.urls"),
)
"""The parts of the site with their own addresses, each below a path. They come before the pages."""


def _parts() -> list[URLPattern | URLResolver]:
    return [path(below, include(module)) for below, module in PARTS if _is_there(module)]


def _is_there(module: str) -> bool:
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


urlpatterns = [
    *_parts(),
    path("", home.home, name="home"),
    path("between/", dossier.between, name="between"),
    path("documents/<path:doc>/", document.document, name="document"),
    path("claims/<str:claim_id>/", claim.claim, name="claim"),
    re_path(r"^(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})/$", dossier.dossier, name="dossier"),
]

handler400 = "comity.web.pages.errors.bad_request"
handler404 = "comity.web.pages.errors.not_found"
handler500 = "comity.web.pages.errors.failed"
