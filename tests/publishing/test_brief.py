"""Briefs: few pages, what matters most, every line with its note, in four forms and two languages."""

from __future__ import annotations

import html as html_text
import io
import re
import zipfile
from xml.etree import ElementTree

import docx as python_docx
import msgspec
import pypdfium2
import pytest
from docx.enum.style import WD_STYLE_TYPE

from comity.checking import check
from comity.publishing import brief, wording
from comity.publishing import dossier as publishing
from comity.publishing.brief import build, docx, figures, fit, html, markdown, notes, pdf
from comity.publishing.brief.model import Brief
from comity.publishing.dossier import Dossier
from comity.resolving import resolve
from tests.publishing import made

LANGUAGES = wording.LANGUAGES
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "<script>alert(1)</script> =1+2 \u202egnp.exe \x07 #set page() [^1] | ]]> & « \ufffe\uffff\ud800 $x$ @a <b> *c* _d_"
    " {{ t }} \r\n# Head"
)


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


def test_a_template_of_word_in_another_language_is_used() -> None:
    """Word gives styles ids in its own language, and leaves their names alone."""
    own = python_docx.Document(io.BytesIO(docx.template()))
    for number, name in enumerate(("Title", "Heading 1", "footnote text", "footnote reference", "Strong")):
        own.styles[name].element.set(f"{W}styleId", f"a{number}")
    written = io.BytesIO()
    own.save(written)
    with zipfile.ZipFile(io.BytesIO(docx.render(told(made.dossier(), "ru"), written.getvalue()))) as file:
        footnotes, styles = (file.read(f"word/{name}.xml").decode() for name in ("footnotes", "styles"))
    assert 'w:pStyle w:val="a2"' in footnotes and 'w:rStyle w:val="a3"' in footnotes
    assert len(re.findall(r'<w:name w:val="footnote text"', styles)) == 1


def test_a_template_of_libreoffice_is_used() -> None:
    """It writes the names of styles with capitals where Word has none."""
    own = python_docx.Document(io.BytesIO(docx.template()))
    own.styles["Heading 1"].font.name = "Courier"
    for style in own.styles.element.iter(f"{W}name"):
        style.set(f"{W}val", style.get(f"{W}val").title())
    for relation in own.part.package.rels.values():
        if relation.reltype.endswith("/core-properties"):
            relation._reltype = relation.reltype.replace("package", "officedocument")
    written = io.BytesIO()
    own.save(written)
    data = docx.render(told(made.dossier(), "en"), written.getvalue())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert len(file.namelist()) == len(set(file.namelist()))
    opened = python_docx.Document(io.BytesIO(data))
    headings = [one.style for one in opened.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings and headings[0].font.name == "Courier"


def test_a_bare_template_gets_the_styles_that_it_lacks() -> None:
    own = python_docx.Document()
    for name in ("Title", "List Bullet", "Strong", "Caption"):
        own.styles[name].delete()
    written = io.BytesIO()
    own.save(written)
    opened = python_docx.Document(io.BytesIO(docx.render(told(made.dossier(), "en"), written.getvalue())))
    assert {*docx.STYLES} <= {style.name for style in opened.styles}


def test_a_style_of_another_sort_is_told() -> None:
    own = python_docx.Document()
    own.styles["Strong"].delete()
    own.styles.add_style("Strong", WD_STYLE_TYPE.PARAGRAPH)
    written = io.BytesIO()
    own.save(written)
    with pytest.raises(docx.TemplateError, match="Strong"):
        docx.render(told(made.dossier(), "en"), written.getvalue())


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
    said = {
        "html": lambda: html_text.unescape(re.sub(r"<[^>]+>", "", made_.decode())),
        "md": lambda: html_text.unescape(made_.decode().replace("\\", "")),
        "docx": lambda: "".join(_docx_texts(made_)),
        "pdf": lambda: _pdf_text(made_),
    }[form]()
    # Everything is there to be read, as text; what cannot be seen is shown for what it is.
    assert _plain("=1+2 ⟨U+202E⟩gnp.exe ⟨U+0007⟩ #set page()") in _plain(said)
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\ufffe\uffff\ud800-\udfff]", _unbroken(said, form)
    )
    if form == "html":
        assert b"<script" not in made_ and b"<b>" not in made_
    elif form == "md":
        assert not re.search(rb"(?<!\\)<(script|b)>", made_)
        assert b"\n# Head" not in made_


def _unbroken(said: str, form: str) -> str:
    """A PDF's text marks a word that is broken between lines with a character of its own."""
    return said.replace("\ufffe", "").replace("\x02", "") if form == "pdf" else said


def one_claim(kind: str, lang: str) -> Brief:
    """The brief of a dossier of one claim."""
    claim = next(one for one in made.claims() if one.kind == kind)
    record = next(one for one in made.records() if claim.id in one.claims)
    alone = msgspec.structs.replace(record, claims=(claim.id,), differences=())
    documents = {claim.doc: made.documents()[claim.doc]}
    return build.build(publishing.build(made.DYAD, [claim], [alone], (), (), documents), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", sorted({one.kind for one in made.claims()}))
def test_one_claim_is_a_brief(kind: str, lang: str) -> None:
    whole = one_claim(kind, lang)
    assert len(whole.notes) == 1
    assert whole.more == 0 and notes.more(whole) == ""
    assert fit.fit(whole, 1) == whole
    assert pdf.pages(whole) == 1
    cells = [item.cells for item in whole.items]
    assert len(cells) == len(set(cells)), "the same line twice"


@pytest.mark.parametrize("form", brief.FORMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_a_brief_too(form: str, lang: str) -> None:
    made_ = brief.write(publishing.build(made.DYAD, [], [], (), (), {}), lang, form)
    said = {"docx": _docx_texts, "pdf": _pdf_text}.get(form, bytes.decode)(made_)
    assert {"en": "Kazakhstan", "ru": "Казахстан"}[lang] in str(said)


def large(dossier: Dossier, times: int) -> Dossier:
    """A dossier with every line so many times, each under an id and with a source of its own."""
    sections = []
    for section in dossier.sections:
        groups = []
        for group in section.groups:
            lines = [
                msgspec.structs.replace(
                    line,
                    id=f"{line.id}-{number}",
                    sources=tuple(
                        msgspec.structs.replace(
                            source, claim=f"{source.claim}-{number}", number=source.number + number
                        )
                        for source in line.sources
                    ),
                )
                for line in group.lines
                for number in range(times)
            ]
            groups.append(msgspec.structs.replace(group, lines=tuple(lines)))
        sections.append(msgspec.structs.replace(section, groups=tuple(groups)))
    return msgspec.structs.replace(dossier, sections=tuple(sections))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_large_dossier_is_cut_without_being_laid_out_whole(
    dossier: Dossier, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = build.build(large(dossier, 60), lang)
    assert len(whole.items) > 1000
    laid, pages = [], pdf.pages
    monkeypatch.setattr(pdf, "pages", lambda one: laid.append(len(one.items)) or pages(one))
    short = fit.fit(whole, 2)
    assert pages(short) <= 2
    assert max(laid) < 300
    assert len(short.items) > 15
    assert short.more > 1000
    assert sum(number for _, number in short.left) == short.more


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_left_out_is_told_by_section(dossier: Dossier, lang: str) -> None:
    short = told(dossier, lang, 1)
    said = notes.more(short)
    assert str(short.more) in said
    assert all(f"{heading} – {number}" in said for heading, number in short.left)
    assert short.left


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_said_twice(dossier: Dossier, lang: str) -> None:
    one = told(dossier, lang, 3)
    for section in one.sections:
        lines = [(item.label, item.cells) for item in section.all]
        assert len(lines) == len(set(lines)), section.key
    assert not any(
        re.search(r"\.\.|\s[.,;]|:\s*:", f"{item.label} {cell}") for item in one.items for cell in item.cells
    )


def test_no_line_ends_between_a_number_and_its_word(dossier: Dossier) -> None:
    for lang in LANGUAGES:
        cells = [cell for item in told(dossier, lang, 3).items for cell in item.cells]
        assert any("\u00a0" in cell for cell in cells)
        assert not [cell for cell in cells if re.search(r"\d [^\W\d_]", cell)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chart_has_notes_for_what_it_shows(dossier: Dossier, lang: str) -> None:
    charts = [section.chart for section in build.build(dossier, lang).sections if section.chart]
    assert charts
    for chart in charts:
        assert chart.sources
        assert set(chart.sources) <= set(build.build(dossier, lang).notes)


@pytest.mark.parametrize(
    ("periods", "latest"),
    [
        ([], []),
        (["2001"], ["2001"]),
        (["2001"] * 20 + ["2002"] * 20, ["2001", "2002"]),
        (["2001"] * 6 + ["2002"] * 6 + ["2003"], ["2002", "2003"]),
        (["2001"] * 4 + ["2002"] * 4 + ["2003"] * 4, ["2001", "2002", "2003"]),
    ],
)
def test_a_chart_shows_whole_periods(periods: list[str], latest: list[str]) -> None:
    assert figures._latest(periods) == latest


def test_the_docx_is_whole(dossier: Dossier) -> None:
    """What Word asks for beyond what python-docx writes: every note cited once and told, every bookmark closed."""
    data = docx.render(told(dossier, "ru"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        parts = {
            name: ElementTree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        }
    body, footnotes = parts["word/document.xml"], parts["word/footnotes.xml"]
    cited = [int(one.get(f"{W}id", "")) for one in body.iter(f"{W}footnoteReference")]
    noted = [int(one.get(f"{W}id", "")) for one in footnotes.iter(f"{W}footnote")]
    assert cited == list(range(1, len(cited) + 1))
    assert noted == [-1, 0, *cited]
    opened = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    assert len(opened) == len(set(opened))
    assert opened == [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd")]
    named = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    again = [re.search(r"NOTEREF (\S+)", one.get(f"{W}instr", "")) for one in body.iter(f"{W}fldSimple")]
    assert {one[1] for one in again if one} <= named
    styles = {one.get(f"{W}styleId") for one in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for part in (body, footnotes)
        for name in ("pStyle", "rStyle", "tblStyle")
        for one in part.iter(f"{W}{name}")
    }
    assert used <= styles
    linked = {one.get("Target") for one in parts["word/_rels/document.xml.rels"]}
    assert "footnotes.xml" in linked


def test_the_pdf_has_its_letters_within(dossier: Dossier) -> None:
    data = pdf.render(told(dossier, "ru"))
    assert data.count(b"/FontFile") >= 2
    assert b"/Lang" in data and b"ru" in data


def _docx_texts(data: bytes) -> list[str]:
    opened = python_docx.Document(io.BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in opened.paragraphs] + cells


def _pdf_text(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _plain(said: str) -> str:
    """Letters and figures alone: lines break and hyphens come in differently in each form."""
    return re.sub(r"[\W_]+", "", html_text.unescape(said)).casefold()
