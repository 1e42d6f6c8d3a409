"""Why things are one, in Russian: every reason that resolving gives has its words, with what stands in its places."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

import comity
from comity.publishing.wording import reasons
from tests.publishing.test_errors import template

HOME = Path(comity.__file__).parent
TABLE = tomllib.loads((HOME / "publishing" / "wording" / "reasons.toml").read_text(encoding="utf-8"))
KEYS = {english: russian for table in TABLE.values() for english, russian in table.items()}


def given() -> set[str]:
    """The words of every feature in the code of resolving, and of every reason that is added as it is."""
    found: set[str] = set()
    for file in (HOME / "resolving").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id == "Feature":
                found |= set(template(node.args[1]))
            if isinstance(node.func, ast.Attribute) and ast.unparse(node.func).endswith("reasons.append"):
                found |= set(template(node.args[0]))
    return {one for one in found if re.search(r"[a-z]{2}", re.sub(r"\{\d\}", "", one))}


def test_every_reason_of_the_code_has_its_russian() -> None:
    assert len(given()) > 40
    assert sorted(given() - KEYS.keys()) == []


@pytest.mark.parametrize("english", KEYS)
def test_places_are_those_of_the_english(english: str) -> None:
    places = [
        {name for _, name, _, _ in string.Formatter().parse(one) if name} for one in (english, KEYS[english])
    ]
    assert places[0] == places[1] and re.search("[А-Яа-я]", KEYS[english])


@pytest.mark.parametrize(
    ("said", "russian"),
    [
        ("one state recognises the other (+2.0); one date, 2001-04-03 (+3.0): +5.0 of 2.0 needed",
         "одно государство признаёт другое (+2); одна дата: 3 апреля 2001 г. (+3): +5 при нужных 2"),
        ("A. Berg: one family name (+2.0); both of NOR (+0.5); told of 20 years apart, by a short name (-1.5): "
         "+1.0 of 1.0 needed",
         "A. Berg: одна фамилия (+2); одно государство или учреждение: Норвегия (+0,5); упомянуты с разницей "
         "в 20 лет, кратким именем (−1,5): +1 при нужных 1"),
        ("one embassy opened (+2.0): +2.0 of 2.0 needed",
         "одно представительство: посольство, открытие (+2): +2 при нужных 2"),
        ("one embassy told of (+2.0): +2.0 of 2.0 needed", "одно представительство: посольство (+2): +2 при нужных 2"),
        ("“Board” is a shorter or other name of “Joint Board”", "«Board» – краткое или другое название «Joint Board»"),
        ("ann decided on 2026-01-02 that these are one (one (sic) date)",
         "решение «одно и то же»: ann, 2 января 2026 г. (one (sic) date)"),
        ("something new", "something new"),
    ],
)  # fmt: skip
def test_a_reason_in_russian(said: str, russian: str) -> None:
    assert reasons.told(said, "ru") == russian
    assert reasons.told(said, "en") == said
