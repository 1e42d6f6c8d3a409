"""`comity explain`: the way from words to a claim, and what made a record, a person or a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.cli import opening, options, output, things, told
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say

if TYPE_CHECKING:
    from comity.model.claim import Claim, Slots
    from comity.model.document import Document
    from comity.model.record import Record
    from comity.pipeline import Result
    from comity.register.queries import Held


@click.command(help=say("explain.help"), epilog=say("explain.examples"))
@click.argument("claim", metavar="ID|NAME")
@options.paths
@options.db
@options.as_of
@options.known_at
@options.jobs
def explain(
    claim: str,
    paths: tuple[str, ...],
    db: str | None,
    as_of: str | None,
    known_at: str | None,
    jobs: int | None,
) -> None:
    """Words, frame, claim, record."""
    if paths:
        options.only_register(as_of, known_at)
        _from_files(claim, paths, jobs)
    elif as_of or known_at:
        _from_moment(claim, db, as_of, known_at)
    else:
        _from_register(claim, db)


def _from_files(claim_id: str, paths: tuple[str, ...], jobs: int | None) -> None:
    from comity import pipeline

    files = pipeline.expand(paths)
    result = pipeline.read_paths(files, options.processes(jobs, len(files)))
    _from_world(claim_id, _world_of(result), say("explain.files"))


def _from_moment(claim_id: str, db: str | None, as_of: str | None, known_at: str | None) -> None:
    from comity.register import store

    opening.register(db)
    from comity.register import moments

    with store.guard():
        held = moments.held(moments.moment(as_of, known_at))
    _from_world(claim_id, _world_of(held), say("explain.register"))


def _from_world(claim_id: str, world: things.World, where: str) -> None:
    claim = world.claims.get(claim_id)
    if claim is None:
        if things.explain(claim_id, world, _row):
            return
        raise RefusedError(say("explain.unknown", claim=claim_id, where=where))
    _print(claim, world.documents[claim.doc])
    _print_record(next((one for one in world.records if claim_id in one.claims), None))
    things.named_by(claim_id, world.entities, _row)


def _world_of(held: Result | Held) -> things.World:
    """What reading or a register came to, for looking things up."""
    documents = held.documents.values() if isinstance(held.documents, dict) else held.documents
    return things.World(
        records=held.records,
        entities=held.entities,
        findings=held.findings,
        claims={one.id: one for one in held.claims},
        documents={one.id: one for one in documents},
    )


def _from_register(claim_id: str, db: str | None) -> None:
    from comity.register import store

    opening.register(db)
    from comity.register import queries

    with store.guard():
        held = queries.claim(claim_id)
        if held is None:
            if things.explain(claim_id, _world(claim_id), _row):
                return
            raise RefusedError(say("explain.unknown", claim=claim_id, where=say("explain.register")))
        document = queries.full_documents([held.claim.doc])[held.claim.doc]
        record = queries.record(claim_id)
        named = queries.entities(dyad_key=queries.dyad_key(held.dyad))
    _print(held.claim, document)
    if held.decision:
        said = f"{say(f'decision.{held.decision}')}, {held.decided_by}, {held.decided_at:%Y-%m-%d %H:%M} UTC"
        _row("explain.decision", f"{said}: {held.reason}" if held.reason else said)
        if held.machine != held.claim.slots:
            _print_slots("explain.machine", held.machine)
    _print_record(record)
    things.named_by(claim_id, named, _row)


def _world(wanted: str) -> things.World:
    """What is held of the dyads of the thing of an id or name, and no more."""
    from comity.register import queries

    keys = queries.dyad_keys_of(wanted)
    claims = [one for key in keys for one in queries.claims(dyad_key=key)]
    findings = queries.findings_of(wanted)
    documents = {one.doc for one in claims} | {words.doc for one in findings for words in one.evidence}
    return things.World(
        records=[one for key in keys for one in queries.records(dyad_key=key)],
        entities=[one for key in keys for one in queries.entities(dyad_key=key)],
        findings=findings,
        claims={one.id: one for one in claims},
        documents=queries.texts(documents),
    )


def _print(claim: Claim, document: Document) -> None:
    from comity.publishing import numbers
    from comity.publishing.wording.phrases import read_by

    for index, (start, end) in enumerate(claim.evidence):
        line, column = document.position(start)
        words = told.quoted(" ".join(document.text[start:end].split()))
        _row("explain.words" if index == 0 else None, f"{document.name}:{line}:{column}: {words}")
    for index, step in enumerate(claim.why):
        _row("explain.frame" if index == 0 else None, read_by(step, language()))
    if not claim.why:
        _row("explain.frame", say("explain.no_frame"))
    _print_steps(claim, document)
    _row("explain.claim", told.beside(told.kind(claim.kind), claim.kind))
    _print_slots(None, claim.slots)
    sure = numbers.number(round(claim.confidence, 2), language())
    _row("explain.confidence", f"{sure} ({say('explain.reader', reader=claim.reader or '–')})")


def _print_slots(key: str | None, slots: Slots) -> None:
    """What a claim says slot by slot, each with the machine's names."""
    for index, line in enumerate(told.slot_by_slot(slots)):
        _row(key if index == 0 else None, line)


def _print_steps(claim: Claim, document: Document) -> None:
    """What the phrases of the sentence were taken for, one a line."""
    from comity.publishing.wording import phrases
    from comity.reading.explain import steps

    for index, step in enumerate(steps(document, claim)):
        words = told.quoted(" ".join(step.words.split()))
        _row("explain.phrases" if index == 0 else None, f"{words} – {phrases.told(step, language())}")


def _print_record(record: Record | None) -> None:
    if record is None:
        return
    from comity.publishing.wording import reasons

    others = len(record.claims) - 1
    company = say("explain.with", others=plural("others", others)) if others else say("explain.alone")
    _row("explain.record", f"{record.id}, {company}")
    for index, reason in enumerate(record.reasons):
        _row("explain.because" if index == 0 else None, reasons.told(reason, language()))


def _row(key: str | None, text: str) -> None:
    label = f"{say(key)}:" if key else ""
    click.echo(output.printable(f"{label:16} {text}"))
