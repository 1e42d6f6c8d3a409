"""`comity import-holders`."""

from __future__ import annotations

import sys

import click

from comity.cli import options, output
from comity.cli.words import plural, say


@click.command(name="import-holders", help=say("holders.help"), epilog=say("holders.examples"))
@click.argument("file", metavar="FILE")
@options.db
def import_holders(file: str, db: str | None) -> None:
    """A table of office holders for the register."""
    from comity.checking.holders import load, parse
    from comity.register import store

    table = parse(sys.stdin.buffer.read(), "-") if file == "-" else load(file)
    store.open_register(db)
    from comity.register import actions, queries

    with store.guard():
        terms = actions.import_holders(table)
        found = sum(finding.code == "C201" for finding in queries.findings())
    output.tell(
        say("holders.done", terms=plural("terms", terms), findings=plural("findings", found), code="C201")
    )
