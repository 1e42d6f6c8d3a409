"""Names in context: the labelled pairs are well formed, and the matcher keeps its promise on the unseen half."""

from __future__ import annotations

import names
import pytest


def test_the_set_is_large_and_balanced() -> None:
    pairs = names.pairs()
    assert len(pairs) >= 400
    for half in ("tuned", "held-out"):
        labels = [pair.same for pair in pairs if pair.half == half]
        assert 0.4 <= sum(labels) / len(labels) <= 0.65, half
    crossed = [pair for pair in pairs if "scripts" in pair.phenomena]
    assert len(crossed) > len(pairs) / 4
    seen = [frozenset({(pair.first, pair.same), (pair.second, pair.same)}) for pair in pairs]
    assert len(set(seen)) >= 0.98 * len(seen)


def test_a_group_stands_in_one_half() -> None:
    halves: dict[str, set[str]] = {}
    for line in names.PAIRS.read_text(encoding="utf-8").splitlines()[1:]:
        half, group, *_ = line.split("\t")
        halves.setdefault(group, set()).add(half)
    assert all(len(found) == 1 for found in halves.values())


def test_the_held_out_half_meets_the_target() -> None:
    unseen = [pair for pair in names.pairs() if pair.half == "held-out"]
    found = names.figures(unseen, names.comity)
    assert found.precision >= names.TARGET[0], found
    assert found.recall >= names.TARGET[1], found


def test_the_others_are_measured_in_the_same_run(capsys: pytest.CaptureFixture[str]) -> None:
    told = {name.split(" ≥")[0]: one for name, half, one in names.report() if half == "held-out"}
    assert {"comity", "WRatio", "WRatio, transliterated", "Jaro–Winkler"} <= set(told)
    ours = told.pop("comity")
    assert all(ours.precision > other.precision for other in told.values())


def test_figures_are_counted_as_they_should_be() -> None:
    pairs = names.pairs()[:40]
    assert names.figures(pairs, lambda pair: pair.same) == names.Figures(1.0, 1.0, 40)
    everything = names.figures(pairs, lambda pair: True)
    assert everything.recall == 1.0
    assert everything.precision == pytest.approx(sum(pair.same for pair in pairs) / 40)
    assert names.figures(pairs, lambda pair: False).precision == 1.0
