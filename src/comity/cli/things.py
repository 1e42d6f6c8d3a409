"""What `comity explain` says of records, of people and bodies, and of findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.cli import output, told
from comity.cli.words import language, plural, say

if TYPE_CHECKING:
    from comity.model.claim import Claim
    from comity.model.document import Document
    from comity.model.record import Entity, Finding, Record

_SHOWN = 12
"""Mentions shown before the rest is counted."""
_NEAR = 6
"""Other people of like names that are shown."""

Row = Callable[[str | None, str], None]
"""Prints a line behind a label of the catalogue, or below the one before."""


@dataclass(frozen=True)
class World:
    """Where things are looked up: documents and claims by id."""

    records: Sequence[Record]
    entities: Sequence[Entity]
    findings: Sequence[Finding]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]


def explain(wanted: str, world: World, row: Row) -> bool:
    """Explain the record, entity or finding of an id, or the people and bodies of a name; whether there is one."""
    record = next((one for one in world.records if one.id == wanted), None)
    if record is not None:
        _record(record, world, row)
        return True
    finding = next((one for one in world.findings if one.id == wanted), None)
    if finding is not None:
        _finding(finding, world, row)
        return True
    found, name = False, wanted.casefold()
    entities = [
        one for one in world.entities if one.id == wanted or name in (known.casefold() for known in one.names)
    ]
    for entity in entities or _like(wanted, world.entities):
        _entity(entity, world, row)
        found = True
    return found


def _like(wanted: str, entities: Sequence[Entity]) -> list[Entity]:
    """The people whom a name may mean that no document writes so: another script, initials, the family name alone."""
    from comity.resolving import names, parts

    keys = set(parts.keys(wanted))
    return [
        one
        for one in entities
        if one.kind == "person"
        and any(
            keys & set(parts.keys(name)) and not names.compare_names(wanted, name).conflict
            for name in one.names
        )
    ]


def named_by(claim: str, entities: Sequence[Entity], row: Row) -> None:
    """The people and bodies that a claim names, with their ids."""
    found = [one for one in entities if any(mention.claim == claim for mention in one.mentions)]
    for index, entity in enumerate(found):
        row(
            "explain.names" if index == 0 else None,
            f"{entity.id}, {say(f'kind.{entity.kind}')}: {entity.name}",
        )


def _record(record: Record, world: World, row: Row) -> None:
    from comity.publishing.tables import difference
    from comity.publishing.wording import reasons

    sides = " – ".join(_state(one) for one in record.dyad) or "–"
    row("explain.record", f"{record.id}, {told.beside(told.kind(record.kind), record.kind)}, {sides}")
    for index, line in enumerate(told.slot_by_slot(record.slots)):
        row("explain.says" if index == 0 else None, line)
    for index, claim in enumerate(record.claims):
        row("explain.from" if index == 0 else None, f"{_words(claim, world)} ({claim})")
    for index, one in enumerate(record.differences):
        name, values = difference(one, language(), record.kind)
        seen = "; ".join(
            f"{value} ({', '.join(sorted({_place(claim, world) for claim in claims}))})"
            for value, claims in values
        )
        row("explain.differ" if index == 0 else None, f"{told.beside(name, one.slot)}: {seen}")
    for index, reason in enumerate(record.reasons or (say("explain.one_claim"),)):
        row("explain.because" if index == 0 else None, reasons.told(reason, language()))


def _entity(entity: Entity, world: World, row: Row) -> None:
    from comity.publishing.wording import reasons

    side = f", {_state(entity.state)}" if entity.state else ""
    row("explain.entity", f"{entity.id}, {say(f'kind.{entity.kind}')}: {entity.name}{side}")
    row("explain.called", "; ".join(entity.names))
    if entity.offices:
        row("explain.offices", "; ".join(entity.offices))
    claims = list(dict.fromkeys(mention.claim for mention in entity.mentions))
    for index, claim in enumerate(claims[:_SHOWN]):
        row("explain.from" if index == 0 else None, f"{_words(claim, world)} ({claim})")
    if len(claims) > _SHOWN:
        row(None, say("explain.more", others=plural("others", len(claims) - _SHOWN)))
    for index, reason in enumerate(entity.reasons or (say("explain.one_name"),)):
        row("explain.because" if index == 0 else None, reasons.told(reason, language()))
    if entity.kind == "person":
        for index, (other, said) in enumerate(_near(entity, world.entities)[:_NEAR]):
            row(
                "explain.apart" if index == 0 else None,
                f"{other.name} ({other.id}): {reasons.told(said, language())}",
            )


def _near(entity: Entity, entities: Sequence[Entity]) -> list[tuple[Entity, str]]:
    """Other people whose names come near, with what speaks for and against their being one, the likest first."""
    from comity.resolving import names, parts

    def mention(one: Entity, name: str) -> names.Mention:
        office = one.offices[0] if len(one.offices) == 1 else None
        return names.Mention(name, office, one.state, years=one.years or None, sides=one.sides)

    keys = {key for name in entity.names for key in parts.keys(name)}
    found = []
    for other in entities:
        if other.kind != "person" or other.id == entity.id:
            continue
        if not any(keys & set(parts.keys(name)) for name in other.names):
            continue
        # A conflict between any two names parts them, however well the rest agrees.
        compared = [
            names.compare(mention(entity, mine), mention(other, theirs))
            for mine in entity.names
            for theirs in other.names
        ]
        telling = min(compared, key=lambda one: (not one.conflict, one.score, one.words()))
        found.append((telling.score, other, telling.words()))
    return [(other, said) for _, other, said in sorted(found, key=lambda one: (-one[0], one[1].id))]


def _finding(finding: Finding, world: World, row: Row) -> None:
    from comity.checking import message, rule

    one = rule(finding.code)
    row("explain.finding", f"{finding.id}, {one.code} {one.name}, {say(f'severity.{finding.severity}')}")
    row("explain.says", message(finding, language()))
    for index, words in enumerate(finding.evidence):
        document = world.documents.get(words.doc)
        if document is None:
            continue
        line, column = document.position(words.span[0])
        text = " ".join(document.text[words.span[0] : words.span[1]].split())
        row("explain.from" if index == 0 else None, f"{document.name}:{line}:{column}: {told.quoted(text)}")
    row("explain.rule", f"comity rules {one.code}")


def _words(claim: str, world: World) -> str:
    """The words of a claim with their place."""
    held = world.claims.get(claim)
    document = world.documents.get(held.doc) if held is not None else None
    if held is None or document is None:
        return claim
    start, end = held.evidence[0]
    line, column = document.position(start)
    words = told.quoted(" ".join(document.text[start:end].split()))
    return output.printable(f"{document.name}:{line}:{column}: {words}")


def _state(code: str) -> str:
    """A state by its name and code."""
    from comity.publishing.wording import state

    return told.beside(state(code, language()).bare, code)


def _place(claim: str, world: World) -> str:
    held = world.claims.get(claim)
    document = world.documents.get(held.doc) if held is not None else None
    if held is None or document is None:
        return claim
    return f"{document.name}:{document.position(held.start)[0]}"
