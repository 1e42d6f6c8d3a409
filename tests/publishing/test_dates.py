"""Dates in words, by cases, and for every date that EDTF can write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.edtf import Date, DateError
from comity.publishing.dates import label, when
from tests.publishing.made import CASES

ROWS = [
    line.split("\t")
    for line in (CASES / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(
    ("edtf", "label_en", "when_en", "label_ru", "when_ru"), ROWS, ids=[row[0] for row in ROWS]
)
def test_dates_in_words(edtf: str, label_en: str, when_en: str, label_ru: str, when_ru: str) -> None:
    date = Date.parse(edtf)
    said = (label(date, "en"), when(date, "en"), label(date, "ru"), when(date, "ru"))
    assert said == (label_en, when_en, label_ru, when_ru)


YEARS = st.integers(1000, 2100)


@st.composite
def simple(draw: st.DrawFn) -> Date:
    month = draw(st.none() | st.integers(1, 12) | st.integers(21, 24))
    day = draw(st.none() | st.integers(1, 28)) if month and month < 13 else None
    return Date.of(draw(YEARS), month, day, approximate=draw(st.booleans()))


@given(simple(), st.none() | simple(), st.booleans(), st.sampled_from(["en", "ru"]))
def test_any_date_is_said_without_inventing_precision(
    start: Date, end: Date | None, turned: bool, lang: str
) -> None:
    try:
        date = Date.interval(end, start) if turned else Date.interval(start, end)
    except DateError:
        date = start
    for said in (label(date, lang), when(date, lang)):
        assert said == " ".join(said.split())
        assert "None" not in said
        for one in (date.start, date.end):
            assert one is None or str(one.year) in said
        if not any(one is not None and one.day for one in (date.start, date.end)):
            figures = [word for word in said.replace("–", " ").split() if word.isdigit()]
            assert all(len(word) == 4 for word in figures), said
