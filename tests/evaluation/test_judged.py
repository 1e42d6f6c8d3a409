"""The lists judged by hand and the figures made of them."""

from pathlib import Path

import confidence
import judged
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.claim import CORE, Claim, Relations
from comity.model.document import Document

HEAD = "\t".join(judged.COLUMNS)


def claims(number: int, kind: str = "relations") -> list[Claim]:
    return [Claim(doc="d", kind=kind, evidence=((n, n + 1),), slots=Relations()) for n in range(number)]


@pytest.mark.parametrize("path", judged.LISTS, ids=lambda path: path.stem)
def test_committed_lists_are_complete(path: Path) -> None:
    found = judged.load_list(path)
    assert found and all(one.kind in CORE for one in found)


@pytest.mark.parametrize(
    "path", [path for path in judged.LISTS if "by-kind" not in path.stem], ids=lambda path: path.stem
)
def test_enough_are_judged_and_the_target_is_met(path: Path) -> None:
    found = judged.load_list(path)
    assert len(found) >= 60, "fewer say too little; the seventh list has 60"
    assert sum(one.judgement == "right" for one in found) >= 0.8 * len(found)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("d\t1\t2\tvisit\t\t", "nothing"),
        ("d\t1\t2\tvisit\tmaybe\t", "maybe"),
        ("d\t1\t2\tvisit\twrong\t", "cause"),
        ("d\t1\t2\tvisit\tright\tdate", "cause"),
        ("d\t1\t2\ttea\tright\t", "kind"),
        ("d\t2\t2\tvisit\tright\t", "offsets"),
        ("d\t-1\t2\tvisit\tright\t", "offsets"),
        ("d\t1\t2\tvisit", "columns"),
    ],
)
def test_lines_that_are_no_judgement_are_refused(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(f"{HEAD}\n{line}\n", encoding="utf-8")
    with pytest.raises(judged.ListError, match=f"list.tsv:2: .*{why}"):
        judged.load_list(path)


def test_a_list_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("d\t1\t2\tvisit\tright\t\n", encoding="utf-8")
    with pytest.raises(judged.ListError, match="columns"):
        judged.load_list(path)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    lines = [
        judged.Judgement("a", 1, 5, "visit", "right"),
        judged.Judgement("b", 2, 9, "award", "wrong", "by", 0.75),
    ]
    judged.write(tmp_path / "list.tsv", lines)
    assert judged.load_list(tmp_path / "list.tsv") == lines


def test_lots_fall_the_same_for_the_same_seed_and_otherwise_for_another() -> None:
    many = claims(500)
    assert judged.drawn(many, 1, 50) == judged.drawn(many, 1, 50)
    assert judged.drawn(many, 1, 50) != judged.drawn(many, 2, 50)
    assert [one.start for one in judged.drawn(many, 1, 50)] == sorted(
        {o.start for o in judged.drawn(many, 1, 50)}
    )
    assert judged.drawn(claims(3), 1, 50) == claims(3)


def test_draws_by_kind_take_each_kind_and_leave_what_is_left_out() -> None:
    many = claims(40) + claims(5, "visit") + claims(40, "mission")
    found = judged.drawn_by_kind(many, 1, 12, ["mission"])
    assert [one.kind for one in found] == ["relations"] * 12 + ["visit"] * 5


@pytest.mark.parametrize(
    ("right", "number", "low", "high"),
    [
        (8, 10, 0.490, 0.943),
        (0, 10, 0.0, 0.278),
        (10, 10, 0.722, 1.0),
        (0, 0, 0.0, 1.0),
        (160, 200, 0.739, 0.850),
    ],
)
def test_intervals(right: int, number: int, low: float, high: float) -> None:
    assert judged.wilson(right, number) == pytest.approx((low, high), abs=0.0006)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    low, high = judged.wilson(*pair)
    assert 0 <= low <= pair[0] / pair[1] + 1e-12 and pair[0] / pair[1] - 1e-12 <= high <= 1


def test_the_table_ranks_causes() -> None:
    lines = [judged.Judgement("a", 1, 5, "visit", "wrong", cause) for cause in ("date", "party", "party")]
    told = judged.table([*lines, judged.Judgement("a", 1, 5, "award", "right")]).splitlines()
    assert told[-2].split() == ["party", "2", "visit", "2"]
    assert told[-1].split() == ["date", "1", "visit", "1"]
    assert [line.split()[:3] for line in told[1:4]] == [
        ["visit", "3", "0"],
        ["award", "1", "1"],
        ["all", "4", "1"],
    ]


def test_halves_of_confidence_take_equals_as_their_mean() -> None:
    told = confidence.table([(0.9, 1.0), (0.5, 0.0), (0.5, 1.0), (0.5, 0.5)]).splitlines()
    assert told[-2].split() == ["top", "half", "2", "0.50–0.90", "0.750", "0.667"]
    assert told[-1].split() == ["bottom", "half", "2", "0.50–0.50", "0.500", "0.333"]


def test_confidence_is_told_of_lists_that_hold_it() -> None:
    lines = [judged.Judgement("a", 1, 5, "visit", "right", confidence=sure) for sure in (0.9, 0.5)]
    assert "top half" in judged.table(lines)
    assert "top half" not in judged.table([judged.Judgement("a", 1, 5, "visit", "right")])


def test_a_row_of_a_grid_table_is_shown_with_the_head_of_its_own_table() -> None:
    text = (
        "+---+---+\n| Other | Head |\n+---+---+\n| a | b |\n+---+---+\n\n\nEurope\n\n"
        "+---+---+\n| Country | Notes |\n+===+===+\n| x | y |\n+---+---+\n| z |  has a post |\n+---+---+\n"
    )
    start = text.index("has")
    told = judged.around(text, start, start + 3)
    assert "Country" in told and "«has»" in told and "| z |" in told
    assert "Other" not in told and "| x |" not in told
    assert judged.heading(text, start) == "Europe"


def test_a_claim_is_shown_with_all_its_words() -> None:
    text = "Title\n\nIn 1992 it began. They opened it."
    claim = Claim(
        doc="d", kind="relations", evidence=((25, 36), (10, 14)), slots=Relations(act="established")
    )
    told = judged.show(claim, Document(id="d", name="d.txt", sha256="", text=text), 7)
    assert told.startswith("7. d 25-36 relations\n") and "act established" in told
    assert "and     1992" in told and "heading Title" in told
