"""What a file is, by its bytes; its name decides only between plain text and a fragment of a web page."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from comity.sources.errors import Limits, SourceError, too_large

SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx")
"""The names of readable formats, for looking through folders."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only ways to pack that office documents know, and that `zipfile` unpacks no further than asked."""

_HTML_NAMES = {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"}
_HTML_HEAD = re.compile(
    rb"\A(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*+<(?:!doctype\s+html|html|head|body|title|meta|link|script|style)\b",
    re.I | re.S,
)
_HTML_TAG = re.compile(
    rb"<(?:!doctype|/?(?:html|head|body|p|div|span|table|tr|td|ul|ol|li|br|h[1-6]|a|b|i|title))[\s/>]", re.I
)
_HTML_BODY = re.compile(rb"<html[\s>]|<body[\s>]", re.I)

# Beginnings of files that are never text, with what to do about each.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save it as .docx or .pdf"),
    (b"{\\rtf", "a rich text (RTF) document", "save it as .docx or .pdf"),
    (b"\x1f\x8b", "packed with gzip", "unpack it first"),
    (b"BZh", "packed with bzip2", "unpack it first"),
    (b"\xfd7zXZ\x00", "packed with xz", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip", "unpack it first"),
    (b"Rar!\x1a\x07", "packed with RAR", "unpack it first"),
    (b"\x89PNG\r\n\x1a\n", "an image", "recognise its text (OCR) and save that"),
    (b"\xff\xd8\xff", "an image", "recognise its text (OCR) and save that"),
    (b"GIF87a", "an image", "recognise its text (OCR) and save that"),
    (b"GIF89a", "an image", "recognise its text (OCR) and save that"),
    (b"II*\x00", "an image", "recognise its text (OCR) and save that"),
    (b"MM\x00*", "an image", "recognise its text (OCR) and save that"),
    (b"AT&TFORM", "a DjVu document", "save it as .pdf with its text layer"),
)
_BINARY_REMEDY = "give a text, HTML, PDF or DOCX file"
_CONTROL = bytes([*range(1, 8), *range(14, 27), *range(28, 32)])


def media_type(data: bytes, name: str, limits: Limits) -> str:
    """The media type of a readable source; `SourceError` for any other."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f\v"):
        raise SourceError(name, "empty", "give a file with text in it")
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(name, what, remedy)
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return _within(data, name, limits.pdf, "application/pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _within(data, name, limits.docx, _office(data, name, limits))
    if _is_html(data, name):
        return _within(data, name, limits.html, "text/html")
    if _is_binary(data):
        raise SourceError(name, "binary", _BINARY_REMEDY)
    return _within(data, name, limits.text, "text/plain")


def _within(data: bytes, name: str, limit: int, kind: str) -> str:
    if len(data) > limit:
        raise too_large(name, len(data), limit)
    return kind


def _is_html(data: bytes, name: str) -> bool:
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(head):
        head = head.replace(b"\x00", b"")[2 if head[:1] in b"\xff\xfe" else 0 :]
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML_HEAD.match(head):
        return True
    if PurePath(name).suffix.lower() in _HTML_NAMES:
        return not _is_binary(data) or bool(_HTML_TAG.search(head))
    # A page saved under another name, behind the headers of a mail or a server's note: only if it begins as
    # markup.
    return head.lstrip().startswith(b"<") and bool(_HTML_BODY.search(head))


def wide(head: bytes) -> str:
    """The UTF-16 or UTF-32 of bytes without a byte order mark, told by their nil bytes; else ""."""
    sample = head[: min(len(head), 4096) // 4 * 4]
    if len(sample) < 8:
        return ""
    nil = [sample[i::4].count(0) / (len(sample) / 4) for i in range(4)]
    if nil[2] > 0.9 and nil[3] > 0.9 and nil[0] < 0.1:
        return "utf-32-le"
    if nil[0] > 0.9 and nil[1] > 0.9 and nil[3] < 0.1:
        return "utf-32-be"
    # Russian in UTF-16 has few nil bytes (only at spaces, digits and line ends) but many 04.
    # (0x20: the block of dashes and quotes.)
    high = [sum(sample[i::2].count(byte) for byte in (0, 4, 0x20)) / (len(sample) / 2) for i in range(2)]
    if 0 in sample and high[1] > 0.9 and high[0] < 0.5:
        return "utf-16-le"
    if 0 in sample and high[0] > 0.9 and high[1] < 0.5:
        return "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or wide(data):
        return False
    # No text in a one-byte or UTF-8 encoding holds a nil byte; and a register on PostgreSQL could not keep
    # it.
    if 0 in data:
        return True
    sample = data[:65536]
    return len(sample) - len(sample.translate(None, _CONTROL)) > 0.02 * len(sample)


def _office(data: bytes, name: str, limits: Limits) -> str:
    """A zip archive: a DOCX within the limits, or an error. Only its directory is looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    # zipfile lets several kinds of error through on hostile directories.
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError) as error:
        raise SourceError(name, "a damaged archive", "save the document again, or unpack it") from error
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        if "[Content_Types].xml" in names or "mimetype" in names:
            raise SourceError(name, "an office document of another kind", "save it as .docx or .pdf")
        raise SourceError(name, "an archive", "unpack it first")
    if any(member.flag_bits & 1 for member in members):
        raise SourceError(name, "locked with a password", "save it without one")
    if any(member.compress_type not in _PACKINGS for member in members):
        raise SourceError(
            name, "packed in a way that no office program does", "save it again as .docx or .pdf"
        )
    unpacked = sum(member.file_size for member in members)
    suspicious = unpacked > max(1_000_000, limits.ratio * len(data))
    if suspicious or unpacked > limits.unpacked or len(members) > limits.members:
        raise SourceError(
            name,
            f"unpacks to {unpacked / 1e6:.0f} MB in {len(members)} parts from {len(data) / 1e6:.1f} MB",
            "save it as .pdf or plain text, or raise the limit if you trust it",
        )
    return DOCX
