"""The addresses of adding."""

from __future__ import annotations

from django.urls import path

from comity.web.adding import views

urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/<str:job>/", views.progress, name="adding"),
]
