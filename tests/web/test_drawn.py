"""Tables that a text draws: which are found, and that no word of a document, no claim and no number is lost in them."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.claim import Claim, Visit
from comity.web.drawn import tables
from comity.web.highlight import marked

GRID = """Before.
+-------+-------------------+
| State | Relations         |
+=======+===================+
| Peru  | 1 May 1962        |
|       |                   |
|       | An embassy.       |
+-------+-------------------+
| Chile | -   Since 1970    |
+-------+-------------------+
After.
"""
BARS = """| State | Since |
|-------|-------|
| Peru  | 1962  |
| Chile | 1970  |
"""
BOX = """+------+------+
| Peru | Oslo |
| Fiji | Lima |
+------+------+
"""


def told(text: str) -> list[list[list[str]]]:
    """The cells of the tables of a text, line by line."""
    return [
        ["\n".join(text[start:end] for start, end in cell) for row in one.rows for cell in row.cells]
        for one in tables(text)
    ]


def heads(text: str) -> list[bool]:
    return [row.head for one in tables(text) for row in one.rows]


def test_a_grid_has_rows_of_several_lines() -> None:
    (cells,) = told(GRID)
    assert cells == ["State", "Relations", "Peru", "1 May 1962\n\nAn embassy.", "Chile", "-   Since 1970"]
    assert heads(GRID) == [True, False, False]
    (one,) = tables(GRID)
    assert GRID[: one.start] == "Before.\n" and GRID[one.end :] == "After.\n"


def test_without_rules_between_them_lines_are_rows() -> None:
    assert told(BARS) == [["State", "Since", "Peru", "1962", "Chile", "1970"]]
    assert heads(BARS) == [True, False, False]
    assert told(BOX) == [["Peru", "Oslo", "Fiji", "Lima"]]
    assert heads(BOX) == [False, False]


@pytest.mark.parametrize(
    "text",
    [
        "No table at all.",
        "| one |\n| two |\n",
        "| a | b |\n| a | b | c |\n",
        "one | two\nthree | four\n",
        "+----+----+\n",
        "-----\n",
        "",
        "|" * 5000,
        "-" * 50_000 + "+",
        ("|" + "-" * 30_000 + "\n") * 2,
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    assert not tables(text)
    assert html.unescape(str(marked(text, []))) == text


@given(st.text(alphabet="|+-= \nab", max_size=200))
def test_tables_lie_within_the_text_in_order_and_lose_no_letter(text: str) -> None:
    at = 0
    for one in tables(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        kept = "".join(text[start:end] for row in one.rows for cell in row.cells for start, end in cell)
        assert re.sub(r"[^ab]", "", kept) == re.sub(r"[^ab]", "", text[one.start : one.end])
    shown = html.unescape(re.sub(r"<[^>]+>", "", str(marked(text, []))))
    assert re.sub(r"[^ab]", "", shown) == re.sub(r"[^ab]", "", text)


def test_claims_within_and_across_cells_keep_their_marks_and_numbers() -> None:
    def claim(ident: str, *words: str) -> Claim:
        runs = tuple((GRID.index(word), GRID.index(word) + len(word)) for word in words)
        return Claim(
            id=ident,
            doc="page",
            kind="visit",
            evidence=runs,
            slots=Visit(from_="PER", to="NOR"),
            confidence=0.9,
            reader="test",
        )

    across = (GRID.index("Peru"), GRID.index("1962") + 4)
    claims = [
        claim("a", "An embassy", "Peru"),
        Claim(
            id="b",
            doc="page",
            kind="visit",
            evidence=(across,),
            slots=Visit(from_="PER", to="NOR"),
            confidence=0.9,
            reader="test",
        ),
        claim("c", "After"),
    ]
    shown = str(marked(GRID, claims, chosen=[across], table="A table"))
    for number, one in enumerate(claims, 1):
        assert shown.count(f'id="t-{one.id}"') == 1
        assert f">{number}</a>" in shown
    assert shown.count('id="here"') == 1
    assert re.search(r'<td[^>]*>.*?<mark[^>]*id="here"', shown, re.DOTALL)
    assert 'aria-label="A table"' in shown and shown.count("<tr>") == 3 and shown.count("<th ") == 2
    assert "+--" not in shown and "| " not in shown
    bare = re.sub(r'<a [^>]*class="number"[^>]*>\d+</a>', "", shown)
    bare = re.sub(r"<[^>]+>", "", re.sub(r"</t[dh]>", " ", bare))
    assert re.findall(r"\w+", html.unescape(bare)) == re.findall(r"\w+", GRID)
