"""Agreements by what they are, with all acts upon them."""

from __future__ import annotations

from collections import defaultdict

from comity.checking.facts import Facts, Thing
from comity.checking.texts import fold
from comity.model.claim import Agreement, State

_BESIDE = 3000
"""Characters from the words of an act to those that name its instrument: farther off, they may be another's."""


def instruments(facts: Facts, *, by_type: bool = True) -> list[list[Thing]]:
    """The acts upon each instrument of a dyad, in order; one instrument has one subject and, `by_type`,
    one type.

    Instruments without a subject cannot be told apart and are left out.
    """
    found: dict[tuple[tuple[State, ...], str, str], list[Thing]] = defaultdict(list)
    for thing in facts.things("agreement"):
        slots = thing.slots
        if isinstance(slots, Agreement) and slots.subject and len(thing.dyad) == 2:
            kind = (slots.type or "") if by_type else ""
            found[thing.dyad, kind, fold(slots.subject)].append(thing)
    return [acts for _, acts in sorted(found.items(), key=lambda item: item[0])]


def own_subject(thing: Thing) -> bool:
    """Whether the words shown of a thing, or others beside them, name its instrument with its parties."""
    claim = thing.claims[0]
    own = claim.slots
    return (
        isinstance(own, Agreement)
        and max(end for _, end in claim.evidence) - min(start for start, _ in claim.evidence) < _BESIDE
        and fold(own.subject or "") == fold(thing.slots.subject or "")
        and set(thing.dyad) <= set(own.parties)
    )


def telling(subject: str) -> bool:
    """Whether a subject says enough to know an instrument by ("avoidance of double taxation", not
    "trade").
    """
    words = [word for word in fold(subject).split() if len(word) > 3]
    return len(words) >= 2 and len("".join(words)) >= 14
