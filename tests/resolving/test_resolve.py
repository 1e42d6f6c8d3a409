"""Claims to records: one thing, one record; two things, two; in any order."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import codec
from comity.model.claim import Claim
from comity.resolving import dyads_of, resolve

BOTH = ["KAZ", "ISR"]
PRESIDENT = {"name": "Nursultan Nazarbayev", "office": "President", "of": "KAZ"}
PRESIDENT_RU = {"name": "Н. Назарбаев", "office": "Президент", "of": "KAZ"}
UNNAMED = {"office": "Президент", "of": "KAZ"}
MINISTER = {"name": "K. Tokaev", "office": "Minister of Foreign Affairs", "of": "KAZ"}


def claim(ident: str, kind: str, doc: str = "a", start: int = 0, **slots: Any) -> Claim:
    slots = {name.rstrip("_"): value for name, value in slots.items()}
    return Claim(
        id=ident, doc=doc, kind=kind, evidence=((start, start + 10),), slots=codec.slots_of(kind, slots)
    )


def visit(ident: str, doc: str, date: str | None, *visitors: dict[str, str], **slots: Any) -> Claim:
    dated = {"date": date} if date else {}
    return claim(ident, "visit", doc, from_="KAZ", to="ISR", visitors=list(visitors), **dated, **slots)


def figure(ident: str, doc: str, reporter: str, value: int, period: str = "2005") -> Claim:
    partner = "ISR" if reporter == "KAZ" else "KAZ"
    told = {"flow": "turnover", "value": value, "currency": "USD", "period": period}
    return claim(ident, "trade", doc, reporter=reporter, partner=partner, **told)


def opened(ident: str, doc: str, type_: str, date: str) -> Claim:
    return claim(ident, "mission", doc, sending="ISR", receiving="KAZ", type=type_, act="opened", date=date)


def served(ident: str, doc: str, person: dict[str, str], **slots: Any) -> Claim:
    return claim(ident, "tenure", doc, person=person, of="KAZ", to="ISR", **slots)


def met(ident: str, doc: str, people: list[dict[str, str]], **slots: Any) -> Claim:
    return claim(ident, "meeting", doc, participants=people, parties=BOTH, **slots)


def agreed(ident: str, doc: str, **slots: Any) -> Claim:
    return claim(ident, "agreement", doc, parties=BOTH, type="agreement", **slots)


SAME: list[tuple[str, list[Claim]]] = [
    (
        "a visit told by month in English and by day in Russian",
        [
            visit("1", "en", "2000-04", PRESIDENT, type="official"),
            visit("2", "ru", "2000-04-03/2000-04-05", PRESIDENT_RU),
        ],
    ),
    (
        "a visitor named by office only",
        [visit("1", "en", "1995-12", PRESIDENT), visit("2", "ru", "1995-12-26", UNNAMED)],
    ),
    (
        "sources that differ by days",
        [visit("1", "en", "2000-04-03/2000-04-05", PRESIDENT), visit("2", "ru", "2000-04-10", PRESIDENT)],
    ),
    (
        "relations established, two dates",
        [
            claim("1", "relations", "en", parties=BOTH, act="established", date="1992-04-10"),
            claim("2", "relations", "ru", parties=["ISR", "KAZ"], act="established", date="1992-08-10"),
        ],
    ),
    (
        "an embassy opened, by year and by month",
        [
            opened("1", "en", "embassy", "1992-08"),
            opened("2", "ru", "embassy", "1992"),
        ],
    ),
    (
        "a tenure with its start in one document and its end in another",
        [
            served("1", "en", {"name": "Kairat Abdrakhmanov"}, date="2003-05/.."),
            served("2", "ru", {"name": "Кайрат Абдрахманов"}, date="../2006-03"),
        ],
    ),
    (
        "an agreement by its subject in two languages",
        [
            agreed("1", "en", status="signed", subject="avoidance of double taxation", date="2004-10-18"),
            agreed("2", "ru", status="signed", subject="избежание двойного налогообложения", date="2004"),
        ],
    ),
    (
        "a session by its number",
        [
            claim(
                "1", "session", "en", body="Joint Commission", number=4, date="2004-10", people=[PRESIDENT]
            ),
            claim("2", "session", "ru", body="Межправительственная комиссия", number=4, date="2004-11-02"),
            claim("3", "relations", "en", start=50, parties=BOTH, act="established"),
            claim("4", "relations", "ru", start=50, parties=BOTH, act="established"),
        ],
    ),
    (
        "a figure of one reporter, rounded in one document",
        [
            figure("1", "en", "KAZ", 723900000),
            figure("2", "ru", "KAZ", 724000000),
        ],
    ),
    (
        "a body by a short name",
        [
            claim(
                "1",
                "body",
                "en",
                parties=BOTH,
                type="joint commission",
                date="1995",
                name="Joint Intergovernmental Commission on Trade and Economic Cooperation",
            ),
            claim("2", "body", "en2", parties=BOTH, type="joint commission", name="Joint Commission"),
        ],
    ),
    (
        "a meeting without a date whose minister is named and whose deputy is not",
        [
            met("1", "a", [{"office": "Deputy Minister of Trade", "of": "ISR"}, MINISTER]),
            met("2", "b", [{"office": "Deputy Minister of Trade", "of": "ISR"}, MINISTER]),
        ],
    ),
    (
        "a meeting of one page, with a name in one reading and the office in the other",
        [
            met("1", "a", [MINISTER, {"name": "Dana Ilan"}], date="2008-11", place="Jerusalem"),
            met(
                "2",
                "a",
                [MINISTER, {"office": "Minister of Trade", "of": "ISR"}],
                date="2008-11",
                place="Jerusalem",
            ),
        ],
    ),
    (
        "a visit of the President who is the head of state in the other language",
        [
            visit("1", "en", "2000-04-03/2000-04-05", PRESIDENT),
            visit("2", "ru", "2000-04-03/2000-04-05", {"office": "Глава государства", "of": "KAZ"}),
        ],
    ),
    (
        "an agreement on taxes in two languages, without a date",
        [
            agreed("1", "en", subject="avoidance of double taxation", status="draft"),
            agreed("2", "ru", subject="избежание двойного налогообложения", status="draft"),
        ],
    ),
]

APART: list[tuple[str, list[Claim]]] = [
    (
        "visits of two months",
        [visit("1", "en", "2000-04", PRESIDENT), visit("2", "ru", "2000-09", PRESIDENT)],
    ),
    (
        "visits of two people on one date",
        [
            visit("1", "en", "1995-12-26", PRESIDENT),
            visit("2", "en", "1995-12-26", MINISTER),
        ],
    ),
    (
        "visits by a minister and a deputy minister",
        [
            visit("1", "en", "1995", {"office": "Minister of Defence", "of": "KAZ"}),
            visit("2", "en", "1995", {"office": "Deputy Minister of Defence", "of": "KAZ"}),
        ],
    ),
    (
        "a visit and the visit returned",
        [
            visit("1", "en", "1995-12-26"),
            claim("2", "visit", "en", from_="ISR", to="KAZ", date="1995-12-26"),
        ],
    ),
    (
        "mirror figures of the two capitals",
        [
            figure("1", "en", "KAZ", 723900000),
            figure("2", "en", "ISR", 120000000),
        ],
    ),
    (
        "figures of two years",
        [
            figure("1", "en", "KAZ", 1, "2004"),
            figure("2", "en", "KAZ", 1, "2005"),
        ],
    ),
    (
        "an agreement signed and in force",
        [
            agreed("1", "en", status="signed", subject="air transport", date="2000"),
            agreed("2", "en", status="in-force", subject="air transport", date="2001"),
        ],
    ),
    (
        "two agreements of one day",
        [
            agreed("1", "en", subject="tourism", date="1995-12-27"),
            agreed("2", "ru", subject="здравоохранение", date="1995-12-27"),
            agreed("3", "ru", subject="охрана лесов", date="1995-12-27"),
        ],
    ),
    (
        "an embassy and a consulate",
        [
            opened("1", "en", "embassy", "1992-08"),
            opened("2", "en", "consulate", "1992-08"),
        ],
    ),
    (
        "a head of mission who is listed twice in one document, by the beginnings of two terms",
        [
            served("1", "a", MINISTER | {"office": "Ambassador"}, date="1981/.."),
            served("2", "a", MINISTER | {"office": "Ambassador"}, date="1988/..", start=50),
        ],
    ),
    (
        "two terms of one ambassador",
        [
            claim("1", "tenure", person={"name": "Michael Lotem"}, of="ISR", to="KAZ", date="1995/1997"),
            claim("2", "tenure", person={"name": "Michael Lotem"}, of="ISR", to="KAZ", date="2004/2006"),
        ],
    ),
    (
        "two honorary consuls",
        [
            served("1", "en", {"name": "Lev Leviev", "office": "Honorary Consul"}),
            served("2", "en", {"name": "David Luxemburg", "office": "Honorary Consul"}),
        ],
    ),
    (
        "two sessions",
        [
            claim("1", "session", body="Joint Commission", number=3, date="2003", people=[PRESIDENT]),
            claim("2", "session", body="Joint Commission", number=4, date="2003", people=[PRESIDENT]),
        ],
    ),
]


def of_kind(claims: list[Claim]) -> list[Any]:
    return [record for record in resolve(claims).records if record.kind == claims[0].kind]


@pytest.mark.parametrize(("what", "claims"), SAME, ids=[what for what, _ in SAME])
def test_one_thing_is_one_record(what: str, claims: list[Claim]) -> None:
    found = of_kind(claims)
    assert len(found) == 1
    assert len(found[0].claims) >= 2
    assert found[0].reasons, "a record says why its claims are one"


@pytest.mark.parametrize(("what", "claims"), APART, ids=[what for what, _ in APART])
def test_two_things_are_two_records(what: str, claims: list[Claim]) -> None:
    assert len(of_kind(claims)) == len(claims)


def test_the_most_precise_date_stands() -> None:
    (record,) = of_kind(SAME[0][1])
    assert str(record.slots.date) == "2000-04-03/2000-04-05"
    assert record.differences == ()
    assert [person.name for person in record.slots.visitors] == ["Nursultan Nazarbayev"]


def test_a_tenure_is_put_together_from_its_ends() -> None:
    (record,) = of_kind(SAME[5][1])
    assert str(record.slots.date) == "2003-05/2006-03"


def test_differences_stand_side_by_side() -> None:
    (record,) = of_kind(SAME[3][1])
    (difference,) = record.differences
    assert difference.slot == "date"
    assert {(one.value, one.claims) for one in difference.observations} == {
        ("1992-04-10", ("1",)),
        ("1992-08-10", ("2",)),
    }


def test_a_rounded_figure_is_no_difference_and_another_is() -> None:
    (record,) = of_kind(SAME[8][1])
    assert (record.slots.value, record.differences) == (723900000, ())
    other = claim(
        "3",
        "trade",
        "x",
        reporter="KAZ",
        partner="ISR",
        flow="turnover",
        value=612000000,
        currency="USD",
        period="2005",
    )
    (record,) = of_kind([*SAME[8][1], other])
    assert record.slots.value == 723900000, "most claims support it"
    assert [one.value for one in record.differences[0].observations] == [723900000, 612000000]


def test_a_vague_claim_that_fits_two_stands_alone_and_says_so() -> None:
    claims = [
        visit("1", "en", "2000-04", PRESIDENT),
        visit("2", "en", "2000-09", PRESIDENT),
        visit("3", "ru", "2000", PRESIDENT),
    ]
    found = {record.claims: record for record in of_kind(claims)}
    assert set(found) == {("1",), ("2",), ("3",)}
    assert "equally well" in found[("3",)].reasons[0]


def test_people_are_one_entity_across_spellings_and_two_where_they_are_two() -> None:
    daughter = {"name": "Dariga Nazarbayeva", "office": "Deputy", "of": "KAZ"}
    resolution = resolve([visit("3", "en", "2001", daughter), *SAME[0][1]])
    people = {entity.name: entity for entity in resolution.entities if entity.kind == "person"}
    assert set(people) == {"Nursultan Nazarbayev", "Dariga Nazarbayeva"}
    father = people["Nursultan Nazarbayev"]
    assert father.names == ("Nursultan Nazarbayev", "Н. Назарбаев")
    assert father.state == "KAZ"
    assert "two scripts" in father.reasons[0]


def test_a_bare_family_name_of_two_people_stays_alone() -> None:
    people = [
        {"name": "Ilham Aliyev", "office": "President", "of": "AZE"},
        {"name": "Heydar Aliyev", "office": "President", "of": "AZE"},
        {"name": "Aliyev", "of": "AZE"},
    ]
    claims = [
        claim(str(n), "visit", "d", n * 20, from_="AZE", to="EST", visitors=[person], date=f"200{n}")
        for n, person in enumerate(people)
    ]
    found = [entity for entity in resolve(claims).entities if entity.kind == "person"]
    assert len(found) == 3
    assert any("equally well" in reason for entity in found for reason in entity.reasons)


def test_acronym_in_two_spellings() -> None:
    claims = [
        claim(
            "1",
            "cooperation",
            parties=BOTH,
            field="agriculture",
            what="courses",
            bodies=["CINADCO"],
        ),
        claim(
            "2",
            "cooperation",
            parties=BOTH,
            field="agriculture",
            what="seminars",
            bodies=["SINADCO"],
        ),
    ]
    (body,) = [entity for entity in resolve(claims).entities if entity.kind == "body"]
    assert body.names == ("CINADCO", "SINADCO")


def test_a_claim_without_states_takes_the_dyad_of_its_document() -> None:
    claims = [
        claim("1", "relations", parties=BOTH, act="established"),
        claim("2", "session", start=20, body="Joint Commission", date="2004"),
        claim("3", "trade", start=40, partner="ISR", flow="export", value=1, currency="USD"),
        claim("4", "session", "other", body="Joint Commission", date="2004"),
    ]
    assert dyads_of(claims) == [("ISR", "KAZ")] * 3 + [()]


def test_in_a_document_of_many_dyads_the_one_before_holds() -> None:
    claims = [
        claim("1", "relations", parties=["EST", "MEX"], act="established"),
        claim("2", "session", start=20, body="Commission", date="2004"),
        claim("3", "relations", start=40, parties=["EST", "FIN"], act="established"),
        claim("4", "session", start=60, body="Commission", date="2004"),
        claim("5", "relations", start=80, parties=["EST", "SWE"], act="established"),
        claim("6", "trade", start=100, partner="CHL", flow="export", value=1, currency="USD"),
    ]
    found = dyads_of(claims)
    assert found[1] == ("EST", "MEX")
    assert found[3] == ("EST", "FIN")
    assert found[5] == ("CHL", "EST"), "the state that the document is about"


ALL = [
    codec.decode_claim({**codec.plain(one), "id": f"{number}{one.id}", "doc": f"{number // 2}{one.doc}"})
    for number, (_, group) in enumerate(SAME + APART)
    for one in group
]


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, len(ALL)))
def test_order_does_not_matter(chance: random.Random, size: int) -> None:
    some = chance.sample(ALL, size)
    expected = resolve(sorted(some, key=lambda one: one.id))
    assert codec.encode(resolve(some)) == codec.encode(expected)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_every_claim_is_in_one_record(chance: random.Random) -> None:
    some = chance.sample(ALL, 20)
    held = [ident for record in resolve(some).records for ident in record.claims]
    assert sorted(held) == sorted(one.id for one in some)
