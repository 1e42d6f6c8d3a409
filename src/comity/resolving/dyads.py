"""Between which states a claim is, when its own slots do not say it whole.

A claim that names fewer than two states ("the Commission met in Almaty") takes the dyad of its document,
where the document has one that leads; in a document about one state's relations with many, the dyad of what
was said before. A claim that names its other side in words (the European Union, Abkhazia) is not of the state that was
spoken of before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from comity.model.claim import Claim, State, slot_values
from comity.model.person import Person

Dyad = tuple[State, ...]
_T = TypeVar("_T")

_CODE = re.compile(r"[A-Z]{3,4}")
_LEADS = 0.6
"""Share of a document's dyadic claims that makes a dyad (or a state) the document's own."""

_STATE_SLOTS = (
    "by",
    "of",
    "parties",
    "sending",
    "receiving",
    "to",
    "from",
    "reporter",
    "partner",
    "home",
    "in",
    "against",
)
_PERSON_SLOTS = ("people", "participants", "visitors", "person", "recipient", "signatories")


def is_state(value: object) -> bool:
    """Whether a value has the form of a code of a state."""
    return isinstance(value, str) and _CODE.fullmatch(value) is not None


def states_named(claim: Claim) -> set[State]:
    """The states that a claim's own slots name: its parties or, where it has none, the sides of its
    people.
    """
    slots = slot_values(claim.slots)
    found: set[State] = set()
    for name in _STATE_SLOTS:
        value = slots.get(name)
        for one in value if isinstance(value, tuple) else (value,):
            if is_state(one):
                found.add(one)
    if len(found) >= 2:
        return found
    for name in _PERSON_SLOTS:
        value = slots.get(name)
        for person in value if isinstance(value, tuple) else (value,):
            if isinstance(person, Person) and person.of is not None and is_state(person.of):
                found.add(person.of)
    return found


def names_other(claim: Claim) -> bool:
    """Whether a claim names a side in words, which is no state that has a code. Who gives an award is no side."""
    slots = slot_values(claim.slots)
    if claim.kind == "award":
        return False
    for name in _STATE_SLOTS:
        value = slots.get(name)
        if any(
            one is not None and not is_state(one) for one in (value if isinstance(value, tuple) else (value,))
        ):
            return True
    return False


def dyads_of(claims: Iterable[Claim]) -> list[Dyad]:
    """The dyad of each claim, in the order given: states sorted; `()` where nothing tells.

    Depends only on the claims of the claim's own document, so that adding a document moves no other's claims.
    """
    given = list(claims)
    by_document: dict[str, list[int]] = {}
    for index, claim in enumerate(given):
        by_document.setdefault(claim.doc, []).append(index)
    found: list[Dyad] = [()] * len(given)
    for indexes in by_document.values():
        indexes.sort(key=lambda index: (given[index].evidence, given[index].kind, given[index].id))
        for index, dyad in zip(indexes, _of_document([given[index] for index in indexes]), strict=True):
            found[index] = dyad
    return found


def _of_document(claims: Sequence[Claim]) -> list[Dyad]:
    named = [states_named(claim) for claim in claims]
    other = [len(states) < 2 and names_other(claim) for claim, states in zip(claims, named, strict=True)]
    whole: Counter[Dyad] = Counter(tuple(sorted(states)) for states in named if len(states) == 2)
    total = sum(whole.values())
    lead = _leader(whole, total)
    sides: Counter[State] = Counter()
    for pair, count in whole.items():
        for state in pair:
            sides[state] += count
    hub = _leader(sides, total)
    found: list[Dyad] = []
    before: Dyad = ()
    for states, in_words in zip(named, other, strict=True):
        if len(states) >= 2:
            dyad: Dyad = tuple(sorted(states))
            before = dyad
        elif lead and states <= set(lead):
            dyad = lead
        elif in_words:
            dyad = ()
        elif hub and states and hub not in states:
            dyad = tuple(sorted({hub, *states}))
        elif before and states <= set(before):
            dyad = before
        else:
            dyad = ()
        found.append(dyad)
    return found


def _leader(counts: Counter[_T], total: int) -> _T | None:
    """What counts for most of the total; `None` where nothing does or two do."""
    ranked = sorted(counts.values(), reverse=True)
    if not ranked or ranked[0] < _LEADS * total or (len(ranked) > 1 and ranked[0] == ranked[1]):
        return None
    return next(one for one, count in counts.items() if count == ranked[0])
