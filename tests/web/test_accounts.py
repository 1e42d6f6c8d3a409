"""Accounts: signing in, what is refused and why, tokens, links, the log; on both databases."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client, RequestFactory

from tests.web.people import Person, refused

PASSWORD = "quiet-Harbour-42"
JOB = "/api/v1/jobs/none"
"""What an editor's token finds nothing at, and nobody else gets to."""


def account(name: str = "jane", role: str = "editor", password: str | None = PASSWORD) -> Any:
    from comity.web.accounts.models import User

    return User.objects.create_user(name, password, role)


def acts(act: str) -> list[Any]:
    from comity.web.accounts.models import Act

    return list(Act.objects.filter(act=act))


def person_in(link: str) -> Person:
    person = Person()
    assert person.by_link(link).status_code == 302
    return person


def sign_in(person: Person, name: str = "jane", password: str = PASSWORD, **more: str) -> Any:
    return person.send("/accounts/sign-in/", {"username": name, "password": password, **more})


@pytest.mark.usefixtures("held")
class TestAccounts:
    """Everything that a session can do or must not."""

    def test_in_and_out(self) -> None:
        account()
        person = Person()
        assert refused(person.get("/add/"))
        answer = sign_in(person, next="/add/?kind=visit")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/add/?kind=visit")
        assert person.get("/add/").status_code == 200
        page = person.get("/")
        assert "jane" in page.content.decode() and "private" in page.headers["Cache-Control"]
        person.token = ""
        assert person.send("/accounts/sign-out/", page="/accounts/").status_code == 302
        assert refused(person.get("/add/"))
        assert [(one.user, one.address) for one in acts("sign-in")] == [("jane", "127.0.0.1")]
        assert [one.user for one in acts("sign-out")] == ["jane"]

    @pytest.mark.parametrize(
        ("name", "password"), [("jane", "wrong"), ("nobody", PASSWORD), ("", ""), ("jane", "x" * 100_000)]
    )
    def test_a_wrong_name_and_a_wrong_password_are_told_alike(self, name: str, password: str) -> None:
        account()
        answer = sign_in(Person(), name, password)
        assert answer.status_code == 401
        assert "The name or the password is not right." in answer.content.decode()

    def test_the_page_is_there_in_russian(self) -> None:
        assert "Войти" in Person().get("/accounts/sign-in/", {"lang": "ru"}).content.decode()

    def test_too_many_attempts_must_wait_whatever_the_name_and_then_the_right_password_too(self) -> None:
        account()
        person = Person()
        codes = [sign_in(person, f"name-{number}", "wrong").status_code for number in range(10)]
        assert codes[:9] == [401] * 9
        answer = sign_in(person)
        assert answer.status_code == 429 and int(answer.headers["Retry-After"]) > 0
        assert refused(person.get("/add/"))
        person.client.defaults["REMOTE_ADDR"] = "192.0.2.7"
        assert sign_in(person).status_code == 302, "from elsewhere nothing was tried"
        assert len(acts("sign-in-failed")) >= 10

    def test_a_session_planted_before_is_worth_nothing_after(self) -> None:
        account()
        person = Person()
        person.get("/accounts/sign-in/")
        session = person.client.session
        session["planted"] = 1
        session.save()
        person.client.cookies["comity_session"] = before = session.session_key
        assert sign_in(person).status_code == 302
        after = person.client.cookies["comity_session"].value
        assert after != before
        other = Person()
        other.client.cookies["comity_session"] = before
        assert refused(other.get("/add/"))

    def test_cookies_are_for_this_site_and_no_script(self) -> None:
        account()
        person = Person()
        sign_in(person)
        for name in ("comity_session", "comity_csrf"):
            cookie = person.client.cookies[name]
            assert cookie["httponly"] and cookie["samesite"] == "Lax", name

    @pytest.mark.parametrize(
        "onward",
        ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
         "http:evil.example", "///evil.example", "/\t/evil.example", "evil.example"],
    )  # fmt: skip
    def test_nobody_is_sent_away_to_another_site(self, onward: str) -> None:
        account()
        answer = sign_in(Person(), next=onward)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")

    def test_a_form_of_another_site_does_nothing(self) -> None:
        account()
        person = Person()
        answer = person.client.post("/accounts/sign-in/", {"username": "jane", "password": PASSWORD})
        assert answer.status_code == 403 and not acts("sign-in")
        editor = Person("editor")
        assert (
            editor.client.post("/add/", {"text": "Chile opened an embassy in Kenya in 1965."}).status_code
            == 403
        )

    def test_a_closed_account_is_out_at_once_with_its_tokens(self) -> None:
        from comity.web import access
        from comity.web.accounts.models import Token, User

        administrator, person = Person("administrator"), Person("editor", "jane")
        user = User.objects.get(username="jane")
        access.make_token(user, "import", "editor")
        administrator.send(f"/accounts/people/{user.pk}/", {"do": "close"})
        assert refused(person.get("/add/")) and not Token.objects.exists()
        assert sign_in(Person(), "jane", "").status_code == 401

    def test_the_last_administrator_stays(self) -> None:
        from comity.web.accounts.models import User

        person = Person("administrator")
        user = User.objects.get(username=person.name)
        for change in ({"do": "close"}, {"do": "role", "role": "reader"}):
            assert person.send(f"/accounts/people/{user.pk}/", change).status_code == 400
        assert person.get("/accounts/log/").status_code == 200

    def test_a_new_colleague_comes_by_a_link_and_chooses_a_password(self) -> None:
        administrator = Person("administrator")
        page = administrator.send(
            "/accounts/people/add/", {"username": "robert-miles", "role": "editor"}
        ).content.decode()
        link = (
            page.split('class="secret">')[1]
            .split("<")[0]
            .replace("&amp;", "&")
            .removeprefix("http://127.0.0.1")
        )
        bob = Person()
        assert bob.by_link(link).headers["Location"] == "/accounts/"
        assert Person().by_link(link).status_code == 403, "a link holds once"
        assert 'name="old"' not in bob.get("/accounts/").content.decode()
        weak = bob.send("/accounts/password/", {"new": "robert-miles1"}, page="/accounts/")
        assert weak.status_code == 400 and "too much like the name" in weak.content.decode()
        assert bob.send("/accounts/password/", {"new": PASSWORD}).status_code == 200
        assert bob.get("/add/").status_code == 200, "who changes a password stays signed in"
        assert sign_in(Person(), "robert-miles").status_code == 302

    @pytest.mark.parametrize(
        ("password", "why"),
        [("short", "too short"), ("password1234", "most common"), ("583920174652", "digits alone")],
    )
    def test_weak_passwords(self, password: str, why: str) -> None:
        account(password=None)
        person = Person("editor", "jane")
        answer = person.send("/accounts/password/", {"new": password}, page="/accounts/")
        assert answer.status_code == 400 and why in answer.content.decode()

    def test_a_new_password_ends_other_sessions(self) -> None:
        account()
        here, there = Person(), Person()
        sign_in(here)
        sign_in(there)
        here.token = ""
        answer = here.send(
            "/accounts/password/", {"old": PASSWORD, "new": "calm-Estuary-77"}, page="/accounts/"
        )
        assert answer.status_code == 200
        assert here.get("/add/").status_code == 200 and refused(there.get("/add/"))

    def test_who_only_looks_at_a_link_does_not_use_it_up(self) -> None:
        from comity.web import access

        link = f"/accounts/link/?key={access.make_link(account())}"
        for _ in range(2):  # as scanners of mail and previews of chats do
            other = Person()
            page = other.get(link)
            assert page.status_code == 200 and "jane" in page.content.decode()
            assert refused(other.get("/add/")) and not acts("sign-in")
        fields = {"key": link.partition("=")[2]}
        assert (
            Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
            .post("/accounts/link/", fields)
            .status_code
            == 403
        )
        assert person_in(link).get("/add/").status_code == 200

    def test_a_link_takes_nobodys_place_unsaid(self) -> None:
        from comity.web import access

        person = Person("editor", "eve")
        link = f"/accounts/link/?key={access.make_link(account())}"
        page = person.get(link).content.decode()
        assert "You are signed in as eve" in page and "jane" in page
        assert "eve" in person.get("/accounts/").content.decode()

    def test_a_link_is_void_after_its_time(self) -> None:
        from comity.web import access

        secret = access.make_link(account(), datetime.timedelta(seconds=-1))
        assert Person().get("/accounts/link/", {"key": secret}).status_code == 403

    def test_tokens(self) -> None:
        from comity.web import access
        from comity.web.accounts.models import Token

        person = Person("editor")
        refused_ = person.send("/accounts/tokens/", {"name": "x", "role": "administrator"}, page="/accounts/")
        assert refused_.status_code == 400
        page = person.send("/accounts/tokens/", {"name": "import", "role": "editor"}).content.decode()
        secret = page.split('class="secret">')[1].split("<")[0]
        token = Token.objects.get()
        assert secret not in (token.sha256, token.name) and token.used_at is None

        request = RequestFactory().get("/", headers={"Authorization": f"Bearer {secret}"})
        user = access.user_of_token(request)
        assert user is not None and user.username == person.name
        request.user = user
        assert access.role_of(request) == "editor", "a token's role is a limit"
        assert Person().get(JOB, Authorization=f"Bearer {secret}").status_code == 404
        assert refused(Person().get(JOB, Authorization=f"Bearer {secret}x"))
        assert [one.user for one in acts("token-used")] == [person.name]

        person.send(f"/accounts/tokens/{token.pk}/end/")
        assert refused(Person().get(JOB, Authorization=f"Bearer {secret}"))

    def test_a_token_ends_by_itself(self) -> None:
        from comity.web import access

        _, secret = access.make_token(account(), "x", "editor", datetime.timedelta(seconds=-1))
        assert refused(Person().get(JOB, Authorization=f"Bearer {secret}"))

    def test_nobody_ends_the_token_of_another(self) -> None:
        from comity.web import access
        from comity.web.accounts.models import Token

        token, _ = access.make_token(account(), "x")
        assert Person("editor").send(f"/accounts/tokens/{token.pk}/end/").status_code == 404
        assert Token.objects.exists()

    def test_the_log_tells_who_did_what(self) -> None:
        administrator = Person("administrator")
        Person("editor", "eve").send("/add/", {"text": "Chile opened an embassy in Kenya in 1965."})
        page = administrator.get("/accounts/log/", {"user": "eve"}).content.decode()
        assert "POST /add/" in page and "pasted.txt" in page and "a-administrator</td>" not in page
        assert (
            "загрузка"
            in administrator.get("/accounts/log/", {"lang": "ru", "act": "upload"}).content.decode()
        )


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("held")
def test_a_register_is_public_or_it_is_not(public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    monkeypatch.setattr(settings, "COMITY_PUBLIC", public)
    stranger = Person()
    for path in ("/", "/kaz-isr/", "/documents/page-en/", "/compare/"):
        assert refused(stranger.get(path)) is not public, path
    assert stranger.get("/accounts/sign-in/").status_code == 200
    assert stranger.get("/nothing-here/").status_code == 404
    assert Person("reader").get("/kaz-isr/").status_code == 200


@pytest.mark.usefixtures("held")
def test_the_address_of_a_client_is_what_the_proxy_saw(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from comity.web.accounts.log import client

    forged = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}
    request = RequestFactory().get("/", headers=forged)
    assert client(request) == "127.0.0.1", "without a proxy the header is anybody's word"
    monkeypatch.setattr(settings, "COMITY_BEHIND_PROXY", True)
    assert client(request) == "203.0.113.9"
    assert client(RequestFactory().get("/", headers={"X-Forwarded-For": "<script>"})) == ""
