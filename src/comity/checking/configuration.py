"""Which findings a user wants to see and how grave they are: `comity.toml` and the files beside documents.

`comity.toml` stands beside the register or in the working folder:

    [check]
    select = ["C1", "C2"]            # only these; codes or beginnings of codes
    ignore = ["C106"]                # not these
    baseline = "known.json"          # findings known already, beside this file

    [check.severity]
    C5 = "warning"                   # the longest beginning that fits decides

    [check.documents]
    "archive/*.html" = ["C215"]      # not these where a finding points into such a document

A document's own file is its name with `.comity.toml` behind (`page.html.comity.toml`) and holds one key,
`ignore`: codes, beginnings of codes, or ids of single findings.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, cast, get_args

import msgspec

from comity.checking.errors import ConfigurationError
from comity.checking.found import Severity
from comity.checking.registry import RULES, matches
from comity.model.record import Finding

NAME = "comity.toml"
SIDECAR = ".comity.toml"
_REMARK = re.compile(r"^[ \t]*#[ \t]*comity:[ \t]*ignore\b:?([^\n#]*)", re.MULTILINE)
"""A line as linters have them, `# comity: ignore C101, C5`; without a code all rules are meant."""

_ID = re.compile(r"[0-9a-f]{16}")
_KEYS = ("select", "ignore", "baseline", "severity", "documents")


@dataclass(frozen=True)
class Configuration:
    """What `comity.toml` says of checking; empty where there is none.

    `severity` and `documents` keep the order of the file. `baseline` is a path that can be opened as it is.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    baseline: Path | None = None

    def severity_of(self, code: str, default: Severity) -> Severity:
        """A rule's severity: what the longest beginning of its code says, else its own."""
        fitting = [one for one in self.severity if matches(code, [one])]
        return self.severity[max(fitting, key=len)] if fitting else default

    def ignored_in(self, name: str) -> tuple[str, ...]:
        """What is not wanted of the document of a name or path."""
        base = name.rpartition("/")[2]
        return tuple(
            code
            for pattern, codes in self.documents.items()
            if fnmatchcase(name, pattern) or fnmatchcase(base, pattern)
            for code in codes
        )


def load(path: Path | str) -> Configuration:
    """The configuration of a file; `ConfigurationError` where it cannot be used as it is written."""
    path = Path(path)
    raw = _toml(path)
    table = raw.pop("check", {})
    if raw:
        raise ConfigurationError(path, f"unknown table [{next(iter(raw))}]", "the one there is is [check]")
    if not isinstance(table, dict):
        raise ConfigurationError(path, "check is no table", "write [check] on a line of its own")
    _only(path, "check", table, _KEYS)
    severity = _table(path, table, "severity")
    for code, word in severity.items():
        codes(path, "check.severity", [code])
        if word not in get_args(Severity):
            raise ConfigurationError(
                path, f"check.severity: {code} is {word!r}", f"give one of {', '.join(get_args(Severity))}"
            )
    baseline = table.get("baseline")
    if not isinstance(baseline, str | None):
        raise ConfigurationError(path, "check.baseline is no path", 'write baseline = "known.json"')
    return Configuration(
        select=codes(path, "check.select", table.get("select", [])),
        ignore=codes(path, "check.ignore", table.get("ignore", [])),
        severity=cast(dict[str, Severity], severity),
        documents={
            pattern: codes(path, f"check.documents: {pattern}", listed, ids=True)
            for pattern, listed in _table(path, table, "documents").items()
        },
        baseline=None if baseline is None else path.parent / baseline,
    )


def find(folders: Iterable[Path | str]) -> Path | None:
    """The first `comity.toml` of some folders."""
    for folder in folders:
        path = Path(folder) / NAME
        if path.is_file():
            return path
    return None


def sidecar(document: Path | str) -> tuple[str, ...]:
    """What the file beside a document says is not wanted of it; nothing where there is none."""
    path = Path(f"{document}{SIDECAR}")
    if not path.is_file():
        return ()
    raw = _toml(path)
    _only(path, "the file", raw, ("ignore",))
    remarks = [
        one
        for line in _REMARK.findall(path.read_text(encoding="utf-8"))
        for one in re.split(r"[,\s]+", line.strip())
    ]
    return codes(path, "ignore", [*raw.get("ignore", []), *(one or "C" for one in remarks)], ids=True)


def apply(
    findings: Iterable[Finding], configuration: Configuration, ignored: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """The findings that are wanted, in their order, with the severity that is wanted.

    `ignored` has the codes and ids that documents (by id) do without. A finding about several documents goes
    when any of them does without it: a contradiction is no news where one side is known to be wrong.
    """
    kept = []
    for finding in findings:
        if configuration.select and not matches(finding.code, configuration.select):
            continue
        if matches(finding.code, configuration.ignore):
            continue
        unwanted = [one for words in finding.evidence for one in ignored.get(words.doc, ())]
        if finding.id in unwanted or matches(finding.code, unwanted):
            continue
        severity = configuration.severity_of(finding.code, finding.severity)
        kept.append(
            finding if severity == finding.severity else msgspec.structs.replace(finding, severity=severity)
        )
    return kept


def codes(path: Path | str, where: str, listed: Any, *, ids: bool = False) -> tuple[str, ...]:
    """Codes or beginnings of codes, in capitals; with `ids` also ids of findings.

    `ConfigurationError` for what no rule begins with: a misspelt code would else silence nothing, or
    everything.
    """
    if not isinstance(listed, list | tuple) or not all(isinstance(one, str) for one in listed):
        raise ConfigurationError(path, f"{where} is no list of codes", 'write ["C101", "C5"]')
    found = []
    for one in listed:
        if ids and _ID.fullmatch(one):
            found.append(one)
        elif one and any(rule.code.startswith(one.upper()) for rule in RULES):
            found.append(one.upper())
        else:
            place = f"{where}: " if where else ""
            raise ConfigurationError(path, f"{place}no rule begins with {one!r}", "`comity rules` lists them")
    return tuple(found)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(path, f"not TOML: {error}", "correct it there") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(path, "not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise ConfigurationError(
            path, error.strerror or "cannot be read", "name another or change its permissions"
        ) from error


def _only(path: Path, where: str, table: Mapping[str, object], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            raise ConfigurationError(path, f"{where}: unknown key {key!r}", f"known are {', '.join(known)}")


def _table(path: Path, table: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise ConfigurationError(
            path, f"check.{key} is no table", f"write [check.{key}] on a line of its own"
        )
    return found
