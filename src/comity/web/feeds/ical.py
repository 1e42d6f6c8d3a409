"""The calendar of a dyad: what happened on known days, and the anniversaries of its relations.

Sources: RFC 5545 (iCalendar), RFC 7986 (names and colours of calendars). What is dated less precisely than by days
has no place in a calendar, which knows days alone, and is left to the dossier.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from comity.model.claim import Relations, slot_values
from comity.model.edtf import Date
from comity.publishing import html
from comity.publishing.brief import notes
from comity.publishing.dossier import Dossier
from comity.publishing.wording import counted, sentence, text
from comity.publishing.wording.names import place_name
from comity.web.addresses import record_address
from comity.web.feeds.entries import Timed, lasting, plain

TYPE = "text/calendar; charset=utf-8"
KINDS = frozenset({"visit", "meeting", "session", "event", "agreement"})
AHEAD = 5
"""Years of anniversaries to come, besides this one."""
_LONGEST = 366
"""Days of one event at most: what is said to have lasted longer fills no calendar."""


def write(
    dossier: Dossier, lines: list[Timed], lang: str, site: str, page: str, today: datetime.date
) -> bytes:
    """The calendar as a file; `site` is the beginning of absolute addresses, `page` that of the dossier."""
    import icalendar

    name = html.name_of(dossier.dyad, lang)
    whole = icalendar.Calendar()
    whole.add("prodid", f"-//Comity//Comity//{lang.upper()}")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("uid", str(lasting("calendar", *sorted(dossier.dyad))))
    called = plain(text("calendar.name", lang, dyad=name))
    whole.add("name", called)
    whole.add("x-wr-calname", icalendar.vText(called))
    about = plain(text("calendar.about", lang))
    whole.add("description", about)
    whole.add("x-wr-caldesc", icalendar.vText(about))
    whole.add("url", f"{site}{page}")
    whole.add("refresh-interval", datetime.timedelta(days=1), parameters={"value": "DURATION"})
    whole.add("x-published-ttl", icalendar.vText("P1D"))
    if lines:
        whole.add("last-modified", max(one.changed for one in lines))
    for one in sorted(lines, key=lambda one: one.first):
        for event in _events(one, dossier, name, lang, site, today):
            whole.add_component(event)
    return bytes(whole.to_ical())


def days(date: Date | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a date that is told to the day and for sure; `None` for any other."""
    if date is None or date.approximate or date.uncertain:
        return None
    ends = (date.start, date.end) if date.is_interval else (date, date)
    if any(end is None or end.precision != "day" for end in ends):
        return None
    first, last = date.lower, date.upper
    if first is None or last is None or (last - first).days >= _LONGEST:
        return None
    return first, last


def anniversaries(began: datetime.date, today: datetime.date) -> Iterator[tuple[int, datetime.date]]:
    """The anniversaries of a day in this year and those to come, with how many years they make.

    Of the 29th of February it is the last of February in a year without one.
    """
    for year in range(max(today.year, began.year + 1), min(today.year + AHEAD, 9998) + 1):
        try:
            yield year - began.year, began.replace(year=year)
        except ValueError:
            yield year - began.year, datetime.date(year, 2, 28)


def _events(
    one: Timed, dossier: Dossier, name: str, lang: str, site: str, today: datetime.date
) -> Iterator[object]:
    slots = one.line.slots
    said = plain(sentence(slots, lang, dossier.dyad))
    told = days(one.line.date)
    if told is None:
        return
    if one.line.kind in KINDS:
        yield _event(one, lang, site, (one.first,), told, said, said)
    if isinstance(slots, Relations) and slots.act == "established":
        for years, day in anniversaries(told[0], today):
            title = text("calendar.anniversary", lang, dyad=name, years=counted("years", years, lang))
            yield _event(one, lang, site, (one.first, str(day.year)), (day, day), plain(title), said)


def _event(
    one: Timed,
    lang: str,
    site: str,
    ident: tuple[str, ...],
    told: tuple[datetime.date, datetime.date],
    title: str,
    said: str,
) -> object:
    """An event of whole days: its end is the day after the last."""
    import icalendar

    address = f"{site}{record_address(one.line.id)}"
    event = icalendar.Event()
    event.add("uid", str(lasting("event", *ident)))
    event.add("dtstamp", one.changed.astimezone(datetime.UTC))
    event.add("created", one.since.astimezone(datetime.UTC))
    event.add("last-modified", one.changed.astimezone(datetime.UTC))
    event.add("dtstart", told[0])
    if told[1] < datetime.date.max:
        event.add("dtend", told[1] + datetime.timedelta(days=1))
    language = {"language": lang}
    event.add("summary", title, parameters=language)
    words = [notes.note(source, lang) for source in one.line.sources[:3]]
    event.add("description", "\n".join([said, *map(plain, words), address]), parameters=language)
    if place := _place(one, lang):
        event.add("location", place)
    event.add("url", address)
    event.add("categories", [text(f"kind.{one.line.kind}", lang)])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    return event


def _place(one: Timed, lang: str) -> str:
    place = slot_values(one.line.slots).get("place")
    names = [place] if isinstance(place, str) else list(place or ())
    return plain("; ".join(place_name(str(name), lang) for name in names))
