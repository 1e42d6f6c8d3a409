"""Every rule's cases: those that fire and those that must not, as data in `tests/cases/checking`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from comity.checking import RULES, Holder, check, message
from comity.checking.holders import parse
from comity.model.claim import Claim, claim_id
from comity.model.codec import convert, slots_of
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Difference, Evidence, Finding, Observation, Record

FOLDER = Path(__file__).parent.parent / "cases" / "checking"


@dataclass
class World:
    claims: list[Claim]
    records: list[Record]
    documents: list[Document]
    holders: tuple[Holder, ...]
    unread: list[Evidence]


def world(case: dict[str, Any]) -> World:
    """The documents, claims and records of a case; words of a claim are looked up in its document's text."""
    written = case.get("documents") or [case]
    claims: list[Claim] = []
    documents = []
    for number, one in enumerate(written):
        doc = one.get("id", f"doc{number + 1}")
        text = one.get("text", "")
        told = one.get("claims", [])
        if not text:
            text = "\n".join(claim.get("words", f"({index})") for index, claim in enumerate(told))
        date = Date.parse(one["date"]) if "date" in one else None
        documents.append(Document(id=doc, name=f"{doc}.txt", sha256=doc, text=text, date=date))
        seen: dict[str, int] = {}
        for index, claim in enumerate(told):
            words = claim.get("words", f"({index})")
            start = text.find(words, seen.get(words, 0)) if words in text else -1
            if start < 0 and "words" not in claim:
                start, words = 0, text[:40]
            assert start >= 0, f"{words!r} is not in the text"
            runs = ((start, start + len(words)),)
            claims.append(
                Claim(
                    id=claim_id(doc, claim["kind"], runs, "case", index),
                    doc=doc,
                    kind=claim["kind"],
                    evidence=runs,
                    slots=slots_of(claim["kind"], claim.get("slots", {})),
                )
            )
    records = [
        Record(
            id=f"r{number}",
            kind=record["kind"],
            dyad=tuple(record.get("dyad", ())),
            slots=slots_of(record["kind"], record["slots"]),
            claims=tuple(claims[index].id for index in record["claims"]),
            differences=tuple(
                Difference(
                    slot=difference["slot"],
                    observations=tuple(
                        Observation(
                            value=_value(difference["slot"], value),
                            claims=tuple(claims[index].id for index in told),
                        )
                        for value, told in difference["observations"]
                    ),
                )
                for difference in record.get("differences", [])
            ),
        )
        for number, record in enumerate(case.get("records", []))
    ]
    unread = []
    for words in case.get("unread", []):
        home = next(document for document in documents if words in document.text)
        start = home.text.find(words)
        unread.append(Evidence(doc=home.id, span=(start, start + len(words))))
    told = case.get("holders", "").strip()
    table = parse(told.encode(), "holders") if told else ()
    return World(claims, records, documents, table, unread)


def _value(slot: str, value: Any) -> Any:
    return convert(value, Date) if slot in ("date", "period", "appointed", "credentials", "left") else value


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for index, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{index}-{case['name']}"))
    return found


def run(code: str, case: dict[str, Any]) -> list[Finding]:
    it = world(case)
    return check(it.claims, it.records, [], it.documents, select=[code], holders=it.holders, unread=it.unread)


@pytest.mark.parametrize(("code", "case"), cases())
def test_case(code: str, case: dict[str, Any]) -> None:
    findings = run(code, case)
    assert len(findings) == int(case["finds"]), [message(one) for one in findings]
    for finding in findings:
        assert finding.evidence
        for lang in ("en", "ru"):
            said = message(finding, lang)
            assert "{" not in said
            assert "None" not in said
        for text in case.get("says", []):
            assert any(text in message(one, lang) for one in findings for lang in ("en", "ru")), message(
                finding
            )


def test_every_rule_has_cases_both_ways() -> None:
    for rule in RULES:
        path = FOLDER / f"{rule.code}.toml"
        assert path.exists(), rule.code
        told = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        assert sum(int(case["finds"]) > 0 for case in told) >= 2, rule.code
        assert sum(int(case["finds"]) == 0 for case in told) >= 2, rule.code
    assert {path.stem for path in FOLDER.glob("*.toml")} == {rule.code for rule in RULES}
