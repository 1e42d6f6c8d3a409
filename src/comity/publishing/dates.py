"""Dates in words: what an EDTF date says, in English and Russian, as precise as it is and no more.

Names of months come from CLDR. `label` is for tables ("April 2000", "апрель 2000 г."), `when` for sentences
("in April 2000", "в апреле 2000 года").
"""

from __future__ import annotations

import datetime
import functools

from babel.dates import format_date

from comity.knowledge import base_of, interface_language
from comity.model.edtf import Date

_SEASONS = {
    "en": {21: ("spring",) * 3, 22: ("summer",) * 3, 23: ("autumn",) * 3, 24: ("winter",) * 3},
    "ru": {
        21: ("весна", "весны", "весной"),
        22: ("лето", "лета", "летом"),
        23: ("осень", "осени", "осенью"),
        24: ("зима", "зимы", "зимой"),
    },
}
"""Nominative, genitive and adverb of each season; English has one form."""
_UNCERTAIN = {"en": "uncertain", "ru": "дата не точна"}


def label(date: Date, lang: str) -> str:
    """A date as a table writes it: "3–5 April 2000", "since August 2004", "c. 1995"; "3–5 апреля 2000 г."."""
    return _marked(date, _label_ru(date) if base_of(lang) == "ru" else _label_en(date), lang)


def began(date: Date, lang: str) -> str:
    """The beginning of what has no end told, without saying that it lasts: "from 1927", «с 1927 г.»."""
    if base_of(lang) == "ru" or date.start is None:
        return label(date, lang)
    return f"from {label(date.start, lang)}"


def when(date: Date, lang: str) -> str:
    """A date as an adverbial: "on 3 April 2000", "in May 1996", "from January 1997 to June 2002"; "в мае
    1996 года".
    """
    return _marked(date, _when_ru(date) if base_of(lang) == "ru" else _when_en(date), lang)


def _marked(date: Date, text: str, lang: str) -> str:
    return f"{text} ({_UNCERTAIN[base_of(lang)]})" if date.uncertain else text


@functools.cache
def _month(month: int, lang: str) -> str:
    return format_date(datetime.date(2001, month, 1), "LLLL", locale=interface_language(lang).locale)


def _season(date: Date) -> int | None:
    """The number of a season (21 to 24) where the date is one."""
    return int(str(date).rstrip("~?%")[-2:]) if date.precision == "season" else None


def _year(date: Date) -> str:
    """The year, decade or century in figures."""
    if date.precision in ("decade", "century") or date.year is None:
        digits = str(date).rstrip("~?%").lstrip("-")
        return digits.replace("XX", "00").replace("X", "0")
    return str(date.year)


# --- English ------------------------------------------------------------------------------------------------


def _name_en(date: Date, year: bool = True) -> str:
    """A simple date: "3 April 2000"."""
    if date.precision == "decade":
        return f"the {_year(date)}s"
    if date.precision == "century":
        return f"{_year(date)}–{_year(date)[:-2]}99"
    parts = [str(date.day)] if date.day else []
    if date.month:
        parts.append(_month(date.month, "en"))
    elif (season := _season(date)) is not None:
        parts.append(_SEASONS["en"][season][0])
    return " ".join([*parts, _year(date)] if year or not parts else parts)


def _label_en(date: Date) -> str:
    if not date.is_interval:
        return ("c. " if date.approximate else "") + _name_en(date)
    start, end = date.start, date.end
    if start is None and end is not None:
        return f"until {_label_en(end)}"
    if start is not None and end is None:
        return (
            f"since {_label_en(start)}"
            if str(date).endswith("..")
            else f"from {_label_en(start)}, end unknown"
        )
    assert start is not None and end is not None
    if short := _short(start, end, "en"):
        return short
    return f"{_label_en(start)} – {_label_en(end)}"


def _when_en(date: Date) -> str:
    if not date.is_interval:
        name = _name_en(date)
        if date.approximate:
            return f"around {name}"
        return f"on {name}" if date.day else f"in {name}"
    start, end = date.start, date.end
    if start is None and end is not None:
        return f"until {_label_en(end)}"
    if start is not None and end is None:
        return (
            f"since {_label_en(start)}"
            if str(date).endswith("..")
            else f"from {_label_en(start)}, end unknown"
        )
    assert start is not None and end is not None
    if start.day and (short := _short(start, end, "en")) and start.month == end.month:
        return f"on {short}"
    same_year = start.year == end.year and start.year is not None and start.month and end.month
    first = _name_en(start, year=not same_year)
    first = f"around {first}" if start.approximate else first
    last = f"around {_name_en(end)}" if end.approximate else _name_en(end)
    return f"from {first} to {last}"


# --- Russian ------------------------------------------------------------------------------------------------


def _name_ru(date: Date, case: str, year: bool = True, short: bool = False) -> str:
    """A simple date in a case (nom, gen, acc): "апрель 2000 года", "апреля 2000 года", "2000 год"."""
    if date.precision == "decade":
        return f"{_year(date)}-е годы" if case != "gen" else f"{_year(date)}-х годов"
    if date.precision == "century":
        return f"{_year(date)}–{_year(date)[:-2]}99 " + ("годы" if case != "gen" else "годов")
    word = "г." if short else "года"
    if date.day and date.month:
        parts = [str(date.day), _genitive(date.month)]
    elif date.month:
        parts = [_genitive(date.month) if case == "gen" else _month(date.month, "ru")]
    elif (season := _season(date)) is not None:
        nominative, genitive, _ = _SEASONS["ru"][season]
        accusative = f"{nominative.removesuffix('а')}у" if nominative.endswith("а") else nominative
        parts = [{"gen": genitive, "acc": accusative}.get(case, nominative)]
    else:
        alone = "год" if case != "gen" else "года"
        return f"{_year(date)} {'г.' if short else alone}"
    return " ".join([*parts, _year(date), word] if year else parts)


def _genitive(month: int) -> str:
    """The month in the genitive: CLDR gives it only beside a day."""
    return format_date(datetime.date(2001, month, 1), "d MMMM", locale="ru").split(" ", 1)[1]


def _prepositional(month: int) -> str:
    """The month after «в»: май — мае, март — марте, апрель — апреле."""
    return _month(month, "ru").rstrip("ьй") + "е"


def _label_ru(date: Date) -> str:
    if not date.is_interval:
        if date.approximate:
            return f"около {_name_ru(date, 'gen', short=True)}"
        return str(date.year) if date.precision == "year" else _name_ru(date, "nom", short=True)
    start, end = date.start, date.end
    if start is None and end is not None:
        about = " (примерно)" if end.approximate else ""
        return f"по {_name_ru(end, 'acc', short=True)}{about}"
    if start is not None and end is None:
        about = " (примерно)" if start.approximate else ""
        since = f"с {_name_ru(start, 'gen', short=True)}{about}"
        return since if str(date).endswith("..") else f"{since}, окончание неизвестно"
    assert start is not None and end is not None
    if short := _short(start, end, "ru"):
        return short
    return f"{_label_ru(start)} – {_label_ru(end)}"


def _when_ru(date: Date) -> str:
    if not date.is_interval:
        if date.approximate:
            return f"около {_name_ru(date, 'gen')}"
        if date.precision == "decade":
            return f"в {_year(date)}-х годах"
        if date.precision == "century":
            return f"в {_year(date)}–{_year(date)[:-2]}99 годах"
        if date.day:
            return _name_ru(date, "gen")
        if date.month:
            return f"в {_prepositional(date.month)} {_year(date)} года"
        if (season := _season(date)) is not None:
            return f"{_SEASONS['ru'][season][2]} {_year(date)} года"
        return f"в {_year(date)} году"
    start, end = date.start, date.end
    if start is None and end is not None:
        about = " (примерно)" if end.approximate else ""
        return f"по {_name_ru(end, 'acc')}{about}"
    if start is not None and end is None:
        about = " (примерно)" if start.approximate else ""
        since = f"с {_name_ru(start, 'gen')}{about}"
        return since if str(date).endswith("..") else f"{since}, окончание неизвестно"
    assert start is not None and end is not None
    if start.day and start.month == end.month and (short := _short(start, end, "ru")):
        return short.replace("г.", "года")
    same_year = start.year == end.year and start.year is not None
    about = " (примерно)" if date.approximate else ""
    if same_year and start.month and end.month:
        return f"с {_name_ru(start, 'gen', year=False)} по {_name_ru(end, 'acc')}{about}"
    if start.precision == end.precision == "year":
        return f"с {start.year} по {end.year} год{about}"
    return f"с {_name_ru(start, 'gen')} по {_name_ru(end, 'acc')}{about}"


def _short(start: Date, end: Date, lang: str) -> str:
    """Two dates of one year written once: "3–5 April 2000", "August–September 1995"; empty where that is not
    possible.
    """
    if start.approximate or end.approximate or start.year is None or start.precision != end.precision:
        return ""
    year = f"{start.year} г." if lang == "ru" else str(start.year)
    if start.precision == "year":
        return f"{start.year}–{end.year}" + (" гг." if lang == "ru" else "")
    if start.year != end.year or start.month is None or end.month is None:
        return ""
    if start.precision == "month":
        return f"{_month(start.month, lang)}–{_month(end.month, lang)} {year}"
    first, last = (
        _genitive(one.month or 1) if lang == "ru" else _month(one.month or 1, "en") for one in (start, end)
    )
    if start.month == end.month:
        return f"{start.day}–{end.day} {last} {year}"
    return f"{start.day} {first} – {end.day} {last} {year}"
