"""The site while another program holds the lock of writing, and while the log cannot be written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from comity.register import store
from tests.conftest import Copies
from tests.web.conftest import put
from tests.web.people import Person


@pytest.fixture
def file(tmp_path: Path, copies: Copies) -> Iterator[str]:
    """The site's register in a file, open: what waits for others is SQLite."""
    from comity.web import settings

    path = copies.register("sqlite", tmp_path / "comity.db", put)
    store.open_register(path)
    settings.configure(path)
    yield path
    store.close()


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Somebody else writes for long; this program waits for a moment instead of its twenty seconds."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 150")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def token(role: str = "reviewer") -> dict[str, str]:
    from comity.web import access
    from comity.web.accounts.models import User

    user = User.objects.create_user("owner", role="administrator")
    return {"Authorization": f"Bearer {access.make_token(user, 'test', role)[1]}"}


def decide(claim: str, headers: dict[str, str]) -> Any:
    body = json.dumps({"decision": "reject", "reason": "no"})
    client = Person().client
    return client.post(
        f"/api/v1/claims/{claim}/decision", body, content_type="application/json", headers=headers
    )


def claim() -> str:
    from comity.register import queries

    return queries.claims()[0].id


def decided(ident: str) -> str:
    from comity.register.models import Claim

    return str(Claim.objects.get(pk=ident).decision)


def lines() -> list[tuple[str, int | None]]:
    from comity.web.accounts.models import Act

    return list(Act.objects.filter(act="request").order_by("id").values_list("subject", "outcome"))


def test_reading_with_a_token_waits_for_nobody(file: str) -> None:
    from comity.web.accounts.models import Token

    headers = token()
    with locked(file):
        assert Person().get("/api/v1/claims", **headers).status_code == 200
    assert Token.objects.get().used_at is None
    assert Person().get("/api/v1/claims", **headers).status_code == 200
    assert Token.objects.get().used_at is not None


def test_writing_is_told_to_come_again(file: str) -> None:
    headers, ident, editor = token(), claim(), Person("editor")
    editor.get("/add/")
    editor.send("/add/", {}, page="/add/")
    before = lines()
    with locked(file):
        answer = decide(ident, headers)
        assert answer.status_code == 503 and answer.headers["Retry-After"] == "10"
        assert "Nothing of yours was done" in answer.json()["detail"]
        page = editor.send("/add/", {"text": "Chile opened an embassy in Kenya in 1965."})
        assert page.status_code == 503 and page.headers["Retry-After"] == "10"
        assert "written to by somebody else" in page.content.decode()
        assert "Реестр занят" in editor.send("/add/?lang=ru", {"text": "x"}).content.decode()
    assert decided(ident) == "" and lines() == before
    assert decide(ident, headers).status_code == 200 and decided(ident) == "rejected"


def test_a_view_that_finds_it_locked_is_told_so_too(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import actions

    headers, ident, reject = token(), claim(), actions.reject

    def late(*given: Any, **more: Any) -> Any:
        with locked(file):
            return reject(*given, **more)

    monkeypatch.setattr(actions, "reject", late)
    assert decide(ident, headers).status_code == 503
    assert decided(ident) == ""
    assert lines()[-1] == (f"POST /api/v1/claims/{ident}/decision", 503)


def test_nothing_is_done_that_the_log_cannot_hold(file: str) -> None:
    headers, ident = token(), claim()
    Person().get("/api/v1/claims", **headers)
    refuse("INSERT")
    Person().client.raise_request_exception = False
    client = Person().client
    client.raise_request_exception = False
    body = json.dumps({"decision": "reject"})
    answer = client.post(
        f"/api/v1/claims/{ident}/decision", body, content_type="application/json", headers=headers
    )
    assert answer.status_code == 500 and decided(ident) == ""


def test_what_was_done_is_not_answered_by_a_failure_of_the_log(file: str) -> None:
    headers, ident = token(), claim()
    refuse("UPDATE")
    assert decide(ident, headers).status_code == 200
    assert decided(ident) == "rejected"
    assert lines() == [(f"POST /api/v1/claims/{ident}/decision", None)], "it is there that it was asked for"


def test_the_outcome_is_written_after(file: str) -> None:
    headers = token()
    decide(claim(), headers)
    decide("none", headers)
    assert [outcome for _, outcome in lines()] == [200, 404]


def refuse(what: str) -> None:
    """Let the database refuse to write lines of the log."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TRIGGER no_line BEFORE {what} ON accounts_act BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )


# --- the worker ---------------------------------------------------------------------------------------------

SENTENCE = "On 3 May 2001 the Foreign Minister of Chile Luis Vega paid an official visit to Kenya."


def test_the_worker_gives_back_what_it_cannot_add_now(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import actions
    from comity.web.adding import queue, reading, worker
    from comity.web.adding.models import Upload

    queue.hand_over([queue.Handed("one.txt", SENTENCE.encode())], "somebody")
    add = actions.add_document

    def late(*given: Any, **more: Any) -> Any:
        with locked(file):
            return add(*given, **more)

    reader = reading.Reader()
    try:
        with monkeypatch.context() as patched:
            patched.setattr(actions, "add_document", late)
            for _ in range(queue.ATTEMPTS + 1):
                upload = queue.take("here/1/a")
                assert upload is not None
                worker.done(upload, "here/1/a", reader)
                found = Upload.objects.get()
                assert (found.state, found.attempts, found.problem) == (Upload.WAITING, 0, "")
        upload = queue.take("here/1/a")
        assert upload is not None
        worker.done(upload, "here/1/a", reader)
        assert Upload.objects.get().state == Upload.ADDED
    finally:
        reader.close()


def test_the_worker_reads_on_while_it_cannot_say_so(file: str) -> None:
    from comity.web.adding import queue, worker

    queue.hand_over([queue.Handed("one.txt", SENTENCE.encode())], "somebody")
    upload = queue.take("here/1/a")
    assert upload is not None
    with locked(file):
        worker.renew(upload, "here/1/a")


def test_what_the_register_refuses_is_told_in_its_words(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import actions
    from comity.register.errors import RegisterError
    from comity.web.adding import queue, reading, worker
    from comity.web.adding.models import Upload

    def refusing(*_: Any, **__: Any) -> None:
        raise RegisterError("this cannot be held", "Save it anew.")

    monkeypatch.setattr(actions, "add_document", refusing)
    queue.hand_over([queue.Handed("one.txt", SENTENCE.encode())], "somebody")
    upload, reader = queue.take("here/1/a"), reading.Reader()
    try:
        assert upload is not None
        worker.done(upload, "here/1/a", reader)
    finally:
        reader.close()
    found = Upload.objects.get()
    assert found.state == Upload.FAILED and "this cannot be held" in found.problem
