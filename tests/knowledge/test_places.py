"""Capitals and cities."""

from __future__ import annotations

import pytest

from comity import knowledge
from comity.model.edtf import Date


def test_every_living_state_has_a_capital_today() -> None:
    today = Date.parse("2026-06-01")
    for state in knowledge.states():
        # States known by name only, and territories, may have none.
        if state.kind in ("member", "observer") and state.exists and len(state.code) == 3:
            assert knowledge.capital(state.code, today), state.code


@pytest.mark.parametrize(
    ("code", "date", "language", "expected"),
    [
        ("KAZ", "1995", "en", "Almaty"),
        ("KAZ", "1995", "ru", "Алма-Ата"),
        ("KAZ", "2005", "en", "Astana"),
        ("KAZ", "2020-05", "en", "Nur-Sultan"),
        ("KAZ", "2024", "en", "Astana"),
        ("DEU", "1970", "en", "Bonn"),
        ("DEU", "2000", "ru", "Берлин"),
        ("NGA", "1980", "en", "Lagos"),
        ("BRA", "1950", "en", "Rio de Janeiro"),
        ("RUS", "1900", "en", "Saint Petersburg"),
        ("SUHH", "1950", "en", "Moscow"),
        ("KAZ", "1980", "en", None),
        ("no such state", "1980", "en", None),
    ],
)
def test_capital(code: str, date: str, language: str, expected: str | None) -> None:
    assert knowledge.capital(code, Date.parse(date), language) == expected


def test_one_capital_on_any_day_inside_an_interval() -> None:
    for state in knowledge.states():
        seats = [seat for seat in knowledge.capitals() if seat.code == state.code and seat.when is not None]
        for year in range(1800, 2027):
            day = Date.parse(f"{year}-07-15")
            held = [seat.city for seat in seats if seat.when is not None and seat.when.contains(day)]
            assert len(set(held)) <= 1 or _changes(seats, year), (state.code, year, held)


def _changes(seats: list[knowledge.Capital], year: int) -> bool:
    # A change told only to the year: both hold in that year.
    return any(seat.when is not None and str(seat.when.end)[:4] == str(year) for seat in seats)


@pytest.mark.parametrize(
    ("name", "language", "expected", "state"),
    [
        ("Haifa", "en", "Haifa", "ISR"),
        ("Herzliya", "en", "Herzliya", "ISR"),
        ("Tel-Aviv", "en", "Tel Aviv", "ISR"),
        ("Kiev", "en", "Kyiv", "UKR"),
        ("Cologne", "en", "Cologne", "DEU"),
        ("Geneva", "en", "Geneva", "CHE"),
        ("New York", "en", "New York", "USA"),
        ("Washington, D.C.", "en", "Washington", "USA"),
        ("Leningrad", "en", "Leningrad", "RUS"),
        ("Alma-Ata", "en", "Alma-Ata", "KAZ"),
        ("Тель-Авив", "ru", "Tel Aviv", "ISR"),
        ("Нью-Йорк", "ru", "New York", "USA"),
        ("Ленинград", "ru", "Leningrad", "RUS"),
        ("Алматы", "ru", "Almaty", "KAZ"),
        ("Иерусалим", "ru", "Jerusalem", "ISR"),
    ],
)
def test_cities(name: str, language: str, expected: str, state: str) -> None:
    city = knowledge.lexicon(language).cities[name]
    assert (city.name, city.state) == (expected, state)


def test_older_names_know_the_present_one() -> None:
    assert knowledge.cities()["Constantinople"][0].today == "Istanbul"


@pytest.mark.parametrize(
    "word", ["Of", "Nice", "Reading", "Mobile", "Split", "Bar", "Man", "Most", "University"]
)
def test_ordinary_words_are_no_cities_by_themselves(word: str) -> None:
    assert word not in knowledge.lexicon("en").cities
    assert all(city.ordinary for city in knowledge.cities().get(word, ()))


@pytest.mark.parametrize(("language", "name"), [("en", "Armenia"), ("en", "Salvador"), ("ru", "Дом")])
def test_names_of_states_and_common_words_are_no_cities(language: str, name: str) -> None:
    assert name not in knowledge.lexicon(language).cities


def test_currencies() -> None:
    dollar = knowledge.currencies()["USD"]
    assert "$" in dollar.words["en"]
    assert dollar.names["ru"] == "доллар США"
