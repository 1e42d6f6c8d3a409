"""`comity read`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from comity.cli import options, output, told
from comity.cli.words import say

if TYPE_CHECKING:
    from comity.pipeline import Page

Row = tuple[str, ...]


@click.command(help=say("read.help"), epilog=say("read.examples"))
@options.some_paths
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    help=say("read.format.help"),
)
@click.option("--unread", is_flag=True, help=say("read.unread.help"))
@options.jobs
def read(paths: tuple[str, ...], form: str, unread: bool, jobs: int | None) -> None:
    """Documents to claims."""
    from comity import pipeline

    files = pipeline.expand(paths)
    failures: list[pipeline.Failure] = []

    def pages() -> Iterator[Page]:
        found = pipeline.read_files(files, options.processes(jobs, len(files)))
        for page in output.progress(found, len(files), say("reading")):
            if isinstance(page, pipeline.Failure):
                failures.append(page)
                output.unread(page.why)
            else:
                yield page

    write = {"table": _table, "jsonl": _jsonl, "csv": _csv}[form]
    write(pages(), unread)
    if failures:
        sys.exit(1)


def _jsonl(pages: Iterable[Page], unread: bool) -> None:
    from comity import tables
    from comity.model import codec

    for page in pages:
        if unread:
            for one in page.unread:
                words = page.document.text[one.span[0] : one.span[1]]
                line = {
                    "doc": one.doc,
                    "span": list(one.span),
                    "triggers": list(one.triggers),
                    "words": words,
                }
                _line(codec.encode(line).decode())
        else:
            for claim in page.claims:
                _line(tables.jsonl(claim))


def _line(text: str) -> None:
    # The exchange form is UTF-8 with plain line feeds on every machine.
    sys.stdout.buffer.write(text.encode() + b"\n")


def _csv(pages: Iterable[Page], unread: bool) -> None:
    import csv

    from comity import tables

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("doc", "start", "end", "triggers", "words") if unread else tables.CSV_COLUMNS)
    for page in pages:
        text = page.document.text
        if unread:
            writer.writerows(
                tables.safe((one.doc, *map(str, one.span), " ".join(one.triggers), text[slice(*one.span)]))
                for one in page.unread
            )
        else:
            writer.writerows(tables.csv_row(claim, text) for claim in page.claims)


def _table(pages: Iterable[Page], unread: bool) -> None:
    rows = list((_unread_rows if unread else _claim_rows)(pages))
    if not rows:
        output.tell(say("unread.none" if unread else "read.none"))
        return
    columns = ("column.document", "column.line", "column.words") if unread else _CLAIM_COLUMNS
    output.table([say(column) for column in columns], rows, stretch=len(columns) - 1)
    if not unread:
        told.explain_marks(row[-1] for row in rows)


_CLAIM_COLUMNS = ("column.document", "column.line", "column.kind", "column.says")


def _claim_rows(pages: Iterable[Page]) -> Iterator[Row]:
    for page in pages:
        for claim in page.claims:
            line = page.document.position(claim.start)[0]
            yield claim.doc, str(line), told.kind(claim.kind), told.slots(claim.slots)


def _unread_rows(pages: Iterable[Page]) -> Iterator[Row]:
    for page in pages:
        for one in page.unread:
            words = " ".join(page.document.text[slice(*one.span)].split())
            yield one.doc, str(page.document.position(one.span[0])[0]), words
