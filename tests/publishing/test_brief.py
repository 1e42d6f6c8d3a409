"""Briefs: few pages, what matters most, every line with its note, in four forms and two languages."""

from __future__ import annotations

import io
import re
import zipfile

import docx as python_docx
import pypdfium2
import pytest

from comity.checking import check
from comity.publishing import brief, wording
from comity.publishing import dossier as publishing
from comity.publishing.brief import build, docx, fit, html, markdown, notes, pdf
from comity.publishing.brief.model import Brief
from comity.publishing.dossier import Dossier
from comity.resolving import resolve
from tests.publishing import made

LANGUAGES = wording.LANGUAGES
HOSTILE = "<script>alert(1)</script> =1+2 \u202egnp.exe \x07 #set page() [^1] | ]]> & «"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier made by hand, with what resolving and checking make of its claims."""
    claims, documents = made.claims(), made.documents()
    resolution = resolve(claims)
    found = check(claims, resolution.records, resolution.entities, list(documents.values()))
    return publishing.build(made.DYAD, claims, resolution.records, resolution.entities, found, documents)


def told(dossier: Dossier, lang: str, pages: int = 2) -> Brief:
    return fit.fit(build.build(dossier, lang), pages)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_people_and_facts_has_a_note(dossier: Dossier, lang: str) -> None:
    one = told(dossier, lang)
    assert {"glance", "contacts", "agreed", "figures", "people", "questions"} <= {s.key for s in one.sections}
    assert [item for item in one.items if not item.sources] == []
    assert one.documents
    assert sorted(one.numbers().values()) == list(range(1, len(one.notes) + 1))


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_no_more_pages_than_asked(dossier: Dossier, pages: int) -> None:
    one = told(dossier, "ru", pages)
    assert pdf.pages(one) <= pages
    assert one.items


def test_a_shorter_brief_has_the_more_important_lines(dossier: Dossier) -> None:
    whole = build.build(dossier, "en")
    short = told(dossier, "en", 1)
    kept, left = {item.rank for item in short.items}, set(whole.items) - set(short.items)
    assert left
    assert all(item.rank >= max(kept) for item in left)
    assert short.more > 0
    assert str(short.more) in notes.more(short)


def test_no_pages_are_no_brief(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="at least one page"):
        fit.fit(build.build(dossier, "en"), 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_forms_tell_the_same_lines(dossier: Dossier, lang: str) -> None:
    one = told(dossier, lang)
    words = {
        "docx": "\n".join(_docx_texts(docx.render(one))),
        "pdf": _pdf_text(pdf.render(one)),
        "html": re.sub(r"<[^>]+>", "", html.render(one)),
        "md": markdown.render(one).replace("\\", ""),
    }
    for form, said in words.items():
        plain = _plain(said)
        for item in one.items:
            for cell in item.cells:
                assert _plain(cell)[:40] in plain, (form, cell)


@pytest.mark.parametrize("form", brief.FORMS)
def test_the_same_brief_is_the_same_file(dossier: Dossier, form: str) -> None:
    assert brief.write(dossier, "en", form) == brief.write(dossier, "en", form)


def test_docx_has_styles_notes_and_a_picture_with_words(dossier: Dossier) -> None:
    one = told(dossier, "ru")
    data = docx.render(one)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        footnotes = file.read("word/footnotes.xml").decode()
        body = file.read("word/document.xml").decode()
        assert "word/footnotes.xml" in file.read("[Content_Types].xml").decode()
    assert len(re.findall(r'<w:footnote w:id="\d+"', footnotes)) == len(one.notes)
    assert len(re.findall("<w:footnoteReference ", body)) == len(one.notes)
    opened = python_docx.Document(io.BytesIO(data))
    styles = {paragraph.style.name for paragraph in opened.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    assert opened.core_properties.language == "ru-RU"
    charts = [section.chart for section in one.sections if section.chart]
    assert len(opened.inline_shapes) == len(charts)
    assert all(chart.description[:30] in body for chart in charts)
    assert "w:tblHeader" in body


def test_a_ministrys_template_is_used() -> None:
    own = python_docx.Document(io.BytesIO(docx.template()))
    own.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs"
    own.add_paragraph("Put nothing here")
    own.styles["Heading 1"].font.name = "Courier"
    written = io.BytesIO()
    own.save(written)
    made_ = docx.render(told(made.dossier(), "en"), written.getvalue())
    opened = python_docx.Document(io.BytesIO(made_))
    assert opened.sections[0].header.paragraphs[0].text == "Ministry of Foreign Affairs"
    assert opened.styles["Heading 1"].font.name == "Courier"
    assert "Put nothing here" not in "\n".join(_docx_texts(made_))


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_template_is_told(data: bytes) -> None:
    with pytest.raises(docx.TemplateError):
        docx.render(told(made.dossier(), "en"), data)


def test_the_pdf_is_tagged_and_tells_its_language(dossier: Dossier) -> None:
    data = pdf.render(told(dossier, "ru"))
    assert b"/MarkInfo" in data
    assert b"pdfuaid" in data or b"/StructTreeRoot" in data
    assert "Израил" in _pdf_text(data)


@pytest.mark.parametrize("form", brief.FORMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_documents_say_is_never_markup(form: str, lang: str) -> None:
    made_ = brief.write(made.hostile(HOSTILE), lang, form)
    if form == "html":
        assert b"<script" not in made_
    elif form == "md":
        assert b"<script" not in made_.replace(b"\\<script", b"")
    elif form == "docx":
        assert "\u202e" not in "".join(_docx_texts(made_))
    else:
        assert pypdfium2.PdfDocument(io.BytesIO(made_))


def _docx_texts(data: bytes) -> list[str]:
    opened = python_docx.Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in opened.paragraphs] + cells


def _pdf_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _plain(said: str) -> str:
    """Letters and figures alone: lines break and hyphens come in differently in each form."""
    import html as entities

    return re.sub(r"[\W_]+", "", entities.unescape(said)).casefold()
