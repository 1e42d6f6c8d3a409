"""`comity demo`: the whole way on the shipped examples."""

from __future__ import annotations

import os
import sys
from importlib import resources
from pathlib import Path

import click

from comity.cli import options, output, serving
from comity.cli.words import plural, say

_DYADS = (("KAZ", "ISR"), ("EST", "MEX"))
"""The dyads of the shipped examples; the order of the states is the order in which a dossier names them."""


@click.command(help=say("demo.help"), epilog=say("demo.examples"))
@click.option("--serve/--no-serve", "site", default=None, help=say("demo.serve.help"))
@options.port
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    default="demo",
    show_default=True,
    metavar="FOLDER",
    help=say("demo.folder.help"),
)
@options.jobs
def demo(site: bool | None, port: int, folder: str, jobs: int | None) -> None:
    """Read, check, publish and serve the examples."""
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    db = home / "comity.db"
    for old in (db, home / "comity.db-wal", home / "comity.db-shm"):
        old.unlink(missing_ok=True)
    with resources.as_file(resources.files("comity.examples")) as examples:
        failed = _fill(examples, db, jobs)
    _summary()
    _dossiers(home)
    output.tell(say("demo.next", db=db))
    if site if site is not None else os.environ.get("DEMO_SERVE", "1") not in ("0", "no", "false", ""):
        serving.run(port, str(db))
    if failed:
        sys.exit(1)


def _fill(examples: Path, db: Path, jobs: int | None) -> int:
    """Add the examples; how many could not be read."""
    from comity import pipeline, sources
    from comity.register import store

    store.open_register(db)
    from comity.register import actions

    files = sources.find([examples])
    failed = 0
    pages = pipeline.read_files(files, options.processes(jobs, len(files)))
    for path, page in zip(files, output.progress(pages, len(files), say("reading")), strict=True):
        if isinstance(page, pipeline.Failure):
            output.unread(page.why)
            failed += 1
            continue
        unread = [one.span for one in page.unread]
        actions.add_document(page.document, path.read_bytes(), page.claims, unread, by="demo")
    return failed


def _summary() -> None:
    from comity.checking import message
    from comity.cli.words import language
    from comity.publishing.wording import text
    from comity.register import queries

    counts = queries.counts()
    click.echo(
        say(
            "demo.read",
            documents=plural("documents", counts.documents),
            claims=plural("claims", counts.claims),
            records=plural("records", counts.records),
            findings=plural("findings", counts.findings),
        )
    )
    click.echo()
    lang = language()
    rows = [(text(f"kind.{kind}", lang), str(number)) for kind, number in counts.claims_by_kind.items()]
    output.table((say("demo.kinds"), say("column.number")), rows)
    click.echo()
    findings = [(one.code, say(f"severity.{one.severity}"), message(one, lang)) for one in queries.findings()]
    output.table((say("demo.found"), say("column.severity"), say("column.title")), findings, stretch=2)
    click.echo()


def _dossiers(home: Path) -> None:
    from comity.cli.dossier import build, render

    click.echo(f"{say('demo.dossiers')}:")
    for a, b in _DYADS:
        built = build(a, b)
        if built is None:
            continue
        for lang in ("en", "ru"):
            path = home / f"{a.lower()}-{b.lower()}.{lang}.html"
            path.write_text(render(built, lang, "html"), encoding="utf-8")
            click.echo(f"  {path}")
