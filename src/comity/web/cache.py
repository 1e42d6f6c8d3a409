"""Pages that take work, kept until the register changes, and no more of them than memory is meant for."""

from __future__ import annotations

import functools
import io
import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db import connection

from comity.register import transactions

_MOST = 256
"""Answers on a shelf at most."""
_HEAVIEST = 10_000_000
"""What the answers of a shelf may weigh together. In memory things take some five times their weight."""
_UNWEIGHED = 500_000
"""What something is taken to weigh that cannot be weighed."""
Stamp = tuple[str, str]
Value = TypeVar("Value")


def stamp() -> Stamp:
    """What changes whenever the register does: one quick question, which is not about claims."""
    return (str(connection.settings_dict["NAME"]), transactions.revision().mark)


def kept(key: Hashable, make: Callable[[], Value], shelf: str = "pages") -> Value:
    """What was made for a key since the register last changed; made now where nothing was.

    What is many and cheap stands on a shelf of its own, so that it does not push out what is dear.
    """
    now, place = stamp(), _shelf(shelf)
    found = place.find(key, now)
    if found is not None:
        return found[0]
    made = make()
    place.put(key, now, made)
    return made


@functools.cache
def _shelf(_name: str) -> _Shelf:
    return _Shelf()


class _Shelf:
    """Answers of one state of a register, those used last at the end; the others are taken off when it is full."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stamp: Stamp = ("", "")
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._weight = 0

    def find(self, key: Hashable, now: Stamp) -> tuple[Any, int] | None:
        """What is held for a key, with its weight."""
        with self._lock:
            if now != self._stamp:
                # Of an earlier state nobody will ask.
                self._held.clear()
                self._stamp, self._weight = now, 0
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Hashable, made_for: Stamp, made: Any) -> None:
        """Hold an answer, unless the register has changed since it was begun. The last one is held however heavy."""
        weight = _weight(made)
        with self._lock:
            if made_for != self._stamp:
                return
            self._take_off(key)
            self._held[key] = (made, weight)
            self._weight += weight
            while len(self._held) > 1 and (len(self._held) > _MOST or self._weight > _HEAVIEST):
                self._take_off(next(iter(self._held)))

    def _take_off(self, key: Hashable) -> None:
        _, weight = self._held.pop(key, (None, 0))
        self._weight -= weight


def _weight(made: Any) -> int:
    """How much something is, by the length of what it would be written as."""
    scale = _Scale()
    try:
        pickle.Pickler(scale, pickle.HIGHEST_PROTOCOL).dump(made)
    except (pickle.PicklingError, AttributeError, TypeError, RecursionError):
        return max(scale.length, _UNWEIGHED)
    return scale.length


class _Scale(io.RawIOBase):
    """A file that remembers only how long it is."""

    def __init__(self) -> None:
        super().__init__()
        self.length = 0

    def write(self, data: Any, /) -> int:
        """Count."""
        size = len(data) if isinstance(data, bytes | bytearray) else memoryview(data).nbytes
        self.length += size
        return size
