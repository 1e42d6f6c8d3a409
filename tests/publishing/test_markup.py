"""Markup is made of texts that cannot become markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from comity.publishing.markup import Markup, escape, join, spoken, tag, visible

TEXTS = st.text(max_size=40)


@given(TEXTS)
def test_any_text_comes_back_as_text(words: str) -> None:
    made = tag("div", ".", words)
    tree = lxml_html.fragment_fromstring(made)
    assert len(tree) == 0
    assert tree.text_content().replace("\n", "") == f".{visible(words)}".replace("\r", "\n").replace("\n", "")


@given(TEXTS)
def test_any_text_is_safe_in_an_attribute(words: str) -> None:
    tree = lxml_html.fragment_fromstring(tag("p", title=f".{words}"))
    assert set(tree.attrib) == {"title"}


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//evil.example", "vbscript:x"]
)
def test_links_elsewhere_than_the_web_are_left_out(link: str) -> None:
    assert tag("a", "x", href=link) == "<a>x</a>"


@pytest.mark.parametrize("link", ["#s1", "/documents/a/", "https://example.org/", "?lang=ru"])
def test_links_that_may_stand(link: str) -> None:
    assert tag("a", "x", href=link) == f'<a href="{link}">x</a>'


def test_markup_is_not_escaped_twice_and_texts_are_escaped_once() -> None:
    assert join(tag("b", "1 < 2"), " & ", None, ["x", 3]) == "<b>1 &lt; 2</b> &amp; x3"
    assert escape(Markup("<i>")) == "<i>"
    assert tag("br") == "<br>"


def test_attributes_by_their_names() -> None:
    made = tag("td", class_="a", data_head="b", hidden=True, title=None, lang=False)
    assert made == '<td class="a" data-head="b" hidden></td>'


@pytest.mark.parametrize(
    ("words", "lang", "marked"),
    [
        ("Президент Dan Levi (Израиль)", "ru", ["Dan Levi"]),
        ("Joint Commission: 3-е заседание", "ru", ["Joint Commission"]),
        ("Place: Иерусалим, Старый город. End", "en", ["Иерусалим, Старый город."]),
        ("Nothing of it", "en", []),
        ("<b>Ж</b>", "en", ["Ж"]),
    ],
)
def test_words_of_the_other_script_are_marked(words: str, lang: str, marked: list[str]) -> None:
    tree = lxml_html.fragment_fromstring(spoken(words, lang), create_parent="p")
    spans = tree.xpath("span")
    assert [one.text for one in spans] == marked
    assert {one.get("lang") for one in spans} <= {"en", "ru"} - {lang}
    assert tree.text_content() == words
