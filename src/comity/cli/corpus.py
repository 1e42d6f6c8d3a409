"""`comity corpus`: many documents as data."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError, of_system
from comity.cli.words import plural, say

if TYPE_CHECKING:
    from comity.corpus import Answer, Engine

_folder = click.argument("folder", metavar="CORPUS", type=click.Path(file_okay=False))


@click.group(help=say("corpus.help"), epilog=say("corpus.examples"))
def corpus() -> None:
    """Many documents as data."""


@corpus.command("read", help=say("corpus.read.help"), epilog=say("corpus.read.examples"))
@options.some_paths
@click.option(
    "-o", "--output", "folder", required=True, metavar="CORPUS", type=click.Path(file_okay=False),
    help=say("corpus.output.help"),
)  # fmt: skip
@options.jobs
@click.option(
    "--ray", "address", is_flag=False, flag_value="local", metavar="[ADDRESS]", help=say("corpus.ray.help")
)
@click.option("--again", is_flag=True, help=say("corpus.again.help"))
def read(paths: tuple[str, ...], folder: str, jobs: int | None, address: str | None, again: bool) -> None:
    """Documents to the tables of a corpus."""
    from comity import pipeline
    from comity.corpus import Local, OnRay, build

    if address is not None and jobs is not None:
        raise RefusedError(say("corpus.ray.jobs"))
    files = pipeline.expand(paths)
    engine: Engine = OnRay(address) if address is not None else Local(options.processes(jobs, len(files)))

    with output.bar(len(files), say("reading")) as advance:

        def seen(page: pipeline.Page | pipeline.Failure | None) -> None:
            advance(1)
            if isinstance(page, pipeline.Failure):
                output.unread(page.why)

        done = build(files, folder, engine, again=again, seen=seen)
    output.tell(
        say(
            "corpus.read.done", read=plural("documents", done.read), claims=plural("claims", done.claims),
            held=done.held, failed=len(done.failures), folder=folder,
        )
    )  # fmt: skip
    if done.failures:
        sys.exit(1)


@corpus.command("join", help=say("corpus.join.help"), epilog=say("corpus.join.examples"))
@_folder
def join(folder: str) -> None:
    """Claims of a corpus to records, entities and findings."""
    from comity.corpus import join as joined

    done = joined(folder)
    output.tell(
        say(
            "corpus.join.done", records=plural("records", done.records), findings=plural("findings", done.findings),
            entities=f"{done.entities:,}", folder=folder,
        )
    )  # fmt: skip


@corpus.command("ask", help=say("corpus.ask.help"), epilog=say("corpus.ask.examples"))
@_folder
@click.argument("query", metavar="[SELECT]", required=False)
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "jsonl"]), default="table",
    help=say("corpus.format.help"),
)  # fmt: skip
@click.option(
    "-o", "--output", "path", type=click.Path(dir_okay=False), metavar="FILE",
    help=say("corpus.ask.output.help"),
)  # fmt: skip
def ask(folder: str, query: str | None, form: str, path: str | None) -> None:
    """What SQL over a corpus answers."""
    from comity.corpus import ask as asked
    from comity.corpus import tables

    if query is None:
        rows = [(name, ", ".join(held)) for name, held in tables(folder).items()]
        output.table([say("column.table"), say("column.columns")], rows, stretch=1)
        return
    if path is None:
        {"table": _table, "csv": _csv, "jsonl": _jsonl}[form](asked(folder, query))
        return
    try:
        asked(folder, query, into=path)
    except OSError as error:
        raise RefusedError(say("error.output", path=path, problem=of_system(error))) from error
    output.tell(say("dossier.written", path=path, size=f"{Path(path).stat().st_size / 1000:.0f}"))


_SHOWN = 200
"""Rows of a table that a person is shown; the rest is counted."""


def _table(answer: Answer) -> None:
    shown = [tuple(map(_cell, row)) for row, _ in zip(answer.rows, range(_SHOWN), strict=False)]
    output.table(answer.columns, shown)
    if rest := sum(1 for _ in answer.rows):
        output.tell(say("corpus.ask.more", rest=f"{rest:,}"))


def _csv(answer: Answer) -> None:
    from comity.tables import safe

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(safe(map(_cell, row)) for row in answer.rows)


def _jsonl(answer: Answer) -> None:
    from comity.model import codec

    for row in answer.rows:
        line = codec.encode(dict(zip(answer.columns, row, strict=True)))
        sys.stdout.buffer.write(line + b"\n")


def _cell(value: Any) -> str:
    """A value as a person reads it; a list or a person in JSON."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        from comity.model import codec

        return codec.encode(value).decode()
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)
