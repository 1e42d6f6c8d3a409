"""What it does
    Reads dates that are told with their weekday and checks the calendar.

Why it is bad
    Weekday or date is wrong; of a visit's programme, one cannot know which.

Example
    "On Monday, 12 May 2004, the minister arrived": it was a Wednesday.

Remedy
    Correct the date or leave the weekday out.

Known misses
    Dates without a year; dates before 1919, which may be of another calendar.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import squash
from comity.model.edtf import Date
from comity.model.record import Evidence, Finding

CODE = "C209"
NAME = "weekday-does-not-fit"
SEVERITY: Final = "error"
SCOPE: Final = "document"

_BEFORE, _AFTER = 45, 60
"""Characters around a weekday's beginning in which its date stands, spaces and line breaks included."""
_STEMS = (
    "onday", "uesday", "ednesday", "hursday", "riday", "aturday", "unday",
    "онедельник", "торник", "сред", "етверг", "ятниц", "уббот", "оскресень", "Сред",
)  # fmt: skip
"""The weekdays without what changes: the first letter's case, Russian endings."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every full date from 1919 on whose weekday the calendar gives otherwise, once in a document."""
    for doc, document in facts.documents.items():
        told: dict[tuple[datetime.date, int], list[tuple[int, int]]] = defaultdict(list)
        for start, end in _windows(document.text):
            for pattern, weekdays, names in _patterns():
                for match in pattern.finditer(document.text, start, end):
                    weekday, month = weekdays[match["weekday"].casefold()], names[match["month"].casefold()]
                    try:
                        day = datetime.date(int(match["year"]), month, int(match["day"]))
                    except ValueError:
                        continue
                    if day.year >= 1919 and day.isoweekday() != weekday:
                        told[day, weekday].append(match.span())
        for (day, weekday), spans in told.items():
            places = sorted(set(spans))
            yield found(
                CODE,
                SEVERITY,
                next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
                [Evidence(doc=doc, span=span) for span in places],
                date=Date.of(day.year, day.month, day.day),
                said=weekday,
                real=day.isoweekday(),
                words=squash(document.text[slice(*places[0])]),
            )


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The surroundings of each weekday: finding names first is many times faster than the patterns alone."""
    for stem in _STEMS:
        place = text.find(stem)
        while place >= 0:
            yield max(0, place - _BEFORE), place + _AFTER
            place = text.find(stem, place + 1)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, int], dict[str, int]], ...]:
    from babel import Locale  # only where a weekday stands in a text: it takes long to load

    made = []
    for lang in ("en", "ru"):
        locale = Locale.parse(lang)
        weekdays = {str(name).casefold(): day + 1 for day, name in locale.days["format"]["wide"].items()}
        # The accusative of the weekdays in -а, as in "в среду".
        weekdays |= {name[:-1] + "у": day for name, day in weekdays.items() if name.endswith("а")}
        names = {str(name).casefold(): month for month, name in locale.months["format"]["wide"].items()}
        weekday = f"(?P<weekday>{'|'.join(weekdays)})"
        month = f"(?P<month>{'|'.join(names)})"
        day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
        for one in (rf"{day}\s+(?:of\s+)?{month},?\s+{year}", rf"{month}\s+{day},?\s+{year}"):
            made.append((rf"\b{weekday},?\s+(?:the\s+)?{one}\b", weekdays, names))
            made.append((rf"\b{one}(?:\s*г\.|\s+года)?\s*\(\s*{weekday}\s*\)", weekdays, names))
    return tuple((re.compile(text, re.IGNORECASE), days, months) for text, days, months in made)
