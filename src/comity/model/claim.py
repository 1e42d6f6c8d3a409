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
    """One state recognises another.

    - by: the state that recognises
    - of: the state, or government of a state, that is recognised
    - date: the day of the act
    - form: only where the words say it
    """

    by: State | None = None
    of: State | None = None
    date: Date | None = None
    form: Literal["de jure", "de facto"] | None = None


class Relations(Slots, frozen=True):
    """An act upon the diplomatic relations themselves.

    Broken off is `severed`, interrupted is `suspended`, restored is `resumed`; `ended` means that one of the
    states ceased to exist. A named partnership is `upgraded` with the name in `level`.

    - parties: the two states, in any order
    - act: what became of the relations
    - date: the day of the act
    - level: of embassies, of legations, "strategic partnership"
    """

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
    """An act upon a diplomatic or consular post of the sending state in the receiving state.

    A post that is only said to be there is `opened` without a date. `accredited` is a post that covers the
    receiving state from a third one.

    - sending: the state whose post it is
    - receiving: the state that it is accredited to
    - type: the rank of the post; after an `upgraded`, the new one
    - act: what became of the post
    - date: the day of the act
    - place: the city of the post; of one `accredited`, the city from which it covers
    """

    sending: State | None = None
    receiving: State | None = None
    type: MissionType | None = None
    act: Literal["opened", "closed", "upgraded", "reopened", "moved", "suspended", "accredited"] | None = None
    date: Date | None = None
    place: str | None = None


class Tenure(Slots, frozen=True):
    """Somebody holds an office that exists for the relations: head of mission, consul, trade envoy.

    Offices within one state are none. Who chairs a standing body is told with the body.

    - person: who holds the office
    - of: the state, or institution, that sends
    - to: the state, or institution, that receives
    - date: from taking office to leaving it, an interval; open where an end is not told
    - appointed: the day of the appointment
    - credentials: the day on which credentials were presented
    - left: the day of leaving
    """

    person: Person | None = None
    of: State | None = None
    to: State | None = None
    date: Date | None = None
    appointed: Date | None = None
    credentials: Date | None = None
    left: Date | None = None


class Visit(Slots, frozen=True, rename={"from_": "from"}):
    """Somebody of one state visited the other.

    Visitors who came together, by one date and one verb, are one claim. To have met or signed something there
    is not yet to have visited.

    - visitors: who came; of a delegation, its leader
    - from: the state that the visitors belong to
    - to: the state that was visited
    - date: the day or days of the visit
    - type: the rank of the visit, where told
    - place: where in the state visited
    - occasion: what it was part of
    """

    visitors: People = ()
    from_: State | None = None
    to: State | None = None
    date: Date | None = None
    type: Literal["state", "official", "working", "private", "transit"] | None = None
    place: str | None = None
    occasion: str | None = None


class Meeting(Slots, frozen=True):
    """People of both sides met, talked or telephoned.

    Both sides are named by name, office or institution.

    - participants: who met
    - date: the day or days
    - place: where they met
    - parties: the states that they spoke for
    - occasion: on the margins of what
    - subject: what was talked about
    """

    participants: People = ()
    date: Date | None = None
    place: str | None = None
    parties: States = ()
    occasion: str | None = None
    subject: str | None = None


class Agreement(Slots, frozen=True):
    """An act upon one instrument: signed, ratified, in force.

    One claim for each instrument and each act: signed one year and in force the next are two.

    - parties: the states, or institutions, that are bound
    - type: what the instrument is called
    - subject: what it is about, in the document's words
    - status: which act this is
    - date: the day of the act
    - place: where it was signed
    - signatories: who signed
    """

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
    """A standing institution of the relations.

    One claim for each, however often it is named.

    - name: the body's name
    - parties: the states that it joins
    - date: the day of its foundation
    - type: what sort of body it is
    - people: chairs and members that are named
    """

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
    """One sitting of a standing body.

    - body: the name of the body that sat
    - date: the day or days
    - place: the city
    - number: which sitting it was, counted from 1
    - people: who presided or took part
    """

    body: str | None = None
    date: Date | None = None
    place: str | None = None
    number: int | None = None
    people: People = ()


class Event(Slots, frozen=True):
    """An occasion of the relations that is not simply a visit or a meeting.

    An occasion of many states counts only where both sides had a part in it.

    - name: what it is called, or a short phrase
    - date: the day or days
    - place: where; several places as a list
    - type: what sort of occasion it is
    - field: political, economic, scientific, cultural, religious, sport, …
    - parties: the states that had a part in it
    - people: who is named with it
    """

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
    """One figure of trade. `value` is in full units of `currency` (ISO 4217).

    - reporter: the state whose figures they are, where told
    - partner: the other state
    - flow: seen from the reporter
    - value: the figure in full units: 723.9 million is 723900000
    - currency: ISO 4217 code
    - period: the year or months that it is for
    - change: growth or decline as told
    - source: who says so, where told
    """

    reporter: State | None = None
    partner: State | None = None
    flow: Literal["turnover", "export", "import", "balance"] | None = None
    value: int | float | None = None
    currency: str | None = None
    period: Date | None = None
    change: str | None = None
    source: str | None = None


class Investment(Slots, frozen=True, rename={"from_": "from"}):
    """One figure of investment. `value` is in full units of `currency` (ISO 4217).

    - from: the state that the money comes from
    - to: the state that it goes to
    - value: the figure in full units
    - currency: ISO 4217 code
    - period: the year or years that it is for
    - sectors: what it went into
    """

    from_: State | None = None
    to: State | None = None
    value: int | float | None = None
    currency: str | None = None
    period: Date | None = None
    sectors: tuple[str, ...] = ()


class Enterprise(Slots, frozen=True, rename={"in_": "in"}):
    """A company of one state that works, sells, invests or has agreed cooperation in the other.

    One claim for each company; one that was only visited is none.

    - name: the company's name
    - home: the state that it comes from
    - in: the state that it works in
    - date: when it began, or did what is told
    - sector: what it does
    - people: who is named with it
    """

    name: str | None = None
    home: State | None = None
    in_: State | None = None
    date: Date | None = None
    sector: str | None = None
    people: People = ()


class Cooperation(Slots, frozen=True):
    """Aid, training, quotas, technical projects, practice between institutions that is no instrument.

    - parties: the states, or institutions, that work together
    - field: one word or two: agriculture, health, space
    - what: what is done
    - quantity: how many people, places or things, or how much money
    - currency: of money, by ISO 4217
    - period: when
    - bodies: the institutions that do it
    """

    parties: States = ()
    field: str | None = None
    what: str | None = None
    quantity: int | float | None = None
    currency: str | None = None
    period: Date | None = None
    bodies: tuple[str, ...] = ()


class Twinning(Slots, frozen=True):
    """Sister cities or regions.

    The instrument that made them so is not told again as an agreement.

    - places: the two cities or regions
    - date: the day since which they are twinned
    - place: where it was agreed
    - people: who signed
    """

    places: tuple[str, ...] = ()
    date: Date | None = None
    place: str | None = None
    people: People = ()


class Award(Slots, frozen=True):
    """An honour or prize given across the dyad.

    - recipient: who received it
    - award: what was given
    - by: who gave it
    - date: the day on which it was given
    """

    recipient: Person | None = None
    award: str | None = None
    by: str | None = None
    date: Date | None = None


class Count(Slots, frozen=True):
    """A stated number of things of the relations.

    A number that fills a slot of another claim is not told again.

    - what: what is counted, in the document's words
    - value: the number
    - parties: the states whose things they are
    - date: as of when
    """

    what: str | None = None
    value: int | float | None = None
    parties: States = ()
    date: Date | None = None


class Incident(Slots, frozen=True):
    """A hostile or downgrading act: expulsion, recall, protest, sanction, closure of a border.

    - act: what was done, in the document's words
    - by: the state, or institution, that did it
    - against: the state, or institution, that it was aimed at
    - date: the day of the act
    """

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
