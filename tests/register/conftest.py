"""The register that a module of tests fills."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.register import store
from tests.conftest import DATABASES, Copies


@pytest.fixture(params=DATABASES)
def held(request: pytest.FixtureRequest, tmp_path: Path, copies: Copies) -> Iterator[str]:
    """A register in each sort of database, open, with what the module's `fill` puts into it: its path or URL."""
    url = copies.register(request.param, tmp_path / "comity.db", request.module.fill)
    store.open_register(url)
    yield url
    store.close()
