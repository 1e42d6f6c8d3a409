"""Bytes to a `Document`: plain text, web pages, PDF, DOCX.

Importing this package is cheap: the parsers of each format are imported when a document of that format is
read. Nothing here opens a network connection, follows a link or runs anything that a document holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath

from comity.model.document import Document
from comity.sources.detect import SUFFIXES, media_type
from comity.sources.errors import LIMITS, Limits, SourceError, printable, too_large

__all__ = ["LIMITS", "Limits", "SourceError", "find", "from_bytes", "load"]

_LONGEST_ID = 180
"""Letters of a document's id: a register has room for these and for what tells two of one name apart."""


def load(path: Path | str, limits: Limits = LIMITS) -> Document:
    """Read a file; its id is its name without the extension. `SourceError` where that cannot be done."""
    path = Path(path)
    try:
        if path.is_dir():
            raise SourceError(path, "a folder, not a document", "name a file in it")
        if not path.exists():
            raise SourceError(path, "not there", "check the spelling of the path")
        if not path.is_file():
            # A pipe or a device would make us wait for ever.
            raise SourceError(path, "not a regular file", "save it to a file first")
        size = path.stat().st_size
        if size > limits.largest:
            raise too_large(path, size, limits.largest)
        data = path.read_bytes()
    except PermissionError as error:
        raise SourceError(path, "not permitted", "ask its owner for permission to read it") from error
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise SourceError(path, f"unreadable ({problem})", "check the path and the disk") from error
    return _document(data, path, limits)


def from_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """A document from bytes that did not come from a file, under a file name ("page.html")."""
    return _document(data, PurePath(name), limits)


def _document(data: bytes, path: PurePath, limits: Limits) -> Document:
    name = printable(path.name) or "document"
    kind = media_type(data, name, limits)
    sha256 = hashlib.sha256(data).hexdigest()
    ident = _ident(PurePath(name).stem, sha256)
    # Each format's parser is imported only when a document needs it: a command that reads no PDF pays for
    # none.
    try:
        if kind == "text/html":
            from comity.sources.html import read_html

            return read_html(data, ident, name, sha256)
        if kind == "application/pdf":
            from comity.sources.pdf import read_pdf

            return read_pdf(data, ident, name, sha256, limits)
        if kind == "text/plain":
            from comity.sources.text import read_text

            return read_text(data, ident, name, sha256)
        from comity.sources.docx import read_docx

        return read_docx(data, ident, name, sha256)
    except SourceError as error:
        # The parsers know the name only; the path that the user gave is what a message should say.
        raise SourceError(str(path), error.problem, error.remedy) from error


def _ident(stem: str, sha256: str) -> str:
    """A document's id: the name of its file, the end of a very long one replaced by the beginning of its hash."""
    return stem if len(stem) <= _LONGEST_ID else f"{stem[: _LONGEST_ID - 9]}-{sha256[:8]}"


def find(paths: Iterable[Path | str]) -> list[Path]:
    """The documents under files and folders: sorted, each once.

    A file that is named is taken whatever it is called; in folders, and the folders in them, only files with
    the name of a readable format (`.txt`, `.html`, `.pdf`, `.docx` and their like) are, and hidden ones are
    left out. `SourceError` for a path that is not there and for a folder without documents.
    """
    found: set[Path] = set()
    for given in paths:
        path = Path(given)
        try:
            if path.is_dir():
                inside = [p for p in _walk(path) if p.suffix.lower() in SUFFIXES]
                if not inside:
                    kinds = ", ".join(SUFFIXES)
                    raise SourceError(
                        path, "a folder without documents", f"name one that holds {kinds} files"
                    )
                found.update(inside)
            elif path.exists():
                found.add(path)
            else:
                raise SourceError(path, "not there", "check the spelling of the path")
        except (OSError, ValueError) as error:
            raise SourceError(path, "unreadable", "check the path and its permissions") from error
    return sorted(found)


def _walk(folder: Path) -> list[Path]:
    files: list[Path] = []
    folders = [folder]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                # A link to a folder may lead back up: never followed.
                if not entry.is_symlink():
                    folders.append(entry)
            elif entry.is_file():
                files.append(entry)
    return files
