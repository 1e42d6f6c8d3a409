"""The catalogue's form: documentation, messages in every language, the page built from them."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from comity.checking import LANGUAGES, RULES, Rule, explain
from comity.checking.catalogue import markdown
from comity.checking.messages import documentation, templates, texts, title
from comity.checking.registry import SECTIONS

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_form(rule: Rule) -> None:
    assert re.fullmatch(r"C[1-5]\d\d", rule.code)
    assert rule.module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.severity in ("error", "warning", "info")
    assert tuple(rule.doc) == SECTIONS
    assert all(len(text) > 20 for text in rule.doc.values())
    assert callable(rule.run)
    assert rule.run.__doc__


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_said_in_every_language(rule: Rule) -> None:
    forms = {lang: templates(rule.code, lang) for lang in LANGUAGES}
    for form, template in forms["en"].items():
        assert _fields(template), (rule.code, form)
        for lang in LANGUAGES:
            assert _fields(forms[lang][form]) == _fields(template), (rule.code, form, lang)
    for lang in LANGUAGES:
        assert set(forms[lang]) == set(forms["en"])
        assert title(rule.code, lang)
        assert all(documentation(rule.code, lang)[name] for name in SECTIONS)
        assert rule.code in explain(rule.code, lang)
        assert re.search("[а-я]", explain(rule.code, lang)) is not None or lang == "en"


def test_no_text_without_a_rule() -> None:
    for lang in LANGUAGES:
        assert set(texts(lang)) == {rule.code for rule in RULES}


def test_codes_are_unique_and_many() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= 25
    assert len({rule.name for rule in RULES}) == len(codes)


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), (
        "write comity.checking.catalogue.markdown() to docs/rules.md"
    )
