"""Pages that take work, kept until the register changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Count, Max

from comity.register import models

_MOST = 256
_LOCK = threading.Lock()
_SHELVES: dict[str, OrderedDict[Hashable, Any]] = {}
Value = TypeVar("Value")


def stamp() -> tuple[Any, ...]:
    """What changes whenever the register does: a few quick questions, none of them about claims."""
    documents = models.Document.objects.aggregate(
        Count("pk"), Max("added_at"), Max("reread_at"), Max("earlier_at"), Count("earlier_at")
    )
    acts = [
        tuple(kind.objects.aggregate(Max("pk"), Max("undone_at"), Count("undone_at")).values())
        for kind in (models.Decision, models.Judgement, models.Dismissal)
    ]
    return (str(connection.settings_dict["NAME"]), *documents.values(), *acts)


def kept(key: Hashable, make: Callable[[], Value], shelf: str = "pages") -> Value:
    """What was made for a key since the register last changed; made now where nothing was.

    What is many and cheap stands on a shelf of its own, so that it does not push out what is dear.
    """
    whole = (key, stamp())
    with _LOCK:
        held = _SHELVES.setdefault(shelf, OrderedDict())
        if whole in held:
            held.move_to_end(whole)
            return held[whole]
    made = make()
    with _LOCK:
        held[whole] = made
        while len(held) > _MOST:
            held.popitem(last=False)
    return made
