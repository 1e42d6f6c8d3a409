"""Numbers and money in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.publishing import numbers

MONEY = [
    (723900000, "USD", "723.9 million US dollars", "723,9 миллиона долларов США"),
    (270000000000, "USD", "270 billion US dollars", "270 миллиардов долларов США"),
    (2.2e9, "USD", "2.2 billion US dollars", "2,2 миллиарда долларов США"),
    (1000000, "EUR", "1 million euros", "1 миллион евро"),
    (5000000, "RUB", "5 million Russian roubles", "5 миллионов российских рублей"),
    (1234567, "USD", "1,234,567 US dollars", "1 234 567 долларов США"),
    (1, "USD", "1 US dollar", "1 доллар США"),
    (3, "USD", "3 US dollars", "3 доллара США"),
    (11, "USD", "11 US dollars", "11 долларов США"),
    (-5200000, "EUR", "−5.2 million euros", "−5,2 миллиона евро"),
    (7, None, "7", "7"),
    (7, "<b>", "7 <b>", "7 <b>"),
]


@pytest.mark.parametrize(("value", "currency", "english", "russian"), MONEY)
def test_money(value: float, currency: str | None, english: str, russian: str) -> None:
    said = (numbers.money(value, currency, "en"), numbers.money(value, currency, "ru"))
    assert tuple(one.replace("\u00a0", " ") for one in said) == (english, russian.replace("\u00a0", " "))


@given(st.integers(0, 10**14), st.integers(0, 3))
def test_no_digit_is_lost(whole: int, places: int) -> None:
    value = Decimal(whole).scaleb(-places)
    said = numbers.amount(float(value) if places else int(value), "en")
    head, *scale = said.split()
    factor = {"million": 10**6, "billion": 10**9}.get(scale[0] if scale else "", 1)
    assert Decimal(head.replace(",", "")) * factor == Decimal(str(float(value) if places else int(value)))


@pytest.mark.parametrize(
    ("count", "russian"),
    [(1, "1 а"), (2, "2 б"), (5, "5 в"), (11, "11 в"), (21, "21 а"), (22, "22 б"), (112, "112 в")],
)
def test_russian_plurals(count: int, russian: str) -> None:
    forms = {"one": "{n} а", "few": "{n} б", "many": "{n} в", "other": "{n} г"}
    assert numbers.plural(count, forms, "ru") == russian


def test_names_of_languages() -> None:
    assert numbers.language_name("ru", "en") == "Russian"
    assert numbers.language_name("ru", "ru") == "русский"
    assert numbers.language_name("no such", "en") == "no such"
