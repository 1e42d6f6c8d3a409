"""`comity backup`, `doctor`, `export` and `import`: keeping a register."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError
from comity.cli.words import plural, say


@click.command(help=say("backup.help"), epilog=say("backup.examples"))
@click.argument("file", metavar="FILE")
@options.db
def backup(file: str, db: str | None) -> None:
    """A copy of the register, made while it is in use."""
    from comity.register import store

    size = store.backup(file, db)
    output.tell(say("backup.done", path=file, size=output.size(size)))


@click.command(help=say("doctor.help"), epilog=say("doctor.examples"))
@options.db
@click.option("--quick", is_flag=True, help=say("doctor.quick.help"))
@click.option("--repair", is_flag=True, help=say("doctor.repair.help"))
def doctor(db: str | None, quick: bool, repair: bool) -> None:
    """What is wrong with the register."""
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.register import doctor as physician
    from comity.register import queries

    with store.guard():
        if repair:
            physician.repair()
        with output.bar(physician.steps(deep=not quick), say("doctor.examining")) as advance:
            problems = list(physician.examine(deep=not quick, advance=advance))
        counts = queries.counts()
    for problem in problems:
        click.echo(output.printable(problem.what))
    if not problems:
        held = f"{plural('documents', counts.documents)}, {plural('claims', counts.claims)}"
        output.tell(say("doctor.whole", held=held))
        return
    curable = sum(problem.derived for problem in problems)
    output.tell(say("doctor.problems", problems=plural("problems", len(problems)), curable=curable))
    sys.exit(1)


@click.command(help=say("export.help"), epilog=say("export.examples"))
@click.argument("file", metavar="FILE", default="-")
@options.output
@options.db
def export(file: str, output_: str | None, db: str | None) -> None:
    """The whole register as JSON Lines."""
    if output_ and file != "-":
        raise RefusedError(say("export.twice"))
    file = output_ or file
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.register import exchange

    with store.guard():
        if file == "-":
            for line in exchange.export():
                click.echo(line)
            return
        output.write_pieces((f"{line}\n".encode() for line in exchange.export()), file)
    output.tell(say("export.done", path=file, size=output.size(Path(file).stat().st_size)))


@click.command(name="import", help=say("import.help"), epilog=say("import.examples"))
@click.argument("file", metavar="FILE")
@options.db
def import_(file: str, db: str | None) -> None:
    """A register from JSON Lines."""
    if file != "-" and not Path(file).is_file():
        raise RefusedError(say("import.missing", path=file))
    from comity.register import store

    store.open_register(db)
    from comity.register import exchange

    # signs that are not UTF-8 go through, so that the line that has them is told
    with store.guard(), click.open_file(file, encoding="utf-8", errors="surrogateescape") as lines:
        count = exchange.load(lines)
    output.tell(say("import.done", documents=plural("documents", count)))
