"""The date type: a table of cases, laws, and agreement with two other EDTF implementations."""

from __future__ import annotations

import copy
import datetime
import pickle

import pytest
from edtf import parse_edtf
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model.edtf import Date, DateError, more_precise

VALID = [
    # text, lower, upper, precision
    ("1992", "1992-01-01", "1992-12-31", "year"),
    ("1992-04", "1992-04-01", "1992-04-30", "month"),
    ("1992-04-10", "1992-04-10", "1992-04-10", "day"),
    ("2004-02", "2004-02-01", "2004-02-29", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("0001", "0001-01-01", "0001-12-31", "year"),
    ("0000", None, None, "year"),
    ("-0044", None, None, "year"),
    ("-0044-03-15", None, None, "day"),
    ("Y17000", None, None, "year"),
    ("Y-170000002", None, None, "year"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("-199X", None, None, "decade"),
    ("1999-XX", "1999-01-01", "1999-12-31", "year"),
    ("1999-XX-XX", "1999-01-01", "1999-12-31", "year"),
    ("1999-05-XX", "1999-05-01", "1999-05-31", "month"),
    ("1995~", "1995-01-01", "1995-12-31", "year"),
    ("1995-07?", "1995-07-01", "1995-07-31", "month"),
    ("1995-07-04%", "1995-07-04", "1995-07-04", "day"),
    ("199X~", "1990-01-01", "1999-12-31", "decade"),
    ("2001-21", "2001-03-01", "2001-05-31", "season"),
    ("2001-22", "2001-06-01", "2001-08-31", "season"),
    ("2001-23~", "2001-09-01", "2001-11-30", "season"),
    ("2001-24", "2001-01-01", "2001-12-31", "season"),
    ("2000-04-03/2000-04-05", "2000-04-03", "2000-04-05", "interval"),
    ("1995-08/1995-09", "1995-08-01", "1995-09-30", "interval"),
    ("2004-08/..", "2004-08-01", None, "interval"),
    ("../2006-03", None, "2006-03-31", "interval"),
    ("2004/", "2004-01-01", None, "interval"),
    ("/2004", None, "2004-12-31", "interval"),
    ("1985~/2004-06?", "1985-01-01", "2004-06-30", "interval"),
    ("2004-03/2004", "2004-03-01", "2004-12-31", "interval"),
    ("198X/199X", "1980-01-01", "1999-12-31", "interval"),
]

INVALID = [
    # text, words of the message
    ("", "empty"),
    (" 1992", "expected year"),
    ("1992 ", "expected year"),
    ("1992\n", "expected year"),
    ("92", "expected year"),
    ("12345", "written with Y"),
    ("Y1985", "more than four digits"),
    ("-0000", "no sign"),
    ("1992-13", "no month 13"),
    ("1992-00", "no month 00"),
    ("1992-25", "no month 25"),
    ("1992-21-03", "season has no days"),
    ("1992-04-31", "30 days"),
    ("2003-02-29", "28 days"),
    ("1992-04-00", "30 days"),
    ("1992-4-10", "expected year"),
    ("10.04.1992", "year-month-day"),
    ("4/10/1992", "two ends"),
    ("1992-04-10T10:00:00Z", "time of day"),
    ("199x", "expected year"),
    ("1XXX", "expected year"),
    ("1999-XX-05", "unspecified month"),
    ("?1995", "another level"),
    ("1995?~", "another level"),
    ("{1995,1996}", "another level"),
    ("١٩٩٢", "expected year"),
    ("..", "expected year"),
    ("/", "one end is a date"),
    ("../..", "one end is a date"),
    ("../", "one end is a date"),
    ("1992/1993/1994", "two ends"),
    ("2004/2003", "before it starts"),
    ("2000-04-05/2000-04-03", "before it starts"),
    ("1992/1993-13", "no month"),
    ("Y" + "9" * 5000, "too long"),
]


@pytest.mark.parametrize(("text", "lower", "upper", "precision"), VALID)
def test_valid(text: str, lower: str | None, upper: str | None, precision: str) -> None:
    date = Date.parse(text)
    assert str(date) == text
    assert date.lower == (datetime.date.fromisoformat(lower) if lower else None)
    assert date.upper == (datetime.date.fromisoformat(upper) if upper else None)
    assert date.precision == precision
    assert date.is_interval == (precision == "interval")


@pytest.mark.parametrize(("text", "words"), INVALID)
def test_invalid(text: str, words: str) -> None:
    with pytest.raises(DateError, match=words):
        Date.parse(text)


@pytest.mark.parametrize("value", [None, 1992, b"1992", datetime.date(1992, 4, 10)])
def test_only_text(value: object) -> None:
    with pytest.raises(DateError, match="expected text"):
        Date.parse(value)  # type: ignore[arg-type]


def test_made_from_parts() -> None:
    assert str(Date.of(1992)) == "1992"
    assert str(Date.of(1992, 4)) == "1992-04"
    assert str(Date.of(1992, 4, 10)) == "1992-04-10"
    assert str(Date.of(1992, 24)) == "1992-24"
    assert str(Date.of(1995, approximate=True)) == "1995~"
    assert str(Date.of(-44, 3)) == "-0044-03"
    assert str(Date.of(170000)) == "Y170000"
    assert str(Date.interval(Date.of(2004, 8), None)) == "2004-08/.."
    assert str(Date.interval(None, Date.of(2006))) == "../2006"
    for bad in ((1992, None, 3), (1992, 2, 30), (1992, 13)):
        with pytest.raises(DateError):
            Date.of(*bad)
    with pytest.raises(DateError):
        Date.interval(None, None)
    with pytest.raises(DateError):
        Date.interval(Date.parse("1992/1993"), None)
    with pytest.raises(TypeError):
        Date()


def test_parts() -> None:
    day, span = Date.parse("1992-04-10~"), Date.parse("1992-04/1992-06?")
    assert (day.year, day.month, day.day, day.approximate, day.uncertain) == (1992, 4, 10, True, False)
    assert day.start is day and day.end is day
    assert (span.year, span.month, span.day, span.approximate, span.uncertain) == (
        1992,
        None,
        None,
        False,
        True,
    )
    assert (str(span.start), str(span.end)) == ("1992-04", "1992-06?")
    assert Date.parse("1992/1993").year is None
    assert Date.parse("199X").year is None
    assert Date.parse("1999-XX").year == 1999
    assert Date.parse("1992%").approximate and Date.parse("1992%").uncertain
    assert Date.parse("2004/..").end is None and Date.parse("2004/").end is None


def test_a_value_does_not_change() -> None:
    date = Date.parse("1992")
    with pytest.raises(AttributeError):
        date._text = "1993"
    with pytest.raises(AttributeError):
        date.other = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del date._text
    assert pickle.loads(pickle.dumps(date)) == date == copy.deepcopy(date)
    assert date != "1992"
    assert eval(repr(date)) == date


@pytest.mark.parametrize(
    ("a", "b", "contains", "overlaps", "before"),
    [
        ("1992", "1992-04-10", True, True, False),
        ("1992-04-10", "1992", False, True, False),
        ("1992", "1993", False, False, True),
        ("1992", "1992", True, True, False),
        ("1992-04-10", "1992-04-11", False, False, True),
        ("199X", "1992-04", True, True, False),
        ("2004-08/..", "2010", True, True, False),
        ("2004-08/..", "2004", False, True, False),
        ("2004-08/..", "2003", False, False, False),
        ("../2006-03", "2006-04", False, False, True),
        ("../2006-03", "1800", True, True, False),
        ("2004/", "2010", False, True, False),  # it may have ended before
        ("2004/", "2004-05", True, True, False),
        ("2004/", "2003", False, False, False),
        ("2000-04-03/2000-04-05", "2000-04-04", True, True, False),
        ("2000-04-03/2000-04-05", "2000-04", False, True, False),
        ("1995-24", "1995-12", True, True, False),
        ("1995", "1995-24", True, True, False),
        ("-0044", "0044", False, False, True),
        ("Y-17000", "-9999", False, False, True),
    ],
)
def test_how_they_lie(a: str, b: str, contains: bool, overlaps: bool, before: bool) -> None:
    one, other = Date.parse(a), Date.parse(b)
    assert one.contains(other) == contains
    assert one.overlaps(other) == overlaps == other.overlaps(one)
    assert one.before(other) == before == other.after(one)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1992", "1992-04-10", "1992-04-10"),
        ("1992-04-10", "1992-04", "1992-04-10"),
        ("1992", "1993", None),
        ("1992/1994", "1993/1995", None),
        ("1995~", "1995", "1995"),
        ("1995-01-01/1995-12-31", "1995", "1995"),
        ("2004-08/..", "2004-08/2006", "2004-08/2006"),
    ],
)
def test_more_precise(a: str, b: str, expected: str | None) -> None:
    wanted = Date.parse(expected) if expected else None
    assert more_precise(Date.parse(a), Date.parse(b)) == wanted == more_precise(Date.parse(b), Date.parse(a))


# --- laws ---------------------------------------------------------------------------------------------------


def _level_0() -> st.SearchStrategy[str]:
    return st.one_of(
        st.integers(0, 9999).map("{:04}".format),
        st.dates().map(lambda day: day.isoformat()[:7]),
        st.dates().map(lambda day: day.isoformat()),
    )


def _level_1() -> st.SearchStrategy[str]:
    near = st.dates(datetime.date(1989, 1, 1), datetime.date(1996, 12, 31))
    return st.one_of(
        _level_0(),
        near.map(lambda day: day.isoformat()[:4]),
        near.map(lambda day: day.isoformat()[:7]),
        near.map(lambda day: day.isoformat()),
        st.integers(1, 9999).map("-{:04}".format),
        st.integers(10000, 10**9).map("Y{}".format),
        st.integers(0, 999).map("{:03}X".format),
        st.integers(0, 99).map("{:02}XX".format),
        st.integers(0, 9999).map("{:04}-XX".format),
        st.dates().map(lambda day: day.isoformat()[:7] + "-XX"),
        st.tuples(st.integers(0, 9999), st.integers(21, 24)).map(lambda pair: f"{pair[0]:04}-{pair[1]}"),
    )


def _marked() -> st.SearchStrategy[str]:
    return st.tuples(_level_1(), st.sampled_from(["", "", "~", "?", "%"])).map("".join)


@st.composite
def _dates(draw: st.DrawFn) -> Date:
    a = Date.parse(draw(_marked()))
    shape = draw(st.sampled_from(["simple", "simple", "span", "open end", "open start", "unknown"]))
    if shape == "span":
        a, b = sorted((a, Date.parse(draw(_marked()))))
        return Date.interval(a, b)
    if shape == "open end":
        return Date.interval(a, None)
    if shape == "open start":
        return Date.interval(None, a)
    if shape == "unknown":
        return Date.parse(draw(st.sampled_from([f"{a}/", f"/{a}"])))
    return a


@given(_dates())
def test_law_print_and_parse(date: Date) -> None:
    assert Date.parse(str(date)) == date
    assert hash(Date.parse(str(date))) == hash(date)


@given(_dates())
def test_law_bounds(date: Date) -> None:
    if date.lower and date.upper:
        assert date.lower <= date.upper
    if date.precision == "day" and date.lower:
        assert date.lower == date.upper == datetime.date(date.year or 0, date.month or 0, date.day or 0)


@given(_dates(), _dates())
def test_law_containment_and_order_in_time(a: Date, b: Date) -> None:
    assert a.contains(a) and a.overlaps(a) and not a.before(a)
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(b) == (not a.before(b) and not a.after(b))
    if a.contains(b):
        assert a.overlaps(b)
    better = more_precise(a, b)
    assert better == more_precise(b, a)
    assert (better is None) == (not a.contains(b) and not b.contains(a))


@given(_dates(), _dates(), _dates())
def test_law_transitive(a: Date, b: Date, c: Date) -> None:
    if a.contains(b) and b.contains(c):
        assert a.contains(c)
    if a.before(b) and b.before(c):
        assert a.before(c)
    if a < b and b < c:
        assert a < c


@given(_dates(), _dates())
def test_law_order_is_total(a: Date, b: Date) -> None:
    assert (a < b) + (a == b) + (b < a) == 1
    assert (a <= b) == (not b < a)
    if a.before(b):
        assert a < b


@given(st.text(alphabet="0123456789-/.XYxT~?% ", max_size=22))
def test_law_no_other_error(text: str) -> None:
    try:
        assert str(Date.parse(text)) == text
    except DateError as error:
        assert str(error).startswith("not an EDTF")


# --- two other implementations ------------------------------------------------------------------------------
# Known disagreements, all checked by hand against ISO 8601-2:
# - both take 29 February of a common year; here it is refused;
# - `edtf` gives an open end as float infinity and an unknown end as ten years; here both have no bound;
# - `edtf` takes a winter for its December; here it is anywhere in the year;
# - a mark on a decade, season or long year (`199X~`) and unspecified digits in an interval (`198X/199X`) are
#   Level 2 or refused there; here they are taken, because texts say "about the 1990s";
# - Level 2 (`1XXX`, seasons from 25, `[..]`) and `../..` are valid there and refused here;
# - `2000-04/2000` is refused by edtf_validate, which compares the ends as text.


def _shared() -> st.SearchStrategy[str]:
    plain = st.one_of(
        _level_0(),
        st.integers(1, 9999).map("-{:04}".format),
        st.integers(10000, 10**8).map("Y{}".format),
        st.integers(10, 99).map("{:02}XX".format),
        st.integers(100, 999).map("{:03}X".format),
        st.integers(1000, 2999).map("{:04}-XX".format),
        st.tuples(st.integers(1000, 2999), st.integers(21, 23)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
        st.tuples(_level_0(), st.sampled_from("~?%")).map("".join),
    )
    wrong = st.tuples(st.integers(1000, 2999), st.integers(13, 20)).map(lambda pair: f"{pair[0]}-{pair[1]}")
    wrong_day = st.sampled_from(
        ["1992-04-31", "1992-06-00", "1992-1-1", "Y1985", "-0000", "92", "1992-04-10-"]
    )
    return st.one_of(plain, wrong, wrong_day)


@settings(max_examples=40, deadline=None)
@given(_shared())
def test_oracles_agree(text: str) -> None:
    try:
        date = Date.parse(text)
    except DateError:
        assert not is_valid(text)
        return
    assert is_valid(text)
    theirs = parse_edtf(text)
    assert date._low == tuple(theirs.lower_strict())[:3]
    assert date._high == tuple(theirs.upper_strict())[:3]


@settings(max_examples=20, deadline=None)
@given(st.dates(datetime.date(1000, 1, 1)), st.dates(datetime.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_oracles_agree_on_intervals(a: datetime.date, b: datetime.date, length: int) -> None:
    first, last = sorted((a.isoformat()[:length], b.isoformat()[:length]))
    text = f"{first}/{last}"
    theirs = parse_edtf(text)
    assert is_valid(text)
    assert Date.parse(text)._low == tuple(theirs.lower_strict())[:3]
    assert Date.parse(text)._high == tuple(theirs.upper_strict())[:3]
    if first != last:
        assert not is_valid(f"{last}/{first}")
        with pytest.raises(DateError):
            Date.parse(f"{last}/{first}")


@pytest.mark.parametrize("text", ["2004-08/..", "../2006-03", "2004/", "/2004", "1985/2004-06~"])
def test_oracles_agree_on_open_ends(text: str) -> None:
    assert is_valid(text)
    assert str(Date.parse(text)) == text
