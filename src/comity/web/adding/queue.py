"""What waits to be read: handing over, taking, giving back, looking.

A worker takes a document by one statement, so that no two take the same; renews its mark while it reads; and
another takes over what has not been renewed for a while. To read a document twice does no harm: the register
holds the same bytes once.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import secrets
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from comity.web.adding.models import Job, Upload

GONE = datetime.timedelta(seconds=30)
"""After this time without a sign of it a worker is taken for gone; one of this machine whose process is no more, at
once.
"""
ATTEMPTS = 3
"""How often a document is tried that its readers fall over."""


@dataclass(frozen=True)
class Handed:
    """A document that is handed over; `earlier` is the id of one that it is a newer version of."""

    name: str
    data: bytes
    title: str = ""
    date: str = ""
    language: str = ""
    earlier: str = ""


def hand_over(documents: Iterable[Handed], by: str) -> Job:
    """Put documents into the queue, all of them or none."""
    with transaction.atomic():
        job = Job.objects.create(id=secrets.token_urlsafe(16), by=by)
        for one in documents:
            Upload.objects.create(
                job=job,
                name=one.name,
                size=len(one.data),
                sha256=hashlib.sha256(one.data).hexdigest(),
                data=one.data,
                title=one.title,
                date=one.date,
                language=one.language,
                earlier=one.earlier,
            )
    return job


def take(worker: str) -> Upload | None:
    """The next document for a worker; `None` where nothing waits."""
    while True:
        now = timezone.now()
        abandoned = Q(state=Upload.READING) & (Q(taken_at__lt=now - GONE) | Q(worker__in=_fallen()))
        free = Upload.objects.filter(Q(state=Upload.WAITING) | abandoned)
        wanted = free.order_by("id").values_list("id", flat=True).first()
        if wanted is None:
            return None
        taken = free.filter(pk=wanted).update(
            state=Upload.READING, worker=worker, taken_at=now, attempts=F("attempts") + 1
        )
        if not taken:
            continue  # another was faster
        upload = Upload.objects.select_related("job").get(pk=wanted)
        if upload.attempts <= ATTEMPTS:
            return upload
        fail(upload, f"{upload.name}: every attempt to read it ended the reader; save it in another form")


def name() -> str:
    """A name for a worker, by which another sees whether its process is still there."""
    return f"{_machine()}/{os.getpid()}/{secrets.token_hex(4)}"


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _fallen() -> list[str]:
    """The workers of this machine that took documents and are no more."""
    known = Upload.objects.filter(state=Upload.READING).values_list("worker", flat=True)
    mine = [worker for worker in known.order_by().distinct() if worker.startswith(f"{_machine()}/")]
    return [worker for worker in mine if not _runs(int(worker.split("/")[1]))]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, and there
        return True
    return True


def renew(upload: Upload, worker: str) -> bool:
    """Say that the worker still reads a document; false where another has taken it meanwhile."""
    mine = Upload.objects.filter(pk=upload.pk, worker=worker, state=Upload.READING)
    return bool(mine.update(taken_at=timezone.now()))


def give_back(worker: str) -> None:
    """Let others have at once what a worker that ends has not finished."""
    mine = Upload.objects.filter(worker=worker, state=Upload.READING)
    mine.update(state=Upload.WAITING, worker="", attempts=F("attempts") - 1)


def done(upload: Upload, doc: str, claims: int, *, new: bool) -> None:
    """The register holds a document; `new` where it did not before."""
    _end(upload, state=Upload.ADDED if new else Upload.HELD, doc=doc, claims=claims)


def fail(upload: Upload, problem: str) -> None:
    """A document cannot be read."""
    _end(upload, state=Upload.FAILED, problem=problem)


def _end(upload: Upload, **values: Any) -> None:
    # The bytes are in the register now, or of no use.
    Upload.objects.filter(pk=upload.pk).update(data=None, done_at=timezone.now(), **values)


def waiting() -> int:
    """How many documents wait or are read."""
    return Upload.objects.filter(state__in=(Upload.WAITING, Upload.READING)).count()
