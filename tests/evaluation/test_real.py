"""Gold for documents that are not ours: packed without their words, and the same again with them."""

import json
from pathlib import Path
from typing import Any

import gate
import pytest
import real
from score import score

TEXT = """\
Aino Koski spoke in Helsinki on trade.

On 3 May 1995 Aino Koski, Minister of Trade of Finland, signed a treaty on trade with Chile in Santiago.
"""
CLAIM: dict[str, Any] = {
    "doc": "a",
    "kind": "agreement",
    "evidence": [[40, len(TEXT) - 1]],
    "slots": {
        "parties": ["FIN", "CHL"],
        "type": "treaty",
        "subject": {"any": ["trade", "commerce", None]},
        "date": "1995-05-03",
        "place": "Santiago",
        "signatories": [{"name": "Aino Koski", "office": "Minister of Trade", "of": "FIN"}],
    },
    "optional": True,
}
INCIDENT: dict[str, Any] = {
    "doc": "a",
    "kind": "incident",
    "evidence": [[40, 60]],
    "slots": {"act": "signed", "by": "FIN", "against": "Chile"},
}


def test_phrases_of_the_document_become_offsets_near_the_evidence() -> None:
    packed = real.pack(CLAIM, TEXT)
    person = packed["slots"]["signatories"][0]
    assert person["name"] == {"at": [TEXT.rindex("Aino"), TEXT.rindex("Aino") + len("Aino Koski")]}
    assert person["of"] == "FIN"
    assert packed["slots"]["subject"] == {
        "any": [{"at": [TEXT.rindex("trade"), TEXT.rindex("trade") + 5]}, "commerce", None]
    }
    kept = ("parties", "type", "date")
    assert {slot: packed["slots"][slot] for slot in kept} == {slot: CLAIM["slots"][slot] for slot in kept}


def test_the_act_of_an_incident_is_a_phrase_and_states_are_not() -> None:
    slots = real.pack(INCIDENT, TEXT)["slots"]
    assert slots == {
        "act": {"at": [TEXT.index("signed"), TEXT.index("signed") + 6]},
        "by": "FIN",
        "against": "Chile",
    }


@pytest.mark.parametrize("claim", [CLAIM, INCIDENT])
def test_the_words_come_back(claim: dict[str, Any]) -> None:
    assert real.unpack(json.loads(json.dumps(real.pack(claim, TEXT))), TEXT) == claim


def test_a_file_is_loaded_with_the_words_of_its_documents(tmp_path: Path) -> None:
    (tmp_path / "data" / "news").mkdir(parents=True)
    (tmp_path / "data" / "news" / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    passages = {"a": (40, len(TEXT))}
    packed = real.packed([CLAIM, INCIDENT], passages, {"a": TEXT})
    assert "Aino" not in packed
    (tmp_path / "en.jsonl").write_text(packed, encoding="utf-8")
    assert real.load(tmp_path / "en.jsonl", tmp_path / "data") == ([CLAIM, INCIDENT], passages)


def test_a_passage_that_tells_nothing_is_kept_and_what_is_found_in_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for doc in "ab":
        (tmp_path / f"{doc}.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "claims").write_text(json.dumps({**CLAIM, "optional": False}) + "\n", encoding="utf-8")
    (tmp_path / "passages").write_text(f"a\t40\t{len(TEXT)}\nb\t40\t{len(TEXT)}\n", encoding="utf-8")
    monkeypatch.setattr(real, "texts", lambda documents: dict.fromkeys(documents, TEXT))
    assert real.main(["pack", str(tmp_path / "claims"), str(tmp_path / "passages")]) == 0
    (tmp_path / "en.jsonl").write_text(capsys.readouterr().out, encoding="utf-8")
    monkeypatch.undo()
    one = gate.Set("real-en", tmp_path, tmp_path / "en.jsonl", passages=True)
    total = gate.measure(one)[2].scores["total"]
    assert (total.gold, total.predicted) == (1, 2)


@pytest.mark.parametrize(("run", "inside"), [((40, 60), True), ((39, 60), False), ((90, 101), False)])
def test_only_claims_of_the_passage_count(run: tuple[int, int], inside: bool) -> None:
    assert real.within({**INCIDENT, "evidence": [list(run), [0, 5]]}, {"a": (40, 100)}) is inside


def test_passages_have_floors_on_the_total_and_its_precision() -> None:
    one = gate.Set("real-en", Path(), Path(), passages=True)
    result = score([INCIDENT] * 6, [INCIDENT] * 6 + [{**INCIDENT, "evidence": [[1, 2]]}] * 2)
    floors = gate.raised(one, result, {})
    assert floors == {"total": 0.523, gate.PRECISION: 0.416}
    assert gate.below(one, result, {gate.PRECISION: 0.8}) == [
        "real-en: precision 0.750 is below its floor 0.800"
    ]


def test_no_gold_file_holds_a_sentence() -> None:
    for path in sorted(real.HERE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = json.dumps(json.loads(line).get("slots", {}), ensure_ascii=False).split('"')[1::2]
            assert max((len(word.split()) for word in words), default=0) <= 8, line
