"""`comity backup`, `doctor`, `export`, `import` and `explain` over a register, run as a user runs them."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands import COMITY, clean, run
from tests.test_cli import PAGE


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keeping")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    assert run("add", "page.txt", cwd=folder).returncode == 0
    return folder


def test_backup_export_import(home: Path) -> None:
    done = run("backup", "copy.db", cwd=home)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert run("backup", "copy.db", cwd=home).returncode == 2
    assert run("export", "all.jsonl", cwd=home).returncode == 0
    piped = run("export", cwd=home).stdout
    assert run("export", "-o", "named.jsonl", cwd=home).returncode == 0
    assert (home / "named.jsonl").read_text(encoding="utf-8") == piped
    assert (home / "all.jsonl").read_text(encoding="utf-8") == piped
    assert json.loads(piped.splitlines()[0]) == {"comity-register": 2, "documents": 1}
    assert "1 document imported" in run("import", "all.jsonl", "--db", "new.db", cwd=home).stderr
    assert run("export", "--db", "new.db", cwd=home).stdout == piped
    checked = [run("check", *more, cwd=home).stdout for more in ([], ["--db", "new.db"], ["--db", "copy.db"])]
    assert checked[0] and len(set(checked)) == 1
    again = run("import", "all.jsonl", "--db", "new.db", cwd=home)
    assert again.returncode == 2 and "holds documents already" in again.stderr
    gone = run("import", "gone.jsonl", "--db", "gone.db", cwd=home)
    assert gone.returncode == 2 and not (home / "gone.db").exists()


def test_doctor(home: Path) -> None:
    assert run("backup", "ill.db", cwd=home).returncode == 0
    well = run("doctor", "--db", "ill.db", cwd=home)
    assert (well.returncode, well.stdout) == (0, ""), well.stdout
    with closing(sqlite3.connect(home / "ill.db")) as connection, connection:
        connection.execute("DELETE FROM register_record_claims")
    ill = run("doctor", "--db", "ill.db", "--quick", cwd=home)
    assert ill.returncode == 1 and "is in no record" in ill.stdout and "--repair cures" in ill.stderr
    assert run("doctor", "--db", "ill.db", "--repair", cwd=home).returncode == 0
    russian = run("doctor", "--db", "ill.db", cwd=home, COMITY_LANG="ru")
    assert "Реестр цел" in russian.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_the_doctor_shows_how_far_it_is_where_somebody_looks_on(visits: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command, environment = [*COMITY, "doctor"], clean(TERM="xterm")
    with subprocess.Popen(
        command, cwd=visits, env=environment, stdout=subprocess.PIPE, stderr=theirs
    ) as done:
        os.close(theirs)
        said = b""
        # A terminal that nobody has open any more is told as an error of reading.
        with contextlib.suppress(OSError):
            while some := os.read(ours, 4096):
                said += some
        assert done.stdout is not None and done.stdout.read() == b""
    os.close(ours)
    told = said.decode()
    assert done.returncode == 0 and "examining" in told and re.search(r"10/10", told), told
    assert "The register is whole" in told
    assert "examining" not in run("doctor", cwd=visits).stderr


@pytest.mark.parametrize("command", ["backup", "doctor", "export", "import", "sheet"])
def test_help_has_examples(tmp_path: Path, command: str) -> None:
    assert "Examples:" in run(command, "--help", cwd=tmp_path).stdout


VISITS = {
    "a.txt": "Relations between Kazakhstan and Israel\n\nThe President of Kazakhstan Nursultan Nazarbayev paid an "
    "official visit to Israel on April 3-5, 2000.\n",
    "b.txt": "Отношения между Казахстаном и Израилем\n\nПрезидент Казахстана Н. Назарбаев посетил Израиль в "
    "апреле 2000 г.\n",
    "c.txt": "Relations between Kazakhstan and Israel\n\nDeputy Dariga Nazarbayeva of Kazakhstan visited Israel "
    "in May 2001. Mr. Mr. Lotem spoke of the two countries\ufffd friendship.\n",
}


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("visits")
    for name, text in VISITS.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run("add", *VISITS, cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize("where", [[], list(VISITS)], ids=["register", "documents"])
def test_explain_a_person_and_why_another_is_not_meant(visits: Path, where: list[str]) -> None:
    said = run("explain", "н. назарбаев", *where, cwd=visits).stdout
    assert "person: Nursultan Nazarbayev, Kazakhstan [KAZ]" in said
    assert "a.txt:3:" in said and "b.txt:3:" in said
    assert "one family name in two scripts" in said and "of 3.5 needed" in said
    assert "Not one with:    Dariga Nazarbayeva" in said and "differ (-5.0)" in said
    # As no document writes it: the family name alone, in the other script; the daughter is of another.
    like = run("explain", "Назарбаев", *where, cwd=visits).stdout
    assert "person: Nursultan Nazarbayev, Kazakhstan [KAZ]" in like and "person: Dariga" not in like
    assert run("explain", "Nobody", *where, cwd=visits).returncode == 2


@pytest.mark.parametrize("where", [[], list(VISITS)], ids=["register", "documents"])
def test_explain_a_record_and_a_finding(visits: Path, where: list[str]) -> None:
    lines = run("read", "a.txt", "--format", "jsonl", cwd=visits).stdout.splitlines()
    claim = next(json.loads(line)["id"] for line in lines if '"visit"' in line)
    told = run("explain", claim, *where, cwd=visits).stdout
    ids = {
        line.split(":")[0]: line.split()[1].rstrip(",") for line in told.splitlines() if line[:1].isalpha()
    }
    record = run("explain", ids["Record"], *where, cwd=visits).stdout
    assert (
        "visit, Israel [ISR] – Kazakhstan [KAZ]" in record
        and record.count("“") >= 2
        and "of 2.0 needed" in record
    )
    assert "person: Nursultan Nazarbayev" in run("explain", ids["Names"], *where, cwd=visits).stdout
    found = json.loads(run("check", *where, "--select", "C4", "--format", "json", cwd=visits).stdout)[0]
    finding = run("explain", found["id"], *where, cwd=visits).stdout
    assert found["message"] in finding and f"comity rules {found['code']}" in finding


def test_a_dossier_of_another_moment(visits: Path) -> None:
    def told(*args: str) -> str:
        return run("dossier", "KAZ", "ISR", "--format", "md", *args, cwd=visits).stdout

    now, then = told(), told("--as-of", "2000-12", "--known-at", "2100-01-01")
    assert "Dariga" in now and "As of" not in now
    assert "Dariga" not in then and "Nazarbayev" in then
    assert "As of: " in then and "As known at: 2100-01-01 23:59 UTC" in then
    early = run("dossier", "KAZ", "ISR", "--known-at", "2001-01-01", cwd=visits)
    assert early.returncode == 2 and "holds nothing about" in early.stderr
    wrong = run("dossier", "KAZ", "ISR", "--as-of", "soon", cwd=visits)
    assert wrong.returncode == 2 and "soon is no date. Give one such as" in wrong.stderr


def test_another_moment(visits: Path) -> None:
    assert "May 2001" in run("explain", "Dariga Nazarbayeva", "--as-of", "2001-05", cwd=visits).stdout
    gone = run("explain", "Dariga Nazarbayeva", "--as-of", "2000", cwd=visits)
    assert gone.returncode == 2 and "no claim Dariga Nazarbayeva in the register" in gone.stderr
    assert run("explain", "Dariga Nazarbayeva", "--known-at", "2020-01-01", cwd=visits).returncode == 2
    now = run("check", cwd=visits)
    assert run("check", "--known-at", "2999-01-01", cwd=visits).stdout == now.stdout != ""
    assert run("check", "--known-at", "2020-01-01", cwd=visits).stdout == ""
    for command in ("check", "explain"):
        refused = run(command, "a.txt", "a.txt", "--as-of", "2000", cwd=visits)
        assert refused.returncode == 2 and "questions to the register" in refused.stderr
    for option in ("--as-of", "--known-at"):
        refused = run("search", "visit", option, "2000", cwd=visits)
        assert refused.returncode == 2 and "what is held today" in refused.stderr


def test_a_question_in_one_argument(visits: Path) -> None:
    """The guide writes questions as a whole, which a shell passes on in quotation marks."""
    apart = run("search", "kind:visit", "state:KAZ", cwd=visits)
    assert apart.returncode == 0 and apart.stdout
    assert run("search", "kind:visit state:KAZ", cwd=visits).stdout == apart.stdout
    assert run("search", "state:KAZ kind:visit", cwd=visits).stdout == apart.stdout
    # One filter of two words stays one.
    assert run("search", "state:South Korea", cwd=visits).returncode == 0


def test_a_file_is_of_the_form_that_its_name_says(visits: Path) -> None:
    assert run("dossier", "KAZ", "ISR", "-o", "d.md", cwd=visits).returncode == 0
    assert (visits / "d.md").read_text(encoding="utf-8").startswith("# ")
    assert run("brief", "KAZ", "ISR", "-o", "b.pdf", cwd=visits).returncode == 0
    assert (visits / "b.pdf").read_bytes().startswith(b"%PDF")


def test_sheets_of_the_whole_register(visits: Path) -> None:
    counted = run("sheet", cwd=visits)
    assert counted.returncode == 0 and re.search(r"^visit +visit +\d+", counted.stdout, re.MULTILINE)
    told = run("sheet", "visit", cwd=visits)
    heads, *found = list(csv.reader(io.StringIO(told.stdout.removeprefix("\ufeff"))))
    assert heads[:3] == ["id", "kind", "states"] and heads[-1] == "words" and len(found) == 2
    lines = run("sheet", "visit", "--format", "jsonl", "--lang", "ru", cwd=visits).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row[0] for row in found]
    assert "посетил" in json.loads(lines[0])["text"]
    narrowed = run("sheet", "visit", "--state", "KAZ", "--from", "2001", "--format", "jsonl", cwd=visits)
    assert [json.loads(line)["slots"]["date"] for line in narrowed.stdout.splitlines()] == ["2001-05"]
    written = run("sheet", "visit", "-o", "visits.xlsx", cwd=visits)
    assert "2 records" in written.stderr and (visits / "visits.xlsx").read_bytes()[:2] == b"PK"
    refused = [
        run("sheet", *words, cwd=visits)
        for words in (["visits"], ["visit", "--state", "Kazahstan"], ["visit", "--format", "xlsx"],
                      ["visit", "--from", "soon"], ["visit", "-o", "no/where.csv"])
    ]  # fmt: skip
    assert [one.returncode for one in refused] == [2] * 5
    assert "KAZ (Kazakhstan)" in refused[1].stderr and "-o" in refused[2].stderr
