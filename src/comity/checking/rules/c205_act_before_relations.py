"""What it does
    Compares embassies opened, heads of mission and sessions of joint bodies with the day on which
    relations were established, and reports those that are certainly earlier.

Why it is bad
    Without relations there is no embassy and no ambassador: one of the two dates is wrong, or
    earlier relations are left out of the account.

Example
    "Diplomatic relations were established on 3 March 1993 … The embassy opened in May 1991."

Remedy
    Check both dates; where relations existed before and were broken, tell both beginnings.

Known misses
    Consulates, visits and agreements, which need no relations; heads told by their appointment or
    who came in the month before; documents that tell of an earlier
    break or resumption.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.known import one_life
from comity.checking.times import begins, begins_by, days, vague
from comity.checking.wording import is_head
from comity.model.claim import Claim, Mission, Relations, Session, Tenure
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C205"
NAME = "act-before-relations"
SEVERITY: Final = "warning"

_YEARS = 30
"""Years before the relations that are looked at: what is earlier belongs to earlier relations."""

_EVE = 31
"""Days before the relations in which a first head of mission may come."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every embassy, head of mission or session certainly before the earliest date given for the
    relations.
    """
    acts = facts.by_dyad("mission", "tenure", "session")
    for dyad, things in facts.by_dyad("relations").items():
        known = [thing for thing in things if isinstance(thing.slots, Relations)]
        told = [thing for thing in known if thing.slots.act == "established" and begins(thing.slots.date)]
        if not told or any(
            thing.slots.act == "established" and not begins(thing.slots.date) for thing in known
        ):
            continue
        first = min(told, key=lambda thing: (begins(thing.slots.date), thing.id))
        since = begins(first.slots.date)
        if since is None or vague(first.slots.date) or any(_earlier(thing, first) for thing in known):
            continue
        for thing in acts.get(dyad, []):
            # The words shown are those that tell the date.
            by = begins_by(_start(thing))
            act = next((one for one in thing.claims if begins_by(_start(one)) == by), None)
            if by is None or act is None or (thing.kind == "tenure" and days(by, since) < _EVE):
                continue
            if any(not one_life(state, Date.of(by.year), first.slots.date) for state in dyad):
                continue
            if by < since and since.year - by.year <= _YEARS and not vague(_start(thing)):
                yield found(
                    CODE,
                    SEVERITY,
                    dyad,
                    [act, first.claims[0]],
                    kind=thing.kind,
                    act=_start(thing),
                    established=first.slots.date,
                    states=" ".join(dyad),
                    act_words=facts.words(act),
                    relations_words=facts.words(first),
                )


def _earlier(thing: Thing, first: Thing) -> bool:
    """Whether a thing tells that relations existed before they were established, or does not say when
    it was.
    """
    if thing.slots.act in ("established", "upgraded", "downgraded"):
        return False
    date = thing.slots.date
    return date is None or date.lower is None or bool(date.before(first.slots.date))


def _start(thing: Thing | Claim) -> Date | None:
    slots = thing.slots
    if isinstance(slots, Mission):
        return slots.date if slots.type in ("embassy", "legation") and slots.act == "opened" else None
    if isinstance(slots, Tenure) and slots.person is not None and is_head(slots.person.office):
        # Who is appointed leaves when relations are agreed: only what comes before by more is unlikely.
        return slots.credentials or (slots.date if slots.appointed is None else None)
    return slots.date if isinstance(slots, Session) else None
