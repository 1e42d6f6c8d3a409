"""One meeting or visit that a news item tells in its headline and again below: one claim, the fuller one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.frames.draft import Draft

_PEOPLE = {"meeting": "participants", "visit": "visitors"}
"""The slot of a kind that holds who met or travelled."""
_SIDES = ("parties", "from", "to")


def held(drafts: list[Draft], day: Date | None) -> list[Draft]:
    """Drafts of a news item without the meetings and visits of days after its own, which are only announced."""
    last = day.upper if day is not None and day.precision == "day" else None
    if last is None:
        return drafts
    return [draft for draft in drafts if draft.kind not in _PEOPLE or not _is_after(draft, last)]


def _is_after(draft: Draft, last: date) -> bool:
    when: Date | None = draft.slots.get("date")
    return when is not None and when.lower is not None and when.lower > last


def told_once(drafts: list[Draft], headlines: Sequence[Span], *, news: bool) -> list[Draft]:
    """Drafts without the meetings and visits of a headline that those below tell more fully; in a news item also
    without those that it tells again.
    """
    acts = [draft for draft in drafts if draft.kind in _PEOPLE]
    if len(acts) < 2:
        return drafts
    headed = [draft for draft in acts if _stands_in(draft, headlines)]
    kept = acts
    # a headline gives way to the item, and what is told again later to what was told first
    for draft in (*headed, *reversed(acts)):
        others = [other for other in kept if other is not draft]
        if len(others) < len(kept) and any(
            _tells(other, draft, headed=draft in headed, news=news) for other in others
        ):
            kept = others
    left = {id(draft) for draft in kept}
    return [draft for draft in drafts if draft.kind not in _PEOPLE or id(draft) in left]


def _stands_in(draft: Draft, headlines: Sequence[Span]) -> bool:
    return any(first <= draft.evidence[0][0] < last for first, last in headlines)


def _tells(full: Draft, draft: Draft, *, headed: bool, news: bool) -> bool:
    """Whether a draft tells what another tells too, and no less."""
    # of two visits of one guest the second may be another year's; of two talks it is the first once more
    undated = full.slots.get("date") is None and draft.slots.get("date") is None
    if full.kind != draft.kind or not (headed or (news and (draft.kind == "meeting" or undated))):
        return False
    if any(_side(full, slot) != _side(draft, slot) for slot in _SIDES):
        return False
    for slot in ("date", "place"):
        told, other = draft.slots.get(slot), full.slots.get(slot)
        if told is not None and other != told:
            return False
    people, known = draft.slots[_PEOPLE[draft.kind]], full.slots[_PEOPLE[draft.kind]]
    return len(people) <= len(known) and all(
        any(_same(person, other, headed=headed) for other in known) for person in people
    )


def _side(draft: Draft, slot: str) -> object:
    value = draft.slots.get(slot)
    return frozenset(value) if slot == "parties" and value else value


def _same(told: Person, known: Person, *, headed: bool) -> bool:
    """Whether two are one person: by family name; in a headline, who is told by an office may be any of the side."""
    if told.of is not None and known.of is not None and told.of != known.of:
        return False
    if told.name:
        return bool(known.name) and _surname(told.name) == _surname(str(known.name))
    return headed or (bool(told.office) and str(told.office).casefold() == str(known.office).casefold())


def _surname(name: str) -> str:
    return name.split()[-1].split(".")[-1]
