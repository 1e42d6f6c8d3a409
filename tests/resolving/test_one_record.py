"""One record for one thing, on whole pages: the shipped examples in two languages, and a page with its gold."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity import pipeline
from comity.model import codec
from comity.model.claim import Claim
from comity.model.record import Record
from comity.resolving import resolve

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "src" / "comity" / "examples"
CASES = ROOT / "tests" / "cases" / "resolving" / "examples.tsv"
SHARED = ROOT.parent / "shared"
PAGE = "kazakhstan-israel-2006"


def things() -> list[tuple[str, str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(kind, english, russian) for kind, english, russian in (line.split("\t") for line in lines)]


@cache
def examples() -> pipeline.Result:
    return pipeline.read_paths([EXAMPLES / f"kazakhstan-israel-{lang}.txt" for lang in ("en", "ru")])


def telling(kind: str, words: str) -> set[str]:
    """The records of a kind that rest on these words of a page."""
    texts = {one.id: one.text for one in examples().documents}
    found = {
        claim.id
        for claim in examples().claims
        if claim.kind == kind
        and any(words in texts[claim.doc][start : end + 60] for start, end in claim.evidence)
    }
    return {one.id for one in examples().records if found & set(one.claims)}


@pytest.mark.parametrize(("kind", "english", "russian"), things())
def test_what_both_pages_tell_is_one_record(kind: str, english: str, russian: str) -> None:
    assert telling(kind, english) & telling(kind, russian)


def test_nothing_else_of_the_two_pages_is_one() -> None:
    """Every record with claims of both pages is of a thing that both tell."""
    docs = {claim.id: claim.doc for claim in examples().claims}
    both = [one for one in examples().records if len({docs[claim] for claim in one.claims}) == 2]
    told = {
        record
        for kind, english, russian in things()
        for record in telling(kind, english) & telling(kind, russian)
    }
    assert [(one.kind, one.reasons) for one in both if one.id not in told] == []


def test_of_one_page_nothing_is_drawn_together() -> None:
    """What one page tells twice is one, and that alone: an ambassador's term and credentials, a meeting."""
    docs = {claim.id: claim.doc for claim in examples().claims}
    twice = Counter(
        one.kind
        for one in examples().records
        for times in Counter(docs[claim] for claim in one.claims).values()
        if times > 1
    )
    assert twice <= Counter(tenure=1, meeting=1)


@cache
def made(seed: int) -> tuple[Claim, ...]:
    """The claims of the shipped examples, with those of made documents that tell some of it again, less exactly."""
    chance = random.Random(seed)
    claims = list(examples().claims)
    for number in range(3):
        for claim in chance.sample(examples().claims, 25):
            said = codec.plain(claim.slots)
            for slot in [slot for slot in said if chance.random() < 0.25]:
                said.pop(slot)
            if isinstance(said.get("date"), str) and chance.random() < 0.5:
                said["date"] = said["date"][:4]
            try:
                slots = codec.slots_of(claim.kind, said)
            except ValueError:
                continue
            told = f"{number}{claim.id[1:]}"
            claims.append(msgspec.structs.replace(claim, id=told, doc=f"made{number}", slots=slots))
    return tuple({claim.id: claim for claim in claims}.values())


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 3), st.randoms(use_true_random=False))
def test_any_order_of_documents_gives_the_same_bytes(seed: int, chance: random.Random) -> None:
    claims = list(made(seed))
    straight = resolve(claims)
    docs = sorted({claim.doc for claim in claims})
    chance.shuffle(docs)
    chance.shuffle(claims)
    by_document = sorted(claims, key=lambda claim: docs.index(claim.doc))
    assert codec.encode(resolve(by_document)) == codec.encode(straight)


# --- the page with gold -------------------------------------------------------------------------------------

shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the page and its gold are no part of the project")


def first(value: Any) -> Any:
    """A value of gold: of several that are right the first."""
    if isinstance(value, dict) and "any" in value:
        return first(next((one for one in value["any"] if one is not None), None))
    if isinstance(value, dict):
        return {key: found for key, one in value.items() if (found := first(one)) is not None}
    if isinstance(value, list):
        return [found for one in value if (found := first(one)) is not None]
    return value


@cache
def gold() -> tuple[Claim, ...]:
    lines = (SHARED / "gold" / f"{PAGE}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(
        Claim(
            id=f"gold{number:03}", doc="gold", kind=one["kind"],
            evidence=tuple((start, end) for start, end in one["evidence"]),
            slots=codec.slots_of(one["kind"], first(one["slots"])),
        )
        for number, one in enumerate(map(json.loads, lines))
    )  # fmt: skip


def drawn_together(records: tuple[Record, ...]) -> Counter[str]:
    """How many records of each kind have several claims of the gold."""
    return Counter(one.kind for one in records if sum(claim.startswith("gold") for claim in one.claims) > 1)


@shared
def test_each_thing_of_the_gold_is_one_record() -> None:
    """One honorary consul is told of twice; everything else once."""
    records = resolve(gold()).records
    assert drawn_together(records) <= Counter(tenure=1)
    per_kind = Counter(claim.kind for claim in gold()) - Counter(one.kind for one in records)
    assert per_kind <= Counter(tenure=1)


@shared
def test_the_page_as_it_is_read_and_its_gold_are_the_same_things() -> None:
    """The gold as a second witness: what is read as it tells is one record with it, and it draws nothing together."""
    read = pipeline.read_paths([SHARED / "seed" / f"{PAGE}.txt"])
    assert not [one for one in read.records if len(one.claims) > 1 and one.kind != "tenure"]
    both = resolve([*gold(), *read.claims]).records
    assert drawn_together(both) <= Counter(tenure=1)
    home = {claim: one.id for one in both for claim in one.claims}
    alike = {(one.kind, codec.encode(one.slots)): one.id for one in gold()}
    same = [
        (claim.id, alike[key])
        for claim in read.claims
        if (key := (claim.kind, codec.encode(claim.slots))) in alike
    ]
    assert len(same) > 40
    assert [pair for pair in same if home[pair[0]] != home[pair[1]]] == []


TOGETHER = CASES.with_name("together.jsonl")


@cache
def together() -> pipeline.Result:
    """The page and the shipped examples in both languages, read at once."""
    return pipeline.read_paths(
        [
            SHARED / "seed" / f"{PAGE}.txt",
            *(EXAMPLES / f"kazakhstan-israel-{lang}.txt" for lang in ("en", "ru")),
        ]
    )


def told_by_several() -> list[dict[str, Any]]:
    return [json.loads(line) for line in TOGETHER.read_text(encoding="utf-8").splitlines() if line[:1] == "{"]


def records_of(case: dict[str, Any]) -> dict[str, set[str]]:
    """The records of the claims that a case is of, each with the documents that tell of it."""
    wanted = {
        claim.id: claim.doc.removeprefix("kazakhstan-israel-")
        for claim in together().claims
        if claim.kind == case["kind"] and _says(codec.plain(claim.slots), case["slots"])
    }
    found: dict[str, set[str]] = {}
    for record in together().records:
        for claim in set(record.claims) & set(wanted):
            found.setdefault(record.id, set()).add(wanted[claim])
    return found


def _says(slots: Any, wanted: Any) -> bool:
    """Whether slots have what a case names: text that begins so, parts of lists and of people."""
    if isinstance(wanted, dict):
        return isinstance(slots, dict) and all(_says(slots.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(slots, list) and all(any(_says(one, value) for one in slots) for value in wanted)
    if isinstance(wanted, str):
        return isinstance(slots, str) and any(slots.startswith(one) for one in wanted.split("|"))
    return bool(slots == wanted)


@shared
@pytest.mark.parametrize("case", told_by_several(), ids=lambda case: f"{case['kind']} {case['slots']}")
def test_what_the_page_and_both_examples_tell_is_one_record(case: dict[str, Any]) -> None:
    assert list(records_of(case).values()) == [set(case["docs"])]


@shared
def test_nothing_else_of_the_three_is_one() -> None:
    docs = {claim.id: claim.doc for claim in together().claims}
    told = {record for case in told_by_several() for record in records_of(case)}
    several = [one for one in together().records if len({docs[claim] for claim in one.claims}) > 1]
    assert [(one.kind, one.reasons) for one in several if one.id not in told] == []
    assert {one.kind for one in several} == {case["kind"] for case in told_by_several()}
