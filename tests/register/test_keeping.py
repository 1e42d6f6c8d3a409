"""Copies, exports and the doctor: what is kept is whole, and what is not whole is told."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from comity.register import store
from comity.register.errors import RegisterError
from tests.conftest import Copies
from tests.register import samples
from tests.register.test_register import ODD, add_both


@pytest.fixture
def filled(tmp_path: Path, copies: Copies) -> Iterator[Path]:
    """A register in a file with documents, findings, decisions and undone ones."""
    path = tmp_path / "comity.db"
    store.open_register(copies.register("sqlite", path, fill))
    yield path
    store.close()


def fill() -> None:
    from comity.register import actions

    english, russian = add_both()
    doc, data = samples.document("odd.txt", f"{samples.EN} {ODD}")
    undated = samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="resumed")
    one: dict[str, object] = {"parties": ["KAZ", "ISR"], "type": "treaty", "subject": "visas"}
    signed = samples.claim(doc, "agreement", "The President", status="signed", date="2001-05-04", **one)
    early = samples.claim(doc, "agreement", "They met", status="in-force", date="1999-05-04", **one)
    actions.add_document(doc, data, [undated, signed, early], [(0, 4)], by="Ю. Офицер")
    actions.accept(english[0], by="desk", reason="seen: “Тест”\u2028line")
    actions.edit(english[1], {"from": "KAZ", "to": "EST", "date": "2000-04"}, by="desk")
    actions.reject(russian[0], by="desk")
    actions.reject(english[2], by="desk")
    actions.undo(english[2], by="other")


def everything() -> tuple[object, ...]:
    from comity.register import queries

    documents = [queries.document(one.id) for one in queries.documents()]
    return (
        queries.records(),
        queries.entities(),
        queries.findings(),
        documents,
        [queries.original(one.id) for one in queries.documents()],
        [queries.history(held.claim.id) for one in documents if one for held in one.claims],
        queries.dyads(),
        queries.counts(),
    )


def test_export_and_import_round_trip_exactly(held: str, other: Path) -> None:
    from comity.register import exchange

    lines = list(exchange.export())
    before = everything()
    assert all("\n" not in line and json.loads(line) for line in lines)
    store.open_register(other)
    assert exchange.load(lines) == 3
    assert everything() == before
    assert list(exchange.export()) == lines


def test_another_sort_of_database_gives_the_same_export(register: str, tmp_path: Path) -> None:
    """From a file to each sort of database, and from there to a file again."""
    from comity.register import actions, exchange

    store.open_register(tmp_path / "first.db")
    fill()
    doc, data = samples.document("large.txt", "Turnover was told in roubles.")
    figures = {"reporter": "KAZ", "partner": "ISR", "flow": "turnover", "currency": "RUB"}
    large = samples.claim(doc, "trade", "Turnover", **figures, value=1.5e16, period="1994")
    small = samples.claim(doc, "trade", "roubles", **figures, value=0.00001, period="1995")
    actions.add_document(doc, data, [large, small])
    lines = list(exchange.export())
    before = everything()
    for target in (register, tmp_path / "back.db"):
        store.open_register(target)
        assert exchange.load(lines) == 4
        assert everything() == before
        lines, given = list(exchange.export()), lines
        assert lines == given


def test_what_was_imported_can_be_worked_with(held: str, other: Path) -> None:
    from comity.register import actions, exchange, queries

    lines = list(exchange.export())
    store.open_register(other)
    exchange.load(lines)
    edited = next(one for one in queries.claims(dyad=("KAZ", "EST")))
    assert actions.undo(edited.id, by="later").decision == ""
    assert queries.claims(dyad=("KAZ", "EST")) == ()


def first(lines: list[str], kind: str) -> int:
    """The number of the first line of a kind; of the head where none is named."""
    return next(number for number, line in enumerate(lines) if json.loads(line).get("line", "") == kind)


def change(where: str, /, **values: object) -> Callable[[list[str]], list[str]]:
    def changed(lines: list[str]) -> list[str]:
        number = first(lines, where)
        line = {**json.loads(lines[number]), **values}
        return [*lines[:number], json.dumps(line), *lines[number + 1 :]]

    return changed


BROKEN: list[tuple[str, Callable[[list[str]], list[str]], str]] = [
    ("empty", lambda lines: [], "not whole: 0 of 0"),
    ("cut", lambda lines: lines[: len(lines) // 2], "not whole"),
    ("half a line", lambda lines: [*lines[:2], lines[2][:40]], "line 3 is none of an export"),
    ("no head", lambda lines: lines[1:], "does not begin as one"),
    ("a list", lambda lines: ["[]", *lines[1:]], "does not begin as one"),
    ("newer", change("", **{"comity-register": 99}), "form 99"),
    ("other bytes", change("document", original="QUJD"), "not those of its hash"),
    ("no base64", change("document", original="?"), "line 2"),
    ("a bad date", change("document", date="soon"), "line 2"),
    ("words elsewhere", change("claim", evidence=[[0, 10**6]]), "points at no words"),
    ("unknown slot", change("claim", slots={"colour": "red"}), "unknown field `colour`"),
    ("unknown kind", change("claim", kind="party"), "party"),
    ("an unreadable decision", change("decision", slots={"colour": "red"}), "unknown field `colour`"),
    ("twice", lambda lines: [*lines[:3], *lines[2:]], "is none of an export"),
    ("out of place", lambda lines: [lines[0], *lines[first(lines, "claim") :]], "a claim out of place"),
    ("something else", change("document", line="recipe"), "a recipe out of place"),
]


@pytest.mark.parametrize(("make", "said"), [one[1:] for one in BROKEN], ids=[one[0] for one in BROKEN])
def test_what_is_no_export_changes_nothing(filled: Path, other: Path, make, said: str) -> None:
    from comity.register import exchange, queries

    lines = make(list(exchange.export()))
    store.open_register(other)
    with pytest.raises(RegisterError) as caught:
        exchange.load(lines)
    assert said in str(caught.value), str(caught.value)
    assert queries.counts().documents == 0


def test_import_is_for_new_registers(held: str) -> None:
    from comity.register import exchange

    with pytest.raises(RegisterError, match="holds documents already"):
        exchange.load(list(exchange.export()))


def test_export_is_of_one_moment_and_keeps_no_writer_waiting(held: str) -> None:
    from comity.register import actions, exchange, queries

    before = list(exchange.export())
    lines = exchange.export()
    got = [next(lines), next(lines)]
    failed: list[Exception] = []

    def write() -> None:
        try:
            doc, data = samples.document("late.txt", "Late.")
            actions.add_document(doc, data, [])
        except Exception as error:  # noqa: BLE001 - told to the test, whatever it is
            failed.append(error)
        finally:
            store.close()

    writer = threading.Thread(target=write)
    writer.start()
    writer.join(timeout=15)
    assert not writer.is_alive() and not failed
    assert [*got, *lines] == before
    assert queries.counts().documents == 4


def test_a_copy_is_a_register(filled: Path, tmp_path: Path) -> None:
    before = everything()
    target = tmp_path / "copy.db"
    assert store.backup(target, filled) == target.stat().st_size
    store.open_register(target, must_exist=True)
    assert everything() == before
    assert [one.name for one in tmp_path.iterdir() if "part" in one.name] == []


def test_a_copy_is_made_while_another_writes(filled: Path, tmp_path: Path) -> None:
    """A transaction that is open, with rows written and not committed: they are not in the copy."""
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE register_document SET title = 'half done'")
        store.backup(tmp_path / "copy.db", filled)
        other.execute("COMMIT")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        titles = copy.execute("SELECT DISTINCT title FROM register_document").fetchall()
    assert titles == [("",)]


def test_what_cannot_be_copied(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("mine")
    with pytest.raises(RegisterError, match="is there already"):
        store.backup(tmp_path / "there.db", filled)
    assert (tmp_path / "there.db").read_text() == "mine"
    with pytest.raises(RegisterError, match="cannot be written"):
        store.backup(tmp_path / "no" / "copy.db", filled)
    with pytest.raises(RegisterError, match="there is no register"):
        store.backup(tmp_path / "copy.db", tmp_path / "none.db")
    with pytest.raises(RegisterError, match="pg_dump"):
        store.backup(tmp_path / "copy.db", "postgres://officer@localhost/relations")


# --- the doctor ---------------------------------------------------------------------------------------------


def test_a_register_that_is_whole(held: str) -> None:
    from comity.register import doctor

    assert list(doctor.examine()) == []


OTHER_BYTES = (
    "UPDATE register_document SET original = (SELECT original FROM register_document WHERE id = 'odd') "
    "WHERE id = 'page'"
)
DAMAGE = [
    (
        OTHER_BYTES,
        "are not those that were added",
        False,
    ),
    ("UPDATE register_document SET text = 'short' WHERE id = 'page'", "points at no words of page", False),
    ("UPDATE register_document SET unread = '[[0, 99999]]' WHERE id = 'page'", "beyond its text", False),
    ("UPDATE register_document SET date = 'soon' WHERE id = 'page'", "document page cannot be read", False),
    (
        "UPDATE register_claim SET slots = '{\"date\": \"soon\"}' WHERE kind = 'visit'",
        "cannot be read",
        False,
    ),
    ("UPDATE register_claim SET decision = 'accepted' WHERE decision = ''", "last decision", False),
    ("DELETE FROM register_decision", "last decision", False),
    ("DELETE FROM register_record_claims", "is in no record", True),
    ("UPDATE register_record SET data = '{}' WHERE kind = 'relations'", "2 records of ISR – KAZ", True),
    ("UPDATE register_entity SET data = '{}'", "entities of", True),
    ("DELETE FROM register_finding WHERE document_id IS NULL", "findings of", True),
]


@pytest.mark.parametrize(("sql", "said", "cured"), DAMAGE, ids=[one[1] for one in DAMAGE])
def test_damage_is_found_and_cured_where_it_can_be(held: str, sql: str, said: str, cured: bool) -> None:
    from django.db import connection

    from comity.register import doctor

    with connection.cursor() as cursor:
        cursor.execute(sql)
    problems = list(doctor.examine())
    assert any(said in one.what for one in problems), problems
    assert all(one.derived for one in problems) is cured
    if cured:
        doctor.repair()
        assert list(doctor.examine()) == []


def test_a_row_that_points_at_nothing(filled: Path) -> None:
    from comity.register import doctor

    store.close()
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM register_dyad WHERE key = 'ISR|KAZ'")
    assert any("points at nothing in register_dyad" in one.what for one in doctor.examine(deep=False))
