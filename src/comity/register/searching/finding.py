"""Answers: what is found, in what order, and how it divides by kind, state, time and place.

The order is one that a reader can tell without knowing how it is made: people, bodies and places that are named most
come first; documents and claims by their dates, the latest first, the undated last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from comity.publishing.wording import sentence
from comity.register import models, queries
from comity.register.models import Entry
from comity.register.searching import engine
from comity.register.searching.asking import SORTS, Asked
from comity.register.searching.contents import SEPARATOR, passages

PAGE = 20
"""How many of one sort a page has."""
FEW = 5
"""How many entities and documents stand before the claims where all are asked for."""


@dataclass(frozen=True)
class FoundEntity:
    """One thing across dyads, by its identity, with all its names."""

    kind: str
    identity: str
    name: str
    names: tuple[str, ...]
    states: tuple[str, ...]
    mentions: int
    dyads: int


@dataclass(frozen=True)
class FoundDocument:
    """A document, with the first passage of it that fits."""

    id: str
    title: str
    name: str
    language: str
    date: str
    claims: int
    passage: str
    start: int


@dataclass(frozen=True)
class FoundClaim:
    """A claim with its words, and the title and language of its document."""

    held: queries.HeldClaim
    quote: str
    title: str
    language: str


@dataclass(frozen=True)
class Facets:
    """How many of what is found are of each kind, state, decade and place, the most first; decades in order."""

    kinds: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[str, int], ...] = ()
    decades: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What was found: how many of each sort, one page of them, and how all divide."""

    counts: dict[str, int] = field(default_factory=dict)
    entities: tuple[FoundEntity, ...] = ()
    documents: tuple[FoundDocument, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    facets: Facets = Facets()

    @property
    def total(self) -> int:
        """How many of all sorts."""
        return sum(self.counts.values())


def find(asked: Asked, *, page: int = 1, size: int = PAGE, oldest_first: bool = False) -> Answer:
    """Answer a question. Nothing for one that asks for nothing or was not understood.

    Where several sorts are asked for, the first page shows the first entities and documents, and `page` counts pages
    of claims; where one is, of that.
    """
    if asked.empty or asked.problems:
        return Answer()
    sorts = asked.sorts or SORTS
    counts, facets = _counted(asked, sorts)
    start = (page - 1) * size
    alone = len(set(sorts)) == 1

    def part(sort: str) -> tuple[int, int]:
        """From where and how many of a sort this page has."""
        if alone or sort == Entry.CLAIM:
            return start, size
        return (0, FEW) if page == 1 else (0, 0)

    def some(sort: str) -> list[tuple[Any, ...]]:
        first, most = part(sort)
        return _rows(asked, sort, first, most, oldest_first) if counts[sort] > first and most else []

    return Answer(
        counts=counts,
        entities=_entities(some(Entry.ENTITY)),
        documents=_documents(some(Entry.DOCUMENT)),
        claims=_claims([row[0] for row in some(Entry.CLAIM)]),
        facets=facets,
    )


def _hits(asked: Asked, columns: str, sort: str = "") -> tuple[str, list[Any]]:
    """SQL for the entries that fit, and its parameters."""
    # Times alone are asked of the index too: what it lists is read in order, and not searched for one by one.
    words, parameter = engine.condition(asked.wanted or [engine.Wanted(((f"t:{sort or 'any'}",),))])
    said, values = [words], [parameter]
    for column, compared, value in (("e.high", ">=", asked.low), ("e.low", "<=", asked.high)):
        if value is not None:
            said.append(f"{column} {compared} %s")
            values.append(value)
    if sort:
        said.append("e.sort = %s")
        values.append(sort)
    # The other way round, SQLite would ask its index about each entry that there is: CROSS keeps the order.
    join = "CROSS JOIN" if connection.vendor == "sqlite" else "JOIN"
    rows = f"{engine.TABLE} w {join} register_entry e ON e.id = w.rowid"
    return f"SELECT {columns} FROM {rows} WHERE {' AND '.join(said)}", values  # noqa: S608


def _counted(asked: Asked, sorts: Sequence[str]) -> tuple[dict[str, int], Facets]:
    """How many things of each sort fit, and how they divide.

    Claims are what is divided, or, where none are asked for, the entries of what is. People and other things are
    told by their kinds besides.
    """
    divided = Entry.CLAIM if Entry.CLAIM in sorts else ""
    hits, values = _hits(asked, "e.facet_id AS facet, count(*) AS number", divided)
    by_facet = (
        "SELECT f.kind, f.states, f.decade, f.places, h.number "  # noqa: S608
        f"FROM ({hits} GROUP BY e.facet_id) h JOIN register_facet f ON f.id = h.facet"
    )
    kinds: Counter[str] = Counter()
    states: Counter[str] = Counter()
    decades: Counter[int] = Counter()
    places: Counter[str] = Counter()
    counts = dict.fromkeys(SORTS, 0)
    with connection.cursor() as cursor:
        cursor.execute(by_facet, values)
        for kind, of, decade, where, number in cursor.fetchall():
            if divided:
                kinds[kind] += number
            for code in of.split(SEPARATOR) if of else ():
                states[code] += number
            for place in where.split(SEPARATOR) if where else ():
                places[place] += number
            if decade:
                decades[decade] += number
        counts[Entry.CLAIM] = kinds.total()
        for sort in {Entry.ENTITY, Entry.DOCUMENT} & set(sorts):
            hits, values = _hits(asked, "e.kind, count(DISTINCT e.thing)", sort)
            cursor.execute(f"{hits} GROUP BY e.kind", values)
            found = dict(cursor.fetchall())
            counts[sort] = sum(found.values())
            if sort == Entry.ENTITY:
                kinds.update(found)
    return counts, Facets(
        kinds=_most(kinds), states=_most(states), decades=tuple(sorted(decades.items())), places=_most(places)
    )


def _most(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Values with their numbers, the most frequent first, in the same order on every database."""
    return tuple(
        sorted(((one, number) for one, number in counted.items() if number), key=lambda it: (-it[1], it[0]))
    )


def _rows(asked: Asked, sort: str, start: int, most: int, oldest_first: bool) -> list[tuple[Any, ...]]:
    """One page of what fits of a sort: what it is of, and the first passage."""
    plain = "BINARY" if connection.vendor == "sqlite" else '"C"'
    if sort == Entry.CLAIM:
        hits, values = _hits(asked, "e.thing, e.part", sort)
        when = "COALESCE(e.low, 100000000)" if oldest_first else "COALESCE(e.low, 0) DESC"
        sql = f"{hits} ORDER BY {when}, e.ref COLLATE {plain}"
    else:
        hits, values = _hits(asked, "e.thing, min(e.part)", sort)
        when = "COALESCE(min(e.low), 100000000)" if oldest_first else "COALESCE(max(e.low), 0) DESC"
        order = "sum(e.weight) DESC" if sort == Entry.ENTITY else f"{when}, max(e.weight) DESC"
        sql = f"{hits} GROUP BY e.thing ORDER BY {order}, e.thing COLLATE {plain}"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s OFFSET %s", [*values, most, start])
        return list(cursor.fetchall())


def _entities(rows: Sequence[tuple[Any, ...]]) -> tuple[FoundEntity, ...]:
    identities = [row[0] for row in rows]
    held: dict[str, list[models.Entity]] = {}
    for row in models.Entity.objects.filter(identity__in=identities).order_by("id"):
        held.setdefault(row.identity, []).append(row)
    found = []
    for identity in identities:
        several = held[identity]
        names = sorted({name for row in several for name in (row.name, *row.data.get("names", ()))})
        found.append(
            FoundEntity(
                kind=several[0].kind,
                identity=identity,
                name=max((row.name for row in several), key=lambda name: (len(name), name)),
                names=tuple(names),
                states=tuple(sorted({row.state for row in several if row.state})),
                mentions=sum(len(row.data.get("mentions", ())) for row in several),
                dyads=len({row.dyad_id for row in several}),
            )
        )
    return tuple(found)


def _documents(rows: Sequence[tuple[Any, ...]]) -> tuple[FoundDocument, ...]:
    parts = dict(rows)
    columns = ("id", "title", "name", "language", "date", "text")
    held = {
        row[0]: row[1:] for row in models.Document.objects.filter(pk__in=list(parts)).values_list(*columns)
    }
    counted = dict(
        Entry.objects.filter(sort=Entry.DOCUMENT, ref__in=list(parts), part=0).values_list("ref", "weight")
    )
    found = []
    for ident, part in parts.items():
        title, name, language, date, text = held[ident]
        start, end = passages(text)[part]
        found.append(
            FoundDocument(
                id=ident, title=title or name, name=name, language=language, date=date, claims=counted.get(ident, 0),
                passage=text[start:end], start=start,
            )
        )  # fmt: skip
    return tuple(found)


def _claims(ids: Sequence[str]) -> tuple[FoundClaim, ...]:
    rows = {row.id: row for row in models.Claim.objects.filter(pk__in=ids)}
    docs = {row.document_id for row in rows.values()}
    held = {
        ident: (title or name, language, text)
        for ident, title, name, language, text in models.Document.objects.filter(pk__in=docs).values_list(
            "id", "title", "name", "language", "text"
        )
    }
    return tuple(_claim(rows[ident], held) for ident in ids)


def _claim(row: models.Claim, held: dict[str, tuple[str, str, str]]) -> FoundClaim:
    title, language, text = held[row.document_id]
    return FoundClaim(queries.held(row), _quoted(text, row.evidence), title, language)


def _quoted(text: str, evidence: Iterable[Sequence[int]]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in evidence)


def plain(answer: Answer, lang: str) -> dict[str, Any]:
    """An answer as programs are given it: dicts, lists, texts and numbers."""
    return {
        "counts": answer.counts,
        "entities": [
            {
                "id": one.identity, "kind": one.kind, "name": one.name, "names": list(one.names),
                "states": list(one.states), "mentions": one.mentions, "dyads": one.dyads,
            }
            for one in answer.entities
        ],
        "documents": [
            {
                "id": one.id, "title": one.title, "name": one.name, "language": one.language, "date": one.date,
                "claims": one.claims,
            }
            for one in answer.documents
        ],
        "claims": [
            {
                "id": one.held.claim.id, "kind": one.held.claim.kind, "doc": one.held.claim.doc,
                "dyad": list(one.held.dyad), "said": sentence(one.held.claim.slots, lang, one.held.dyad),
                "quote": one.quote, "title": one.title, "decision": one.held.decision,
            }
            for one in answer.claims
        ],
        "facets": {
            "kinds": dict(answer.facets.kinds),
            "states": dict(answer.facets.states),
            "decades": {str(decade): number for decade, number in answer.facets.decades},
            "places": dict(answer.facets.places),
        },
    }  # fmt: skip
