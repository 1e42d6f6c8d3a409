"""Documents with claims made by hand."""

from __future__ import annotations

import hashlib
from typing import Any

from comity.model import codec
from comity.model.claim import Claim, claim_id
from comity.model.document import Document

EN = "Relations were established on 10 April 1992. The President visited Israel in April 2000. They met."
RU = "Отношения установлены 10 апреля 1992 г. Президент посетил Израиль 3-5 апреля 2000 г."


def document(name: str, text: str) -> tuple[Document, bytes]:
    data = text.encode()
    ident = name.rpartition(".")[0]
    return Document(id=ident, name=name, sha256=hashlib.sha256(data).hexdigest(), text=text), data


def claim(doc: Document, kind: str, words: str, **slots: Any) -> Claim:
    start = doc.text.index(words)
    evidence = ((start, start + len(words)),)
    return Claim(
        id=claim_id(doc.sha256, kind, evidence, "test"),
        doc=doc.id,
        kind=kind,
        evidence=evidence,
        slots=codec.slots_of(kind, {name.rstrip("_"): value for name, value in slots.items()}),
        confidence=0.9,
        reader="test",
        why=("by hand",),
    )


def english(name: str = "page.txt") -> tuple[Document, bytes, list[Claim]]:
    doc, data = document(name, EN)
    return (
        doc,
        data,
        [
            claim(
                doc,
                "relations",
                "Relations were established on 10 April 1992",
                parties=["KAZ", "ISR"],
                act="established",
                date="1992-04-10",
            ),
            claim(
                doc,
                "visit",
                "The President visited Israel in April 2000",
                from_="KAZ",
                to="ISR",
                date="2000-04",
                visitors=[{"name": "Nursultan Nazarbayev", "office": "President", "of": "KAZ"}],
            ),
            claim(doc, "session", "They met", body="Joint Commission", date="2000"),
        ],
    )


def russian(name: str = "page-ru.txt") -> tuple[Document, bytes, list[Claim]]:
    doc, data = document(name, RU)
    return (
        doc,
        data,
        [
            claim(
                doc,
                "relations",
                "Отношения установлены 10 апреля 1992",
                parties=["KAZ", "ISR"],
                act="established",
                date="1992-04-10",
            ),
            claim(
                doc,
                "visit",
                "Президент посетил Израиль 3-5 апреля 2000",
                from_="KAZ",
                to="ISR",
                date="2000-04-03/2000-04-05",
                visitors=[{"name": "Н. Назарбаев", "office": "Президент", "of": "KAZ"}],
            ),
        ],
    )
