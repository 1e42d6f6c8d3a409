"""Subjects and names of bodies in the other language: `subjects.tsv` and `bodies.tsv` in `tests/cases/publishing`."""

from __future__ import annotations

import re

import pytest

from comity.publishing.wording.bodies import body_name
from comity.publishing.wording.subjects import subject
from tests.publishing.made import CASES

ROWS = [
    line.split("\t")
    for line in (CASES / "subjects.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PAIRS = [(english, russian, way) for english, russian, way in ROWS if way != "!"]


@pytest.mark.parametrize(("english", "russian", "way"), PAIRS, ids=[row[0] for row in PAIRS])
def test_pairs(english: str, russian: str, way: str) -> None:
    if way in "=>":
        assert subject(english, "ru") == russian
    if way in "=<":
        assert subject(russian, "en") == english


@pytest.mark.parametrize("written", [row[0] for row in ROWS if row[2] == "!"])
def test_what_is_not_known_whole_has_no_other_form(written: str) -> None:
    assert subject(written, "en" if re.search("[а-я]", written) else "ru") == ""


def test_a_long_list_of_words_that_mean_several_things_is_read_in_time() -> None:
    """Each of these words is an adjective and a thing: the ways to divide them are many, and none is whole."""
    assert subject(", ".join(["cultural", "economic"] * 11) + ", unheard-of", "ru") == ""


BODIES = [
    line.split("\t")
    for line in (CASES / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("written", "lang", "name"), BODIES, ids=[row[0] for row in BODIES])
def test_names_of_bodies(written: str, lang: str, name: str) -> None:
    assert body_name(written, lang) == name
