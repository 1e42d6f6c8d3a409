"""The addresses of comparing."""

from __future__ import annotations

from django.urls import path, re_path

from comity.web import lists
from comity.web.compare import views

urlpatterns = [
    path("compare/", views.compare, name="compare"),
    re_path(rf"^compare\.(?P<form>{lists.FORMS})$", views.compare, name="compare-file"),
]
