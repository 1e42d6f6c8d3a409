"""`comity check` and `comity rules`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say

if TYPE_CHECKING:
    from comity.model.document import Document
    from comity.model.record import Finding


@click.command(help=say("check.help"), epilog=say("check.examples"))
@options.paths
@options.db
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("check.format.help")
)
@click.option("--select", multiple=True, metavar="CODE", help=say("check.select.help"))
@click.option("--ignore", multiple=True, metavar="CODE", help=say("check.ignore.help"))
@options.lang
@options.jobs
def check(
    paths: tuple[str, ...],
    db: str | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str | None,
    jobs: int | None,
) -> None:
    """Findings, as a linter tells them."""
    failed = False
    if paths:
        from comity import pipeline

        files = pipeline.expand(paths)
        result = pipeline.read_paths(files, options.processes(jobs, len(files)), select=select, ignore=ignore)
        for failure in result.failures:
            output.tell(f"comity: {failure.why}")
        failed = bool(result.failures)
        names = {page.id: str(path) for page, path in _named(result.documents, files)}
        documents = {document.id: document for document in result.documents}
        findings: Iterable[Finding] = result.findings
    else:
        findings, documents = _held(db, select, ignore)
        names = {doc: document.name for doc, document in documents.items()}
    found = list(findings)
    write = _json if form == "json" else _text
    write(found, documents, names, lang or language())
    if failed or any(finding.severity == "error" for finding in found):
        sys.exit(1)


def _named(documents: Iterable[Document], files: Iterable[object]) -> Iterable[tuple[Document, object]]:
    """Documents with the paths they were read from."""
    from pathlib import Path

    by_name: dict[str, list[Path]] = {}
    for path in files:
        by_name.setdefault(Path(str(path)).name, []).append(Path(str(path)))
    for document in documents:
        paths = by_name.get(document.name, [])
        yield document, paths.pop(0) if paths else document.name


def _held(
    db: str | None, select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[list[Finding], dict[str, Document]]:
    from comity.checking import matches
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.register import queries

    with store.guard():
        findings = [
            finding
            for finding in queries.findings()
            if (not select or matches(finding.code, select)) and not matches(finding.code, ignore)
        ]
        documents = queries.full_documents(words.doc for finding in findings for words in finding.evidence)
    findings.sort(key=lambda one: (one.evidence[0].doc, one.evidence[0].span, one.code, one.id))
    return findings, documents


def _text(
    findings: list[Finding], documents: Mapping[str, Document], names: Mapping[str, str], lang: str
) -> None:
    from comity.checking import message

    for finding in findings:
        for index, words in enumerate(finding.evidence):
            document = documents[words.doc]
            line, column = document.position(words.span[0])
            text = " ".join(document.text[words.span[0] : words.span[1]].split())
            where = f"{names[words.doc]}:{line}:{column}"
            if index == 0:
                click.echo(output.printable(f"{where}: {finding.code} {message(finding, lang)}"))
                click.echo(output.printable(f"    {text}"))
            else:
                click.echo(output.printable(f"    {where}: {text}"))
    if not findings:
        output.tell(
            say(
                "check.none",
                documents=plural("documents", len(documents)) if documents else say("explain.register"),
            )
        )
        return
    by = {
        severity: sum(one.severity == severity for one in findings)
        for severity in ("error", "warning", "info")
    }
    output.tell(
        say(
            "check.summary",
            findings=plural("findings", len(findings)),
            errors=by["error"],
            warnings=by["warning"],
            infos=by["info"],
        )
    )


def _json(
    findings: list[Finding], documents: Mapping[str, Document], names: Mapping[str, str], lang: str
) -> None:
    import json

    from comity.checking import message

    found = []
    for finding in findings:
        evidence = []
        for words in finding.evidence:
            document = documents[words.doc]
            line, column = document.position(words.span[0])
            evidence.append(
                {
                    "file": names[words.doc],
                    "line": line,
                    "column": column,
                    "span": list(words.span),
                    "words": document.text[words.span[0] : words.span[1]],
                    "claim": words.claim,
                }
            )
        found.append(
            {
                "id": finding.id,
                "code": finding.code,
                "severity": finding.severity,
                "dyad": list(finding.dyad),
                "message": message(finding, lang),
                "evidence": evidence,
            }
        )
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


@click.command(help=say("rules.help"), epilog=say("rules.examples"))
@click.argument("code", required=False)
@options.lang
def rules(code: str | None, lang: str | None) -> None:
    """The catalogue of rules, or one of them."""
    from comity.checking import RULES, explain
    from comity.checking.messages import title

    tongue = lang or language()
    if code is None:
        columns = [say("column.code"), say("column.severity"), say("column.title")]
        output.table(columns, [(one.code, one.severity, title(one.code, tongue)) for one in RULES], stretch=2)
        return
    if code.upper() not in {one.code for one in RULES}:
        raise RefusedError(say("rules.unknown", code=code))
    click.echo(explain(code.upper(), tongue))
