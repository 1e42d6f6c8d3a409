"""A small register made by hand: two documents whose sentences each state one claim of a kind, some in
conflict.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from comity.model import codec
from comity.model.claim import Claim, claim_id
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Difference, Evidence, Finding, Observation, Record
from comity.publishing.dossier import Dossier, build

DYAD = ("KAZ", "ISR")
CASES = Path(__file__).parents[1] / "cases" / "publishing"


def sentences() -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """The sentences of each document, with the kind and slots of the claim that each makes."""
    found: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for one in tomllib.loads((CASES / "register.toml").read_text(encoding="utf-8"))["sentence"]:
        found.setdefault(one["doc"], []).append((one["words"], one["kind"], json.loads(one["slots"])))
    return found


def documents() -> dict[str, Document]:
    """The documents, by id."""
    made = {}
    for doc, said in sentences().items():
        text = "\n".join(words for words, _, _ in said) + "\n"
        language = doc[-2:]
        made[doc] = Document(
            id=doc,
            name=f"{doc}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            language=language,
            title={"en": "A page about relations", "ru": "Страница об отношениях"}[language],
            date=Date.parse("2017-03"),
        )
    return made


def claims() -> list[Claim]:
    """The claims, each with the words of its sentence."""
    made = []
    for doc, document in documents().items():
        offset = 0
        for words, kind, slots in sentences()[doc]:
            span = (offset, offset + len(words))
            offset += len(words) + 1
            made.append(
                Claim(
                    id=claim_id(document.sha256, kind, (span,), "test"),
                    doc=doc,
                    kind=kind,
                    evidence=(span,),
                    slots=codec.slots_of(kind, slots),
                    reader="test",
                )
            )
    return made


def records() -> list[Record]:
    """One record a claim, but the two embassies of Kazakhstan and the two foundings of relations are one
    each.
    """
    by_text = {}
    for claim in claims():
        by_text.setdefault((claim.kind, _same(claim)), []).append(claim)
    made = []
    for (kind, _), several in by_text.items():
        dates = {str(getattr(claim.slots, "date", None) or ""): claim for claim in several}
        differs = len(several) > 1 and len(dates) > 1
        made.append(
            Record(
                id=f"{kind}-{several[0].id[:8]}",
                kind=kind,
                dyad=("ISR", "KAZ"),
                slots=several[0].slots,
                claims=tuple(claim.id for claim in several),
                differences=(
                    Difference(
                        "date", tuple(Observation(date, (claim.id,)) for date, claim in dates.items())
                    ),
                )
                if differs
                else (),
            )
        )
    return made


def _same(claim: Claim) -> str:
    slots = codec.plain(claim.slots)
    if claim.kind == "relations":
        return "relations"
    if claim.kind == "mission":
        return str(slots["sending"])
    return claim.id


def findings() -> list[Finding]:
    """Findings of the real rules are tested elsewhere; none here unless a test brings its own."""
    return []


def dossier(extra: tuple[Finding, ...] = ()) -> Dossier:
    """The dossier of the register made here."""
    return build(DYAD, claims(), records(), (), [*findings(), *extra], documents())


def hostile(text: str) -> Dossier:
    """The dossier with a hostile text in every place where a document's text can stand."""
    document = Document(id="bad", name=text, sha256="0" * 64, text=text, language="en", title=text)
    made, kept = [], []
    for number, claim in enumerate(claims()):
        plain = codec.plain(claim.slots)
        one = Claim(
            id=f"{number:016x}",
            doc="bad",
            kind=claim.kind,
            evidence=((0, len(text)),),
            slots=codec.slots_of(
                claim.kind, {key: _poisoned(key, value, text) for key, value in plain.items()}
            ),
        )
        made.append(one)
        difference = Difference("place", (Observation(text, (one.id,)), Observation(f"{text}2", (one.id,))))
        kept.append(
            Record(
                id=f"r{number}", kind=claim.kind, dyad=("ISR", "KAZ"), slots=one.slots, claims=(one.id,),
                differences=(difference,),
            )
        )  # fmt: skip
    return build(DYAD, made, kept, (), (), {"bad": document})


_KEPT = {"type", "act", "status", "flow", "form", "date", "period", "credentials", "parties", "sending",
"receiving", "from", "to", "of", "by", "currency"}  # fmt: skip


def _poisoned(key: str, value: Any, text: str) -> Any:
    if key in _KEPT and not (key == "by" and len(str(value)) > 3):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, dict):
        return {name: text if name != "of" else one for name, one in value.items()}
    if isinstance(value, list):
        return [_poisoned("", one, text) for one in value]
    return value


def evidence(claim: Claim) -> Evidence:
    """A claim as the evidence of a finding."""
    return Evidence(claim.doc, claim.evidence[0], claim.id)
