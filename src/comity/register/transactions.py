"""Transactions on an open register: one writer after another, and readers who see one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

WRITER = 0x636F6D697479
"""The number of the lock that writers of a PostgreSQL register take in turn ("comity" in ASCII)."""


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that changes the register: all of it or nothing, one writer after another.

    What is derived from claims is made again from all claims of a dyad, so two writers must not do it at once,
    each without the other's claims. SQLite has one writer anyway.
    """
    from django.db import connection, transaction

    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER])
        yield


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
