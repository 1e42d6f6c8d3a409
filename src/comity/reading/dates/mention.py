"""A date that a text tells, and what a date may lean on."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from comity.model.edtf import Date

_BRACKET_REACH = 120
"""How far back the bracket that a date stands in may open, in characters."""


class DateContext(msgspec.Struct, frozen=True):
    """What a date may lean on: the day of the document, and the year (with its month and day) told last before the
    sentence.
    """

    document: Date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def after(self, mentions: Iterable[DateMention], text: str = "") -> DateContext:
        """The context of the next sentence: the last year that these mentions tell of what goes on.

        A year told beside it does not count: in words in brackets of the `text` ("founded in 1975"), or before the
        year that the sentence goes by ("… who had come in 1991").
        """
        year, month, day, led = self.year, self.month, self.day, None
        for mention in mentions:
            if mention.attached or (mention.relation == "since" and year is not None):
                continue
            last = mention.date.end or mention.date.start
            if last is None or last.year is None:
                continue
            aside = led is not None and (last.year < led or bracket_around(text, mention.start) >= 0)
            if aside:
                continue
            year, month, day = (
                parts(mention.date) if not mention.date.is_interval else (last.year, None, None)
            )
            led = year
        if (year, month, day) == (self.year, self.month, self.day):
            return self
        return DateContext(self.document, year, month, day)


class DateMention(msgspec.Struct, frozen=True):
    """A date as a run `[start, end)` of the text tells it.

    `form` is day, monthday (a day whose year is not told beside it), month, year, season, decade, quarter,
    half, range, list (of months) or relative.
    `needs_year` says that the year (or the day of a relative date) was taken from the context; what
    neither text nor context places is no mention.
    `relation` is the word that changes what is meant: since and until (then `date` is open), from, before,
    after (then `date` is the date told). `attached` marks a year that belongs to a name before it
    ("EXPO 2017").
    """

    start: int
    end: int
    date: Date
    form: str
    needs_year: bool = False
    relation: str = ""
    attached: bool = False


def bracket_around(text: str, place: int) -> int:
    """Where the bracket with words that a place stands in opens; -1 where it stands in none."""
    low = max(0, place - _BRACKET_REACH)
    opened = text.rfind("(", low, place)
    if opened < text.rfind(")", low, place) or opened < 0 or place - opened < 3:
        return -1
    return opened


def parts(date: Date) -> tuple[int | None, int | None, int | None]:
    """The year, month and day that a date tells; of an interval those of its first day."""
    month = date.month if date.month is not None and date.month <= 12 else None  # no season
    return date.year, month, date.day
