"""What a note says: the words, shortened where they are long, and where they stand."""

from __future__ import annotations

from comity.publishing import numbers
from comity.publishing.brief.model import Brief
from comity.publishing.dates import label
from comity.publishing.dossier import Source, SourceDocument
from comity.publishing.markup import visible
from comity.publishing.wording import counted, text
from comity.publishing.wording.names import MARK, quoted

_LONGEST = 150
"""Characters of a run of words that a note quotes; the whole stands in the dossier."""


def words(source: Source, lang: str) -> str:
    """The words of a source in quotation marks, runs set apart by an ellipsis."""
    return " … ".join(quoted(_short(" ".join(visible(run).split())), lang) for run in source.words)


def place(source: Source, lang: str) -> str:
    """The document, line and column."""
    return visible(text("sources.position", lang, doc=source.doc, line=source.line, column=source.column))


def note(source: Source, lang: str) -> str:
    """A note as one line: the words and where they stand."""
    return f"{words(source, lang)} {place(source, lang)}"


def document(one: SourceDocument, lang: str) -> str:
    """A document as a brief lists it: id, title, language, date and the beginning of its hash."""
    told = [one.title or one.name, numbers.language_name(one.language, lang) if one.language else ""]
    told.append(label(one.date, lang) if one.date else "")
    said = ", ".join(part for part in told if part)
    return visible(f"{one.id}: {said}, SHA-256 {one.sha256[:12]}")


def more(brief: Brief) -> str:
    """How much of the dossier is not told; empty where all is."""
    if not brief.more:
        return ""
    said = counted("brief.more", brief.more, brief.lang)
    left = "; ".join(f"{heading} – {number}" for heading, number in brief.left)
    return f"{said[:1].upper()}{said[1:]}: {left}."


def generated(brief: Brief) -> str:
    """What the mark behind names that were made by rule means; empty where none is told."""
    told = any(MARK in cell for item in brief.items for cell in (item.label, *item.cells))
    return text("name.generated", brief.lang) if told else ""


def _short(said: str) -> str:
    if len(said) <= _LONGEST:
        return said
    return said[:_LONGEST].rsplit(" ", 1)[0].rstrip(",.;:–- ") + "…"
