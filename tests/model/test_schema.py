"""The JSON Schema of the claim format: up to date in docs/, true to what the codec takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from comity.model import codec
from comity.model.claim import KINDS, slot_names
from comity.model.schema import claim_schema, schema_text
from tests.model.samples import claim_of
from tests.model.test_edtf import VALID

FILE = Path(__file__).parents[2] / "docs" / "claim.schema.json"
VALIDATOR = Draft202012Validator(claim_schema())


def test_the_file_is_up_to_date() -> None:
    """Remedy: write `comity.model.schema.schema_text()` into the file."""
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(claim_schema())


@pytest.mark.parametrize("kind", KINDS)
def test_valid_claims_validate(kind: str) -> None:
    VALIDATOR.validate(claim_of(kind))
    VALIDATOR.validate({"doc": "d", "kind": kind, "evidence": [[0, 4]], "slots": {}})


@pytest.mark.parametrize("kind", KINDS)
def test_every_slot_is_described(kind: str) -> None:
    slots = claim_schema()["$defs"][KINDS[kind].__name__]
    assert tuple(slots["properties"]) == slot_names(kind)
    assert slots["additionalProperties"] is False


@pytest.mark.parametrize("text", [case[0] for case in VALID])
def test_every_date_validates(text: str) -> None:
    VALIDATOR.validate({**claim_of("award"), "slots": {"date": text}})


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "gossip"},
        {"slots": {"date": "10.04.1992"}},
        {"slots": {"date": None}},
        {"slots": {"weather": "fine"}},
        {"slots": {"type": "secret"}},
        {"slots": {"visitors": [{"nick": "x"}]}},
        {"evidence": []},
        {"evidence": [[1]]},
        {"evidence": [["1", 2]]},
        {"confidence": 2},
    ],
)
def test_what_does_not_fit_does_not_validate(change: dict[str, Any]) -> None:
    line = {**claim_of("visit"), **change}
    assert not VALIDATOR.is_valid(line)
    if change not in ({"evidence": []}, {"slots": {"date": None}}):
        with pytest.raises(msgspec.ValidationError):
            codec.decode_claim(line)
