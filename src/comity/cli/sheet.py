"""`comity sheet`: all records of a kind as one table."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from comity.cli import opening, options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say, speak
from comity.model.claim import KINDS

_FORMS = ("csv", "xlsx", "json", "jsonl")


@click.command(help=say("sheet.help"), epilog=say("sheet.examples"))
@click.argument("kind", type=click.Choice(list(KINDS)), required=False, metavar="[KIND]")
@click.option("--state", "states", multiple=True, metavar="STATE", help=say("sheet.state.help"))
@click.option("--from", "first", metavar="DATE", default="", help=say("sheet.from.help"))
@click.option("--to", "last", metavar="DATE", default="", help=say("sheet.to.help"))
@click.option(
    "--format", "form", type=click.Choice(_FORMS), show_default="csv", help=say("dossier.format.help")
)
@options.lang
@options.output
@options.db
def sheet(
    kind: str | None,
    states: tuple[str, ...],
    first: str,
    last: str,
    form: str | None,
    lang: str | None,
    output_: str | None,
    db: str | None,
) -> None:
    """Every record of a kind; without one, how many there are of each."""
    speak(lang)
    opening.register(db)
    from comity.cli.searching import refuse
    from comity.publishing import whole
    from comity.publishing.wording import text
    from comity.register import gathering, store

    spoken = language()
    chosen = options.form_of(form, output_, _FORMS, "csv", {})
    if kind and chosen == "xlsx" and output_ is None:
        raise RefusedError(say("sheet.xlsx"))
    with store.guard():
        asked, meant = gathering.understood(states, first, last)
        refuse(meant, spoken)
        counts = gathering.counts(asked)
        if kind is None:
            rows = [
                (one, text(f"kind.{one}", spoken), str(number)) for one, number in counts.items() if number
            ]
            output.table([say("sheet.kind"), "", say("sheet.records")], rows)
            return
        told = output.progress(gathering.gathered(kind, asked), counts[kind], say("sheet.writing"))
        pieces = whole.write(chosen, kind, told, spoken)
        if output_ is None:
            _print(pieces)
            return
        output.write_pieces(pieces, output_)
    output.tell(say("sheet.done", path=output_, records=plural("records", counts[kind])))


def _print(pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
