"""What the rules look at: claims, records, entities and documents with the indexes that rules need."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from comity.checking.holders import Holder, Table
from comity.checking.texts import sentence, shorten, squash
from comity.checking.times import act_date
from comity.checking.wording import wording
from comity.model.claim import CORE, Claim, Slots, State, slot_values
from comity.model.codec import encode
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Difference, Entity, Evidence, Record

_T = TypeVar("_T")

_CELL = 25
"""Characters below which a run of evidence says little alone: a cell of a table, a name in a list."""

_ROW = 40_000
"""Characters in which a drawn table's row ends; cells are filled up with spaces."""

_LEAD = 10
"""Characters before a span in which its preposition stands."""

_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}


@dataclass(frozen=True)
class Thing:
    """One thing that happened or holds: a record, or a claim that belongs to none.

    Claims alone that say the same in every core slot are one thing. `claims` is never empty; those that tell the
    date of the thing stand first, so that a rule that speaks of the date shows their words.
    """

    id: str
    kind: str
    slots: Any
    dyad: tuple[State, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def docs(self) -> frozenset[str]:
        """The documents that tell of it."""
        return frozenset(claim.doc for claim in self.claims)


class Facts:
    """A read-only view over everything that is checked; indexes are built once, when first asked for."""

    def __init__(
        self,
        claims: Iterable[Claim],
        records: Iterable[Record] = (),
        entities: Iterable[Entity] = (),
        documents: Iterable[Document] = (),
        holders: Table | Iterable[Holder] = (),
        unread: Iterable[Evidence] = (),
        about: Mapping[str, tuple[State, ...]] | None = None,
    ) -> None:
        self._about = dict(about or {})
        self.holders = holders if isinstance(holders, Table) else Table(holders)
        self.unread: dict[str, list[Evidence]] = defaultdict(list)
        for one in sorted(set(unread), key=lambda place: (place.doc, place.span)):
            self.unread[one.doc].append(one)
        self.claims = tuple(sorted(claims, key=_order))
        self.records = tuple(sorted(records, key=lambda one: one.id))
        self.entities = tuple(sorted(entities, key=lambda one: one.id))
        self.documents = {
            document.id: document for document in sorted(documents, key=lambda one: (one.id, one.sha256))
        }
        self.claim = {claim.id: claim for claim in self.claims if claim.id}
        self._kept: dict[object, Any] = {}
        self._by_kind: dict[str, list[Claim]] = defaultdict(list)
        self._by_doc: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._by_kind[claim.kind].append(claim)
            self._by_doc[claim.doc].append(claim)

    def of_documents(self, docs: Collection[str]) -> Facts:
        """The claims of some documents alone, with these documents; without records and entities."""
        return Facts(
            [claim for doc in sorted(docs) for claim in self.of_doc(doc)],
            documents=[self.documents[doc] for doc in sorted(docs) if doc in self.documents],
            holders=self.holders,
            unread=[one for doc in sorted(docs) for one in self.unread.get(doc, ())],
            about=self._about,
        )

    def of_kind(self, *kinds: str) -> list[Claim]:
        """The claims of some kinds, by document and offset within each kind."""
        return [claim for kind in kinds for claim in self._by_kind.get(kind, ())]

    def of_doc(self, doc: str) -> list[Claim]:
        """The claims of a document, by offset."""
        return self._by_doc.get(doc, [])

    @property
    def docs(self) -> list[str]:
        """The ids of the documents that have claims."""
        return sorted(self._by_doc)

    def written(self, doc: str) -> Date | None:
        """When a document was written, where that is known."""
        document = self.documents.get(doc)
        return document.date if document is not None else None

    def words(self, claim: Claim | Thing, run: int = 0, keep: str = "") -> str:
        """The words that make a claim, on one line and shortened but for those of `keep`; what its slots say
        where the text is not given. A cell of a table stands with the other cells that make the claim.
        """
        one = claim.claims[0] if isinstance(claim, Thing) else claim
        document = self.documents.get(one.doc)
        if document is None:
            return "; ".join(_plain(value) for value in slot_values(one.slots).values())
        runs = [one.evidence[min(run, len(one.evidence) - 1)]]
        if runs[0][1] - runs[0][0] < _CELL:
            runs = sorted(one.evidence)
        return shorten(" … ".join(_whole(document.text, *each) for each in runs), keep)

    def quoted(self, place: Evidence) -> str:
        """The words of a place, on one line and shortened."""
        start, end = place.span
        return shorten(self.documents[place.doc].text[start:end])

    def text(self, claim: Claim) -> str:
        """All words of a claim's evidence on one line, in full; empty where the text is not given."""
        document = self.documents.get(claim.doc)
        if document is None:
            return ""
        return squash(" ".join(document.text[start:end] for start, end in claim.evidence))

    def onward(self, claim: Claim, reach: int) -> str:
        """What stands from a claim's first words on to the end of the line, no more than so many characters behind its
        last words; empty where the text is not given.
        """
        document = self.documents.get(claim.doc)
        if document is None:
            return ""
        end = max(end for _, end in claim.evidence if end - claim.start < _ROW)
        return document.text[claim.start : end + reach].partition("\n")[0]

    def sentence(self, claim: Claim) -> str:
        """The sentence in which a claim's first words stand, on one line; empty where the text is not given."""
        document = self.documents.get(claim.doc)
        if document is None:
            return ""
        start, end = sentence(document.text, *claim.evidence[0])
        return squash(document.text[start:end])

    def before(self, claim: Claim) -> str:
        """What stands in a claim's sentence before its first words; empty where the text is not given."""
        document = self.documents.get(claim.doc)
        if document is None:
            return ""
        start, _ = sentence(document.text, *claim.evidence[0])
        return document.text[start : claim.start]

    def around(self, claim: Claim, reach: int = 160) -> str:
        """A claim's words with what stands before and behind them, in a table with the whole row, on one line;
        empty where the text is not given.
        """
        document = self.documents.get(claim.doc)
        if document is None:
            return ""
        spans = [_wider(document.text, start, end, reach) for start, end in claim.evidence]
        return squash(" ".join(document.text[start:end] for start, end in spans))

    def once(self, what: object, make: Callable[[], _T]) -> _T:
        """What several rules ask for, made when it is first asked for."""
        if what not in self._kept:
            self._kept[what] = make()
        return cast(_T, self._kept[what])

    def dyad(self, claim: Claim) -> tuple[State, ...]:
        """The states a claim is about; where it names fewer than two, those its document is mostly about."""
        return self.once(("dyad", id(claim)), lambda: self._dyad(claim))

    def _dyad(self, claim: Claim) -> tuple[State, ...]:
        named = named_states(claim.slots)
        return named if len(named) == 2 else self._main.get(claim.doc, named)

    def main_dyad(self, doc: str) -> tuple[State, ...]:
        """The states that a document is mostly about; empty where it names no two."""
        return self._about.get(doc) or self._main.get(doc, ())

    @cached_property
    def _main(self) -> dict[str, tuple[State, ...]]:
        found = {doc: mostly_about(claims) for doc, claims in self._by_doc.items()}
        return {doc: pair for doc, pair in found.items() if pair}

    @cached_property
    def _things(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        taken: set[str] = set()
        for record in self.records:
            claims = _dated_first(
                (self.claim[one] for one in record.claims if one in self.claim), act_date(record.slots)
            )
            if not claims:
                continue
            taken.update(record.claims)
            dyad = tuple(sorted(record.dyad)) if len(record.dyad) == 2 else self.dyad(claims[0])
            found[record.kind].append(
                Thing(record.id, record.kind, record.slots, dyad, claims, record.differences)
            )
        same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if not claim.id or claim.id not in taken:
                values = slot_values(claim.slots)
                core = encode([values.get(name) for name in CORE[claim.kind]])
                same[claim.kind, self.dyad(claim), core].append(claim)
        for claims_of_one in same.values():
            first = claims_of_one[0]
            found[first.kind].append(
                Thing(
                    first.id or f"{first.doc}:{first.start}",
                    first.kind,
                    first.slots,
                    self.dyad(first),
                    tuple(claims_of_one),
                )
            )
        for things in found.values():
            things.sort(key=lambda thing: _order(thing.claims[0]))
        return dict(found)

    def things(self, *kinds: str) -> list[Thing]:
        """The things of some kinds: records, and claims that belong to none."""
        return [thing for kind in kinds for thing in self._things.get(kind, ())]

    def by_dyad(self, *kinds: str) -> dict[tuple[State, ...], list[Thing]]:
        """The things of some kinds by the two states they are about, in the order of the states."""
        found: dict[tuple[State, ...], list[Thing]] = defaultdict(list)
        for thing in self.things(*kinds):
            if len(thing.dyad) == 2:
                found[thing.dyad].append(thing)
        return dict(sorted(found.items()))


def mostly_about(claims: Iterable[Claim]) -> tuple[State, ...]:
    """The pair of states that most of a document's claims name, sorted; empty where none names two."""
    pairs = Counter(pair for claim in claims if len(pair := named_states(claim.slots)) == 2)
    return min(pairs, key=lambda pair: (-pairs[pair], pair)) if pairs else ()


def named_states(slots: Slots) -> tuple[State, ...]:
    """The states that a claim's slots name as its sides, sorted; bodies and organisations left out."""
    names: list[str] = []
    for slot in (
        "by",
        "of",
        "to",
        "sending",
        "receiving",
        "from_",
        "reporter",
        "partner",
        "home",
        "in_",
        "against",
    ):
        value = getattr(slots, slot, None)
        if isinstance(value, str):
            names.append(value)
    names.extend(getattr(slots, "parties", ()))
    person = getattr(slots, "person", None)
    if person is not None and person.of:
        names.append(person.of)
    return tuple(sorted({name for name in names if is_state(name)}))


def is_state(name: str) -> bool:
    """Whether a side is written as a state's code and not as the name of a body or organisation."""
    return len(name) in (3, 4) and name.isascii() and name.isalpha() and name.isupper()


def _wider(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """A span with its surroundings: the row of a drawn table, between two rules, or so many characters."""
    if text.startswith("|", text.rfind("\n", 0, start) + 1):
        top, bottom = text.rfind("\n+", max(0, start - _ROW), start), text.find("\n+", end, end + _ROW)
        if top >= 0 and bottom >= 0:
            return top, bottom
    return max(0, start - reach), end + reach


def _whole(text: str, start: int, end: int) -> str:
    """A text's span as it can be quoted: with the preposition before it, and with the bracket or quotation mark
    behind it that was opened in it.
    """
    lead = wording().leads.search(text[max(0, start - _LEAD) : start])
    words = text[start - len(lead[0]) if lead else start : end]
    opened = _PAIRS.get(text[end : end + 1])
    return words + text[end] if opened and words.rfind(opened) > words.rfind(text[end]) else words


def _dated_first(claims: Iterable[Claim], date: Date | None) -> tuple[Claim, ...]:
    """Claims by document and offset, those that tell a date first."""
    return tuple(sorted(claims, key=lambda claim: (act_date(claim.slots) != date, _order(claim))))


def _order(claim: Claim) -> tuple[str, int, int, str, str, bytes]:
    return (claim.doc, *claim.evidence[0], claim.kind, claim.id, encode(claim.slots))


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_plain(one) for one in value)
    return str(value)
