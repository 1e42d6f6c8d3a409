"""What it does
    Reports heads of mission, embassies and sessions of joint bodies that begin after relations were
    severed or suspended, when nothing says that relations were resumed before.

Why it is bad
    One of the dates is wrong, or the resumption is left out of the account.

Example
    "Relations were severed in June 1967 … The commission met in May 1975."

Remedy
    Tell when relations were resumed, or correct the date.

Known misses
    Acts of the year of the break and ten years after it; documents that tell of a recognition or
    mission in between; relations told to be resumed or established at an unknown date.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.times import begins, ends, vague
from comity.checking.wording import is_titular_head
from comity.model.claim import Mission, Session, Tenure
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C207"
NAME = "act-after-closure"
SEVERITY: Final = "warning"

_YEARS = 10
"""Years after the break that are looked at: later, an untold resumption is likelier than an error."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every act certainly in a year after relations ended and before they may have begun again."""
    acts = facts.by_dyad("mission", "tenure", "session")
    known = {
        dyad: [day for thing in things if (day := begins(thing.slots.date)) is not None]
        for dyad, things in facts.by_dyad("recognition", "mission", "relations").items()
    }
    for dyad, things in facts.by_dyad("relations").items():
        again = [thing for thing in things if thing.slots.act in ("established", "resumed", "upgraded")]
        for over in things:
            if over.slots.act not in ("severed", "suspended", "ended") or vague(over.slots.date):
                continue
            last = ends(over.slots.date)
            if last is None or any(begins(thing.slots.date) is None for thing in again):
                continue
            for thing in acts.get(dyad, []):
                date = _start(thing)
                start = begins(date)
                if (
                    date is None
                    or start is None
                    or not last.year < start.year <= last.year + _YEARS
                    or vague(date)
                ):
                    continue
                if any(last < day < start for day in known.get(dyad, ())):
                    continue
                if any(
                    (begins(one.slots.date) or last) >= last and not one.slots.date.after(date)
                    for one in again
                ):
                    continue
                yield found(
                    CODE,
                    SEVERITY,
                    dyad,
                    [thing.claims[0], over.claims[0]],
                    kind=thing.kind,
                    act=date,
                    over=over.slots.date,
                    states=" ".join(dyad),
                    act_words=facts.words(thing),
                    over_words=facts.words(over),
                )


def _start(thing: Thing) -> Date | None:
    slots = thing.slots
    if isinstance(slots, Mission):
        opened = slots.type in ("embassy", "legation") and slots.act == "opened"
        return slots.date if opened else None
    if isinstance(slots, Tenure):
        head = slots.person is not None and is_titular_head(slots.person.office)
        return slots.date.start if head and slots.date is not None else None
    return slots.date if isinstance(slots, Session) else None
