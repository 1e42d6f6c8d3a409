"""Documents to the tables of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity import pipeline
from comity.corpus import columns
from comity.corpus.engines import Engine, Local
from comity.corpus.store import Store
from comity.pipeline import Failure, Page

PART = 256
"""Documents of a part: what is lost at most when the program is stopped."""


@dataclass(frozen=True)
class Built:
    """What came of the documents: how many were read now, were there already, could not be read."""

    read: int
    held: int
    failures: tuple[Failure, ...]
    claims: int


def build(
    paths: Iterable[Path | str],
    folder: Path | str,
    engine: Engine | None = None,
    *,
    again: bool = False,
    seen: Callable[[Page | Failure | None], Any] | None = None,
    part: int = PART,
) -> Built:
    """Read files and folders into a corpus; those it holds already are passed over, by their bytes.

    Where it was stopped it goes on; what could not be read is tried once more. `again` reads all anew. `seen` is
    told of each document as it is done, of one already held as `None`. `SourceError` for a path that is not
    there, `CorpusError` where the folder is no corpus, is being written or was read by other rules.
    """
    from comity.reading import RULES

    files = pipeline.expand(paths)
    store = Store(folder)
    with store.alone():
        if again:
            store.clear()
        store.start(RULES)
        return _Building(store, part, seen).all_of(files, engine or Local())


class _Building:
    """One run: what the corpus holds, and the part that is being filled."""

    def __init__(self, store: Store, part: int, seen: Callable[[Page | Failure | None], Any] | None) -> None:
        self._store, self._most = store, part
        self._seen = seen or (lambda _: None)
        self._part: list[tuple[str, Page | Failure]] = []
        held = list(store.rows("documents", ("id", "sha256")))
        self._ids = {row["id"] for row in held}
        self._hashes = {row["sha256"] for row in held}

    def all_of(self, files: Sequence[Path], engine: Engine) -> Built:
        todo = [path for path in files if not self._holds(path)]
        read = claims = 0
        failures: list[Failure] = []
        for path, page in zip(todo, engine.read(todo), strict=True):
            self._seen(page)
            if isinstance(page, Failure):
                failures.append(page)
            elif page.document.sha256 in self._hashes:
                continue  # the same bytes under another name
            else:
                page = self._named(page)
                read += 1
                claims += len(page.claims)
            self._part.append((str(path), page))
            if len(self._part) >= self._most:
                self._write()
        self._write()
        return Built(read, len(files) - read - len(failures), tuple(failures), claims)

    def _holds(self, path: Path) -> bool:
        if not self._hashes or pipeline.sha256_of(path) not in self._hashes:
            return False
        self._seen(None)
        return True

    def _named(self, page: Page) -> Page:
        """A page under a name that no other document of the corpus has."""
        document = page.document
        self._hashes.add(document.sha256)
        if document.id in self._ids:
            page = pipeline.renamed(page, f"{document.id}-{document.sha256[:8]}")
        self._ids.add(page.document.id)
        return page

    def _write(self) -> None:
        if self._part:
            self._store.without_together()
            self._store.add(columns.rows_of(self._part))
            self._part.clear()
