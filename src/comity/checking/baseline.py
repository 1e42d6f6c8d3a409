"""A baseline: findings that are known already, so that only new ones are told.

A finding is known by its code, its documents and its words, not by where they stand: a line added above, or
another edition of the reading rules, does not make old findings new.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from comity.checking.errors import ConfigurationError
from comity.checking.texts import squash
from comity.model.document import Document
from comity.model.record import Finding

VERSION = 1


def fingerprint(finding: Finding, documents: Mapping[str, Document], names: Mapping[str, str]) -> str:
    """What a finding is known by: code, names of documents (without folders) and words. Sixteen hexadecimal
    digits.
    """
    words = sorted(
        f"{_base(names[one.doc])}\x1f{squash(documents[one.doc].text[one.span[0] : one.span[1]])}"
        for one in finding.evidence
    )
    return hashlib.sha256("\x1e".join([finding.code, *words]).encode()).hexdigest()[:16]


def dump(findings: Iterable[Finding], documents: Mapping[str, Document], names: Mapping[str, str]) -> str:
    """A baseline of findings as JSON: sorted, so that two of them can be compared line by line."""
    counted: Counter[str] = Counter()
    about: dict[str, dict[str, Any]] = {}
    for finding in findings:
        key = fingerprint(finding, documents, names)
        counted[key] += 1
        about[key] = {
            "code": finding.code,
            "documents": sorted({_base(names[one.doc]) for one in finding.evidence}),
        }
    listed = [
        {"fingerprint": key, **about[key], "count": counted[key]}
        for key in sorted(about, key=lambda key: (about[key]["code"], about[key]["documents"], key))
    ]
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in listed)
    body = f"[\n{lines}\n ]" if lines else "[]"
    return f'{{"comity-baseline": {VERSION},\n "findings": {body}}}\n'


def load(path: Path | str) -> Counter[str]:
    """The fingerprints of a baseline with how often each is known; `ConfigurationError` where it is none."""
    try:
        raw = json.loads(Path(path).read_text(encoding="utf-8"))
        if raw["comity-baseline"] != VERSION:
            raise ConfigurationError(
                path, f"a baseline of form {raw['comity-baseline']}", "write it anew with --write-baseline"
            )
        return Counter({str(one["fingerprint"]): int(one["count"]) for one in raw["findings"]})
    except OSError as error:
        raise ConfigurationError(
            path, error.strerror or "cannot be read", "make one with --write-baseline"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(path, "no baseline of findings", "make one with --write-baseline") from error


def split(
    findings: Sequence[Finding],
    known: Counter[str],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
) -> tuple[list[Finding], int, int]:
    """The findings that are not known, how many are, and how many of the baseline are found no more."""
    left = Counter(known)
    fresh = []
    for finding in findings:
        key = fingerprint(finding, documents, names)
        if left[key] > 0:
            left[key] -= 1
        else:
            fresh.append(finding)
    return fresh, len(findings) - len(fresh), sum(left.values())


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]
