"""Comparing two documents: what is one thing, and that time grows with their length."""

from __future__ import annotations

import pytest

from comity.model.claim import Claim, Trade, Visit
from comity.model.edtf import Date
from comity.model.person import Person
from comity.resolving import comparing
from comity.resolving.comparing import compare

PAIR = ("CHL", "NOR")


def trade(doc: str, at: int, value: float, year: int = 2001) -> Claim:
    slots = Trade(
        reporter="CHL", partner="NOR", flow="export", value=value, currency="USD", period=Date.of(year)
    )
    return Claim(id=f"{doc}{at}", doc=doc, kind="trade", evidence=((at, at + 5),), slots=slots)


def visit(doc: str, at: int, name: str) -> Claim:
    slots = Visit(visitors=(Person(name=name),), from_="CHL", to="NOR", date=Date.of(2001))
    return Claim(id=f"{doc}{at}", doc=doc, kind="visit", evidence=((at, at + 5),), slots=slots)


def dyads(*claims: Claim) -> dict[str, tuple[str, str]]:
    return {one.id: PAIR for one in claims}


def test_what_says_the_same_is_the_same_in_the_order_of_the_documents() -> None:
    a = [trade("a", 0, 1), trade("a", 10, 1), visit("a", 20, "Ana Rey")]
    b = [visit("b", 0, "Ana Rey"), trade("b", 10, 1), trade("b", 30, 2)]
    found = compare(a, b, dyads(*a, *b), [])
    assert [(pair.a.id, pair.b.id) for pair in found.same] == [("a20", "b0"), ("a0", "b10")]
    assert [(pair.a.id, pair.b.id, pair.differs) for pair in found.changed] == [("a10", "b30", ("value",))]
    assert not found.added and not found.dropped


def test_of_other_states_is_another() -> None:
    a, b = [trade("a", 0, 1)], [trade("b", 0, 1)]
    found = compare(a, b, {"a0": PAIR, "b0": ("CHL", "PER")}, [])
    assert found.dropped == tuple(a) and found.added == tuple(b)


def test_claims_of_one_record_are_one_thing_however_they_differ() -> None:
    a, b = [visit("a", 0, "Ana Rey")], [visit("b", 0, "Tom Berg")]
    assert compare(a, b, dyads(*a, *b), []).changed == ()
    found = compare(a, b, dyads(*a, *b), [["a0", "b0"]])
    assert [(pair.a.id, pair.b.id) for pair in found.changed] == [("a0", "b0")]


def test_of_many_claims_each_is_weighed_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = 0
    real = comparing.alike

    def count(a: Claim, b: Claim) -> float:
        nonlocal counted
        counted += 1
        return real(a, b)

    monkeypatch.setattr(comparing, "alike", count)
    for many in (400, 800):
        counted = 0
        a = [trade("a", 10 * at, 10 + at, 1000 + at) for at in range(many)]
        b = [trade("b", 10 * at, 20 + at, 1000 + at) for at in range(many)]
        found = compare(a, b, dyads(*a, *b), [])
        assert len(found.changed) == many and not found.added and not found.dropped
        assert counted <= 80 * many
