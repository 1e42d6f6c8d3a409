"""What users switch off, on and to another severity; baselines."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from comity.checking import RULES, baseline, check, sarif
from comity.checking.configuration import (
    Configuration,
    ConfigurationError,
    apply,
    codes,
    find,
    load,
    sidecar,
)
from tests.checking.test_check import CLAIMS, DOCUMENTS

FOUND = check(CLAIMS, documents=DOCUMENTS)
BY_ID = {document.id: document for document in DOCUMENTS}
NAMES = {document.id: f"pages/{document.name}" for document in DOCUMENTS}


def written(folder: Path, text: str, name: str = "comity.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_configuration(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
[check]
select = ["c1", "C501"]
ignore = ["C106"]
baseline = "known.json"
[check.severity]
C1 = "info"
C101 = "error"
[check.documents]
"archive/*.html" = ["C215", "0123456789abcdef"]
""",
    )
    found = load(path)
    assert found.select == ("C1", "C501")
    assert found.ignore == ("C106",)
    assert found.baseline == tmp_path / "known.json"
    assert found.severity_of("C101", "warning") == "error", "the longest beginning decides"
    assert found.severity_of("C102", "warning") == "info"
    assert found.severity_of("C202", "warning") == "warning"
    assert found.ignored_in("archive/old.html") == ("C215", "0123456789abcdef")
    assert found.ignored_in("other/old.html") == ()
    assert find([tmp_path / "none", tmp_path]) == path
    assert find([tmp_path / "none"]) is None
    assert load(written(tmp_path, "")) == Configuration()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check", "not TOML"),
        ("[chek]", "unknown table [chek]"),
        ("check = 3", "check is no table"),
        ("[check]\nselekt = []", "unknown key 'selekt'"),
        ('[check]\nselect = "C1"', "check.select is no list of codes"),
        ('[check]\nignore = ["X1"]', "no rule begins with 'X1'"),
        ('[check]\nignore = ["C199"]', "no rule begins with 'C199'"),
        ('[check]\nignore = [""]', "no rule begins with ''"),
        ("[check]\nbaseline = 3", "check.baseline is no path"),
        ('[check.severity]\nC1 = "grave"', "give one of error, warning, info"),
        ('[check.severity]\nD1 = "error"', "no rule begins with 'D1'"),
        ("[check]\nseverity = 1", "check.severity is no table"),
        ('[check.documents]\n"a" = ["Q"]', "check.documents: a: no rule begins with 'Q'"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_place(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ") and said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'[check]\nselect = ["\xe9"]')
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load(tmp_path / "latin.toml")


def test_a_file_beside_a_document(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "page.html") == ()
    written(tmp_path, 'ignore = ["c101", "0123456789abcdef"]', "page.html.comity.toml")
    assert sidecar(tmp_path / "page.html") == ("C101", "0123456789abcdef")
    written(tmp_path, "# comity: ignore C215, c4  # old\n# kept since 2019", "page.html.comity.toml")
    assert sidecar(tmp_path / "page.html") == ("C215", "C4")
    written(tmp_path, "# comity: ignore", "page.html.comity.toml")
    assert sidecar(tmp_path / "page.html") == ("C",)
    written(tmp_path, 'select = ["C1"]', "page.html.comity.toml")
    with pytest.raises(ConfigurationError, match="unknown key 'select'"):
        sidecar(tmp_path / "page.html")


def test_codes_are_checked() -> None:
    assert codes("--select", "", ["c1", "C50"]) == ("C1", "C50")
    with pytest.raises(ConfigurationError, match="--select: no rule begins with 'K'"):
        codes("--select", "", ["K"])
    with pytest.raises(ConfigurationError, match="no rule begins with '0123456789abcdef'"):
        codes("--ignore", "", ["0123456789abcdef"])


def test_selecting_and_severity() -> None:
    kept = apply(
        FOUND, Configuration(select=("C1", "C5"), ignore=("C10", "C11"), severity={"C5": "error"}), {}
    )
    assert {one.code for one in kept} == {one.code for one in FOUND if one.code.startswith("C5")}
    assert {one.severity for one in kept} == {"error"}
    assert [one.id for one in kept] == [one.id for one in FOUND if one.code.startswith("C5")], "in order"
    assert apply(FOUND, Configuration(), {}) == FOUND


def test_what_a_document_does_without() -> None:
    finding = next(one for one in FOUND if len({words.doc for words in one.evidence}) > 1)
    for doc in {words.doc for words in finding.evidence}:
        assert finding not in apply(FOUND, Configuration(), {doc: [finding.code]})
        left = apply(FOUND, Configuration(), {doc: [finding.id]})
        assert [one for one in FOUND if one not in left] == [finding], "one finding by its id"


def test_a_baseline_knows_old_findings_and_counts_them() -> None:
    text = baseline.dump(FOUND, BY_ID, NAMES)
    assert text == baseline.dump(list(reversed(FOUND)), BY_ID, NAMES), "order does not matter"
    raw = json.loads(text)
    assert sum(one["count"] for one in raw["findings"]) == len(FOUND)
    assert {"fingerprint", "code", "documents", "count"} == set(raw["findings"][0])


def test_a_baseline_tells_only_what_is_new(tmp_path: Path) -> None:
    path = written(tmp_path, baseline.dump(FOUND[3:], BY_ID, NAMES), "known.json")
    known = baseline.load(path)
    fresh, held, gone = baseline.split(FOUND, known, BY_ID, NAMES)
    assert (len(fresh), held, gone) == (3, len(FOUND) - 3, 0)
    fresh, held, gone = baseline.split(FOUND[10:], known, BY_ID, NAMES)
    assert (fresh, gone) == ([], 7)
    path.write_text(baseline.dump([], BY_ID, NAMES))
    assert len(baseline.split(FOUND, baseline.load(path), BY_ID, NAMES)[0]) == len(FOUND)


def test_a_finding_is_known_wherever_its_words_move_to() -> None:
    """A heading added above moves every offset; another word is another finding."""
    finding = FOUND[0]
    docs = {words.doc for words in finding.evidence}
    moved = {
        doc: msgspec.structs.replace(BY_ID[doc], text="A new heading\n\n" + BY_ID[doc].text) for doc in docs
    }
    later = msgspec.structs.replace(
        finding,
        id="f" * 16,
        evidence=tuple(
            msgspec.structs.replace(words, span=(words.span[0] + 15, words.span[1] + 15))
            for words in finding.evidence
        ),
    )
    assert baseline.fingerprint(later, moved, NAMES) == baseline.fingerprint(finding, BY_ID, NAMES)
    assert baseline.fingerprint(finding, moved, NAMES) != baseline.fingerprint(finding, BY_ID, NAMES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "no baseline of findings"),
        ("words", "no baseline of findings"),
        ('{"comity-baseline": 9, "findings": []}', "form 9"),
        ('{"comity-baseline": 1, "findings": [3]}', "no baseline of findings"),
    ],
)
def test_what_is_no_baseline(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        baseline.load(written(tmp_path, text, "known.json"))
    with pytest.raises(ConfigurationError, match="make one with --write-baseline"):
        baseline.load(tmp_path / "none.json")


# What every consumer of SARIF 2.1.0 needs (OASIS standard, sections 3.13 to 3.49), as JSON Schema.
_MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
_REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"],
    "properties": {
        name: {"type": "integer", "minimum": 1}
        for name in ("startLine", "startColumn", "endLine", "endColumn")
    }
    | {name: {"type": "integer", "minimum": 0} for name in ("charOffset", "charLength")},
}
_LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": _MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                },
                "region": _REGION,
            },
        },
    },
}
_RULE = {
    "type": "object",
    "required": ["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string", "pattern": "^C[1-5][0-9]{2}$"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": _MESSAGE,
    },
}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "language": {"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {"type": "array", "items": _RULE, "uniqueItems": True}
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": _MESSAGE,
                                "locations": {"type": "array", "maxItems": 1, "items": _LOCATION},
                                "relatedLocations": {"type": "array", "items": _LOCATION},
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_sarif_has_the_form_of_the_standard(lang: str) -> None:
    import jsonschema

    log = json.loads(json.dumps(sarif.log(FOUND, BY_ID, NAMES, lang, "1.2.3")))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    assert len(run["tool"]["driver"]["rules"]) == len(RULES)
    for finding, result in zip(FOUND, run["results"], strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] == {"error": "error", "warning": "warning", "info": "note"}[finding.severity]
        ids = [one["id"] for one in result.get("relatedLocations", ())]
        assert ids == list(range(1, len(finding.evidence)))
        region = result["locations"][0]["physicalLocation"]["region"]
        text = BY_ID[finding.evidence[0].doc].text
        start = region["charOffset"]
        assert text[start : start + region["charLength"]] == region["snippet"]["text"]
        assert text.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(
            region["snippet"]["text"].split("\n")[0]
        )


def test_sarif_gives_no_lines_where_the_file_has_none() -> None:
    """Lines of the text of a PDF are no lines of the PDF; a name with spaces is a URI nevertheless."""
    finding = FOUND[0]
    doc = finding.evidence[0].doc
    documents = {**BY_ID, doc: msgspec.structs.replace(BY_ID[doc], media_type="application/pdf")}
    log = sarif.log([finding], documents, {**NAMES, doc: "old pages/страница 1.pdf"})
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert "region" not in place
    assert place["artifactLocation"]["uri"].startswith("old%20pages/%D1%81")
