"""Lines of a text into blocks, as data in `tests/cases/layout`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from comity.reading.layout import blocks

FILE = Path(__file__).parent.parent / "cases" / "layout" / "blocks.toml"
CASES: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_blocks(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        f"{block.kind}: {' < '.join([text[block.start : block.end], *reversed(block.headings)])}"
        for block in blocks(text)
    ]
    assert found == case["blocks"]
