"""The shipped examples: readable, described, with what is planted in them, and in their own words."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from comity import sources

HOME = Path(str(resources.files("comity.examples")))
FILES = sorted(file for file in HOME.iterdir() if file.suffix in (".txt", ".html"))
PAGE = Path(__file__).parents[2] / "docs" / "examples.md"
SEED = Path(__file__).parents[2].parent / "shared" / "seed"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_example_is_read_and_described(file: Path) -> None:
    document = sources.load(file)
    assert document.language == ("ru" if "-ru" in file.name else "en")
    assert document.date is not None
    assert 500 <= len(document.text.split()) <= 1000
    assert f"`{file.name}`" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("kazakhstan-israel-en.txt", ["in May 1996", "third in June 1998", "$2.2 billion", "$612.4 million",
                                      "December 2014", "since August 2014", "Four joint projects"]),
        ("kazakhstan-israel-ru.txt", ["В ноябре 1995 г.", "в июне 1999 г.", "2,4 млрд", "шесть заседаний",
                                      "июль 2009 г."]),
        ("estonia-mexico-en.html", ["107100", "14 June 1990", "5 December 1991"]),
    ],
)  # fmt: skip
def test_what_the_readme_says_is_wrong_stands_there(name: str, planted: list[str]) -> None:
    said = sources.load(HOME / name).text
    assert [one for one in planted if one not in said] == []


def runs(said: str, length: int = 8) -> set[str]:
    words = re.findall(r"\w+", said.lower())
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_no_example_repeats_another_page() -> None:
    """Compared with one another, and with the pages beside the checkout where there are any."""
    others = [file.read_text(encoding="utf-8", errors="replace") for file in SEED.glob("*.txt")]
    for file in FILES:
        mine = runs(sources.load(file).text)
        rest = [sources.load(other).text for other in FILES if other != file]
        for said in [*others, *rest]:
            assert len(mine & runs(said)) == 0
