"""All claims of a corpus to records, entities and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.corpus.columns import Row, claim_of, slot_row
from comity.corpus.store import Store
from comity.model import codec
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Entity, Evidence, Finding, Record


@dataclass(frozen=True)
class Joined:
    """How many of each came of the claims."""

    records: int
    entities: int
    findings: int


def join(folder: Path | str) -> Joined:
    """Make the records, entities and findings of all claims of a corpus, in place of those there.

    All claims and texts are held in memory meanwhile. `CorpusError` where the folder is no corpus or is being
    written.
    """
    from comity.checking import check
    from comity.resolving import resolve

    store = Store(folder)
    store.about()
    with store.alone():
        documents = [_document(row) for row in store.rows("documents")]
        claims = [claim_of(row) for row in store.rows("claims")]
        unread = [Evidence(doc=row["doc"], span=(row["start"], row["end"])) for row in store.rows("unread")]
        found = resolve(claims)
        findings = check(claims, found.records, found.entities, documents, unread=unread)
        doc_of = {claim.id: claim.doc for claim in claims}
        store.put_together({
            "records": [_record(record, doc_of) for record in found.records],
            "entities": [_entity(entity) for entity in found.entities],
            "findings": list(_findings(findings)),
        })  # fmt: skip
    return Joined(len(found.records), len(found.entities), len(findings))


def _document(row: Row) -> Document:
    date = row.pop("date")
    row.pop("path")
    return Document(**row, date=Date.parse(date) if date else None)


def _record(record: Record, doc_of: dict[str, str]) -> Row:
    return {
        "id": record.id, "kind": record.kind, "dyad": list(record.dyad), "claims": list(record.claims),
        "documents": len({doc_of[claim] for claim in record.claims}),
        "slots": codec.encode(record.slots).decode(),
        "differences": codec.encode(record.differences).decode(), "reasons": list(record.reasons),
        **slot_row(record.slots),
    }  # fmt: skip


def _entity(entity: Entity) -> Row:
    first, last = (entity.years[0], entity.years[-1]) if entity.years else (None, None)
    return {
        "id": entity.id, "kind": entity.kind, "name": entity.name, "names": list(entity.names),
        "offices": list(entity.offices), "state": entity.state, "first_year": first, "last_year": last,
        "claims": list(dict.fromkeys(mention.claim for mention in entity.mentions)),
        "reasons": list(entity.reasons),
    }  # fmt: skip


def _findings(findings: Iterable[Finding]) -> Iterator[Row]:
    from comity.checking import message

    for finding in findings:
        yield {
            "id": finding.id, "code": finding.code, "severity": finding.severity, "dyad": list(finding.dyad),
            "message": message(finding, "en"),
            "claims": list(dict.fromkeys(one.claim for one in finding.evidence if one.claim)),
            "evidence": codec.encode(finding.evidence).decode(),
        }  # fmt: skip
