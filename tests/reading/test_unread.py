"""What could not be read is told where it may be of two states, and not where it cannot."""

from __future__ import annotations

import pytest

from comity.model.document import Document
from comity.reading import read
from comity.sources import from_bytes


def unread(text: str) -> list[str]:
    document: Document = from_bytes(text.encode(), "page.txt")
    return [document.text[slice(*one.span)] for one in read(document).unread]


PAGE = "Relations between Norway and Ghana\n\nNorway and Ghana established diplomatic relations in 1960.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian experts praised the visit of which Ghana had spoken so warmly.",
        "Визит, о котором в Гане говорили норвежские эксперты, вызвал много откликов.",
    ],
)
def test_of_two_states_that_it_names(sentence: str) -> None:
    assert unread(sentence) == [sentence]


def test_of_the_states_that_the_page_is_about() -> None:
    sentence = "In Ghana the visit was praised by everybody."
    assert unread(PAGE + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Ghana the visit was praised by everybody.",
        "The singer visited Ghana and gave concerts there.",
        "Певица посетила Гану и дала концерты.",
        "Президент Ганы подписал закон о выборах.",
    ],
)
def test_not_of_one_state_alone(sentence: str) -> None:
    assert unread(sentence) == []
