"""What can be wrong with a register is said in one line with the remedy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from comity.register import settings, store
from comity.register.errors import RegisterError
from tests.register import samples


def filled(path: Path) -> Path:
    store.open_register(path)
    from comity.register import actions

    for number in range(20):
        doc, data = samples.document(f"d{number}.txt", f"{samples.EN} {number}")
        claims = [samples.claim(doc, "relations", "Relations were established", parties=["KAZ", "ISR"])]
        actions.add_document(doc, data, claims)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    return path


def missing(path: Path) -> None:
    """Leave it out."""


def text(path: Path) -> None:
    path.write_text("this is no database at all, only words")


def truncated(path: Path) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def scribbled(path: Path) -> None:
    data = bytearray(filled(path).read_bytes())
    for at in range(4096, len(data) - 200, 4096):
        data[at : at + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))


def newer(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE register_meta SET value = '999' WHERE key = 'schema'")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def folder(path: Path) -> None:
    path.mkdir()


BAD = [
    (missing, "there is no register at", "comity add"),
    (text, "not an SQLite database", "Restore it"),
    (truncated, "is damaged", "Restore it"),
    (scribbled, "is damaged", "Restore it"),
    (newer, "made by a newer Comity", "Install the newer version"),
    (foreign, "no Comity register", "Name another file"),
    (folder, "is a folder", "Name a file"),
]


@pytest.mark.parametrize(("make", "problem", "remedy"), BAD, ids=lambda value: getattr(value, "__name__", ""))
def test_bad_registers(tmp_path: Path, make, problem: str, remedy: str) -> None:
    path = tmp_path / "comity.db"
    make(path)
    with pytest.raises(RegisterError) as caught:
        store.open_register(path, must_exist=True)
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert "\n" not in str(caught.value)
    assert make is not missing or not path.exists(), "reading makes no file"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="there is no folder"):
        store.open_register(tmp_path / "nowhere" / "comity.db")


def test_a_folder_that_takes_no_file() -> None:
    with pytest.raises(RegisterError, match="cannot be"):
        store.open_register("/proc/comity.db")


def test_a_fresh_register_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "comity.db"
    store.open_register(path)
    store.open_register(path)
    from comity.register import models

    store.close()
    with closing(sqlite3.connect(path)) as connection:
        schema = connection.execute("SELECT value FROM register_meta WHERE key = 'schema'").fetchone()
        assert schema == (str(models.SCHEMA),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_connections_are_as_safe_as_promised(db: Path) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for pragma, value in (
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("busy_timeout", 20000),
        ):
            assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,), pragma


def test_migrations_are_complete(db: Path) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "register", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    ("url", "engine", "name"),
    [
        ("some/file.db", "sqlite3", "some/file.db"),
        ("sqlite:///some/file.db", "sqlite3", "some/file.db"),
        ("sqlite:////var/lib/file.db", "sqlite3", "/var/lib/file.db"),
        ("postgres://officer:p%40ss@db.example:5433/relations", "postgresql", "relations"),
    ],
)
def test_where_the_register_is(monkeypatch: pytest.MonkeyPatch, url: str, engine: str, name: str) -> None:
    monkeypatch.setenv(settings.VARIABLE, url)
    found = settings.database()
    assert found["ENGINE"].endswith(engine)
    assert found["NAME"].endswith(name)
    if engine == "postgresql":
        assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
            "officer",
            "p@ss",
            "db.example",
            "5433",
        )
    assert settings.database("named.db")["NAME"].endswith("named.db"), "what is named wins"


@pytest.mark.parametrize(
    "url",
    ["postgres://u:S3cret@host:abc/x", "postgres://u:S3#cret@host/x", "postgres://u:S3[cret@host/x",
     "postgres://u:S3cret/@host/x", "postgres://u:12/S3cret@host/x", "postgres://u:S3cret@host"],
)  # fmt: skip
def test_an_address_that_is_none_is_told_without_the_password(url: str) -> None:
    with pytest.raises(RegisterError, match="address of the database") as caught:
        settings.database(url)
    assert "%23" in caught.value.remedy and "S3" not in str(caught.value)


def test_messages_name_a_database_without_its_password() -> None:
    assert settings.shown("postgres://comity:S3cret@localhost:1/c") == "postgres://comity@localhost:1/c"
    with pytest.raises(RegisterError) as caught:
        store.open_register("postgres://comity:S3cret@localhost:1/c")
    assert "S3cret" not in str(caught.value) and "comity@localhost:1/c" in str(caught.value)


def test_an_unknown_sort_of_database() -> None:
    with pytest.raises(RegisterError, match="mysql:// is not a database"):
        settings.database("mysql://host/name")
