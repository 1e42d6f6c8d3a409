"""Who reads the documents: the processes of this machine, or a Ray cluster. Both give the same, in the same order."""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from comity import pipeline
from comity.corpus.errors import CorpusError, library
from comity.pipeline import Failure, Page


class Engine(Protocol):
    """What reads files."""

    def read(self, paths: Sequence[Path]) -> Iterator[Page | Failure]:
        """Files to claims, in the order of the paths; what cannot be read is a `Failure`."""
        ...


class Local:
    """This machine, with as many processes as are given."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs

    def read(self, paths: Sequence[Path]) -> Iterator[Page | Failure]:
        """Files to claims, in the order of the paths."""
        return pipeline.read_files(paths, self.jobs)


_TASK = 16
"""Documents of a task: enough that sending them costs little beside reading them."""


class OnRay:
    """A Ray cluster, from one of its machines (`auto`, or `host:port` of its head), or `local`: a Ray of this machine
    that ends with the work.

    Every machine of the cluster has the same version of Comity and sees the documents under the same paths, as on a
    shared disk.
    """

    def __init__(self, address: str = "local") -> None:
        self.address = address

    def read(self, paths: Sequence[Path]) -> Iterator[Page | Failure]:
        """Files to claims, in the order of the paths; `CorpusError` where the cluster cannot be reached."""
        # Ray tells its makers of its use unless it is told not to, and reads this when it is imported.
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        os.environ.setdefault("RAY_raylet_start_wait_time_s", "120")  # a busy machine takes its time
        ray = library("ray", "ray")
        # A Ray of this machine listens to nobody else.
        here = (
            {"include_dashboard": False, "_node_ip_address": "127.0.0.1"} if self.address == "local" else {}
        )
        if not _answers(self.address):
            raise self._unreachable()
        try:
            ray.init(address=self.address, log_to_driver=False, logging_level="error", **here)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise self._unreachable() from error
        try:
            yield from self._in_order(ray, [str(path) for path in paths])
        finally:
            ray.shutdown()

    def _unreachable(self) -> CorpusError:
        return CorpusError(
            f"no Ray cluster at {self.address}",
            "Check the address (ray status), or name none for a Ray of this machine.",
        )

    @staticmethod
    def _in_order(ray: Any, paths: Sequence[str]) -> Iterator[Page | Failure]:
        from comity.reading import RULES

        task = ray.remote(_read)
        # No more under way than the cluster works at, and one for each to go on with: what waits to be
        # taken holds its documents in memory.
        most = 2 * max(1, int(ray.cluster_resources().get("CPU", 1)))
        waiting: deque[Any] = deque()
        for start in range(0, len(paths), _TASK):
            if len(waiting) >= most:
                yield from ray.get(waiting.popleft())
            waiting.append(task.remote(paths[start : start + _TASK], RULES))
        while waiting:
            yield from ray.get(waiting.popleft())


def _answers(address: str) -> bool:
    """Whether somebody listens there: Ray itself tries for minutes, and then ends the program."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        return True  # `local`, `auto`
    try:
        with socket.create_connection((host, int(port)), timeout=5):
            return True
    except OSError:
        return False


def _read(paths: Sequence[str], rules: str) -> list[Page | Failure]:
    """The files of a task, on a machine of the cluster."""
    from comity.reading import RULES

    if rules != RULES:
        raise CorpusError(
            "a machine of the cluster reads by other rules",
            "Install the same version of Comity on all of them.",
        )
    return list(pipeline.read_files(paths))
