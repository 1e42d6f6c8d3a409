"""`comity add`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError, one_line
from comity.cli.words import plural, say


@click.command(help=say("add.help"), epilog=say("add.examples"))
@options.some_paths
@options.db
@click.option("--by", metavar="NAME", default="", help=say("by.help"))
@click.option("--newer-version-of", "earlier", metavar="DOCUMENT", default="", help=say("add.earlier.help"))
@options.jobs
def add(paths: tuple[str, ...], db: str | None, by: str, earlier: str, jobs: int | None) -> None:
    """Documents into the register, each in one transaction."""
    from comity import pipeline
    from comity.register import settings, store

    files = pipeline.expand(paths)
    if earlier and len(files) != 1:
        raise RefusedError(say("add.earlier.one"))
    store.open_register(db)
    from comity.register import queries

    added, held, failed = _add(files, by, earlier, jobs)
    counts = queries.counts()
    total = f"{plural('documents', counts.documents)}, {plural('claims', counts.claims)}"
    where = settings.sqlite_path(db)
    name = str(where) if where is not None else "PostgreSQL"
    output.tell(say("add.summary", added=added, held=held, failed=failed, db=name, total=total))
    if failed:
        sys.exit(1)


def _add(files: list[Path], by: str, earlier: str, jobs: int | None) -> tuple[int, int, int]:
    """How many documents were added, were held already, and could not be read."""
    from comity import pipeline
    from comity.register import actions, queries, store
    from comity.register.errors import UnfitError

    added = held = failed = 0
    known = queries.hashes()
    quiet = len(files) > 20
    fresh: list[Path] = []
    for path in files:
        # What is held already is not read again: a second run after a stop goes straight to what is left.
        doc = known.get(pipeline.sha256_of(path) or "")
        if doc is None:
            fresh.append(path)
            continue
        held += 1
        if not quiet:
            output.tell(say("add.held", name=path, doc=doc))
    pages = pipeline.read_files(fresh, options.processes(jobs, len(fresh)))
    for path, page in zip(fresh, output.progress(pages, len(fresh), say("reading")), strict=True):
        if isinstance(page, pipeline.Failure):
            failed += 1
            output.unread(page.why)
            continue
        try:
            with store.guard():
                unread = [one.span for one in page.unread]
                made = actions.add_document(
                    page.document, path.read_bytes(), page.claims, unread, by, earlier
                )
        except (UnfitError, OSError) as error:
            failed += 1
            output.tell(f"comity: {path}: {one_line(error)}")
            continue
        if made.new:
            added += 1
        else:
            held += 1
        if not quiet:
            text = say("add.added", name=path, claims=plural("claims", made.claims))
            output.tell(text if made.new else say("add.held", name=path, doc=made.doc))
    return added, held, failed
