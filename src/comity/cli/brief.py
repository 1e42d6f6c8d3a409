"""`comity brief`."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, say

_FORMS = ("docx", "pdf", "html", "md")
_IN_WORDS = frozenset({"html", "md"})
"""Forms that go to stdout where no file is named."""


@click.command(help=say("brief.help"), epilog=say("brief.examples"))
@click.argument("a", metavar="STATE", required=False)
@click.argument("b", metavar="STATE", required=False)
@options.lang
@click.option(
    "--format", "form", type=click.Choice(_FORMS), show_default="docx",
    help=say("dossier.format.help"),
)  # fmt: skip
@click.option(
    "--pages", type=click.IntRange(1, 20), default=2, show_default=True, metavar="N",
    help=say("brief.pages.help"),
)  # fmt: skip
@options.as_of
@options.known_at
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help=say("brief.template.help"),
)
@click.option(
    "--write-template", type=click.Path(dir_okay=False), metavar="FILE", help=say("brief.write_template.help")
)
@options.output
@options.db
def brief(
    a: str | None,
    b: str | None,
    lang: str | None,
    form: str | None,
    pages: int,
    as_of: str | None,
    known_at: str | None,
    template: str | None,
    write_template: str | None,
    output_: str | None,
    db: str | None,
) -> None:
    """The brief of two states."""
    from comity.publishing.brief import docx

    if write_template:
        output.write_bytes(docx.template(), write_template)
        return
    if not a or not b:
        raise RefusedError(say("brief.states"))
    chosen = options.form_of(form, output_, _FORMS, "docx", {})
    if template and chosen != "docx":
        raise RefusedError(say("brief.template.form"))
    from comity.cli.dossier import found
    from comity.publishing.brief import write

    told = found(a, b, db, as_of, known_at)
    spoken = lang or language()
    try:
        made = write(told, spoken, chosen, pages, Path(template).read_bytes() if template else None)
    except docx.TemplateError as error:
        raise RefusedError(say("brief.template.bad", path=template or "")) from error
    if output_ is None and chosen in _IN_WORDS:
        output.write(made.decode(), None)
        return
    output.write_bytes(made, output_ or f"{'-'.join(told.dyad).lower()}-{spoken}.{chosen}")
