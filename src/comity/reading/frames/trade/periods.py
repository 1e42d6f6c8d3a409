"""The period of each figure of trade in a sentence, and that of a figure it is compared with."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.dates.words import date_words
from comity.reading.frames.trade.money import is_change
from comity.reading.frames.trade.sides import Flow
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_BESIDE = 4
"""Units before a figure among which a word says that it is one of comparison …"""
_BRACKETED = 7
"""… and before one in a bracket behind the period that it is of: "than in the same months of last year (3 million)"."""


def periods_of(sentence: Sentence, flows: list[Flow], amounts: list[int]) -> dict[int, Unit]:
    """The date of each amount. Where the last amount has a date behind it, all look behind first, else before."""
    units = sentence.units
    dates = [
        i
        for i, unit in enumerate(units)
        if unit.kind == "date"
        and not _borrows(sentence, i)
        and not measured_by(sentence, i)
        and not _of_aside(sentence, flows, i, amounts[0])
    ]
    if not dates:
        return {}
    found: dict[int, Unit] = {}
    ahead_first = dates[0] < amounts[0] and not any(d > amounts[-1] for d in dates)
    for number, i in enumerate(amounts):
        low = amounts[number - 1] if number else -1
        high = amounts[number + 1] if number + 1 < len(amounts) else len(units)
        before = [d for d in dates if low < d < i]
        behind = [d for d in dates if i < d < high and not _next_flow(sentence, flows, i, d)]
        behind = [d for d in behind if not _of_next(sentence, d)]
        if ahead_first or not behind:
            chosen = (
                before[-1]
                if before and (ahead_first or not number or not _taken(sentence, found, before[-1]))
                else None
            )
        else:
            chosen = behind[0]
            if before and _starts(flows, before[-1], i) and (number + 1 < len(amounts) or number):
                chosen = before[-1] if not _taken(sentence, found, before[-1]) else behind[0]
        if chosen is not None:
            found[i] = units[chosen]
    return found


def _of_aside(sentence: Sentence, flows: list[Flow], date: int, amount: int) -> bool:
    """Whether a date belongs to an act that two commas set off between a flow and its figure: "trade with B, which
    joined in 2011, was …"."""
    low = next((flow.index for flow in flows if 0 <= flow.index < date), None)
    if low is None or date > amount:
        return False
    first = next((i for i in range(date, low, -1) if sentence.units[i].text == ","), None)
    closed = any(unit.text == "," for unit in sentence.units[date:amount])
    return first is not None and closed and any(is_verb(sentence, i) for i in range(first, date))


def _borrows(sentence: Sentence, index: int) -> bool:
    """A date of something else: "since 1990", the year of a comparison in percent."""
    return (
        sentence.units[index].value.relation in ("after", "before")
        and sentence.units[index].value.form == "relative"
    )


def measured_by(sentence: Sentence, index: int) -> bool:
    """The year that a figure is measured by, without a figure of its own: "12 % more than in 2013"."""
    words = sentence.language.words["measure"]
    before = sentence.units[max(0, index - 2) : index]
    if (
        len(before) == 2
        and before[1].kind == "preposition"
        and before[1].value in ("goal", "over", "on", "source")
        and before[0].kind == "amount"
        and before[0].value.kind == "percent"
    ):
        # «108 % к 2016 г.», "14 percent over 2009"; not "over 2009, when it was …"
        return not any(
            unit.key in sentence.language.words["when"] for unit in sentence.units[index + 1 : index + 3]
        )
    if _same_period_before(sentence, index):
        return True
    for i in range(index - 1, max(index - 9, -1), -1):
        unit = sentence.units[i]
        if unit.kind in ("amount", "trigger", "date") or unit.text == ";":
            return False
        if unit.key in words:
            return not any(
                sentence.units[at].kind == "amount"
                and sentence.units[at].value.kind == "money"
                and not is_change(sentence, at)
                for at in range(index + 1, min(index + 4, len(sentence.units)))
            )
    return False


def _same_period_before(sentence: Sentence, index: int) -> bool:
    """Whether a year is that of the same months by which a change in percent is measured: "up 22 percent over the same
    period in 2020", «на 22 % к аналогичному периоду 2020 г.»."""
    units, words = sentence.units, sentence.language.words
    cursor, alike = index - 1, False
    while cursor > 0 and (
        units[cursor].kind in ("preposition", "determiner")
        or units[cursor].key in words["same_period"]
        or units[cursor].key in words["span_word"]
    ):
        alike = alike or units[cursor].key in words["same_period"]
        cursor -= 1
    share = units[cursor].kind == "amount" and units[cursor].value.kind == "percent"
    return alike and (share or units[cursor].key in words["fraction"])


def tells_when(sentence: Sentence, index: int) -> bool:
    """Whether words beside a figure say when it was though no date is made of them: "last year", «в прошлом году»."""
    units = sentence.units
    dated = [(unit.start, unit.end) for unit in units if unit.kind == "date"]
    low = next((i for i in range(index - 1, max(index - 6, -1), -1) if units[i].kind == "amount"), index - 6)
    high = next(
        (i for i in range(index + 1, min(index + 6, len(units))) if units[i].kind in ("amount", "clause")),
        min(index + 6, len(units)),
    )
    said = date_words(sentence.language.code).relative
    found = said.finditer(sentence.text, units[max(low + 1, 0)].start, units[high - 1].end)
    return any(not any(start < one.end() and one.start() < end for start, end in dated) for one in found)


def _taken(sentence: Sentence, found: dict[int, Unit], date: int) -> bool:
    return any(unit is sentence.units[date] for unit in found.values())


def _starts(flows: list[Flow], date: int, amount: int) -> bool:
    """Whether a date opens the part of the sentence that holds the amount: "in 2010 exports were …"."""
    return any(flow.index > date and flow.index < amount for flow in flows)


def _of_next(sentence: Sentence, date: int) -> bool:
    """Whether a date is only that of the figure it is compared with, in a bracket behind it: "less than in 2019 (118
    million)"."""
    units, words = sentence.units, sentence.language.words["than"]
    bracketed = [unit.kind for unit in units[date + 2 : date + 3]] == ["amount"] and units[
        date + 1
    ].text == "("
    return bracketed and any(unit.key in words for unit in units[max(0, date - 3) : date])


def _next_flow(sentence: Sentence, flows: list[Flow], amount: int, date: int) -> bool:
    """Whether the part of another flow has begun between an amount and a date behind it."""
    if not any(unit.kind == "amount" for unit in sentence.units[date:]):
        return False
    return any(
        amount < flow.index < date
        and date - flow.index < 4
        and not any(unit.kind == "amount" for unit in sentence.units[flow.index : date])
        for flow in flows
    )


def same_months(sentence: Sentence, unit: Unit, period: Date) -> Date:
    """The period of a comparison: "the same period of 2020" behind a half-year is the half-year of 2020."""
    date: Date = unit.value.date
    at = next(i for i, other in enumerate(sentence.units) if other is unit)
    alike = any(
        other.key in sentence.language.words["same_period"] for other in sentence.units[max(0, at - 4) : at]
    )
    if not alike or date.year is None or date.precision != "year" or date.is_interval:
        return date
    first, last = period.start, period.end
    if not period.is_interval or first is None or last is None or first.month is None or last.month is None:
        return date
    return Date.interval(Date.of(date.year, first.month), Date.of(date.year, last.month))


def year_before(sentence: Sentence, index: int, period: Date | None) -> Date | None:
    reach = _BRACKETED if sentence.units[index - 1].text == "(" else _BESIDE
    near = sentence.units[max(0, index - reach) : index + 6]
    if (
        period is None
        or period.year is None
        or not any(unit.key in sentence.language.words["year_before"] for unit in near)
    ):
        return None
    first, last = period.start, period.end
    if (
        period.is_interval
        and first is not None
        and last is not None
        and first.year == last.year
        and first.month
    ):
        return Date.interval(Date.of(period.year - 1, first.month), Date.of(period.year - 1, last.month))
    return Date.of(period.year - 1)


def compares(sentence: Sentence, index: int) -> bool:
    """Whether an amount is a figure of comparison: "from …", "against …", "compared with …"."""
    reach = _BRACKETED if sentence.units[index - 1].text == "(" else _BESIDE
    return any(
        unit.key in sentence.language.words["compare"]
        for unit in sentence.units[max(0, index - reach) : index]
    )
