"""The addresses of briefs, below those of dossiers."""

from __future__ import annotations

from django.urls import re_path

from comity.publishing.brief import FORMS
from comity.web.briefs import views

_DYAD = r"(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})"

urlpatterns = [
    re_path(rf"^{_DYAD}/brief/$", views.page, name="brief"),
    re_path(rf"^{_DYAD}/brief/trade\.png$", views.picture, name="brief-picture"),
    re_path(rf"^{_DYAD}/brief\.(?P<form>{'|'.join(FORMS)})$", views.file, name="brief-file"),
]
