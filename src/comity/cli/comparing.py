"""`comity compare`: what a newer version of a page, or any other document, adds, drops and tells otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli import opening, options, output, told
from comity.cli.errors import RefusedError
from comity.cli.words import say

if TYPE_CHECKING:
    from comity.model.claim import Claim
    from comity.model.document import Document
    from comity.resolving.comparing import Comparison


@click.command(help=say("compare.help"), epilog=say("compare.examples"))
@click.argument("a", metavar="EARLIER")
@click.argument("b", metavar="LATER", required=False)
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text",
              help=say("compare.format.help"))  # fmt: skip
@options.db
def compare(a: str, b: str | None, format_: str, db: str | None) -> None:
    """Two documents, each a file or one of the register; of one alone, it and the version before it."""
    if b is not None and all(Path(one).is_file() for one in (a, b)):
        found, texts = _of_files(a, b)
    else:
        found, texts = _of_register(a, b, db)
    (_json if format_ == "jsonl" else _text)(found, texts)
    numbers = {name: len(getattr(found, name)) for name in ("added", "dropped", "changed", "same")}
    output.tell(say("compare.summary", **numbers))


def _of_files(a: str, b: str) -> tuple[Comparison, dict[str, Document]]:
    from comity import pipeline
    from comity.resolving import dyads_of, resolve
    from comity.resolving.comparing import compare as compared

    pages = []
    for page in pipeline.read_files([Path(a), Path(b)]):
        if isinstance(page, pipeline.Failure):
            raise RefusedError(page.why)
        pages.append(page)
    claims = [*pages[0].claims, *pages[1].claims]
    dyads = dyads_of(claims)
    records = [one.claims for one in resolve(claims, dyads).records]
    known = {claim.id: dyad for claim, dyad in zip(claims, dyads, strict=True)}
    found = compared(pages[0].claims, pages[1].claims, known, records)
    return found, {page.document.id: page.document for page in pages}


def _of_register(a: str, b: str | None, db: str | None) -> tuple[Comparison, dict[str, Document]]:
    from comity.register import store

    opening.register(db)
    from comity.register import comparing, editions, queries

    with store.guard():
        if b is None:
            versions = next((page for page in editions.editions() if any(one.doc == a for one in page)), ())
            place = next((at for at, one in enumerate(versions) if one.doc == a), 0)
            if not place:
                raise RefusedError(say("compare.alone", doc=a))
            a, b = versions[place - 1].doc, a
        held = []
        for doc in (a, b):
            document = queries.document(doc)
            if document is None:
                raise RefusedError(say("compare.missing", doc=doc))
            held.append(document)
        found = comparing.compared(held[0], held[1])
    return found, {one.document.id: one.document for one in held}


def _text(found: Comparison, texts: dict[str, Document]) -> None:
    """In the manner of a diff, each claim with its words."""
    from comity import tables

    lines: list[str] = []

    def put(line: str) -> None:
        lines.append(line)
        click.echo(output.printable(line))

    for mark, claims in (("+", found.added), ("-", found.dropped)):
        for one in claims:
            put(f"{mark} {told.claim(one)}")
            put(f"    {told.quoted(tables.evidence_words(one, texts[one.doc].text))}")
    for pair in found.changed:
        put(f"~ {told.kind(pair.b.kind)}: {told.changed(pair.a.slots, pair.b.slots)}")
        for one in (pair.a, pair.b):
            put(f"    {told.quoted(tables.evidence_words(one, texts[one.doc].text))}")
    told.explain_marks(lines)


def _json(found: Comparison, texts: dict[str, Document]) -> None:
    """A line a claim or pair of claims."""
    from comity import tables

    def line_of(one: Claim) -> dict[str, Any]:
        return {**json.loads(tables.jsonl(one)), "words": tables.evidence_words(one, texts[one.doc].text)}

    lines: list[dict[str, Any]] = [{"change": "added", "later": line_of(one)} for one in found.added]
    lines += [{"change": "dropped", "earlier": line_of(one)} for one in found.dropped]
    for change, pairs in (("changed", found.changed), ("same", found.same)):
        for pair in pairs:
            line = {"change": change, "earlier": line_of(pair.a), "later": line_of(pair.b)}
            lines.append({**line, "slots": list(pair.differs)} if pair.differs else line)
    for one in lines:
        click.echo(json.dumps(one, ensure_ascii=False))
