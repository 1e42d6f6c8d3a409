"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import click

from comity.cli.errors import RefusedError
from comity.cli.words import say

_Command = TypeVar("_Command", bound=Callable[..., Any] | click.Command)


class Decorator(Protocol):
    """What gives a command an option."""

    def __call__(self, command: _Command, /) -> _Command: ...


db: Decorator = click.option("--db", metavar="URL", help=say("db.help"))
jobs: Decorator = click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help=say("jobs.help"))
output: Decorator = click.option(
    "-o", "--output", "output_", type=click.Path(dir_okay=False), metavar="FILE", help=say("output.help")
)
port: Decorator = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help=say("serve.port.help"),
)
lang: Decorator = click.option("--lang", type=click.Choice(["en", "ru"]), help=say("lang.help"))
as_of: Decorator = click.option("--as-of", metavar="DATE", help=say("dossier.as_of.help"))
known_at: Decorator = click.option("--known-at", metavar="TIME", help=say("dossier.known_at.help"))
paths: Decorator = click.argument("paths", nargs=-1, metavar="[FILE|FOLDER]...")
some_paths: Decorator = click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...")


def form_of(
    form: str | None, path: str | None, forms: Sequence[str], default: str, others: Mapping[str, str]
) -> str:
    """The form that is written: that asked for, else that of the file's ending, else the usual one.

    `RefusedError` where the ending says another form than is asked for, or one that this command does not write;
    `others` names what writes that.
    """
    ending = path.rpartition(".")[2].casefold() if path and "." in path else ""
    told = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if form is None and told in forms:
        return told
    if told in others:
        raise RefusedError(say("form.other", path=path or "", command=others[told]))
    if form is not None and told in forms and told != form:
        raise RefusedError(say("form.differs", path=path or "", form=form))
    return form or default


def only_register(as_of: str | None, known_at: str | None) -> None:
    """Refuse another moment where documents are named: only a register remembers."""
    if as_of or known_at:
        raise RefusedError(say("moment.register"))


def processes(given: int | None, files: int) -> int:
    """How many processes read: those asked for, else one for few files, as starting more takes longer."""
    if given is not None:
        return given
    return min(os.cpu_count() or 1, 8) if files > 8 else 1
