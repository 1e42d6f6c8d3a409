"""Entries in step with the register: written in the transaction that changes what they are of.

An entry is made anew only where what it is made from differs: its digest tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Q

from comity.model import codec
from comity.register import models, queries, transactions
from comity.register.models import Entry, Facet
from comity.register.searching import contents, engine

Made = Callable[[], Iterable[contents.Content]]
_TOGETHER = 25
"""Dyads that are looked at together."""


def follow(keys: Iterable[str | None]) -> None:
    """Bring the entries of some dyads' claims and entities, and of the documents of these claims, up to date.

    `None` is for what is of no known dyad.
    """
    wanted = sorted({key or "" for key in keys})
    docs: set[str] = set()
    for some in _chunks(wanted, _TOGETHER):
        docs |= _forget_strangers(some)
    for some in _chunks(wanted, _TOGETHER):
        _hold(Entry.objects.filter(sort=Entry.CLAIM, dyad__in=some), _claims(some, docs))
        _hold(Entry.objects.filter(sort=Entry.ENTITY, dyad__in=some), _entities(some))
    follow_documents(docs)


def follow_some(claims: Iterable[str], names: Mapping[str, Sequence[str]], entities: Iterable[str]) -> None:
    """Bring the entries of some claims and entities up to date, none of which moved to another dyad.

    `names` is what those are called whom each of the claims names.
    """
    for some in _chunks(sorted(claims), 500):
        wanted = _made_of(models.Claim.objects.order_by().filter(pk__in=some), names, set())
        _hold(Entry.objects.filter(sort=Entry.CLAIM, ref__in=some), wanted)
    for some in _chunks(sorted(entities), 500):
        held = _entity_entries(models.Entity.objects.order_by().filter(pk__in=some))
        _hold(Entry.objects.filter(sort=Entry.ENTITY, ref__in=some), held)


def follow_identities(entities: Iterable[models.Entity]) -> None:
    """Let entities be found as what they are one with now."""
    for row in entities:
        Entry.objects.filter(sort=Entry.ENTITY, ref=row.id).update(thing=row.identity)


def follow_documents(docs: Iterable[str]) -> None:
    """Bring the entries of some documents up to date."""
    for some in _chunks(sorted(set(docs)), 200):
        _hold(Entry.objects.filter(sort=Entry.DOCUMENT, ref__in=some), _documents(some))


def clear() -> None:
    """Forget every entry, so that all are made anew."""
    Entry.objects.all().delete()
    Facet.objects.all().delete()
    engine.clear()


def rebuild() -> None:
    """Make every entry again."""
    with transactions.writing():
        clear()
        follow({None, *models.Dyad.objects.values_list("pk", flat=True)})
        follow_documents(models.Document.objects.order_by().values_list("id", flat=True))


def fill() -> None:
    """Make the entries of a register that was made before there were any."""
    if models.Document.objects.exists() and not Entry.objects.exists():
        rebuild()


def problems(advance: Callable[[int], None] = lambda _count: None) -> Iterator[str]:
    """What of the index is not as the register is; nothing where it is whole.

    `advance` is told of so many dyads and documents as were looked at.
    """
    if said := engine.damage():
        yield f"the search index is damaged: {said}"
        return
    entries, with_words = Entry.objects.count(), engine.count()
    if entries != with_words:
        yield f"{abs(entries - with_words)} entries of the search index are without their words"
    keys = ["", *models.Dyad.objects.order_by("pk").values_list("pk", flat=True)]
    docs: set[str] = set()
    old: dict[str, int] = dict.fromkeys((Entry.CLAIM, Entry.ENTITY, Entry.DOCUMENT), 0)
    for some in _chunks(keys, _TOGETHER):
        for sort, wanted in ((Entry.CLAIM, _claims(some, docs)), (Entry.ENTITY, _entities(some))):
            old[sort] += _differing(Entry.objects.filter(sort=sort, dyad__in=some), wanted)
        advance(len(some))
    for some in _chunks(keys, _TOGETHER):
        found = dict(_of(models.Entity.objects.order_by(), some).values_list("id", "identity"))
        rows = Entry.objects.filter(sort=Entry.ENTITY, dyad__in=some).order_by().values_list("ref", "thing")
        old[Entry.ENTITY] += sum(found.get(ref, "") not in ("", thing) for ref, thing in rows)
    every = list(models.Document.objects.order_by("id").values_list("id", flat=True))
    for some in _chunks(every, 200):
        old[Entry.DOCUMENT] += _differing(
            Entry.objects.filter(sort=Entry.DOCUMENT, ref__in=some), _documents(some)
        )
        advance(len(some))
    old[Entry.DOCUMENT] += _without(Entry.DOCUMENT, set(every))
    old[Entry.CLAIM] += Entry.objects.filter(sort=Entry.CLAIM).exclude(dyad__in=keys).count()
    old[Entry.ENTITY] += Entry.objects.filter(sort=Entry.ENTITY).exclude(dyad__in=keys).count()
    for sort, number in old.items():
        if number:
            yield f"{number} entries of the search index for a {sort} are not what the register holds"


# --- what there should be: a mark and a way to make it, by what it is of --------------------------------------


def _claims(keys: Sequence[str], docs: set[str]) -> dict[str, tuple[str, Made]]:
    """The entries of the claims that count; their documents are added to `docs`."""
    return _made_of(_of(models.Claim.objects.order_by(), keys), _names_by_claim(keys), docs)


def _made_of(held: Any, names: Mapping[str, Sequence[str]], docs: set[str]) -> dict[str, tuple[str, Made]]:
    rows = list(
        held.exclude(decision=models.Claim.REJECTED).values_list(
            "id", "document_id", "kind", "dyad_id", "slots", "decided_slots", "evidence"
        )
    )
    texts = _Texts()
    found: dict[str, tuple[str, Made]] = {}
    for ident, doc, kind, key, slots, decided, evidence in rows:
        docs.add(doc)
        said = slots if decided is None else decided
        called = names.get(ident, ())

        def make(
            ident: str = ident, doc: str = doc, kind: str = kind, key: str | None = key, said: Any = said,
            evidence: Any = evidence, called: Sequence[str] = called, texts: _Texts = texts,
        ) -> list[contents.Content]:  # fmt: skip
            text = texts.of(doc)
            quotes = [text[start:end] for start, end in evidence]
            mark = found[ident][0]
            dyad = queries.dyad_of_key(key)
            return [contents.of_claim(ident, kind, dyad, codec.slots_of(kind, said), quotes, called, mark)]

        found[ident] = (contents.digest(doc, kind, key, said, evidence, called), make)
    return found


def _names_by_claim(keys: Sequence[str]) -> dict[str, list[str]]:
    """All names of those whom each claim names."""
    found: dict[str, list[str]] = {}
    for data in _of(models.Entity.objects.order_by("id"), keys).values_list("data", flat=True):
        for mention in data.get("mentions", ()):
            found.setdefault(mention["claim"], []).extend(data.get("names", ()))
    return {claim: sorted(set(names)) for claim, names in found.items()}


def _entities(keys: Sequence[str]) -> dict[str, tuple[str, Made]]:
    return _entity_entries(_of(models.Entity.objects.order_by(), keys))


def _entity_entries(held: Any) -> dict[str, tuple[str, Made]]:
    found: dict[str, tuple[str, Made]] = {}
    for row in held.only("id", "dyad_id", "identity", "data"):

        def make(row: models.Entity = row) -> list[contents.Content]:
            dyad = queries.dyad_of_key(row.dyad_id)
            return [
                contents.of_entity(queries.as_entity(row), row.identity or row.id, dyad, found[row.id][0])
            ]

        found[row.id] = (contents.digest(row.dyad_id, row.data), make)
    return found


def _documents(docs: Sequence[str]) -> dict[str, tuple[str, Made]]:
    """The entries of documents, with the states that their claims are of."""
    keys: dict[str, dict[str, int]] = {}
    rows = (
        models.Claim.objects.order_by().exclude(decision=models.Claim.REJECTED).filter(document_id__in=docs)
    )
    for doc, key in rows.values_list("document_id", "dyad_id"):
        held = keys.setdefault(doc, {})
        held[key or ""] = held.get(key or "", 0) + 1
    found: dict[str, tuple[str, Made]] = {}
    columns = ("id", "sha256", "title", "name", "date")
    for ident, sha256, title, name, date in models.Document.objects.filter(pk__in=docs).values_list(*columns):
        states = sorted({one for key in keys.get(ident, ()) for one in queries.dyad_of_key(key)})
        count = sum(keys.get(ident, {}).values())

        def make(
            ident: str = ident, title: str = title, name: str = name, date: str = date,
            states: Sequence[str] = states, count: int = count,
        ) -> Iterator[contents.Content]:  # fmt: skip
            text = models.Document.objects.values_list("text", flat=True).get(pk=ident)
            yield from contents.of_document(ident, title, name, text, date, states, count, found[ident][0])

        found[ident] = (contents.digest(sha256, title, name, date, states, count), make)
    return found


class _Texts:
    """Texts of documents, one after the other at hand."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}

    def of(self, doc: str) -> str:
        if doc not in self.held:
            if len(self.held) > 50:
                self.held.clear()
            self.held[doc] = models.Document.objects.values_list("text", flat=True).get(pk=doc)
        return self.held[doc]


# --- what there is -------------------------------------------------------------------------------------------


def _hold(present: Any, wanted: dict[str, tuple[str, Made]]) -> None:
    """Let there be just the wanted ones of some entries."""
    kept: set[str] = set()
    gone: list[int] = []
    for number, ref, mark in present.order_by().values_list("id", "ref", "digest"):
        if ref in wanted and wanted[ref][0] == mark:
            kept.add(ref)
        else:
            gone.append(number)
    _forget(gone)
    fresh = (one for ref, (_, make) in wanted.items() if ref not in kept for one in make())
    for some in _batched(fresh, 500):
        _write(some)


def _write(several: Sequence[contents.Content]) -> None:
    facets = {one.facet.mark: one.facet for one in several}
    Facet.objects.bulk_create(facets.values(), batch_size=500, ignore_conflicts=True)
    held = dict(Facet.objects.filter(mark__in=list(facets)).values_list("mark", "id"))
    for one in several:
        one.entry.facet_id = held[one.facet.mark]
    made = Entry.objects.bulk_create([one.entry for one in several], batch_size=500)
    engine.put((entry.pk, one.terms) for entry, one in zip(made, several, strict=True))


def _forget(numbers: Sequence[int]) -> None:
    engine.drop(numbers)
    for some in _chunks(numbers, 500):
        Entry.objects.filter(pk__in=some).delete()


def _forget_strangers(keys: Sequence[str]) -> set[str]:
    """Forget the entries of claims and entities that some dyads have no more: they may be of another from now on.

    The answer are the documents of such claims.
    """
    rows = Entry.objects.filter(sort=Entry.CLAIM, dyad__in=keys).order_by().values_list("id", "ref", "dyad")
    held = dict(
        _of(models.Claim.objects.order_by(), keys)
        .exclude(decision=models.Claim.REJECTED)
        .values_list("id", "dyad_id")
    )
    gone = {number: ref for number, ref, key in rows if ref not in held or (held[ref] or "") != key}
    _forget(list(gone))
    docs: set[str] = set()
    for some in _chunks(sorted(gone.values()), 500):
        docs |= set(models.Claim.ever.filter(pk__in=some).order_by().values_list("document_id", flat=True))
    entities = Entry.objects.filter(sort=Entry.ENTITY, dyad__in=keys).order_by()
    known = dict(_of(models.Entity.objects.order_by(), keys).values_list("id", "dyad_id"))
    _forget(
        [
            number
            for number, ref, key in entities.values_list("id", "ref", "dyad")
            if ref not in known or (known[ref] or "") != key
        ]
    )
    return docs


def _differing(present: Any, wanted: dict[str, tuple[str, Made]]) -> int:
    held = dict(present.order_by().values_list("ref", "digest"))
    wrong = sum(held.get(ref) != mark for ref, (mark, _) in wanted.items())
    return wrong + len(set(held) - set(wanted))


def _without(sort: str, refs: set[str]) -> int:
    held = set(Entry.objects.filter(sort=sort).order_by().values_list("ref", flat=True).distinct())
    return len(held - refs)


def _of(rows: Any, keys: Sequence[str]) -> Any:
    named = Q(dyad_id__in=[key for key in keys if key])
    return rows.filter(named | Q(dyad_id__isnull=True) if "" in keys else named)


def _chunks(things: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(things), size):
        yield things[first : first + size]


def _batched(things: Iterable[Any], size: int) -> Iterator[list[Any]]:
    some: list[Any] = []
    for one in things:
        some.append(one)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
