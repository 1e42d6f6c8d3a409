"""Words are taken apart once, and stand in every text where they are written."""

from __future__ import annotations

import pytest

from comity.reading.language import language
from comity.reading.units import tokens
from comity.reading.vocabulary import vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "The ministers, who met (in Oslo), signed it.",
        "In Oslo, [3] they met. [4][5] They signed it.[6]",
        '"Peace!" said J. K. Lund... of the U.S. embassy; «ja», he said',
        "the states' envoys and Norway's, on 3 May 1990 (1.5 mln) x- -y ' ’s A. B",
        "word. word, (word) word; 'word' |word| word/word",
        "«Мир», – сказал А.Б. Иванов (Осло).",
    ],
)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_words_remembered_are_the_tokens_of_the_text(text: str, code: str) -> None:
    words = vocabulary(language(code))
    expected = [(unit.start, unit.text.replace("|", ":")) for unit in tokens(text, 0, len(text))]
    for _ in range(2):  # met, and known
        places, found = words.tokens(text, 0, len(text))
        assert list(zip(places, [token.text for token in found], strict=True)) == expected
