"""The forms of what is asked and answered, as the OpenAPI description tells them."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field

from comity.model.claim import KINDS
from comity.register.searching.asking import ENTITIES


def _plain(text: str) -> str:
    # JSON can have halves of letters, which no database keeps.
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("has signs that no text has")
    return text


_NO_NUL = r"^[^\x00]*$"
Reason = Annotated[str, Field(max_length=2000, pattern=_NO_NUL), AfterValidator(_plain)]
Version = Annotated[str, Field(max_length=40, pattern=_NO_NUL), AfterValidator(_plain)]
Title = Annotated[str, Field(max_length=300, pattern=_NO_NUL), AfterValidator(_plain)]
Short = Annotated[str, Field(max_length=200, pattern=_NO_NUL)]
Kind = Literal[tuple(KINDS)]  # type: ignore[valid-type]
EntityKind = Literal[ENTITIES]  # type: ignore[valid-type]
Severity = Literal["error", "warning", "info"]
Dyad = Annotated[str, Field(pattern=r"^[A-Za-z]{3,4}-[A-Za-z]{3,4}$", examples=["KAZ-ISR"])]
Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        description="a year, month or day",
    ),
]
Span = Annotated[list[int], Field(min_length=2, max_length=2, description="start and end")]
Time = datetime.datetime


class Problem(Schema):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = Field(default_factory=list)


class Paged(Schema):
    """One page of a list."""

    total: int = Field(description="how many there are in all")
    page: int
    size: int


class DyadOut(Schema):
    """How much is held about the relations of some states: two as a rule."""

    states: list[str]
    claims: int
    records: int
    documents: int
    findings: int


class Dyads(Paged):
    """Dyads, those with the most claims first."""

    items: list[DyadOut]


class ClaimOut(Schema):
    """A claim as it counts now; `machine` are the slots as they were read, where a person decided otherwise."""

    id: str
    kind: str
    doc: str
    dyad: list[str]
    slots: dict[str, Any]
    evidence: list[Span]
    said: str = Field(description="the claim as a sentence in the language asked for")
    confidence: float
    reader: str
    why: list[str]
    decision: Literal["", "accepted", "edited", "rejected"]
    decided_by: str
    decided_at: Time | None
    reason: str
    machine: dict[str, Any] | None


class Claims(Paged):
    """Claims by document and place in it."""

    items: list[ClaimOut]


class Act(Schema):
    """What a person did with a claim."""

    decision: str
    slots: dict[str, Any] | None
    by: str
    at: Time
    reason: str
    undone_at: Time | None
    undone_by: str


class ClaimWhole(ClaimOut):
    """A claim with its words, its history and its version, which a decision may name."""

    quotes: list[str]
    version: str
    history: list[Act]


class RecordOut(Schema):
    """One thing that happened or holds, from all claims about it; `differences` are what they disagree on."""

    id: str
    kind: str
    dyad: list[str]
    slots: dict[str, Any]
    said: str
    claims: list[str]
    differences: list[dict[str, Any]]
    reasons: list[str]


class Records(Paged):
    """Records by id."""

    items: list[RecordOut]


class DocumentOut(Schema):
    """A document without its text."""

    id: str
    name: str
    title: str
    language: str
    date: str = Field(description="EDTF; empty where it has none")
    media_type: str
    sha256: str
    claims: int
    added_at: Time
    added_by: str


class Documents(Paged):
    """Documents, the latest added first."""

    items: list[DocumentOut]


class DocumentWhole(DocumentOut):
    """A document with the text that evidence points into and the ids of its claims."""

    text: str
    claim_ids: list[str]
    unread: list[Span]


class EntityOut(Schema):
    """A person, body, enterprise or place of one dyad; `identity` is the same across dyads."""

    id: str
    identity: str
    kind: str
    name: str
    names: list[str]
    offices: list[str]
    state: str | None
    mentions: list[dict[str, Any]]
    years: list[int]
    reasons: list[str]


class Entities(Paged):
    """Entities by id."""

    items: list[EntityOut]


class DismissalOut(Schema):
    """A person's word that a finding is no fault."""

    by: str
    at: Time
    reason: str


class FindingOut(Schema):
    """What a rule found."""

    id: str
    code: str
    severity: str
    dyad: list[str]
    message: str
    evidence: list[dict[str, Any]]
    values: dict[str, str]
    version: str
    dismissal: DismissalOut | None


class Findings(Paged):
    """Findings by code and id."""

    items: list[FindingOut]


class RuleOut(Schema):
    """A rule of the catalogue."""

    code: str
    name: str
    severity: str
    title: str
    documentation: dict[str, str]


class KindOut(Schema):
    """A kind of claim with its slots and the forms of their values."""

    kind: str
    name: str
    core: list[str]
    slots: dict[str, str]


class Vocabulary(Schema):
    """The kinds of claims, and the form of a claim as JSON Schema."""

    kinds: list[KindOut]
    claim_schema: dict[str, Any]


class Found(Schema):
    """What a search found, a page of it, and how the claims divide."""

    meant: str = Field(description="the question that a whole sentence was taken for")
    counts: dict[str, int]
    entities: list[dict[str, Any]]
    documents: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    facets: dict[str, dict[str, int]]
    page: int


class Start(Schema):
    """What the register holds and where it is read."""

    version: str
    documents: int
    claims: int
    records: int
    entities: int
    findings: int
    dyads: int
    links: dict[str, str]


class Decide(Schema):
    """A person's decision about a claim, or the last one taken back; `version` is that of the claim as it was seen."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["accept", "reject", "undo"]
    reason: Reason = ""
    version: Version | None = None


class Edit(Schema):
    """What a document really says: the slots that a person decides."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["edit"]
    slots: dict[str, Any]
    reason: Reason = ""
    version: Version | None = None


class Dismiss(Schema):
    """Why a finding is no fault, and the version of the finding as it was seen."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[
        str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00\s][^\x00]*$"), AfterValidator(_plain)
    ]
    version: Version | None = None


class Reopen(Schema):
    """Why a finding is told again."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason = ""
    version: Version | None = None


class UploadOut(Schema):
    """What became of a document that was handed over."""

    name: str
    state: Literal["waiting", "reading", "added", "held", "failed"]
    doc: str
    claims: int
    problem: str


class JobOut(Schema):
    """Documents that were handed over at once."""

    id: str
    by: str
    at: Time
    finished: bool
    uploads: list[UploadOut]
