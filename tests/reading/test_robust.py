"""Whatever the text, reading ends, and every claim points at words: sentences torn, joined and misspelt."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.model import codec
from comity.model.document import Document
from comity.reading import read

EVALUATION = Path(__file__).parents[2] / "evaluation"
SIGNS = [*"()[]{}«»“”\"'’.,;:-–—|+=*#/\\\n\t %$€№0123456789", "\n\n", "\ufffd", "\u00a0", "\u200b", "\u0301"]
# The same cases each time: a test that fails by chance is mended by nobody.
STEADY = settings(
    max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@cache
def texts(language: str) -> list[str]:
    """The texts of a language that are part of the project."""
    home = Path(str(resources.files("comity.examples")))
    files = [*sorted((EVALUATION / language).glob("*.txt")), home / f"kazakhstan-israel-{language}.txt"]
    return [file.read_text(encoding="utf-8") for file in files]


def check(text: str, language: str) -> None:
    document = Document(id="d", name="d.txt", sha256="0" * 64, text=text, language=language)
    claims = read(document).claims
    assert read(document).claims == claims
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert all(0 <= start < end <= len(text) for start, end in claim.evidence)
        assert codec.decode_claim(codec.encode(claim)) == claim


@pytest.mark.parametrize("language", ["en", "ru"])
@given(data=st.data())
@STEADY
def test_words_in_any_order(language: str, data: st.DataObject) -> None:
    words = sorted({word for text in texts(language) for word in text.split()})
    piece = st.one_of(st.sampled_from(words), st.sampled_from(words), st.sampled_from(SIGNS))
    pieces = data.draw(st.lists(piece, max_size=60))
    check(" ".join(pieces), language)


@pytest.mark.parametrize("language", ["en", "ru"])
@given(data=st.data())
@STEADY
def test_torn_sentences(language: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(texts(language)))
    start = data.draw(st.integers(0, len(text)))
    letters = list(text[start : start + 500])
    for place, sign in data.draw(
        st.lists(st.tuples(st.integers(0, 500), st.sampled_from([*SIGNS, ""])), max_size=25)
    ):
        if place < len(letters):
            letters[place] = sign
    check("".join(letters), language)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_beginning_and_end_of_a_sentence(language: str) -> None:
    """Headlines, cells and lists end where no sentence does."""
    for text in texts(language):
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
            words = sentence.split()
            for count in range(1, len(words)):
                for part in (words[:count], words[count:]):
                    read(
                        Document(
                            id="d", name="d.txt", sha256="0" * 64, text=" ".join(part), language=language
                        )
                    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "text", ["", "\n", ".", "\ufeff", "((((", "|" * 50, "- \n- \n", "1" * 300, "The of the " * 50]
)
def test_next_to_nothing(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Date | Notes |\n|---|------|\n- 11 | Chad | 19 May 1961 |\n| 12 | Fiji | 2 July 1978 |\n| | ",
        ),
        (
            "en",
            "Treaties and Agreements\n1994 Exchange of notes on succession to treaties concluded with the ",
        ),
    ],
)
def test_what_once_ended_reading(language: str, text: str) -> None:
    check(text, language)
