"""Findings on stdout: as a linter tells them, as JSON, as SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from comity.cli import output
from comity.cli.words import say

if TYPE_CHECKING:
    from comity.model.document import Document
    from comity.model.record import Finding


@dataclass(frozen=True)
class Told:
    """Findings with the documents they speak of and the names of these, by id."""

    findings: Sequence[Finding]
    documents: Mapping[str, Document]
    names: Mapping[str, str]


_MOST = 6
"""Places of a finding that a reader of lines is shown; a program gets them all."""


def text(told: Told, lang: str) -> None:
    """`file:line:column: CODE message`, the words below: those of the first places."""
    from comity.checking import message
    from comity.checking.texts import shorten

    for finding in told.findings:
        for index, words in enumerate(finding.evidence[:_MOST]):
            document = told.documents[words.doc]
            line, column = document.position(words.span[0])
            said = shorten(document.text[words.span[0] : words.span[1]])
            where = f"{told.names[words.doc]}:{line}:{column}"
            if index == 0:
                click.echo(output.printable(f"{where}: {finding.code} {message(finding, lang)}"))
                click.echo(output.printable(f"    {said}"))
            else:
                click.echo(output.printable(f"    {where}: {said}"))
        if len(finding.evidence) > _MOST:
            click.echo(f"    … {say('check.more', count=len(finding.evidence) - _MOST)}")


def as_json(told: Told, lang: str) -> None:
    """A list of findings, each with its message and all its words."""
    from comity.checking import message
    from comity.checking.baseline import fingerprint

    found = []
    for finding in told.findings:
        evidence = []
        for words in finding.evidence:
            document = told.documents[words.doc]
            line, column = document.position(words.span[0])
            evidence.append(
                {
                    "file": told.names[words.doc],
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
                "fingerprint": fingerprint(finding, told.documents, told.names),
                "evidence": evidence,
            }
        )
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


def as_sarif(told: Told, lang: str) -> None:
    """A SARIF 2.1.0 log."""
    from comity import __version__
    from comity.checking import sarif

    log = sarif.log(told.findings, told.documents, told.names, lang, __version__)
    click.echo(json.dumps(log, ensure_ascii=False, indent=2))


WRITERS: dict[str, Callable[[Told, str], None]] = {"text": text, "json": as_json, "sarif": as_sarif}
"""The forms of `comity check` by name."""
