"""A document that comes to a register changes only what it concerns; what is held then is what making all of it again
gives.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from comity.checking import RULES, check
from comity.model.claim import Claim
from comity.model.document import Document
from tests.register import samples

pytestmark = pytest.mark.usefixtures("register")

NAMES = (
    "Adil Abrakov",
    "A. Abrakov",
    "Адил Абраков",
    "Abrakov",
    "Aida Abrakova",
    "Sven Holmgren",
    "S. Holmgren",
)
BODIES = ("Joint Commission", "Joint Commission on Trade and Economic Cooperation", "Business Council")
PAIRS = (("KAZ", "NOR"), ("KAZ", "SWE"), ("DNK", "KAZ"))


def page(number: int, chance: random.Random) -> tuple[Document, bytes, list[Claim]]:
    """A made-up page about one pair, or about several, with acts that other pages tell too, or tell otherwise."""
    said: list[tuple[str, str, dict[str, Any]]] = []
    for a, b in PAIRS if chance.random() < 0.3 else (chance.choice(PAIRS),):
        for _ in range(chance.randint(2, 6)):
            year, name = chance.randint(1993, 1998), chance.choice(NAMES)
            kind, slots = chance.choice(_acts(a, b, year, name, chance))
            said.append(
                (
                    f"Between {a} and {b} no. {len(said)} of page {number}, {year}: {kind}, {name}.",
                    kind,
                    slots,
                )
            )
    doc, data = samples.document(f"page{number}.txt", " ".join(words for words, _, _ in said))
    return doc, data, [samples.claim(doc, kind, words, **slots) for words, kind, slots in said]


def _acts(a: str, b: str, year: int, name: str, chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    person = {"name": name, "office": chance.choice(("President", "Minister of Trade")), "of": a}
    envoy = {"name": name, "office": "Ambassador", "of": a}
    body = chance.choice(BODIES)
    return [
        ("relations", {"parties": [a, b], "act": "established", "date": chance.choice(("1994-05-03", "1994", "1995"))}),
        ("visit", {"from_": a, "to": b, "date": f"{year}-0{chance.randint(4, 5)}", "visitors": [person]}),
        ("tenure", {"person": envoy, "of": a, "to": b, "date": f"{year}/{year + 2}"}),
        ("mission", {"sending": a, "receiving": b, "type": "embassy", "act": "opened", "date": str(year)}),
        ("agreement", {"parties": [a, b], "type": "agreement", "status": chance.choice(("signed", "draft")),
                       "subject": chance.choice(("visas", "air services")), "date": f"{year}-06-11"}),
        ("body", {"parties": [a, b], "name": body, "type": "joint commission"}),
        ("session", {"body": body, "number": chance.randint(1, 3), "date": str(year)}),
        ("trade", {"reporter": a, "partner": b, "flow": chance.choice(("turnover", "export")), "currency": "USD",
                   "value": chance.choice((41e6, 44e6, 44e9)), "period": str(year)}),
    ]  # fmt: skip


def held() -> tuple[Any, ...]:
    """All that is made of claims, with what entities of several dyads are one."""
    from comity.register import models, queries

    return (
        queries.records(),
        queries.entities(),
        sorted(models.Entity.objects.values_list("id", "identity", "block", "dyad_id", "name")),
        sorted(models.Record.objects.values_list("id", "dyad_id", "date", "claims")),
        sorted(models.Finding.objects.values_list("finding", "code", "dyad_id", "document_id")),
    )


@pytest.mark.parametrize("seed", range(4))
def test_adding_gives_what_making_all_again_gives(seed: int) -> None:
    from comity.register import actions, derived, doctor, models

    chance = random.Random(seed)
    pages = [page(number, chance) for number in range(9)]
    for number, one in enumerate(pages[:7]):
        actions.add_document(*one)
        if number == 4:
            _decide(actions)
    with actions.batch():
        for one in pages[7:]:
            actions.add_document(*one)
    found = held()
    assert len(found[0]) > 10
    assert found[4]
    assert list(doctor.examine()) == []
    # Entities that are as before keep their identity, so that it is worked out again only where there is none.
    models.Entity.objects.update(identity="")
    derived.rebuild_all()
    assert held() == found


def _decide(actions: Any) -> None:
    """Somebody rejects a claim and says that two people are one: what is judged is made again whole."""
    from comity.register import queries

    claim = queries.records()[0].claims[0]
    actions.reject(claim, "Ada")
    people = [one for one in queries.entities(kind="person") if one.state == "KAZ"][:2]
    if len(people) == 2:
        actions.merge([one.id for one in people], "Ada", "the same")


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_documents_come_does_not_matter(seed: int, other: Path) -> None:
    from comity.register import actions, store

    pages = [page(number, random.Random(seed)) for number in range(6)]
    for one in pages:
        actions.add_document(*one)
    found = held()
    store.open_register(other)
    random.Random(seed + 1).shuffle(pages)
    for one in pages:
        actions.add_document(*one)
    assert held() == found


@pytest.mark.parametrize("seed", range(3))
def test_rules_of_one_document_find_in_each_what_they_find_in_all(seed: int) -> None:
    chance = random.Random(seed)
    pages = [page(number, chance) for number in range(8)]
    rules = [rule.code for rule in RULES if rule.scope == "document"]
    together = check(
        [claim for _, _, some in pages for claim in some],
        documents=[doc for doc, _, _ in pages],
        select=rules,
    )
    alone = [one for doc, _, some in pages for one in check(some, documents=[doc], select=rules)]
    assert {one.id for one in alone} == {one.id for one in together}


def test_a_pair_named_in_passing_has_no_list_of_instruments() -> None:
    """What a document is mostly about is told by all its claims, not by those of the pair that is checked."""
    from comity.register import actions, derived, doctor, models

    said: list[tuple[str, str, dict[str, Any]]] = [
        (f"Kazakhstan and Norway signed the agreement on {what} in 2001.", "agreement",
         {"parties": ["KAZ", "NOR"], "type": "agreement", "status": "signed", "subject": what, "date": "2001"})
        for what in ("visas", "air services", "fisheries")
    ]  # fmt: skip
    said.append(
        ("Kazakhstan and Sweden signed the agreement on customs in 2002.", "agreement",
         {"parties": ["KAZ", "SWE"], "type": "agreement", "status": "signed", "subject": "customs", "date": "2002"})
    )  # fmt: skip
    doc, data = samples.document("passing.txt", " ".join(words for words, _, _ in said))
    actions.add_document(doc, data, [samples.claim(doc, kind, words, **slots) for words, kind, slots in said])

    def told() -> set[str | None]:
        return set(models.Finding.objects.filter(code="C505").values_list("dyad_id", flat=True))

    assert told() == {"KAZ|NOR"}
    assert models.Document.objects.get().states == ["KAZ", "NOR"]
    derived.rebuild_all()
    assert told() == {"KAZ|NOR"}
    assert list(doctor.examine()) == []
