"""Footnotes of a DOCX file, of which python-docx knows nothing: their part and the references to it.

Source: ECMA-376, part 1, 17.11 (footnotes) and 17.16.5.42 (NOTEREF, for a note that is cited again).
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_MARKS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


class Footnotes:
    """The footnotes of a document, numbered from 1 in the order in which they are first cited.

    `text` and `reference` are the ids of the styles of a note and of its mark.
    """

    def __init__(self, text: str, reference: str) -> None:
        self._text = quoteattr(text)
        self._mark = f"<w:rPr><w:rStyle w:val={quoteattr(reference)}/></w:rPr>"
        self._texts: list[tuple[str, str]] = []

    def cite(self, paragraph: Any, number: int, words: str, language: str) -> None:
        """Put a reference behind a paragraph's text; the note of a number is told once, then pointed at."""
        if number <= len(self._texts):
            field = (
                f'<w:fldSimple {nsdecls("w")} w:instr=" NOTEREF _note{number} \\f \\h "><w:r>'
                f"{self._mark}<w:t>{number}</w:t></w:r></w:fldSimple>"
            )
            paragraph._p.append(parse_xml(field))
            return
        self._texts.append((words, language))
        for xml in (
            f'<w:bookmarkStart {nsdecls("w")} w:id="{1000 + number}" w:name="_note{number}"/>',
            f'<w:r {nsdecls("w")}>{self._mark}<w:footnoteReference w:id="{number}"/></w:r>',
            f'<w:bookmarkEnd {nsdecls("w")} w:id="{1000 + number}"/>',
        ):
            paragraph._p.append(parse_xml(xml))

    def separate(self, paragraph: Any) -> None:
        """A comma between two references."""
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{self._mark}<w:t>,</w:t></w:r>"))

    def write(self, document: Any) -> None:
        """Add the notes to the document, in place of those that its template may have."""
        said = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val={self._text}/></w:pPr>'
            f"<w:r>{self._mark}<w:footnoteRef/></w:r>"
            f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:t xml:space="preserve"> {escape(words)}</w:t>'
            "</w:r></w:p></w:footnote>"
            for number, (words, language) in enumerate(self._texts, 1)
        )
        blob = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:footnotes {nsdecls('w')}>{_MARKS}{said}</w:footnotes>"
        ).encode()
        for relation in document.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                relation.target_part._blob = blob
                return
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
