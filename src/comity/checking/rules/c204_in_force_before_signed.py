"""What it does
    Compares the day on which an agreement was signed with the days told for its ratification and
    entry into force.

Why it is bad
    What is not signed cannot be ratified: one of the dates is wrong, or two instruments are taken
    for one.

Example
    "The agreement on double taxation was signed on 4 July 2003 and has been in force since 1
    January 2002."

Remedy
    Check both dates in the depositary's or ministry's list.

Known misses
    Instruments whose subject is worded in two ways, or told without a subject; provisional
    application.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.instruments import instruments
from comity.checking.times import vague
from comity.model.record import Finding

CODE = "C204"
NAME = "in-force-before-signed"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every instrument whose ratification or entry into force is certainly earlier than every
    signature told.
    """
    for acts in instruments(facts):
        signed = [thing for thing in acts if thing.slots.status == "signed"]
        if not signed or any(thing.slots.date is None for thing in signed):
            continue
        for thing in acts:
            if thing.slots.status not in ("ratified", "in-force") or thing.slots.date is None:
                continue
            start = thing.slots.date.start
            if start is None or vague(start) or not all(start.before(one.slots.date) for one in signed):
                continue
            first = min(signed, key=lambda one: (one.slots.date, one.id))
            yield found(
                CODE,
                SEVERITY,
                thing.dyad,
                [thing.claims[0], first.claims[0]],
                subject=thing.slots.subject,
                later=start,
                signed=first.slots.date,
                words=facts.words(thing),
                signed_words=facts.words(first),
            )
