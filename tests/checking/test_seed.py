"""What an officer would sign on a real embassy's page, where the shared gold is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comity.checking import check, message
from comity.model.claim import Claim, claim_id
from comity.model.codec import decode_claim
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Finding

SHARED = Path(__file__).parents[3] / "shared"
NAME = "kazakhstan-israel-2006"


def _first(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"any"}:
            return _first(value["any"][0])
        return {key: one for key, inner in value.items() if (one := _first(inner)) is not None}
    if isinstance(value, list):
        return [one for inner in value if (one := _first(inner)) is not None]
    return value


def _claims() -> list[Claim]:
    found = []
    for number, line in enumerate(
        (SHARED / "gold" / f"{NAME}.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        raw = json.loads(line)
        raw.pop("optional", None)
        raw["slots"] = _first(raw["slots"])
        runs = tuple((start, end) for start, end in raw["evidence"])
        raw["id"] = claim_id(NAME, raw["kind"], runs, "gold", number)
        found.append(decode_claim(raw))
    return found


if SHARED.is_dir():

    @pytest.fixture(scope="module")
    def findings() -> list[Finding]:
        text = (SHARED / "seed" / f"{NAME}.txt").read_bytes().decode("utf-8", errors="replace")
        document = Document(id=NAME, name=f"{NAME}.txt", sha256=NAME, text=text, date=Date.parse("2006-06"))
        return check(_claims(), documents=[document])

    def _of(findings: list[Finding], code: str) -> list[str]:
        return [message(one) for one in findings if one.code == code]

    def test_the_impossible_investment(findings: list[Finding]) -> None:
        assert any("270 billion" in text for text in _of(findings, "C105"))

    def test_the_gap_between_ambassadors(findings: list[Finding]) -> None:
        (text,) = _of(findings, "C501")
        assert "June 2002" in text
        assert "May 2003" in text

    def test_the_mission_before_its_first_ambassador(findings: list[Finding]) -> None:
        (text,) = _of(findings, "C502")
        assert "May 1996" in text
        assert "January 1997" in text

    def test_two_honorary_consuls(findings: list[Finding]) -> None:
        assert len(_of(findings, "C303")) == 1

    def test_documents_stated_and_named(findings: list[Finding]) -> None:
        (text,) = _of(findings, "C302")
        assert "23" in text

    def test_silence_on_what_is_right(findings: list[Finding]) -> None:
        codes = {one.code for one in findings}
        assert not codes & {
            "C101",
            "C102",
            "C103",
            "C104",
            "C107",
            "C109",
            "C205",
            "C210",
            "C211",
            "C212",
            "C301",
        }
        assert not any("sessions" in text for text in _of(findings, "C302"))

    def test_no_error_but_the_investment(findings: list[Finding]) -> None:
        assert [one.code for one in findings if one.severity == "error"] == ["C105"]

    def _page(holders: str = "") -> list[Finding]:
        from comity.checking.holders import parse
        from comity.pipeline import read_paths

        table = parse(holders.encode(), "holders") if holders else ()
        return list(read_paths([SHARED / "seed" / f"{NAME}.txt"], holders=table).findings)

    def test_the_same_from_the_page_itself() -> None:
        """Read, resolved and checked: what is wrong on it, and silence on what is right."""
        found = _page()
        codes = [one.code for one in found]
        for code in ("C105", "C302", "C303", "C402", "C404", "C406", "C501", "C502"):
            assert codes.count(code) == 1, code
        assert [one.code for one in found if one.severity == "error"] == ["C105"]
        assert not {"C101", "C103", "C210", "C211", "C212", "C213", "C301", "C201"} & set(codes)
        (text,) = _of(found, "C302")
        assert "states 23 agreements" in text
        (text,) = _of(found, "C303")
        assert "title Honorary Consul (Kazakhstan in Israel)" in text

    def test_a_president_named_after_his_term() -> None:
        table = "state,office,name,from,to\nISR,President,Chaim Herzog,1983-05-05,1993-05-13\n"
        (text,) = _of(_page(table), "C201")
        assert "December 1993" in text
        assert "5 May 1983 – 13 May 1993" in text
