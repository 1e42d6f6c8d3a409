"""What a new document adds to the records, entities and findings of the dyads it speaks of.

Only what its claims can have a part in is made again: the records of their blocks, the entities that names lead to, the
findings of rules that compare documents and those of its own text. All else of these dyads is as it was, and a test
says that it is what making all of it again would give.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from comity.checking import RULES, check
from comity.checking.holders import Table
from comity.model import codec
from comity.model.claim import Claim, State
from comity.model.document import Document
from comity.model.record import Entity, Evidence, Finding, Mention, Record
from comity.register import identities, models, queries, rows
from comity.resolving import resolve
from comity.resolving.judgements import Constraints

_OF_A_DOCUMENT = frozenset(rule.code for rule in RULES if rule.scope == "document")


@dataclass
class Extended:
    """What changed in some dyads.

    `claims` are those whose words or names the index has to look at, `names` what those whom they name are called;
    `entities` those that came, went or changed; `before` and `made` are for their identities.
    """

    claims: set[str] = field(default_factory=set)
    names: dict[str, list[str]] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    before: identities.Known = field(default_factory=dict)
    made: list[models.Entity] = field(default_factory=list)


Held = tuple[Finding, str | None]
"""A finding with the key of its dyad."""


@dataclass
class _Changes:
    """Rows that go, by their keys, and what comes in their place."""

    gone_records: list[str] = field(default_factory=list)
    gone_entities: list[str] = field(default_factory=list)
    gone_findings: list[int] = field(default_factory=list)
    records: list[tuple[Record, str | None]] = field(default_factory=list)
    entities: list[tuple[Entity, str | None]] = field(default_factory=list)
    findings: list[Held] = field(default_factory=list)


def extend(
    done: Extended,
    held: Mapping[str | None, Sequence[Claim]],
    fresh: Mapping[str | None, Collection[str]],
    texts: Mapping[str, Document],
    *,
    holders: Table,
    unread: Sequence[Evidence],
    about: Mapping[str, tuple[State, ...]],
    ignore: Collection[str],
    silence: Callable[[list[Held]], list[Held]],
) -> None:
    """Bring what is derived of some dyads up to date, and add to `done` what changed.

    `held` are all their claims, of which those of `fresh` documents are new. Nobody must have judged any of them.
    `ignore` are codes of rules that are not run, `silence` drops findings that are not held.
    """
    concerned = rows.of(list(held))
    records = _by_dyad(models.Record.objects.order_by().filter(concerned).defer("date"))
    entities = _by_dyad(models.Entity.objects.order_by().filter(concerned).only("id", "dyad_id", "data"))
    findings = _by_dyad(models.Finding.objects.order_by().filter(concerned, document__isnull=True))
    changes = _Changes()
    for key, claims in held.items():
        dyad, docs = queries.dyad_of_key(key), fresh[key]
        ids = {claim.id for claim in claims if claim.doc in docs}
        resolved = resolve(claims, [dyad] * len(claims), fresh=ids)
        kept = _records(changes, key, records.get(key, ()), resolved.records)
        _entities(changes, key, entities.get(key, ()), resolved.entities, done)
        found = check(
            claims, [*kept, *resolved.records], (), [texts[doc] for doc in sorted({claim.doc for claim in claims})],
            ignore=ignore, holders=holders, unread=unread, about=about, fresh=docs,
        )  # fmt: skip
        _findings(changes, findings.get(key, ()), silence([(one, key) for one in found]), docs)
        done.claims |= ids
    before: identities.Known = {}
    for some in rows.chunks(changes.gone_entities, 500):
        before |= identities.known(Q(pk__in=some))
        models.Entity.objects.filter(pk__in=some).delete()
    for some in rows.chunks(changes.gone_records, 500):
        models.Record.objects.filter(pk__in=some).delete()
    for some in rows.chunks(changes.gone_findings, 500):
        models.Finding.objects.filter(pk__in=some).delete()
    rows.hold_records(changes.records)
    nobody = Constraints("entity")
    made = [identities.row_of(entity, key, before, nobody) for entity, key in changes.entities]
    models.Entity.objects.bulk_create(made, batch_size=500)
    rows.hold_findings(changes.findings)
    done.before |= before
    done.made += made
    _name(done, entities, set(changes.gone_entities))


def _records(
    changes: _Changes, key: str | None, held: Iterable[models.Record], resolved: Sequence[Record]
) -> list[Record]:
    """Which records of a dyad go and which come; the answer are those that nothing touched."""
    touched = {claim for record in resolved for claim in record.claims}
    plain = {record.id: codec.plain(record) for record in resolved}
    kept, old = [], {}
    for row in held:
        if touched.isdisjoint(row.data["claims"]):
            kept.append(queries.as_record(row))
        else:
            old[row.id] = row.data
    changes.gone_records += [ident for ident, data in old.items() if plain.get(ident) != data]
    changes.records += [(one, key) for one in resolved if old.get(one.id) != plain[one.id]]
    return kept


def _entities(
    changes: _Changes,
    key: str | None,
    held: Iterable[models.Entity],
    resolved: Sequence[Entity],
    done: Extended,
) -> None:
    """Which entities of a dyad go and which come; the index looks at all claims that name one of them."""
    touched = {mention.claim for entity in resolved for mention in entity.mentions}
    places = {mention for entity in resolved for mention in entity.mentions}
    old = {}
    for row in held:
        near = [one for one in row.data["mentions"] if one["claim"] in touched]
        if any(codec.convert(one, Mention) in places for one in near):
            old[row.id] = row.data
    plain = {entity.id: codec.plain(entity) for entity in resolved}
    went = [ident for ident, data in old.items() if plain.get(ident) != data]
    came = [entity for entity in resolved if old.get(entity.id) != plain[entity.id]]
    changes.gone_entities += went
    changes.entities += [(entity, key) for entity in came]
    done.entities |= {*went, *(entity.id for entity in came)}
    done.claims |= {one["claim"] for ident in went for one in old[ident]["mentions"]}
    done.claims |= {one.claim for entity in came for one in entity.mentions}


def _findings(
    changes: _Changes, held: Iterable[models.Finding], found: Sequence[Held], docs: Collection[str]
) -> None:
    """Which findings of a dyad go and which come; those of rules of one document stay for the documents of before."""
    plain = {one.id: codec.plain(one) for one, _ in found}
    stay = set()
    for row in held:
        if plain.get(row.finding) == row.data:
            stay.add(row.finding)
        elif row.code not in _OF_A_DOCUMENT or row.data["evidence"][0]["doc"] in docs:
            changes.gone_findings.append(row.pk)
    changes.findings += [(one, key) for one, key in found if one.id not in stay]


def _name(done: Extended, held: Mapping[str | None, Sequence[models.Entity]], gone: set[str]) -> None:
    """What all those are called whom the claims name that the index looks at."""
    found: dict[str, set[str]] = {claim: set() for claim in done.claims - set(done.names)}
    stayed = [row for some in held.values() for row in some if row.id not in gone]
    for row in (*stayed, *done.made):
        for mention in row.data["mentions"]:
            if mention["claim"] in found:
                found[mention["claim"]].update(row.data["names"])
    done.names |= {claim: sorted(names) for claim, names in found.items()}


def _by_dyad(found: Iterable[Any]) -> dict[str | None, list[Any]]:
    by_key: dict[str | None, list[Any]] = {}
    for row in found:
        by_key.setdefault(row.dyad_id, []).append(row)
    return by_key
