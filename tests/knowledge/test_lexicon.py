"""The lexicons: what every language must hold, and errors that name file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from comity import knowledge
from comity.knowledge.capitals import COLUMNS as CAPITAL_COLUMNS
from comity.knowledge.capitals import read as read_capitals
from comity.knowledge.cities import read as read_cities
from comity.knowledge.files import HOME, table
from comity.knowledge.lexicon import BODY_TYPES, EVENT_TYPES, INSTRUMENT_TYPES, MISSION_TYPES, OFFICE_CLASSES
from comity.knowledge.lexicon import read as read_lexicon
from comity.knowledge.states import COLUMNS as STATE_COLUMNS
from comity.knowledge.states import read as read_states
from comity.model import codec

LANGUAGES = knowledge.LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_the_claims_has_words(language: str) -> None:
    words = knowledge.lexicon(language)
    for kind, entries in (
        ("mission", words.missions),
        ("agreement", words.instruments),
        ("body", words.bodies),
        ("event", words.events),
    ):
        for value in set(entries.values()):
            codec.slots_of(kind, {"type": value})
    assert set(words.missions.values()) == set(MISSION_TYPES)
    assert set(words.instruments.values()) == set(INSTRUMENT_TYPES)
    assert set(words.bodies.values()) == set(BODY_TYPES)
    assert set(words.events.values()) == set(EVENT_TYPES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_offices_is_there_and_ranked(language: str) -> None:
    offices = knowledge.lexicon(language).offices
    assert {office.cls for office in offices} == set(OFFICE_CLASSES)
    singular = {office.phrase for office in offices if not office.plural}
    assert {office.singular for office in offices} == singular
    rank = {office.cls: office.rank for office in offices}
    assert rank["head-of-state"] < rank["head-of-government"] < rank["foreign-minister"] < rank["minister"]
    assert rank["minister"] < rank["deputy-minister"] < rank["head-of-mission"]


def test_offices_have_one_class_in_both_languages() -> None:
    english = {office.phrase: office.cls for office in knowledge.lexicon("en").offices}
    russian = {office.phrase: office.cls for office in knowledge.lexicon("ru").offices}
    for one, other in (
        ("ambassador", "посол"),
        ("prime minister", "премьер-министр"),
        ("foreign ministers", "министры иностранных дел"),
        ("speaker", "спикер"),
        ("honorary consul", "почётный консул"),
        ("chief rabbi", "главный раввин"),
        ("mayor", "мэр"),
    ):
        assert english[one] == russian[other]


@pytest.mark.parametrize(
    ("language", "table_name", "phrase", "value"),
    [
        ("en", "states", "US", "USA"),
        ("en", "states", "U.S.", "USA"),
        ("en", "states", "State of Israel", "ISR"),
        ("en", "states", "Two Sicilies", "Kingdom of the Two Sicilies"),
        ("en", "states", "West Germany", "DEU"),
        ("en", "demonyms", "Kazakhstani", "KAZ"),
        ("en", "demonyms", "Israelis", "ISR"),
        ("en", "demonyms", "Dutch", "NLD"),
        ("en", "combining", "Sino-", "CHN"),
        ("en", "combining", "Franco-", "FRA"),
        ("en", "missions", "legation", "legation"),
        ("en", "instruments", "memorandum of understanding", "memorandum"),
        ("en", "bodies", "chamber of commerce", "chamber of commerce"),
        ("en", "institutions", "Kremlin", "RUS"),
        ("ru", "institutions", "Кнессет", "ISR"),
        ("en", "organisations", "OSCE", "Organization for Security and Co-operation in Europe"),
        ("ru", "states", "РК", "KAZ"),
        ("ru", "states", "КНР", "CHN"),
        ("ru", "states", "ГДР", "DDDE"),
        ("ru", "demonyms", "израильский", "ISR"),
        ("ru", "demonyms", "казахстанец", "KAZ"),
        ("ru", "combining", "казахстанско-", "KAZ"),
        ("ru", "combining", "американо-", "USA"),
        ("ru", "combining", "франко-", "FRA"),
        ("ru", "missions", "генеральное консульство", "consulate-general"),
        (
            "ru",
            "organisations",
            "СВМДА",
            "Conference on Interaction and Confidence-Building Measures in Asia",
        ),
    ],
)
def test_phrases(language: str, table_name: str, phrase: str, value: str) -> None:
    assert getattr(knowledge.lexicon(language), table_name)[phrase] == value


def test_pronouns_are_no_states() -> None:
    assert "us" not in knowledge.lexicon("en").states
    assert "who" not in knowledge.lexicon("en").organisations


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    copy = tmp_path / "knowledge"
    shutil.copytree(HOME, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def _line_of(path: Path, start: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


@pytest.mark.parametrize(
    ("file", "start", "old", "new", "message"),
    [
        ("en/states.tsv", "KAZ\t", "KAZ\t", "KZZ\t", "KZZ is not a state"),
        ("en/states.tsv", "KAZ\t", "\tKazakhstan\t", "\t", "cells where"),
        (
            "en/states.tsv",
            "KAZ\t",
            "Kazakhstan\t\tRepublic of Kazakhstan",
            "Kazakhstan\t\t",
            "no official name",
        ),
        ("en/states.tsv", "KAZ\t", "Kazakstan;", "Israel;", "belongs to"),
        ("en/missions.toml", "legation", "legation =", "lagation =", "no type"),
        ("en/missions.toml", "legation", '"legations"', '"Legations"', "lower case"),
        ("en/missions.toml", "legation", '"legations"', '"embassy"', "stands under"),
        ("en/instruments.toml", "treaty", "treaty = [", "treaty = ", "at line"),
        ("en/offices.toml", "[judge]", "[judge]", "[joker]", "no class"),
        ("organisations.tsv", "NATO\t", "NATO\t", "UN\t", "belongs to"),
        ("institutions.tsv", "DEU\tBundestag", "Bundestag", "Kremlin", "belongs to"),
        ("institutions.tsv", "DEU\tBundestag", "Bundestag", "", "no name"),
        ("institutions.tsv", "DEU\tBundestag", "DEU", "XXX", "not a state"),
    ],
)
def test_errors_name_file_and_line(
    home: Path, file: str, start: str, old: str, new: str, message: str
) -> None:
    path = home / file
    line = _line_of(path, start)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(knowledge.KnowledgeError) as caught:
        read_lexicon(home, "en")
    assert message in str(caught.value)
    assert caught.value.file.endswith(file)
    if "belongs to" in message and file.endswith("states.tsv"):
        assert caught.value.line in (line, _line_of(path, "ISR\t"))
    else:
        assert caught.value.line == line


def test_a_missing_file_and_broken_bytes_are_told(home: Path) -> None:
    (home / "en/bodies.toml").unlink()
    with pytest.raises(knowledge.KnowledgeError, match=r"bodies\.toml:1: No such file"):
        read_lexicon(home, "en")
    (home / "en/states.tsv").write_bytes(b"# fine\n# \xff\n")
    with pytest.raises(knowledge.KnowledgeError, match=r"states\.tsv:2: not UTF-8"):
        read_lexicon(home, "en")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("XAA\t\tmember\t1990/1980\t\t\t", "exists"),
        ("XAA\t\tmember\t1990\t\t\t", "no interval"),
        ("XAA\t\tkingdom\t\t\t\t", "kind"),
        ("XAA\t\tmember\t\t12:1990\t\t", "cow"),
        ("XAA\t\tmember\t\t\t12:1990-1980\t", "before it begins"),
        ("XAA\t\tmember\t\t\t\tXBB", "predecessor"),
        ("\t\tmember\t\t\t\t", "no code"),
    ],
)
def test_a_wrong_state_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "states.tsv"
    path.write_text("# a table\n" + "\t".join(STATE_COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(knowledge.KnowledgeError, match=message) as caught:
        read_states(table(path, STATE_COLUMNS))
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("KAZ\tA\tА\t1990/2000\nKAZ\tB\tБ\t1999/..", "two capitals"),
        ("KAZ\tA\tА\t2000", "no interval"),
        ("KAZ\tA\tА\tlong ago", "long ago"),
        ("XAA\tA\tА\t1990/..", "not a state"),
        ("KAZ\tA\t\t1990/..", "name is missing"),
    ],
)
def test_a_wrong_capital_is_told(tmp_path: Path, rows: str, message: str) -> None:
    path = tmp_path / "capitals.tsv"
    path.write_text("\t".join(CAPITAL_COLUMNS) + "\n" + rows + "\n", encoding="utf-8")
    with pytest.raises(knowledge.KnowledgeError, match=message):
        read_capitals(table(path, CAPITAL_COLUMNS))


def test_a_column_too_many_is_told(tmp_path: Path) -> None:
    path = tmp_path / "capitals.tsv"
    path.write_text("code\tcity\n", encoding="utf-8")
    with pytest.raises(knowledge.KnowledgeError, match=r"capitals\.tsv:1: columns must be"):
        table(path, CAPITAL_COLUMNS)


def test_a_wrong_city_is_told(home: Path) -> None:
    path = home / "cities.tsv"
    line = _line_of(path, "Haifa\t")
    _edit(path, lambda content: content.replace("Haifa\t\tISR", "Haifa\t\tXXX", 1))
    with pytest.raises(knowledge.KnowledgeError, match=rf"cities\.tsv:{line}: not a city"):
        read_cities(home, "en")
