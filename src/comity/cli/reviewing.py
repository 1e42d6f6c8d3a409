"""`comity review`: what people decide about claims, records, people and findings."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from comity.cli import opening, options, output, told
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say

if TYPE_CHECKING:
    from comity.register.queries import HeldClaim, Judged

_by = click.option("--by", metavar="NAME", default="", help=say("by.help"))
_reason = click.option("--reason", "-m", metavar="TEXT", default="", help=say("reason.help"))
_claims = click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")


@click.group(help=say("review.help"), epilog=say("review.examples"))
def review() -> None:
    """Decisions of people."""


def _command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of the group; its help stands in the catalogue under its name."""
    return review.command(name, help=say(f"review.{name}.help"), epilog=say(f"review.{name}.examples"))


def _signed(command: Callable[..., Any]) -> Callable[..., Any]:
    """A decision is somebody's, for a reason, and about a register."""
    return _by(_reason(options.db(command)))


@_command("list")
@click.option("--kind", metavar="KIND", default="", help=say("review.kind.help"))
@click.option("--document", "doc", metavar="ID", default="", help=say("review.document.help"))
@click.option(
    "--state", type=click.Choice(["undecided", "decided", "all"]), default="undecided", show_default=True,
    help=say("review.state.help"),
)  # fmt: skip
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N",
              help=say("review.limit.help"))  # fmt: skip
@options.db
def list_(kind: str, doc: str, state: str, limit: int, db: str | None) -> None:
    """The queue, what reading is least sure of first."""
    from comity import tables

    opening.register(db)
    from comity.register import queries, reviewing, store

    with store.guard():
        wanted = reviewing.Filter(kind=kind, doc=doc, state=state)
        waiting = [one.held for one in reviewing.waiting(reviewing.queue(wanted)[:limit])]
        texts = queries.texts({one.claim.doc for one in waiting})
        done = reviewing.progress(wanted)
    for held in waiting:
        _tell(held)
        words = tables.evidence_words(held.claim, texts[held.claim.doc].text)
        click.echo(output.printable(f"    {told.quoted(words)}"))
    told.explain_marks(told.slots(held.claim.slots) for held in waiting)
    output.tell(say("review.progress", decided=done.decided, claims=plural("claims", done.all)))


@_command("accept")
@_claims
@_signed
def accept(claims: tuple[str, ...], by: str, reason: str, db: str | None) -> None:
    """Claims that are right as they were read."""
    opening.register(db)
    from comity.register import actions

    _decide(claims, lambda one: actions.accept(one, by, reason))


@_command("reject")
@_claims
@_signed
def reject(claims: tuple[str, ...], by: str, reason: str, db: str | None) -> None:
    """Claims that their documents do not make."""
    opening.register(db)
    from comity.register import actions

    _decide(claims, lambda one: actions.reject(one, by, reason))


@_command("edit")
@click.argument("claim", metavar="CLAIM")
@click.argument("slots", nargs=-1, required=True, metavar="SLOT=VALUE...")
@_signed
def edit(claim: str, slots: tuple[str, ...], by: str, reason: str, db: str | None) -> None:
    """What the document really says."""
    opening.register(db)
    from comity.register import actions, queries, store

    with store.guard():
        held = queries.claim(claim)
        if held is None:
            raise RefusedError(say("review.unknown", claim=claim))
        _tell(actions.edit(claim, _slots(held, slots), by, reason))


@_command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@_signed
def merge(ids: tuple[str, ...], by: str, reason: str, db: str | None) -> None:
    """Records, or people and bodies, that are one."""
    opening.register(db)
    from comity.register import actions, store

    with store.guard():
        _tell_judged(actions.merge(ids, by, reason))


@_command("split")
@click.argument("thing", metavar="ID")
@click.argument("part", nargs=-1, required=True, metavar="PART...")
@_signed
def split(thing: str, part: tuple[str, ...], by: str, reason: str, db: str | None) -> None:
    """Part of a record, a person or body, that is another."""
    opening.register(db)
    from comity.register import actions, store

    with store.guard():
        _tell_judged(actions.split(thing, part, by, reason))


@_command("dismiss")
@click.argument("finding", metavar="FINDING")
@_by
@click.option("--reason", "-m", metavar="TEXT", required=True, help=say("reason.help"))
@options.db
def dismiss(finding: str, by: str, reason: str, db: str | None) -> None:
    """A finding that is no fault."""
    opening.register(db)
    from comity.register import actions, store

    with store.guard():
        actions.dismiss(finding, by, reason)
    output.tell(say("review.dismissed", finding=finding))


@_command("undo")
@click.argument("what", metavar="CLAIM|NUMBER|FINDING")
@_signed
def undo(what: str, by: str, reason: str, db: str | None) -> None:
    """The last decision about a claim, a merge or split, a dismissal."""
    opening.register(db)
    from comity.register import actions, queries, store

    with store.guard():
        if what.isdecimal() and len(what) < _ID:
            _tell_judged(actions.undo_judgement(int(what), by))
        elif queries.finding(what) is not None:
            actions.reopen(what, by, reason)
            output.tell(say("review.reopened", finding=what))
        else:
            _tell(actions.undo(what, by))


@_command("history")
@click.argument("what", metavar="ID")
@options.db
def history(what: str, db: str | None) -> None:
    """Every act of people upon a claim, or upon a record with its claims."""
    opening.register(db)
    from comity.register import queries, store

    with store.guard():
        if (record := queries.record(what)) is not None and record.id == what:
            claims: Sequence[str] = record.claims
        else:
            claims = queries.claims_named(what) or [what]
        acts = [(claim, event) for claim in claims for event in queries.history(claim)]
        judged = queries.judgements_of(claims)
    for claim, event in sorted(acts, key=lambda item: (item[1].at, item[0])):
        slots = f": {told.slots(event.slots)}" if event.slots is not None else ""
        _act(f"{claim} {say(f'decision.{event.decision}')}{slots}", event)
    for one in judged:
        _act(f"{one.number} {_judged(one)}", one)
    if not acts and not judged:
        output.tell(say("review.never", what=what))


_ID = 16
"""Digits of an id; the number of a merge or split has fewer."""


def _decide(claims: Sequence[str], act: Callable[[str], HeldClaim]) -> None:
    """An act upon several claims: upon all of them or none."""
    from comity.register import actions, store

    with store.guard(), actions.batch():
        done = [act(one) for one in dict.fromkeys(claims)]
    for held in done:
        _tell(held)


def _slots(held: HeldClaim, given: Sequence[str]) -> dict[str, Any]:
    """The slots of a claim with those that a user gives in the place of its own; an empty value takes one away."""
    from comity.model import codec
    from comity.model.claim import slot_names
    from comity.publishing.tables import slot_name

    kind = held.claim.kind
    values: dict[str, Any] = dict(codec.plain(held.claim.slots))
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or name not in slot_names(kind):
            named = {slot: slot_name(slot, language(), kind) for slot in slot_names(kind)}
            has = ", ".join(slot if slot == said else f"{slot} ({said})" for slot, said in named.items())
            raise RefusedError(say("review.slot", slot=one, kind=told.kind(kind), slots=has))
        values.pop(name, None)
        if value:
            values[name] = _value(kind, name, value)
    return values


def _value(kind: str, slot: str, text: str) -> Any:
    """A value as a user gives it: a text where the slot takes one, else JSON; what is neither is left to be refused."""
    import msgspec

    from comity.model import codec

    candidates: list[Any] = [text]
    try:
        candidates.append(json.loads(text))
    except ValueError:
        candidates.append([text])  # a list of one
    for value in candidates:
        try:
            codec.slots_of(kind, {slot: value})
        except (msgspec.ValidationError, ValueError):
            continue
        return value
    return text


def _tell(held: HeldClaim) -> None:
    """A claim as it counts now."""
    claim = held.claim
    decided = f" [{say(f'decision.{held.decision}')}]" if held.decision else ""
    click.echo(output.printable(f"{claim.id}{decided} {told.claim(claim)}"))


def _judged(one: Judged) -> str:
    sides = " | ".join(" ".join(group) for group in one.claims)
    return f"{say(f'judged.{one.act}')}: {sides}"


def _tell_judged(one: Judged) -> None:
    click.echo(output.printable(f"{one.number} {_judged(one)}"))
    if one.undone_at is None:
        output.tell(say("review.judged", number=one.number))
    else:
        output.tell(say("review.unjudged", number=one.number))


def _act(what: str, act: Any) -> None:
    """An act with who did it when and why, and who took it back."""
    said = f"{act.at:%Y-%m-%d %H:%M} UTC, {act.by}: {what}"
    said += f" ({act.reason})" if act.reason else ""
    if act.undone_at is not None:
        said += f"; {say('review.undone', by=act.undone_by, at=f'{act.undone_at:%Y-%m-%d %H:%M}')}"
    click.echo(output.printable(said))
