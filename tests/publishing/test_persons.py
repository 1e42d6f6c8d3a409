"""Names across scripts and in Russian cases: what documents wrote comes first, what is made is marked, what is not sure
is not declined.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.claim import Award, Meeting, Session, Visit
from comity.model.person import Person
from comity.model.record import Entity
from comity.publishing import wording
from comity.publishing.markup import spoken
from comity.publishing.wording import declension, names, persons, spellings, transliteration
from tests.publishing.made import CASES


def rows(name: str) -> Iterator[list[str]]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@pytest.mark.parametrize(("way", "written", "state", "shown"), [*rows("names.tsv")])
def test_transliteration(way: str, written: str, state: str, shown: str) -> None:
    if way == "latin":
        assert transliteration.to_latin(written) == shown
        assert names.person_name(written, "en") == shown + names.MARK
        assert names.person_name(written, "ru") == written
    else:
        assert transliteration.to_russian(written, state or None) == shown
        assert names.person_name(written, "ru", state or None) == shown + names.MARK
        assert names.person_name(written, "en") == written


@given(st.text(max_size=40))
def test_any_text_is_written_in_any_script(text: str) -> None:
    transliteration.to_latin(text)
    said = transliteration.to_russian(text, "ISR")
    if transliteration.script(text) == "latin" and text.isascii():
        assert transliteration.script(said) in ("cyrillic", "")


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИ -", min_size=1, max_size=30))
def test_nothing_russian_is_left_in_latin(text: str) -> None:
    assert transliteration.script(transliteration.to_latin(text)) in ("latin", "")


@pytest.mark.parametrize(("city", "whose", "whither"), [*rows("cities.tsv")])
def test_cities_declined(city: str, whose: str, whither: str) -> None:
    assert (declension.city_in(city, "gen") or "-", declension.city_in(city, "acc") or "-") == (
        whose,
        whither,
    )


@pytest.mark.parametrize("row", [*rows("declined.tsv")], ids=lambda row: row[0])
def test_names_declined(row: list[str]) -> None:
    name, gender, *cases = row
    found = declension.gender_of(name)
    assert (found or "-") == gender
    if found:
        assert [declension.name(name, case, found) for case in ("gen", "dat", "ins")] == cases


def test_what_is_not_russian_is_not_declined() -> None:
    assert declension.name("Shimon Peres", "gen", "m") is None
    assert declension.name("Николай II", "gen", "m") is None
    assert declension.office("Keeper of the Seal", "gen") is None


@pytest.mark.parametrize(
    ("office", "gen", "acc", "ins"),
    [
        ("Президент", "Президента", "Президента", "Президентом"),
        ("министр обороны", "министра обороны", "министра обороны", "министром обороны"),
        ("Первый заместитель Премьер-министра", "Первого заместителя Премьер-министра",
         "Первого заместителя Премьер-министра", "Первым заместителем Премьер-министра"),
        ("Почетный консул", "Почётного консула", "Почётного консула", "Почётным консулом"),
        ("военная делегация", "военной делегации", "военную делегацию", "военной делегацией"),
    ],
)  # fmt: skip
def test_offices_declined(office: str, gen: str, acc: str, ins: str) -> None:
    assert [declension.office(office, case) for case in ("gen", "acc", "ins")] == [gen, acc, ins]


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Astana", "в Астане"), ("Jerusalem", "в Иерусалиме"), ("Vladivostok", "во Владивостоке"),
        ("Tel Aviv", "в Тель-Авиве"), ("Athens", "в Афинах"), ("Tokyo", "в Токио"), ("Almaty", "в Алматы"),
        ("Frankfurt", "во Франкфурте"), ("Somewhere Else", "(Somewhere Else)"),
    ],
)  # fmt: skip
def test_where(place: str, where: str) -> None:
    assert names.at(place, "ru") == where


PERES = Entity(
    id="1", kind="person", name="Shimon Peres", names=("S. Peres", "Shimon Peres", "Ш. Перес", "Шимон Перес")
)


def test_documents_are_believed_before_rules() -> None:
    known = persons.known_names([PERES], "ru")
    assert known == {"S. Peres": "Шимон Перес", "Shimon Peres": "Шимон Перес"}
    visit = Visit(visitors=(Person(name="S. Peres", office="President", of="ISR"),), to="KAZ")
    said = wording.sentence(persons.in_script(visit, known), "ru")
    assert said == "Президент Израиля Шимон Перес посетил Казахстан."
    assert wording.sentence(visit, "ru") == "Визит в Казахстан: С. Перес° (Президент Израиля)."
    assert persons.known_names([PERES], "en") == {"Ш. Перес": "Shimon Peres", "Шимон Перес": "Shimon Peres"}


def test_documents_are_believed_before_rules_of_bodies_too() -> None:
    commission = Entity(
        id="3", kind="body", name="Joint Commission", names=("Joint Commission", "Смешанная комиссия")
    )
    known = persons.known_names([commission], "ru")
    session = Session(body="Joint Commission", number=2)
    assert wording.sentence(persons.in_script(session, known), "ru") == "Смешанная комиссия: 2-е заседание."
    assert wording.sentence(session, "ru") == "Совместная комиссия°: 2-е заседание."


def test_one_name_of_two_people_is_neither() -> None:
    other = Entity(id="2", kind="person", name="Seth Peres", names=("S. Peres", "Сет Перес"))
    assert "S. Peres" not in persons.known_names([PERES, other], "ru")
    assert persons.known_names([PERES, other], "ru")["Shimon Peres"] == "Шимон Перес"


def test_one_person_is_written_in_one_way_on_a_page() -> None:
    rabbi = Entity(id="4", kind="person", name="Yona Katz", names=("Yona Katz",), state="ISR")
    known = persons.names_on_page([rabbi, PERES], "ru")
    assert known["Yona Katz"] == names.person_name("Yona Katz", "ru", "ISR")
    assert known["S. Peres"] == "Шимон Перес"
    award = persons.in_script(Award(recipient=Person(name="Yona Katz"), by="Yona Katz"), known)
    assert isinstance(award, Award)
    assert award.by == known["Yona Katz"]
    assert award.recipient == Person(name=known["Yona Katz"])


PEOPLE = [
    ("ISR", ("Shimon Peres", "Peres", "Шимон Перес")),
    ("USA", ("Adam Novak", "Адам Новак")),
    ("POL", ("Adam Novak", "Адам Новак-младший")),
    ("USA", ("Sara Lind", "Lind", "Сара Линд")),
    ("", ("Lind",)),
]


def test_a_spelling_of_any_document_comes_before_rules() -> None:
    with spellings.lent(lambda lang: spellings.of_people(PEOPLE, lang)):
        assert names.person_name("Peres", "ru", "ISR") == "Шимон Перес"
        assert names.person_name("Peres", "ru") == "Шимон Перес"
        assert names.person_name("Шимон Перес", "en", "ISR") == "Shimon Peres"
        assert names.person_name("Peres", "en") == "Peres"
        meeting = Meeting(participants=(Person(name="Peres", of="ISR"), Person(name="Шимон Перес", of="ISR")))
        assert names.MARK not in wording.sentence(meeting, "ru") + wording.sentence(meeting, "en")
    assert names.person_name("Шимон Перес", "en") == f"Shimon Peres{names.MARK}"


def test_namesakes_do_not_get_the_spelling_of_each_other() -> None:
    with spellings.lent(lambda lang: spellings.of_people(PEOPLE, lang)):
        assert names.person_name("Adam Novak", "ru", "USA") == "Адам Новак"
        assert names.person_name("Adam Novak", "ru").endswith(names.MARK)
        # Whoever else is called Lind may be meant where no state is told.
        assert names.person_name("Lind", "ru", "USA") == "Сара Линд"
        assert names.person_name("Lind", "ru").endswith(names.MARK)


@pytest.mark.parametrize("lang", wording.LANGUAGES)
def test_a_page_tells_what_the_mark_means(lang: str) -> None:
    shown = spoken(f"{'Эхуд' if lang == 'ru' else 'Ehud'}° 5°", lang)
    assert shown.count("<abbr") == 1
    assert wording.text("name.generated", lang).lstrip("° ")[:10] in shown
    assert shown.endswith("5°") or "5°" in shown
