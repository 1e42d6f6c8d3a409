"""How well names in context are told apart: precision and recall of Comity's matcher beside others.

    python evaluation/names.py             the figures of both halves
    python evaluation/names.py --errors    every pair of the tuned half that is decided wrongly, with the reasons

`names/pairs.tsv` has labelled pairs; a group of people who may be confused stands in one half as a whole.
Weights are chosen on the half `tuned`, and so are the thresholds of the others; `held-out` is only counted. `fresh`
was written later, before anybody saw the matcher's answers to it; what it first came to stands in `names/README.md`.

The others know the names alone: rapidfuzz's WRatio, as it is and after transliteration, and Jaro–Winkler
similarity (Winkler 1990) of transliterated, sorted words, a usual baseline of record linkage. nomenklatura's
logic-v2 is measured in the same run where that package is installed (`make names`).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from comity.resolving.names import Mention, compare
from comity.resolving.parts import keys

PAIRS = Path(__file__).parent / "names" / "pairs.tsv"
TARGET = (0.98, 0.90)
"""Precision and recall that Comity's matcher must reach on the held-out half."""


@dataclass(frozen=True)
class Pair:
    """Two mentions, each of a document of its own, and whether they are one person."""

    half: str
    first: Mention
    second: Mention
    same: bool
    phenomena: str


@dataclass(frozen=True)
class Figures:
    """Precision and recall over `pairs` labelled pairs."""

    precision: float
    recall: float
    pairs: int


def pairs() -> list[Pair]:
    """The labelled pairs."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row[0][:1] != "#"]
    return [
        Pair(
            half=half,
            first=Mention(a, a_office or None, a_of or None, "one"),
            second=Mention(b, b_office or None, b_of or None, "two"),
            same={"same": True, "different": False}[label],
            phenomena=phenomena,
        )
        for half, _, a, a_office, a_of, b, b_office, b_of, label, phenomena in rows
    ]


def comity(pair: Pair) -> bool:
    """What the program decides: names with no key in common are never compared."""
    if not set(keys(pair.first.name)) & set(keys(pair.second.name)):
        return False
    return compare(pair.first, pair.second).same


def wratio(pair: Pair) -> float:
    """rapidfuzz's WRatio of the names as they are."""
    return float(fuzz.WRatio(pair.first.name, pair.second.name)) / 100


def wratio_ascii(pair: Pair) -> float:
    """rapidfuzz's WRatio of transliterated names."""
    return float(fuzz.WRatio(_plain(pair.first.name), _plain(pair.second.name))) / 100


def jaro_winkler(pair: Pair) -> float:
    """Jaro–Winkler similarity of transliterated names with their words sorted."""
    first, second = (" ".join(sorted(_plain(one.name).split())) for one in (pair.first, pair.second))
    return float(JaroWinkler.similarity(first, second))


def logic_v2() -> Callable[[Pair], float] | None:
    """nomenklatura's logic-v2 over two persons with name, position and country; `None` where it is not
    installed.
    """
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError:
        return None
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        return None
    config = algorithm.default_config()

    def entity(mention: Mention) -> Any:
        found = model.make_entity("Person")
        # The algorithm keeps what it worked out by id: each entity needs one of its own.
        found.id = uuid4().hex
        found.add("name", mention.name)
        found.add("position", mention.office)
        found.add("country", mention.of)
        return found

    return lambda pair: float(algorithm.compare(entity(pair.first), entity(pair.second), config).score)


def _plain(name: str) -> str:
    return anyascii(name).lower().replace(".", " ")


def figures(some: Sequence[Pair], decide: Callable[[Pair], bool]) -> Figures:
    """Precision and recall of a matcher."""
    said = [(decide(pair), pair.same) for pair in some]
    right = sum(found and same for found, same in said)
    positive = sum(found for found, _ in said)
    return Figures(right / positive if positive else 1.0, right / sum(same for _, same in said), len(some))


def best_threshold(some: Sequence[Pair], score: Callable[[Pair], float]) -> float:
    """The threshold with the best F1."""
    scored = [(score(pair), pair.same) for pair in some]
    total = sum(same for _, same in scored)

    def f1(threshold: float) -> float:
        taken = [same for value, same in scored if value >= threshold]
        return 2 * sum(taken) / (len(taken) + total)

    return max(sorted({value for value, _ in scored}), key=f1)


def report() -> list[tuple[str, str, Figures]]:
    """The figures of every matcher on both halves."""
    every = pairs()
    halves = {half: [pair for pair in every if pair.half == half] for half in ("tuned", "held-out", "fresh")}
    matchers: list[tuple[str, Callable[[Pair], bool]]] = [("comity", comity)]
    scores: list[tuple[str, Callable[[Pair], float]]] = [
        ("WRatio", wratio), ("WRatio, transliterated", wratio_ascii), ("Jaro–Winkler", jaro_winkler),
    ]  # fmt: skip
    published = logic_v2()
    if published is not None:
        scores.append(("logic-v2", published))
    for name, score in scores:
        threshold = best_threshold(halves["tuned"], score)
        matchers.append((f"{name} ≥ {threshold:.2f}", _above(score, threshold)))
    return [(name, half, figures(some, decide)) for name, decide in matchers for half, some in halves.items()]


def _above(score: Callable[[Pair], float], threshold: float) -> Callable[[Pair], bool]:
    return lambda pair: score(pair) >= threshold


def main() -> int:
    """Print the figures; status 1 where the held-out half is below the target."""
    parser = argparse.ArgumentParser(description="Names in context: precision and recall.")
    parser.add_argument("--errors", action="store_true", help="the wrong decisions of the tuned half")
    wanted = parser.parse_args()
    if wanted.errors:
        for pair in pairs():
            if pair.half == "tuned" and comity(pair) is not pair.same:
                blocked = not set(keys(pair.first.name)) & set(keys(pair.second.name))
                why = "no key in common" if blocked else compare(pair.first, pair.second).words()
                print(f"{'missed' if pair.same else 'WRONG'}: {pair.first} / {pair.second}\n    {why}")
        return 0
    print(f"{'matcher':32} {'half':9} {'pairs':>5} {'precision':>9} {'recall':>7}")
    met = True
    for name, half, one in report():
        print(f"{name:32} {half:9} {one.pairs:5} {one.precision:9.3f} {one.recall:7.3f}")
        if (name, half) == ("comity", "held-out"):
            met = one.precision >= TARGET[0] and one.recall >= TARGET[1]
    if logic_v2() is None:
        print("logic-v2 was not measured: make names (it needs ICU: libicu-dev, pkg-config, a C++ compiler)")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
