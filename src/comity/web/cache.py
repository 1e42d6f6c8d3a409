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
_KEPT: OrderedDict[Hashable, Any] = OrderedDict()
Value = TypeVar("Value")


def stamp() -> tuple[Any, ...]:
    """What changes whenever the register does: a few quick questions, none of them about claims."""
    documents = models.Document.objects.aggregate(Count("pk"), Max("added_at"), Max("reread_at"))
    acts = [
        tuple(kind.objects.aggregate(Max("pk"), Max("undone_at"), Count("undone_at")).values())
        for kind in (models.Decision, models.Judgement, models.Dismissal)
    ]
    return (str(connection.settings_dict["NAME"]), *documents.values(), *acts)


def kept(key: Hashable, make: Callable[[], Value]) -> Value:
    """What was made for a key since the register last changed; made now where nothing was."""
    whole = (key, stamp())
    with _LOCK:
        if whole in _KEPT:
            _KEPT.move_to_end(whole)
            return _KEPT[whole]
    made = make()
    with _LOCK:
        _KEPT[whole] = made
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)
    return made
