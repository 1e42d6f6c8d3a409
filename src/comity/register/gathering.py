"""All records of a kind with the words of their claims, a few at a time: what sheets of the register are made of."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Length

from comity.model.claim import KINDS, State
from comity.publishing.whole import Quote, Told
from comity.register import listing, models, queries
from comity.register.searching import asking

_TOGETHER = 500
"""How many records are in memory at once."""
_LETTERS = 20_000_000
"""How many letters of documents are kept while their words are looked up."""


@dataclass(frozen=True)
class Asked:
    """Which records: those that all of some states have a part in, and that touch days given as YYYYMMDD."""

    states: tuple[State, ...] = ()
    low: int | None = None
    high: int | None = None


def understood(states: Iterable[str] = (), first: str = "", last: str = "") -> tuple[Asked, asking.Asked]:
    """Which records states by code or name and days as somebody writes them mean.

    Beside it stands the question that was made of them, with its problems where it cannot be understood.
    """
    named = [("state", one) for one in states] + [("from", first), ("to", last)]
    said = [
        f'{name}:"{value}"'
        for name, value in ((name, value.replace('"', " ").strip()) for name, value in named)
        if value
    ]
    meant = asking.understand(" ".join(said))
    codes = tuple(dict.fromkeys(one.value for one in meant.filters if one.name == "state"))
    return Asked(codes, meant.low, meant.high), meant


def counts(asked: Asked) -> dict[str, int]:
    """How many records of each kind there are, in the order of the kinds."""
    held = dict(_rows(asked).order_by().values_list("kind").annotate(Count("id")))
    return {kind: held.get(kind, 0) for kind in KINDS}


def gathered(kind: str, asked: Asked) -> Iterator[Told]:
    """The records of a kind by their states, dates and ids.

    Which they are is found at the beginning; one that is no more when its turn comes is left out.
    """
    found = _rows(asked).order_by().filter(kind=kind).values_list("dyad_id", "date", "id")
    # Not left to the database: PostgreSQL sorts by the rules of its own language.
    ids = [ident for _, _, ident in sorted((key or "", date, ident) for key, date, ident in found)]
    texts = _Texts()
    for first in range(0, len(ids), _TOGETHER):
        yield from _told(ids[first : first + _TOGETHER], texts)


def _told(ids: list[str], texts: _Texts) -> Iterator[Told]:
    found = {row.id: queries.as_record(row) for row in models.Record.objects.filter(pk__in=ids)}
    wanted = [claim for record in found.values() for claim in record.claims]
    claims: dict[str, Quote] = {}
    for first in range(0, len(wanted), _TOGETHER):
        rows = models.Claim.objects.order_by().filter(pk__in=wanted[first : first + _TOGETHER])
        for claim, doc, evidence in rows.values_list("id", "document_id", "evidence"):
            claims[claim] = Quote(claim, doc, tuple((start, end) for start, end in evidence), ())
    texts.hold(quote.doc for quote in claims.values())
    for ident in ids:
        if ident in found:
            record = found[ident]
            yield Told(record, tuple(texts.quoted(claims[one]) for one in record.claims if one in claims))


def _rows(asked: Asked) -> QuerySet:
    rows = models.Record.objects.all()
    for state in asked.states:
        keys = models.Party.objects.order_by().filter(state=state).values("dyad_id")
        rows = rows.filter(dyad_id__in=keys)
    if asked.low is not None or asked.high is not None:
        claims = listing.touching(asked.low, asked.high)
        link = models.Record.claims.through.objects.filter(claim_id__in=claims)
        rows = rows.filter(pk__in=link.values("record_id"))
    return rows


class _Texts:
    """Texts of documents, those looked into last kept."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, str] = OrderedDict()

    def hold(self, docs: Iterable[str]) -> None:
        """Have the texts of documents at hand, asked for together as far as they have room."""
        missing = [doc for doc in dict.fromkeys(docs) if doc not in self._held]
        lengths = _each(
            missing, lambda rows: rows.annotate(letters=Length("text")).values_list("id", "letters")
        )
        together, letters = [], 0
        for doc in missing:
            letters += lengths.get(doc, 0)
            if letters <= _LETTERS:
                together.append(doc)
        self._held.update(_each(together, lambda rows: rows.values_list("id", "text")))

    def quoted(self, quote: Quote) -> Quote:
        """A quote with its words."""
        text = self._of(quote.doc)
        return Quote(quote.claim, quote.doc, quote.runs, tuple(text[start:end] for start, end in quote.runs))

    def _of(self, doc: str) -> str:
        if doc not in self._held:
            row = models.Document.objects.filter(pk=doc).values_list("text", flat=True).first()
            self._held[doc] = row or ""
        self._held.move_to_end(doc)
        while len(self._held) > 1 and sum(map(len, self._held.values())) > 2 * _LETTERS:
            self._held.popitem(last=False)
        return self._held[doc]


def _each(docs: list[str], values: Callable[[QuerySet], Iterable[tuple[str, Any]]]) -> dict[str, Any]:
    """Two columns of documents, a few hundred at a time."""
    found: dict[str, Any] = {}
    for first in range(0, len(docs), _TOGETHER):
        found.update(
            values(models.Document.objects.order_by().filter(pk__in=docs[first : first + _TOGETHER]))
        )
    return found
