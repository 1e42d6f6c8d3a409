"""The worker: takes documents that wait, has them read, and adds them to the register."""

from __future__ import annotations

import os
import signal
import time
from types import FrameType

from django.db import DatabaseError, close_old_connections

from comity.pipeline import Failure
from comity.register import actions
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
                one(upload, worker, reader)
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


def one(upload: Upload, worker: str, reader: Reader) -> None:
    """Read and add a document."""
    name, data = upload.name, bytes(upload.data or b"")
    read = reader.read(
        lambda: queue.renew(upload, worker), data, name, upload.title, upload.date, upload.language
    )
    if read is None:
        # The reader fell. The document is tried again, a few times: another may have been at fault.
        Upload.objects.filter(pk=upload.pk, worker=worker).update(state=Upload.WAITING)
    elif isinstance(read, Failure):
        queue.fail(upload, read.why)
    else:
        unread = [one.span for one in read.unread]
        added = actions.add_document(
            read.document, data, read.claims, unread, by=upload.job.by, earlier=upload.earlier
        )
        queue.done(upload, added.doc, added.claims, new=added.new)
