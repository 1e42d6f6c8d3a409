"""The drafts: what a line of a draft becomes, which lines are refused, and that gold is what they give."""

from pathlib import Path

import annotate
import pytest

TEXT = """\
Chile opened an embassy in Helsinki in 1991.
Minister Aino Koski came twice: in May 1993 and in May 1995.
"""


def test_a_line_becomes_a_claim() -> None:
    slots = "visitors=Aino Koski / Minister / FIN; date=1993-05; to=CHL"
    line = f"visit :: Minister Aino Koski…May 1993 ++ #2 May :: {slots}"
    claim = annotate.parse(line, "a", TEXT)
    assert [TEXT[start:end] for start, end in claim["evidence"]] == [
        "Minister Aino Koski came twice: in May 1993",
        "May",
    ]
    assert claim["evidence"][1][0] == TEXT.rindex("May")
    assert claim["slots"] == {
        "visitors": [{"name": "Aino Koski", "office": "Minister", "of": "FIN"}],
        "date": "1993-05",
        "to": "CHL",
    }
    assert "optional" not in claim


def test_alternatives_lists_and_optional_claims() -> None:
    line = "meeting? :: Minister :: participants=/ Minister / FIN & A || B || -; date=1993 || -"
    claim = annotate.parse(line, "a", TEXT)
    assert claim["optional"] is True
    assert claim["slots"]["participants"] == [
        {"office": "Minister", "of": "FIN"},
        {"any": [{"name": "A"}, {"name": "B"}, None]},
    ]
    assert claim["slots"]["date"] == {"any": ["1993", None]}
    codes = annotate.parse("relations :: Chile :: parties=CHL FIN; act=established", "a", TEXT)
    assert codes["slots"]["parties"] == ["CHL", "FIN"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("mission :: Chile", "a claim is written"),
        ("embassy :: Chile :: sending=CHL", "no such kind"),
        ("mission :: Norway :: sending=CHL", "not in the document"),
        ("mission :: in :: sending=CHL", "occurs"),
        ("mission :: #9 in :: sending=CHL", "occurs only"),
        ("mission :: 1991…Chile :: sending=CHL", "not after"),
        ("mission :: Chile :: from=CHL", "no such slot"),
        ("mission :: Chile :: sending=CHL; sending=FIN", "twice"),
        ("mission :: Chile :: place=Helsinki", "no core slot"),
        ("mission :: Chile :: type=embassies", "Invalid enum value"),
        ("mission :: Chile :: type=embassy || embassies", "Invalid enum value"),
        ("mission :: Chile :: sending=CHL; date=May 1993", "date"),
    ],
)
def test_what_is_no_claim_is_refused(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        annotate.parse(line, "a", TEXT)


def test_bad_lines_are_named(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "drafts" / "a.claims").write_text(
        "# why\n\nmission :: Norway :: sending=NOR\n", encoding="utf-8"
    )
    with pytest.raises(annotate.DraftError) as caught:
        annotate.build(tmp_path)
    assert "a.claims:3: not in the document" in str(caught.value)
    assert "b has no draft or no text" in str(caught.value)


@pytest.mark.parametrize("name", annotate.SETS)
def test_gold_is_what_the_drafts_give(name: str) -> None:
    folder = annotate.HERE / name
    assert (folder / "gold.jsonl").read_text(encoding="utf-8") == annotate.lines(annotate.build(folder))
