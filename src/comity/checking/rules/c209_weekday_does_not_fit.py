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
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.texts import squash
from comity.model.edtf import Date
from comity.model.record import Evidence, Finding

CODE = "C209"
NAME = "weekday-does-not-fit"
SEVERITY: Final = "error"


def check(facts: Facts) -> Iterator[Finding]:
    """Every full date from 1919 on whose weekday the calendar gives otherwise."""
    for doc, document in facts.documents.items():
        for pattern, weekdays, names in _patterns():
            for match in pattern.finditer(document.text):
                weekday, month = weekdays[match["weekday"].casefold()], names[match["month"].casefold()]
                try:
                    day = datetime.date(int(match["year"]), month, int(match["day"]))
                except ValueError:
                    continue
                if day.year < 1919 or day.isoweekday() == weekday:
                    continue
                yield found(
                    CODE,
                    SEVERITY,
                    next((facts.dyad(claim) for claim in facts.of_doc(doc)), ()),
                    [Evidence(doc=doc, span=match.span())],
                    date=Date.of(day.year, day.month, day.day),
                    said=weekday,
                    real=day.isoweekday(),
                    words=squash(match[0]),
                )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, int], dict[str, int]], ...]:
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
