"""Which claims of two documents tell of the same thing, and what became of it.

Claims that say the same are matched first, then those of one record: resolving found them to be one thing. Then those
of a kind and dyad that agree in most of what says what they are, the likest first, each at most once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from comity.model.claim import CORE, Claim, slot_values
from comity.model.codec import encode
from comity.model.edtf import Date
from comity.model.person import Person
from comity.resolving.dyads import Dyad

_LIKE = 0.6
"""How much two claims of no common record must agree, from 0 to 1, to be of one thing."""
_SAME_TEXT = 80.0
_WEIGHED = 20_000
"""Pairs of claims of a kind and dyad that are all weighed."""
_AROUND = 40
"""Of more, how many claims before and behind the same place of the other document are."""
_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "mission": ("type",), "tenure": ("person",), "visit": ("visitors",), "agreement": ("subject",),
    "relations": ("act",),
    "body": ("name",), "event": ("name",), "enterprise": ("name",), "award": ("recipient",),
    "trade": ("flow", "period"), "investment": ("from", "to"), "cooperation": ("what",), "count": ("what",),
}  # fmt: skip
"""Slots that say which thing of a kind it is: told otherwise, it is another and not the same one changed."""


@dataclass(frozen=True)
class Pair:
    """A claim of either document that tell of one thing, and the slots in which they differ."""

    a: Claim
    b: Claim
    differs: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What two documents tell: the same, the same otherwise, the one alone, the other alone."""

    same: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    dropped: tuple[Claim, ...]
    added: tuple[Claim, ...]


def compare(
    a: Sequence[Claim], b: Sequence[Claim], dyads: Mapping[str, Dyad], records: Iterable[Sequence[str]]
) -> Comparison:
    """Two documents' claims compared. `dyads` by id of claim; `records` are the ids of claims of one record each."""
    pairs = _identical(a, b, dyads)
    taken = {one.id for pair in pairs for one in (pair.a, pair.b)}
    rest_a, rest_b = ([one for one in side if one.id not in taken] for side in (a, b))
    together = _of_one_record(rest_a, rest_b, dyads, records)
    likely = [
        ((one.id, other.id) not in together, -likeness, one.start, other.start, one, other)
        for one, other in _candidates(rest_a, rest_b, dyads, together)
        if (likeness := alike(one, other)) >= _LIKE or (one.id, other.id) in together
    ]
    for *_, first, second in sorted(likely, key=lambda entry: entry[:4]):
        if not taken & {first.id, second.id}:
            taken |= {first.id, second.id}
            pairs.append(Pair(first, second, differences(first, second)))
    pairs.sort(key=lambda pair: pair.b.start)
    return Comparison(
        same=tuple(pair for pair in pairs if not pair.differs),
        changed=tuple(pair for pair in pairs if pair.differs),
        dropped=tuple(one for one in a if one.id not in taken),
        added=tuple(one for one in b if one.id not in taken),
    )


def _identical(a: Sequence[Claim], b: Sequence[Claim], dyads: Mapping[str, Dyad]) -> list[Pair]:
    """Claims that say the same in every slot, in the order in which each document tells them."""
    waiting: dict[Hashable, deque[Claim]] = {}
    for one in b:
        waiting.setdefault(_said(one, dyads), deque()).append(one)
    pairs = []
    for one in a:
        same = waiting.get(_said(one, dyads))
        if same:
            pairs.append(Pair(one, same.popleft(), ()))
    return pairs


def _said(claim: Claim, dyads: Mapping[str, Dyad]) -> Hashable:
    return claim.kind, dyads.get(claim.id), encode(claim.slots)


def _of_one_record(
    a: Sequence[Claim], b: Sequence[Claim], dyads: Mapping[str, Dyad], records: Iterable[Sequence[str]]
) -> dict[tuple[str, str], tuple[Claim, Claim]]:
    """The pairs of claims that a record has of either document, by their ids."""
    first, second = ({one.id: one for one in side} for side in (a, b))
    return {
        (one, other): (first[one], second[other])
        for ids in records
        for one in ids
        if one in first
        for other in ids
        if other in second and _thing(first[one], dyads) == _thing(second[other], dyads)
    }


def _candidates(
    a: Sequence[Claim],
    b: Sequence[Claim],
    dyads: Mapping[str, Dyad],
    together: Mapping[tuple[str, str], tuple[Claim, Claim]],
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs that are weighed: those of a record, and those of a kind and dyad; of very many, those that stand at
    about the same place of both documents, so that time grows with their length and not with its square.
    """
    yield from together.values()
    of_a, of_b = (_by_thing(side, dyads) for side in (a, b))
    for thing, firsts in of_a.items():
        seconds = of_b.get(thing, [])
        few = len(firsts) * len(seconds) <= _WEIGHED
        for at, one in enumerate(firsts):
            middle = at * len(seconds) // len(firsts)
            near = seconds if few else seconds[max(0, middle - _AROUND) : middle + _AROUND]
            yield from ((one, other) for other in near if (one.id, other.id) not in together)


def _by_thing(claims: Iterable[Claim], dyads: Mapping[str, Dyad]) -> dict[Hashable, list[Claim]]:
    found: dict[Hashable, list[Claim]] = {}
    for one in claims:
        found.setdefault(_thing(one, dyads), []).append(one)
    return found


def _thing(claim: Claim, dyads: Mapping[str, Dyad]) -> Hashable:
    return claim.kind, dyads.get(claim.id)


def differences(a: Claim, b: Claim) -> tuple[str, ...]:
    """The slots in which two claims of a kind differ; one that only one of them fills is a difference."""
    first, second = slot_values(a.slots), slot_values(b.slots)
    return tuple(
        name for name in dict.fromkeys([*first, *second]) if _differ(first.get(name), second.get(name))
    )


def _differ(a: Any, b: Any) -> bool:
    """Whether two values say different things; of words in different scripts nothing can be said."""
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        return any(all(_differ(one, other) for other in b) for one in a)
    if isinstance(a, Person) and isinstance(b, Person):
        return any(_differ(getattr(a, part), getattr(b, part)) for part in ("name", "office", "of"))
    if isinstance(a, str) and isinstance(b, str):
        return _script(a) == _script(b) and a != b
    return bool(_plain(a) != _plain(b))


def _script(words: str) -> bool:
    """Whether words are mostly not in Latin letters."""
    return sum(letter.isalpha() and letter > "\u024f" for letter in words) > len(words) / 3


def _plain(value: Any) -> Any:
    # The order of a list says nothing.
    return sorted(map(repr, value)) if isinstance(value, tuple) else value


def alike(a: Claim, b: Claim) -> float:
    """How much two claims of a kind agree in the slots that say what they are, from 0 to 1."""
    first, second = slot_values(a.slots), slot_values(b.slots)
    if any(_apart(first.get(name), second.get(name)) for name in _IDENTITY.get(a.kind, ())):
        return 0.0
    told = [name for name in CORE[a.kind] if name in first or name in second]
    if not told:
        return 0.0
    return sum(_value(first.get(name), second.get(name)) for name in told) / len(told)


def _apart(a: Any, b: Any) -> bool:
    """Whether two values are told and have nothing in common; of words in different scripts nothing can be said."""
    if a is None or b is None or _script(_words(a)) != _script(_words(b)):
        return False
    return _value(a, b) == 0.0


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(map(_words, value))
    return (value.name or value.office or "") if isinstance(value, Person) else str(value)


def _value(a: Any, b: Any) -> float:
    if a is None or b is None:
        return 0.0
    if _plain(a) == _plain(b):
        return 1.0
    if isinstance(a, Date) and isinstance(b, Date):
        return 0.5 if a.overlaps(b) else 0.0
    if isinstance(a, tuple) and isinstance(b, tuple):
        return sum(max((_value(one, other) for other in b), default=0.0) for one in a) / max(len(a), len(b))
    if isinstance(a, Person) and isinstance(b, Person):
        return _text(a.name or a.office or "", b.name or b.office or "")
    if isinstance(a, str) and isinstance(b, str):
        return _text(a, b)
    return 0.0


def _text(a: str, b: str) -> float:
    likeness = fuzz.token_set_ratio(a.casefold(), b.casefold())
    return likeness / 100 if likeness >= _SAME_TEXT else 0.0
