"""The table of office holders in the register: what it makes of findings, and that it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.checking.holders import parse
from tests.register import samples

pytestmark = pytest.mark.usefixtures("register")

BEFORE = b"state,office,name,from,to\nKAZ,President,A. Serik,1990-04-24,1999-03\n"
OTHER = b"state,office,name,from,to\nKAZ,President|head of state,A. Serik,1990-04-24,2019-03-20\n"


def add_visit() -> None:
    from comity.register import actions

    doc, data = samples.document("visit.txt", "President A. Serik came to Jerusalem in April 2000.")
    person = {"name": "A. Serik", "office": "President", "of": "KAZ"}
    visit = samples.claim(
        doc, "visit", doc.text[:-1], visitors=[person], from_="KAZ", to="ISR", date="2000-04"
    )
    actions.add_document(doc, data, [visit])


def codes() -> list[str]:
    from comity.register import queries

    return [one.code for one in queries.findings()]


def test_findings_follow_the_table() -> None:
    from comity.register import actions

    add_visit()
    assert "C201" not in codes()
    assert actions.import_holders(parse(BEFORE, "table")) == 1
    assert codes().count("C201") == 1
    assert actions.import_holders(parse(OTHER, "table")) == 1
    assert "C201" not in codes()


def test_a_document_added_later_is_checked_by_it() -> None:
    from comity.register import actions

    actions.import_holders(parse(BEFORE, "table"))
    add_visit()
    assert "C201" in codes()
    actions.import_holders([])
    assert "C201" not in codes()


def test_the_table_is_as_it_was_given() -> None:
    from comity.register import actions, holding

    given = parse(OTHER + BEFORE.split(b"\n", 1)[1], "table")
    actions.import_holders(given)
    assert tuple(holding.holders()) == given
    assert holding.table().terms("KAZ", "Head of state", "Serik")


def test_doctor_export_and_moments_know_it() -> None:
    from comity.model.edtf import Date
    from comity.register import actions, doctor, exchange, moments

    actions.import_holders(parse(BEFORE, "table"))
    add_visit()
    assert list(doctor.examine()) == []
    assert sum('"line":"holder"' in line for line in exchange.export()) == 1
    then = moments.dossier_inputs("ISR", "KAZ", as_of=Date.parse("2005"))
    assert "C201" in [one.code for one in then.findings]


def test_an_export_keeps_it(other: Path) -> None:
    from comity.register import actions, exchange, store

    actions.import_holders(parse(BEFORE, "table"))
    add_visit()
    lines = list(exchange.export())
    store.close()
    store.open_register(other)
    assert exchange.load(lines) == 1
    assert list(exchange.export()) == lines
    assert "C201" in codes()
