"""What could not be read is told where it may be of two states, and not where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comity.model.document import Document
from comity.reading import read
from comity.sources import from_bytes, load

SHARED = Path(__file__).parents[3] / "shared"
SEED = "kazakhstan-israel-2006"


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


def test_not_what_says_more_of_a_claim_told_before() -> None:
    told = (
        "The Minister of Health of Ghana Ama Mensah visited Norway on 3 May 2011. "
        "She was accompanied by the head of the Institute of Nutrition. "
    )
    praise = "In Ghana the visit was praised by everybody."
    assert unread(PAGE + told + praise) == [praise]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the page and its gold are no part of the project")
def test_nothing_that_the_gold_of_a_real_page_marks_as_a_claim() -> None:
    document = load(SHARED / "seed" / f"{SEED}.txt")
    lines = (SHARED / "gold" / f"{SEED}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [
        (start, end)
        for claim in map(json.loads, lines)
        if not claim.get("optional")
        for start, end in claim["evidence"]
    ]
    left = [
        document.text[slice(*one.span)]
        for one in read(document).unread
        if any(start < one.span[1] and one.span[0] < end for start, end in told)
    ]
    assert left == []
