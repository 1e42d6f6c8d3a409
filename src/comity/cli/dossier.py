"""`comity dossier`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.cli import opening, options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, say

if TYPE_CHECKING:
    from comity.publishing.dossier import Dossier


_FORMS = ("html", "md")
_OF_BRIEF = {"pdf": "comity brief --format pdf", "docx": "comity brief"}
"""Forms that only the brief has."""


@click.command(help=say("dossier.help"), epilog=say("dossier.examples"))
@click.argument("a", metavar="STATE")
@click.argument("b", metavar="STATE")
@options.lang
@click.option(
    "--format", "form", type=click.Choice(_FORMS), show_default="html", help=say("dossier.format.help")
)
@options.as_of
@options.known_at
@options.output
@options.db
def dossier(
    a: str,
    b: str,
    lang: str | None,
    form: str | None,
    as_of: str | None,
    known_at: str | None,
    output_: str | None,
    db: str | None,
) -> None:
    """The dossier of two states."""
    chosen = options.form_of(form, output_, _FORMS, "html", _OF_BRIEF)
    output.write(render(found(a, b, db, as_of, known_at), lang or language(), chosen), output_)


def found(a: str, b: str, db: str | None, as_of: str | None = None, known_at: str | None = None) -> Dossier:
    """The dossier of two states as a user names them, of a register; `RefusedError` where there is none."""
    from comity.cli.states import name_of, state_of, suggestion
    from comity.register import store

    opening.register(db)
    from comity.register import queries

    with store.guard():
        held = {state for one in queries.dyads() for state in one.states}
        first, second = state_of(a, held), state_of(b, held)
        if first == second:
            raise RefusedError(say("dossier.same", a=first))
        built = build(first, second, as_of, known_at)
    if built is None:
        # A code may be right and yet another one meant: ISL is Iceland, and the register is about ISR.
        hints = [suggestion(code, held, only_held=True) for code in (first, second) if code not in held]
        remedy = " ".join(hint for hint in hints if hint) or say("dossier.add_first")
        raise RefusedError(
            say(
                "dossier.empty",
                a=first,
                b=second,
                a_name=name_of(first),
                b_name=name_of(second),
                remedy=remedy,
            )
        )
    return built


def build(a: str, b: str, as_of: str | None = None, known_at: str | None = None) -> Dossier | None:
    """The dossier of two states from the open register; `None` where nothing is held about them.

    `as_of` and `known_at` are a date and a time as a user gives them.
    """
    import datetime

    import msgspec

    from comity.publishing import dossier as publishing
    from comity.register import moments

    date = moments.date_of(as_of) if as_of else None
    time = moments.time_of(known_at) if known_at else None
    inputs = moments.dossier_inputs(a, b, as_of=date, known_at=time)
    if not inputs.claims:
        return None
    built = publishing.build(
        (a, b), inputs.claims, inputs.records, inputs.entities, inputs.findings, inputs.documents
    )
    shown = f"{time.astimezone(datetime.UTC):%Y-%m-%d %H:%M}" if time else ""
    return msgspec.structs.replace(built, as_of=date, known_at=shown)


def render(built: Dossier, lang: str, form: str) -> str:
    """A dossier as text of one of the forms."""
    if form == "md":
        from comity.publishing import markdown

        return markdown.render(built, lang)
    from comity.publishing import html

    return html.render(built, lang)
