"""The brief: the note that is taken to a meeting. Built from a dossier as one value (`build`), cut to a number of
pages (`fit`), then laid out by one module a form: `docx`, `pdf`, `html`, `markdown`.
"""

from __future__ import annotations

from comity.publishing.dossier import Dossier

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
"""The forms of a brief with their media types."""
PAGES = 2
"""Pages of a brief, where nobody says."""
MOST_PAGES = 20


def write(dossier: Dossier, lang: str, form: str, pages: int = PAGES, template: bytes | None = None) -> bytes:
    """The brief of a dossier as a file.

    `template` is of a DOCX, whose `TemplateError` (`comity.publishing.brief.docx`) comes through.
    """
    # What lays out is loaded for the form that is asked for: together they take a second.
    from comity.publishing.brief import build, fit

    brief = fit.fit(build.build(dossier, lang), pages)
    if form == "docx":
        from comity.publishing.brief import docx

        return docx.render(brief, template)
    if form == "pdf":
        from comity.publishing.brief import pdf

        return pdf.render(brief)
    if form == "html":
        from comity.publishing.brief import html

        return html.render(brief).encode()
    from comity.publishing.brief import markdown

    return markdown.render(brief).encode()
