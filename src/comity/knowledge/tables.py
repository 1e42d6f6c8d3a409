"""Word tables of a language as they stand in its folder; the loader's typed views are made from the other files."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def table(language: str, name: str) -> dict[str, Any]:
    """`knowledge/<language>/<name>.toml`; `FileNotFoundError` where a language has none."""
    path = resources.files("comity.knowledge") / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
