"""What makes a document a news item, and its dateline: the day that its "today" and "on Thursday" are told from.

"BELGRADE, 4 July 2019 (Agency) –", «МОСКВА, 18 февраля. /Агентство/», «20 октября, Минск /Корр. …/». A dateline
without a year has that of the latest day that the item tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from comity.model.edtf import Date
from comity.reading.dates import DateContext, find_dates
from comity.reading.dates.words import date_words
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.signs import NEWS
from comity.reading.units import DATELINE, Unit, letters
from comity.reading.vocabulary import vocabulary

_JOINING = frozenset("/-–")
_AGENCY = frozenset("/(–—-")
"""What stands between a town behind its date and the agency or the text."""
_ENDS = frozenset(",.(—")
_ABBREVIATION = 3
"""Letters of a state's abbreviation, which is no town of a dateline."""
_BLOCKS = 3
_HEAD = 90
"""Signs of a block within which a dateline stands."""
_ITEM = 4_000
"""Signs of a document that are looked through for its year."""
_NEWS = 12_000
"""Signs that a news item has at most."""
_SHORT = 1_500
"""Signs of an item of which one word tells that it reports."""
_LEAD = 400
"""Signs of an item whose weekdays are those of its day."""
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 8
"""Units within which the dates of a dateline and of what opens the first sentence stand."""
_LEAP = 2000
"""A year that has every day."""
_BEFORE = re.compile(
    r"\s*[A-ZА-ЯЁ][^\W\d_]+(?:[ /-][^\W\d_]{2,}){0,3}(?:, [A-ZА-ЯЁ][^\W\d_]+)?[,.]\s*"
    r"(?:(?P<weekday>[^\W\d_]{3,}),\s*)?"
)
"""A place before the date, and perhaps a weekday; no phrase that begins with a preposition."""
_BEHIND = re.compile(r"\s*(?:[гГ]\.)?[.,]?\s*(?:/|\(|[–—-]\s|[A-ZА-ЯЁ]{4,}\b)")
"""What stands behind the date: an agency, a dash."""
_SENTENCE = re.compile(r"\s*(?:[гГ]\.|года)?\.?\s+(?:[«“\"]?[A-ZА-ЯЁ]|\d+ [^\W\d_])")
"""The first sentence right behind a date with its year."""
_ALONE = re.compile(r"\s*(?:г\.|года)?(?:,\s*(?P<weekday>[^\W\d_]{3,}))?\.\s+[«\"A-ZА-ЯЁ]")
"""The full stop right behind a date with its year that no place leads in: «29 июля 2019 года. Посол …»."""
_PLACE_BEHIND = re.compile(r",\s*[A-ZА-ЯЁ][^\n/()]{1,30}?\s*(?:/|\(|[–—]\s)")


def dateline(text: str, blocks: Sequence[Block], language: str) -> Date | None:
    """The day of the dateline among a document's first blocks; None where it has none."""
    for block in blocks[:_BLOCKS]:
        if block.kind not in ("paragraph", "heading") or not any(
            map(str.isdigit, text[block.start : block.start + _HEAD])
        ):
            continue
        day = _in_head(text, block, language)
        if day is not None:
            return day
    return None


def reports(text: str, blocks: Sequence[Block], language: Language, signs_of: Callable[[Block], int]) -> bool:
    """Whether a short text without tables says who told it or on which weekday: news, not a page about states."""
    if len(text) > _NEWS or any(block.row >= 0 for block in blocks):
        return False
    words, known = language.words["news"], vocabulary(language)
    found: set[str] = set()
    for block in blocks:
        if signs_of(block) & NEWS:
            told = " ".join(known.having(text[block.start : block.end], NEWS))
            found.update(key for key in map(language.key, letters(told)) if key in words)
    return len(found) > 1 or (bool(found) and len(text) < _SHORT)


def is_release(text: str, blocks: Sequence[Block], language: Language) -> bool:
    """Whether the first line says that an office released the text: "Press release, Ministry of …"."""
    head = text[blocks[0].start : blocks[0].start + _HEAD] if blocks else ""
    return any(language.key(word) in language.words["release"] for word in letters(head))


def leads_in(words: str) -> bool:
    """Whether the words before a day are the place of a dateline."""
    return _BEFORE.fullmatch(words) is not None


def mark_towns(units: Sequence[Unit]) -> None:
    """Marks the towns of a dateline that a block's first units begin with: they do nothing in what it tells."""
    dated = bool(units) and units[0].kind == "date"
    first = 2 if dated and len(units) > 1 and units[1].text == "," else 0
    last = first
    while last < len(units) and (units[last].kind in ("place", "state") or units[last].text in _JOINING):
        last += 1
    towns = [unit for unit in units[first:last] if unit.kind in ("place", "state")]
    behind = units[last : last + 4]
    if not towns or not behind or (dated and not first):
        return
    in_capitals = all(unit.text.isupper() and len(unit.text) > _ABBREVIATION for unit in towns)
    ends = behind[0].text in (_AGENCY if dated else _ENDS)
    is_dated = dated or any(unit.kind == "date" for unit in behind)
    if ends and (is_dated or (in_capitals and all(unit.kind == "place" for unit in towns))):
        for unit in towns:
            unit.mark = DATELINE


def only_its_own(units: Sequence[Unit]) -> None:
    """Leaves the date of a dateline only the day on which the item was written, where another opens its first
    sentence: «МИНСК, 3 апреля 2012 г. Вчера …».
    """
    dates = [i for i, unit in enumerate(units[:_OPENING]) if unit.kind == "date"]
    if len(dates) < 2 or units[dates[0]].value.form == "relative":
        return
    first, second = dates[:2]
    opens = units[second].text[:1].isupper() and (
        units[second].value.form == "relative" or units[second].text.isalpha()  # «Накануне»
    )
    if opens and all(unit.kind == "punct" for unit in units[first + 1 : second]):
        units[first].kind, units[first].value = "word", None


def _in_head(text: str, block: Block, language: str) -> Date | None:
    day = _placed(text, block, language, None)
    # the rest of the item is looked through for a year only where the year is all that is missing
    if day is None and _placed(text, block, language, _LEAP) is not None:
        day = _placed(text, block, language, _latest(text, language))
        day = None if day is not None and _on_another_weekday(text, block, language, day) else day
    return day


def _on_another_weekday(text: str, block: Block, language: str, day: Date) -> bool:
    """Whether the words behind a dateline tell weekdays, none of which a day of a year found elsewhere is: the year is
    then that of something else.
    """
    weekdays = date_words(language).weekday
    lead = (word.lower() for word in _WORD.findall(text, block.start, block.start + _LEAD))
    told = {weekdays[word] for word in lead if word in weekdays}
    written = day.lower
    return bool(told) and written is not None and written.weekday() not in told


def _placed(text: str, block: Block, language: str, year: int | None) -> Date | None:
    """The day at the head of a block, told as datelines tell it, of a year where it tells none."""
    end = min(block.end, block.start + _HEAD)
    for found in find_dates(text, block.start, end, language, DateContext(None, year))[:1]:
        if found.form not in ("day", "monthday") or found.date is None or found.date.is_interval:
            continue
        ahead, behind = text[block.start : found.start], text[found.end : end]
        colon = behind.startswith(":") and ahead.split(",")[0].isupper()  # "NAIROBI, 9 March 2021: …"
        led_in = colon or _BEHIND.match(behind) or (found.form == "day" and _SENTENCE.match(behind))
        placed = _on_weekday(_BEFORE.fullmatch(ahead), language) and bool(led_in)
        alone = found.form == "day" and _on_weekday(_ALONE.match(behind), language)
        if placed or (not ahead.strip() and (alone or _PLACE_BEHIND.match(behind))):
            day: Date = found.date
            return day
    return None


def _on_weekday(told: re.Match[str] | None, language: str) -> bool:
    """Whether a place or full stop is told, and what stands with it is a day of the week if anything."""
    if told is None or told["weekday"] is None:
        return told is not None
    word = told["weekday"].lower()
    accusative = f"{word[:-1]}у" if word.endswith("а") else word  # «среда» is listed as «(в) среду»
    return not date_words(language).weekday.keys().isdisjoint((word, accusative))


def _latest(text: str, language: str) -> int | None:
    """The year of the latest day that is told with its year."""
    told = [
        (found.date.precision == "day", found.date.year)
        for found in find_dates(text, 0, min(len(text), _ITEM), language, DateContext())
        if found.date is not None and not found.needs_year and not found.date.is_interval and found.date.year
    ]
    return max(told)[1] if told else None
