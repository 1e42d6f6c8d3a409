"""The switches of `comity check` and `comity rules`, run as a user runs them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.commands import run
from tests.test_cli import PAGE as FIGURES

PAGE = f"{FIGURES}\nMr. Mr. Lotem spoke of the two countries\ufffd friendship.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("add", "page.txt", cwd=folder).returncode == 0
    return folder


def found(home: Path, *args: str) -> list[dict[str, object]]:
    return json.loads(run("check", *args, "--format", "json", cwd=home).stdout)


def test_the_configuration_holds_for_documents_and_register(home: Path) -> None:
    everything = {str(one["code"]) for one in found(home, "page.txt")}
    assert "C101" in everything and len(everything) > 2
    other = sorted(everything - {"C101"})[0]
    path = home / "comity.toml"
    path.write_text(f'[check]\nignore = ["{other}"]\n[check.severity]\nC101 = "info"\n')
    try:
        for where in (["page.txt"], []):
            listed = found(home, *where)
            assert {one["code"] for one in listed} == everything - {other}
            assert [one["severity"] for one in listed if one["code"] == "C101"] == ["info"]
            assert {one["code"] for one in found(home, *where, "--select", f"C101,{other}")} == {"C101"}
        assert run("check", "--select", "C101", cwd=home).returncode == 0, "an error no more"
    finally:
        path.unlink()
    (home / "elsewhere.toml").write_text('[check]\nselect = ["C101"]\n')
    assert {one["code"] for one in found(home, "--config", "elsewhere.toml")} == {"C101"}


def test_a_file_beside_a_document_switches_off(home: Path) -> None:
    beside = home / "page.txt.comity.toml"
    (one,) = found(home, "page.txt", "--select", "C101")
    for code in ("C1", str(one["id"])):
        beside.write_text(f'ignore = ["{code}"]\n')
        try:
            assert found(home, "page.txt", "--select", "C101") == []
        finally:
            beside.unlink()


def test_a_baseline_leaves_what_is_new(home: Path) -> None:
    wrote = run("check", "page.txt", "--write-baseline", "known.json", cwd=home)
    assert (wrote.returncode, wrote.stdout) == (0, "")
    done = run("check", "page.txt", "--baseline", "known.json", cwd=home)
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 of it found no more" in done.stderr
    (home / "worse.txt").write_text(PAGE.replace("$900 million", "$950 million"), encoding="utf-8")
    worse = run("check", "worse.txt", "--baseline", "known.json", "--select", "C101", cwd=home)
    assert worse.returncode == 1 and "C101" in worse.stdout
    held = run("check", "--baseline", "known.json", cwd=home)
    assert (held.returncode, held.stdout) == (0, ""), "the register knows the same findings"


@pytest.mark.parametrize(("lang", "said"), [("en", "turnover"), ("ru", "оборот")])
def test_sarif_in_both_languages(home: Path, lang: str, said: str) -> None:
    done = run("check", "page.txt", "--format", "sarif", "--select", "C101", "--lang", lang, cwd=home)
    assert done.returncode == 1
    log = json.loads(done.stdout)
    (result,) = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert said in result["message"]["text"].lower()
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "page.txt"


@pytest.mark.parametrize(
    ("make", "args", "said"),
    [
        ("", ["check", "page.txt", "--select", "K9"], "--select: no rule begins with 'K9'; `comity rules`"),
        ("", ["check", "page.txt", "--config", "no.toml"], "no.toml: No such file"),
        ("", ["check", "page.txt", "--baseline", "no.json"], "no.json: No such file"),
        ("[chek]", ["check", "page.txt"], "comity.toml: unknown table [chek]"),
        ("[chek]", ["check"], "comity.toml: unknown table [chek]"),
    ],
)
def test_what_users_get_wrong(home: Path, make: str, args: list[str], said: str) -> None:
    path = home / "comity.toml"
    if make:
        path.write_text(make)
    try:
        done = run(*args, cwd=home)
    finally:
        path.unlink(missing_ok=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr and done.stderr.count("\n") == 1, done.stderr


def test_rules_by_chapter_and_as_json(tmp_path: Path) -> None:
    listed = run("rules", "c1", cwd=tmp_path).stdout
    assert set(re.findall(r"C\d\d\d", listed)) == set(re.findall(r"C1\d\d", listed)) != set()
    assert "ошибка" in run("rules", "--lang", "ru", cwd=tmp_path, COMITY_LANG="ru").stdout
    (one,) = json.loads(run("rules", "C101", "--format", "json", "--lang", "ru", cwd=tmp_path).stdout)
    assert one["code"] == "C101" and set(one) == {"code", "name", "severity", "title", "documentation"}


def test_lang_speaks_all_of_it(home: Path) -> None:
    done = run("check", "page.txt", "--select", "C101,C402", "--lang", "ru", cwd=home)
    assert "2 замечания: 1 ошибка, 1 предупреждение, 0 пробелов." in done.stderr
    assert (
        "2 findings: 1 error, 1 warning, 0 gaps."
        in run("check", "page.txt", "--select", "C101,C402", cwd=home).stderr
    )
    listed = run("rules", "C1", "--lang", "ru", cwd=home).stdout
    assert "Код" in listed and "ошибка" in listed and "Severity" not in listed


def test_many_places_are_cut_short_for_readers_only(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").write_text("Mali\ufffdSweden. " * 20, encoding="utf-8")
    said = run("check", "lost.txt", "--select", "C406", cwd=tmp_path).stdout
    assert said.count("lost.txt:") == 6 and "… 14 more of these places" in said
    (one,) = found(tmp_path, "lost.txt", "--select", "C406")
    assert len(one["evidence"]) == 20


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register in which one rule finds a gap in each of ten dossiers, and others an error and a warning."""
    folder = tmp_path_factory.mktemp("gaps")
    others = ("Kenya", "Peru", "Jordan", "Portugal", "Chile", "Mongolia", "Ghana", "Cuba", "Fiji", "Nepal")
    for place, one in enumerate(others):
        said = f"In {1990 + place} Norway and {one} signed an agreement on fisheries.\n"
        (folder / f"{one.lower()}.txt").write_text(said, encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("add", ".", cwd=folder).returncode == 0
    return folder


def test_the_register_is_told_with_what_weighs_most_first(gaps: Path) -> None:
    whole = found(gaps)
    weights = [("error", "warning", "info").index(str(one["severity"])) for one in whole]
    assert weights == sorted(weights) and weights[0] == 0
    number = Counter(one["code"] for one in whole)
    gap_codes = [str(one["code"]) for one in whole if one["severity"] == "info"]
    assert [number[code] for code in gap_codes] == sorted(number[code] for code in gap_codes)
    assert number["C505"] == 10
    said = run("check", cwd=gaps)
    assert len(re.findall(r": C505 ", said.stdout)) == 3
    assert "… 7 more gaps of C505: comity check --select C505" in said.stdout
    assert "C505 10" not in said.stderr, "so few need no list"
    assert "ещё пробелов по C505: 7" in run("check", "--lang", "ru", cwd=gaps).stdout
    # Who asks for the rule, or names documents, is told all, as a linter does: by lines.
    assert len(re.findall(r": C505 ", run("check", "--select", "C505", cwd=gaps).stdout)) == 10
    files = run("check", "page.txt", cwd=gaps).stdout
    places = [tuple(map(int, one)) for one in re.findall(r"^page\.txt:(\d+):(\d+):", files, re.MULTILINE)]
    assert len(places) > 2 and places == sorted(places)
