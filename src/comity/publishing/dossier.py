"""A dossier: everything held about two states, in the order in which a ministry tells it, every line with
its words.

A dossier says nothing in a language; `html`, `markdown` and `wording` do.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from comity.checking.wording import is_titular_head
from comity.model.claim import (
    Agreement,
    Claim,
    Mission,
    Relations,
    Slots,
    Span,
    State,
    Tenure,
    Trade,
    Visit,
    slot_values,
)
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Difference, Entity, Finding, Record


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one document that a line rests on.

    `runs` are the evidence's offsets in the document, `words` the text there; `line` and `column` (from 1)
    say where the first run starts. `number` is the source's number in the dossier, from 1, the same wherever
    it is cited.
    """

    number: int
    claim: str
    doc: str
    runs: tuple[Span, ...]
    words: tuple[str, ...]
    line: int
    column: int
    language: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One record as the dossier tells it. `sources` are never empty."""

    id: str
    kind: str
    slots: Slots
    sources: tuple[Source, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def date(self) -> Date | None:
        """When it happened, held or was counted."""
        return date_of(self.slots)


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Lines of one sort within a section. `sides` are the states whose acts they are, in their direction."""

    key: str
    sides: tuple[State, ...] = ()
    lines: tuple[Line, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section with the groups in it that hold something."""

    key: str
    groups: tuple[Group, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What the glance says of one state towards the other.

    `missions` are told in the order of their rank. `head` is the head of mission whose term began last;
    `head_in_office` says that a dated document tells no end of the term, and `head_told` is the date of the latest
    that does. What an undated document calls the head may have ended long ago. `heads_undated` says that others are
    named without a date, any of whom may have come later.
    """

    state: State
    towards: State
    missions: tuple[Line, ...] = ()
    head: Line | None = None
    head_in_office: bool = False
    head_told: Date | None = None
    heads_undated: bool = False
    last_visit: Line | None = None


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """The relations at a glance. `since` is their establishment, `again` the latest other day that is told for it,
    `last_act` what was done to them later.
    """

    since: Line | None = None
    again: Line | None = None
    last_act: Line | None = None
    sides: tuple[Side, ...] = ()
    agreements: int = 0
    trade: Line | None = None

    @property
    def acts(self) -> tuple[Line, ...]:
        """The acts of relations in the order of time."""
        held = [line for line in (self.since, self.again, self.last_act) if line is not None]
        return tuple(sorted(held, key=_start))


class FoundLine(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with the words it speaks of; `more` is how many of these are not among the sources."""

    finding: Finding
    sources: tuple[Source, ...] = ()
    more: int = 0


class SourceDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the dossier rests on; `claims` is how many of its claims do."""

    id: str
    name: str
    title: str
    language: str
    date: Date | None
    sha256: str
    claims: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """The dossier of a dyad. `sources` has every source cited, by number.

    `as_of` and `known_at` (a time in UTC, as it is shown) tell of another moment than the present, which whoever
    gathered what is told has chosen.
    """

    dyad: tuple[State, State]
    at_a_glance: Glance
    sections: tuple[Section, ...] = ()
    findings: tuple[FoundLine, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    as_of: Date | None = None
    known_at: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every section, in order."""
        return tuple(line for section in self.sections for group in section.groups for line in group.lines)


SECTIONS: dict[str, tuple[str, ...]] = {
    "relations": ("relations", "recognition"),
    "missions": ("mission", "tenure"),
    "visits": ("visit",),
    "meetings": ("meeting",),
    "legal": ("agreement",),
    "bodies": ("body", "session"),
    "trade": ("trade", "investment"),
    "enterprises": ("enterprise",),
    "cooperation": ("cooperation",),
    "events": ("event",),
    "twinning": ("twinning",),
    "awards": ("award",),
    "counts": ("count",),
    "incidents": ("incident",),
}
"""The sections in order, with the kinds of record that each tells."""

_BARE = 6
"""Words of a finding that belong to no claim and are among the sources."""

_TOGETHER = frozenset({"relations"})
"""Sections that tell their kinds as one list."""

_DIRECTION: dict[str, tuple[str, str]] = {
    "mission": ("sending", "receiving"),
    "tenure": ("of", "to"),
    "visit": ("from", "to"),
}
"""Kinds told apart by direction, with the slots that give it."""

_NOT_AGREED = frozenset({"draft", "initialled", "terminated"})


_WEIGHTS = ("error", "warning", "info")
"""Findings are told with what weighs most first."""


def build(
    dyad: tuple[State, State],
    claims: Iterable[Claim],
    records: Iterable[Record],
    entities: Iterable[Entity],
    findings: Iterable[Finding],
    documents: Mapping[str, Document] | Iterable[Document],
) -> Dossier:
    """The dossier of a dyad from what is held; the order of `dyad` is the order in which its sides are told.

    Records and findings of other states are left out, as is a record none of whose claims is among `claims`:
    a line without its words is never told. `KeyError` where a claim's document is missing.
    """
    texts = _by_id(documents)
    held = {claim.id: claim for claim in claims}
    wanted = set(dyad)
    numbers = _Numbers(held, texts)
    chosen = [
        one for one in records if wanted <= set(one.dyad) and any(claim in held for claim in one.claims)
    ]
    sections = tuple(
        section
        for key, kinds in SECTIONS.items()
        if (section := _section(key, kinds, dyad, chosen, numbers)).groups
    )
    lines = [line for section in sections for group in section.groups for line in group.lines]
    weighed = sorted(findings, key=lambda one: _WEIGHTS.index(one.severity))
    found = tuple(numbers.of_finding(one) for one in weighed if wanted <= set(one.dyad))
    cited = numbers.all()
    used: dict[str, set[str]] = {}
    for source in cited:
        used.setdefault(source.doc, set()).add(source.claim)
    return Dossier(
        dyad=dyad,
        at_a_glance=_glance(dyad, lines, texts),
        sections=sections,
        findings=found,
        documents=tuple(_describe(texts[doc], len(used[doc] - {""})) for doc in sorted(used)),
        sources=cited,
        entities=tuple(sorted(entities, key=lambda one: one.id)),
    )


def date_of(slots: Slots) -> Date | None:
    """The date of what a record tells: its date, or the period that its figure is of."""
    value = getattr(slots, "date", None) or getattr(slots, "period", None)
    return value if isinstance(value, Date) else None


def instrument(line: Line) -> tuple[str | None, str, str]:
    """What makes two acts acts upon one instrument: its type and subject; one without a subject is its own."""
    slots = line.slots
    assert isinstance(slots, Agreement)
    subject = " ".join((slots.subject or "").casefold().split())
    return (slots.type, subject, "" if subject else line.id)


def is_head_of_mission(slots: Tenure) -> bool:
    """Whether a tenure is a head of mission's, and not a consul's or a trade representative's."""
    return slots.person is None or slots.person.office is None or is_titular_head(slots.person.office)


class _Numbers:
    """Gives sources their numbers, in the order in which lines first cite them."""

    def __init__(self, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> None:
        self._claims = claims
        self._documents = documents
        self._made: dict[tuple[str, tuple[Span, ...], str], Source] = {}

    def of_record(self, record: Record) -> tuple[Source, ...]:
        held = [self._claims[claim] for claim in record.claims if claim in self._claims]
        held.sort(key=lambda claim: (claim.doc, claim.evidence))
        return tuple(self._source(claim.doc, claim.evidence, claim.id) for claim in held)

    def place(self, record: Record) -> tuple[str, int]:
        """Where a record is told first."""
        held = (self._claims[claim] for claim in record.claims if claim in self._claims)
        return min((claim.doc, claim.start) for claim in held)

    def of_finding(self, finding: Finding) -> FoundLine:
        """A finding with the words of its claims, and the first of the words that belong to none: signs lost all over
        a document would fill the list of sources.
        """
        made = []
        bare = 0
        for words in finding.evidence:
            claim = self._claims.get(words.claim)
            if claim is not None:
                made.append(self._source(claim.doc, claim.evidence, claim.id))
            elif words.doc in self._documents:
                bare += 1
                if bare <= _BARE:
                    made.append(self._source(words.doc, (words.span,), ""))
        return FoundLine(finding=finding, sources=tuple(dict.fromkeys(made)), more=max(0, bare - _BARE))

    def all(self) -> tuple[Source, ...]:
        return tuple(self._made.values())

    def _source(self, doc: str, runs: tuple[Span, ...], claim: str) -> Source:
        key = (doc, runs, claim)
        if key not in self._made:
            document = self._documents[doc]
            line, column = document.position(runs[0][0])
            self._made[key] = Source(
                number=len(self._made) + 1,
                claim=claim,
                doc=doc,
                runs=runs,
                words=tuple(document.text[start:end] for start, end in runs),
                line=line,
                column=column,
                language=document.language,
            )
        return self._made[key]


def _by_id(documents: Mapping[str, Document] | Iterable[Document]) -> Mapping[str, Document]:
    return documents if isinstance(documents, Mapping) else {one.id: one for one in documents}


def _describe(document: Document, claims: int) -> SourceDocument:
    return SourceDocument(
        id=document.id,
        name=document.name,
        title=document.title,
        language=document.language,
        date=document.date,
        sha256=document.sha256,
        claims=claims,
    )


# --- sections -----------------------------------------------------------------------------------------------


def _section(
    key: str, kinds: tuple[str, ...], dyad: tuple[State, State], records: list[Record], numbers: _Numbers
) -> Section:
    groups: list[Group] = []
    if key in _TOGETHER:
        groups.append(Group(key=key, lines=_lines((one for one in records if one.kind in kinds), numbers)))
    elif key == "missions":
        for sides in (dyad, (dyad[1], dyad[0]), ()):
            groups.extend(_directed(kind, sides, dyad, records, numbers) for kind in kinds)
    else:
        for kind in kinds:
            if kind in _DIRECTION:
                groups.extend(
                    _directed(kind, sides, dyad, records, numbers) for sides in (dyad, (dyad[1], dyad[0]), ())
                )
            else:
                groups.append(
                    Group(key=kind, lines=_lines((one for one in records if one.kind == kind), numbers))
                )
    return Section(key=key, groups=tuple(group for group in groups if group.lines))


def _directed(
    kind: str, sides: tuple[State, ...], dyad: tuple[State, State], records: list[Record], numbers: _Numbers
) -> Group:
    """The records of one direction; of neither where `sides` is empty."""
    mine = (one for one in records if one.kind == kind and _direction(one.slots, dyad) == sides)
    return Group(key=kind, sides=sides, lines=_lines(mine, numbers))


def _direction(slots: Slots, dyad: tuple[State, State]) -> tuple[State, ...]:
    """Which side acts upon which; one end is enough to tell. Empty where neither is told."""
    values = slot_values(slots)
    for kind, (giver, taker) in _DIRECTION.items():
        if type(slots).__name__.casefold() == kind:
            for sides in (dyad, (dyad[1], dyad[0])):
                one, other = values.get(giver), values.get(taker)
                if one in (sides[0], None) and other in (sides[1], None) and (one or other):
                    return sides
    return ()


def _lines(records: Iterable[Record], numbers: _Numbers) -> tuple[Line, ...]:
    # What has no date, or the same, stays in the order of the documents, which is often that of time.
    ordered = sorted(records, key=lambda one: (_when(one.slots), numbers.place(one), one.id))
    return tuple(
        Line(
            id=one.id,
            kind=one.kind,
            slots=one.slots,
            sources=numbers.of_record(one),
            differences=one.differences,
        )
        for one in ordered
    )


_FLOWS = ("turnover", "export", "import", "balance")


def _when(slots: Slots) -> tuple[bool, datetime.date, datetime.date, int]:
    """For sorting by time, the undated last; sessions of a day by number, figures of a period by flow."""
    date = date_of(slots)
    number = getattr(slots, "number", None) or 0
    if isinstance(slots, Trade) and slots.flow:
        number = _FLOWS.index(slots.flow)
    if date is None:
        return (True, datetime.date.max, datetime.date.max, number)
    low, high = date.lower or date.upper or datetime.date.max, date.upper or datetime.date.max
    return (False, low, high, number)


# --- at a glance --------------------------------------------------------------------------------------------


def _glance(dyad: tuple[State, State], lines: list[Line], texts: Mapping[str, Document]) -> Glance:
    acts = [line for line in lines if isinstance(line.slots, Relations)]
    begun = [line for line in acts if _value(line, "act") == "established"]
    since = begun[0] if begun else None
    # Relations may have been established anew, or sources differ: a reader sees both days.
    others = [line for line in begun if since is not None and since.date and _apart(line.date, since.date)]
    later = [
        line
        for line in acts
        if line is not since and _value(line, "act") not in (None, "established") and (line.date or not since)
    ]
    agreements = [
        line for line in lines if isinstance(line.slots, Agreement) and line.slots.status not in _NOT_AGREED
    ]
    figures = [
        line for line in lines if isinstance(line.slots, Trade) and line.slots.value is not None and line.date
    ]
    turnover = [line for line in figures if _value(line, "flow") == "turnover"]
    return Glance(
        since=since,
        again=_latest(others),
        last_act=_latest(later),
        sides=tuple(_side(sides, dyad, lines, texts) for sides in (dyad, (dyad[1], dyad[0]))),
        agreements=len({instrument(line) for line in agreements}),
        trade=_latest(turnover) or _latest(figures),
    )


def _side(
    sides: tuple[State, State], dyad: tuple[State, State], lines: list[Line], texts: Mapping[str, Document]
) -> Side:
    mine = [line for line in lines if _direction(line.slots, dyad) == sides]
    heads = [line for line in mine if isinstance(line.slots, Tenure) and is_head_of_mission(line.slots)]
    visits = [line for line in mine if isinstance(line.slots, Visit) and line.date]
    head = _latest([line for line in heads if line.date], _start)
    told = [date for source in (head.sources if head else ()) if (date := texts[source.doc].date) is not None]
    in_office = bool(told) and head is not None and _open(head) and _value(head, "left") is None
    posts = [line for line in mine if isinstance(line.slots, Mission)]
    return Side(
        state=sides[0],
        towards=sides[1],
        missions=tuple(sorted(posts, key=_rank)),
        head=head,
        head_in_office=in_office,
        head_told=max(told, default=None),
        heads_undated=any(not line.date for line in heads),
        last_visit=_latest(visits, lambda line: last_begun(line.date)),
    )


_POSTS = (
    "embassy", "legation", "interests-section", "permanent-mission", "liaison-office",
    "representative-office", "consulate-general", "consulate", "trade-mission", "honorary-consulate",
)  # fmt: skip
"""Posts from the highest."""


def _rank(line: Line) -> int:
    kind = str(_value(line, "type") or "")
    return _POSTS.index(kind) if kind in _POSTS else len(_POSTS)


def _apart(one: Date | None, other: Date) -> bool:
    """Whether two dates cannot be the same day."""
    return one is not None and (one.before(other) or one.after(other))


def last_begun(date: Date | None) -> datetime.date:
    """For finding what came last: the first day of a date's end, as a year without a month is not its December."""
    last = (date.end or date.start or date) if date else None
    return (last.lower or last.upper or datetime.date.min) if last else datetime.date.min


def _open(line: Line) -> bool:
    """Whether a line's date has no end."""
    return line.date is not None and line.date.is_interval and line.date.end is None


def _latest(lines: list[Line], key: Callable[[Line], Any] | None = None) -> Line | None:
    return max(lines, key=key or _end, default=None)


def _end(line: Line) -> datetime.date:
    date = line.date
    return (date.upper or date.lower or datetime.date.min) if date else datetime.date.min


def _start(line: Line) -> datetime.date:
    date = line.date
    return (date.lower or datetime.date.min) if date else datetime.date.min


def _value(line: Line, slot: str) -> Any:
    return slot_values(line.slots).get(slot)
