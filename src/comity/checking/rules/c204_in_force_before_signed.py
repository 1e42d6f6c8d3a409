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
    Instruments whose subject is worded in two ways, is a word or two, or is not told beside the act; provisional
    application.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.instruments import instruments, own_subject, telling
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
        if not signed or not _known(acts[0]) or any(thing.slots.date is None for thing in signed):
            continue
        for thing in acts:
            if thing.slots.status not in ("ratified", "in-force") or thing.slots.date is None:
                continue
            if not own_subject(thing):
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


def _known(thing: Thing) -> bool:
    """Whether type and subject say enough to know the instrument by: two states have one treaty on extradition."""
    return thing.slots.type in ("treaty", "convention") or telling(thing.slots.subject)
