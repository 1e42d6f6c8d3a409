"""People for tests of the site: each with an account of a role, signed in by a link, as a browser without scripts."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

ROLES = ("stranger", "reader", "reviewer", "editor", "administrator")

_FIELDS = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
_FIELD = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Person:
    """A browser in the hands of somebody; every form is sent with the token of the page that it stands on."""

    def __init__(self, role: str = "stranger", name: str = "") -> None:
        self.client = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
        self.name = name or f"a-{role}"
        self.token = ""
        if role != "stranger":
            self.sign_in(role)

    def sign_in(self, role: str) -> None:
        """Come in by a link that holds once."""
        from comity.web import access
        from comity.web.accounts.models import User

        user = User.objects.filter(username=self.name).first() or User.objects.create_user(
            self.name, role=role
        )
        assert self.by_link(f"/accounts/link/?key={access.make_link(user)}").status_code == 302

    def by_link(self, link: str) -> Any:
        """Open a link that signs in, and press its button."""
        page = self.get(link)
        if page.status_code != 200:
            return page
        fields = dict(_FIELDS.findall(page.content.decode()))
        return self.client.post("/accounts/link/", fields)

    def get(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> Any:
        """A page."""
        return self.client.get(path, data or {}, headers=headers)

    def send(
        self, path: str, data: dict[str, Any] | None = None, page: str = "/accounts/sign-in/", **headers: str
    ) -> Any:
        """A form with its token, taken from a page."""
        if not self.token:
            self.token = _FIELD.search(self.get(page).content.decode())[1]  # type: ignore[index]
        return self.client.post(path, {"csrfmiddlewaretoken": self.token, **(data or {})}, headers=headers)


def refused(answer: Any) -> bool:
    """Whether somebody was refused for who they are: asked to sign in, or not allowed."""
    signing_in = answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/sign-in/")
    return signing_in or answer.status_code in (401, 403)
