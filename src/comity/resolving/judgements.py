"""What people decided about which claims are one thing and which mentions one person: it goes before every score.

A judgement names claims, or places in claims where somebody or something is named, and parts them into groups:
those of one group are one, those of two groups are two. Later judgements overrule earlier ones where they
contradict, pair by pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec


class Side(msgspec.Struct, frozen=True, order=True):
    """A claim, or (with `slot` and `index`) the place in it that names an entity."""

    claim: str
    slot: str = ""
    index: int = 0


class Judgement(msgspec.Struct, frozen=True):
    """One decision of a person: the sides of each group are one thing, those of different groups are not.

    `words` says who decided when and why, as a reason is shown.
    """

    about: Literal["record", "entity"]
    groups: tuple[tuple[Side, ...], ...]
    words: str = ""


class Constraints:
    """What judgements of one sort leave to be obeyed, contradictions settled in favour of the later one.

    Sides that must be one share a root. Roots may have to stay apart.
    """

    def __init__(self, about: Literal["record", "entity"], judgements: Sequence[Judgement] = ()) -> None:
        """`judgements` in the order in which they were made; those about other things are passed over."""
        self._parent: dict[Side, Side] = {}
        self._apart: dict[Side, dict[Side, str]] = {}
        self._words: dict[Side, dict[str, None]] = {}
        for one in reversed(judgements):
            if one.about == about:
                self._take(one)

    def __bool__(self) -> bool:
        return bool(self._parent)

    def root(self, side: Side) -> Side | None:
        """What stands for all the sides that are one with this; `None` where nobody judged it."""
        return self._root(side) if side in self._parent else None

    def apart(self, one: Side | None, other: Side | None) -> str | None:
        """Why two roots must not be one; `None` where nothing says so."""
        if one is None or other is None:
            return None
        return self._apart.get(one, {}).get(other)

    def words(self, root: Side) -> tuple[str, ...]:
        """The judgements that made the sides of a root one, the latest first."""
        return tuple(self._words.get(root, ()))

    def roots(self) -> Iterable[Side]:
        """Every root, in no order that means anything."""
        return {self._root(side) for side in self._parent}

    def _take(self, judgement: Judgement) -> None:
        heads: list[list[Side]] = []
        for group in judgement.groups:
            for side in group:
                self._parent.setdefault(side, side)
            for side in group[1:]:
                self._unite(group[0], side, judgement.words)
            heads.append(sorted({self._root(side) for side in group}))
        for number, first in enumerate(heads):
            for second in heads[number + 1 :]:
                for one in first:
                    for other in second:
                        # One already by a later judgement: that one stands.
                        if one != other:
                            self._apart.setdefault(one, {}).setdefault(other, judgement.words)
                            self._apart.setdefault(other, {}).setdefault(one, judgement.words)

    def _root(self, side: Side) -> Side:
        while (parent := self._parent[side]) != side:
            self._parent[side] = self._parent[parent]
            side = self._parent[side]
        return side

    def _unite(self, one: Side, other: Side, words: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if self._apart.get(first, {}).get(second) is not None:
            return
        self._words.setdefault(first, {}).setdefault(words)
        if first == second:
            return
        self._parent[second] = first
        self._words[first] |= self._words.pop(second, {})
        for against, why in self._apart.pop(second, {}).items():
            self._apart[against].pop(second)
            self._apart[against].setdefault(first, why)
            self._apart.setdefault(first, {}).setdefault(against, why)
