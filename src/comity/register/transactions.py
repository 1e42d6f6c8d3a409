"""Transactions on an open register: one writer after another, and readers who see one moment."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

WRITER = 0x636F6D697479
"""The number of the lock that writers of a PostgreSQL register take in turn ("comity" in ASCII)."""
_REVISION = "revision"


@dataclass(frozen=True)
class Revision:
    """Which of its states a register is in: `mark` is another after every change, and `at` when the last one was.

    Of a register that nobody has changed since revisions are counted the mark is empty.
    """

    mark: str = ""
    at: datetime.datetime | None = None


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that changes the register: all of it or nothing, one writer after another.

    What is derived from claims is made again from all claims of a dyad, so two writers must not do it at once,
    each without the other's claims. SQLite has one writer anyway. Where anything was written the register's
    revision is another afterwards, from the same moment on as what was changed.
    """
    from django.db import connection, transaction

    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER])
        wrote = False

        def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            nonlocal wrote
            wrote = wrote or not sql.startswith("SELECT")
            return execute(sql, *rest)

        with connection.execute_wrapper(watch):
            yield
        if wrote:
            _revise()


def _revise() -> None:
    from django.utils import timezone

    from comity.register.models import Meta

    # A mark and no number: a register that is restored from a copy and changed anew is in no state that ever was.
    said = f"{secrets.token_hex(8)} {timezone.now().isoformat()}"
    Meta.objects.update_or_create(key=_REVISION, defaults={"value": said})


def revision() -> Revision:
    """The register's revision: one quick question, by which one sees whether anything at all has changed."""
    from comity.register.models import Meta

    row = Meta.objects.filter(pk=_REVISION).first()
    if row is None:
        return Revision()
    mark, _, at = row.value.partition(" ")
    return Revision(mark, datetime.datetime.fromisoformat(at))


@contextmanager
def snapshot() -> Iterator[None]:
    """All reads within see the register as it is at the first of them, and keep no writer waiting."""
    from django.db import connection, transaction

    if connection.vendor == "sqlite":
        # Not `atomic`: it would take the write lock (see settings).
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def impatient() -> Iterator[None]:
    """What is written within is written at once or refused (`OperationalError`): for what may as well be left out.

    SQLite would otherwise wait for another writer; PostgreSQL lets several write.
    """
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 100")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(usual)}")
