"""Whether confidence means something: how often claims are right, by confidence.

    python evaluation/confidence.py

Over all annotated sets that are here, claims are put in order of confidence; for each quarter and each half the table
gives the mean likeness to gold and the share that is right in all core slots. Claims that gold calls optional are
left out. `judged.py table` gives the same of claims judged by hand.
"""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean

import gate
from score import pairs


def graded() -> list[tuple[float, float]]:
    """Every claim of the annotated sets: its confidence and its likeness to gold (0 where gold has no such claim)."""
    found = []
    for one in gate.sets():
        if one.name == "rdcr":  # its gold names only a part of what its texts tell
            continue
        gold, predicted, _ = gate.measure(one)
        likeness = {
            p.predicted: (p.likeness, gold[p.gold].get("optional", False)) for p in pairs(gold, predicted)
        }
        for index, claim in enumerate(predicted):
            value, optional = likeness.get(index, (0.0, False))
            if not optional:
                found.append((claim["confidence"], value))
    return found


def table(claims: list[tuple[float, float]]) -> str:
    """The table by quarters and halves of confidence.

    Claims of one confidence stand in no order: each counts as the mean of them, so that where a part ends
    within them it takes neither the better nor the worse ones.
    """
    alike: dict[float, list[float]] = defaultdict(list)
    for sure, value in claims:
        alike[sure].append(value)
    ranked = [
        (sure, fmean(alike[sure]), fmean(value == 1 for value in alike[sure]))
        for sure in sorted(alike, reverse=True)
        for _ in alike[sure]
    ]
    size = len(ranked)
    parts = [(f"quarter {n + 1}", ranked[size * n // 4 : size * (n + 1) // 4]) for n in range(4)]
    parts += [("top half", ranked[: size // 2]), ("bottom half", ranked[size // 2 :])]
    lines = [f"{'':12}{'claims':>8}{'confidence':>14}{'likeness':>10}{'right':>8}"]
    for name, part in parts:
        if part:
            mean, right = fmean(one[1] for one in part), fmean(one[2] for one in part)
            lines.append(
                f"{name:12}{len(part):8d}{part[-1][0]:8.2f}–{part[0][0]:.2f}{mean:10.3f}{right:8.3f}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(graded()))
