"""Work on many things in several processes, of which one may end at any moment."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")


def in_order(
    work: Callable[[_Thing], _Result],
    things: Sequence[_Thing],
    jobs: int,
    ended: Callable[[_Thing], _Result],
) -> Iterator[_Result]:
    """What work makes of each thing, in their order, whatever the number of processes.

    No more is made ahead than the processes are busy with and one for each to go on with. A process that ends over its
    work (killed, out of memory, a fault of a library) costs only the thing that it worked at: the result is what
    `ended` makes of it.
    """
    left = deque(things)
    while left:
        lost = yield from _until_one_ends(work, left, min(jobs, len(left)))
        yield from _one_by_one(work, lost, ended)


def _until_one_ends(
    work: Callable[[_Thing], _Result], left: deque[_Thing], jobs: int
) -> Generator[_Result, None, list[_Thing]]:
    """What is made until a process ends. The things under way then are given back: nobody can say at which it ended."""
    under_way: deque[tuple[_Thing, Future[_Result]]] = deque()
    processes = _processes(jobs)
    try:
        while left or under_way:
            while left and len(under_way) < 2 * jobs:
                under_way.append((left[0], processes.submit(work, left[0])))
                left.popleft()
            made = under_way[0][1].result()
            under_way.popleft()
            yield made
        processes.shutdown()
    except BrokenExecutor:
        return [thing for thing, _ in under_way]
    finally:
        processes.shutdown(wait=False, cancel_futures=True)
    return []


def _one_by_one(
    work: Callable[[_Thing], _Result], things: Iterable[_Thing], ended: Callable[[_Thing], _Result]
) -> Iterator[_Result]:
    """What is made of each thing, alone in a process."""
    processes: ProcessPoolExecutor | None = None
    try:
        for thing in things:
            processes = processes or _processes(1)
            try:
                made = processes.submit(work, thing).result()
            except BrokenExecutor:
                processes = None
                made = ended(thing)
            yield made
    finally:
        if processes is not None:
            processes.shutdown()


def _processes(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes: a fork of a program with threads (a notebook, a server) may hang.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start)


def _start() -> None:
    # Ctrl-C ends the processes at once; the one that the user started tells of it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with_parent()


def end_with_parent() -> None:
    """Let this process end as soon as the one that started it does: what is killed cannot end those that it started."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
