"""What it does
    Looks people whom visits, meetings, agreements, sessions and events name with an office up in a
    table of office holders that was imported, and reports acts certainly outside all their terms.

Why it is bad
    The name, the office or the date is wrong: a predecessor's visit is told of the successor, or
    the other way round.

Example
    "In June 2001 Prime Minister Ola Lund arrived", when the table has his term end in March 1999.

Remedy
    Look for who held the office on that day; write "former" or "later" where the person came in
    another capacity.

Known misses
    Everything, where no table was imported (`comity import-holders`, `comity check --holders`);
    people whom the table does not have in that office; offices worded otherwise than in the table;
    acts of a year in which the term began or ended.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.people import people
from comity.checking.times import act_date, vague
from comity.model.record import Finding

CODE = "C201"
NAME = "not-in-office-then"
SEVERITY: Final = "warning"
SCOPE: Final = "document"

_KINDS = ("visit", "meeting", "agreement", "session", "event")


def check(facts: Facts) -> Iterator[Finding]:
    """Every act of a person by an office that he certainly did not hold then."""
    if not facts.holders:
        return
    for claim in facts.of_kind(*_KINDS):
        date = act_date(claim.slots)
        if date is None or vague(date):
            continue
        for person in people(claim):
            if not (person.name and person.office and person.of):
                continue
            terms = facts.holders.terms(person.of, person.office, person.name)
            if not terms or any(one.date.overlaps(date) for one in terms):
                continue
            then = facts.holders.at(person.of, person.office, date)
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(claim),
                [claim],
                form="known" if then else "unknown",
                kind=claim.kind,
                name=person.name,
                office=person.office,
                of=person.of,
                act=date,
                term=terms[0].date,
                terms=len(terms),
                then=", ".join(one.names[0] for one in then),
                words=facts.words(claim),
            )
