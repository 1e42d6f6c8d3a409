"""Laws of checking: order does not matter, the same input gives the same findings, codes choose the rules."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.checking import RULES, check, explain, matches, message, rule
from comity.model.claim import Claim
from comity.model.codec import decode, encode
from comity.model.document import Document
from comity.model.record import Finding
from tests.checking.test_rules import FOLDER, world


def _all_cases() -> list[dict[str, Any]]:
    return [
        case
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(Path(path).read_text(encoding="utf-8"))["case"]
    ]


def _together() -> tuple[list[Claim], list[Document]]:
    """The claims and documents of all cases as one register, each case's documents renamed."""
    claims: list[Claim] = []
    documents: list[Document] = []
    for number, case in enumerate(_all_cases()):
        it = world(case)
        documents += [msgspec.structs.replace(one, id=f"{number}-{one.id}") for one in it.documents]
        claims += [
            msgspec.structs.replace(one, id=f"{number}-{one.id}", doc=f"{number}-{one.doc}")
            for one in it.claims
        ]
    return claims, documents


CLAIMS, DOCUMENTS = _together()
EXPECTED = check(CLAIMS, documents=DOCUMENTS)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(shuffle: random.Random) -> None:
    claims, documents = list(CLAIMS), list(DOCUMENTS)
    shuffle.shuffle(claims)
    shuffle.shuffle(documents)
    assert check(claims, documents=documents) == EXPECTED


def test_ordered_by_document_offset_and_code() -> None:
    keys = [(one.evidence[0].doc, one.evidence[0].span[0], one.code) for one in EXPECTED]
    assert keys == sorted(keys)
    assert len(EXPECTED) > 60


def test_ids_are_unique_and_findings_survive_json() -> None:
    assert len({one.id for one in EXPECTED}) == len(EXPECTED)
    for one in EXPECTED:
        assert decode(encode(one), Finding) == one


def test_evidence_lies_in_its_document() -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    for finding in EXPECTED:
        for place in finding.evidence:
            start, end = place.span
            assert 0 <= start < end <= len(texts[place.doc])


def test_select_and_ignore() -> None:
    some = check(CLAIMS, documents=DOCUMENTS, select=["C2", "c101"])
    assert {one.code for one in some} == {
        one.code for one in EXPECTED if one.code.startswith("C2") or one.code == "C101"
    }
    rest = check(CLAIMS, documents=DOCUMENTS, select=["C2"], ignore=["C20"])
    assert {one.code[:3] for one in rest} == {"C21"}
    assert matches("C101", ["C1"])
    assert not matches("C101", [""])


def test_without_documents_and_without_anything() -> None:
    assert check([]) == []
    blind = check(CLAIMS)
    assert blind
    for one in blind:
        assert message(one, "ru")


def test_explain() -> None:
    assert "What it does" in explain("c101")
    assert "Что проверяет" in explain("C101", "ru")
    with pytest.raises(KeyError):
        rule("C999")
    with pytest.raises(ValueError, match="no messages in 'fr'"):
        message(EXPECTED[0], "fr")


def test_severity_of_findings_is_their_rules() -> None:
    severity = {one.code: one.severity for one in RULES}
    assert all(one.severity == severity[one.code] for one in EXPECTED)
