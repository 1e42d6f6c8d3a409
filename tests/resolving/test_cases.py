"""Who is one person and what is one record, as data: whatever the order of the claims."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import codec
from comity.model.claim import Claim
from comity.resolving import across, resolve

CASES = Path(__file__).parent.parent / "cases" / "resolving"


def cases(name: str) -> list[dict[str, Any]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line and not line.startswith("#")]


def claim(number: int, kind: str, slots: dict[str, Any], doc: str = "a") -> Claim:
    span = (number * 20, number * 20 + 10)
    return Claim(id=f"{number:02}", doc=doc, kind=kind, evidence=(span,), slots=codec.slots_of(kind, slots))


def visits(case: dict[str, Any]) -> list[Claim]:
    """Each mention as the visitor of a visit."""
    found = []
    for number, one in enumerate(case["mentions"]):
        person = {name: one[name] for name in ("name", "office", "of") if name in one}
        slots = {"visitors": [person], "from": one.get("from", one.get("of")), "to": one["to"]}
        if "date" in one:
            slots["date"] = one["date"]
        found.append(claim(number, "visit", slots, one.get("doc", "a")))
    return found


def people(claims: list[Claim]) -> list[list[int]]:
    """The people of claims across dyads, each as the numbers of the claims that name them."""
    entities = [one for one in resolve(claims).entities if one.kind == "person"]
    blocks: dict[str, list[Any]] = defaultdict(list)
    for entity in entities:
        blocks[across.block_of(entity)].append(entity)
    found: dict[str, list[int]] = defaultdict(list)
    for some in blocks.values():
        identity = across.identities_of(some)
        for entity in some:
            found[identity[entity.id]] += [int(one.claim) for one in entity.mentions]
    return sorted(sorted(numbers) for numbers in found.values())


@pytest.mark.parametrize("case", cases("people.jsonl"), ids=lambda case: case["why"])
def test_people(case: dict[str, Any]) -> None:
    assert people(visits(case)) == case["people"]


@given(st.randoms(use_true_random=False), st.sampled_from(cases("people.jsonl")))
@settings(max_examples=60, deadline=None)
def test_who_is_one_does_not_depend_on_the_order(chance: random.Random, case: dict[str, Any]) -> None:
    claims = visits(case)
    chance.shuffle(claims)
    assert people(claims) == case["people"]


def told(case: dict[str, Any]) -> list[Claim]:
    return [
        claim(number, one["kind"], one["slots"], one.get("doc", "a"))
        for number, one in enumerate(case["claims"])
    ]


def records(claims: list[Claim]) -> list[list[int]]:
    return sorted(sorted(map(int, record.claims)) for record in resolve(claims).records)


@pytest.mark.parametrize("case", cases("records.jsonl"), ids=lambda case: case["why"])
def test_records(case: dict[str, Any]) -> None:
    assert records(told(case)) == case["records"]


@given(st.randoms(use_true_random=False), st.sampled_from(cases("records.jsonl")))
@settings(max_examples=60, deadline=None)
def test_what_is_one_does_not_depend_on_the_order(chance: random.Random, case: dict[str, Any]) -> None:
    claims = told(case)
    chance.shuffle(claims)
    assert records(claims) == case["records"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_all_the_people_together_in_any_order(chance: random.Random) -> None:
    claims = []
    for number, case in enumerate(cases("people.jsonl")):
        for one in visits(case):
            ident = f"{number * 100 + int(one.id):04}"
            claims.append(codec.decode_claim({**codec.plain(one), "id": ident, "doc": f"{number}{one.doc}"}))
    expected = people(claims)
    chance.shuffle(claims)
    assert people(claims) == expected
