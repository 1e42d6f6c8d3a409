"""Numbers that a document states, and the things it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.checking.disputes import same_words
from comity.checking.facts import Facts, is_state
from comity.checking.texts import fold
from comity.checking.wording import wording
from comity.model.claim import Agreement, Claim, Count, Session, State

_LEAST = {"agreements": 5, "sessions": 2}
"""Smaller numbers are told of an occasion ("two treaties were signed"), not of all there is."""


@dataclass(frozen=True)
class Counted:
    """A number stated, and what the same document names of that kind; `what` is agreements or sessions."""

    what: str
    dyad: tuple[State, ...]
    count: Claim
    stated: int
    listed: tuple[Claim, ...]
    about: bool


def counted(facts: Facts) -> Iterator[Counted]:
    """Every stated number of agreements or sessions beside those that its document names, none twice."""
    for claim in facts.of_kind("count"):
        slots = claim.slots
        if (
            not isinstance(slots, Count)
            or slots.value is None
            or slots.what is None
            or slots.value != int(slots.value)
        ):
            continue
        for what in ("agreements", "sessions"):
            if not wording().counted[what].search(slots.what) or wording().not_counted[what].search(
                slots.what
            ):
                continue
            listed = _agreements(facts, claim) if what == "agreements" else _sessions(facts, claim)
            if slots.value < _LEAST[what]:
                break
            about = wording().about.search(facts.text(claim)) is not None
            yield Counted(what, facts.dyad(claim), claim, int(slots.value), tuple(listed), about)
            break


def _agreements(facts: Facts, count: Claim) -> list[Claim]:
    """Instruments between the two states themselves that are signed; one that is told twice counts once."""
    seen: dict[tuple[str | None, ...], Claim] = {}
    for claim in facts.of_doc(count.doc):
        slots = claim.slots
        if not isinstance(slots, Agreement) or slots.status in ("draft", "initialled", "terminated", None):
            continue
        if slots.type in ("contract", "communique") or not all(is_state(party) for party in slots.parties):
            continue
        if facts.dyad(claim) == facts.dyad(count) and not same_words(claim, count):
            seen.setdefault((slots.type, fold(slots.subject or "")), claim)
    return list(seen.values())


def _sessions(facts: Facts, count: Claim) -> list[Claim]:
    """Sessions told in the document; of several bodies, those of the one whose name is nearest to the
    number.
    """
    by_body: dict[str, dict[str, Claim]] = {}
    for claim in facts.of_doc(count.doc):
        slots = claim.slots
        if isinstance(slots, Session) and facts.dyad(claim) == facts.dyad(count):
            key = str(slots.number) if slots.number is not None else str(slots.date or claim.start)
            by_body.setdefault(fold(slots.body or ""), {}).setdefault(key, claim)
    if not by_body:
        return []
    nearest = min(
        by_body, key=lambda body: (min(abs(one.start - count.start) for one in by_body[body].values()), body)
    )
    return list(by_body[nearest].values())
