"""PDF and DOCX: order, columns, tables, lists, hyphens, and the way back to page and paragraph."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pypdfium2.raw as raw
import pytest

from comity.sources import SourceError, from_bytes
from tests.sources.makers import archive, pdf

Line = tuple[float, float, float, str]
LEFT = (
    "The two states established",
    "relations in the spring of",
    "1992 and opened embassies",
    "in both capitals. Their diplo-",
    "matic missions work well.",
)
RIGHT = (
    "The vice-",
    "president came in 2001 to",
    "sign three agreements on",
    "trade. His counterpart, the",
    "vice-president, thanked him.",
)


def column(x: float, y: float, lines: tuple[str, ...], size: float = 8) -> list[Line]:
    return [(x, y - 1.5 * size * i, size, line) for i, line in enumerate(lines)]


def check_anchors(data: bytes) -> None:
    document = from_bytes(data, "a.pdf")
    source = pypdfium2.PdfDocument(data)
    for anchor in document.anchors:
        if anchor.source_start is None or anchor.source_end is None:
            continue
        page = source[int(anchor.place.removeprefix("page ")) - 1]
        text = page.get_textpage()
        codes = [raw.FPDFText_GetUnicode(text, i) for i in range(anchor.source_start, anchor.source_end)]
        assert "".join(map(chr, codes)) == document.text[anchor.start : anchor.end]
    source.close()


def test_columns_are_read_one_after_the_other_and_hyphens_mended() -> None:
    page = [(50, 740, 16, "About the relations"), *column(50, 680, LEFT), *column(320, 680, RIGHT)]
    data = pdf([page])
    assert from_bytes(data, "a.pdf").text == (
        "About the relations\n\n"
        "The two states established relations in the spring of 1992 and opened embassies in both capitals."
        " Their diplomatic missions work well.\n\n"
        "The vice-president came in 2001 to sign three agreements on trade."
        " His counterpart, the vice-president, thanked him."
    )
    check_anchors(data)


def test_columns_in_any_order_of_the_file() -> None:
    left, right = column(50, 680, LEFT), column(320, 680, RIGHT)
    mixed = [line for pair in zip(right, left, strict=True) for line in pair]
    assert from_bytes(pdf([mixed]), "a.pdf").text == from_bytes(pdf([left + right]), "a.pdf").text


def test_running_heads_and_page_numbers_go_and_paragraphs_go_on() -> None:
    words = [
        ("The delegation of the ministry arrived in the capital and was", "received by the Speaker"),
        ("of the parliament on the following day.", "The talks were about trade."),
        ("A third page has words of its own.", "It ends here."),
    ]
    pages = [
        [
            (50, 770, 9, f"Bulletin of the Ministry, no. {n}"),
            *column(50, 700, lines, 10),
            (290, 30, 9, f"- {n} -"),
        ]
        for n, lines in enumerate(words, 1)
    ]
    document = from_bytes(pdf(pages), "a.pdf")
    assert "Bulletin" not in document.text
    assert "- 1 -" not in document.text
    assert "received by the Speaker of the parliament on the following day." in document.text
    assert {anchor.place for anchor in document.anchors} == {"page 1", "page 2", "page 3"}


def test_russian_table_and_date() -> None:
    rows = [("Год", "Товарооборот"), ("2001", "12 млн долл."), ("2002", "15 млн долл.")]
    page = [*column(50, 700, ("Дипломатические отношения установлены", "10 апреля 1992 года."), 10)]
    for i, (year, value) in enumerate(rows):
        page += [(50, 650 - 13 * i, 10, year), (200, 650 - 13 * i, 10, value)]
    page.append((50, 590, 10, "Июнь 2006"))
    data = pdf([page])
    document = from_bytes(data, "a.pdf")
    assert document.text == (
        "Дипломатические отношения установлены 10 апреля 1992 года.\n\n"
        "| Год | Товарооборот |\n| 2001 | 12 млн долл. |\n| 2002 | 15 млн долл. |\n\nИюнь 2006"
    )
    assert (document.language, str(document.date)) == ("ru", "2006-06")
    check_anchors(data)


def test_page_without_text_is_noted() -> None:
    document = from_bytes(pdf([[(50, 700, 10, "Words of the first page.")], []]), "a.pdf")
    assert document.notes == ("no text on page 2",)


def made() -> bytes:
    document = docx.Document()
    document.add_heading("Relations", 1)
    document.add_paragraph("Established in 1992.")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="List Bullet 2")
    table = document.add_table(2, 2)
    for i, words in enumerate(("Year", "Who", "1992", "A | B")):
        table.cell(i // 2, i % 2).text = words
    document.add_paragraph("Июнь 2006")
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_docx() -> None:
    document = from_bytes(made(), "a.docx")
    assert document.text == (
        "Relations\n\nEstablished in 1992.\n\n- one\n  - two\n\n| Year | Who |\n| 1992 | A ¦ B |\n\nИюнь 2006"
    )
    assert str(document.date) == "2006-06"
    places = {document.text[a.start : a.end]: a.place for a in document.anchors}
    assert places["two"] == "paragraph 4"
    assert places["Who"] == "table 1, row 1, cell 2"


def test_docx_name_does_not_matter() -> None:
    assert from_bytes(made(), "letter.txt").media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    "body",
    [
        b"<w:p>" * 100_000,
        b"not xml",
        b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>',
        b"",
    ],
)
def test_hostile_docx(body: bytes) -> None:
    import zipfile

    whole = zipfile.ZipFile(io.BytesIO(made()))
    parts = {name: whole.read(name) for name in whole.namelist()}
    parts["word/document.xml"] = body
    with pytest.raises(SourceError):
        from_bytes(archive(parts), "a.docx")
