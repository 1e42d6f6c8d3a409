"""Registers in real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.register import store


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    """A fresh register, open."""
    path = tmp_path / "comity.db"
    store.open_register(path)
    yield path
    store.close()
