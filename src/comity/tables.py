"""Claims as rows and lines for a person: the terminal, a notebook, CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.model import codec
from comity.model.claim import Claim, Slots, slot_values


def evidence_words(claim: Claim, text: str) -> str:
    """The words of a claim's evidence, runs joined by an ellipsis, line breaks as spaces."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in claim.evidence)


def slots_line(claim: Claim) -> str:
    """What a claim says, on one line: `from KAZ; to ISR; date 2000-04`."""
    return slots_text(claim.slots)


def slots_text(slots: Slots) -> str:
    """The filled slots on one line."""
    return "; ".join(f"{name} {plain(value)}" for name, value in slot_values(slots).items())


def plain(value: Any) -> str:
    """A value in the form of the contract, on one line."""
    if isinstance(value, tuple):
        return " + ".join(plain(one) for one in value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 100_000:
        return f"{value:,}"
    return str(value)


def jsonl(claim: Claim) -> str:
    """A claim as a line of JSON, in the form of `docs/claims.md`."""
    value = {
        "doc": claim.doc,
        "kind": claim.kind,
        "evidence": [list(run) for run in claim.evidence],
        "slots": codec.plain(claim.slots),
        "id": claim.id,
        "confidence": claim.confidence,
        "reader": claim.reader,
    }
    return codec.encode(value).decode()


CSV_COLUMNS = ("doc", "kind", "start", "end", "slots", "words", "id", "confidence", "reader")


def csv_row(claim: Claim, text: str) -> tuple[str, ...]:
    """A claim as a row of `CSV_COLUMNS`; text that a spreadsheet would take for a formula gets an
    apostrophe.
    """
    row = (
        claim.doc,
        claim.kind,
        str(claim.evidence[0][0]),
        str(claim.evidence[0][1]),
        codec.encode(claim.slots).decode(),
        evidence_words(claim, text),
        claim.id,
        f"{claim.confidence:g}",
        claim.reader,
    )
    return safe(row)


def safe(row: Iterable[str]) -> tuple[str, ...]:
    """A row for a spreadsheet: text of a document that it would take for a formula gets an apostrophe."""
    return tuple(f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in row)
