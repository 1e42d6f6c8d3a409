"""The addresses of the site. A dossier's is the codes of its states, in the order in which they are told."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path, re_path

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


urlpatterns = [
    *_parts(),
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("due/", due.due, name="due"),
    path("between/", dossier.between, name="between"),
    path("documents/", document.documents, name="documents"),
    path("documents/<path:doc>/original/", document.original, name="original"),
    path("documents/<path:doc>/", document.document, name="document"),
    path("claims/<str:claim_id>/", claim.claim, name="claim"),
    path("records/<str:record_id>/", record.record, name="record"),
    re_path(rf"^records/(?P<record_id>[^/]+)/cite\.(?P<form>{_CITED})$", record.cite, name="cite-record"),
    path("states/", state.states, name="states"),
    path("states/<str:code>/", state.state, name="state"),
    path("agreements/", agreement.agreements, name="agreements"),
    path("agreements/<str:record_id>/", agreement.agreement, name="agreement"),
    re_path(rf"^(?P<path>{_THINGS})/$", things.several, name="things"),
    re_path(rf"^(?P<path>{_THINGS})/(?P<ident>[^/]+)/$", things.thing, name="thing"),
    re_path(rf"^{_DYAD}/$", dossier.dossier, name="dossier"),
    re_path(rf"^{_DYAD}/(?P<key>[a-z]+)/$", dossier.section, name="section"),
    re_path(rf"^{_DYAD}/cite\.(?P<form>{_CITED})$", dossier.cite, name="cite-dossier"),
    re_path(rf"^{_DYAD}/(?P<key>[a-z]+)\.(?P<form>csv|xlsx|json)$", dossier.download, name="download"),
]

handler400 = "comity.web.pages.errors.bad_request"
handler404 = "comity.web.pages.errors.not_found"
handler500 = "comity.web.pages.errors.failed"
