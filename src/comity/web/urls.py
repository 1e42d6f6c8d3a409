"""The addresses of the site. A dossier's is the codes of its states, in the order in which they are told."""

from __future__ import annotations

from django.urls import path, re_path

from comity.web import views

urlpatterns = [
    path("", views.home, name="home"),
    path("between/", views.between, name="between"),
    path("documents/<path:doc>/", views.document, name="document"),
    path("claims/<str:claim_id>/", views.claim, name="claim"),
    re_path(r"^(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})/$", views.dossier, name="dossier"),
]

handler400 = "comity.web.views.bad_request"
handler404 = "comity.web.views.not_found"
handler500 = "comity.web.views.failed"
