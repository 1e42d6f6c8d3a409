"""Who held which post when: what the rules on tenures share."""

from __future__ import annotations

from dataclasses import dataclass

from comity.checking.facts import Facts, Thing, is_state
from comity.checking.texts import may_be_same
from comity.checking.wording import is_head, wording
from comity.model.claim import State, Tenure
from comity.model.edtf import Date


@dataclass(frozen=True)
class Held:
    """A tenure with what rules need of it. `date` runs from the appointment or credentials where no
    term is told.
    """

    thing: Thing
    name: str
    office: str
    of: State
    to: State
    date: Date | None


def held(facts: Facts) -> list[Held]:
    """Every tenure of a post that one state has in another, by document and offset."""
    made = []
    for thing in facts.things("tenure"):
        slots = thing.slots
        if not isinstance(slots, Tenure) or slots.person is None or slots.of is None or slots.to is None:
            continue
        if is_state(slots.of) and is_state(slots.to):
            made.append(
                Held(
                    thing,
                    slots.person.name or "",
                    slots.person.office or "",
                    slots.of,
                    slots.to,
                    term(slots),
                )
            )
    return made


def term(slots: Tenure) -> Date | None:
    """When somebody held the post, from the term told, else from appointment, credentials and leaving."""
    if slots.date is not None:
        return slots.date
    start = slots.credentials or slots.appointed
    if start is None and slots.left is None:
        return None
    first = start.start if start is not None else None
    last = slots.left.end if slots.left is not None else None
    if first is not None and last is not None and first.after(last):
        return None
    return Date.interval(first, last)


def heads(facts: Facts) -> dict[tuple[State, State], list[Held]]:
    """The heads of mission of each sending state in each receiving state."""
    found: dict[tuple[State, State], list[Held]] = {}
    for one in held(facts):
        if is_head(one.office):
            found.setdefault((one.of, one.to), []).append(one)
    return dict(sorted(found.items()))


def same_person(a: Held, b: Held) -> bool:
    """Whether two tenures may be one person's; a tenure without a name may be anybody's."""
    return not a.name or not b.name or may_be_same(a.name, b.name)


def post(one: Held) -> str:
    """The post of which there is one in a place that an office names, as it is written: "businessman, Honorary
    Consul" names "Honorary Consul"; empty where it names none.
    """
    named = wording().posts.search(one.office)
    return named[0] if named else ""
