"""Knowledge files to rows and entries, each with the line it stands on.

Two forms: tables as TSV (a comment line starts with `#`, the first other line names the columns, several
values in a cell are set apart by `;`), and word lists as TOML (tables of class names with lists of words).
The folder is the package's own; `COMITY_KNOWLEDGE` is deliberately not a setting, since results must not
depend on a machine.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comity.knowledge.errors import KnowledgeError

HOME = Path(__file__).parent
"""The folder of the knowledge that ships with the package."""


class Row(dict[str, str]):
    """The cells of a table row by column name, and where the row stands."""

    __slots__ = ("file", "line")

    def __init__(self, file: str, line: int, cells: Iterator[tuple[str, str]]) -> None:
        super().__init__(cells)
        self.file = file
        self.line = line

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several, in order."""
        cell = self[column]
        return tuple(cell.split(";")) if cell else ()

    def fail(self, message: str) -> KnowledgeError:
        """The error of this row."""
        return KnowledgeError(self.file, self.line, message)


def table(path: Path, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a TSV file that has exactly these columns; `KnowledgeError` where it does not."""
    name = _name(path)
    return [Row(name, number, zip(columns, cells, strict=True)) for number, cells in cells_of(path, columns)]


def cells_of(path: Path, columns: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    """The same as line numbers and bare cells, for a table of many thousand rows."""
    name = _name(path)
    rows: list[tuple[int, list[str]]] = []
    header = False
    for number, line in enumerate(text(path).split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if not header:
            if tuple(cells) != columns:
                raise KnowledgeError(name, number, f"columns must be {', '.join(columns)}")
            header = True
        elif len(cells) != len(columns):
            raise KnowledgeError(name, number, f"{len(cells)} cells where {len(columns)} columns are named")
        else:
            rows.append((number, cells))
    if not header:
        raise KnowledgeError(name, 1, "no line names the columns")
    return rows


def toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; `KnowledgeError` where it is not one."""
    try:
        return tomllib.loads(text(path))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(_name(path), _line_of(str(error)), str(error)) from error


def text(path: Path) -> str:
    """The text of a knowledge file; `KnowledgeError` where there is none or it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(_name(path), 1, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise KnowledgeError(_name(path), line, "not UTF-8") from error


def find_line(path: Path, *words: str) -> int:
    """The line of a file on which the last of the words stands behind the ones before it; 1 where none does.

    TOML values carry no positions; this finds them again, only when an error must be told.
    """
    content = text(path)
    offset = 0
    for word in words:
        found = content.find(word, offset)
        if found < 0:
            break
        offset = found
    return content.count("\n", 0, offset) + 1


def fail(path: Path, message: str, *words: str) -> KnowledgeError:
    """The error of a TOML file, told with the line that `find_line` finds."""
    return KnowledgeError(_name(path), find_line(path, *words), message)


def _name(path: Path) -> str:
    return path.relative_to(HOME).as_posix() if path.is_relative_to(HOME) else str(path)


def _line_of(message: str) -> int:
    before, _, after = message.partition("at line ")
    digits = after.split(",")[0]
    return int(digits) if before and digits.isdigit() else 1
