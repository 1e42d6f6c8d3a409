"""How a claim was read, in words: every frame, kind of phrase, role, form and predicate has its name."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

import comity
from comity.knowledge import LANGUAGES
from comity.knowledge.files import HOME as KNOWLEDGE
from comity.knowledge.files import toml
from comity.model.claim import KINDS
from comity.publishing.wording import phrases
from comity.publishing.wording.catalogue import catalogue
from comity.reading import entries, read
from comity.reading.cascade import Reader
from comity.reading.explain import Step, steps
from comity.sources import load
from tests.publishing.test_errors import template

HOME = Path(comity.__file__).parent
KEYS = tomllib.loads((HOME / "publishing/wording/readings.toml").read_text(encoding="utf-8"))["readings"]
PAGES = sorted((HOME / "examples").glob("*-*-*.*"))
_ACCOUNT = re.compile(rf"(?:{'|'.join([*KINDS, 'retinue'])}): .+")


def accounts() -> set[str]:
    """What frames say that they went by, with numbered places."""
    found: set[str] = set()
    for file in (HOME / "reading" / "frames").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        parts = {id(part) for node in formatted for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in parts:
                found |= {one for one in template(node) if _ACCOUNT.fullmatch(one)}
    return found


def names(group: str) -> set[str]:
    return {key.removeprefix(group) for key in catalogue("ru").texts if key.startswith(group)}


def test_every_account_of_a_frame_has_its_russian() -> None:
    assert len(accounts()) > 40
    assert sorted(accounts() - KEYS.keys()) == []


@pytest.mark.parametrize("english", KEYS)
def test_places_are_those_of_the_english(english: str) -> None:
    places = [
        {name for _, name, _, _ in string.Formatter().parse(one) if name} for one in (english, KEYS[english])
    ]
    assert places[0] == places[1]


def test_every_predicate_of_the_knowledge_has_a_name() -> None:
    known = {name for lang in LANGUAGES for name in toml(KNOWLEDGE / lang / "predicates.toml")["predicates"]}
    assert known == names("predicate.")


def test_every_mark_and_kind_of_phrase_has_a_name() -> None:
    marks: set[str] = set()
    for lang in LANGUAGES:
        grammar = toml(KNOWLEDGE / lang / "grammar.toml")
        marks |= set(grammar["marks"].values())
        marks |= {one.partition("=")[2] for told in grammar.get("cases", {}).values() for one in told}
    assert marks <= names("role.")
    assert set(entries._RANK) <= names("phrase.")


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_what_a_sentence_is_made_of_is_named(page: Path) -> None:
    document = load(page)
    kinds, marks, forms = set(), set(), set()
    reader = Reader(document)
    found = []
    reader.watch = found.append
    reader.run()
    assert found
    for claim in read(document).claims[::5]:
        for step in steps(document, claim):
            kinds.add(step.kind)
            marks.add(step.role)
            forms.add("" if step.kind == "amount" else step.form)
        for why in claim.why:
            told = phrases.read_by(why, "ru")
            assert re.match(r"[а-я]+ \[\w+\]: ", told), told
    assert kinds - names("phrase.") == set()
    assert marks - names("role.") == {""} and forms - names("form.") == {""}


@pytest.mark.parametrize(
    ("step", "english", "russian"),
    [
        (Step("Perus", (0, 5), "state", ("PER",), "name", role="of"),
         "state: Peru [PER], by its name [name]; role: whose or of what [of]",
         "государство: Перу [PER], по названию [name]; роль: чей или чего [of]"),
        (Step("would visit", (0, 5), "trigger", ("visit",), "infinitive", fact=False),
         "act: visiting [visit], infinitive, not told as a fact",
         "действие: визит [visit], инфинитив [infinitive], сказано не как о факте"),
        (Step("5 млн", (0, 5), "amount", ("5000000", "EUR"), "money"),
         "sum of money: 5000000 EUR", "сумма: 5000000 EUR"),
        (Step("of", (0, 2), "preposition", ("of",)), "says of what follows: whose or of what [of]",
         "говорит о том, что дальше: чей или чего [of]"),
        (Step("embassy", (0, 2), "mission", ("embassy",)),
         "mission: embassy", "представительство: посольство [embassy]"),
    ],
)  # fmt: skip
def test_a_phrase_in_words(step: Step, english: str, russian: str) -> None:
    assert phrases.told(step, "en") == english
    assert phrases.told(step, "ru") == russian


def test_what_made_a_claim_in_words() -> None:
    assert (
        phrases.read_by("mission: Embassy + opened", "ru")
        == "представительство [mission]: «Embassy» и «opened»"
    )
    assert phrases.read_by("mission: Embassy + opened", "en") == "mission: Embassy + opened"
    assert (
        phrases.read_by("trade: export of $1.5 million", "ru")
        == "торговля [trade]: экспорт [export]: «$1.5 million»"
    )
    assert phrases.read_by("as somebody wrote it", "ru") == "as somebody wrote it"
