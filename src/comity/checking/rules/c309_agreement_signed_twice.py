"""What it does
    Reports one agreement, of one kind and with one telling subject, that is told to have been
    signed on two dates within three years of each other.

Why it is bad
    One date is wrong or is that of another act (initialled, ratified); the legal base counts it
    twice.

Example
    "Agreement on mutual legal assistance, signed on 5 June 2001" and "signed on 6 May 2001".

Remedy
    Look into the instrument, and correct the date or the act.

Known misses
    Subjects worded in two ways; subjects of a word or two ("trade"), of which two states sign
    several agreements; two dates in one row of a table; a bare year after the day, mostly of
    the entry into force.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.disputes import same_words
from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.instruments import instruments, own_subject, telling
from comity.checking.times import days, vague
from comity.model.record import Finding

CODE = "C309"
NAME = "agreement-signed-twice"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of signatures of one instrument whose dates exclude each other and are less than
    three years apart.
    """
    for acts in instruments(facts):
        signed = [
            thing
            for thing in acts
            if thing.slots.status == "signed" and thing.slots.date is not None and not vague(thing.slots.date)
        ]
        if (
            not signed
            or not telling(signed[0].slots.subject)
            or signed[0].slots.type in ("programme", "contract", "protocol")
        ):
            continue
        for one, other in combinations(signed, 2):
            first, second = one.slots.date, other.slots.date
            if first.overlaps(second) or first.lower is None or second.lower is None:
                continue
            if not _two_tellings(one, other):
                continue
            if abs(days(first.lower, second.lower)) < 3 * 365:
                yield found(
                    CODE,
                    SEVERITY,
                    one.dyad,
                    [one.claims[0], other.claims[0]],
                    subject=one.slots.subject,
                    first_date=first,
                    second_date=second,
                    first_words=facts.words(one),
                    second_words=facts.words(other),
                )


def _two_tellings(one: Thing, other: Thing) -> bool:
    """Whether two sources, or two places of one, tell of the signing, each by the instrument's own name."""
    if not (own_subject(one) and own_subject(other)):
        return False
    # A row of several dates that tells both tells them of two acts.
    if any(same_words(first, second) for first in one.claims for second in other.claims):
        return False
    earlier, later = sorted((one.slots.date, other.slots.date), key=lambda date: str(date.lower))
    return not (later.precision == "year" and earlier.precision != "year" and later.year - earlier.year == 1)
