"""`comity compare`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import run

HEAD = (
    "The two states look back on long relations, which the harbour towns began. "
    "Diplomatic relations between Norway and Peru were established on 5 May 1961. "
)
OLD = (
    HEAD
    + "The Embassy of Norway in Lima was opened in May 1996. The President of Peru visited Norway in June 2004."
)
NEW = (
    HEAD
    + "The Embassy of Norway in Lima was opened in June 1996. Norway's Foreign Minister visited Peru in March 2007."
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name, text in (("relations-2006.txt", OLD), ("relations-2008.txt", NEW)):
        (tmp_path / name).write_text(f"Norway and Peru\n\n{text}\n", encoding="utf-8")
    return tmp_path


def test_two_files_without_a_register(home: Path) -> None:
    done = run("compare", "relations-2006.txt", "relations-2008.txt", cwd=home)
    assert done.returncode == 0, done.stderr
    marks = [line[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert sorted(marks) == ["+", "-", "~"]
    assert "May 1996 → June 1996" in done.stdout
    assert not (home / "comity.db").exists()


def test_a_document_and_the_version_before_it(home: Path) -> None:
    assert run("add", "relations-2006.txt", "relations-2008.txt", cwd=home).returncode == 0
    done = run("compare", "relations-2008", "--format", "jsonl", cwd=home)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["change"] for one in told} == {"added", "dropped", "changed", "same"}
    (changed,) = (one for one in told if one["change"] == "changed")
    assert changed["slots"] == ["date"] and changed["earlier"]["doc"] == "relations-2006"
    first = run("compare", "relations-2006", cwd=home, COMITY_LANG="ru")
    assert first.returncode == 2 and "relations-2006" in first.stderr
    assert run("compare", "relations-2006", "none", cwd=home).returncode == 2


def test_a_newer_version_is_said(home: Path) -> None:
    (home / "other.txt").write_text(
        "The gardeners came to see the roses, and left after a week of rain.", encoding="utf-8"
    )
    assert run("add", "relations-2006.txt", cwd=home).returncode == 0
    assert run("add", "other.txt", "--newer-version-of", "relations-2006", cwd=home).returncode == 0
    assert run("compare", "other", cwd=home).returncode == 0
    both = run("add", "relations-2008.txt", "other.txt", "--newer-version-of", "relations-2006", cwd=home)
    assert both.returncode == 2
    assert run("add", "relations-2008.txt", "--newer-version-of", "none", cwd=home).returncode == 2
