"""Sources, reading, resolving and checking in one call, with no database.

Each part is imported when it is first needed: a program that imports `comity` pays for none of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from comity.model.claim import Claim, Span
from comity.model.document import Document
from comity.model.record import Entity, Evidence, Finding, Record

if TYPE_CHECKING:
    from comity.checking.holders import Holder

Source = str | os.PathLike[str] | bytes | Document
"""A path, the bytes of a document, or a document."""


class Unread(msgspec.Struct, frozen=True):
    """A sentence with a trigger that no frame could read."""

    doc: str
    span: Span
    triggers: tuple[str, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """One document with its claims, sorted by evidence, and what of it could not be read."""

    document: Document
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """A document that could not be read: its path and why, with the remedy, in one line."""

    path: str
    why: str


class Result(msgspec.Struct, frozen=True):
    """What came of documents: their claims, what they make together, and what is wrong with it."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    entities: tuple[Entity, ...]
    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()


def read_document(document: Document) -> Page:
    """A document to claims."""
    from comity.reading import read

    reading = read(document)
    claims = sorted(reading.claims, key=lambda claim: (claim.evidence, claim.kind, claim.id))
    unread = tuple(Unread(doc=document.id, span=one.span, triggers=one.triggers) for one in reading.unread)
    return Page(document=document, claims=tuple(claims), unread=unread)


def load(source: Source, name: str = "document.txt") -> Document:
    """A document from a path, from bytes (under a file name that tells their format) or as it is."""
    from comity import sources

    if isinstance(source, Document):
        return source
    if isinstance(source, bytes):
        return sources.from_bytes(source, name)
    return sources.load(Path(source))


def read_file(path: Path | str) -> Page | Failure:
    """A file to claims; what cannot be read is a `Failure`, so that the rest goes on."""
    return _guarded(path, lambda: read_document(load(path)))


def reread(document: Document) -> Page | Failure:
    """A document to claims again, from its text as it is: offsets into it stay true."""
    return _guarded(document.name, lambda: read_document(document))


def _guarded(path: Path | str, act: Callable[[], Page]) -> Page | Failure:
    from comity.knowledge import KnowledgeError
    from comity.sources import SourceError

    try:
        return act()
    except SourceError as error:
        return Failure(path=str(path), why=str(error))
    except (ImportError, KnowledgeError):
        raise  # Comity itself is not whole, which no document is to blame for
    except Exception as error:
        # A defect of ours on one document must not cost the user the others. It is told, never hidden:
        # `COMITY_DEBUG=1` lets it through with its traceback.
        if os.environ.get("COMITY_DEBUG", "0") != "0":
            raise
        return Failure(path=str(path), why=f"{path}: {_defect(error)}")


def _defect(error: BaseException) -> str:
    """A defect of the program in one line: what, where in the program, and what to do."""
    frame = None
    trace = error.__traceback__
    while trace is not None:
        frame, trace = trace, trace.tb_next
    where = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    said = " ".join(f"{type(error).__name__}{where}: {error}".split())[:200]
    return f"not read for a defect of Comity ({said}); report it with the document, COMITY_DEBUG=1 shows more"


def read_files(paths: Sequence[Path | str], jobs: int = 1) -> Iterator[Page | Failure]:
    """Files to claims, in the order of the paths, whatever the number of processes."""
    if jobs <= 1 or len(paths) < 2:
        yield from map(_read_file, paths)
        return
    from comity.processes import in_order

    yield from in_order(_read_file, paths, jobs, _ended)


def _ended(path: Path | str) -> Failure:
    return Failure(
        path=str(path),
        why=f"{path}: its reading was ended from outside or for want of memory; "
        "read it by itself with more memory, or save it as plain text",
    )


def sha256_of(path: Path | str) -> str | None:
    """The SHA-256 of a file's bytes; `None` where it cannot be read, which reading it will say better."""
    import hashlib

    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python look for cyclic garbage seldom: reading makes many small values that live as long as their
    sentence and next to no cycles, and looking for them takes a sixth of the time.
    """
    import gc

    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read_file(path: Path | str) -> Page | Failure:
    with collecting_seldom():
        return read_file(path)


def expand(paths: Iterable[Path | str]) -> list[Path]:
    """The documents that files and folders stand for, in the order given, each once."""
    from comity import sources

    return list(dict.fromkeys(found for path in paths for found in sources.find([path])))


def read_paths(
    paths: Iterable[Path | str],
    jobs: int = 1,
    *,
    seen: Callable[[Page | Failure], Any] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    holders: Iterable[Holder] = (),
) -> Result:
    """Files and folders to claims, entities, records and findings.

    `seen` is told of each document as it is done. `SourceError` for a path that is not there and for a folder
    without documents; a document that cannot be read is among the failures. `holders` is a table of office holders
    (`comity.checking.holders`), by which people named with an office are checked.
    """
    pages: list[Page] = []
    failures: list[Failure] = []
    for one in read_files(expand(paths), jobs):
        if seen is not None:
            seen(one)
        if isinstance(one, Page):
            pages.append(one)
        else:
            failures.append(one)
    return join(distinct(pages), failures, select=select, ignore=ignore, holders=holders)


def distinct(pages: Iterable[Page]) -> list[Page]:
    """Pages with the same bytes once, and ids that are distinct (two folders may hold files of one name)."""
    found: list[Page] = []
    hashes: set[str] = set()
    ids: set[str] = set()
    for page in pages:
        if page.document.sha256 in hashes:
            continue
        hashes.add(page.document.sha256)
        if page.document.id in ids:
            page = renamed(page, f"{page.document.id}-{page.document.sha256[:8]}")
        ids.add(page.document.id)
        found.append(page)
    return found


def renamed(page: Page, doc: str) -> Page:
    """A page whose document has another id; claims keep theirs, which are made of the document's bytes."""
    replace = msgspec.structs.replace
    return Page(
        document=replace(page.document, id=doc),
        claims=tuple(replace(claim, doc=doc) for claim in page.claims),
        unread=tuple(replace(one, doc=doc) for one in page.unread),
    )


def join(
    pages: Sequence[Page],
    failures: Sequence[Failure] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    holders: Iterable[Holder] = (),
) -> Result:
    """Resolve and check the claims of pages together."""
    from comity.checking import check
    from comity.resolving import resolve

    documents = tuple(page.document for page in pages)
    claims = tuple(claim for page in pages for claim in page.claims)
    resolution = resolve(claims)
    unread = tuple(one for page in pages for one in page.unread)
    findings = check(
        claims,
        resolution.records,
        resolution.entities,
        documents,
        select=select,
        ignore=ignore,
        holders=holders,
        unread=[Evidence(doc=one.doc, span=one.span) for one in unread],
    )
    return Result(
        documents=documents,
        claims=claims,
        unread=unread,
        entities=resolution.entities,
        records=resolution.records,
        findings=tuple(findings),
        failures=tuple(failures),
    )


def read(source: Source, name: str = "document.txt") -> Result:
    """One document to claims, entities, records and findings; `SourceError` where it cannot be read."""
    return join([read_document(load(source, name))])
