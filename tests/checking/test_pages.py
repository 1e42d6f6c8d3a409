"""Invented pages from their words to their findings, as data in `tests/cases/pages.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from comity.checking import RULES, message
from comity.pipeline import read

PAGES = tomllib.loads((Path(__file__).parent.parent / "cases" / "pages.toml").read_text(encoding="utf-8"))[
    "page"
]

GAPS = {"C503", "C504", "C505"}
"""What a short page leaves out, and need not be told of every one."""

ELSEWHERE = {"C111", "C201", "C304", "C305", "C308"}
"""Rules that need more than one short page: several documents, a table of office holders, a table of shares."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{'-'.join(page['finds'])} {page['text'][:40]}")
def test_page(page: dict[str, Any]) -> None:
    findings = read(page["text"].encode(), "page.txt").findings
    codes = {one.code for one in findings}
    said = [message(one) for one in findings]
    assert set(page["finds"]) <= codes, said
    assert codes <= set(page["finds"]) | GAPS, said
    assert page["finds"] or not codes, said


def test_every_rule_that_a_page_can_show_has_one() -> None:
    shown = {code for page in PAGES for code in page["finds"]}
    assert shown | ELSEWHERE == {rule.code for rule in RULES}
