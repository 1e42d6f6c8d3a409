"""Documents made to harm: what they are, and what must become of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

_SENTENCE = "On 3 May 2001 the Foreign Minister of Chile Luis Vega paid an official visit to Kenya."
_SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"

_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_BODY = (
    '{prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "{inner}</w:body></w:document>"
)


class Hostile(NamedTuple):
    """A document: its name, how its bytes are made, whether it is read all the same, what may not come of it."""

    name: str
    make: Callable[[], bytes]
    read: bool
    never: str = ""


def docx(inner: str, prolog: str = '<?xml version="1.0"?>', **extra: bytes) -> bytes:
    """A DOCX of a body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", _BODY.format(prolog=prolog, inner=inner))
        for name, data in extra.items():
            archive.writestr(name, data)
    return out.getvalue()


def _paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _bomb() -> bytes:
    return docx(_paragraph(_SENTENCE), bomb=b"\0" * 300_000_000)


def _nested_bomb() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"\0" * 50_000_000)
    return docx(_paragraph(_SENTENCE), **{f"word/{number}.zip": inner.getvalue() for number in range(6000)})


def _entities() -> bytes:
    prolog = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">'
        '<!ENTITY n SYSTEM "http://127.0.0.1:9/x">]>'
    )
    return docx(_paragraph(f"{_SENTENCE} &f; &n;"), prolog)


def _laughs() -> bytes:
    lines = ['<!ENTITY l0 "ha">', *(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))]
    return docx(_paragraph("&l9;"), f'<?xml version="1.0"?><!DOCTYPE a [{"".join(lines)}]>')


def _deep() -> bytes:
    return docx("<w:sdt><w:sdtContent>" * 20_000 + _paragraph(_SENTENCE) + "</w:sdtContent></w:sdt>" * 20_000)


def _page(inner: str, title: str = "A page") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{inner}</body></html>".encode()


TABLE: dict[str, Hostile] = {
    "zip bomb": Hostile("bomb.docx", _bomb, False),
    "archives in an archive": Hostile("many.docx", _nested_bomb, False),
    "external entities": Hostile("xxe.docx", _entities, True, "root:"),
    "a billion laughs": Hostile("laughs.docx", _laughs, False, "hahaha"),
    "XML nested deep": Hostile("deep.docx", _deep, False),
    "HTML nested deep": Hostile("deep.html", lambda: _page("<div>" * 100_000 + f"<p>{_SENTENCE}</p>"), True),
    "scripts in a page": Hostile(
        "page.html",
        lambda: _page(f"<p onclick=alert(1)>{_SENTENCE}</p><script>alert(1)</script>"),
        True,
        "<script>alert",
    ),
    "script for a title": Hostile(
        "title.html", lambda: _page(f"<p>{_SENTENCE}</p>", _SCRIPT), True, "<img src=x"
    ),
    "script in the text": Hostile(
        "text.txt", lambda: f"{_SCRIPT}\n\n{_SENTENCE} {_SCRIPT}".encode(), True, "<img src=x"
    ),
    "script in a name of a person": Hostile(
        "name.txt", lambda: _SENTENCE.replace("Luis Vega", "Luis <b>Vega").encode(), True, "<b>Vega"
    ),
    "script for a file's name": Hostile(f"{_SCRIPT}.txt", _SENTENCE.encode, True, "<img src=x"),
    "a path for a name": Hostile("../../../etc/cron.d/evil.txt", _SENTENCE.encode, True, "etc/cron"),
    "a name turned round": Hostile("invoice\u202etxt.exe.txt", _SENTENCE.encode, True, "\u202e"),
    "a name without end": Hostile(f"{'n' * 5000}.txt", _SENTENCE.encode, True, "n" * 200),
    "a name of signs that cannot be seen": Hostile("\u200b\u200b.txt", _SENTENCE.encode, True, "\u200b"),
    "direction turned round in the text": Hostile(
        "rtl.txt", lambda: f"{_SENTENCE} \u202eevil\u202c \u2066x\u2069".encode(), True, "\u202e"
    ),
    "a PDF that is a page": Hostile(
        "poly.html", lambda: b"%PDF-1.4\n" + _page(f"<script>alert(1)</script><p>{_SENTENCE}</p>"), False
    ),
    "a page that is a PDF": Hostile(
        "poly.pdf", lambda: _page(f"<p>{_SENTENCE}</p>{_SCRIPT}"), True, "<img src=x"
    ),
    "an archive that is a page": Hostile("zip.html", lambda: docx(_paragraph(_SENTENCE)), True),
    "one line without end": Hostile("line.txt", lambda: b"word " * 800_000, True),
    "zeros": Hostile("zeros.txt", lambda: b"\0" * 100_000, False),
    "a program": Hostile("program.txt", lambda: b"\x7fELF" + bytes(range(256)) * 100, False),
    "a damaged PDF": Hostile("broken.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 50, False),
    "an open figure": Hostile("formula.txt", lambda: b"=cmd|' /C calc'!A0 " + _SENTENCE.encode(), True),
}
"""What is handed over by what it is. `read` says that its words are taken all the same, as words."""
