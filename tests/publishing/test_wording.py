"""The catalogues hold the same texts, and every kind of record is told in both languages."""

from __future__ import annotations

import json
import re
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import comity.publishing
from comity.model import codec
from comity.model.claim import KINDS, slot_names
from comity.publishing import tables, wording
from comity.publishing.wording import en, ru, terms
from comity.publishing.wording.catalogue import catalogue
from tests.publishing.made import CASES

SENTENCES = tomllib.loads((CASES / "sentences.toml").read_text(encoding="utf-8"))["case"]
HOMES = [Path(comity.publishing.__file__).parent, Path(comity.publishing.__file__).parents[1] / "web"]


def fields(template: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(template) if name}


def test_catalogues_have_the_same_texts() -> None:
    first, second = catalogue("en"), catalogue("ru")
    assert first.texts.keys() == second.texts.keys()
    assert first.plurals.keys() == second.plurals.keys()
    for key, template in first.texts.items():
        assert template.strip(), key
        assert second.texts[key].strip(), key
        assert fields(template) == fields(second.texts[key]), key


@pytest.mark.parametrize("module", [en, ru], ids=["en", "ru"])
def test_labels_are_those_that_sentences_use(module: Any) -> None:
    said = Path(module.__file__).read_text(encoding="utf-8")
    labels = catalogue(Path(module.__file__).stem).labels
    assert [key for key in labels if not re.search(rf"\b{key}=", said)] == []


def test_plurals_have_every_form() -> None:
    assert all(set(forms) == {"one", "other"} for forms in catalogue("en").plurals.values())
    assert all(set(forms) == {"one", "few", "many", "other"} for forms in catalogue("ru").plurals.values())


def test_every_text_that_code_asks_for_is_there() -> None:
    asked = set()
    for home in HOMES:
        for file in [*home.rglob("*.py"), *home.rglob("*.html")]:
            said = file.read_text(encoding="utf-8")
            asked |= set(re.findall(r"\b(?:_?text)\(\s*\"([a-z.]+[a-z])\"", said))
            asked |= set(re.findall(r"{% t \"([a-z.]+)\"", said))
    assert len(asked) > 60
    assert asked <= catalogue("en").texts.keys()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", wording.LANGUAGES)
def test_every_value_of_a_closed_list_has_a_name(kind: str, lang: str) -> None:
    groups = {
        "relations": ("act",), "mission": ("type", "act"), "visit": ("type",),
        "agreement": ("type", "status"), "body": ("type",),
        "event": ("type",), "trade": ("flow",),
    }  # fmt: skip
    for slot in groups.get(kind, ()):
        for value in _choices(kind, slot):
            assert wording.text(f"{kind}.{slot}.{value}", lang)
    assert wording.text(f"kind.{kind}", lang)


def _choices(kind: str, slot: str) -> list[str]:
    """The values that a slot may have, from its type."""
    import typing

    hints = typing.get_type_hints(KINDS[kind])
    return [
        value
        for part in typing.get_args(hints[slot])
        for value in (typing.get_args(part) or ())
        if isinstance(value, str)
    ]


@pytest.mark.parametrize("lang", wording.LANGUAGES)
def test_every_slot_has_a_name(lang: str) -> None:
    slots = {slot for kind in KINDS for slot in slot_names(kind)}
    named = {key.removeprefix("slot.") for key in catalogue(lang).texts if key.startswith("slot.")}
    own = {
        f"{kind}.{slot}" for kind in KINDS for slot in slot_names(kind)
    }  # what a slot is called in one kind
    assert named - own == slots


def test_values_of_slots_are_said_in_the_language_of_the_page() -> None:
    assert tables.shown("embassy", "type", "ru", "mission") == "посольство"
    assert tables.shown("1996-05", "date", "ru") == "май 1996 г."
    assert tables.shown(["KAZ", "ISR"], "parties", "ru") == "Казахстан, Израиль"
    assert tables.shown({"name": "A. B.", "office": "President"}, "person", "ru") == "А. Б.° (Президент)"
    assert tables.shown("no date", "date", "en") == "no date"
    assert tables.shown(None, "date", "en") == "–"


def test_every_kind_has_a_sentence_and_cases() -> None:
    assert en.SENTENCES.keys() == ru.SENTENCES.keys() == KINDS.keys()
    assert {case["kind"] for case in SENTENCES} == KINDS.keys()
    assert len(SENTENCES) >= 155


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: f"{case['kind']}: {case['en'][:40]}")
def test_sentences(case: dict[str, Any]) -> None:
    slots = codec.slots_of(case["kind"], json.loads(case["slots"]))
    dyad = tuple(case["dyad"])
    assert wording.sentence(slots, "en", dyad) == case["en"]
    assert wording.sentence(slots, "ru", dyad).replace("\u00a0", " ") == case["ru"].replace("\u00a0", " ")


@given(st.data())
def test_slots_that_are_not_told_leave_no_trace(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(SENTENCES))
    told = json.loads(case["slots"])
    kept = data.draw(st.sets(st.sampled_from(sorted(told)))) if told else set()
    slots = codec.slots_of(case["kind"], {key: told[key] for key in kept})
    for lang in wording.LANGUAGES:
        said = wording.sentence(slots, lang, tuple(case["dyad"]))
        assert said[0].isupper() or not said[0].isalpha()
        assert said[-1] in ".!?…"
        for wrong in ("None", "  ", " ,", " .", " :", "..", ",,", "()", "( ", " )", ":.", "{", "}"):
            assert wrong not in said, said


@pytest.mark.parametrize(
    ("code", "gen", "where", "whither", "whence"),
    [
        ("ISR", "Израиля", "в Израиле", "в Израиль", "из Израиля"),
        ("FRA", "Франции", "во Франции", "во Францию", "из Франции"),
        ("VNM", "Вьетнама", "во Вьетнаме", "во Вьетнам", "из Вьетнама"),
        ("CUB", "Кубы", "на Кубе", "на Кубу", "с Кубы"),
        ("USA", "США", "в США", "в США", "из США"),
        ("SUHH", "Советского Союза", "в Советском Союзе", "в Советский Союз", "из Советского Союза"),
    ],
)
def test_states_declined(code: str, gen: str, where: str, whither: str, whence: str) -> None:
    state = wording.state(code, "ru")
    assert (state.gen, state.where, state.whither, state.whence) == (gen, where, whither, whence)


@pytest.mark.parametrize(
    ("code", "english"), [("USA", "the United States"), ("NLD", "the Netherlands"), ("ISR", "Israel")]
)
def test_states_with_the_article(code: str, english: str) -> None:
    assert wording.state(code, "en").nom == english
    assert "the " not in wording.state(code, "en").bare


def test_what_has_no_code_is_its_own_name() -> None:
    for lang in wording.LANGUAGES:
        assert wording.state("Hanseatic Guild", lang).gen == "Hanseatic Guild"
        assert not wording.state("Hanseatic Guild", lang).known


def test_organisations_of_states_are_called_as_the_language_has_it() -> None:
    assert wording.state("European Community", "ru").bare == "Европейское сообщество"
    assert wording.state("European Community", "en").bare == "European Community"
    assert wording.state("European Community", "en").gen == "the European Community"
    assert not wording.state("European Community", "ru").known, "its cases are not known"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("President", "Президент"),
        ("Prime Minister", "Премьер-министр"),
        ("Minister of Foreign Affairs", "Министр иностранных дел"),
        ("Minister of Industry, Trade and Labour", "Министр промышленности, торговли и труда"),
        ("Deputy Minister of Health", "Заместитель Министра здравоохранения"),
        ("Natural Resources Minister", "Министр природных ресурсов"),
        (
            "Director General of the Ministry of Industry, Trade and Labor",
            "Генеральный директор Министерства промышленности, торговли и труда",
        ),
        ("leadership of Ministry of Foreign Affairs", "руководство Министерства иностранных дел"),
        ("businessman, Honorary Consul", "бизнесмен, Почётный консул"),
        ("Deputy Prime Minister - Minister of Justice", "Заместитель Премьер-министра, Министр юстиции"),
        ("Deputy Prime Minister and Trade Minister", "Заместитель Премьер-министра, Министр торговли"),
    ],
)
def test_offices_in_russian(english: str, russian: str) -> None:
    assert terms.office(english, "ru") == russian
    assert terms.office(russian, "ru") == russian


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Посол", "Ambassador"),
        ("Министр сельского хозяйства", "Minister of Agriculture"),
        ("почетный консул", "Honorary Consul"),
        ("глава МИД", "Foreign Minister"),
        ("заместитель премьер-министра, министр юстиции", "Deputy Prime Minister, Minister of Justice"),
    ],
)
def test_offices_in_english(russian: str, english: str) -> None:
    assert terms.office(russian, "en") == english
    assert terms.office(english, "en") == english


@pytest.mark.parametrize(
    ("written", "russian"),
    [
        ("President of Israel and Speaker of Israel", "Президент Израиля и Спикер Израиля"),
        ("Keeper of Israel", "Keeper of Israel"),
        ("Peace Committee", "Peace Committee"),
        ("ISR", "Израиль"),
    ],
)
def test_who_gives_an_award(written: str, russian: str) -> None:
    assert wording.names.giver(written, "ru") == russian


def test_unknown_offices_stay_as_written() -> None:
    assert (
        terms.office("Deputy Prime Minister, Keeper of the Seal", "ru")
        == "Deputy Prime Minister, Keeper of the Seal"
    )
    assert terms.office("Keeper of the Seal", "ru") == "Keeper of the Seal"
    assert terms.office("Minister of Silly Walks", "ru") == "Minister of Silly Walks"
    assert terms.office("Хранитель печати", "en") == "Хранитель печати"
