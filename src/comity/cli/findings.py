"""Findings on stdout: as a linter tells them, as JSON, as SARIF."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click

from comity.cli import output
from comity.cli.words import say

if TYPE_CHECKING:
    from comity.model.document import Document
    from comity.model.record import Finding


@dataclass(frozen=True)
class Told:
    """Findings with the documents they speak of and the names of these, by id.

    Where they are told in `brief`, a reader of lines is shown only the first of the many gaps that one rule found.
    """

    findings: Sequence[Finding]
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    brief: bool = False


SEVERITIES = ("error", "warning", "info")
_MOST = 6
"""Places of a finding that a reader of lines is shown; a program gets them all."""


_GAPS = 3
"""Gaps of one rule that are shown where it found more than twice as many."""


def by_weight(found: Iterable[Finding]) -> list[Finding]:
    """Findings with what weighs most first: errors, warnings, gaps; of each what a rule finds seldom first."""
    several = list(found)
    number = Counter(one.code for one in several)
    return sorted(
        several,
        key=lambda one: (
            SEVERITIES.index(one.severity), number[one.code], one.code, one.evidence[0].doc, one.evidence[0].span,
            one.id,
        ),
    )  # fmt: skip


def text(told: Told, lang: str) -> None:
    """`file:line:column: CODE message`, the words below: those of the first places."""
    number = Counter(one.code for one in told.findings if told.brief and one.severity == "info")
    many = {code: count for code, count in number.items() if count > 2 * _GAPS}
    for code, some in groupby(told.findings, key=lambda one: one.code):
        several = list(some)
        shown = several[:_GAPS] if code in many else several
        _text(Told(shown, told.documents, told.names), lang)
        if len(several) > len(shown):
            click.echo(f"… {say('check.more_of', count=len(several) - len(shown), code=code)}")


def _text(told: Told, lang: str) -> None:
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
