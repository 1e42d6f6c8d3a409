"""Errors in Russian: every one that the code can raise has its words, and is told with what was in its places."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import comity
from comity.checking.configuration import ConfigurationError
from comity.publishing.wording import errors
from comity.register.errors import RegisterError
from comity.sources import SourceError

HOME = Path(comity.__file__).parent
TABLES = tomllib.loads((HOME / "publishing" / "wording" / "errors.toml").read_text(encoding="utf-8"))
RAISED = {"RegisterError": 0, "UnfitError": 0, "CorpusError": 0, "SourceError": 1, "ConfigurationError": 1}
"""The errors that users see, and how many of their first arguments are no text."""


def template(node: ast.expr) -> Iterator[str]:
    """A literal or formatted text as a template with numbered places."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        places = iter(range(9))
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}"
            for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from template(node.body)
        yield from template(node.orelse)


def raised() -> set[str]:
    """Every problem and remedy in the code."""
    found = set()
    for file in HOME.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                for argument in node.args[RAISED[node.func.id] :]:
                    found |= set(template(argument))
    return {one for one in found if re.search(r"[a-z]{2}", one)}


def test_every_error_of_the_code_has_its_russian() -> None:
    known = TABLES["problems"].keys() | TABLES["remedies"].keys()
    assert len(raised()) > 120
    assert sorted(raised() - known) == []


def test_places_are_those_of_the_english() -> None:
    for table in TABLES.values():
        for english, russian in table.items():
            places = [
                {name for _, name, _, _ in string.Formatter().parse(one) if name}
                for one in (english, russian)
            ]
            assert places[0] == places[1], english
            own = re.sub(r"\{\d\}", "", russian)
            assert re.search("[А-Яа-я]", own) or not re.search(r"[a-z]{3} ", english), russian


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RegisterError("no claim ab12 is held", "Look its id up with `comity explain`."),
         "в реестре нет утверждения ab12. Номер покажет `comity explain`."),
        (SourceError("a.pdf", "too large (201 MB, the limit is 200 MB)", "split it or raise the limit"),
         "a.pdf: слишком велик (201 МБ, предел 200 МБ); разделите его или поднимите предел"),
        (ConfigurationError("comity.toml", "unknown table [a]", "the one there is is [check]"),
         "comity.toml: неизвестная таблица [a]; есть только [check]"),
        (RegisterError("something new", ""), "something new"),
    ],
)  # fmt: skip
def test_an_error_in_russian(error: Exception, said: str) -> None:
    assert errors.message(error, "ru") == said
    assert errors.message(error, "en") == " ".join(str(error).split())


def test_a_message_within_a_message() -> None:
    said = errors.told("Invalid value for '--pages': 0 is not in the range 1<=x<=20.", "ru")
    assert said == "Неверное значение '--pages': 0 вне пределов 1<=x<=20."
