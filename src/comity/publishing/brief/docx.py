"""A brief as DOCX, from a template whose styles say how it looks: ours, or a ministry's own.

A template needs no more than the names of the styles in `STYLES`; those that it lacks are added with our look. What
stands in its body goes, what stands in its header and footer stays.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles import BabelFish

from comity.knowledge import base_of
from comity.publishing.brief import figures, notes
from comity.publishing.brief.footnotes import Footnotes
from comity.publishing.brief.model import Brief, Chart, Item, Section
from comity.publishing.wording import text

STYLES = ("Title", "Subtitle", "Heading 1", "List Bullet", "Caption", "Table Grid", "Strong", "footnote text")
"""The styles by which a template changes the look."""

_TEXT, _REFERENCE = "footnote text", "footnote reference"
_GRID = (
    f"<w:tblPr {nsdecls('w')}><w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr>"
)
_BLUE = RGBColor(0x1F, 0x4E, 0x79)
_FONT = "Times New Roman"
"""Every office has it, or a font of the same measures that stands in for it."""
_LANGUAGES = {"en": "en-GB", "ru": "ru-RU"}
_EPOCH = datetime.datetime(2000, 1, 1)


class TemplateError(Exception):
    """A template that is no DOCX file."""


def render(brief: Brief, template: bytes | None = None) -> bytes:
    """The brief as a DOCX file; `TemplateError` for a template that cannot be used."""
    document = _opened(template)
    _styled(document)
    _emptied(document)
    # A style's id is in the language of the Word that wrote the template; its name never is.
    footnotes = Footnotes(document.styles[_TEXT].style_id, document.styles[_REFERENCE].style_id)
    numbers = brief.numbers()

    def cited(paragraph: Any, item: Item | Chart) -> None:
        for place, source in enumerate(sorted(item.sources, key=numbers.__getitem__)):
            if place:
                footnotes.separate(paragraph)
            language = _LANGUAGES.get(source.language, _LANGUAGES[base_of(brief.lang)])
            footnotes.cite(paragraph, numbers[source], notes.note(source, brief.lang), language)

    document.add_paragraph(brief.title, "Title")
    document.add_paragraph(brief.made, "Subtitle")
    for section in brief.sections:
        document.add_paragraph(section.heading, "Heading 1")
        for item in section.items:
            paragraph = document.add_paragraph(style="List Bullet")
            if item.label:
                paragraph.add_run(item.label, "Strong")
                paragraph.add_run(" ")
            paragraph.add_run(item.cells[0])
            cited(paragraph, item)
        if section.rows:
            _table(document, section, brief.lang, cited)
        if section.chart is not None:
            _picture(document, section.chart, cited)
    documents = "; ".join(notes.document(one, brief.lang) for one in brief.cited)
    end = document.add_paragraph(style="footnote text")
    end.add_run(f"{text('sources.documents', brief.lang)}.", "Strong")
    for said in (documents, notes.more(brief), notes.generated(brief)):
        if said:
            end.add_run(f" {said.rstrip('.')}.")
    footnotes.write(document)
    _told(document, brief)
    return _saved(document)


def template() -> bytes:
    """Our template, for a ministry to change."""
    document = docx.Document()
    _looked(document)
    _styled(document)
    _emptied(document)
    _numbered(document)
    document.core_properties.created = document.core_properties.modified = _EPOCH
    return _saved(document)


# --- the template -------------------------------------------------------------------------------------------


def _opened(given: bytes | None) -> Document:
    try:
        document = docx.Document(io.BytesIO(template() if given is None else given))
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise TemplateError(str(error) or type(error).__name__) from error
    # LibreOffice spells the sort of this part in its own way, and it would be written a second time.
    relations = document.part.package.rels
    for key, one in list(relations.items()):
        if one.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES and one.reltype.endswith("/core-properties"):
            del relations[key]
    return document


def _looked(document: Document) -> None:
    """Our look of the styles that every DOCX has."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin, page.bottom_margin = Mm(14), Mm(14)
    for name, size, before, after in (
        ("Normal", 9.5, 0, 2), ("Title", 16, 0, 2), ("Subtitle", 8.5, 0, 2), ("Heading 1", 10.5, 4, 1),
        ("List Bullet", 9.5, 0, 0), ("Caption", 8, 0, 2),
    ):  # fmt: skip
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.font.name = _FONT
        _fonts(style)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
        for spread in style.element.get_or_add_rPr().findall(qn("w:spacing")):
            style.element.rPr.remove(spread)
        if name in ("Title", "Heading 1"):
            style.font.color.rgb = _BLUE
        if name == "List Bullet":
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(4.5), Mm(-4.5)
        if name in ("Subtitle", "Caption"):
            style.font.italic = False
            style.font.color.rgb = RGBColor(0x50, 0x50, 0x50)


def _fonts(style: Any) -> None:
    """One font for every script: the default template has others for Cyrillic headings."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), _FONT)


def _styled(document: Document) -> None:
    """Add the styles that a template lacks."""
    styles: Any = document.styles
    _renamed(styles.element)
    held = {style.name: style.type for style in styles}
    kinds = {
        "Strong": WD_STYLE_TYPE.CHARACTER,
        "footnote reference": WD_STYLE_TYPE.CHARACTER,
        "Table Grid": WD_STYLE_TYPE.TABLE,
    }
    for name in (*STYLES, _REFERENCE):
        wanted = kinds.get(name, WD_STYLE_TYPE.PARAGRAPH)
        if held.get(name, wanted) != wanted:
            raise TemplateError(f"its style {name} is of another sort")
        if name not in held and name not in (_TEXT, _REFERENCE):
            added = styles.add_style(name, wanted)
            if wanted == WD_STYLE_TYPE.TABLE:
                added.element.append(parse_xml(_GRID))
    if _TEXT not in held:
        style = styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size = Pt(7)
        style.font.name = _FONT
        _fonts(style)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
    if _REFERENCE not in held:
        style = styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER)
        style.font.superscript = True


def _renamed(styles: Any) -> None:
    """Give the styles that we use the names that Word has for them: LibreOffice writes "Heading 1" for "heading 1"."""
    wanted = {name.casefold(): BabelFish.ui2internal(name) for name in (*STYLES, _REFERENCE)}
    names = styles.findall(f"{qn('w:style')}/{qn('w:name')}")
    held = {name.get(qn("w:val")) for name in names}
    for name in names:
        right = wanted.get(name.get(qn("w:val")).casefold())
        if right is not None and right not in held:
            name.set(qn("w:val"), right)


def _emptied(document: Document) -> None:
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _numbered(document: Document) -> None:
    """The number of the page in the footer."""
    paragraph: Any = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    style: Any = paragraph.style
    style.font.size, style.font.color.rgb = Pt(8), RGBColor(0x50, 0x50, 0x50)
    for instruction, after in (("PAGE", " / "), ("NUMPAGES", "")):
        paragraph._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            )
        )
        if after:
            paragraph.add_run(after)


# --- the body -----------------------------------------------------------------------------------------------


def _table(document: Document, section: Section, lang: str, cited: Any) -> None:
    heads = [*section.columns, text("column.sources", lang)]
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head, "Strong").font.size = _CELL
    # A reading voice and a table that goes over a page both need to know the row of heads.
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for row in section.rows:
        cells = table.add_row().cells
        for cell, said in zip(cells, row.cells, strict=False):
            cell.paragraphs[0].add_run(said).font.size = _CELL
        cited(cells[-1].paragraphs[0], row)
    for row in table.rows:
        # A row is not torn between two pages.
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    table.autofit = False
    columns = [
        [head, *(row.cells[place] for row in section.rows if place < len(row.cells))]
        for place, head in enumerate(heads)
    ]
    for column, width in zip(table.columns, _widths(columns), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _widths(columns: list[list[str]]) -> list[Any]:
    """Widths by which no word of a column is broken, and what is left goes to those with the longest texts."""
    least = [max(len(word) for said in column for word in (said.split() or [""])) for column in columns]
    most = [max(len(said) for said in column) for column in columns]
    needed = [_LETTER * one + _PADDING for one in least]
    left = max(0.0, _WIDTH - sum(needed))
    wanted = [more - one for one, more in zip(least, most, strict=True)]
    return [Mm(one + left * more / (sum(wanted) or 1)) for one, more in zip(needed, wanted, strict=True)]


_CELL = Pt(8.5)
_LETTER, _PADDING = 1.9, 4.5
"""Of a letter in a cell, and of the room beside the words, in millimetres."""
_WIDTH = 174
"""Of a table, in millimetres."""


def _picture(document: Document, chart: Chart, cited: Any) -> None:
    inline = document.add_picture(io.BytesIO(figures.png(chart)), width=Mm(145))._inline
    held = document.paragraphs[-1].paragraph_format
    held.keep_with_next, held.space_before = True, Pt(5)
    inline.docPr.set("descr", chart.description)
    inline.docPr.set("title", chart.title)
    cited(document.add_paragraph(chart.title, "Caption"), chart)


def _told(document: Document, brief: Brief) -> None:
    """Title, language and the rest of what a file says about itself."""
    core = document.core_properties
    core.title, core.author, core.comments = brief.title, "Comity", ""
    core.language = _LANGUAGES[base_of(brief.lang)]
    core.created = core.modified = _EPOCH
    normal: Any = document.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{_LANGUAGES[base_of(brief.lang)]}"/>'))


def _saved(document: Document) -> bytes:
    """The file, with the same times in it whenever it is written."""
    written = io.BytesIO()
    document.save(written)
    made = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
