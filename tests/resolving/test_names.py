"""Pairs of names in context: the same person or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.resolving import names
from comity.resolving.names import Mention, compare
from comity.resolving.parts import keys, parse
from comity.resolving.spelling import fold

CASES = Path(__file__).parent.parent / "cases" / "resolving" / "names.tsv"


def cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case[0]} / {case[3]}")
def test_pairs(case: tuple[str, ...]) -> None:
    first = Mention(case[0], case[1] or None, case[2] or None, "one")
    second = Mention(case[3], case[4] or None, case[5] or None, "two")
    compared = compare(first, second)
    assert compared.same is (case[6] == "yes"), compared.words()
    if compared.same:
        assert set(keys(first.name)) & set(keys(second.name)), "blocking parts them"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case[3]} / {case[0]}")
def test_order_does_not_matter(case: tuple[str, ...]) -> None:
    first = Mention(case[0], case[1] or None, case[2] or None, "one")
    second = Mention(case[3], case[4] or None, case[5] or None, "two")
    assert (compare(first, second).same, compare(first, second).score) == (
        compare(second, first).same,
        compare(second, first).score,
    )


@pytest.mark.parametrize(
    ("name", "family", "given_names", "patronymic"),
    [
        ("Nursultan Nazarbayev", "nazarbaev", ("nursultan",), ""),
        ("N.A.Nazarbayev", "nazarbaev", ("n", "a"), ""),
        ("Назарбаев Н. А.", "nazarbaev", ("n", "a"), ""),
        ("Назарбаев Нурсултан Абишевич", "nazarbaev", ("nursultan",), "abishevich"),
        ("Нурсултан Абишевич Назарбаев", "nazarbaev", ("nursultan",), "abishevich"),
        ("Slobodan Milosevic", "milosevich", ("slobodan",), ""),
        ("Tokayev, Kassym-Jomart", "tokaev", ("kasimjomart",), ""),
        ("Mr. Lotem", "lotem", (), ""),
        ("Ben Gurion", "benguron", (), ""),
        ("Osama bin Laden", "binladen", ("osama",), ""),
    ],
)
def test_parts(name: str, family: str, given_names: tuple[str, ...], patronymic: str) -> None:
    found = parse(name)
    assert (found.family[:9], found.given, found.patronymic[:9]) == (family[:9], given_names, patronymic[:9])


def test_the_reason_is_told_in_words() -> None:
    said = compare(
        Mention("Nursultan Nazarbayev", "President", "KAZ", "a"), Mention("Назарбаев Н. А.", None, "KAZ", "b")
    ).words()
    assert "in two scripts (Nursultan Nazarbayev, Назарбаев Н. А.)" in said
    assert "the initial fits (+1.2)" in said
    assert f"of {names.SAME:.1f} needed" in said


@given(st.text(max_size=40))
def test_any_text_is_a_name(text: str) -> None:
    parse(text)
    assert fold(fold(text)) == fold(fold(fold(text)))
    assert keys(text)


@given(st.sampled_from([case[0] for case in cases()]), st.sampled_from([case[3] for case in cases()]))
def test_symmetric(a: str, b: str) -> None:
    assert compare(Mention(a), Mention(b)).score == compare(Mention(b), Mention(a)).score
