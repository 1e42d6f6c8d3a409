"""What frames claim of sentences: cases by language and kind, positive and negative.

A case: `text`; `doc_states`, a first line that tells what the document is about; `claims` that must be found,
with the slots that count; `kinds` to look at, by default the kind that names the file. Nothing else of these
kinds may be claimed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from comity.model.document import Document
from comity.reading import read

CASES = Path(__file__).parents[1] / "cases" / "reading"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*/*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if line.strip():
                name = f"{path.parent.name}-{path.stem}-{number}"
                found.append(pytest.param(path.parent.name, path.stem, json.loads(line), id=name))
    return found


def _claims(language: str, case: dict[str, Any]) -> list[dict[str, Any]]:
    lead = case.get("doc_states", "")
    text = f"{lead}\n\n{case['text']}" if lead else case["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    reading = read(Document(id="case", name="case.txt", sha256=digest, text=text, language=language))
    for claim in reading.claims:
        for start, end in claim.evidence:
            assert 0 <= start < end <= len(text)
    return [json.loads(_encoded(claim)) for claim in reading.claims]


def _encoded(claim: Any) -> bytes:
    from comity.model import codec

    return codec.encode(claim)


def _agrees(expected: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a claim has the expected slots; `null` says that a slot must be empty. Lists without order."""
    if expected["kind"] != found["kind"]:
        return False
    for slot, value in expected["slots"].items():
        told = found["slots"].get(slot)
        if isinstance(value, list) and isinstance(told, list):
            key = json.dumps
            if sorted(map(key, value)) != sorted(map(key, told)):
                return False
        elif told != value:
            return False
    return True


@pytest.mark.parametrize(("language", "kind", "case"), _cases())
def test_case(language: str, kind: str, case: dict[str, Any]) -> None:
    kinds = case.get("kinds", [kind])
    left = [claim for claim in _claims(language, case) if claim["kind"] in kinds]
    told = json.dumps([{"kind": c["kind"], "slots": c["slots"]} for c in left], ensure_ascii=False)
    for expected in case["claims"]:
        hit = next((claim for claim in left if _agrees(expected, claim)), None)
        assert hit is not None, f"missed {json.dumps(expected, ensure_ascii=False)}; found {told}"
        left.remove(hit)
    assert not left, f"too much: {told}"
