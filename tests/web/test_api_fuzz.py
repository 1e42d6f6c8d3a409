"""The interface against its own description: requests made up by schemathesis, for real, always the same ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web.conftest import Site


@pytest.fixture(scope="module")
def token(site: Site) -> Iterator[str]:
    """A token with which everything may be done."""

    def made() -> str:
        from django.db import connections

        from comity.web import access
        from comity.web.accounts.models import User

        user = User.objects.create_user("fuzzer", role=access.ADMINISTRATOR)
        secret = access.make_token(user, "fuzz", access.ADMINISTRATOR)[1]
        connections.close_all()
        return secret

    with ThreadPoolExecutor(1) as other:
        yield other.submit(made).result()


@pytest.fixture(scope="module")
def described(site: Site) -> Any:
    return schemathesis.openapi.from_url(f"{site.address}/api/v1/openapi.json")


# The same requests at every run, and few: `schemathesis run` makes thousands by hand.
BOUNDED = settings(
    max_examples=5, derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck), database=None,
)  # fmt: skip


def each(described: Any, check: Callable[[schemathesis.Case], None]) -> int:
    """Check requests that fit the description and requests that do not; how many operations had some."""
    count = 0
    for found in described.get_all_operations():
        operation = found.ok()
        for mode in schemathesis.GenerationMode:

            @BOUNDED
            @given(case=operation.as_strategy(generation_mode=mode))
            def run(case: schemathesis.Case) -> None:
                check(case)

            try:
                run()
            except Unsatisfiable:  # what asks for nothing has no request that does not fit
                assert mode is schemathesis.GenerationMode.NEGATIVE
        count += 1
    return count


def fits(case: schemathesis.Case, **how: Any) -> Any:
    """Send a request and check the answer by everything that schemathesis knows to check."""
    # A question may fit the description and still not be understood (`colour:red`), and another moment is told of one
    # pair of states alone and a time has its end behind its beginning, which a description of each parameter by itself
    # cannot say.
    apart = case.path == "/api/v1/search" or {"as_of", "known_at", "from", "to"} & set(case.query or {})
    left_out = [positive_data_acceptance] if apart else []
    return case.call_and_validate(excluded_checks=left_out, **how)


def test_answers_are_as_described(described: Any, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}

    def check(case: schemathesis.Case) -> None:
        fits(case, headers=headers)

    assert each(described, check) > 20


def test_strangers_are_answered_as_described_and_write_nothing(described: Any, site: Site) -> None:
    def check(case: schemathesis.Case) -> None:
        answer = fits(case)
        assert case.method != "POST" or answer.status_code in (401, 404), answer.content

    with sqlite3.connect(site.db) as connection:
        before = connection.execute(_NUMBERS).fetchone()
        each(described, check)
        assert connection.execute(_NUMBERS).fetchone() == before


_NUMBERS = """
    SELECT (SELECT count(*) FROM register_document), (SELECT count(*) FROM register_decision WHERE undone_at IS NULL),
           (SELECT count(*) FROM register_dismissal WHERE undone_at IS NULL), (SELECT count(*) FROM adding_job)
"""


def test_what_is_there_is_found_through_links(site: Site, token: str, described: Any) -> None:
    import requests

    headers = {"Authorization": f"Bearer {token}"}
    links = 0
    for path, methods in described.raw_schema["paths"].items():
        for link in methods.get("get", {}).get("responses", {}).get("200", {}).get("links", {}).values():
            ident = requests.get(f"{site.address}{path}", headers=headers, timeout=20).json()["items"][0][
                "id"
            ]
            operation = described.find_operation_by_id(link["operationId"])
            body = {"reason": "checked"} if operation.method == "post" else None
            if operation.path.endswith("/decision"):
                body = {"decision": "accept"}
            answer = requests.request(
                operation.method, f"{site.address}{operation.path.format(ident=ident)}", headers=headers, json=body,
                timeout=20,
            )  # fmt: skip
            assert answer.status_code == 200, (operation.path, answer.text)
            links += 1
    assert links > 8
    with sqlite3.connect(site.db) as connection:
        documents, decisions, dismissals, _jobs = connection.execute(_NUMBERS).fetchone()
    assert documents == 2 and decisions >= 1 and dismissals == 0
