"""States: codes, years, names in both languages."""

from __future__ import annotations

import pytest

from comity import knowledge
from comity.model.edtf import Date

STATES = list(knowledge.states())
MEMBERS = [state for state in STATES if state.kind == "member"]
LANGUAGES = knowledge.LANGUAGES


def test_the_united_nations_have_193_members() -> None:
    assert len(MEMBERS) == 193
    assert {state.code for state in STATES if state.kind == "observer"} >= {"VAT", "PSE"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_names_and_an_adjective(language: str) -> None:
    lexicon = knowledge.lexicon(language)
    described = set(lexicon.demonyms.values())
    # Dominica and some islands have no adjective of their own, or share it with a larger state.
    without = {"DMA"} if language == "en" else {"DMA", "KNA"}
    for state in MEMBERS:
        assert state.code in lexicon.state_names, state.code
        if state.code not in without:
            assert state.code in described, state.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_belongs_to_two_states(language: str) -> None:
    lexicon = knowledge.lexicon(language)
    for table in (lexicon.states, lexicon.demonyms, lexicon.combining):
        owners: dict[str, str] = {}
        for phrase, code in table.items():
            key = phrase if phrase.isupper() else phrase.casefold()
            assert owners.setdefault(key, code) == code, phrase


@pytest.mark.parametrize("listed", ["cow", "gw"])
def test_memberships_lie_within_existence(listed: str) -> None:
    for state in STATES:
        for entry in getattr(state, listed):
            first, last = Date.of(entry.first), Date.of(entry.last or 2020)
            assert state.exists, state.code
            spans = [span for span in state.exists if span.overlaps(first) and span.overlaps(last)]
            assert spans, f"{state.code} {entry}"


@pytest.mark.parametrize("listed", ["cow", "gw"])
def test_a_code_is_one_state_in_the_middle_of_its_years(listed: str) -> None:
    held: dict[tuple[int, int], str] = {}
    for state in STATES:
        for entry in getattr(state, listed):
            # The year of a succession belongs to both; the years between belong to one.
            for year in range(entry.first + 1, (entry.last or 2020) - 1):
                assert held.setdefault((entry.code, year), state.code) == state.code, (entry, year)


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        (255, 1860, "Prussia"),
        (255, 1900, "DEU"),
        (260, 1970, "DEU"),
        (265, 1970, "DDDE"),
        (365, 1900, "RUS"),
        (365, 1950, "SUHH"),
        (365, 1995, "RUS"),
        (640, 1900, "Ottoman Empire"),
        (640, 1950, "TUR"),
        (705, 2000, "KAZ"),
        (705, 1980, None),
        (345, 1950, "YUCS"),
        (345, 2010, "SRB"),
    ],
)
def test_numeric_codes_lead_to_the_state_of_the_year(code: int, year: int, expected: str | None) -> None:
    state = knowledge.states().by_cow(code, year)
    assert (state.code if state else None) == expected


@pytest.mark.parametrize(
    ("code", "date", "expected"),
    [
        ("KAZ", "1992-04-10", True),
        ("KAZ", "1985", False),
        ("KAZ", "1991", True),
        ("SUHH", "1991-12", True),
        ("SUHH", "1992", False),
        ("LVA", "1960", True),
        ("TUR", "1910", False),
        ("HKG", "1900", True),
        ("ISR", "1948-05-14", True),
        ("no such state", "1900", True),
    ],
)
def test_existence(code: str, date: str, expected: bool) -> None:
    assert knowledge.states().exists_on(code, Date.parse(date)) is expected


def test_successors_mirror_predecessors() -> None:
    table = knowledge.states()
    assert "KAZ" in table["SUHH"].successors
    assert table["CZE"].predecessors == ("CSHH",)
    assert table.by_alpha2("kz") is table["KAZ"]
    assert table.by_alpha2("SU") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kaz", "KAZ"),
        ("KZ", "KAZ"),
        ("Kazakhstan", "KAZ"),
        ("казахстан", "KAZ"),
        ("Republic of Kazakhstan", "KAZ"),
        ("ОАЭ", "ARE"),
        ("Zaire", "COD"),
        ("Siam", "THA"),
        ("Persia", "IRN"),
        ("СССР", "SUHH"),
        ("Prussia", "Prussia"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_find_state(text: str, expected: str | None) -> None:
    assert knowledge.find_state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KAX", "KAZ"),
        ("Isreal", "ISR"),
        ("Kazahstan", "KAZ"),
        ("Казакстан", "KAZ"),
        ("IRS", "ISR"),
        ("UKA", "UKR"),
    ],
)
def test_suggest(text: str, expected: str) -> None:
    assert expected in knowledge.suggest(text)
    assert expected in knowledge.unknown_state(text)


def test_nothing_is_suggested_for_nonsense() -> None:
    assert knowledge.suggest("qqqqqqqqqq") == ()


@pytest.mark.parametrize(
    ("code", "language", "case", "official", "expected"),
    [
        ("KAZ", "en", "gen", False, "Kazakhstan"),
        ("KAZ", "ru", "gen", False, "Казахстана"),
        ("KAZ", "ru", "gen", True, "Республики Казахстан"),
        ("USA", "ru", "ins", False, "США"),
        ("USA", "ru", "ins", True, "Соединёнными Штатами Америки"),
        ("ISR", "ru", "ins", False, "Израилем"),
        ("DEU", "ru", "dat", True, "Федеративной Республике Германия"),
        ("FRA", "ru", "acc", False, "Францию"),
        ("NLD", "ru", "loc", False, "Нидерландах"),
        ("NOWHERE", "ru", "gen", False, "NOWHERE"),
        ("KAZ", "kk", "nom", False, "Қазақстан"),
        ("ISR", "he", "nom", False, "ישראל"),
    ],
)
def test_state_name(code: str, language: str, case: knowledge.Case, official: bool, expected: str) -> None:
    assert knowledge.state_name(code, language, case, official) == expected


def test_place_of() -> None:
    assert knowledge.place_of("FRA", "ru") == "во Франции"
    assert knowledge.place_of("CUB", "ru") == "на Кубе"
    assert knowledge.place_of("NLD") == "in the Netherlands"
    assert knowledge.place_of("ISR") == "in Israel"


def test_a_state_and_its_heir_have_nothing_between_them() -> None:
    """Nothing can be between a state and one that it came after, unlike two that were there side by side."""
    table = knowledge.states()
    assert (
        table.are_heirs("RUS", "SUHH") and table.are_heirs("SUHH", "RUS") and table.are_heirs("CZE", "CSHH")
    )
    assert not table.are_heirs("DEU", "DDDE")  # both were there from 1949 to 1990
    assert not table.are_heirs("NOR", "KEN") and not table.are_heirs("NOR", "nobody")
