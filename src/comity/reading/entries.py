"""Entries of the lexicon: what a phrase is, and which entry counts where one phrase is several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

CAPITALISED = frozenset({"state", "place", "organisation"})
"""Kinds whose names count only with a capital."""
_RANK = {
    "relations": 0, "credentials": 0, "same-day": 0, "state": 1, "office": 2, "mission": 3, "instrument": 4,
    "trigger": 5, "body": 6, "event": 7, "organisation": 8, "sides": 9, "honorific": 10, "place": 11,
    "preposition": 12, "combining": 13,
}  # fmt: skip


class Entry(NamedTuple):
    """What a phrase of the lexicon is: the kind of unit it makes and its value."""

    kind: str
    value: Any
    exact: str | None
    """The only spelling that counts ("US" is a state, "us" is not); None where case does not matter."""


def first_ranked(entries: list[Entry]) -> list[Entry]:
    """The entries of the kind that wins where one phrase is several things; triggers keep all their readings."""
    if len(entries) < 2:
        return entries
    best = min([_RANK[entry.kind] for entry in entries])
    return [entry for entry in entries if _RANK[entry.kind] == best]


def value_of(chosen: Sequence[Entry]) -> object:
    """The value of a unit that entries of one kind make."""
    if chosen[0].kind == "trigger":
        return tuple(entry.value for entry in chosen)
    return chosen[0].value


def choose(entries: Iterable[Entry], written: str, first: str) -> list[Entry]:
    """The readings that a spelling allows, of the kind that ranks first; `first` is the first token as written."""
    capital = first[:1].isupper() or not first[:1].isalpha()
    allowed = [
        entry
        for entry in entries
        if (entry.exact is None or entry.exact == written)
        and (
            capital or entry.kind not in CAPITALISED or (entry.kind == "state" and _lower_ok(entry, written))
        )
    ]
    if len(allowed) < 2:
        return allowed
    if first[:1].isupper() and any(entry.kind == "body" for entry in allowed):
        # "the A-B Commission": with a capital it is a name, not the verb that is spelt like it
        allowed = [entry for entry in allowed if entry.kind != "trigger" or entry.value[1] != "base"]
    return first_ranked(allowed)


def _lower_ok(entry: Entry, written: str) -> bool:
    return bool(entry.value[1] == "adjective") and "а" <= written[0] <= "я"
