"""When a visit was: its days, those of a list, and how long it lasted."""

from __future__ import annotations

from datetime import timedelta

from comity.model.edtf import Date
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.visits.travel import (
    Dated,
)
from comity.reading.sentence import Sentence

_DAYS = range(2, 8)
_TWO_DAYS = 2


def dates_of(sentence: Sentence, index: int) -> list[Dated]:
    """The dates of the act: all of a list where the words behind name several."""
    first = dated_act(date_unit(sentence, index))
    if first is None:
        return [Dated(None, None, None)]
    dates = _chain(sentence, sentence.index(first))
    return [_ended(sentence, index, dates[0])] if len(dates) == 1 and _is_over(sentence, index) else dates


def _is_over(sentence: Sentence, index: int) -> bool:
    """Whether the day told is that on which the visit ended: «завершил визит», «вернулся из поездки»."""
    words = sentence.language.words["ends_visit"]
    units = sentence.units
    before = units[sentence.clause(index).start : index]
    if sentence.language.cases:
        return units[index].key in words or any(
            unit.kind == "trigger" and unit.key in words for unit in before
        )
    for unit in reversed(before):
        if unit.key in words:
            return True
        if unit.kind in ("actor", "be", "have", "modal", "pronoun", "clause"):
            break
    return False


def _ended(sentence: Sentence, index: int, when: Dated) -> Dated:
    """The time of a visit that ended on a day, as long as the words say that it lasted; else open."""
    day = when.date.lower if when.date is not None and when.date.precision == "day" else None
    if day is None:
        return when
    clause = sentence.clause(index)
    lasted = next((days for i in clause if (days := _lasting(sentence, _compound(sentence, i)))), 0)
    start = day - timedelta(lasted - 1) if lasted else None
    first = Date.of(start.year, start.month, start.day) if start is not None else None
    return when._replace(date=Date.interval(first, when.date))


def _compound(sentence: Sentence, index: int) -> str:
    """A word, or one of several with hyphens whole: "three-day"."""
    units = sentence.units
    joined = index + 2 < len(units) and units[index + 1].text == "-"
    return f"{units[index].key}-{units[index + 2].key}" if joined else units[index].key


def _lasting(sentence: Sentence, key: str) -> int:
    """How many days an adjective says that something lasts: «трёхдневный»."""
    return next((days for days in _DAYS if key in sentence.language.words.get(f"lasting_{days}", ())), 0)


def _chain(sentence: Sentence, first: int) -> list[Dated]:
    """A date and those that follow it with only brackets, commas, "and" and prepositions between."""
    units = sentence.units
    found = [Dated(units[first].value.date, units[first])]
    cursor, depth, joined = first + 1, 0, False
    adverbs = sentence.language.words["adverb"]
    while cursor < len(units):
        unit = units[cursor]
        if unit.text == "(":
            depth += 1
        elif unit.text == ")":
            depth -= 1
            if depth < 0:
                break
        elif depth > 0:
            pass
        elif unit.kind == "date":
            if not joined:
                break
            found.append(Dated(unit.value.date, unit))
            joined = False
        elif unit.kind == "and" or unit.text == ",":
            joined = True
        elif unit.kind != "preposition" and unit.key not in adverbs:
            break
        cursor += 1
    return _one_stay(found)


def _one_stay(found: list[Dated]) -> list[Dated]:
    """Two days that follow one another as one visit: "on 7 and 8 November"."""
    if len(found) != _TWO_DAYS:
        return found
    first, last = (one.date for one in found)
    if first is None or last is None or first.precision != "day" or last.precision != "day":
        return found
    if first.lower is None or last.lower is None or last.lower - first.lower != timedelta(1):
        return found
    return [Dated(Date.interval(first, last), found[1].unit, found[0].type)]
