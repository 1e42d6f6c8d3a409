"""The scorer: how two claims are likened, how claims are paired, what counts."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from annotate import SETS
from score import likeness, pairs, score

ROOT = Path(__file__).parents[2]
CASES = [
    json.loads(line)
    for line in (ROOT / "tests/cases/evaluation/likeness.jsonl").read_text(encoding="utf-8").splitlines()
]
SHARED = ROOT.parent / "shared" / "tools" / "score_claims.py"


def claim(kind: str = "count", doc: str = "a", at: int = 0, **slots: Any) -> dict[str, Any]:
    return {"doc": doc, "kind": kind, "evidence": [[at, at + 10]], "slots": slots}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_likeness(case: dict[str, Any]) -> None:
    gold = {"kind": case["kind"], "slots": case["gold"]}
    predicted = {"kind": case["kind"], "slots": case["predicted"]}
    before = json.dumps(predicted)
    assert likeness(gold, predicted) == pytest.approx(case["likeness"])
    assert json.dumps(predicted) == before


def test_the_best_pair_is_taken_first_and_each_claim_once() -> None:
    gold = [claim(what="ships", value=3), claim(what="ships", value=4)]
    predicted = [claim(what="ships", value=4), claim(what="ships", value=4)]
    assert [(pair.gold, pair.predicted) for pair in pairs(gold, predicted)] == [(1, 0), (0, 1)]


def test_no_pair_without_common_words_or_across_documents_and_kinds() -> None:
    gold = [claim(what="ships", value=3)]
    assert not pairs(gold, [claim(at=10, what="ships", value=3)])
    assert not pairs(gold, [claim(doc="b", what="ships", value=3)])
    assert not pairs(gold, [claim("body", name="ships")])
    assert pairs(gold, [{**claim(what="ships", value=3), "evidence": []}])


def test_optional_claims_neither_cost_nor_earn() -> None:
    gold = [claim(what="ships", value=3), {**claim(at=20, what="trains", value=2), "optional": True}]
    missed = score(gold, [gold[0]]).scores["total"]
    found = score(gold, gold).scores["total"]
    assert (missed.gold, missed.predicted, missed.f) == (1, 1, 1.0)
    assert (found.gold, found.predicted, found.f) == (1, 1, 1.0)


def test_figures() -> None:
    gold = [
        claim(what="ships", value=3),
        claim(at=20, what="trains", value=2),
        claim("body", at=40, name="Club"),
    ]
    predicted = [
        claim(what="ships", value=3),
        claim(at=60, what="cars", value=2),
        claim(doc="other", what="x"),
    ]
    result = score(gold, predicted)
    total = result.scores["total"]
    assert (total.gold, total.predicted, total.strict) == (3, 2, 1)
    assert (total.precision, total.recall) == (0.5, pytest.approx(1 / 3))
    assert total.f == pytest.approx(0.4)
    assert result.scores["body"].f == 0
    assert (result.missed, result.extra) == ([1, 2], [1])


def test_what_is_found_in_a_document_that_tells_nothing_is_surplus() -> None:
    gold = [claim(what="ships", value=3)]
    result = score(gold, [gold[0], claim(doc="silent"), claim(doc="other")], ["silent"])
    assert (result.scores["total"].predicted, result.scores["total"].precision) == (2, 0.5)
    assert result.extra == [1]


def test_nothing_at_all() -> None:
    assert score([], []).scores["total"].f == 0


def first(value: Any) -> Any:
    if isinstance(value, dict) and "any" in value:
        return value["any"][0]
    if isinstance(value, list):
        return [one for one in map(first, value) if one is not None]
    return value


def spoiled(gold: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Claims made from gold with losses, errors and repetitions."""
    chance = random.Random(seed)
    made = []
    for one in gold:
        slots = {slot: first(value) for slot, value in one["slots"].items()}
        slots = {
            slot: "something else" if isinstance(value, str) and chance.random() < 0.1 else value
            for slot, value in slots.items()
            if value is not None and chance.random() > 0.15
        }
        made += [{**one, "slots": slots}] * chance.choice([0, 1, 1, 1, 2])
    return made


@pytest.mark.parametrize("name", SETS)
def test_gold_agrees_with_itself(name: str) -> None:
    text = (ROOT / "evaluation" / name / "gold.jsonl").read_text(encoding="utf-8")
    gold = [json.loads(line) for line in text.splitlines()]
    told = [{**one, "slots": {slot: first(value) for slot, value in one["slots"].items()}} for one in gold]
    assert score(gold, told).scores["total"].f == 1


if SHARED.exists():

    @pytest.mark.parametrize("seed", [1, 2])
    def test_the_shared_tool_gives_the_same_figures(tmp_path: Path, seed: int) -> None:
        path = ROOT / "evaluation" / "en" / "gold.jsonl"
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        predicted = spoiled(gold, seed)
        other = tmp_path / "predicted.jsonl"
        other.write_text("".join(json.dumps(one) + "\n" for one in predicted), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, str(SHARED), str(path), str(other)], capture_output=True, text=True, check=True
        ).stdout
        scores = score(gold, predicted).scores
        compared = 0
        for line in told.splitlines()[1:]:
            words = line.split()
            if words[0] in scores:
                mine = scores[words[0]]
                figures = (mine.gold, mine.predicted, mine.precision, mine.recall, mine.f)
                assert [f"{one:.3f}" if isinstance(one, float) else str(one) for one in figures] == words[
                    1:6
                ], line
                compared += 1
        assert compared == len(scores)
