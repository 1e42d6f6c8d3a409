"""Opening a register: is it there, is it whole, is it ours, and are its tables of today's form."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from comity.register import settings
from comity.register.errors import RegisterError, UnfitError
from comity.register.transactions import WRITER

if sys.platform != "win32":  # on Windows two that make the tables at once are not kept apart
    import fcntl

_HEADER = b"SQLite format 3\x00"
_CHECKED_WHOLE = 64 * 2**20
"""Largest file, in bytes, whose pages are all looked at when it is opened: some 0.1 s."""

_RESTORE = "Restore it from a copy, or move it away and add the documents again."


def open_register(
    db: str | os.PathLike[str] | None = None, *, must_exist: bool = False, **extra: object
) -> None:
    """Set Django up for a register and bring its tables up to date.

    `must_exist` is for commands that only read: they make no new file. `extra` are further Django settings.
    `RegisterError` for a register that is missing, damaged, of a newer version or not writable.
    """
    path = settings.sqlite_path(db)
    if path is not None:
        _inspect(path, must_exist)
    settings.configure(db, **extra)
    with guard(settings.shown(db)):
        if not _current():
            _migrate()


def close() -> None:
    """Close the connections of this thread; the register may then be moved or copied."""
    from django.db import connections

    connections.close_all()


def backup(path: str | os.PathLike[str], db: str | os.PathLike[str] | None = None) -> int:
    """Copy an SQLite register, also while others read and write it; the size of the copy in bytes.

    The copy is a register of one moment. It takes its name only when it is whole and checked. `RegisterError` for
    another database, for a file that is there already and for one that cannot be written.
    """
    source, target = settings.sqlite_path(db), Path(path)
    if source is None:
        raise RegisterError(
            "only an SQLite register is copied as a file", "Use pg_dump, or `comity export FILE`."
        )
    _inspect(source, must_exist=True)
    if target.exists():
        raise RegisterError(f"{target} is there already", "Name another file.")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(source, timeout=20)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new, pages=4096, sleep=0.01)
            new.execute("PRAGMA journal_mode=DELETE")
            said = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said != "ok":
                raise RegisterError(f"the copy of {source} is damaged ({said})", "Look with `comity doctor`.")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        _name(part, target)
    except FileExistsError as error:
        raise RegisterError(f"{target} is there already", "Name another file.") from error
    except (OSError, sqlite3.OperationalError) as error:
        raise RegisterError(
            f"{target} cannot be written ({error})", "Check its folder and the room on its disk."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def _name(part: Path, target: Path) -> None:
    """Give a finished file its name; `FileExistsError` where one has it meanwhile."""
    try:
        # A link, and not a rename, which would silently take the place of the other.
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        part.rename(target)


@contextmanager
def guard(name: str = "the register") -> Iterator[None]:
    """Turn what the database says into a `RegisterError` with a remedy."""
    from django.db import DatabaseError, DataError, OperationalError

    try:
        yield
    except OperationalError as error:
        said = str(error)
        if "readonly" in said:
            raise RegisterError(
                f"{name} cannot be written", "Change its permissions, or name another with --db."
            ) from error
        if "locked" in said:
            raise RegisterError(
                f"{name} is in use by another writer", "Try again when it is done."
            ) from error
        if "full" in said:
            raise RegisterError(
                f"the disk of {name} is full", "Make room; what was added before is safe."
            ) from error
        if "unable to open" in said:
            raise RegisterError(
                f"{name} cannot be opened", "Check that its folder exists and may be written to."
            ) from error
        raise RegisterError(
            f"{name}: the database says: {said.splitlines()[0]}", "Check --db and COMITY_DATABASE_URL."
        ) from error
    except DataError as error:
        raise UnfitError(
            f"{name} has no room for a value ({str(error).splitlines()[0]})", "Shorten it, or leave it out."
        ) from error
    except DatabaseError as error:
        said = str(error)
        if "malformed" in said or "not a database" in said:
            raise RegisterError(f"{name} is damaged ({said})", _RESTORE) from error
        if "connection option" in said:
            raise RegisterError(
                f"{name}: the database says: {said.splitlines()[0]}", "Check --db and COMITY_DATABASE_URL."
            ) from error
        raise


def _inspect(path: Path, must_exist: bool) -> None:
    """Look at an SQLite file before Django does; `RegisterError` where it cannot be a register of ours."""
    if path.is_dir():
        raise RegisterError(f"{path} is a folder, not a register", "Name a file with --db.")
    if not path.exists() or path.stat().st_size == 0:
        if must_exist:
            raise RegisterError(
                f"there is no register at {path}",
                "Make one with `comity add FILE...`, or name one with --db.",
            )
        if not path.absolute().parent.is_dir():
            raise RegisterError(
                f"there is no folder {path.absolute().parent}", "Make it, or name another file with --db."
            )
        if not os.access(path.absolute().parent, os.W_OK):
            raise RegisterError(
                f"the folder {path.absolute().parent} cannot be written to",
                "Name a file elsewhere with --db.",
            )
        return
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except PermissionError as error:
        raise RegisterError(
            f"{path} cannot be read", "Change its permissions, or name another with --db."
        ) from error
    if header != _HEADER:
        raise RegisterError(f"{path} is damaged or no register (it is not an SQLite database)", _RESTORE)
    try:
        with closing(sqlite3.connect(path, timeout=20)) as connection:
            if path.stat().st_size <= _CHECKED_WHOLE:
                said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
                if said != "ok":
                    raise RegisterError(f"{path} is damaged ({said.splitlines()[-1]})", _RESTORE)
            tables = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
            }
            if tables and "register_meta" not in tables and "django_migrations" not in tables:
                raise RegisterError(
                    f"{path} is a database, but no Comity register", "Name another file with --db."
                )
    except sqlite3.DatabaseError as error:
        raise RegisterError(f"{path} is damaged ({error})", _RESTORE) from error


def _current() -> bool:
    """Whether the tables have today's form; `RegisterError` where they are of a newer program's."""
    from django.db import connection

    from comity.register.models import SCHEMA, Meta

    if Meta._meta.db_table not in connection.introspection.table_names():
        return False
    row = Meta.objects.filter(pk="schema").first()
    number = int(row.value) if row is not None and row.value.isdigit() else 0
    if number > SCHEMA:
        raise RegisterError(
            f"the register was made by a newer Comity (schema {number}; this program knows up to {SCHEMA})",
            "Install the newer version: pip install --upgrade comity.",
        )
    tables = Meta.objects.filter(pk="tables").first()
    return number == SCHEMA and tables is not None and tables.value == _tables()


def _tables() -> str:
    """A mark of all the migrations that this program knows, of every app, by the names of their files."""
    from django.apps import apps

    known = [
        f"{app.label}/{file.stem}"
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    ]
    return hashlib.sha256(" ".join(sorted(known)).encode()).hexdigest()


def _migrate() -> None:
    """Make or change the tables.

    All of it is one transaction: of a migration alone Django may note that it was made only after its own, and
    killed between the two it would be made again, on tables that are there already.
    """
    from django.core.management import call_command
    from django.db import connection, transaction

    from comity.register.models import SCHEMA, Meta
    from comity.register.searching import index

    # SQLite changes tables only while it does not look at references, and in a transaction that cannot be set.
    with _alone(), connection.constraint_checks_disabled(), transaction.atomic():
        if not _current():  # somebody else may have done it meanwhile
            call_command("migrate", verbosity=0, interactive=False)
            index.fill()
            Meta.objects.update_or_create(key="schema", defaults={"value": str(SCHEMA)})
            Meta.objects.update_or_create(key="tables", defaults={"value": _tables()})


@contextmanager
def _alone() -> Iterator[None]:
    """No two processes change the tables at once, as when a server starts several."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [WRITER + 1])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [WRITER + 1])
        return
    path = Path(connection.settings_dict["NAME"])
    # A file of its own: closing the database's would let go of SQLite's own locks on it.
    lock = path.with_name(f".{path.name}.lock")
    try:
        file = lock.open("w")
    except OSError:  # a folder that may not be written to: nor can another make tables there
        yield
        return
    with file:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
