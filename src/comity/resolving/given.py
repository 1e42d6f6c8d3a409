"""Given names in the forms of several languages (William, Guillaume, Уильям)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

from comity.resolving.spelling import fold


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    """The groups of `given.toml` that a folded given name stands in."""
    raw = tomllib.loads(resources.files(__package__).joinpath("given.toml").read_text("utf-8"))
    found: dict[str, set[int]] = {}
    for number, group in enumerate(raw["groups"]):
        for name in group:
            found.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def equivalents(folded: str) -> frozenset[int]:
    """The groups that a folded given name stands in; none where it is not known."""
    return _groups().get(folded, frozenset())
