"""Dates that only the context can place: "yesterday", "last year", "on Monday", "three days later"."""

from __future__ import annotations

import datetime
import re

import msgspec

from comity.model.edtf import Date
from comity.reading.dates.leads import lead_of
from comity.reading.dates.mention import DateContext, DateMention, parts
from comity.reading.dates.point import part_of_year
from comity.reading.dates.words import DateWords

_BEHIND_STEP = 6
"""Characters between "a year later" and the month of that year."""
_STEP = re.compile(r"(after|before)-(day|month|year)-(\d+)|same-day")


def with_relative(
    mentions: list[DateMention], text: str, start: int, end: int, context: DateContext, words: DateWords
) -> list[DateMention]:
    """The mentions with those that only the context can place ("yesterday", "last year", "on Monday")."""
    added: list[DateMention] = []
    anchor, seen = (context.year, context.month, context.day), 0
    for found in words.relative.finditer(text, start, end):
        here, there = found.span()
        while seen < len(mentions) and mentions[seen].end <= here:
            told = mentions[seen]
            if not told.attached and told.date.year is not None:
                anchor = parts(told.date)
            seen += 1
        begins = text[here].isupper() and text[start:here].rstrip().endswith((".", "/", "-", "–", "—"))
        near = mentions[seen : seen + 1] if begins else mentions[max(0, seen - 1) : seen + 1]
        kind = words.relative_kind[" ".join(found.group().lower().split())]
        step = _STEP.fullmatch(kind)
        if step and _counts_from_another(text, there, end, words):
            continue
        if step and step[2] == "year" and _moved(mentions, seen, there, step, anchor):
            continue
        if any(one.start < there + (9 if step else 5) and here < one.end + 3 for one in near):
            continue  # "two years later, in 1986"
        date = _stepped(step, anchor) if step else _relative(kind, anchor[0], anchor[1], context)
        if date is not None and kind.endswith("-year") and not step:
            date = _part(date, lead_of(text, start, here, words))
            if date.is_interval and added and text[added[-1].end : here].strip() in ("", "of"):
                added.pop()  # "the first quarter of last year"
        if date is not None:
            added.append(DateMention(here, there, date, "relative", True))
    return sorted([*mentions, *added], key=lambda one: one.start) if added else mentions


def _counts_from_another(text: str, there: int, end: int, words: DateWords) -> bool:
    """Whether it is told what the time is counted from: «через год после подписания», "a year later than"."""
    behind = re.match(r"\s+([^\W\d_]+)", text[there:end])
    return behind is not None and behind[1].lower() in words.counted_from


def _moved(
    mentions: list[DateMention], seen: int, there: int, step: re.Match[str], anchor: tuple[int | None, ...]
) -> bool:
    """Gives a month told without its year right behind "a year later" the later year: «годом позже, в мае»."""
    one = mentions[seen] if seen < len(mentions) else None
    if one is None or not there <= one.start < there + _BEHIND_STEP or one.date.is_interval:
        return False
    if not one.needs_year or one.form not in ("month", "monthday") or anchor[0] is None:
        return False
    later = anchor[0] + int(step[3]) * (-1 if step[1] == "before" else 1)
    try:
        date = Date.of(later, one.date.month, one.date.day)
    except ValueError:  # 29 February
        return False
    mentions[seen] = msgspec.structs.replace(one, date=date)
    return True


def _part(year: Date, lead: str) -> Date:
    """What words before a year make of it: "the first nine months of last year"; without such words the year."""
    part = part_of_year(lead)
    return (
        year
        if part is None
        else Date.interval(Date.of(year.year or 0, part[0]), Date.of(year.year or 0, part[1]))
    )


def _stepped(step: re.Match[str], anchor: tuple[int | None, int | None, int | None]) -> Date | None:
    """The day, month or year so long after or before what was told last, where that was told as exactly."""
    year, month, day = anchor
    unit, count = step[2] or "day", int(step[3] or 0) * (-1 if step[1] == "before" else 1)
    if year is None:
        return None
    if unit == "year":
        return Date.of(year + count)
    if month is None:
        return None
    if unit == "month":
        months = year * 12 + month - 1 + count
        return Date.of(months // 12, months % 12 + 1)
    return None if day is None else _as_date(datetime.date(year, month, day) + datetime.timedelta(count))


def _weekday(number: int, context: DateContext) -> Date | None:
    """The last such day of the week that is not after the document's day."""
    day = _document_day(context)
    return None if day is None else _as_date(day - datetime.timedelta((day.weekday() - number) % 7))


def _relative(kind: str, year: int | None, month: int | None, context: DateContext) -> Date | None:
    """What a relative phrase means; `None` where the context does not say."""
    if kind == "same-month":
        return Date.of(year, month) if year is not None and month is not None and month <= 12 else None
    if kind == "same-year":
        return Date.of(year) if year is not None else None
    part = part_of_year(kind)
    if part is not None:
        if year is None and context.document is not None:
            year = context.document.year
        return None if year is None else Date.interval(Date.of(year, part[0]), Date.of(year, part[1]))
    document = context.document
    if document is None and kind == "next-year" and year is not None:
        return Date.of(year + 1)  # «в следующем году» of a history
    if document is None or document.year is None:
        return None
    when, _, unit = kind.partition("-")
    if when == "weekday":
        return _weekday(int(unit), context)
    step = {"last": -1, "this": 0, "next": 1}.get(when, 0)
    if unit == "year":
        return Date.of(document.year + step)
    if unit == "month":
        if document.month is None:
            return None
        months = document.year * 12 + document.month - 1 + step
        return Date.of(months // 12, months % 12 + 1)
    day = _document_day(context)
    if day is None:
        return None
    if unit == "week":
        monday = day + datetime.timedelta(7 * step - day.weekday())
        return Date.interval(_as_date(monday), _as_date(monday + datetime.timedelta(6)))
    return _as_date(day + datetime.timedelta({"yesterday": -1, "tomorrow": 1, "day": -2}.get(when, 0)))


def _document_day(context: DateContext) -> datetime.date | None:
    document = context.document
    return document.lower if document is not None and document.precision == "day" else None


def _as_date(day: datetime.date) -> Date:
    return Date.of(day.year, day.month, day.day)
