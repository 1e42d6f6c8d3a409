"""A digest is read item by item, each by its own dateline."""

from __future__ import annotations

import pytest

from comity.model.document import Document
from comity.model.edtf import Date
from comity.reading import read
from comity.reading.digests import items
from comity.reading.explain import steps

FIRST = "ОСЛО, 5 мая 2011 г. Норвегия в четверг выслала двух дипломатов Кении.\n"


def document(text: str) -> Document:
    return Document(id="d", name="d.txt", sha256="0" * 64, text=text, language="ru")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("АККРА, 3 июня 2014 г. ", "2014-06-03"),
        ("АККРА. Вторник, 3 июня 2014 г. ", "2014-06-03"),
        ("АККРА/ПЕРТ, среда, 4 июня 2014 года. ", "2014-06-04"),
        ("3 июня 2014 года, вторник. ", "2014-06-03"),
        ("3 июня 2014 года. ", "2014-06-03"),
    ],
)
def test_each_item_of_a_digest_is_of_its_own_day(head: str, day: str) -> None:
    text = f"{FIRST}\n***\n\nПосол отозван\n\n{head}Погода хорошая. Сегодня Гана отозвала посла из Перу.\n"
    claims = read(document(text)).claims
    told = [(one.slots.by, one.slots.against, str(one.slots.date)) for one in claims]  # type: ignore[union-attr]
    assert told == [("NOR", "KEN", "2011-05-05"), ("GHA", "PER", day)]
    start, end = claims[1].evidence[0]
    assert text[start:end].endswith("отозвала посла из Перу")
    assert all(text[step.span[0] : step.span[1]] == step.words for step in steps(document(text), claims[1]))


@pytest.mark.parametrize("rule", ["\n", "***", "---"])
def test_chapters_of_one_text_are_no_items(rule: str) -> None:
    text = f"{FIRST}\n{rule}\n\nГана отозвала посла из Перу."
    assert len(items(document(text))) == 1


CHAPTERS = "Norway and Kenya\n\nIn May 2011 Norway expelled two Kenyan diplomats.\n"


def told_of(text: str) -> list[tuple[str, str, str]]:
    """Who did what to whom on which day, of a text in English as a file gives it: with the first day it states."""
    given = Document(
        id="d", name="d.txt", sha256="0" * 64, text=text, language="en", date=Date.parse("2011-05-05")
    )
    return [(one.slots.by, one.slots.against, str(one.slots.date)) for one in read(given).claims]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Ghana and Peru\n\nIn June 2014 Ghana recalled its ambassador.\n", ("GHA", "PER", "2014-06")),
        (
            "Relations between Chad and Oman\n\nChad recalled its ambassador in 1999.\n",
            ("TCD", "OMN", "1999"),
        ),
        (
            "An envoy goes\n\nACCRA, 3 June 2014 (Agency) - Ghana on Tuesday recalled its ambassador to Peru.\n",
            ("GHA", "PER", "2014-06-03"),
        ),
    ],
)
def test_each_text_of_a_collection_is_of_its_own_states(second: str, expected: tuple[str, str, str]) -> None:
    assert told_of(f"{CHAPTERS}\n\n{second}") == [("NOR", "KEN", "2011-05"), expected]


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAPTERS}\n\nNorway and Ghana\n\nNothing came of it.\n",
        f"{CHAPTERS}\n\nTrade\n\nGhana bought fish from Peru.\n",
        f"{CHAPTERS}\nGhana and Peru\n\nGhana bought fish from Peru.\n",
    ],
)
def test_chapters_on_one_state_or_without_a_gap_are_no_collection(text: str) -> None:
    assert len(items(document(text))) == 1
