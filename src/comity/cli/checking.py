"""`comity check` and `comity rules`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli import findings, opening, options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say, speak

if TYPE_CHECKING:
    from comity.checking.configuration import Configuration
    from comity.model.document import Document
    from comity.model.record import Finding


@click.command(help=say("check.help"), epilog=say("check.examples"))
@options.paths
@options.db
@click.option(
    "--format",
    "form",
    type=click.Choice(list(findings.WRITERS)),
    default="text",
    help=say("check.format.help"),
)
@click.option("--select", multiple=True, metavar="CODE", help=say("check.select.help"))
@click.option("--ignore", multiple=True, metavar="CODE", help=say("check.ignore.help"))
@click.option("--config", metavar="FILE", help=say("check.config.help"))
@click.option("--baseline", metavar="FILE", help=say("check.baseline.help"))
@click.option("--write-baseline", metavar="FILE", help=say("check.write_baseline.help"))
@click.option("--holders", metavar="FILE", help=say("check.holders.help"))
@options.as_of
@options.known_at
@options.lang
@options.jobs
def check(
    paths: tuple[str, ...],
    db: str | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
    baseline: str | None,
    write_baseline: str | None,
    holders: str | None,
    as_of: str | None,
    known_at: str | None,
    lang: str | None,
    jobs: int | None,
) -> None:
    """Findings, as a linter tells them."""
    speak(lang)
    wanted = _configuration(config, db, paths, select, ignore)
    if holders is not None and not paths:
        raise RefusedError(say("check.holders.register", path=holders))
    if paths:
        options.only_register(as_of, known_at)
        told, failed = _of_files(paths, wanted, jobs, holders)
    else:
        told, failed = _held(db, wanted, as_of, known_at), False
    if write_baseline is not None:
        from comity.checking.baseline import dump

        output.write(dump(told.findings, told.documents, told.names), write_baseline)
        output.tell(
            say(
                "check.baseline_written",
                findings=plural("findings", len(told.findings)),
                path=write_baseline,
            )
        )
        sys.exit(1 if failed else 0)
    known = baseline or wanted.baseline
    if known is not None:
        told = _new(told, known)
    findings.WRITERS[form](told, language())
    _summary(told, bool(paths))
    if failed or any(finding.severity == "error" for finding in told.findings):
        sys.exit(1)


def _configuration(
    config: str | None,
    db: str | None,
    paths: Sequence[str],
    select: Sequence[str],
    ignore: Sequence[str],
) -> Configuration:
    """What the configuration says, and the options: `--select` in its place, `--ignore` besides."""
    from comity.checking import configuration

    folders: list[Path] = []
    if not paths:
        from comity.register import settings

        held = settings.sqlite_path(db)
        folders = [] if held is None else [held.parent]
    found = config or configuration.find([*folders, Path()])
    loaded = configuration.load(found) if found else configuration.Configuration()
    return replace(
        loaded,
        select=configuration.codes("--select", "", _split(select)) or loaded.select,
        ignore=(*loaded.ignore, *configuration.codes("--ignore", "", _split(ignore))),
    )


def _split(given: Sequence[str]) -> list[str]:
    """Codes given one by one or with commas between."""
    return [code.strip() for some in given for code in some.split(",")]


def _of_files(
    paths: Sequence[str], wanted: Configuration, jobs: int | None, table: str | None
) -> tuple[findings.Told, bool]:
    """The findings of documents, and whether any could not be read."""
    from comity import pipeline
    from comity.checking import configuration
    from comity.checking.holders import load

    files = pipeline.expand(paths)
    # Before anything is read: what is wrong with a file beside a document is told at once.
    beside = {str(path): configuration.sidecar(path) for path in files}
    result = pipeline.read_paths(
        files,
        options.processes(jobs, len(files)),
        select=wanted.select,
        ignore=wanted.ignore,
        holders=load(table) if table is not None else (),
    )
    for failure in result.failures:
        output.unread(failure.why)
    names = {page.id: str(path) for page, path in _named(result.documents, files)}
    ignored = {doc: (*wanted.ignored_in(name), *beside.get(name, ())) for doc, name in names.items()}
    documents = {document.id: document for document in result.documents}
    kept = configuration.apply(result.findings, wanted, ignored)
    return findings.Told(kept, documents, names), bool(result.failures)


def _named(documents: Iterable[Document], files: Iterable[Path]) -> Iterable[tuple[Document, Path | str]]:
    """Documents with the paths they were read from."""
    by_name: dict[str, list[Path]] = {}
    for path in files:
        by_name.setdefault(path.name, []).append(path)
    for document in documents:
        paths = by_name.get(document.name, [])
        yield document, paths.pop(0) if paths else document.name


def _held(db: str | None, wanted: Configuration, as_of: str | None, known_at: str | None) -> findings.Told:
    """The findings of a register, now or at another moment."""
    from comity.checking import configuration
    from comity.register import store

    opening.register(db)
    from comity.register import moments, queries

    with store.guard():
        at = moments.moment(as_of, known_at)
        found: list[Finding] = list(moments.held(at).findings if at else queries.findings())
        documents = queries.full_documents(words.doc for finding in found for words in finding.evidence)
    names = {doc: document.name for doc, document in documents.items()}
    ignored = {doc: wanted.ignored_in(name) for doc, name in names.items()}
    kept = findings.by_weight(configuration.apply(found, wanted, ignored))
    # Who chooses rules wants to see what they find.
    return findings.Told(kept, documents, names, brief=not wanted.select)


def _new(told: findings.Told, path: str | Path) -> findings.Told:
    """The findings that a baseline does not know; what it does is told in a line."""
    from comity.checking import baseline

    fresh, known, gone = baseline.split(told.findings, baseline.load(path), told.documents, told.names)
    output.tell(say("check.baseline_known", known=plural("findings", known), gone=gone, path=path))
    return replace(told, findings=fresh)


_FEW = 20
"""Findings that need no list of how many are of each rule."""


def _summary(told: findings.Told, files: bool) -> None:
    if not told.findings:
        documents = plural("documents", len(told.documents)) if files else say("explain.register")
        output.tell(say("check.none", documents=documents))
        return
    by = Counter(finding.severity for finding in told.findings)
    codes = Counter(finding.code for finding in told.findings)
    if len(told.findings) > _FEW:
        output.tell(" · ".join(f"{code} {number}" for code, number in codes.most_common()))
    output.tell(
        say(
            "check.summary",
            findings=plural("findings", len(told.findings)),
            errors=plural("errors", by["error"]),
            warnings=plural("warnings", by["warning"]),
            infos=plural("gaps", by["info"]),
        )
    )


@click.command(help=say("rules.help"), epilog=say("rules.examples"))
@click.argument("code", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("check.format.help")
)
@options.lang
def rules(code: str | None, form: str, lang: str | None) -> None:
    """The catalogue of rules, those of a chapter, or one of them."""
    from comity.checking import RULES, explain, matches
    from comity.checking.messages import documentation, title

    speak(lang)
    tongue = language()
    chosen = [one for one in RULES if code is None or matches(one.code, [code])]
    if not chosen:
        raise RefusedError(say("rules.unknown", code=code))
    if form == "json":
        import json

        listed = [
            {
                "code": one.code,
                "name": one.name,
                "severity": one.severity,
                "title": title(one.code, tongue),
                "documentation": documentation(one.code, tongue),
            }
            for one in chosen
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif code is not None and chosen[0].code == code.upper():
        click.echo(explain(chosen[0].code, tongue))
    else:
        columns = [say("column.code"), say("column.severity"), say("column.title")]
        words = {one: say(f"severity.{one}") for one in ("error", "warning", "info")}
        rows = [(one.code, words[one.severity], title(one.code, tongue)) for one in chosen]
        output.table(columns, rows, stretch=2)
