"""What it does
    Compares the dates of relations, missions, heads of mission, agreements and visits with the years
    in which both states existed, and reports acts more than five years outside them.

Why it is bad
    The act belongs to a predecessor or successor, or its date is wrong.

Example
    "The embassy in the Czech Republic opened in 1974": the state is of 1993.

Remedy
    Name the state that it was then (Czechoslovakia), or correct the date.

Known misses
    States whose years the program does not know, or that are not generally recognised; territories;
    states that were restored (Russia, Serbia), whose names are used of what was between; words that
    name the predecessor, or stand beside its name; decades; acts before 1900, where the names of
    states and their continuity are matters of judgement.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, is_state
from comity.checking.found import found
from comity.checking.known import existed, state_years, succeeds
from comity.checking.posts import term
from comity.checking.times import vague
from comity.model.claim import Agreement, Claim, Mission, Relations, Tenure, Visit
from comity.model.edtf import Date
from comity.model.record import Finding

CODE = "C208"
NAME = "outside-a-states-existence"
SEVERITY: Final = "warning"

_MARGIN = 5
"""Years let pass: states have embassies before their independence is complete, and treaties after."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every such act, once for each state that did not exist then."""
    for thing in facts.things("relations", "mission", "tenure", "agreement", "visit"):
        date, states = _act(thing.claims[0])
        if (
            date is None
            or vague(date)
            or date.precision not in ("day", "month", "year")
            or date.lower is None
            or date.upper is None
            or date.upper.year < 1900
        ):
            continue
        near = Date.interval(Date.of(date.lower.year - _MARGIN), Date.of(date.upper.year + _MARGIN))
        for state in states:
            if not is_state(state):
                continue  # a former state that is a land today, as Zanzibar
            if not existed(state, near) and not succeeds(state, date, facts.around(thing.claims[0])):
                yield found(
                    CODE,
                    SEVERITY,
                    thing.dyad,
                    [thing.claims[0]],
                    kind=thing.kind,
                    act=date,
                    state=state,
                    years=state_years(state),
                    words=facts.words(thing),
                )


def _act(claim: Claim) -> tuple[Date | None, tuple[str, ...]]:
    slots = claim.slots
    if isinstance(slots, Relations):
        return (slots.date, slots.parties) if slots.act != "ended" else (None, ())
    if isinstance(slots, Mission):
        consular = slots.type in (
            "consulate",
            "consulate-general",
            "honorary-consulate",
            "representative-office",
        )
        return (
            (None, ())
            if consular or slots.act == "closed"
            else (slots.date, _both(slots.sending, slots.receiving))
        )
    if isinstance(slots, Tenure):
        date = term(slots)
        return date.start if date is not None else None, _both(slots.of, slots.to)
    if isinstance(slots, Agreement):
        return slots.date, slots.parties
    if isinstance(slots, Visit):
        return slots.date, _both(slots.from_, slots.to)
    return None, ()


def _both(*states: str | None) -> tuple[str, ...]:
    return tuple(state for state in states if state)
