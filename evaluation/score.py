"""How far predicted claims agree with gold claims.

Claims are compared within one document and one kind. The likeness of two claims is the share of their core
slot values that agree: agreeing / (values of the one + values of the other - agreeing). Evidence must overlap
where both give it. Pairs are taken best first, each claim in one pair at most.

    soft precision = likeness of all pairs / predicted claims
    soft recall    = likeness of all pairs / gold claims
    soft F         = their harmonic mean

In gold, `{"any": [...]}` stands for a value of which each alternative is right; `null` among them means that
the value may also be missing. A gold claim with `"optional": true` neither costs nor earns, found or not.

Text agrees when enough of its words agree (Dice coefficient of at least 0.6 over words cut to six letters),
names when the family names agree and the given names do not contradict each other, all else when equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.model.claim import CORE

Json = dict[str, Any]

EXACT = frozenset(("date", "period", "act", "type", "status", "flow", "currency", "from", "home", "in")) | {
    "sending",
    "receiving",
    "reporter",
    "partner",
}
"""Slots whose text must be equal, letter case and accents aside."""

EMPTY_WORDS = frozenset((
    "the", "of", "a", "an", "in", "on", "and", "for", "to", "with", "between", "at", "by",
    "cooperation", "field", "sphere",
    "и", "в", "о", "об", "на", "с", "между", "по", "сотрудничество", "сфере", "области",
))  # fmt: skip
"""Words that do not tell one phrase from another."""

ENOUGH = 0.6
"""The Dice coefficient from which two phrases say the same."""

CODE = re.compile(r"[A-Z]{3,4}")


def fold(text: object) -> str:
    """Text without accents, case and white space at its ends."""
    split = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(sign for sign in split if not unicodedata.combining(sign)).strip()


def _stems(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text))
    return {word[:6] for word in words if word not in EMPTY_WORDS} or {word[:6] for word in words}


def phrases_agree(one: str, other: str) -> bool:
    """Whether two phrases share enough words."""
    a, b = _stems(one), _stems(other)
    if not a or not b:
        return fold(one) == fold(other)
    return 2 * len(a & b) >= ENOUGH * (len(a) + len(b))


def names_agree(one: str, other: str) -> bool:
    """Whether two personal names can be one person's: "M. Lotem" and "Michael Lotem" can."""
    a, b = re.findall(r"\w+", fold(one)), re.findall(r"\w+", fold(other))
    if not a or not b:
        return False
    if a[-1] != b[-1]:
        return sorted(a) == sorted(b)
    return all(
        x == y or (x[0] == y[0] and 1 in (len(x), len(y))) for x, y in zip(a[:-1], b[:-1], strict=False)
    )


def _post(person: Json) -> str:
    of = str(person.get("of") or "")
    return f"{person.get('office') or ''} {'' if CODE.fullmatch(of) else of}"


def values_agree(slot: str, gold: Any, predicted: Any) -> bool:
    """Whether a predicted value is one that gold accepts."""
    if isinstance(gold, dict) and "any" in gold:
        return any(values_agree(slot, one, predicted) for one in gold["any"] if one is not None)
    if isinstance(gold, dict) and isinstance(predicted, dict):
        if gold.get("name"):
            return bool(predicted.get("name")) and names_agree(gold["name"], predicted["name"])
        return not predicted.get("name") and phrases_agree(_post(gold), _post(predicted))
    if isinstance(gold, dict) or isinstance(predicted, dict):
        texts = [
            one.get("name") or one.get("office", "") if isinstance(one, dict) else one
            for one in (gold, predicted)
        ]
        return phrases_agree(str(texts[0]), str(texts[1]))
    if isinstance(gold, int | float) and isinstance(predicted, int | float):
        return abs(gold - predicted) <= 1e-6 * max(1.0, abs(gold))
    if slot in EXACT or CODE.fullmatch(str(gold)):
        return fold(gold) == fold(predicted)
    return phrases_agree(str(gold), str(predicted))


def _optional(value: Any) -> bool:
    return isinstance(value, dict) and "any" in value and None in value["any"]


def _listed(slots: Json, slot: str) -> list[Any]:
    value = slots.get(slot)
    if value in (None, "", []):
        return []
    return list(value) if isinstance(value, list) else [value]


def likeness(gold: Json, predicted: Json) -> float:
    """The share of core slot values of two claims of one kind that agree, 0 to 1."""
    agreeing = total = 0
    for slot in CORE[gold["kind"]]:
        wanted, left = _listed(gold["slots"], slot), _listed(predicted["slots"], slot)
        total += len(wanted) + len(left)
        for value in wanted:
            hit = next((k for k, other in enumerate(left) if values_agree(slot, value, other)), None)
            if hit is not None:
                del left[hit]
                agreeing += 1
            elif _optional(value):
                total -= 1
    union = total - agreeing
    return agreeing / union if union else 0.0


def _overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    if not one or not other:
        return True
    return any(start < last and first < end for start, end in one for first, last in other)


@dataclass(frozen=True)
class Pair:
    """A gold claim and the predicted claim taken for it, by their places in the two lists."""

    gold: int
    predicted: int
    likeness: float


def pairs(gold: Sequence[Json], predicted: Sequence[Json]) -> list[Pair]:
    """The pairs of claims, best first, each claim in one pair at most."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, claim in enumerate(predicted):
        groups[claim["doc"], claim["kind"]].append(place)
    possible = []
    for place, claim in enumerate(gold):
        for other in groups[claim["doc"], claim["kind"]]:
            if _overlap(claim.get("evidence") or [], predicted[other].get("evidence") or []):
                value = likeness(claim, predicted[other])
                if value > 0:
                    possible.append(Pair(place, other, value))
    possible.sort(key=lambda pair: (-pair.likeness, pair.gold, pair.predicted))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    chosen = []
    for pair in possible:
        if pair.gold not in taken_gold and pair.predicted not in taken_predicted:
            taken_gold.add(pair.gold)
            taken_predicted.add(pair.predicted)
            chosen.append(pair)
    return chosen


@dataclass
class Score:
    """Counts of one kind or of all; `soft` is the sum of the likenesses of its pairs."""

    gold: int = 0
    predicted: int = 0
    soft: float = 0.0
    strict: int = 0

    @property
    def precision(self) -> float:
        """Soft precision; 0 where nothing was predicted."""
        return self.soft / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Soft recall; 0 where gold has nothing."""
        return self.soft / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """Soft F."""
        return 2 * self.soft / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


@dataclass
class Result:
    """The scores of one set by kind (`total` for all), and what was missed or should not be there."""

    scores: dict[str, Score]
    near: list[Pair] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)


def score(gold: Sequence[Json], predicted: Iterable[Json], silent: Iterable[str] = ()) -> Result:
    """Score predicted claims of the documents that gold speaks of; those of others are set aside.

    `silent` names annotated documents that tell no claim: what is predicted of them is surplus.
    """
    documents = {claim["doc"] for claim in gold} | set(silent)
    found = [claim for claim in predicted if claim["doc"] in documents and claim["kind"] in CORE]
    chosen = pairs(gold, found)
    optional = {place for place, claim in enumerate(gold) if claim.get("optional")}
    excused = {pair.predicted for pair in chosen if pair.gold in optional}
    counted = [pair for pair in chosen if pair.gold not in optional]
    scores: dict[str, Score] = defaultdict(Score)
    for place, claim in enumerate(gold):
        if place not in optional:
            for key in (claim["kind"], "total"):
                scores[key].gold += 1
    for place, claim in enumerate(found):
        if place not in excused:
            for key in (claim["kind"], "total"):
                scores[key].predicted += 1
    for pair in counted:
        for key in (gold[pair.gold]["kind"], "total"):
            scores[key].soft += pair.likeness
            scores[key].strict += pair.likeness == 1
    scores["total"] = scores.pop("total", Score())
    hit, used = {pair.gold for pair in counted}, {pair.predicted for pair in counted} | excused
    return Result(
        scores=dict(scores),
        near=[pair for pair in counted if pair.likeness < 1],
        missed=[place for place in range(len(gold)) if place not in hit | optional],
        extra=[place for place in range(len(found)) if place not in used],
    )
