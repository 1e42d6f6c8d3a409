"""What is held about one thing in all dyads: a person, body, enterprise or place, a state, an instrument, a record."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from comity.model.claim import Agreement, State
from comity.model.record import Entity, Finding, Record
from comity.register import models, queries


@dataclass(frozen=True)
class Named:
    """One thing across dyads: its identity, its fullest name and the others, whose it is, and how often it is named.

    `office` is that of the entity with most mentions, and `dyads` in how many it is held.
    """

    identity: str
    name: str
    names: tuple[str, ...]
    office: str
    state: State
    dyads: int
    mentions: int


@dataclass(frozen=True)
class Thing:
    """One thing across dyads, with what each dyad's documents say of it.

    `records` are those that any of its mentions is in, with the dyad of each.
    """

    identity: str
    kind: str
    entities: tuple[Entity, ...]
    records: tuple[Record, ...]

    @property
    def name(self) -> str:
        """The fullest name."""
        return _fullest(self.entities)


class _Mention(msgspec.Struct, frozen=True):
    claim: str


class _Listed(msgspec.Struct, frozen=True):
    """What a list shows of an entity."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    state: State | None = None
    mentions: tuple[_Mention, ...] = ()


_read = msgspec.json.Decoder(_Listed).decode


def _fullest(entities: Iterable[Entity | _Listed]) -> str:
    return max((one.name for one in entities), key=lambda name: (len(name), name))


def things(kind: str) -> list[Named]:
    """The things of a kind by name."""
    # Tens of thousands are read at once: their JSON is taken as text, and no more of it than is listed.
    rows = models.Entity.objects.order_by().filter(kind=kind)
    columns = rows.values_list("id", "dyad_id", "identity", Cast("data", TextField()))
    together: dict[str, list[tuple[str | None, _Listed]]] = {}
    for ident, dyad, identity, data in columns.iterator(chunk_size=2000):
        together.setdefault(identity or ident, []).append((dyad, _read(data)))
    found = []
    for identity, held in together.items():
        entities = sorted((one for _, one in held), key=lambda one: (-len(one.mentions), one.id))
        name = _fullest(entities)
        found.append(
            Named(
                identity=identity,
                name=name,
                names=tuple(sorted({said for one in entities for said in one.names} - {name})),
                office=next((one.offices[0] for one in entities if one.offices), ""),
                state=next((one.state for one in entities if one.state), ""),
                dyads=len({dyad for dyad, _ in held}),
                mentions=len({mention.claim for one in entities for mention in one.mentions}),
            )
        )
    return sorted(found, key=lambda one: (one.name, one.identity))


def thing(kind: str, ident: str) -> Thing | None:
    """A thing by its identity or the id of any of its entities; `None` where there is none."""
    one = models.Entity.objects.filter(Q(pk=ident) | Q(identity=ident), kind=kind).order_by("id").first()
    if one is None:
        return None
    identity = one.identity
    rows = models.Entity.objects.filter(Q(identity=identity) | Q(pk=one.id), kind=kind).order_by("id")
    entities = tuple(queries.as_entity(row) for row in rows)
    claims = {mention.claim for entity in entities for mention in entity.mentions}
    return Thing(identity, kind, entities, tuple(records_of(claims)))


def identities(ids: Iterable[str]) -> dict[str, str]:
    """The identity of each of some entities, by the entity's id."""
    rows = models.Entity.objects.order_by().filter(pk__in=list(ids))
    return {ident: identity or ident for ident, identity in rows.values_list("id", "identity")}


def records_of(claims: Iterable[str]) -> list[Record]:
    """The records that some claims are in, by date."""
    wanted = sorted(set(claims))
    found: dict[str, Record] = {}
    for first in range(0, len(wanted), 500):
        rows = models.Record.objects.filter(claims__in=wanted[first : first + 500]).order_by("date", "id")
        found |= {row.id: queries.as_record(row) for row in rows.distinct()}
    return sorted(found.values(), key=lambda one: one.id)


def records_with(state: State, kinds: Iterable[str]) -> list[Record]:
    """The records of some kinds in all dyads of a state."""
    rows = models.Record.objects.filter(dyad__parties__state=state, kind__in=list(kinds)).order_by(
        "date", "id"
    )
    return [queries.as_record(row) for row in rows]


def claims_of(record: Record) -> list[queries.HeldClaim]:
    """The claims behind a record, by document and place in it."""
    rows = models.Claim.objects.filter(pk__in=record.claims)
    found = [queries.held(row) for row in rows]
    return sorted(found, key=lambda one: (one.claim.doc, one.claim.start, one.claim.id))


def entities_in(record: Record) -> list[Entity]:
    """The people, bodies, enterprises and places that a record names."""
    key = queries.dyad_key(record.dyad) if record.dyad else ""
    wanted = set(record.claims)
    return [
        one
        for one in queries.entities(dyad_key=key)
        if any(mention.claim in wanted for mention in one.mentions)
    ]


def findings_of_rule(code: str) -> list[Finding]:
    """The findings of a rule in all dyads, each once."""
    rows = queries.still_open(models.Finding.objects.filter(code=code)).order_by("finding")
    return list({row.finding: queries.as_finding(row) for row in rows}.values())


@dataclass(frozen=True)
class AddedDocument:
    """When a document was added, by whom, and under what name."""

    name: str
    at: datetime.datetime
    by: str


def added(docs: Iterable[str]) -> dict[str, AddedDocument]:
    """When some documents were added, by their ids."""
    rows = models.Document.objects.order_by().filter(pk__in=set(docs))
    return {
        ident: AddedDocument(name, at, by)
        for ident, name, at, by in rows.values_list("id", "name", "added_at", "added_by")
    }


def agreements() -> list[Record]:
    """The acts upon instruments in all dyads, the latest first."""
    rows = models.Record.objects.filter(kind="agreement").order_by("-date", "id")
    return [queries.as_record(row) for row in rows.iterator(chunk_size=2000)]


def instrument(record: Record) -> list[Record]:
    """Every act upon the instrument of a record: those of the same dyad, type and subject."""
    slots = record.slots
    if not isinstance(slots, Agreement) or not slots.subject:
        return [record]
    key = queries.dyad_key(record.dyad) if record.dyad else ""
    subject = _plain(slots.subject)
    return [
        one
        for one in queries.records(dyad_key=key, kind="agreement")
        if isinstance(one.slots, Agreement)
        and one.slots.type == slots.type
        and _plain(one.slots.subject or "") == subject
    ] or [record]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
