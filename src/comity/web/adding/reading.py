"""Reading one document in a process of its own, within limits of time and memory.

A document can make a parser run for ever, take all memory or fall. What it costs then is this process, which is
started anew, and not the site or the worker.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from typing import Any

from comity.pipeline import Failure, Page
from comity.processes import end_with_parent
from comity.sources import LIMITS, Limits

_MB = 1_000_000

SECONDS = "COMITY_READING_SECONDS"
"""How long one document may be read; 600 where not given."""
MEMORY = "COMITY_READING_MB"
"""How much memory, in MB, the reading of one document may take; 4000 where not given."""
LARGEST = "COMITY_UPLOAD_MB"
"""How large one document may be, in MB; 50 where not given."""


def number(variable: str, otherwise: int) -> int:
    """A positive number of the environment; `RegisterError` for another value."""
    from comity.register.errors import RegisterError

    told = os.environ.get(variable, "").strip()
    if not told:
        return otherwise
    if not told.isdigit() or not int(told):
        raise RegisterError(f"{variable} is {told}, which is no number of one or more", "Give a number.")
    return int(told)


def largest() -> int:
    """How large one document that is handed over may be, in bytes."""
    return number(LARGEST, 50) * _MB


def limits() -> Limits:
    """The limits of documents that are handed over, never wider than those of the command line."""
    size = largest()
    return Limits(
        text=min(size, LIMITS.text),
        html=min(size, LIMITS.html),
        pdf=min(size, LIMITS.pdf),
        docx=min(size, LIMITS.docx),
        unpacked=min(4 * size, LIMITS.unpacked),
    )


def read(data: bytes, name: str, title: str = "", date: str = "", language: str = "") -> Page | Failure:
    """Bytes to claims; title, date and language that a person told come before those that are found."""
    import msgspec

    from comity import sources
    from comity.model.edtf import Date
    from comity.pipeline import read_document

    try:
        document = sources.from_bytes(data, name, limits())
        told: dict[str, Any] = {}
        if title:
            told["title"] = title
        if date:
            told["date"] = Date.parse(date)
        if language:
            told["language"] = language
        return read_document(msgspec.structs.replace(document, **told))
    except sources.SourceError as error:
        return Failure(path=name, why=str(error))


_GRACE = 5
"""Seconds after which a reader ends itself, where whoever waits for it has not ended it."""


class Reader:
    """A process that reads one document after the other."""

    def __init__(self) -> None:
        self.process: Any = None
        self.line: Any = None

    def read(self, alive: Callable[[], object], *document: Any, seconds: int = 0) -> Page | Failure | None:
        """A document to claims, from its bytes as `read` takes them or from a `Document` as it is held.

        `None` where the process fell over it. `alive` is called about every second; `seconds` is how long it may take.
        """
        if self.process is None or not self.process.is_alive():
            self._start()
        allowed = seconds or number(SECONDS, 600)
        end = time.monotonic() + allowed
        try:
            self.line.send((document, allowed))
            while time.monotonic() < end:
                if self.line.poll(min(1, max(0, end - time.monotonic()))):
                    return self.line.recv()
                alive()
        except (EOFError, OSError):
            self.close()
            return None
        self.close()
        name = _name(document)
        return Failure(path=name, why=f"{name}: takes too long to read; split it")

    def _start(self) -> None:
        # Fresh and not forked: connections to a database must not be shared.
        context = multiprocessing.get_context("spawn")
        self.line, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other,), daemon=True)
        self.process.start()
        other.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
            self.line.close()
            self.process = None


def _serve(line: Any) -> None:
    """Answer documents until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _limit()
    while True:
        try:
            document, seconds = line.recv()
        except EOFError:
            return
        _limit_time(seconds)
        try:
            answer: Page | Failure = _answer(document)
        except MemoryError:
            name = _name(document)
            answer = Failure(path=name, why=f"{name}: needs too much memory to read; split it")
        except Exception as error:  # noqa: BLE001 - one document's defect must not cost the others
            said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            name = _name(document)
            answer = Failure(path=name, why=f"{name}: not read for a defect of Comity ({said})")
        try:
            line.send(answer)
        except BrokenPipeError:
            return


def _answer(document: tuple[Any, ...]) -> Page | Failure:
    from comity import pipeline

    # One that is held is read from its text: offsets into it stay true.
    return read(*document) if len(document) > 1 else pipeline.reread(document[0])


def _name(document: tuple[Any, ...]) -> str:
    return str(document[1] if len(document) > 1 else document[0].name)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    most = number(MEMORY, 4000) * _MB
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Let the next document have no more of a processor than it may take, also when nobody is left to wait for it."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(used.ru_utime + used.ru_stime) + seconds + _GRACE
    resource.setrlimit(
        resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
    )
