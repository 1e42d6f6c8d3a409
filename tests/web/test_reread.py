"""The page of reading again: what newer rules read otherwise is shown, and taken over by an editor alone."""

from __future__ import annotations

import pytest
from django.test import Client

from comity.model.claim import Claim
from comity.publishing.wording import LANGUAGES, text


@pytest.fixture
def editor(held: dict[str, list[Claim]]) -> Client:
    from comity.web.accounts.models import User

    del held
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(
        User.objects.create_user("anna", role="editor"), backend="django.contrib.auth.backends.ModelBackend"
    )
    return client


def test_the_difference_is_shown_taken_over_and_gone(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.register import queries
    from comity.web.review import reread

    # A busy machine starts the reader late, which is not what is looked at here.
    monkeypatch.setattr(reread, "_SECONDS", 300)

    for lang in LANGUAGES:
        assert "/reread/page-en/" in editor.get(f"/reread/?lang={lang}").content.decode()
    # The documents made by hand hold claims that no rule read: read anew, they say other things.
    page = editor.get("/reread/page-en/?lang=en")
    assert page.status_code == 200
    assert text("reread.take", "en") in page.content.decode()
    before = {one.claim.id for one in queries.document("page-en").claims}
    assert editor.post("/reread/page-en/").headers["Location"] == "/reread/page-en/?done=1"
    after = queries.document("page-en")
    assert {one.claim.id for one in after.claims} != before
    done = editor.get("/reread/page-en/?done=1&lang=en").content.decode()
    assert text("reread.done", "en") in done and text("reread.take", "en") not in done
    assert editor.get("/reread/none/").status_code == 404


def test_a_document_that_takes_too_long_is_left_to_the_command_line(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from comity.web.review import reread

    monkeypatch.setattr(reread, "_read", lambda _held: None)
    answer = editor.get("/reread/page-en/?lang=en")
    assert answer.status_code == 503 and "comity reread --diff page-en" in answer.content.decode()


def test_it_is_for_editors(held: dict[str, list[Claim]]) -> None:
    del held
    client = Client(SERVER_NAME="127.0.0.1")
    for answer in (client.get("/reread/"), client.get("/reread/page-en/"), client.post("/reread/page-en/")):
        assert answer.status_code in (302, 403)
