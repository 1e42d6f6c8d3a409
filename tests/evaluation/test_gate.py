"""The gate: floors hold, rise, and fall only with a reason; the corpus cannot change unnoticed."""

import json
from pathlib import Path
from typing import Any

import gate
import pytest
from annotate import SETS
from score import Score, score

TEXT = "Chile and Finland established diplomatic relations on 17 February 1931.\n"
GOLD = {
    "doc": "a",
    "kind": "relations",
    "evidence": [[0, 70]],
    "slots": {"parties": ["CHL", "FIN"], "act": "established", "date": "1931-02-17"},
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> gate.Set:
    """A set of one document, with floors of its own."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    one = gate.Set("en", tmp_path, tmp_path / "gold.jsonl")
    monkeypatch.setattr(gate, "sets", lambda: [one])
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    return one


def floors(small: gate.Set) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((small.texts / "floors.json").read_text(encoding="utf-8"))
    return found


def test_a_changed_corpus_fails_until_it_is_accepted(
    small: gate.Set, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main([]) == 1
    assert "the corpus has changed" in capsys.readouterr().out
    assert gate.main(["--accept-corpus"]) == 0
    assert gate.main([]) == 0
    (small.texts / "a.txt").write_text(TEXT + "\n", encoding="utf-8")
    assert gate.main(["--raise"]) == 1
    assert not floors(small)["floors"]


def test_floors_rise_hold_and_fall_only_with_a_reason(
    small: gate.Set, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main(["--accept-corpus", "--raise"]) == 0
    present = floors(small)["floors"]["en"]
    assert present == {"total": 0.99}
    written = {**floors(small), "floors": {"en": {"total": 1.5}}}
    (small.texts / "floors.json").write_text(json.dumps(written), encoding="utf-8")
    assert gate.main([]) == 1
    assert "total 1.000 is below its floor 1.500" in capsys.readouterr().out
    assert gate.main(["--raise"]) == 1
    assert floors(small)["floors"]["en"] == {"total": 1.5}
    for wrong in (["total", "1.2"], ["total", "1.6", "--why", "x"], ["visit", "0", "--why", "x"]):
        with pytest.raises(SystemExit):
            gate.main(["--lower", *wrong])
    assert gate.main(["--lower", "total", "0.9", "--why", "an annotation was wrong"]) == 0
    assert floors(small)["floors"]["en"] == {"total": 0.9}
    assert floors(small)["lowered"][0]["why"] == "an annotation was wrong"
    assert gate.main([]) == 0


def test_what_is_found_in_a_document_without_gold_counts(small: gate.Set) -> None:
    (small.texts / "b.txt").write_text(TEXT, encoding="utf-8")
    gold, predicted, result = gate.measure(small)
    total = result.scores["total"]
    assert (total.gold, total.predicted, total.precision) == (1, 2, 0.5)
    assert gate.errors(gold, predicted, result, 1).startswith("surplus relations b ")


def test_a_kind_has_a_floor_from_five_gold_claims() -> None:
    many = [{**GOLD, "evidence": [[k, k + 1]]} for k in range(gate.ENOUGH)]
    few = [{**GOLD, "kind": "recognition", "slots": {"by": "CHL"}}]
    one = gate.Set("en", Path(), Path())
    result = score(many + few, many)
    assert set(gate.raised(one, result, {})) == {"relations", "total"}
    assert gate.raised(one, result, {"relations": 0.995})["relations"] == 0.995
    assert gate.below(one, result, {"visit": 0.1}) == ["en: visit 0.000 is below its floor 0.100"]


def test_recall_is_the_figure_where_gold_is_a_part() -> None:
    found = Score(gold=2, predicted=8, soft=2.0, strict=2)
    assert gate.Set("rdcr", Path(), Path(), figure="recall").figure_of(found) == 1.0
    assert gate.Set("en", Path(), Path()).figure_of(found) == pytest.approx(0.4)


@pytest.mark.parametrize("name", [name for name in SETS if name.endswith("-unseen")])
def test_the_errors_of_an_unseen_set_are_not_shown(name: str) -> None:
    with pytest.raises(SystemExit):
        gate.main(["--errors", "5", "--set", name])


def test_the_fingerprint_of_the_corpus_is_the_one_on_record() -> None:
    assert gate.changed(gate.read_floors(gate.HERE / "floors.json"), gate.sets()) == []
