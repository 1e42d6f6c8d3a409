"""Numbers and sums of money in words of a language, by CLDR; no digit of a value is lost or made up."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from babel.core import UnknownLocaleError
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name, is_currency

from comity.knowledge import interface_language

_SCALES = (9, 6)


def number(value: int | float, lang: str) -> str:
    """A number with the group and decimal signs of the language: "12,500", "12 500"."""
    return format_decimal(
        Decimal(str(value)), locale=interface_language(lang).locale, decimal_quantization=False
    )


def amount(value: int | float, lang: str) -> str:
    """A number with its scale in words where that loses nothing: "723.9 million", "723,9 миллиона"."""
    exact = Decimal(str(value))
    if exact < 0:
        return f"−{amount(-value, lang)}"
    for scale in _SCALES:
        if 10**scale <= exact < 10 ** (scale + 3):
            digits = max(0, -_exponent(exact.scaleb(-scale)))
            if digits <= 3:
                return format_compact_decimal(
                    exact, format_type="long", locale=interface_language(lang).locale, fraction_digits=digits
                )
    return number(value, lang)


def money(value: int | float, currency: str | None, lang: str) -> str:
    """A sum: "723.9 million US dollars", "723,9 миллиона долларов США"; a currency without a name stays a
    code.
    """
    text = amount(value, lang)
    if not currency:
        return text
    if not is_currency(currency):
        return f"{text} {currency}"
    # After million and billion Russian has the genitive plural, whatever the number before them.
    scaled = not text[-1].isdigit()
    name = get_currency_name(
        currency, count=5 if scaled else abs(Decimal(str(value))), locale=interface_language(lang).locale
    )
    return f"{text} {name}"


def quantity(value: int | float | None, currency: str | None, lang: str) -> str:
    """How many of something, or how much money; empty where it is not told."""
    if value is None:
        return ""
    return money(value, currency, lang) if currency else number(value, lang)


def plural(count: int, forms: dict[str, str], lang: str) -> str:
    """The form of a counted text for a number: forms by CLDR's plural category, with `{n}` in them."""
    category = Locale.parse(interface_language(lang).locale).plural_form(count)
    return forms.get(category, forms["other"]).format(n=number(count, lang))


def language_name(code: str, lang: str) -> str:
    """The name of a language in a language: "Russian", "русский"; the code where it has none."""
    try:
        return Locale.parse(code).get_display_name(interface_language(lang).locale) or code
    except (ValueError, UnknownLocaleError):
        return code


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
