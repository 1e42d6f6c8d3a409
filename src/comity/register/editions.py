"""Which documents are versions of one page, and in what order they follow one another.

Two are where somebody said so, where both say that they stand at one address, and where they have one title or one
name of their file, are of one language, and share a good part of their sentences: a name alone makes no version.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from comity.model.edtf import Date
from comity.register import models
from comity.register.errors import RegisterError

_SHARED = 0.25
"""The part of the sentences of the shorter of two documents that the other has too, at least."""
_CROWD = 30
"""Documents of one name from which on the name tells nothing."""
_SENTENCE = re.compile(r"[^.!?…\n]+")
_SHORT = 25
"""Letters of a sentence that is too short to tell one text from another."""
_SOME = 500
"""Documents that are looked at in one statement."""
_COUNTED = re.compile(r"[\W\d_]+")
_UNTOLD = frozenset({"", "index", "default", "document", "pasted", "page", "home", "main", "text"})
"""Names of files, without figures, that tell nothing."""


@dataclass(frozen=True)
class Edition:
    """One version of a page: a document, its date as EDTF and when it was added."""

    doc: str
    name: str
    title: str
    date: str
    added_at: datetime.datetime

    @property
    def order(self) -> tuple[datetime.date, datetime.datetime, str]:
        """The older version first: by the date that a document tells of itself, else by when it was added."""
        told = Date.parse(self.date) if self.date else None
        first = (told.lower or told.upper) if told is not None else None
        return (first or self.added_at.date(), self.added_at, self.doc)


def editions() -> list[tuple[Edition, ...]]:
    """The pages of which more than one version is held, each with its versions, the oldest first."""
    columns = ("id", "name", "title", "date", "address", "language", "earlier", "added_at")
    rows = {row["id"]: row for row in models.Document.objects.order_by("id").values(*columns)}
    held = {
        doc: Edition(doc, row["name"], row["title"], row["date"], row["added_at"])
        for doc, row in rows.items()
    }
    groups = _Groups(rows)
    for doc, row in rows.items():
        if row["earlier"] in rows:
            groups.join(doc, row["earlier"])
    for docs in _sharing((doc, _place(row["address"])) for doc, row in rows.items()):
        for doc in docs[1:]:
            groups.join(docs[0], doc)
    candidates = [
        docs
        for key in (_title, _file)
        for docs in _sharing((doc, (row["language"], key(row))) for doc, row in rows.items() if key(row))
        if len(docs) <= _CROWD
    ]
    said = _sentences({doc for docs in candidates for doc in docs})
    for docs in candidates:
        for place, doc in enumerate(docs):
            for other in docs[:place]:
                if not groups.joined(doc, other) and _alike(said[doc], said[other]):
                    groups.join(doc, other)
    made = (
        tuple(sorted((held[doc] for doc in docs), key=lambda one: one.order)) for docs in groups.several()
    )
    return sorted(made, key=lambda one: (one[-1].title or one[-1].name, one[0].doc))


def tie(doc: str, earlier: str, by: str) -> None:
    """See `actions.newer_version`."""
    held = dict(models.Document.objects.order_by().values_list("id", "earlier"))
    for one in (doc, earlier):
        if one and one not in held:
            raise RegisterError(f"no document {one} is held", "`comity search in:document` finds them.")
    step = earlier
    while step:
        if step == doc:
            raise RegisterError(f"{doc} would be a version of itself", "Name another document.")
        step = held.get(step, "")
    models.Document.objects.filter(pk=doc).update(
        earlier=earlier, earlier_by=by if earlier else "", earlier_at=timezone.now() if earlier else None
    )


class _Groups:
    """Things that are put together two by two."""

    def __init__(self, things: Iterable[str]) -> None:
        self._head = {one: one for one in things}

    def _of(self, one: str) -> str:
        while self._head[one] != one:
            self._head[one] = self._head[self._head[one]]
            one = self._head[one]
        return one

    def join(self, one: str, other: str) -> None:
        self._head[self._of(other)] = self._of(one)

    def joined(self, one: str, other: str) -> bool:
        return self._of(one) == self._of(other)

    def several(self) -> list[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._head:
            found[self._of(one)].append(one)
        return [docs for docs in found.values() if len(docs) > 1]


def _sharing(pairs: Iterable[tuple[str, object]]) -> list[list[str]]:
    """Documents that have something in common; nothing (`""`) is not in common."""
    found: dict[object, list[str]] = defaultdict(list)
    for doc, key in pairs:
        if key:
            found[key].append(doc)
    return [docs for docs in found.values() if len(docs) > 1]


def _place(address: str) -> str:
    """An address without what differs at no place: protocol, "www", anchor, last stroke."""
    bare = re.sub(r"^https?://(www\.)?", "", address.partition("#")[0], flags=re.I)
    host, stroke, path = bare.partition("/")
    # A page that names its site's first page says nothing of itself.
    return f"{host.casefold()}{stroke}{path.rstrip('/')}" if path.strip("/") else ""


def _title(row: dict[str, str]) -> str:
    return _COUNTED.sub(" ", row["title"].casefold()).strip()


def _file(row: dict[str, str]) -> str:
    """The name of a file without its folder, ending and figures: `relations-2006.html` is `relations`."""
    stem = re.split(r"[/\\]", row["name"])[-1].rpartition(".")[0] or row["name"]
    plain = _COUNTED.sub(" ", stem.casefold()).strip()
    return "" if plain in _UNTOLD else plain


def _sentences(docs: set[str]) -> dict[str, frozenset[str]]:
    found = {}
    wanted = sorted(docs)
    for first in range(0, len(wanted), _SOME):
        rows = models.Document.objects.order_by().filter(pk__in=wanted[first : first + _SOME])
        for doc, text in rows.values_list("id", "text"):
            sentences = (" ".join(one.split()).casefold() for one in _SENTENCE.findall(text))
            found[doc] = frozenset(one for one in sentences if len(one) > _SHORT)
    return found


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _SHARED * least
