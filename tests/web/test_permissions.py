"""Who may get to what: every address of the site by role and by verb, for a public register and another.

The table names every pattern that the site knows; a new address without a line here fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.web.people import ROLES, refused

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")

# Who may at least: the name of a role; "stranger" is anybody, also where the register is not public.
# An address of a thing that is not held: one who may get to it finds nothing, one who may not is refused first.
PAGES = {
    "": ("/", "reader"),
    "accounts/": ("/accounts/", "reader"),
    "accounts/sign-in/": ("/accounts/sign-in/", "stranger"),
    "accounts/sign-out/": ("/accounts/sign-out/", "stranger"),
    "accounts/link/": ("/accounts/link/", "stranger"),
    "accounts/password/": ("/accounts/password/", "reader"),
    "accounts/tokens/": ("/accounts/tokens/", "reader"),
    "accounts/tokens/<int:token>/end/": ("/accounts/tokens/99/end/", "reader"),
    "accounts/people/": ("/accounts/people/", "administrator"),
    "accounts/people/add/": ("/accounts/people/add/", "administrator"),
    "accounts/people/<int:user>/": ("/accounts/people/99/", "administrator"),
    "accounts/log/": ("/accounts/log/", "administrator"),
    "review/": ("/review/", "reviewer"),
    "review/batch/": ("/review/batch/", "reviewer"),
    "review/undo/": ("/review/undo/", "reviewer"),
    "review/records/<str:record>/": ("/review/records/none/", "editor"),
    "review/records/<str:record>/merge/": ("/review/records/none/merge/", "editor"),
    "review/records/<str:record>/split/": ("/review/records/none/split/", "editor"),
    "review/judgements/<int:number>/undo/": ("/review/judgements/99/undo/", "editor"),
    "review/<str:claim>/": ("/review/none/", "reviewer"),
    "review/<str:claim>/decide/": ("/review/none/decide/", "reviewer"),
    "reread/": ("/reread/", "editor"),
    "reread/<path:doc>/": ("/reread/none/", "editor"),
    "findings/": ("/findings/", "reader"),
    "findings/<str:finding>/": ("/findings/none/", "reviewer"),
    "add/": ("/add/", "editor"),
    "add/<str:job>/": ("/add/none/", "editor"),
    "compare/": ("/compare/", "reader"),
    "search/": ("/search/", "reader"),
    "feed.atom": ("/feed.atom", "reader"),
    "DYAD/feed\\.atom$": ("/kaz-isr/feed.atom", "reader"),
    "DYAD/calendar\\.ics$": ("/kaz-isr/calendar.ics", "reader"),
    "DYAD/brief/$": ("/kaz-isr/brief/", "reader"),
    "DYAD/brief/trade\\.png$": ("/aaa-bbb/brief/trade.png", "reader"),
    "DYAD/brief\\.(?P<form>docx|pdf|html|md)$": ("/kaz-isr/brief.md", "reader"),
    "about/": ("/about/", "reader"),
    "sheets/": ("/sheets/", "reader"),
    "^sheets/(?P<kind>[a-z]+)\\.(?P<form>csv|xlsx|json|jsonl)$": ("/sheets/visit.csv", "reader"),
    "between/": ("/between/", "reader"),
    "documents/<path:doc>/original/": ("/documents/page-en/original/", "reader"),
    "documents/<path:doc>/version/": ("/documents/none/version/", "editor"),
    "^records/(?P<record_id>[^/]+)/cite\\.(?P<form>bib|ris|csl\\.json)$": (
        "/records/none/cite.bib",
        "reader",
    ),
    "DYAD/$": ("/kaz-isr/", "reader"),
    "DYAD/(?P<key>[a-z]+)/$": ("/kaz-isr/visits/", "reader"),
    "DYAD/cite\\.(?P<form>bib|ris|csl\\.json)$": ("/kaz-isr/cite.bib", "reader"),
    "DYAD/(?P<key>[a-z]+)\\.(?P<form>csv|xlsx|json)$": ("/kaz-isr/visits.csv", "reader"),
}
# Pages whose table is a file too, with ".csv" and so on in place of the last stroke, and what stands there.
FORM = "\\.(?P<form>csv|xlsx|json)$"
LISTED = {
    "dossiers": "/dossiers",
    "due": "/due",
    "documents": "/documents",
    "documents/(?P<doc>.+)": "/documents/page-en",
    "claims/(?P<claim_id>[^/]+)": "/claims/none",
    "records/(?P<record_id>[^/]+)": "/records/none",
    "states": "/states",
    "states/(?P<code>[^/]+)": "/states/kaz",
    "agreements": "/agreements",
    "agreements/(?P<record_id>[^/]+)": "/agreements/none",
    "(?P<path>people|bodies|enterprises|places)": "/people",
    "(?P<path>people|bodies|enterprises|places)/(?P<ident>[^/]+)": "/people/none",
}
for _pattern, _address in LISTED.items():
    PAGES[f"^{_pattern}/$"] = (f"{_address}/", "reader")
    PAGES[f"^{_pattern}{FORM}"] = (f"{_address}.csv", "reader")
PAGES["^reread" + FORM] = ("/reread.csv", "editor")
PAGES["^compare" + FORM] = ("/compare.csv", "reader")
PAGES["^findings" + FORM] = ("/findings.csv", "reader")
PAGES["accounts/^people" + FORM] = ("/accounts/people.csv", "administrator")
PAGES["accounts/^log" + FORM] = ("/accounts/log.csv", "administrator")
DYAD = r"^(?P<a>[A-Za-z]{3,4})-(?P<b>[A-Za-z]{3,4})"
_API = ("api/", "^api/")


def patterns() -> Iterator[tuple[str, Any]]:
    """Every pattern of the site with its view."""
    from django.urls import get_resolver

    def below(resolver: Any, before: str = "") -> Iterator[tuple[str, Any]]:
        for one in resolver.url_patterns:
            whole = (before + str(one.pattern)).replace(DYAD, "DYAD")
            if hasattr(one, "url_patterns"):
                yield from below(one, whole)
            else:
                yield whole, one.callback

    return below(get_resolver())


@pytest.mark.usefixtures("held")
def test_every_address_is_in_the_table_with_what_its_view_asks_for() -> None:
    from comity.web import access

    found = {pattern: access.needed_role(view) for pattern, view in patterns()}
    pages = {pattern: role or "stranger" for pattern, role in found.items() if not pattern.startswith(_API)}
    assert pages == {pattern: role for pattern, (_, role) in PAGES.items()}
    # Reading the interface for programs is a reader's; what its writing needs is asked below.
    assert {role for pattern, role in found.items() if pattern.startswith(_API)} == {"reader"}


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("held")
def test_pages_by_role_and_verb(role: str, public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from comity.web.accounts.models import User

    monkeypatch.setattr(settings, "COMITY_PUBLIC", public)
    # Tokens of forms have tests of their own; without them what refuses here is the role alone.
    client = Client(SERVER_NAME="127.0.0.1")
    user = None if role == "stranger" else User.objects.create_user("somebody", role=role)
    may = "reader" if role == "stranger" and public else role
    wrong = []
    for path, needed in PAGES.values():
        for verb in VERBS:
            if user is not None:
                client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
            answer = client.generic(verb, path)
            if needed == "stranger":
                # These answer everybody, each with its own refusal of a wrong password or a void link.
                wrong += [(verb, path, answer.status_code)] if answer.status_code >= 500 else []
                continue
            expected = ROLES.index(may) < ROLES.index(needed)
            # One's own account is a person's: a stranger of a public register has none.
            own = role == "stranger" and path.startswith("/accounts/")
            if (not own and refused(answer) is not expected) or answer.status_code >= 500:
                wrong.append((verb, path, answer.status_code))
            if own:
                assert answer.status_code != 200, (verb, path)
            if verb in ("PUT", "PATCH", "DELETE"):
                assert answer.status_code in (302, 401, 403, 404, 405), (verb, path, answer.status_code)
    assert wrong == []


WRITES = {
    "/api/v1/documents": "editor",
    "/api/v1/claims/none/decision": "reviewer",
    "/api/v1/findings/none/dismissal": "reviewer",
    "/api/v1/findings/none/reopening": "reviewer",
}


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("held")
def test_writing_by_programs(role: str, public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from comity.web import access
    from comity.web.accounts.models import User

    monkeypatch.setattr(settings, "COMITY_PUBLIC", public)
    client, headers = Client(SERVER_NAME="127.0.0.1"), {}
    if role != "stranger":
        user = User.objects.create_user("somebody", role="administrator")
        headers = {"Authorization": f"Bearer {access.make_token(user, 'test', role)[1]}"}
    for path, needed in WRITES.items():
        answer = client.generic("POST", path, b"{}", content_type="application/json", headers=headers)
        assert refused(answer) is (ROLES.index(role) < ROLES.index(needed)), (path, answer.status_code)
        assert answer.status_code < 500
    for path in ("/api/v1/claims", "/api/v1/findings", "/api/v1/search?q=a"):
        assert refused(client.get(path, headers=headers)) is (role == "stranger" and not public), path


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.usefixtures("held")
def test_a_token_is_nobody_beyond_what_is_for_programs(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from comity.web import access
    from comity.web.accounts.models import Token, User

    monkeypatch.setattr(settings, "COMITY_PUBLIC", False)
    user = User.objects.create_user(
        "root", role="administrator"
    )  # as `comity serve` makes one, without a password
    token, secret = access.make_token(user, "test", role)
    client = Client(SERVER_NAME="127.0.0.1", headers={"Authorization": f"Bearer {secret}"})
    given = []
    for path, needed in [*PAGES.values(), (f"/accounts/tokens/{token.pk}/end/", "reader")]:
        for verb in ("GET", "POST"):
            answer = client.generic(
                verb, path, b"new=quiet-Harbour-42", content_type="application/x-www-form-urlencoded"
            )
            if not refused(answer) and needed != "stranger":
                given.append((verb, path))
    assert given == [
        (verb, path)
        for path in ("/feed.atom", "/kaz-isr/feed.atom", "/kaz-isr/calendar.ics")
        for verb in ("GET", "POST")
    ]
    assert Token.objects.filter(pk=token.pk).exists()
    user.refresh_from_db()
    assert not user.has_usable_password()
