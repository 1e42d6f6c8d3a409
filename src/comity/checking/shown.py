"""Values of a finding as a reader sees them: dates, states, sums and words in a language."""

from __future__ import annotations

import re

from comity.checking.known import state_name
from comity.checking.wording import interface
from comity.knowledge import base_of, interface_language
from comity.model.edtf import Date, DateError

_SCALES = (10**12, 10**9, 10**6)
_WEEKDAYS = {"1", "2", "3", "4", "5", "6", "7"}


def show(value: str, spec: str, lang: str) -> str:
    """A value for a reader.

    `spec`: `date` (EDTF), `when` (a date as it stands in a sentence), `years` (intervals of years), `state`, `states`
    (codes separated by a space), `money` ("5000000 USD"), `number`, `kind` (a kind of claim, flow or visit), `words`
    (a quotation), `body` (a joint body's name), `months` (a length of time), `weekday` (1 is Monday), empty (as it
    is).
    """
    match spec:
        case "date":
            return show_date(value, lang)
        case "when":
            preposition = "on" if re.search(r"\d-\d\d-\d\d", value) else "in"
            return str(interface()[base_of(lang)][preposition]).format(show_date(value, lang))
        case "years":
            return show_years(value, lang)
        case "state":
            return state_name(value, lang)
        case "states":
            return " – ".join(state_name(code, lang) for code in value.split())
        case "money":
            amount, _, currency = value.partition(" ")
            return f"{show_number(amount, lang)} {currency}".strip() if _is_number(amount) else value
        case "number":
            return show_number(value, lang)
        case "kind":
            return str(interface()[base_of(lang)]["kinds"].get(value, value))
        case "words":
            left, right, inner_left, inner_right = interface()[base_of(lang)]["quotes"]
            return f"{left}{value.replace(left, inner_left).replace(right, inner_right)}{right}"
        case "body":
            return value or str(interface()[base_of(lang)]["body"])
        case "months":
            return show_months(value, lang)
        case "weekday":
            return _weekday(value, lang)
        case _:
            return value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def show_number(text: str, lang: str) -> str:
    """A number with its unit word where it is large: 723.9 million."""
    from babel.numbers import format_decimal  # only for what is shown: it takes longer to load than all rules

    value = float(text)
    for unit, name in zip(_SCALES, interface()[base_of(lang)]["units"], strict=True):
        if abs(value) >= unit:
            return f"{format_decimal(round(value / unit, 4), locale=interface_language(lang).locale)} {name}"
    return str(format_decimal(round(value, 2), locale=interface_language(lang).locale))


def show_months(text: str, lang: str) -> str:
    """A number of months, from two years on as whole years: "14 months", "9 years", "9 лет"."""
    from babel.units import format_unit  # as above

    number, unit = int(text), "month"
    if number >= 24:
        number, unit = round(number / 12), "year"
    return str(format_unit(number, unit, locale=interface_language(lang).locale))


def show_date(text: str, lang: str) -> str:
    """An EDTF date as it is written in a language; the text itself where it is none."""
    try:
        date = Date.parse(text)
    except DateError:
        return text
    if date.is_interval:
        return f"{_simple(date.start, lang)} – {_simple(date.end, lang)}"
    return _simple(date, lang)


def show_years(text: str, lang: str) -> str:
    """Intervals of years as they are spoken of: "1939–1945, since 1993"; `text` parts them by commas."""
    said = []
    for interval in text.split(", "):
        first, _, last = interval.partition("/")
        since = str(interface()[base_of(lang)]["since"]).format(first)
        said.append(since if last in ("", "..") else f"{first}–{last}")
    return ", ".join(said)


def _simple(date: Date | None, lang: str) -> str:
    if date is None or date.lower is None:
        return "…"
    from babel.dates import format_date  # as above

    match date.precision:
        case "day":
            shown = format_date(date.lower, "d MMMM y", locale=interface_language(lang).locale)
        case "month":
            shown = format_date(date.lower, "LLLL y", locale=interface_language(lang).locale)
        case "year":
            shown = str(date.year)
        case _:
            shown = str(date)
    return (str(interface()[base_of(lang)]["about"]) if date.approximate else "") + str(shown)


def _weekday(value: str, lang: str) -> str:
    if value not in _WEEKDAYS:
        return value
    from babel import Locale  # as above

    return str(Locale.parse(lang).days["stand-alone"]["wide"][int(value) - 1])
