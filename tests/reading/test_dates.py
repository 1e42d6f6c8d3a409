"""Dates in text: tables of cases, both directions, what the context does, laws."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.edtf import Date
from comity.reading.dates import DateContext, DateMention, find_dates

CASES = Path(__file__).parents[1] / "cases" / "dates"
CONTEXT = DateContext(Date.parse("2006-05-17"), 2004)
NOTHING = DateContext()


def _find(text: str, language: str, context: DateContext = CONTEXT) -> list[DateMention]:
    return find_dates(text, 0, len(text), language, context)


def _table() -> list[tuple[str, str, list[tuple[str, str]]]]:
    rows = []
    for language in ("en", "ru"):
        for line in (CASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, *rest = line.split("\t")
                rows.append((language, text, list(zip(rest[::2], rest[1::2], strict=True))))
    return rows


@pytest.mark.parametrize(("language", "text", "expected"), _table())
def test_case(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = _find(text, language)
    assert [(text[one.start : one.end], str(one.date)) for one in found] == expected


def test_the_tables_are_large_and_hold_both_kinds() -> None:
    rows = _table()
    assert len(rows) >= 300
    assert sum(not expected for _, _, expected in rows) >= 40
    assert len({(language, text) for language, text, _ in rows}) == len(rows)


# --- what a mention says besides its date ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "form", "relation", "needs_year", "attached"),
    [
        ("en", "on April 10, 1992", "day", "", False, False),
        ("en", "in April 1992", "month", "", False, False),
        ("en", "in 1992", "year", "", False, False),
        ("en", "in the 1990s", "decade", "", False, False),
        ("en", "in summer 1992", "season", "", False, False),
        ("en", "in Q1 1992", "quarter", "", False, False),
        ("en", "in the first half of 1992", "half", "", False, False),
        ("en", "1992-1996", "range", "", False, False),
        ("en", "3-5 April 1992", "range", "", False, False),
        ("en", "August, September 1995", "list", "", False, False),
        ("en", "on April 10", "monthday", "", True, False),
        ("en", "in April", "month", "", True, False),
        ("en", "yesterday", "relative", "", True, False),
        ("en", "since 1992", "year", "since", False, False),
        ("en", "until May 1992", "month", "until", False, False),
        ("en", "from 1992", "year", "from", False, False),
        ("en", "before 1992", "year", "before", False, False),
        ("en", "after May 3, 1992", "day", "after", False, False),
        ("en", "1992 to the present", "range", "since", False, False),
        ("en", "the EXPO 2017 fair", "year", "", False, True),
        ("en", "Old Europe 1870-1914", "range", "", False, True),
        ("en", "A 2017 fair", "year", "", False, False),
        ("en", "Norway's 2017 fair", "year", "", False, False),
        ("en", "from 1964-07 it", "month", "from", False, False),
        ("ru", "10 апреля 1992 года", "day", "", False, False),
        ("ru", "10 апреля", "monthday", "", True, False),
        ("ru", "с 1992 года", "year", "since", False, False),
        ("ru", "до 1992 года", "year", "until", False, False),
        ("ru", "после 1992 года", "year", "after", False, False),
        ("ru", "в 1-м полугодии 2005 г.", "half", "", False, False),
        ("ru", "вчера", "relative", "", True, False),
    ],
)
def test_form(language: str, text: str, form: str, relation: str, needs_year: bool, attached: bool) -> None:
    (one,) = _find(text, language)
    assert (one.form, one.relation, one.needs_year, one.attached) == (form, relation, needs_year, attached)


def test_only_the_given_part_is_read() -> None:
    text = "In 1991 he left. In 1992 he came back. In 1993 he died."
    start, end = text.index("In 1992"), text.index(" In 1993")
    assert [str(one.date) for one in find_dates(text, start, end, "en", NOTHING)] == ["1992"]
    assert find_dates(text, 0, 0, "en", NOTHING) == []


# --- context ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "document", "year", "expected"),
    [
        ("on May 9", None, None, []),
        ("on May 9", None, 1999, ["1999-05-09"]),
        ("on May 9", "2006-05-17", None, ["2006-05-09"]),
        ("on December 9", "2006-01-17", None, ["2005-12-09"]),
        ("on January 9", "2006-12-17", None, ["2007-01-09"]),
        ("on May 9", "2006", None, ["2006-05-09"]),
        ("last September", "2006-05-17", 1999, ["2005-09"]),
        ("next September", "2006-05-17", 1999, ["2006-09"]),
        ("on February 29", None, 1999, []),
        ("yesterday", None, 1999, []),
        ("yesterday", "2006-05", 1999, []),
        ("yesterday", "2006-01-01", 1999, ["2005-12-31"]),
        ("last month", "2006-01-10", None, ["2005-12"]),
        ("last month", "2006", None, []),
        ("last year", "2006", None, ["2005"]),
        ("the same year", None, None, []),
        ("that year", None, 1999, ["1999"]),
        ("In 1980 they met; in May of the same year they met again", None, 1999, ["1980", "1980-05"]),
        ("In 1980 they met and the same year they parted", None, 1999, ["1980", "1980"]),
    ],
)
def test_context(text: str, document: str | None, year: int | None, expected: list[str]) -> None:
    context = DateContext(Date.parse(document) if document else None, year)
    assert [str(one.date) for one in _find(text, "en", context)] == expected


def test_the_last_year_goes_on_to_the_next_sentence() -> None:
    context = NOTHING
    assert context.after([]) is context
    context = context.after(_find("In 1992 and on 3 May 1994", "en", context))
    assert context.year == 1994
    context = context.after(_find("from 1996 to 1998", "en", context))
    assert context.year == 1998
    assert context.after(_find("at the EXPO 2017 fair", "en", context)).year == 1998
    assert context.after(_find("on May 9", "en", context)).year == 1998


# --- the other direction: a date worded in a language's layouts is found again ---------------------------

_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
]
_EN += ["December"]
_RU = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
]
_RU += ["декабря"]
_RU_IN = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
]
_RU_IN += ["декабре"]


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


Day = Callable[[datetime.date], str]
_DAY_LAYOUTS: list[tuple[str, Day]] = [
    ("en", lambda d: f"on {_EN[d.month - 1]} {d.day}, {d.year}"),
    ("en", lambda d: f"on {_EN[d.month - 1]}, {d.day}, {d.year}"),
    ("en", lambda d: f"on {_EN[d.month - 1]} {d.day}{_suffix(d.day)}, {d.year}"),
    ("en", lambda d: f"{_EN[d.month - 1]} {d.day} {d.year}"),
    ("en", lambda d: f"the {d.day}{_suffix(d.day)} of {_EN[d.month - 1]}, {d.year}"),
    ("en", lambda d: f"({d.day} {_EN[d.month - 1]} {d.year})"),
    ("en", lambda d: f"{d.day} {_EN[d.month - 1].upper()} {d.year}"),
    ("en", lambda d: f"dated {d.isoformat()}."),
    ("en", lambda d: f"dated {d.day:02}.{d.month:02}.{d.year}."),
    ("ru", lambda d: f"{d.day} {_RU[d.month - 1]} {d.year} г."),
    ("ru", lambda d: f"от {d.day} {_RU[d.month - 1]} {d.year} года"),
    ("ru", lambda d: f"{d.day}-го {_RU[d.month - 1]} {d.year}г."),
    ("ru", lambda d: f"{d.day:02}.{d.month:02}.{d.year}"),
]
_DAYS = st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31))


def _date(day: datetime.date) -> Date:
    return Date.of(day.year, day.month, day.day)


@given(_DAYS, st.sampled_from(_DAY_LAYOUTS))
def test_a_worded_day_is_found(day: datetime.date, layout: tuple[str, Day]) -> None:
    language, word = layout
    assert [one.date for one in _find(f"Text {word(day)}", language)] == [_date(day)]


_MONTH_LAYOUTS: list[tuple[str, Day, str]] = [
    ("en", lambda d: f"in {_EN[d.month - 1]} {d.year}", "{}"),
    ("en", lambda d: f"in {_EN[d.month - 1]}, {d.year},", "{}"),
    ("en", lambda d: f"in early {_EN[d.month - 1]} {d.year}", "{}"),
    ("en", lambda d: f"since {_EN[d.month - 1]} {d.year}", "{}/.."),
    ("en", lambda d: f"until {_EN[d.month - 1]} {d.year}", "../{}"),
    ("en", lambda d: f"{_EN[d.month - 1]} {d.year} – present", "{}/.."),
    ("ru", lambda d: f"в {_RU_IN[d.month - 1]} {d.year} г.", "{}"),
    ("ru", lambda d: f"в конце {_RU[d.month - 1]} {d.year} года", "{}"),
    ("ru", lambda d: f"с {_RU[d.month - 1]} {d.year} года", "{}/.."),
    ("ru", lambda d: f"до {_RU[d.month - 1]} {d.year} года", "../{}"),
]


@given(_DAYS, st.sampled_from(_MONTH_LAYOUTS))
def test_a_worded_month_is_found(day: datetime.date, layout: tuple[str, Day, str]) -> None:
    language, word, form = layout
    expected = form.format(Date.of(day.year, day.month))
    assert [str(one.date) for one in _find(f"Text {word(day)}", language)] == [expected]


_YEAR_LAYOUTS = [
    ("en", "in {}", "{}"),
    ("en", "({})", "{}"),
    ("en", "at the end of {}", "{}"),
    ("en", "since {}", "{}/.."),
    ("en", "until {}", "../{}"),
    ("en", "circa {}", "{}~"),
    ("en", "the first half of {}", "{}-01/{}-06"),
    ("en", "Q4 {}", "{}-10/{}-12"),
    ("en", "winter {}", "{}-24"),
    ("ru", "в {} году", "{}"),
    ("ru", "({})", "{}"),
    ("ru", "в начале {} г.", "{}"),
    ("ru", "с {} года", "{}/.."),
    ("ru", "до {} г.", "../{}"),
    ("ru", "около {} года", "{}~"),
    ("ru", "в I квартале {} года", "{}-01/{}-03"),
    ("ru", "летом {} г.", "{}-22"),
    ("ru", "за 9 месяцев {} года", "{}-01/{}-09"),
]


@given(st.integers(1500, 2099), st.sampled_from(_YEAR_LAYOUTS))
def test_a_worded_year_is_found(year: int, layout: tuple[str, str, str]) -> None:
    language, words, form = layout
    found = _find(f"Text {words.format(year)}", language)
    assert [str(one.date) for one in found] == [form.format(year, year)]


Span = Callable[[datetime.date, datetime.date], str]
_SPAN_LAYOUTS: list[tuple[str, Span, str]] = [
    ("en", lambda a, b: f"({_EN[a.month - 1]} {a.year} – {_EN[b.month - 1]} {b.year})", "month"),
    ("en", lambda a, b: f"({_EN[a.month - 1]} {a.year} \ufffd {_EN[b.month - 1]} {b.year})", "month"),
    ("en", lambda a, b: f"from {_EN[a.month - 1]} {a.year} to {_EN[b.month - 1]} {b.year}", "month"),
    (
        "en",
        lambda a, b: f"{_EN[a.month - 1]} {a.day}, {a.year} - {_EN[b.month - 1]} {b.day}, {b.year}",
        "day",
    ),
    (
        "en",
        lambda a, b: f"from {a.day} {_EN[a.month - 1]} {a.year} until {b.day} {_EN[b.month - 1]} {b.year}",
        "day",
    ),
    ("en", lambda a, b: f"{a.day} {_EN[a.month - 1]} {a.year}–{b.day} {_EN[b.month - 1]} {b.year}", "day"),
    ("en", lambda a, b: f"between {a.year} and {b.year}", "year"),
    ("en", lambda a, b: f"({a.year}–{b.year})", "year"),
    ("en", lambda a, b: f"from {a.year} to {b.year}", "year"),
    ("ru", lambda a, b: f"с {_RU[a.month - 1]} {a.year} по {_RU[b.month - 1]} {b.year} гг.", "month"),
    (
        "ru",
        lambda a, b: f"с {a.day} {_RU[a.month - 1]} {a.year} г. по {b.day} {_RU[b.month - 1]} {b.year} г.",
        "day",
    ),
    (
        "ru",
        lambda a, b: f"{a.day} {_RU[a.month - 1]} {a.year} года – {b.day} {_RU[b.month - 1]} {b.year} года",
        "day",
    ),
    ("ru", lambda a, b: f"в {a.year}–{b.year} гг.", "year"),
    ("ru", lambda a, b: f"с {a.year} по {b.year} год", "year"),
]


@given(_DAYS, _DAYS, st.sampled_from(_SPAN_LAYOUTS))
def test_a_worded_span_is_found(
    one: datetime.date, other: datetime.date, layout: tuple[str, Span, str]
) -> None:
    language, word, precision = layout
    length = {"day": 3, "month": 2, "year": 1}[precision]
    parts = sorted((one, other))
    first, last = (Date.of(*(day.year, day.month, day.day)[:length]) for day in parts)
    if first == last:
        return
    found = _find(f"Text {word(parts[0], parts[1])}", language)
    assert [one.date for one in found] == [Date.interval(first, last)]


@given(_DAYS, st.integers(1, 12), st.booleans())
def test_days_of_one_month_are_found(day: datetime.date, length: int, russian: bool) -> None:
    last = day + datetime.timedelta(length)
    if last.month != day.month:
        return
    if russian:
        layouts = ["{a}–{b} {m} {y} г.", "с {a} по {b} {m} {y} года"]
    else:
        layouts = ["{m} {a}-{b}, {y}", "{m}, {a}-{b}, {y}", "{a}-{b} {m} {y}", "from {a} to {b} {m}, {y}"]
    month = (_RU if russian else _EN)[day.month - 1]
    for layout in layouts:
        text = "Text " + layout.format(a=day.day, b=last.day, m=month, y=day.year)
        found = _find(text, "ru" if russian else "en")
        assert [one.date for one in found] == [Date.interval(_date(day), _date(last))], text


# --- laws ------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "May",
        "June",
        "мая",
        "июня",
        "1992",
        "2004",
        "3",
        "31",
        "45",
        "90",
        "90-х",
        "1990s",
        "10.04.1992",
        "–",
        "-",
        ",",
        "(",
        ")",
        "to",
        "and",
        "of",
        "since",
        "until",
        "с",
        "по",
        "до",
        "и",
        "в",
        "г.",
        "года",
        " ",
        " ",
        " ",
        "yesterday",
        "last year",
        "в среду",
        "winter",
        "весной",
        "\ufffd",
        "[3]",
        "$",
        "%",
        "people",
        "/",
        "\n",
        "x",
        "И",
        "present",
    ]
)


@given(st.lists(_PIECES, max_size=24), st.sampled_from(["en", "ru"]), st.booleans(), st.booleans())
def test_law_spans(pieces: list[str], language: str, spaced: bool, known: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    found = _find(text, language, CONTEXT if known else NOTHING)
    place = 0
    for one in found:
        assert place <= one.start < one.end <= len(text)
        assert not text[one.start].isspace() and not text[one.end - 1].isspace()
        place = one.end
    assert found == _find(text, language, CONTEXT if known else NOTHING)
    # Behind a bullet, for what stands first in a line may head it: «Май – …».
    moved = find_dates(f"• {text} #", 2, 2 + len(text), language, CONTEXT if known else NOTHING)
    assert [one.date for one in moved] == [one.date for one in found]


@given(st.text(max_size=60))
def test_law_any_text(text: str) -> None:
    for language in ("en", "ru"):
        _find(text, language)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        _find("1992", "xx")
