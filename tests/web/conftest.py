"""A site over a small register made by hand, served for real on a free port of this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comity.model.claim import Claim
from tests.publishing import made

# The registers, on SQLite and PostgreSQL both.
from tests.register.conftest import cluster, empty, register, template  # noqa: F401

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
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the register in `tests/cases/publishing/register.toml`."""
    from comity.web import server

    db = tmp_path_factory.mktemp("register") / "comity.db"
    claims = made.claims()
    # Where a browser is driven, this thread has an event loop, in which Django refuses to touch a database.
    with ThreadPoolExecutor(1) as other:
        other.submit(fill, db).result()
        running = other.submit(server.start, db, port=0).result()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield Site(server.address(running), db, claims)
    running.shutdown()
    running.server_close()
    thread.join(timeout=10)


def fill(db: Path) -> None:
    """A register with the documents made by hand."""
    from comity.web import settings

    settings.configure(db, must_exist=False)
    from comity.register import store

    put()
    store.close()


@pytest.fixture
def held(register: str) -> Iterator[dict[str, list[Claim]]]:  # noqa: F811 - the fixture
    """The site of a register on each sort of database, with the documents made by hand; their claims."""
    from comity.web import settings

    settings.configure(register)
    yield put()


def put() -> dict[str, list[Claim]]:
    """Put the documents made by hand into the register that is open; their claims by document."""
    from comity.register import actions

    found: dict[str, list[Claim]] = {}
    claims = made.claims()
    for doc, document in made.documents().items():
        found[doc] = [claim for claim in claims if claim.doc == doc]
        actions.add_document(document, document.text.encode(), found[doc], unread=[(40, 60)], by="tester")
    return found
