"""Money, shares and numbers in text: tables of cases, numbers worded and found again, laws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comity.reading.amounts import Amount, find_amounts
from comity.reading.dates import DateContext, find_dates
from comity.reading.signs import EVERY

CASES = Path(__file__).parents[1] / "cases" / "amounts"


def _find(text: str, language: str) -> list[Amount]:
    return find_amounts(text, 0, len(text), language)


def _table() -> list[tuple[str, str, list[str]]]:
    rows = []
    for language in ("en", "ru"):
        for line in (CASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, *rest = line.split("\t")
                rows.append((language, text, rest))
    return rows


@pytest.mark.parametrize(("language", "text", "expected"), _table())
def test_case(language: str, text: str, expected: list[str]) -> None:
    found: list[str] = []
    for one in _find(text, language):
        value = str(one.value) if one.high is None else f"{one.value}..{one.high}"
        found += [text[one.start : one.end], one.kind, value, one.currency or one.unit or "-"]
    assert found == expected


def test_the_tables_hold_both_kinds() -> None:
    rows = _table()
    assert len(rows) >= 120
    assert sum(not expected for _, _, expected in rows) >= 20


def test_whole_values_are_ints() -> None:
    (one,) = _find("$723.9 million", "en")
    assert one.value == 723_900_000 and isinstance(one.value, int)
    (one,) = _find("2.5 times", "en")
    assert one.value == 2.5 and isinstance(one.value, float)


def test_only_the_given_part_is_read() -> None:
    text = "He gave $5 million and $6 million and $7 million."
    start, end = text.index("$6"), text.index(" and $7")
    (one,) = find_amounts(text, start, end, "en")
    assert (one.value, one.currency, one.start, one.end) == (6_000_000, "USD", start, end)


_SIGNS = st.sampled_from(
    [("$", "USD"), ("€", "EUR"), ("US$ ", "USD"), ("USD ", "USD"), ("£", "GBP"), ("C$", "CAD")]
)


@given(st.integers(1, 10**12), _SIGNS)
def test_grouped_money_is_found(value: int, sign: tuple[str, str]) -> None:
    (one,) = _find(f"They gave {sign[0]}{value:,} to it.", "en")
    assert (one.value, one.currency, one.kind) == (value, sign[1], "money")


@given(
    st.integers(1, 9999),
    st.sampled_from(
        [("en", ".", "million", 6), ("en", ".", "bn", 9), ("ru", ",", "млн", 6), ("ru", ",", "тыс.", 3)]
    ),
)
def test_scaled_money_is_found(tenths: int, scale: tuple[str, str, str, int]) -> None:
    language, point, word, zeros = scale
    digits = f"{tenths // 10}{point}{tenths % 10}"
    text = f"of ${digits} {word} in" if language == "en" else f"на {digits} {word} евро в"
    (one,) = _find(text, language)
    assert one.value == tenths * 10**zeros // 10
    assert one.currency == ("USD" if language == "en" else "EUR")


@given(st.integers(1, 10**9))
def test_grouped_russian_money_is_found(value: int) -> None:
    (one,) = _find(f"на {value:,} рублей в год".replace(",", " "), "ru")
    assert (one.value, one.currency) == (value, "RUB")


@given(st.integers(0, 1000), st.sampled_from(["%", " %", " percent", " per cent"]))
def test_shares_are_found(tenths: int, sign: str) -> None:
    (one,) = _find(f"by {tenths / 10}{sign} more", "en")
    assert (one.value, one.kind) == (tenths / 10, "percent")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On 5 May 1992 trade of 2003 and 2004 came to 12 million dollars and 300 visits", "en"),
        ("С 5 мая 1992 года по 2003 год торговля достигла 12 млн долларов, 300 визитов", "ru"),
    ],
)
def test_numbers_of_dates_are_left_out_where_the_dates_are_known(text: str, language: str) -> None:
    dates = find_dates(text, 0, len(text), language, DateContext())
    found = find_amounts(text, 0, len(text), language, EVERY, dates)
    assert [one.value for one in found] == [12_000_000, 300]


_WORDS = """1 25 1,000 3.5 3,5 1992 $ € US$ USD % million млн тыс. долл. США dollars twenty five двадцать сто
and - – / . , ( ) [ ] th -е session заседание x И people"""
_PIECES = st.sampled_from(_WORDS.split())


@example(["1", "$", "1"], "en", True)
@given(st.lists(_PIECES, max_size=20), st.sampled_from(["en", "ru"]), st.booleans())
def test_law_spans(pieces: list[str], language: str, spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    place = 0
    for one in _find(text, language):
        assert place <= one.start < one.end <= len(text)
        assert one.high is None or one.high > one.value
        assert (one.kind == "money") == (one.currency is not None)
        place = one.end


@given(st.text(max_size=60))
def test_law_any_text(text: str) -> None:
    for language in ("en", "ru"):
        _find(text, language)
