"""Where a corpus stands: a folder of parts, each whole or not there.

    corpus.json          the form of the tables and the rule set that read them
    part-000001/         documents.parquet, claims.parquet, unread.parquet, failures.parquet
    together/            records.parquet, entities.parquet, findings.parquet

A part is written beside its place and moved there in one step, so that a program stopped at any moment leaves
whole parts only. The same documents read by the same rules make the same bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from comity.corpus import columns
from comity.corpus.errors import CorpusError, library

if sys.platform != "win32":  # where nothing keeps two builders apart
    import fcntl

FORM = 1
"""The form of the tables; raised when a column changes its meaning."""
_ABOUT = "corpus.json"
_PART = "part-*"


class Store:
    """The folder of a corpus."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)

    @property
    def exists(self) -> bool:
        """Whether there is a corpus in the folder."""
        return (self.folder / _ABOUT).is_file()

    def parts(self) -> list[Path]:
        """The folders of the parts, in order."""
        return sorted(self.folder.glob(_PART))

    def about(self) -> dict[str, Any]:
        """What the corpus says of itself; `CorpusError` where there is none or it is of another form."""
        try:
            about = json.loads((self.folder / _ABOUT).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise CorpusError(
                f"{self.folder} is no corpus", "Make one with comity corpus read FOLDER -o CORPUS."
            ) from None
        except ValueError as error:
            raise CorpusError(f"{self.folder / _ABOUT} is damaged", "Make the corpus again.") from error
        if not isinstance(about, dict) or about.get("form") != FORM:
            raise CorpusError(f"{self.folder} is of another form of corpus", "Make the corpus again.")
        return about

    def start(self, reader: str) -> None:
        """Make the folder a corpus that a rule set reads, or go on with the one there.

        `CorpusError` where the folder holds something else, or what another rule set read.
        """
        if self.exists:
            if self.about().get("reader") != reader:
                raise CorpusError(
                    f"{self.folder} was read by other rules than those of now",
                    "Read all of it anew with --again, or name another folder.",
                )
            return
        if self.folder.is_dir() and any(self.folder.iterdir()):
            raise CorpusError(f"{self.folder} holds other files", "Name a new folder.")
        self.folder.mkdir(parents=True, exist_ok=True)
        self._replace(_ABOUT, json.dumps({"form": FORM, "reader": reader}) + "\n")

    def clear(self) -> None:
        """Take away all that was read; nothing where there is no corpus."""
        if self.exists:
            for part in [*self.parts(), self.folder / "together"]:
                shutil.rmtree(part, ignore_errors=True)
            (self.folder / _ABOUT).unlink()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else write to the corpus meanwhile; `CorpusError` where somebody does."""
        lock = self.folder.with_name(f".{self.folder.name}.lock")
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("w") as file:
            if sys.platform != "win32":
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    raise CorpusError(
                        f"{self.folder} is being written by another program", "Wait until it has ended."
                    ) from None
            try:
                yield
            finally:
                lock.unlink(missing_ok=True)

    def add(self, rows: Mapping[str, list[columns.Row]]) -> None:
        """One more part."""
        parts = self.parts()
        number = int(parts[-1].name.removeprefix("part-")) + 1 if parts else 1
        self._put(f"part-{number:06d}", rows)

    def put_together(self, rows: Mapping[str, list[columns.Row]]) -> None:
        """What was made of all parts, in place of what was there."""
        self._put("together", rows)

    def without_together(self) -> None:
        """Take away what was made of all parts, for it is no longer what they say."""
        shutil.rmtree(self.folder / "together", ignore_errors=True)

    def rows(self, table: str, names: Iterable[str] | None = None) -> Iterator[columns.Row]:
        """The rows of a table of the parts, in order; only the columns named."""
        parquet = library("pyarrow.parquet", "corpus")
        for part in self.parts():
            yield from parquet.read_table(
                part / f"{table}.parquet", columns=list(names) if names is not None else None
            ).to_pylist()

    def _put(self, name: str, rows: Mapping[str, list[columns.Row]]) -> None:
        pa, parquet = library("pyarrow", "corpus"), library("pyarrow.parquet", "corpus")
        making, place = self.folder / f".{name}", self.folder / name
        shutil.rmtree(making, ignore_errors=True)  # what a program stopped half-way left
        making.mkdir()
        for table, lines in rows.items():
            path = making / f"{table}.parquet"
            made = pa.Table.from_pylist(lines, schema=columns.schema(table))
            parquet.write_table(made, path, compression="zstd")
            _keep(path)
        if place.exists():
            shutil.rmtree(place)
        making.rename(place)
        _keep(self.folder)

    def _replace(self, name: str, text: str) -> None:
        making = self.folder / f".{name}"
        making.write_text(text, encoding="utf-8")
        _keep(making)
        making.replace(self.folder / name)


def _keep(path: Path) -> None:
    """Have the disk hold what was written, before something rests on it."""
    if os.name != "posix":
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
