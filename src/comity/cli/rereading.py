"""`comity reread`: documents of the register read again by the rules of today."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from comity.cli import options, output, told
from comity.cli.words import plural, say

if TYPE_CHECKING:
    from comity.register.rereading import Change

_MARKS = {"added": "+", "removed": "-", "changed": "~", "kept": "="}


@click.command(help=say("reread.help"), epilog=say("reread.examples"))
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--diff", is_flag=True, help=say("reread.diff.help"))
@click.option("--by", metavar="NAME", default="", help=say("by.help"))
@options.db
def reread(documents: tuple[str, ...], diff: bool, by: str, db: str | None) -> None:
    """What reading anew makes of documents that are held."""
    from comity import pipeline
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.register import actions, queries, rereading

    with store.guard():
        wanted = list(documents) or [one.id for one in queries.documents()]
        for doc in documents:
            rereading.differences(doc, ())  # says so before anything is read where none has the id
    found: Counter[str] = Counter()
    failed = 0
    for doc in output.progress(wanted, len(wanted), say("reading")):
        with store.guard():
            page = pipeline.reread(queries.full_documents([doc])[doc])
            if isinstance(page, pipeline.Failure):
                failed += 1
                output.unread(page.why)
                continue
            unread = [one.span for one in page.unread]
            changes = (
                rereading.differences(doc, page.claims)
                if diff
                else actions.reread(doc, page.claims, unread, by)
            )
        found.update(one.act for one in changes)
        _tell(page.document.name, changes)
    if not diff:
        # Rules that resolve and check are newer too, also where nothing is read otherwise.
        with store.guard():
            actions.make_again(documents or None)
    numbers = {act: found[act] for act in _MARKS}
    summary = say("reread.summary", documents=plural("documents", len(wanted) - failed), **numbers)
    output.tell(f"{summary} {say('reread.nothing')}" if diff else summary)
    if failed:
        sys.exit(1)


def _tell(name: str, changes: Sequence[Change]) -> None:
    """Changes in the manner of a diff, below the name of their document."""
    if changes:
        click.echo(output.printable(name))
    for one in changes:
        held = one.before.claim if one.before is not None else None
        claim = held or one.after
        assert claim is not None
        says = told.slots(claim.slots)
        if one.act == "changed" and held is not None and one.after is not None:
            says = told.changed(held.slots, one.after.slots) or say("reread.words")
        click.echo(output.printable(f"  {_MARKS[one.act]} {told.kind(claim.kind)} {claim.id}: {says}"))
        if one.act == "kept" and one.before is not None:
            by = f"{say(f'decision.{one.before.decision}')} ({one.before.decided_by})"
            now = told.slots(one.after.slots) if one.after is not None else say("reread.gone")
            click.echo(output.printable(f"      {by}; {say('reread.now')}: {now}"))
