from __future__ import annotations

import pytest

from comity.knowledge.patterns import phrases


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("take office", ["take office"]),
        ("take up (his|her) post", ["take up his post", "take up her post"]),
        ("leave (the |)post", ["leave the post", "leave post"]),
        (
            "(hand in|submit) (new |)credentials",
            [
                "hand in new credentials",
                "hand in credentials",
                "submit new credentials",
                "submit credentials",
            ],
        ),
    ],
)
def test_a_pattern_stands_for_every_mix_of_its_alternatives(pattern: str, expected: list[str]) -> None:
    assert phrases(pattern) == expected
