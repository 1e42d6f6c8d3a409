"""The addresses of feeds and calendars."""

from __future__ import annotations

from django.urls import path, re_path

from comity.web.feeds import views

_DYAD = r"(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})"

urlpatterns = [
    path("feed.atom", views.register, name="feed"),
    re_path(rf"^{_DYAD}/feed\.atom$", views.dyad, name="feed-dyad"),
    re_path(rf"^{_DYAD}/calendar\.ics$", views.calendar, name="calendar"),
]
