"""Acts of which a text only tells how long ago they were: "2014 marks 50 years since the establishment of …"."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.frames.dates.act import date_unit
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_REACH = 7
"""Units between an act and the words that count the years since."""
_LONGEST = 500


def counted_from(sentence: Sentence, act: int) -> bool:
    """Whether an act is only what years are counted from, or an anniversary is of."""
    units = sentence.units
    if units[act].kind != "trigger" or is_verb(sentence, act):
        return False
    if is_anniversary(sentence, act):
        return True
    before = [unit for unit in units[max(0, act - 5) : act] if unit.kind != "determiner"]
    since = any(unit.kind == "preposition" and unit.value == "since" for unit in before[-1:])
    return since and not any(unit.kind == "date" for unit in units[act + 1 : act + 8])


def is_anniversary(sentence: Sentence, act: int) -> bool:
    """Whether an anniversary of the act at an index is told, or how many years it is past."""
    return any(_counts(sentence, unit) for unit in sentence.units[max(0, act - 5) : act])


def day_counted_back(sentence: Sentence, act: int) -> tuple[Date, list[Unit]] | None:
    """When the act was whose anniversary a sentence dates, with the words: the year, or the day where the years are
    full on it («сегодня исполняется 30 лет»).

    None where no number of years or no year of the anniversary is told.
    """
    units, words = sentence.units, sentence.language.words
    first = max(0, act - _REACH)
    years = next((i for i in range(act - 1, first - 1, -1) if _counts(sentence, units[i])), -1)
    number = next(
        (i for i in range(years - 1, max(years - 3, -1), -1) if units[i].kind in ("amount", "number")), -1
    )
    when = date_unit(sentence, act)
    if number < 0 or when is None or sentence.index(when) > act:
        return None
    count = getattr(units[number].value, "value", None)
    told: Date = when.value.date
    if not isinstance(count, int) or not 0 < count < _LONGEST or told.is_interval or told.year is None:
        return None
    turned = [unit for unit in units[:act] if unit.key in words["turns"]]
    if not turned:
        return None
    year = told.year - count
    full = any(unit.key in words["turns_full"] for unit in turned)
    try:
        day = Date.of(year, told.month, told.day) if full else Date.of(year)
    except ValueError:  # 29 February
        day = Date.of(year)
    return day, [when, units[number]]


def _counts(sentence: Sentence, unit: Unit) -> bool:
    counts = unit.kind in ("word", "event") and unit.key in sentence.language.words["anniversary"]
    return counts or unit.key.endswith(tuple(sentence.language.words["anniversary_end"]))
