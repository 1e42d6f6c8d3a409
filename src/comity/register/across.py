"""What is held about one thing in all dyads: a person, body, enterprise or place, a state, an instrument, a record."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from comity.model.claim import Agreement, State
from comity.model.record import Entity, Finding, Record
from comity.register import models, queries


@dataclass(frozen=True)
class Named:
    """One thing across dyads: its identity, its fullest name, and in how many dyads it is held."""

    identity: str
    name: str
    dyads: int
    state: State


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
        return max((one.name for one in self.entities), key=lambda name: (len(name), name))


def things(kind: str, begins: str = "", start: int = 0, count: int = 100) -> tuple[list[Named], int]:
    """The things of a kind by name, a part of them, and how many there are.

    `begins` keeps those with a name that holds these letters, whatever their case.
    """
    rows = models.Entity.objects.order_by().filter(kind=kind)
    if begins:
        # SQLite folds the case of no Cyrillic letter: the usual spellings are asked for.
        forms = {begins, begins.lower(), begins.title(), begins.capitalize()}
        wanted = Q()
        for form in forms:
            wanted |= Q(name__contains=form)
        rows = rows.filter(wanted)
    grouped = rows.values("identity").annotate(
        called=Max("name"), dyads=Count("dyad_id", distinct=True), of=Max("state")
    )
    total = grouped.count()
    part = grouped.order_by("called", "identity")[start : start + count]
    return [Named(row["identity"], row["called"], row["dyads"], row["of"]) for row in part], total


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


def agreements(start: int = 0, count: int = 100) -> tuple[list[Record], int]:
    """The acts upon instruments in all dyads, the latest first, and how many there are."""
    rows = models.Record.objects.filter(kind="agreement")
    part = rows.order_by("-date", "id")[start : start + count]
    return [queries.as_record(row) for row in part], rows.count()


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
