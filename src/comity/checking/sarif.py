"""Findings as SARIF 2.1.0, the form in which editors and code hosts take what a linter says.

Regions are given where lines of the text are lines of the file, which is so for plain text; for other formats
the words and the place in the source ("page 3") stand in the location's message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from comity.checking.baseline import fingerprint
from comity.checking.found import Severity
from comity.checking.messages import documentation, message, title
from comity.checking.registry import RULES, SECTIONS
from comity.checking.texts import shorten
from comity.model.document import Document
from comity.model.record import Evidence, Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def log(
    findings: Sequence[Finding],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
    lang: str = "en",
    version: str = "",
) -> dict[str, Any]:
    """A SARIF log of one run. `names` are the paths of documents (by id) as they were given."""
    place = {rule.code: index for index, rule in enumerate(RULES)}
    results = []
    for finding in findings:
        locations = [_location(one, documents[one.doc], names[one.doc]) for one in finding.evidence]
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": place[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": message(finding, lang)},
            "locations": locations[:1],
            "partialFingerprints": {"comity/v1": fingerprint(finding, documents, names)},
            "properties": {"id": finding.id, "dyad": list(finding.dyad)},
        }
        if locations[1:]:
            result["relatedLocations"] = [
                {"id": number, **one} for number, one in enumerate(locations[1:], start=1)
            ]
        results.append(result)
    driver = {"name": "Comity", "rules": [_rule(rule.code, rule.name, rule.severity, lang) for rule in RULES]}
    if version:
        driver["version"] = version
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": {"en": "en-US", "ru": "ru-RU"}[lang],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _rule(code: str, name: str, severity: Severity, lang: str) -> dict[str, Any]:
    said = documentation(code, lang)
    what, why, _, remedy, _ = (" ".join(said[section].split()) for section in SECTIONS)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": title(code, lang)},
        "fullDescription": {"text": f"{what} {why}"},
        "help": {"text": remedy},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _location(words: Evidence, document: Document, name: str) -> dict[str, Any]:
    start, end = words.span
    text = document.text[start:end]
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(name.replace("\\", "/"))}}
    said = shorten(text)
    if document.media_type == "text/plain":
        line, column = document.position(start)
        last_line, last_column = document.position(end)
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": last_line,
            "endColumn": last_column,
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": text},
        }
    else:
        anchor = document.anchor(start)
        said = f"{anchor.place}: {said}" if anchor is not None and anchor.place else said
    return {"physicalLocation": physical, "message": {"text": said}}
