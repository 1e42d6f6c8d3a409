"""The address of comparing."""

from __future__ import annotations

from django.urls import path

from comity.web.compare import views

urlpatterns = [path("compare/", views.compare, name="compare")]
