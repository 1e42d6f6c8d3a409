"""What slots hold is told in Russian too: every line of the model's docstrings, and no line that is none."""

from __future__ import annotations

import re

import pytest

from comity.model.claim import KINDS
from comity.model.dictionary import meaning
from comity.publishing.wording.meanings import told
from comity.publishing.wording.templates import table

LINES = sorted({line for kind in KINDS for line in meaning(kind).slots.values()})


@pytest.mark.parametrize("line", LINES)
def test_a_slot_is_explained_in_russian(line: str) -> None:
    assert re.search("[а-яё]", told(line, "ru"))
    assert told(line, "en") == line


def test_nothing_is_kept_that_no_slot_says() -> None:
    assert sorted(table("meanings.toml", "slots")) == LINES


def test_a_line_that_is_not_there_is_told_as_it_is() -> None:
    assert told("a line of a later version", "ru") == "a line of a later version"
