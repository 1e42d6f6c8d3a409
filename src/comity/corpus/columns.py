"""What the tables of a corpus hold: their columns, and the rows that values of the model become.

A slot is a column of its own under its JSON name, in a type that needs no parsing. The columns of all kinds stand
side by side; a slot that two kinds have holds the same in both.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from comity import tables
from comity.corpus.errors import library
from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots, fields_of, slot_values
from comity.model.edtf import Date
from comity.model.person import Person
from comity.pipeline import Failure, Page

Row = dict[str, Any]

FIRST, LAST = "_from", "_to"
"""A date's column holds it as EDTF; beside it stand the first and the last day it may mean."""


@cache
def slot_columns(kind: str) -> dict[str, str]:
    """The columns of a kind's slots, with what they hold: a word of `_ARROW`."""
    hints = typing.get_type_hints(KINDS[kind])
    found = {}
    for attribute, name in fields_of(KINDS[kind]):
        held = _held(hints[attribute])
        found[name] = held
        if held == "date":
            found |= {name + FIRST: "day", name + LAST: "day"}
    return found


def _held(hint: Any) -> str:
    """What a slot's column holds, by the slot's type."""
    parts = typing.get_args(hint) if typing.get_origin(hint) in (types.UnionType, typing.Union) else (hint,)
    wanted = [part for part in parts if part is not type(None)]
    if Date in wanted:
        return "date"
    if Person in wanted:
        return "person"
    if float in wanted:
        return "number"
    if int in wanted:
        return "integer"
    first = wanted[0]
    # A place is a name, and of an occasion at times several: one column of names joined by "; ".
    if typing.get_origin(first) is tuple and str not in wanted:
        return "people" if Person in typing.get_args(first) else "texts"
    return "text"


@cache
def all_slot_columns() -> dict[str, str]:
    """The columns of the slots of all kinds, in the order in which kinds bring them."""
    found: dict[str, str] = {}
    for kind in KINDS:
        for name, held in slot_columns(kind).items():
            if found.setdefault(name, held) != held:
                raise TypeError(f"the slot {name} of {kind} holds {held}, that of another kind {found[name]}")
    return found


def _arrow(held: str) -> Any:
    pa = library("pyarrow", "corpus")
    person = pa.struct([("name", pa.string()), ("office", pa.string()), ("of", pa.string())])
    return {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "number": pa.float64(),
        "integer": pa.int64(),
        "date": pa.string(),
        "day": pa.date32(),
        "person": person,
        "people": pa.list_(person),
    }[held]


_DOCUMENTS = {
    "id": "text", "name": "text", "path": "text", "sha256": "text", "media_type": "text", "encoding": "text",
    "language": "text", "title": "text", "address": "text", "date": "text", "text": "text",
}  # fmt: skip
_CLAIMS = {
    "id": "text", "doc": "text", "kind": "text", "start": "integer", "end": "integer", "words": "text",
    "slots": "text", "evidence": "text", "confidence": "number", "reader": "text", "why": "texts",
}  # fmt: skip
_UNREAD = {"doc": "text", "start": "integer", "end": "integer", "words": "text", "triggers": "texts"}
_FAILURES = {"path": "text", "why": "text"}
_RECORDS = {
    "id": "text", "kind": "text", "dyad": "texts", "claims": "texts", "documents": "integer", "slots": "text",
    "differences": "text", "reasons": "texts",
}  # fmt: skip
_ENTITIES = {
    "id": "text", "kind": "text", "name": "text", "names": "texts", "offices": "texts", "state": "text",
    "first_year": "integer", "last_year": "integer", "claims": "texts", "reasons": "texts",
}  # fmt: skip
_FINDINGS = {
    "id": "text", "code": "text", "severity": "text", "dyad": "texts", "message": "text", "claims": "texts",
    "evidence": "text",
}  # fmt: skip

PARTS = ("documents", "claims", "unread", "failures")
"""The tables that reading fills, part by part."""
TOGETHER = ("records", "entities", "findings")
"""The tables that are made of all parts together."""


def columns(table: str) -> dict[str, str]:
    """The columns of a table, with what each holds."""
    own = {
        "documents": _DOCUMENTS, "claims": _CLAIMS, "unread": _UNREAD, "failures": _FAILURES,
        "records": _RECORDS, "entities": _ENTITIES, "findings": _FINDINGS,
    }[table]  # fmt: skip
    return own | all_slot_columns() if table in ("claims", "records") else own


def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    pa = library("pyarrow", "corpus")
    return pa.schema([(name, _arrow(held)) for name, held in columns(table).items()])


def slot_row(slots: Slots) -> Row:
    """The filled slots of a claim or a record, each as its column holds it."""
    row: Row = {}
    for name, value in slot_values(slots).items():
        if isinstance(value, Date):
            row |= {name: str(value), name + FIRST: value.lower, name + LAST: value.upper}
        elif isinstance(value, Person):
            row[name] = _person(value)
        elif isinstance(value, tuple) and all_slot_columns()[name] == "text":
            row[name] = "; ".join(value)
        elif isinstance(value, tuple):
            row[name] = [_person(one) if isinstance(one, Person) else one for one in value]
        else:
            row[name] = value
    return row


def _person(person: Person) -> Row:
    return {"name": person.name, "office": person.office, "of": person.of}


def claim_row(claim: Claim, text: str) -> Row:
    """A claim of a document with that text, as a row of `claims`."""
    start, end = claim.evidence[0]
    return {
        "id": claim.id, "doc": claim.doc, "kind": claim.kind, "start": start, "end": end,
        "words": tables.evidence_words(claim, text), "slots": codec.encode(claim.slots).decode(),
        "evidence": codec.encode(claim.evidence).decode(), "confidence": claim.confidence,
        "reader": claim.reader, "why": list(claim.why), **slot_row(claim.slots),
    }  # fmt: skip


def claim_of(row: Row) -> Claim:
    """The claim that a row of `claims` was made of."""
    return Claim(
        id=row["id"], doc=row["doc"], kind=row["kind"], slots=codec.decode(row["slots"], KINDS[row["kind"]]),
        evidence=codec.decode(row["evidence"], tuple[tuple[int, int], ...]),
        confidence=row["confidence"], reader=row["reader"], why=tuple(row["why"]),
    )  # fmt: skip


def rows_of(done: Iterable[tuple[str, Page | Failure]]) -> dict[str, list[Row]]:
    """Documents with the paths they were read from, as rows of the tables of a part."""
    found: dict[str, list[Row]] = {table: [] for table in PARTS}
    for path, page in done:
        if isinstance(page, Failure):
            found["failures"].append({"path": path, "why": page.why})
            continue
        document, text = page.document, page.document.text
        found["documents"].append({
            "id": document.id, "name": document.name, "path": path, "sha256": document.sha256,
            "media_type": document.media_type, "encoding": document.encoding, "language": document.language,
            "title": document.title, "address": document.address,
            "date": str(document.date) if document.date else None, "text": text,
        })  # fmt: skip
        found["claims"] += [claim_row(claim, text) for claim in page.claims]
        found["unread"] += _unread(page)
    return found


def _unread(page: Page) -> Iterator[Row]:
    for one in page.unread:
        start, end = one.span
        words = " ".join(page.document.text[start:end].split())
        yield {"doc": one.doc, "start": start, "end": end, "words": words, "triggers": list(one.triggers)}
