"""Plain text: the decoded file, unchanged.

Offsets into the text are Unicode code points of the file decoded as it is: line ends stay (CRLF is two), and
a UTF-8 byte order mark stays as the first character, so that offsets equal those of Python's
`decode("utf-8")`.
"""

from __future__ import annotations

from comity.model.document import Document
from comity.sources.date import stated_date
from comity.sources.encoding import decode
from comity.sources.errors import SourceError
from comity.sources.language import detect


def read_text(data: bytes, ident: str, name: str, sha256: str) -> Document:
    """A document from the bytes of a text file."""
    decoded = decode(data)
    text = decoded.text
    if "\x00" in text:
        raise SourceError(name, "binary", "give a text, HTML, PDF or DOCX file")
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise SourceError(name, "empty", "give a file with text in it")
    return Document(
        id=ident,
        name=name,
        sha256=sha256,
        text=text,
        media_type="text/plain",
        encoding=decoded.encoding,
        language=detect(text),
        title=_title(text),
        date=stated_date(text),
        notes=decoded.notes,
    )


def _title(text: str) -> str:
    """The text before the first empty line, if it is one to three short lines without a sentence's end."""
    head = text[:4000].lstrip("\ufeff").lstrip()
    lines: list[str] = []
    for line in head.splitlines():
        if not line.strip():
            break
        lines.append(line.strip().lstrip("#").strip())
    # A headline that a site has over its page and again over its article is one.
    title = " ".join(" ".join(dict.fromkeys(lines)).split())
    if not any(sign.isalpha() for sign in title):
        return ""
    short = len(lines) <= 3 and 0 < len(title) <= 160 and len(title) < len(head.strip())
    return title if short and not title.endswith((".", "!", ";", ":")) else ""
