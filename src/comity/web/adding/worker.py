"""The worker: takes documents that wait, has them read, and adds them to the register."""

from __future__ import annotations

import os
import signal
import time
from types import FrameType

from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections

from comity.pipeline import Failure
from comity.register import actions, transactions
from comity.register.errors import RegisterError
from comity.web.adding import queue
from comity.web.adding.models import Upload
from comity.web.adding.reading import Reader

_PAUSE = 0.5
"""Seconds between looks at an empty queue."""


class _Ended(BaseException):
    """The worker was asked to end."""


def work(*, parent: int | None = None, once: bool = False) -> None:
    """Work until asked to end (SIGTERM, Ctrl-C), or the process `parent` is no more, or with `once` until nothing
    waits.
    """
    worker = queue.name()
    reader = Reader()
    signal.signal(signal.SIGTERM, _end)
    try:
        while parent is None or os.getppid() == parent:
            close_old_connections()
            upload = _next(worker)
            if upload is not None:
                done(upload, worker, reader)
            elif once:
                return
            else:
                time.sleep(_PAUSE)
    except (KeyboardInterrupt, _Ended):
        queue.give_back(worker)
    finally:
        reader.close()


def _end(_number: int, _frame: FrameType | None) -> None:
    raise _Ended


def _next(worker: str) -> Upload | None:
    try:
        return queue.take(worker)
    except DatabaseError:
        # The database may be away for a while, as when it is restarted: what waits waits on.
        time.sleep(_PAUSE)
        return None


def done(upload: Upload, worker: str, reader: Reader) -> None:
    """Read and add a document; where the register is busy or away, give it back to be tried again."""
    try:
        one(upload, worker, reader)
    except (OperationalError, InterfaceError):
        # Not the document's fault, so that the attempt does not count. What cannot be given back even so is tried
        # until it can.
        while not _given_back(worker):
            time.sleep(_PAUSE)


def _given_back(worker: str) -> bool:
    close_old_connections()
    try:
        queue.give_back(worker)
    except DatabaseError:
        return False
    return True


def renew(upload: Upload, worker: str) -> None:
    """Say that it is still read. Nothing is lost where it cannot be said now: another then reads it too."""
    try:
        with transactions.impatient():
            queue.renew(upload, worker)
    except DatabaseError:
        close_old_connections()


def one(upload: Upload, worker: str, reader: Reader) -> None:
    """Read and add a document."""
    name, data = upload.name, bytes(upload.data or b"")
    read = reader.read(lambda: renew(upload, worker), data, name, upload.title, upload.date, upload.language)
    if read is None:
        # The reader fell. The document is tried again, a few times: another may have been at fault.
        Upload.objects.filter(pk=upload.pk, worker=worker).update(state=Upload.WAITING)
    elif isinstance(read, Failure):
        queue.fail(upload, read.why)
    else:
        unread = [one.span for one in read.unread]
        try:
            added = actions.add_document(
                read.document, data, read.claims, unread, by=upload.job.by, earlier=upload.earlier
            )
        except RegisterError as error:
            queue.fail(upload, f"{name}: {error}")
            return
        queue.done(upload, added.doc, added.claims, new=added.new)
