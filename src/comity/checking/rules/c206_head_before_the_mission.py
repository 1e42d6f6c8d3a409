"""What it does
    Compares the term of each head of mission with the day the embassy opened, and reports heads who
    began more than a year before, when nothing says that they were accredited from elsewhere.

Why it is bad
    The head either resided in a third capital, which is worth telling, or one of the dates is
    wrong.

Example
    "The embassy opened in 2001 … Ambassador N. Saar (1996–2000)."

Remedy
    Say from where the head was accredited, or correct the date.

Known misses
    Documents that tell of an earlier mission of any type, of a closure or of an accreditation from
    elsewhere.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.posts import heads
from comity.checking.times import begins, begins_by, days, vague
from comity.model.claim import Mission
from comity.model.record import Finding

CODE = "C206"
NAME = "head-before-the-mission"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every head of mission who certainly began more than a year before the first mission told of."""
    for (of, to), all_heads in heads(facts).items():
        missions = [
            thing
            for thing in facts.things("mission")
            if isinstance(thing.slots, Mission) and (thing.slots.sending, thing.slots.receiving) == (of, to)
        ]
        opened = [
            thing for thing in missions if thing.slots.act == "opened" and thing.slots.type == "embassy"
        ]
        others = [
            thing for thing in missions if thing not in opened and thing.slots.type != "honorary-consulate"
        ]
        if not opened or any(begins(thing.slots.date) is None or vague(thing.slots.date) for thing in opened):
            continue
        first = min(opened, key=lambda thing: (begins(thing.slots.date), thing.id))
        since = begins(first.slots.date)
        if since is None or any(_earlier(thing.slots, since) for thing in others):
            continue
        for one in all_heads:
            start = begins_by(one.date)
            if start is not None and days(start, since) > 365 and not vague(one.date):
                yield found(
                    CODE,
                    SEVERITY,
                    one.thing.dyad,
                    [one.thing.claims[0], first.claims[0]],
                    of=of,
                    to=to,
                    head=one.name or one.office,
                    came=one.date.start if one.date is not None else "",
                    opened=first.slots.date,
                    head_words=facts.words(one.thing),
                    mission_words=facts.words(first),
                )


def _earlier(slots: Mission, since: object) -> bool:
    """Whether another mission may have been there before a day."""
    start = begins(slots.date)
    return (
        slots.act in ("accredited", "closed", "reopened", "upgraded", "suspended")
        or start is None
        or str(start) < str(since)
    )
