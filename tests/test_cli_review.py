"""`comity review` and `comity reread`, run as a user runs them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands import run
from tests.test_cli_keeping import VISITS


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name, text in VISITS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("add", *VISITS, cwd=tmp_path).returncode == 0
    return tmp_path


def listed(home: Path, *more: str) -> dict[str, str]:
    """The lines of the queue by the ids of their claims."""
    said = run("review", "list", "--state", "all", *more, cwd=home).stdout
    return {line.split()[0]: line for line in said.splitlines() if not line.startswith(" ")}


def visit(home: Path, document: str) -> str:
    return next(iter(listed(home, "--kind", "visit", "--document", document)))


def test_decide_about_a_claim_and_take_it_back(home: Path) -> None:
    claim = visit(home, "a")
    for act, decided in (("accept", "accepted"), ("reject", "rejected")):
        done = run("review", act, claim, "--by", "anna", "-m", "seen", cwd=home)
        assert done.returncode == 0 and f"{claim} [{decided}] visit:" in done.stdout, done.stderr
    assert run("review", "undo", claim, "--by", "boris", cwd=home).stdout.startswith(f"{claim} [accepted]")
    said = run("review", "history", claim, cwd=home).stdout
    assert re.search(r"anna: \w+ accepted \(seen\)\n", said)
    assert re.search(r"anna: \w+ rejected \(seen\); taken back by boris", said)
    assert "1 of " in run("review", "list", cwd=home).stderr
    assert "принято" in run("review", "history", claim, cwd=home, COMITY_LANG="ru").stdout


def test_edit_slot_by_slot(home: Path) -> None:
    claim = visit(home, "a")
    people = '[{"name": "Anne Berg", "of": "NOR"}]'
    done = run("review", "edit", claim, "date=2001", "type=", f"visitors={people}", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "date: 2001" in done.stdout and "Anne Berg" in done.stdout and "type" not in done.stdout
    machine = run("explain", claim, cwd=home).stdout
    assert "As read:" in machine and "2000-04-03/2000-04-05" in machine
    for wrong, said in (
        ("colour=red", "its slots are visitors, from, to, "),
        ("date=soon", "not the slots of a visit"),
    ):
        refused = run("review", "edit", claim, wrong, cwd=home)
        assert refused.returncode == 2 and said in refused.stderr, refused.stderr
    assert "date: 2001" in listed(home, "--kind", "visit", "--document", "a")[claim]


def test_several_claims_or_none(home: Path) -> None:
    claim = visit(home, "a")
    done = run("review", "accept", claim, "0000000000000000", cwd=home)
    assert done.returncode == 2 and "no claim 0000000000000000 is held" in done.stderr
    assert "accepted" not in listed(home)[claim]


def test_merge_split_and_undo(home: Path) -> None:
    first, second = visit(home, "a"), visit(home, "c")
    done = run("review", "merge", first, second, "--by", "anna", "-m", "one visit", cwd=home)
    assert done.returncode == 0, done.stderr
    number = done.stdout.split()[0]
    assert "anna decided on" in run("explain", first, cwd=home).stdout
    assert f"{number} are one: " in run("review", "history", first, cwd=home).stdout
    assert run("review", "merge", first, second, cwd=home).returncode == 2
    assert run("review", "undo", number, cwd=home).returncode == 0
    assert "anna decided on" not in run("explain", first, cwd=home).stdout
    other = visit(home, "b")
    assert "with 1 other claim" in run("explain", other, cwd=home).stdout
    assert run("review", "split", other, other, "-m", "another", cwd=home).returncode == 0
    assert "the only claim" in run("explain", other, cwd=home).stdout


def test_dismiss_and_reopen(home: Path) -> None:
    import json

    def told() -> list[str]:
        return [one["id"] for one in json.loads(run("check", "--format", "json", cwd=home).stdout)]

    finding = told()[0]
    assert run("review", "dismiss", finding, cwd=home).returncode == 2, "a reason is asked for"
    assert run("review", "dismiss", finding, "-m", "a slip of the scan", cwd=home).returncode == 0
    assert finding not in told()
    assert run("review", "undo", finding, cwd=home).returncode == 0
    assert finding in told()


def test_reread_shows_what_newer_rules_see_and_keeps_decisions(home: Path) -> None:
    """An older program is played by changing what is held: the rules of today read otherwise."""
    first, second = visit(home, "a"), visit(home, "c")
    with closing(sqlite3.connect(home / "comity.db")) as held, held:
        for claim in (first, second):
            held.execute(
                "UPDATE register_claim SET slots = json_set(slots, '$.date', '1999'), id = ? WHERE id = ?",
                (f"old{claim[3:]}", claim),
            )
    assert run("doctor", "--repair", cwd=home).returncode == 0
    first, second = (f"old{claim[3:]}" for claim in (first, second))
    run("review", "accept", first, "--by", "anna", cwd=home)
    before = run("export", cwd=home).stdout
    told = run("reread", "--diff", cwd=home)
    assert told.returncode == 0, told.stderr
    assert f"= visit {first}: " in told.stdout and "accepted (anna); now read: " in told.stdout
    assert re.search(rf"~ visit {second}: .*date: 1999 → May 2001", told.stdout), told.stdout
    assert "Nothing was changed." in told.stderr and run("export", cwd=home).stdout == before
    done = run("reread", "--by", "boris", cwd=home)
    assert done.returncode == 0 and done.stdout == told.stdout
    assert "date: 1999" in listed(home, "--kind", "visit", "--document", "a")[first]
    assert "May 2001" in next(iter(listed(home, "--kind", "visit", "--document", "c").values()))
    assert run("doctor", cwd=home).returncode == 0
    again = run("reread", "--diff", cwd=home, COMITY_LANG="ru")
    assert "иначе 0" in again.stderr and "по решению людей остаётся 1" in again.stderr
    gone = run("reread", "gone", cwd=home)
    assert gone.returncode == 2 and "no document gone is held" in gone.stderr


@pytest.mark.parametrize(
    "command",
    [["reread"], ["review"], *(["review", name] for name in (
        "list", "accept", "reject", "edit", "merge", "split", "dismiss", "undo", "history"))],
    ids=" ".join,
)  # fmt: skip
@pytest.mark.parametrize(("lang", "word"), [("en", "Examples:"), ("ru", "Примеры:")])
def test_help_has_examples(tmp_path: Path, command: list[str], lang: str, word: str) -> None:
    assert word in run(*command, "--help", cwd=tmp_path, COMITY_LANG=lang).stdout
