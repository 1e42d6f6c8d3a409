"""What can be wrong with a source, and how large a source may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The largest source that is read, in bytes; raise them for a machine with the memory for it.

    A web page takes 20 to 45 times its size in memory while it is read, text five times. `unpacked` and
    `ratio` guard against archives that unpack to far more than they are: the total size of a DOCX once
    unpacked, and how many times its packed size that may be once it is over a megabyte.
    """

    text: int = 200 * _MB
    html: int = 50 * _MB
    pdf: int = 200 * _MB
    docx: int = 100 * _MB
    unpacked: int = 200 * _MB
    ratio: int = 200
    pages: int = 5_000
    members: int = 5_000

    @property
    def largest(self) -> int:
        """No source above this size is even opened."""
        return max(self.text, self.html, self.pdf, self.docx)


LIMITS = Limits()
"""The limits that hold unless others are given."""


def printable(name: str) -> str:
    """A name fit for one line of a message: no line breaks, control characters or halves of characters."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in whole)


class SourceError(Exception):
    """A file or folder that cannot be read as a document.

    `problem` says what is wrong in a few words ("binary", "empty"), `remedy` what its owner can do about it.
    `str` is one line that names the file, the problem and the remedy.
    """

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(path, problem, remedy)
        self.path = Path(path)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return printable(f"{self.path}: {self.problem}; {self.remedy}")


def too_large(path: Path | str, size: int, limit: int) -> SourceError:
    """The error for a source above a limit; both in bytes."""
    return SourceError(
        path,
        f"too large ({size / _MB:.0f} MB, the limit is {limit / _MB:.0f} MB)",
        "split it or raise the limit",
    )
