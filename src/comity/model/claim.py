"""A claim: one thing that one document says about the relations between states.

The eighteen kinds and their slots are those of `docs/claims.md`. A slots value holds only what the text says
or plainly implies; a slot that the text does not fill is left out (``None`` or an empty tuple), never
guessed.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Annotated, Any, Literal

import msgspec

from comity.model.edtf import Date
from comity.model.person import Person

State = str
"""ISO 3166-1 alpha-3 (`KAZ`; `XKX` for Kosovo), ISO 3166-3 alpha-4 for a state that no longer exists
(`SUHH`), or the name of an international organisation or of a state without a code."""

Span = tuple[int, int]
"""`[start, end)` offsets in Unicode code points into a document's text."""

States = tuple[State, ...]
People = tuple[Person, ...]


class Slots(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a claim says; each kind has its own fields."""


class Recognition(Slots, frozen=True):
    """One state recognises another."""

    by: State | None = None
    of: State | None = None
    date: Date | None = None
    form: Literal["de jure", "de facto"] | None = None


class Relations(Slots, frozen=True):
    """An act upon the diplomatic relations themselves."""

    parties: States = ()
    act: (
        Literal["established", "severed", "suspended", "resumed", "upgraded", "downgraded", "ended"] | None
    ) = None
    date: Date | None = None
    level: str | None = None


MissionType = Literal[
    "embassy", "legation", "consulate-general", "consulate", "honorary-consulate", "liaison-office",
    "interests-section", "permanent-mission", "trade-mission", "representative-office",
]  # fmt: skip


class Mission(Slots, frozen=True):
    """An act upon a diplomatic or consular post of the sending state in the receiving state."""

    sending: State | None = None
    receiving: State | None = None
    type: MissionType | None = None
    act: Literal["opened", "closed", "upgraded", "reopened", "moved", "suspended", "accredited"] | None = None
    date: Date | None = None
    place: str | None = None


class Tenure(Slots, frozen=True):
    """Somebody holds an office that exists for the relations: head of mission, consul, trade envoy."""

    person: Person | None = None
    of: State | None = None
    to: State | None = None
    date: Date | None = None
    appointed: Date | None = None
    credentials: Date | None = None
    left: Date | None = None


class Visit(Slots, frozen=True, rename={"from_": "from"}):
    """Somebody of one state visited the other."""

    visitors: People = ()
    from_: State | None = None
    to: State | None = None
    date: Date | None = None
    type: Literal["state", "official", "working", "private", "transit"] | None = None
    place: str | None = None
    occasion: str | None = None


class Meeting(Slots, frozen=True):
    """People of both sides met, talked or telephoned."""

    participants: People = ()
    date: Date | None = None
    place: str | None = None
    parties: States = ()
    occasion: str | None = None
    subject: str | None = None


class Agreement(Slots, frozen=True):
    """An act upon one instrument: signed, ratified, in force."""

    parties: States = ()
    type: (
        Literal[
            "treaty", "agreement", "declaration", "memorandum", "protocol", "convention", "contract",
            "exchange-of-notes", "communique", "programme", "other",
        ]
        | None
    ) = None  # fmt: skip
    subject: str | None = None
    status: Literal["signed", "initialled", "ratified", "in-force", "draft", "terminated"] | None = None
    date: Date | None = None
    place: str | None = None
    signatories: People = ()


class Body(Slots, frozen=True):
    """A standing institution of the relations."""

    name: str | None = None
    parties: States = ()
    date: Date | None = None
    type: (
        Literal[
            "joint commission", "parliamentary group", "chamber of commerce", "business council", "club",
            "centre", "other",
        ]
        | None
    ) = None  # fmt: skip
    people: People = ()


class Session(Slots, frozen=True):
    """One sitting of a standing body."""

    body: str | None = None
    date: Date | None = None
    place: str | None = None
    number: int | None = None
    people: People = ()


class Event(Slots, frozen=True):
    """An occasion of the relations that is not simply a visit or a meeting."""

    name: str | None = None
    date: Date | None = None
    place: str | tuple[str, ...] | None = None
    type: (
        Literal[
            "summit", "conference", "forum", "exhibition", "festival", "concert", "film", "tour", "ceremony",
            "course", "other",
        ]
        | None
    ) = None  # fmt: skip
    field: str | None = None
    parties: States = ()
    people: People = ()


class Trade(Slots, frozen=True):
    """One figure of trade. `value` is in full units of `currency` (ISO 4217)."""

    reporter: State | None = None
    partner: State | None = None
    flow: Literal["turnover", "export", "import", "balance"] | None = None
    value: int | float | None = None
    currency: str | None = None
    period: Date | None = None
    change: str | None = None
    source: str | None = None


class Investment(Slots, frozen=True, rename={"from_": "from"}):
    """One figure of investment. `value` is in full units of `currency` (ISO 4217)."""

    from_: State | None = None
    to: State | None = None
    value: int | float | None = None
    currency: str | None = None
    period: Date | None = None
    sectors: tuple[str, ...] = ()


class Enterprise(Slots, frozen=True, rename={"in_": "in"}):
    """A company of one state that works, sells, invests or has agreed cooperation in the other."""

    name: str | None = None
    home: State | None = None
    in_: State | None = None
    date: Date | None = None
    sector: str | None = None
    people: People = ()


class Cooperation(Slots, frozen=True):
    """Aid, training, quotas, technical projects, practice between institutions that is no instrument."""

    parties: States = ()
    field: str | None = None
    what: str | None = None
    quantity: int | float | None = None
    period: Date | None = None
    bodies: tuple[str, ...] = ()


class Twinning(Slots, frozen=True):
    """Sister cities or regions."""

    places: tuple[str, ...] = ()
    date: Date | None = None
    place: str | None = None
    people: People = ()


class Award(Slots, frozen=True):
    """An honour or prize given across the dyad."""

    recipient: Person | None = None
    award: str | None = None
    by: str | None = None
    date: Date | None = None


class Count(Slots, frozen=True):
    """A stated number of things of the relations."""

    what: str | None = None
    value: int | float | None = None
    parties: States = ()
    date: Date | None = None


class Incident(Slots, frozen=True):
    """A hostile or downgrading act: expulsion, recall, protest, sanction, closure of a border."""

    act: str | None = None
    by: State | None = None
    against: State | None = None
    date: Date | None = None


KINDS: dict[str, type[Slots]] = {
    "recognition": Recognition,
    "relations": Relations,
    "mission": Mission,
    "tenure": Tenure,
    "visit": Visit,
    "meeting": Meeting,
    "agreement": Agreement,
    "body": Body,
    "session": Session,
    "event": Event,
    "trade": Trade,
    "investment": Investment,
    "enterprise": Enterprise,
    "cooperation": Cooperation,
    "twinning": Twinning,
    "award": Award,
    "count": Count,
    "incident": Incident,
}
"""Every kind of claim, in the order a dossier tells them."""

CORE: dict[str, tuple[str, ...]] = {
    "recognition": ("by", "of", "date"),
    "relations": ("parties", "act", "date"),
    "mission": ("sending", "receiving", "type", "act", "date"),
    "tenure": ("person", "of", "to", "date"),
    "visit": ("visitors", "from", "to", "date"),
    "meeting": ("participants", "date", "place"),
    "agreement": ("parties", "type", "subject", "status", "date"),
    "body": ("name", "parties", "date"),
    "session": ("body", "date", "place"),
    "event": ("name", "date", "place"),
    "trade": ("reporter", "partner", "flow", "value", "currency", "period"),
    "investment": ("from", "to", "value", "currency"),
    "enterprise": ("name", "home", "in", "date"),
    "cooperation": ("parties", "field", "what", "quantity", "period"),
    "twinning": ("places", "date"),
    "award": ("recipient", "award", "by", "date"),
    "count": ("what", "value"),
    "incident": ("act", "by", "against", "date"),
}
"""The slots of each kind (by their JSON names) that say what the claim is; the others are worth having."""

_KIND_OF = {slots: kind for kind, slots in KINDS.items()}


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A claim with the words that make it.

    `evidence` is one or more runs of the document's text, in order of importance: the statement first, then
    the run that supplies a date or a name from elsewhere. `confidence` is between 0 and 1. `reader` names
    the rule set, `why` the frame and knowledge entries that made the claim.
    """

    id: str = ""
    doc: str
    kind: str
    evidence: tuple[Span, ...]
    slots: Slots
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)] = 1.0
    reader: str = ""
    why: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the first run of evidence starts."""
        return self.evidence[0][0]


def kind_of(slots: Slots) -> str:
    """The kind of claim that a slots value belongs to."""
    return _KIND_OF[type(slots)]


def claim_id(sha256: str, kind: str, evidence: tuple[Span, ...], reader: str, ordinal: int = 0) -> str:
    """A claim's identity: the document's bytes, kind, evidence and rule set.

    `ordinal` tells apart claims of one kind made from exactly the same words ("twenty doctors and thirty
    nurses"). Sixteen hexadecimal digits: 64 bits of SHA-256.
    """
    runs = ",".join(f"{start}-{end}" for start, end in evidence)
    return hashlib.sha256(f"{sha256}|{kind}|{runs}|{reader}|{ordinal}".encode()).hexdigest()[:16]


@functools.cache
def fields_of(slots: type[Slots]) -> tuple[tuple[str, str], ...]:
    """The attributes of a slots type with their JSON names (`from_`, `from`), in order.

    Kept, because msgspec evaluates the annotations anew each time, which costs more than all else done with
    a claim.
    """
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(slots))


def slot_names(kind: str) -> tuple[str, ...]:
    """The JSON names of a kind's slots, in order."""
    return tuple(name for _, name in fields_of(KINDS[kind]))


def slot_values(slots: Slots) -> dict[str, Any]:
    """The filled slots of a claim by their JSON names."""
    found = {}
    # Not msgspec.structs.fields: it works out the types of the fields anew at each call.
    for name, written in zip(slots.__struct_fields__, slots.__struct_encode_fields__, strict=True):
        value = getattr(slots, name)
        if value is not None and value != ():
            found[written] = value
    return found
