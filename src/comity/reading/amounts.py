"""Money, shares and numbers in running text: where they stand and how much they are.

A number in digits is found first; what stands before it (a currency) and behind it (a second number, a scale,
a currency, what is counted) is then looked at. Numbers in words have a pattern of their own. What a language
says differently is in its `amounts.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import msgspec

from comity.knowledge.naming import currencies
from comity.reading.dates import DateMention
from comity.reading.dates.words import by_first_letter
from comity.reading.signs import DATES, EVERY, NUMBERS, RANKS
from comity.reading.units import telling

_SPACE = "[ \u00a0\u202f]"
_BEFORE_REACH = 8
_MILLION = 1_000_000
_DIGITS = re.compile(rf"\d+(?:{_SPACE}\d{{3}})*(?:[.,]\d+)?")


_WORDS_TOO = frozenset({"ALL", "CUP", "SOS", "TOP", "TRY"})
"""Codes of ISO 4217 that in capitals are as often a word."""


class Amount(msgspec.Struct, frozen=True):
    """A number as a run `[start, end)` of the text tells it; the run does not hold the thing counted.

    `value` is in full units, an int where it is whole; `high` the upper end of a range ("1.2–1.5 billion").
    `currency` is ISO 4217. `unit` is the word behind the number as written ("tonnes", "times"), or empty.
    """

    start: int
    end: int
    value: int | float
    kind: Literal["money", "percent", "number", "ordinal"]
    currency: str | None = None
    unit: str = ""
    high: int | float | None = None


class _Words:
    """One language's tables and patterns."""

    def __init__(self, language: str) -> None:
        source = resources.files("comity") / "knowledge" / language / "amounts.toml"
        raw = tomllib.loads(source.read_text(encoding="utf-8"))
        missing = {"decimal", "ordinal_suffix", "scale", "currency", "percent", "words"} - set(raw)
        if missing:
            raise ValueError(f"{source}: lacks {', '.join(sorted(missing))}")
        words = raw["words"]
        self.decimal: str = raw["decimal"]
        self.scale: dict[str, int] = raw["scale"]
        codes = {code: code for code in sorted(currencies()) if code not in _WORDS_TOO}
        self.before: dict[str, str] = codes | raw["currency"]["before"]
        after: dict[str, str] = codes | raw["currency"]["after"]
        named = _named(language)
        self.after = named | {_titled(name): code for name, code in after.items()} | after
        self.units: dict[str, int | float] = {**words["units"], **words["weak_units"]}
        self.multipliers: dict[str, int] = words["multipliers"]
        self.joiners = frozenset(words["joiners"])
        self.weak = frozenset(words["weak_units"])
        self.ordinals: dict[str, int] = words["ordinals"]
        self.ordinal_units = frozenset(words["ordinal_units"])
        self.function = frozenset(words["function"])
        grouped = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?" if self.decimal == "." else r"\d{1,3}(?:\.\d{3}){2,}"
        number = rf"{grouped}|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,15}}(?:[.,]\d{{1,9}})?"
        # The first digit is matched alone, so that the search skips other text fast.
        attached = "|".join(code for code in codes if len(code) == 3)
        self.number = re.compile(
            rf"[0-9](?<![^\W_]\d)(?<![.,:/#№]\d)(?<!\w-\d)|[0-9](?<=\b(?:{attached})\d)(?<!\w-\d)"
        )
        self.whole = re.compile(rf"(?P<number>{number})(?![.,/:]?\d)(?!-\d\d-\d)")
        scales = _any(self.scale)
        # names with their state begin with a capital: others are not compared with them
        after_number = f"{_any(self.after.keys() - named.keys())}|(?=[A-ZА-ЯЁ])(?:{_any(named)})"
        percents = _any(raw["percent"]["signs"])
        self.behind = re.compile(
            rf"(?:(?P<ordinal>{raw['ordinal_suffix']})(?!\w))"
            rf"|(?:{_SPACE}?[-–—\uFFFD]{_SPACE}?(?P<high>{number})(?![.,/:]?\d))?"
            rf"(?:{_SPACE}?-?(?P<scale>(?i:{scales}))(?:(?!\w)\.?|(?=(?:{attached}|€)(?!\w))))?"
            rf"(?:{_SPACE}*(?:(?P<percent>(?i:{percents}))(?!\w)|(?:of{_SPACE})?(?P<currency>{after_number})(?!\w)))?"
        )
        self.currency_before = re.compile(rf"(?:(?<=\W)|^)(?P<currency>{_any(self.before)}){_SPACE}?$")
        self.unit = re.compile(rf"{_SPACE}+(?P<unit>(?:(?:{_any(words['unit_prefix'])}){_SPACE}?)?[^\W\d_]+)")
        told = _any([*self.units, *self.multipliers])
        joiner = rf"(?:(?:{_any(self.joiners)})\s+)?" if self.joiners else ""
        first = by_first_letter([*self.units, *self.multipliers])
        self.told = re.compile(rf"(?:{first}(?:(?!\w)[-\s]+{joiner}(?i:{told})(?!\w))*)(?!\w|-[^\W\d])")
        self.told_ordinal = re.compile(by_first_letter(self.ordinals) + r"(?!\w|-[^\W\d])")
        # what a text must have to hold a number in words
        self.numbers = frozenset(map(telling, [*self.units, *self.multipliers]))
        self.ranks = frozenset(map(telling, self.ordinals))

    def value(self, digits: str) -> Decimal:
        """The number that digits with separators write."""
        plain = re.sub(_SPACE, "", digits)
        commas, points = plain.count(","), plain.count(".")
        if self.decimal == ".":
            if commas and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
                plain = plain.replace(",", "")
        elif points > 1:
            plain = plain.replace(".", "")
        return Decimal(plain.replace(",", "."))


def _named(language: str) -> dict[str, str]:
    """The names of currencies that name their state, one and many: "Kuwaiti dinar", "Kuwaiti dinars"."""
    found: dict[str, str] = {}
    for code, currency in currencies().items():
        head, _, last = currency.names[language].rpartition(" ")
        for name in (f"{head} {last.lower()}", *currency.words[language]):
            if " " in name and name[:1].isupper():
                found[name] = code
    return found


def _titled(name: str) -> str:
    """A name with capitals: "Swiss Francs"."""
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


def _any(words: Any) -> str:
    listed = sorted(set(words), key=lambda one: (-len(one), one))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)


@lru_cache(maxsize=8)
def amount_words(language: str) -> _Words:
    """The tables of a language (`en`, `ru`)."""
    return _Words(language)


def rank(word: str, language: str) -> int | None:
    """The how-manieth that one word tells, whatever stands behind it: "Fifth", "3rd"; None for another word."""
    words = amount_words(language)
    told = words.ordinals.get(word.lower())
    if told is not None or not word[:1].isdigit():
        return told
    found = find_amounts(word, 0, len(word), language)
    return int(found[0].value) if found and found[0].kind == "ordinal" else None


def find_amounts(
    text: str, start: int, end: int, language: str, signs: int = EVERY, dates: Sequence[DateMention] = ()
) -> list[Amount]:
    """The amounts in `text[start:end]`, one sentence, in order and without overlap.

    `signs` are those of its words, and `dates` the dates in it, whose numbers are none of these, where the caller knows
    them.
    """
    words = amount_words(language)
    found: list[Amount] = []
    place = start
    ahead = iter(dates)
    date = next(ahead, None)
    while signs & DATES and (token := words.number.search(text, place, end)):
        while date is not None and date.end <= token.start():
            date = next(ahead, None)
        if date is not None and date.start <= token.start():
            place = date.end
            continue
        whole = words.whole.match(text, token.start(), end)
        if whole is None:
            place = token.end()
            while place < end and (
                text[place].isdigit() or (text[place] in ".,/:" and text[place - 1].isdigit())
            ):
                place += 1
            continue
        # A sign of currency behind the last amount is that one's: "1 $ 1".
        amount = _amount(text, place, end, whole, words)
        place = whole.end() if amount is None else max(amount.end, whole.end())
        if amount is not None:
            joined = _joined(found[-1], amount, text) if found else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(amount)
    told: list[Amount] = []
    if signs & NUMBERS:
        matches = words.told.finditer(text, start, end)
        told = [one for match in matches if (one := _told(text, end, match, words))]
    for match in words.told_ordinal.finditer(text, start, end) if signs & RANKS else ():
        unit = _unit(text, match.end(), end, words)
        if unit.lower() in words.ordinal_units:
            value = words.ordinals[match.group().lower()]
            told.append(Amount(match.start(), match.end(), value, "ordinal", None, unit))
    if not told:
        return found
    merged: list[Amount] = []
    for one in sorted([*found, *told], key=lambda amount: (amount.start, -amount.end)):
        if not merged or merged[-1].end <= one.start:
            merged.append(one)
    return merged


def _amount(text: str, start: int, end: int, whole: re.Match[str], words: _Words) -> Amount | None:
    """The amount around a number in digits; `None` where a letter follows that makes it no number."""
    here, there = whole.span()
    if text[here - 1 : here] == "[" and text[there : there + 1] == "]":
        return None  # a footnote mark
    first = words.value(whole["number"])
    currency = None
    sign = words.currency_before.search(text, max(start, here - _BEFORE_REACH), here)
    if sign is not None:
        currency = words.before[" ".join(sign["currency"].split())]
        here = sign.start("currency")
    behind = words.behind.match(text, there, end)
    high: Decimal | None = None
    factor = 1
    kind: Literal["money", "percent", "number", "ordinal"] = "number"
    if behind is not None and behind.end() > there:
        if behind["ordinal"]:
            return Amount(
                here, behind.end(), int(first), "ordinal", None, _unit(text, behind.end(), end, words)
            )
        if behind["high"]:
            high = words.value(behind["high"])
            told = behind["scale"] or behind["percent"] or behind["currency"] or currency
            if high <= first or not (told or _unit(text, behind.end(), end, words)):
                high = behind = None
    if behind is not None:
        there = max(there, behind.end())
        if behind["scale"]:
            factor = words.scale[" ".join(behind["scale"].lower().split())]
        if behind["percent"]:
            kind = "percent"
        elif behind["currency"] and currency is None:
            currency = words.after[" ".join(behind["currency"].split())]
    if there < end and text[there].isalpha() and text[there - 1].isdigit():
        return None
    if currency is not None and kind != "percent":
        kind = "money"
    if kind == "number" and factor >= _MILLION and first >= _MILLION:
        return (
            None  # "1,500,000 million residents": the scale is told twice, and which of them is meant is not
        )
    unit = "" if kind != "number" else _unit(text, there, end, words)
    if behind is not None and behind["scale"] and text[there - 1] == "." and not behind["currency"]:
        there -= 1  # it may be the full stop of the sentence
    return Amount(
        here, there, _plain(first * factor), kind, currency if kind == "money" else None, unit,
        None if high is None else _plain(high * factor),
    )  # fmt: skip


def _joined(first: Amount, second: Amount, text: str) -> Amount | None:
    """One amount told in two scales («1 млрд 234,5 млн долларов»); `None` where they are two amounts."""
    between = text[first.end : second.start]
    led = first.kind == "money" and not text[first.start].isdigit() and not second.unit  # «$1 млрд 234,5 млн»
    if (
        not (led or first.kind == "number")
        or first.high is not None
        or second.kind not in (("number",) if led else ("number", "money"))
        or not second.value
        or not between
        or between.strip(" .\u00a0\u202f")
    ):
        return None
    scale, smaller = _scale_of(first, text), _scale_of(second, text)
    if scale is None or smaller is None or smaller >= scale or second.value >= scale:
        return None
    value = first.value + second.value
    whole = first if led else second
    return Amount(first.start, second.end, value, whole.kind, whole.currency, whole.unit, second.high)


def _scale_of(amount: Amount, text: str) -> int | None:
    """What a 1 of the digits of an amount is worth: a million in «234,5 млн»; `None` without a scale."""
    digits = _DIGITS.search(text, amount.start, amount.end)
    if digits is None or not any(sign.isalpha() for sign in text[digits.end() : amount.end]):
        return None
    plain = float(re.sub(_SPACE, "", digits.group()).replace(",", "."))
    worth = round(amount.value / plain) if plain else 0
    return worth if worth in (1_000, 1_000_000, 1_000_000_000) else None


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _unit(text: str, place: int, end: int, words: _Words) -> str:
    """The word behind a number, unless it is one that nothing is counted in."""
    found = words.unit.match(text, place, end)
    return "" if found is None or found["unit"].lower() in words.function else found["unit"]


def _told(text: str, end: int, match: re.Match[str], words: _Words) -> Amount | None:
    """The amount that words tell; `None` for "one" alone and names ("Group of Seven")."""
    here, there = match.span()
    unit = _unit(text, there, end, words)
    parts = [part for part in re.split(r"[-\s]+", match.group().lower()) if part not in words.joiners]
    if all(part in words.weak for part in parts) or all(part in words.multipliers for part in parts):
        return None
    if text[here].isupper() and here and text[here - 1] == " " and text[here - 2].isalpha():
        return None
    # "two and a half": the article counts nothing
    halves = [words.units.get(part, 1) < 1 for part in parts]
    parts = [
        part for i, part in enumerate(parts) if not (i and part in words.weak and any(halves[i + 1 : i + 2]))
    ]
    total: int | float = 0
    current: int | float = 0
    for part in parts:
        if part in words.weak and 0 < current < 1:
            continue  # "half a billion"
        if part in words.units:
            current += words.units[part]
        elif words.multipliers[part] == 100:
            current = (current or 1) * 100
        else:
            total += (current or 1) * words.multipliers[part]
            current = 0
    value = _plain(Decimal(str(total + current)))
    behind = words.behind.match(text, there, end)
    if behind is not None and behind["percent"]:
        return Amount(here, behind.end(), value, "percent")
    if behind is not None and behind["currency"]:
        currency = words.after[" ".join(behind["currency"].split())]
        return Amount(here, behind.end(), value, "money", currency)
    return Amount(here, there, value, "number", None, unit)
