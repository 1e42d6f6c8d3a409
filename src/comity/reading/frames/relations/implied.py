"""What a history of diplomatic relations implies: its chapter on relations begins with the first envoy.

Such a chapter often tells only that an envoy presented credentials. That relations and a mission exist from then on is
plainly implied, so a claim is made where the chapter itself makes none, with low confidence. In the same way relations
were resumed when an envoy came after they were severed, and had been interrupted when an embassy was closed before they
were resumed.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import successors
from comity.reading.frames.draft import Draft
from comity.reading.language import Language

_LOW = 0.4
_FOUNDED = frozenset({"opened", "upgraded", "reopened"})
_CONSULAR = frozenset({"consulate-general", "consulate", "honorary-consulate"})
"""Posts that no head of mission leads: there may be one beside an embassy."""
_INFORMAL = _CONSULAR | {"interests-section", "liaison-office", "trade-mission", "representative-office"}
"""Posts that there may be without diplomatic relations."""
_BROKEN = frozenset({"severed", "suspended", "ended"})
_BOUND = frozenset({"established", "resumed"})


def implied(
    drafts: list[tuple[Draft, bool]], dyad: tuple[str, str] | None, language: Language, *, unbroken: bool
) -> Iterator[Draft]:
    """The claims that a document's drafts imply: they come in order, each with whether it stands in such a chapter;
    `unbroken`: relations are told to have gone on."""
    if dyad is None:
        return
    relations = [d for d, _ in drafts if d.kind == "relations" and _are_of(d.slots["parties"], dyad)]
    establishment = _establishment(drafts, dyad, _first_break(relations))
    if establishment is not None:
        yield establishment
    yield from _resumptions(drafts, dyad, relations)
    if not unbroken:
        yield from _interruptions(drafts, dyad, relations)
    yield from _missions(drafts, dyad, language)


def _are_of(parties: tuple[str, ...], dyad: tuple[str, str]) -> bool:
    """Whether parties are the two states, or a state that one of them followed."""
    return all(one in dyad or not successors(one).isdisjoint(dyad) for one in parties)


def _first_break(relations: list[Draft]) -> Date | None:
    """The day on which relations were first broken off."""
    return min(
        (d.slots["date"] for d in relations if d.slots["act"] in _BROKEN and d.slots.get("date")),
        default=None,
    )


def _founding(draft: Draft) -> Date | None:
    """The day from which there are relations, as a draft implies it: that of credentials or of a diplomatic post."""
    slots = draft.slots
    if draft.kind == "tenure":
        return slots.get("credentials")
    if draft.kind == "mission" and slots["act"] in _FOUNDED and slots.get("type") not in _INFORMAL:
        return slots.get("date")
    return None


def _between(draft: Draft, dyad: tuple[str, str]) -> bool:
    slots = draft.slots
    states = {slots.get("sending") or slots.get("of"), slots.get("receiving") or slots.get("to")}
    return draft.kind in ("mission", "tenure") and states == set(dyad)


def _establishment(
    drafts: list[tuple[Draft, bool]], dyad: tuple[str, str], broken: Date | None
) -> Draft | None:
    """Relations from the first post or envoy, where the document does not tell their establishment."""
    if any(
        d.kind == "relations" and d.slots.get("act") == "established" and "date" in d.slots for d, _ in drafts
    ):
        return None
    for draft, headed in drafts:
        date = _founding(draft)
        if not headed or date is None or not _between(draft, dyad) or draft.slots.get("act") == "reopened":
            continue
        if broken is not None and date.after(broken):
            return None
        why = "relations: first post or envoy in a chapter on relations"
        return Draft(
            "relations", {"parties": dyad, "act": "established", "date": date}, draft.evidence, [why], _LOW
        )
    return None


def _resumptions(
    drafts: list[tuple[Draft, bool]], dyad: tuple[str, str], relations: list[Draft]
) -> Iterator[Draft]:
    """Relations resumed by the first envoy or post after they were broken off, where no resumption is told."""
    bound = [d for d in relations if d.slots["act"] in _BOUND]
    if any(d.slots.get("date") is None for d in bound):
        return
    breaks = sorted({d.slots["date"] for d in relations if d.slots["act"] in _BROKEN and d.slots.get("date")})
    found: set[Date] = set()
    for end in breaks:
        until = min((day for day in breaks if day.after(end)), default=None)
        told = [d.slots["date"] for d in bound if not d.slots["date"].before(end)]
        if any(until is None or not day.after(until) for day in told):
            continue
        envoys = [
            (day, one)
            for one, headed in drafts
            if headed and _between(one, dyad) and (day := _founding(one)) is not None
            if day.after(end) and (until is None or day.before(until))
        ]
        day, first = min(envoys, key=lambda envoy: envoy[0], default=(None, None))
        if day is None or first is None or day in found:
            continue
        found.add(day)
        yield _implied(
            dyad, "resumed", day, first, "relations: first post or envoy after relations were broken off"
        )


def _interruptions(
    drafts: list[tuple[Draft, bool]], dyad: tuple[str, str], relations: list[Draft]
) -> Iterator[Draft]:
    """Relations interrupted when a mission was closed, where they are told to be resumed and not to be broken off."""
    for draft in relations:
        start = draft.slots.get("date")
        if start is None or draft.slots["act"] != "resumed":
            continue
        before = [
            d
            for d in relations
            if d is not draft and (not d.slots.get("date") or not d.slots["date"].after(start))
        ]
        if any(d.slots["act"] in _BROKEN for d in before):
            continue
        closed = [
            (d.slots["date"], d)
            for d, headed in drafts
            if headed and d.kind == "mission" and _between(d, dyad) and d.slots.get("type") not in _INFORMAL
            if d.slots["act"] in ("closed", "suspended")
            and d.slots.get("date")
            and d.slots["date"].before(start)
        ]
        if not closed:
            continue
        day, last = max(closed, key=lambda one: one[0])
        yield _implied(
            dyad, "suspended", day, last, "relations: a mission closed before relations were resumed"
        )


def _missions(drafts: list[tuple[Draft, bool]], dyad: tuple[str, str], language: Language) -> Iterator[Draft]:
    """A legation or embassy from the first head of its rank, where the document does not tell how it began."""
    known: dict[tuple[str, str, str | None], Date | None] = {
        (d.slots["sending"], d.slots["receiving"], d.slots.get("type")): d.slots.get("date")
        for d, _ in drafts
        if d.kind == "mission" and d.slots["act"] in _FOUNDED
    }
    for draft, headed in drafts:
        slots = draft.slots
        if not headed or draft.kind != "tenure" or {slots["of"], slots["to"]} != set(dyad):
            continue
        date = slots.get("credentials") or slots.get("appointed")
        rank = _rank(slots["person"].office, language)
        post = (slots["of"], slots["to"], rank)
        if date is None or rank is None or post in known:
            continue
        higher = known.get((*post[:2], "embassy"))
        if rank == "legation" and higher is not None and not higher.after(date):
            continue
        lower = any(
            one[:2] == post[:2] and one[2] not in _CONSULAR and (day is None or not day.after(date))
            for one, day in known.items()
        )
        act = "upgraded" if lower else "opened"
        known[post] = date
        said = {"sending": slots["of"], "receiving": slots["to"], "type": rank, "act": act, "date": date}
        yield Draft(
            "mission",
            said,
            draft.evidence,
            ["mission: first head of this rank in a chapter on relations"],
            _LOW,
        )


def _rank(office: str | None, language: Language) -> str | None:
    """The type of mission that a head of mission of this title leads."""
    words = {language.key(word) for word in (office or "").split()}
    if words & language.words["heads_embassy"]:
        return "embassy"
    return "legation" if words & language.words["heads_legation"] else None


def _implied(dyad: tuple[str, ...], act: str, day: Date, told: Draft, why: str) -> Draft:
    """An act upon relations of a day that another claim tells, by whose words it is proved."""
    slots = {"parties": dyad, "act": act, "date": day}
    return Draft("relations", slots, told.evidence, [why], _LOW)
