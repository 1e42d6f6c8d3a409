"""A site over a small register made by hand, served for real on a free port of this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from comity.model.claim import Claim
from comity.register import store
from tests.conftest import DATABASES, Copies
from tests.publishing import made

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# The journeys need Debian's chromium, which CI installs; a reader's machine may have none.
collect_ignore = [] if CHROMIUM else ["test_browser.py", "test_accessibility.py", "test_journeys.py"]


def pytest_report_header() -> str | None:
    """Say so where the browser tests are left out."""
    return None if CHROMIUM else "chromium is not installed: tests/web/test_browser.py is left out"


class Site:
    """A running site: its address, register file and what was put into it."""

    def __init__(self, address: str, db: Path, claims: list[Claim]) -> None:
        self.address = address.rstrip("/")
        self.db = db
        self.claims = claims

    def claim(self, kind: str, doc: str = "page-en") -> Claim:
        """The first claim of a kind in a document."""
        return next(claim for claim in self.claims if claim.kind == kind and claim.doc == doc)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, copies: Copies) -> Iterator[Site]:
    """The site of the register in `tests/cases/publishing/register.toml`."""
    from comity.web import server

    db = tmp_path_factory.mktemp("register") / "comity.db"
    # Where a browser is driven, this thread has an event loop, in which Django refuses to touch a database.
    with ThreadPoolExecutor(1) as other:
        other.submit(copies.register, "sqlite", db, put).result()
        running = other.submit(server.start, db, port=0).result()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield Site(server.address(running), db, made.claims())
    running.shutdown()
    running.server_close()
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(params=DATABASES)
def filled(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    copies: Copies,
) -> Iterator[str]:
    """The path or URL of the site's register on each sort of database, open, with the documents made by hand."""
    from comity.web import settings

    url = copies.register(request.param, tmp_path / "comity.db", put)
    store.open_register(url)
    settings.configure(url)
    yield url
    store.close()


@pytest.fixture
def held(filled: str) -> dict[str, list[Claim]]:
    """The claims of the documents made by hand, which the site's register holds."""
    return by_document()


def by_document() -> dict[str, list[Claim]]:
    """The claims of each document made by hand."""
    claims = made.claims()
    return {doc: [claim for claim in claims if claim.doc == doc] for doc in made.documents()}


def put() -> None:
    """Put the documents made by hand into the register that is open."""
    from comity.register import actions

    for doc, claims in by_document().items():
        document = made.documents()[doc]
        actions.add_document(document, document.text.encode(), claims, unread=[(40, 60)], by="tester")


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords are hashed as ever, but in fewer rounds: a million of them, as a site has, is half a second."""
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(PBKDF2PasswordHasher, "iterations", 1000)
        yield
