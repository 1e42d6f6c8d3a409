"""Dates in running text: where they stand and what they are in EDTF.

A sentence is cut into the few tokens that may be part of a date (numbers, months); each becomes one sign, and
so does what stands between two of them. A small grammar over these signs finds points in time; neighbouring
points become ranges or lists. What a language says differently is in its `dates.toml`.
"""

from __future__ import annotations

from comity.reading.dates.mention import DateContext, DateMention
from comity.reading.dates.relative import with_relative
from comity.reading.dates.told import told_dates
from comity.reading.dates.words import date_words
from comity.reading.signs import DATES, EVERY, RELATIVE

__all__ = ["DateContext", "DateMention", "find_dates"]


def find_dates(
    text: str, start: int, end: int, language: str, context: DateContext, signs: int = EVERY
) -> list[DateMention]:
    """The dates in `text[start:end]`, one sentence, in order and without overlap.

    `signs` are those of its words, where the caller knows them.
    """
    words = date_words(language)
    mentions = told_dates(text, start, end, context, words) if signs & DATES else []
    if signs & RELATIVE:
        sentence = text[start:end]
        if any(map(sentence.__contains__, words.cues)):
            mentions = with_relative(mentions, text, start, end, context, words)
    return mentions
