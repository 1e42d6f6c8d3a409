"""What it does
    Counts visits of heads of state and government and of foreign ministers in each direction, and
    reports a dyad with three or more one way and none the other.

Why it is bad
    Visits are returned by custom: either the return visits are not told, or the imbalance is worth
    knowing before the next invitation.

Example
    Three presidents and ministers of A in B since 1995, nobody of B in A.

Remedy
    Look for the return visits in the host's sources; else mention the imbalance in the brief.

Known misses
    Leaders whose office is not told; documents that tell only one side's visits.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.wording import is_leader
from comity.model.claim import Visit
from comity.model.record import Finding

CODE = "C503"
NAME = "no-visit-returned"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every dyad whose leaders' visits all go one way, three or more of them."""
    for dyad, things in facts.by_dyad("visit").items():
        ways: dict[tuple[str, str], list[Thing]] = {}
        unknown = False
        for thing in things:
            slots = thing.slots
            if not isinstance(slots, Visit) or not any(is_leader(person.office) for person in slots.visitors):
                continue
            if slots.from_ in dyad and slots.to in dyad and slots.from_ != slots.to:
                ways.setdefault((str(slots.from_), str(slots.to)), []).append(thing)
            else:
                unknown = True
        if unknown or len(ways) != 1:
            continue
        ((origin, host), visits) = next(iter(ways.items()))
        if len(visits) >= 3:
            why = gap(facts, dyad, visits, "visits")
            yield found(
                CODE,
                SEVERITY,
                dyad,
                [*(thing.claims[0] for thing in visits), *why.places],
                gap=why.kind,
                origin=origin,
                host=host,
                visits=len(visits),
                words=facts.words(visits[-1]),
            )
