"""The data dictionary: complete, up to date in docs/, and its examples are claims that are read so."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import comity
from comity.model.claim import KINDS, slot_names
from comity.model.dictionary import EXAMPLES, forms, markdown, meaning
from comity.model.schema import claim_schema

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), "run `make docs`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_slot_is_documented(kind: str) -> None:
    told = meaning(kind)
    assert told.lead.endswith(".")
    assert tuple(told.slots) == slot_names(kind) == tuple(forms(kind))
    assert all(told.slots.values())


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_claims(kind: str) -> None:
    words, slots = EXAMPLES[kind]
    line = {"doc": "d", "kind": kind, "evidence": [[0, len(words)]], "slots": slots}
    Draft202012Validator(claim_schema()).validate(line)
    assert list(slots) == [name for name in slot_names(kind) if name in slots], "in the order of the slots"


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_read_as_what_they_are(kind: str) -> None:
    words, _ = EXAMPLES[kind]
    assert kind in {claim.kind for claim in comity.read(words.encode(), "example.txt").claims}
