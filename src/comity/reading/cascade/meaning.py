"""The values and phrases of a sentence, as its page means them: towns, homonyms, "that same day"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from comity.model.edtf import Date
from comity.reading.amounts import find_amounts
from comity.reading.cascade.page import Page
from comity.reading.dates import DateMention
from comity.reading.discourse import Context
from comity.reading.phrases import phrases
from comity.reading.places import settle, settle_states
from comity.reading.units import Unit


def units_of(
    page: Page, context: Context, day: Date | None, start: int, end: int, dates: Iterable[DateMention], signs: int
) -> list[Unit]:  # fmt: skip
    """The units of a sentence with certain dates; `day` is that of the document."""
    words = page.language
    told = [mention for mention in dates if mention.date is not None and not mention.attached]
    amounts = find_amounts(page.text, start, end, words.code, signs, told)
    units = phrases(page.text, start, end, words, told, amounts)
    kinds = {unit.kind for unit in units}
    if day is not None or "same-day" in kinds:
        _settle_days(units, context, words.words["eve"], day)
    if "place" in kinds:
        settle(units, context.pair() or ())
    if words.homonyms and "state" in kinds:
        settle_states(units, context.pair() or (context.home, context.section), words.homonyms)
    return units


def _settle_days(units: list[Unit], context: Context, eves: frozenset[str], day: Date | None) -> None:
    """ "That same day", "on that date": the last day told, in the sentence or before it."""
    last = context.date[0] if context.date is not None else None
    for at, unit in enumerate(units):
        kind = unit.kind
        if kind == "word":
            if unit.key in eves and day is not None:
                _settle_eve(unit, units[at + 1] if at + 1 < len(units) else None, day)
        elif kind == "date":
            if unit.value.date.precision == "day":
                last = unit.value.date
        elif kind == "same-day" and last is not None:
            unit.kind = "date"
            unit.value = DateMention(unit.start, unit.end, last, "day", needs_year=True)


def _settle_eve(unit: Unit, after: Unit | None, day: Date) -> None:
    """«Накануне» of nothing («накануне глава МИД …») is the day before the document's."""
    written = day.lower if day.precision == "day" else None
    if written is None or after is None or after.kind == "punct" or after.case == "gen":
        return
    eve = written - timedelta(1)
    unit.kind = "date"
    unit.value = DateMention(unit.start, unit.end, Date.of(eve.year, eve.month, eve.day), "day", True)
