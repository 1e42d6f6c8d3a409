"""The date that a document gives itself: of its publication or writing, not of what it tells.

Conservative: only what the document's own metadata says, or a line near its beginning or end that holds
nothing but a date, behind a place or a word like "Published" at most. A date in a sentence never counts. The
names of months are those of CLDR.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from comity.model.edtf import Date

_HEAD_LINES = 12
_TAIL_LINES = 6
_LINE_LENGTH = 90

_LABEL = (
    r"(?:(?:first\s+|last\s+)?(?:published|posted|updated|released|issued|date(?:\s+of\s+(?:publication|issue))?)"
    r"(?:\s+(?:on|at))?"
    r"|(?:дата(?:\s+(?:публикации|размещения|издания))?|опубликован[оа]?|размещен[оа]?|размещён[оа]?|обновлен[оа]?))"
    r"\s*[:\-–—]?\s*"
)
_PLACE = r"(?:(?:(?:г\.|city\s+of)\s*)?[^\W\d_][\w'’.\-]*(?:\s+[^\W\d_][\w'’.\-]*){0,3}\s*[,:–—-]\s*){0,2}"
_TIME = (
    r"(?:\s*[,|\-–—]?\s*(?:at\s+|в\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|GMT|UTC|МСК|MSK))?)?"
)


@cache
def _months(ascii_only: bool) -> dict[str, int]:
    """The numbers of months by their names; `ascii_only` those that a line without Russian letters may have, for the
    others take long to load.
    """
    from babel import Locale

    names: dict[str, int] = {}
    for locale in ("en",) if ascii_only else ("en", "ru"):
        months = Locale(locale).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names[name.lower().rstrip(".")] = number
    return names


@cache
def _pattern(ascii_only: bool) -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months(ascii_only)), key=len, reverse=True))
    return re.compile(
        rf"\s*(?:{_LABEL})?{_PLACE}(?:[^\W\d_]+day,?\s+|[а-я]{{5,11}},\s+)?"
        rf"[\[(«“\"]?(?:"
        rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
        rf"|(?P<dd>\d{{1,2}})\.(?P<mm>\d{{1,2}})\.(?P<yy>\d{{4}})(?:\s*г(?:\.|ода)?)?"
        rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[»”\"]?\s+(?:of\s+)?)?(?P<month>{month})\.?,?\s+(?P<year>\d{{4}})"
        rf"(?:\s*(?:г\.|год[а]?))?"
        rf"|(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
        rf"){_TIME}[\])]?\s*[.:–—-]?\s*",
        re.I,
    )


def parse_line(line: str) -> Date | None:
    """The date of a line that is nothing but a date, with a place or a label before it at most; else None."""
    line = line.strip("\ufeff \t\r\n\xa0*_#|")
    if not 6 <= len(line) <= _LINE_LENGTH or not re.search(r"(?:19|20)\d\d", line):
        return None
    found = _pattern(line.isascii()).fullmatch(line)
    if not found:
        return None
    part = found.groupdict()
    if part["iso"]:
        return _date(*map(int, part["iso"].split("-")))
    if part["yy"]:
        return _date(int(part["yy"]), int(part["mm"]), int(part["dd"]))
    name = part["month"] or part["month2"]
    day = part["day"] or part["day2"]
    return _date(
        int(part["year"] or part["year2"]), _months(line.isascii())[name.lower()], int(day) if day else None
    )


def stated_date(text: str) -> Date | None:
    """The date that a document's text gives itself near its end or its beginning; None where there is none.

    The end is asked first: there a page is signed. Among the last lines the last one counts, among the first
    lines the first.
    """
    tail = [line for line in text[-2000:].splitlines() if line.strip()][-_TAIL_LINES:]
    head = [line for line in text[:4000].splitlines() if line.strip()][:_HEAD_LINES]
    for line in [*reversed(tail), *head]:
        if date := parse_line(line):
            return date
    return next((date for line in head if (date := dateline(line))), None)


_DATELINE = re.compile(r"([A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ' .-]{2,30}(?:[,(].{4,60}?)?)\s[-–—]+\s")


def dateline(line: str) -> Date | None:
    """The date at the head of a piece of news: "TASHKENT, March 14, 2011 (Agency) - Two states have …"."""
    found = _DATELINE.match(line.strip())
    if not found:
        return None
    return parse_line(re.sub(r"\s*\([^)]*\)\s*", "", found[1]))


def metadata_date(value: str) -> Date | None:
    """A date from metadata: `2014-05-12`, with a time behind it or not, `20140512`, `2014-05`, or words."""
    value = value.strip()[:100]
    if found := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)", value):
        year, month, day = (int(part) for part in found.groups() if part)
        return _date(year, month, day)
    if found := re.fullmatch(r"(\d{4})-(\d{2})", value):
        return _date(int(found[1]), int(found[2]), None)
    # The date of an HTTP or mail header: "Mon, 12 May 2014 10:00:00 GMT".
    value = re.sub(r"^[A-Za-z]{3},\s+", "", value)
    return parse_line(re.sub(r"\s+\d{1,2}:\d{2}.*$", "", value))


def _date(year: int, month: int, day: int | None) -> Date | None:
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    # What is older than the web's oldest documents' subjects is a number, not a date of writing.
    if not 1900 <= year <= 2100:
        return None
    return Date.parse(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
