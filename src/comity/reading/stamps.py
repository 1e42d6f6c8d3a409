"""The day that an article's first lines bear: "Published 3 March 2020, 10:02", "By Jane Doe / March 3, 2020".

Sites print it above the text, where a newspaper has its dateline: "today" and "on Monday" are told from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.model.edtf import Date
from comity.reading.dates import DateContext, find_dates
from comity.reading.dates.words import date_words
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.units import Unit

_BLOCKS = 6
"""Blocks among which the stamp of an article stands."""
_LONGEST = 110
"""Signs of a line that is a stamp."""
_ARTICLE = 12_000
"""Signs of an article at most."""
_NAMES = 4
"""Words of who wrote it and for whom, at most."""
_HEAD = re.compile(r"\W*([^\W\d_]+(?:-[^\W\d_]+)?)")
"""The first word of a line."""
_BRACKETED = re.compile(r"\((?:(?P<names>[^()\d]*),\s*)?(?P<year>(?:19|20)\d\d)(?:\s*г(?:ода|\.)?)?\)\.?")
"""A year in brackets, perhaps behind who printed it."""
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_FIGURES = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_PRINTED = re.compile(_FIGURES.pattern + r"(?=\s+[^\W_])")
"""A day in figures that what keeps articles puts before their first word."""


def stamp(text: str, blocks: Sequence[Block], language: Language, year: int | None = None) -> Date | None:
    """The day that a line of its own gives the text, of a year told elsewhere where it tells none; None where there is
    no such line, or the text is no article.
    """
    if len(text) > _ARTICLE or any(block.row >= 0 for block in blocks):
        return None
    for block in blocks[:_BLOCKS]:
        for start, end in _lines(text, block):
            day = _stamped(text, start, end, language, year)
            if day is not None:
                return day
    return _opening(text, blocks[0], language) if blocks else None


def foot(text: str, blocks: Sequence[Block], language: Language) -> Date | None:
    """The day or year that the last line of a text gives it: "(Agency, 2019)", "Press service of the Ministry,
    16.11.2012"."""
    last = blocks[-1] if blocks else None
    if last is None or len(text) > _ARTICLE or last.row >= 0 or last.end - last.start > _LONGEST:
        return None
    bracketed = _BRACKETED.fullmatch(text, last.start, last.end)
    if bracketed is not None:
        names = _WORD.findall(bracketed["names"] or "")
        return Date.of(int(bracketed["year"])) if all(name[:1].isupper() for name in names) else None
    printed = _HEAD.match(text, last.start, last.end)
    if printed is None or language.key(printed.group(1)) not in language.words["printed"]:
        return None
    told = find_dates(text, last.start, last.end, language.code, DateContext())
    closes = len(told) == 1 and told[0].form == "day" and not told[0].date.is_interval
    return told[0].date if closes and not _WORD.search(text, told[0].end, last.end) else None


def _opening(text: str, block: Block, language: Language) -> Date | None:
    """The day that a text opens with, behind nothing but words of such lines: "Date 2020-03-03 (Agency) …"."""
    end = min(block.end, block.start + _LONGEST)
    printed = _PRINTED.match(text, block.start)
    if printed is not None:
        alone = len(_PRINTED.findall(text)) == 1  # else the text is a chronology
        return Date.parse(printed.group()) if alone else None
    told = next(iter(find_dates(text, block.start, end, language.code, DateContext())), None)
    if told is None or told.form != "day" or told.date is None or told.date.is_interval:
        return None
    ahead = [language.key(word) for word in _WORD.findall(text[block.start : told.start])]
    return told.date if ahead and all(key in language.words["stamp"] for key in ahead) else None


def _lines(text: str, block: Block) -> list[tuple[int, int]]:
    """The short lines of a block that have a digit."""
    found, start = [], block.start
    for line in text[block.start : block.end].split("\n"):
        end = start + len(line)
        if len(line) <= _LONGEST and any(map(str.isdigit, line)):
            found.append((start, end))
        start = end + 1
    return found


def _stamped(text: str, start: int, end: int, language: Language, year: int | None) -> Date | None:
    """The day of a line that holds nothing else than when, by whom and where it was printed."""
    told = [
        found
        for found in find_dates(text, start, end, language.code, DateContext(None, year))
        if found.form in ("day", "monthday")
    ]
    if not told:
        return None
    day = told[0].date
    rest = text[start : told[0].start] + " " + text[told[-1].end : end]
    words, names = language.words["stamp"], 0
    known = date_words(language.code)
    stamped = not _WORD.search(rest)
    for word in _WORD.findall(rest):
        key = language.key(word)
        if key in words or key in known.weekday or key in known.months:
            stamped = True
        elif word[:1].isupper():
            names += 1
        else:
            return None
    return day if names <= _NAMES and stamped and day is not None and not day.is_interval else None


def without_stamp(units: Sequence[Unit]) -> None:
    """Leaves the day that stands before an article's first word to the article; it is that of no act: "2017-08-19 The
    ambassador …"."""
    if len(units) > 1 and units[0].kind == "date" and _FIGURES.fullmatch(units[0].text):
        units[0].kind, units[0].value = "word", None
