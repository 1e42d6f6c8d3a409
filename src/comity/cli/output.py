"""Writing for people: tables on stdout, progress on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from comity.cli.errors import RefusedError, of_system
from comity.cli.words import language, say

_T = TypeVar("_T")
_NARROW = 120
"""Width of tables, in characters, where stdout is no terminal."""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, stretch: int | None = None) -> None:
    """A table on stdout; the column number `stretch` takes the room that is left."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _NARROW, highlight=False)
    shown = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index, column in enumerate(columns):
        shown.add_column(column, overflow="fold", ratio=1 if index == stretch else None)
    for row in rows:
        # Text and not markup: square brackets of a document are its own.
        shown.add_row(*(Text(printable(cell)) for cell in row))
    console.print(shown)


def printable(text: str) -> str:
    """A text without control characters, which a document could use to play with the terminal."""
    return "".join(
        letter if letter.isprintable() or letter in "\n\t" else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def progress(things: Iterable[_T], total: int, label: str) -> Iterator[_T]:
    """The same things, with a bar on stderr where there are more than a few and somebody looks on."""
    with bar(total, label) as advance:
        for thing in things:
            yield thing
            advance(1)


@contextmanager
def bar(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, where there are more than a few things and somebody looks on; it is told how many are done."""
    if total <= 3 or not sys.stderr.isatty():
        yield lambda _count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(label, total=total)
        yield lambda count: shown.advance(task, count)


def tell(text: str) -> None:
    """A line for the person, on stderr."""
    click.echo(printable(text), err=True)


def unread(why: str) -> None:
    """That a document could not be read, in the language of the command line."""
    from comity.publishing.wording.errors import line

    tell(f"comity: {line(why, language())}")


def write(text: str, path: str | None) -> None:
    """A text to a file, or to stdout where none is named."""
    if path is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: str) -> None:
    """Bytes to a file, of which the size is told."""
    write_pieces([data], path)
    tell(say("dossier.written", path=path, size=size(len(data))))


def write_pieces(pieces: Iterable[bytes], path: str) -> None:
    """Bytes piece by piece to a file that takes its name when it is whole and the disk holds it."""
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe
            with target.open("wb") as out:
                out.writelines(pieces)
            return
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as out:
                out.writelines(pieces)
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise RefusedError(say("error.output", path=path, problem=of_system(error))) from error


def size(count: int) -> str:
    """How large a file is: in MB, or where that is less than one in kB."""
    from comity.publishing import numbers

    if count >= 1_000_000:
        return say("size.mb", size=numbers.number(round(count / 1e6, 1), language()))
    return say("size.kb", size=numbers.number(max(1, round(count / 1000)), language()))
