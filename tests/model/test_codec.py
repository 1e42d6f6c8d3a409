"""Values to JSON and back: every kind of claim, what is refused, and the same bytes every time."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from comity.model import codec
from comity.model.claim import CORE, KINDS, Claim, claim_id, kind_of, slot_names, slot_values
from comity.model.document import Anchor, Document
from comity.model.edtf import Date
from tests.model.samples import SAMPLES, claim_of


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(KINDS) == set(CORE)


@pytest.mark.parametrize("kind", KINDS)
def test_round_trip(kind: str) -> None:
    line = claim_of(kind)
    claim = codec.decode_claim(json.dumps(line))
    assert claim == codec.decode_claim(line)
    assert kind_of(claim.slots) == kind
    assert json.loads(codec.encode(claim)) == line == codec.plain(claim)
    assert codec.encode(claim) == codec.encode(codec.decode_claim(codec.encode(claim)))
    assert hash(claim) == hash(codec.decode_claim(line))


@pytest.mark.parametrize("kind", KINDS)
def test_samples_fill_every_slot(kind: str) -> None:
    claim = codec.decode_claim(claim_of(kind))
    assert tuple(slot_values(claim.slots)) == slot_names(kind)
    assert set(CORE[kind]) <= set(slot_names(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_empty_slots_are_left_out(kind: str) -> None:
    claim = Claim(doc="d", kind=kind, evidence=((0, 4),), slots=KINDS[kind]())
    assert json.loads(codec.encode(claim)) == {"doc": "d", "kind": kind, "evidence": [[0, 4]], "slots": {}}
    assert codec.decode_claim(codec.encode(claim)) == claim


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "gossip"}, "no such kind: 'gossip'"),
        ({"kind": []}, "no such kind"),
        ({"evidence": [[1]]}, "length 2"),
        ({"evidence": "all"}, "array"),
        ({"confidence": 2}, "<= 1"),
        ({"slots": {"date": "10.04.1992"}}, "year-month-day"),
        ({"slots": {"date": 1992}}, "expected text"),
        ({"slots": {"weather": "fine"}}, "weather"),
        ({"slots": {"visitors": [{"nick": "x"}]}}, "nick"),
        ({"slots": {"type": "secret"}}, "secret"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=words):
        codec.decode_claim({**claim_of("visit"), **change})


def test_other_programs_keys_are_passed_over() -> None:
    line = claim_of("visit")
    assert codec.decode_claim({**line, "optional": True, "note": "x"}) == codec.decode_claim(line)


@pytest.mark.parametrize("text", ["", "[]", "1", "{", '{"kind": "visit"}', '{"kind": "visit", "slots": 3}'])
def test_a_line_that_is_no_claim(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        codec.decode_claim(text)


def test_a_document_goes_there_and_back() -> None:
    document = Document(
        id="a",
        name="a.html",
        sha256="0" * 64,
        text="Text",
        date=Date.parse("2006-05"),
        anchors=(Anchor(0, 4, "p"),),
    )
    assert codec.decode(codec.encode(document), Document) == document
    assert b'"date":"2006-05"' in codec.encode(document)


def test_identity() -> None:
    runs = ((1, 5), (9, 12))
    assert claim_id("ab", "visit", runs, "r1") == claim_id("ab", "visit", runs, "r1")
    others = {
        claim_id("ac", "visit", runs, "r1"),
        claim_id("ab", "meeting", runs, "r1"),
        claim_id("ab", "visit", runs[:1], "r1"),
        claim_id("ab", "visit", runs, "r2"),
        claim_id("ab", "visit", runs, "r1", 1),
    }
    assert len(others) == 5 and claim_id("ab", "visit", runs, "r1") not in others
