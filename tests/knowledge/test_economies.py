"""Roughly how large economies were."""

from __future__ import annotations

import itertools

import pytest

from comity import knowledge
from comity.knowledge.economies import economies, economy
from comity.model.edtf import Date


def test_every_member_has_a_size() -> None:
    for state in knowledge.states():
        if state.kind == "member":
            assert economy(state.code), state.code


def test_no_economy_leaps() -> None:
    # A slip in the table would be a hundred times or more; the fastest growth is that of oil in the seventies.
    for code, sizes in economies().items():
        known = [size for size in sizes if size is not None]
        for one, next_one in itertools.pairwise(known):
            assert 1 / 5 < next_one / one < 50, (code, one, next_one)


@pytest.mark.parametrize(
    ("code", "date", "least", "most"),
    [
        ("USA", "1970", 1e12, 3e12),
        ("CHN", "2005", 1.2e12, 7e12),
        ("KAZ", "1995", 15e9, 30e9),
        ("BRA", "1960", 30e9, 60e9),
        ("BTN", None, 1e9, 5e9),
        ("SUHH", "1985", 5e11, 2e12),
    ],
)
def test_economy(code: str, date: str | None, least: float, most: float) -> None:
    size = economy(code, Date.parse(date) if date else None)
    assert size is not None
    assert least <= size <= most


def test_an_unknown_size() -> None:
    assert economy("VAT") is None
    assert economy("no such state") is None
