"""The addresses of accounts."""

from __future__ import annotations

from django.urls import path

from comity.web.accounts import people, views

urlpatterns = [
    path("", views.own, name="account"),
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("link/", views.by_link, name="link"),
    path("password/", views.password, name="password"),
    path("tokens/", views.add_token, name="add-token"),
    path("tokens/<int:token>/end/", views.end_token, name="end-token"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="add-person"),
    path("people/<int:user>/", people.change, name="change-person"),
    path("log/", people.acts, name="log"),
]
