"""The addresses of the site. A dossier's is the codes of its states, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path

from comity.web import lists
from comity.web.addresses import ENTITY_PATHS
from comity.web.pages import (
    about,
    agreement,
    claim,
    document,
    dossier,
    dossiers,
    due,
    home,
    record,
    state,
    things,
    whole,
)

PARTS = (
    ("accounts/", "comity.web.accounts.urls"),
    ("", "comity.web.review.urls"),
    ("", "comity.web.adding.urls"),
    ("", "comity.web.compare.urls"),
    ("", "comity.web.search.urls"),
    ("", "comity.web.api.urls"),
    ("", "comity.web.feeds.urls"),
    ("", "comity.web.briefs.urls"),
)
"""The parts of the site with their own addresses, each below a path. They come before the pages; one that is not
installed is left out, and so is its place in the navigation."""


_DYAD = r"(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})"
_THINGS = "|".join(ENTITY_PATHS.values())
_CITED = "|".join(form.replace(".", r"\.") for form in dossier.CITATIONS)


def _parts() -> list[URLPattern | URLResolver]:
    return [path(below, include(module)) for below, module in PARTS if _is_there(module)]


def _is_there(module: str) -> bool:
    return find_spec(module.rpartition(".")[0]) is not None and find_spec(module) is not None


def _listed(pattern: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """A page, and its table as a file: the same address with a form in place of the last stroke."""
    return [
        re_path(rf"^{pattern}/$", view, name=name),
        re_path(rf"^{pattern}\.(?P<form>{lists.FORMS})$", view, name=f"{name}-file"),
    ]


urlpatterns = [
    *_parts(),
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    *_listed("dossiers", dossiers.dossiers, "dossiers"),
    *_listed("due", due.due, "due"),
    path("between/", dossier.between, name="between"),
    *_listed("documents", document.documents, "documents"),
    path("documents/<path:doc>/original/", document.original, name="original"),
    path("documents/<path:doc>/version/", document.version, name="version"),
    *_listed("documents/(?P<doc>.+)", document.document, "document"),
    *_listed("claims/(?P<claim_id>[^/]+)", claim.claim, "claim"),
    re_path(rf"^records/(?P<record_id>[^/]+)/cite\.(?P<form>{_CITED})$", record.cite, name="cite-record"),
    *_listed("records/(?P<record_id>[^/]+)", record.record, "record"),
    *_listed("states", state.states, "states"),
    *_listed("states/(?P<code>[^/]+)", state.state, "state"),
    path("sheets/", whole.sheets, name="sheets"),
    re_path(rf"^sheets/(?P<kind>[a-z]+)\.(?P<form>{whole.FORMS})$", whole.sheet, name="sheet"),
    *_listed("agreements", agreement.agreements, "agreements"),
    *_listed("agreements/(?P<record_id>[^/]+)", agreement.agreement, "agreement"),
    *_listed(f"(?P<path>{_THINGS})", things.several, "things"),
    *_listed(f"(?P<path>{_THINGS})/(?P<ident>[^/]+)", things.thing, "thing"),
    re_path(rf"^{_DYAD}/$", dossier.dossier, name="dossier"),
    re_path(rf"^{_DYAD}/(?P<key>[a-z]+)/$", dossier.section, name="section"),
    re_path(rf"^{_DYAD}/cite\.(?P<form>{_CITED})$", dossier.cite, name="cite-dossier"),
    re_path(rf"^{_DYAD}/(?P<key>[a-z]+)\.(?P<form>{lists.FORMS})$", dossier.download, name="download"),
]

handler400 = "comity.web.pages.errors.bad_request"
handler404 = "comity.web.pages.errors.not_found"
handler500 = "comity.web.pages.errors.failed"
