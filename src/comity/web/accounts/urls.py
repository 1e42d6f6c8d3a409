"""The addresses of accounts."""

from __future__ import annotations

from django.urls import path, re_path

from comity.web import lists
from comity.web.accounts import acts, people, views

urlpatterns = [
    path("", views.own, name="account"),
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("link/", views.by_link, name="link"),
    path("password/", views.password, name="password"),
    path("tokens/", views.add_token, name="add-token"),
    path("tokens/<int:token>/end/", views.end_token, name="end-token"),
    path("people/", people.people, name="people"),
    re_path(rf"^people\.(?P<form>{lists.FORMS})$", people.people, name="people-file"),
    path("people/add/", people.add, name="add-person"),
    path("people/<int:user>/", people.change, name="change-person"),
    path("log/", acts.acts, name="log"),
    re_path(rf"^log\.(?P<form>{lists.FORMS})$", acts.acts, name="log-file"),
]
