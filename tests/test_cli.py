"""The command line, run as a user runs it: real processes, real files."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from comity.cli.texts.en import TEXTS as EN
from comity.cli.texts.ru import TEXTS as RU
from comity.cli.words import CATALOGUE
from comity.model.claim import KINDS, slot_names
from tests.commands import COMITY, clean, run

PAGE = """\
Relations between Kazakhstan and Israel

Kazakhstan and Israel established diplomatic relations on 10 April 1992.

The Embassy of Israel in Kazakhstan was opened in August 1992.

The President of Kazakhstan Nursultan Nazarbayev paid an official visit to Israel on April 3-5, 2000.

In 2005 the trade turnover between Kazakhstan and Israel amounted to $900 million. \
In 2005 exports from Kazakhstan to Israel amounted to $500 million. \
In 2005 imports from Israel amounted to $100 million.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page."""
    home = tmp_path_factory.mktemp("pages")
    (home / "page.txt").write_text(PAGE, encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def register(pages: Path) -> Path:
    """A register that holds the page."""
    done = run("add", "page.txt", "--db", "held.db", cwd=pages)
    assert done.returncode == 0, done.stderr
    return pages / "held.db"


# --- read ---------------------------------------------------------------------------------------------------


def test_read_gives_claims_as_json_lines_in_order(pages: Path) -> None:
    done = run("read", "page.txt", "--format", "jsonl", cwd=pages)
    assert done.returncode == 0, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"visit", "trade"} <= {claim["kind"] for claim in claims}
    assert [claim["evidence"] for claim in claims] == sorted(claim["evidence"] for claim in claims)
    for claim in claims:
        assert set(claim) == {"doc", "kind", "evidence", "slots", "id", "confidence", "reader"}
        assert claim["doc"] == "page"
        assert all(PAGE[start:end].strip() for start, end in claim["evidence"])


def test_read_is_the_same_byte_for_byte_with_any_number_of_processes(pages: Path) -> None:
    (pages / "more").mkdir(exist_ok=True)
    for number in range(4):
        (pages / "more" / f"p{number}.txt").write_text(PAGE.replace("2000", f"200{number}"), encoding="utf-8")
    once = run("read", "more", "page.txt", "--format", "jsonl", cwd=pages)
    again = run("read", "more", "page.txt", "--format", "jsonl", "--jobs", "3", cwd=pages)
    assert once.stdout == again.stdout
    assert once.stdout.splitlines()[-1].startswith('{"doc":"page"'), "in the order given"


def test_read_as_table_and_csv(pages: Path) -> None:
    table = run("read", "page.txt", cwd=pages).stdout
    assert "What it says" in table and "from: Kazakhstan; to: Israel" in table
    rows = list(csv.DictReader(io.StringIO(run("read", "page.txt", "--format", "csv", cwd=pages).stdout)))
    assert json.loads(rows[0]["slots"])
    assert all(row["words"] for row in rows)


def test_read_lists_what_it_could_not_read(pages: Path) -> None:
    (pages / "odd.txt").write_text("The embassy of what the visit agreed to, signed.\n", encoding="utf-8")
    done = run("read", "odd.txt", "--unread", "--format", "jsonl", cwd=pages)
    assert done.returncode == 0
    for line in done.stdout.splitlines():
        assert {"doc", "span", "triggers", "words"} == set(json.loads(line))


def test_a_bad_document_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", "a.txt", "b.txt", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("comity: a.txt: ") and done.stderr.count("\n") == 1
    assert done.stdout


def test_nothing_breaks_when_the_reader_of_the_output_goes_away(pages: Path) -> None:
    shell = f"{' '.join(COMITY)} read page.txt --format jsonl | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=pages, env=clean(), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")


# --- add, check, dossier, explain ---------------------------------------------------------------------------


def test_adding_again_changes_nothing_and_says_so(pages: Path, register: Path) -> None:
    before = counts(register)
    done = run("add", "page.txt", "--db", register, cwd=pages)
    assert done.returncode == 0
    assert "already held as page, nothing changed" in done.stderr
    assert counts(register) == before


def test_add_names_a_bad_document_and_adds_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    done = run("add", "a.txt", "b.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "comity: a.txt: " in done.stderr
    assert counts(tmp_path / "comity.db")["register_document"] == 1


def test_the_register_may_be_named_by_the_environment(pages: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'named.db'}"
    assert run("add", pages / "page.txt", cwd=tmp_path, COMITY_DATABASE_URL=url).returncode == 0
    assert (tmp_path / "named.db").exists() and not (tmp_path / "comity.db").exists()


def test_check_speaks_as_a_linter_does(pages: Path, register: Path) -> None:
    done = run("check", "page.txt", cwd=pages)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.match(r"page\.txt:\d+:\d+: C\d+ .+\n    \S", done.stdout)
    held = run("check", "--db", register, cwd=pages)
    assert (held.returncode, held.stdout) == (1, done.stdout)


def test_check_as_json_and_by_code(pages: Path) -> None:
    found = json.loads(run("check", "page.txt", "--format", "json", cwd=pages).stdout)
    assert any(one["severity"] == "error" for one in found)
    for one in found:
        words = one["evidence"][0]
        start, end = words["span"]
        assert PAGE[start:end] == words["words"]
        assert PAGE.splitlines()[words["line"] - 1][words["column"] - 1 :].startswith(
            words["words"].split("\n")[0]
        )
    codes = {one["code"] for one in found}
    one = sorted(codes)[0]
    without = run("check", "page.txt", "--format", "json", "--ignore", one, cwd=pages)
    assert {found["code"] for found in json.loads(without.stdout)} == codes - {one}
    only = run("check", "page.txt", "--format", "json", "--select", one, cwd=pages)
    assert {found["code"] for found in json.loads(only.stdout)} == {one}


def test_check_without_findings(tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("The weather was fine.\n", encoding="utf-8")
    done = run("check", "calm.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(("lang", "words"), [("en", "Kazakhstan"), ("ru", "Казахстан")])
def test_dossier_in_both_languages(pages: Path, register: Path, lang: str, words: str) -> None:
    html = run("dossier", "KAZ", "ISR", "--lang", lang, "--db", register, cwd=pages)
    assert html.returncode == 0, html.stderr
    assert html.stdout.lstrip().lower().startswith("<!doctype html>") and words in html.stdout
    written = run(
        "dossier",
        "Kazakhstan",
        "il",
        "--lang",
        lang,
        "--format",
        "md",
        "-o",
        f"d.{lang}.md",
        "--db",
        register,
        cwd=pages,
    )
    assert (written.returncode, written.stdout) == (0, "")
    assert words in (pages / f"d.{lang}.md").read_text(encoding="utf-8")


def test_explain_goes_from_words_to_claim(pages: Path, register: Path) -> None:
    lines = run("read", "page.txt", "--format", "jsonl", cwd=pages).stdout.splitlines()
    claim = next(one for one in map(json.loads, lines) if one["kind"] == "visit")
    for where in (["page.txt"], ["--db", str(register)]):
        said = run("explain", claim["id"], *where, cwd=pages).stdout
        assert "page.txt:7:" in said and "official visit to Israel" in said
        assert "Read by:" in said and "visitors: Nursultan Nazarbayev" in said


def test_claims_are_told_in_russian_and_machine_names_stand_in_brackets(pages: Path, register: Path) -> None:
    lines = run("read", "page.txt", "--format", "jsonl", cwd=pages).stdout.splitlines()
    claims = [json.loads(one) for one in lines]
    machine = re.compile(
        rf"\b(?:{'|'.join({*KINDS, *(slot for kind in KINDS for slot in slot_names(kind))})})\b"
    )
    said = [run("read", "page.txt", cwd=pages, COMITY_LANG="ru").stdout]
    said.append(run("review", "list", "--db", register, cwd=pages, COMITY_LANG="ru").stdout)
    for claim in claims:
        told = run("explain", claim["id"], "--db", register, cwd=pages, COMITY_LANG="ru").stdout
        assert f" [{claim['kind']}]" in told and all(f" [{slot}]: " in told for slot in claim["slots"])
        said.append(told)
    for told in said:
        # Without the document's words and the machine's names.
        plain = re.sub(r"«[^»]*»|\[[^\]]*\]", "", told)
        assert "дата" in plain or "период" in plain
        assert machine.findall(plain) == []


def test_rules(tmp_path: Path) -> None:
    from comity.checking import RULES

    listed = run("rules", cwd=tmp_path).stdout
    assert all(rule.code in listed for rule in RULES)
    assert "Why it is bad" in run("rules", RULES[0].code.lower(), cwd=tmp_path).stdout


def test_version_and_help(tmp_path: Path) -> None:
    from comity import __version__

    assert run("--version", cwd=tmp_path).stdout.strip() == f"comity {__version__}"
    for command in ("", "read", "add", "check", "dossier", "serve", "demo", "rules", "explain"):
        said = run(*([command] if command else []), "--help", cwd=tmp_path)
        assert said.returncode == 0
        assert "Examples:" in said.stdout, command


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_list_of_commands_cuts_no_sentence(lang: str, tmp_path: Path) -> None:
    for group in ((), ("review",), ("user",)):
        said = run(*group, "--help", cwd=tmp_path, COMITY_LANG=lang).stdout
        assert "..." not in re.sub(r"\]\.\.\.", "", said)


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, comity.cli; print(' '.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "django",
        "pandas",
        "altair",
        "lxml",
        "trafilatura",
        "pymorphy3",
        "rich",
        "docx",
        "pypdfium2",
        "rapidfuzz",
        "babel",
        "vl_convert",
        "comity.reading",
        "comity.knowledge",
        "comity.publishing",
        "comity.web",
    }
    assert not heavy & set(loaded)


# --- what users get wrong -----------------------------------------------------------------------------------


def damaged(home: Path) -> None:
    (home / "comity.db").write_text("words, no database")


@cache
def template() -> bytes:
    """A register that holds the page, made once."""
    with tempfile.TemporaryDirectory() as folder:
        page(Path(folder))
        assert run("add", "page.txt", cwd=Path(folder)).returncode == 0
        return (Path(folder) / "comity.db").read_bytes()


def held(home: Path) -> None:
    page(home)
    (home / "comity.db").write_bytes(template())


def newer(home: Path) -> None:
    held(home)
    with closing(sqlite3.connect(home / "comity.db")) as connection, connection:
        connection.execute("UPDATE register_meta SET value = '999' WHERE key = 'schema'")


def page(home: Path) -> None:
    (home / "page.txt").write_text(PAGE, encoding="utf-8")


def empty(home: Path) -> None:
    (home / "empty").mkdir()


WRONG = [
    (None, ["read", "gone.txt"], "gone.txt: not there; check the spelling"),
    (None, ["add", "gone.txt"], "gone.txt: not there; check the spelling"),
    (None, ["check", "gone.txt"], "gone.txt: not there; check the spelling"),
    (empty, ["read", "empty"], "empty: a folder without documents; name one"),
    (empty, ["add", "empty"], "empty: a folder without documents; name one"),
    (None, ["check"], "there is no register at comity.db. Make one with `comity add FILE...`"),
    (None, ["dossier", "KAZ", "ISR"], "there is no register at comity.db. Make one"),
    (None, ["serve", "--port", "0"], "Invalid value for '--port'"),
    (None, ["serve"], "there is no register at comity.db. Make one"),
    (None, ["explain", "0" * 16], "there is no register at comity.db. Make one"),
    (page, ["explain", "0" * 16, "page.txt"], "no claim 0000000000000000 in these documents, nor"),
    (held, ["explain", "0" * 16], "no claim 0000000000000000 in the register, nor"),
    (held, ["dossier", "KAZ", "ISL"], "ISL? Did you mean ISR, Israel?"),
    (held, ["dossier", "KAZ", "ISX"], "ISX is no state's code or name. Did you mean ISR, Israel?"),
    (held, ["dossier", "Kazachstan", "ISR"], "Did you mean KAZ, Kazakhstan?"),
    (held, ["dossier", "KAZ", "QQQQQQ"], "Give an ISO 3166-1 code such as KAZ."),
    (held, ["dossier", "KAZ", "KAZ"], "KAZ was given twice"),
    (held, ["dossier", "KAZ", "EST"], "holds nothing about KAZ (Kazakhstan) and EST (Estonia)"),
    (held, ["dossier", "KAZ", "ISR", "-o", "d.pdf"], "Use `comity brief --format pdf`."),
    (
        held,
        ["dossier", "KAZ", "ISR", "--format", "html", "-o", "d.md"],
        "does not end as a file of --format html",
    ),
    (held, ["export", "a.jsonl", "-o", "b.jsonl"], "A file was named twice"),
    (held, ["dossier", "KAZ", "ISR", "-o", "no/such/folder/d.html"], "name another file with -o"),
    (damaged, ["check"], "comity.db is damaged or no register"),
    (damaged, ["add", "page.txt"], "comity.db is damaged or no register"),
    (damaged, ["serve"], "comity.db is damaged or no register"),
    (newer, ["check"], "made by a newer Comity (schema 999"),
    (newer, ["add", "page.txt"], "Install the newer version"),
    (newer, ["dossier", "KAZ", "ISR"], "Install the newer version"),
    (None, ["rules", "C999"], "there is no rule C999; `comity rules` lists them"),
    (page, ["add", "page.txt", "--db", "no/folder/x.db"], "there is no folder"),
    (page, ["add", "page.txt", "--db", "mysql://x/y"], "mysql:// is not a database"),
    (None, ["read"], "Missing argument"),
    (None, ["read", "x", "--format", "xml"], "Invalid value for '--format'"),
    (None, ["reed"], "No such command 'reed'"),
]


@pytest.mark.parametrize(
    ("make", "args", "said"), WRONG, ids=lambda value: value if isinstance(value, str) else None
)
def test_bad_input(tmp_path: Path, make, args: list[str], said: str) -> None:
    if make is not None:
        make(tmp_path)
    if make is damaged:
        page(tmp_path)
    done = run(*args, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert said in done.stderr
    if "Usage:" not in done.stderr:
        assert done.stderr.startswith("comity: ") and done.stderr.count("\n") == 1, done.stderr


def test_errors_in_russian(tmp_path: Path) -> None:
    done = run("rules", "C999", cwd=tmp_path, COMITY_LANG="ru")
    assert "правила C999 нет" in done.stderr
    missing = run("import-holders", "gone.csv", cwd=tmp_path, COMITY_LANG="ru")
    assert missing.returncode == 2
    assert (
        missing.stderr == "comity: gone.csv: нет такого файла или папки; назовите таблицу должностных лиц\n"
    )
    assert "Примеры:" in run("--help", cwd=tmp_path, COMITY_LANG="ru_RU.UTF-8").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("read", "--form", "x"), ("check", "--bogus"), ("chekc",), ("read",), ("read", "--jobs", "x", "f"),
        ("brief", "KAZ"), ("brief", "KAZ", "ISR", "--pages", "0"), ("dossier", "KAZ", "ISR", "--lang", "de"),
        ("user", "ad"), ("token", "create", "a", "b"),
    ],
)  # fmt: skip
def test_a_command_that_is_wrong_is_told_in_russian(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*words, cwd=tmp_path, COMITY_LANG="ru")
    assert done.returncode == 2
    said = re.sub(r"comity|--?[a-z]+|'\S*'|[A-Z|]{3,}|\d<=x<=\d+", "", done.stderr.splitlines()[-1])
    assert re.findall("[A-Za-z]{2,}", said) == [], done.stderr


@pytest.mark.parametrize("command", ["", "user", "token"])
def test_a_command_without_its_words_shows_its_help(command: str, tmp_path: Path) -> None:
    bare, asked = (run(*command.split(), *more, cwd=tmp_path) for more in ([], ["--help"]))
    assert bare.returncode == 2
    assert bare.stderr == asked.stdout


@pytest.mark.parametrize(
    "command",
    ["", "add", "brief", "check", "compare", "demo", "dossier", "explain", "read", "reread", "review edit",
     "review list", "review split", "rules", "search", "serve", "token create", "user", "user add", "work"],
)  # fmt: skip
def test_help_in_russian_has_no_words_of_the_library(command: str, tmp_path: Path) -> None:
    said = run(*command.split(), "--help", cwd=tmp_path, COMITY_LANG="ru").stdout
    assert "Вызов:" in said
    assert not re.search(
        r"Usage|Options:|Commands:|Show this|Show the version|default|required|\[[A-Z]{2,}|RANGE|DIRECTORY",
        said,
    )
    usage = said[: said.index("\n\n")].replace("comity", "").replace("SLOT=", "")
    assert not re.search(r"\b[A-Z]{2,}\b", usage), usage
    assert not re.search(r"^ .*--[a-z-]+ (?!URL)[A-Z]{2,}", said.partition("Примеры:")[0], re.MULTILINE)


def test_both_languages_say_the_same() -> None:
    assert set(EN) == set(RU)
    for key in EN:
        places = [re.findall(r"\{(\w+)", CATALOGUE[lang][key]) for lang in ("en", "ru")]
        assert sorted(places[0]) == sorted(places[1]), key


# --- killed, stopped ----------------------------------------------------------------------------------------


def counts(db: Path) -> dict[str, int]:
    with closing(sqlite3.connect(db)) as connection:
        tables = ("register_document", "register_claim", "register_record", "register_finding")
        return {table: connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables}


def test_killed_at_random_moments_the_register_holds_whole_documents(tmp_path: Path) -> None:
    """SIGKILL in `comity add`: the register opens, holds only whole documents; a second add finishes."""
    total = 40
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(total):
        text = PAGE.replace("April 3-5, 2000", f"April 3-5, {1950 + number}")
        (folder / f"d{number:03}.txt").write_text(text, encoding="utf-8")
    db = tmp_path / "comity.db"
    chance = random.Random(20061)
    killed = 0
    for number in range(6):
        process = subprocess.Popen(
            [*COMITY, "add", str(folder), "--jobs", "1"],
            cwd=tmp_path,
            env=clean(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # By turns from the file's first bytes, while its tables are made, and from the first document on, which a busy
        # machine takes long to come to.
        begun = holds_documents if number % 2 else Path.exists
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline and not begun(db):
            time.sleep(0.02)
        time.sleep(chance.uniform(0.05, 2.0))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
        if db.exists() and db.stat().st_size:
            whole(db)
    assert killed, "every run ended before it was killed"
    done = run("add", "docs", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert whole(db) == total
    again = run("add", "docs", cwd=tmp_path)
    assert f"0 added, {total} already held" in again.stderr


def holds_documents(db: Path) -> bool:
    """Whether there is a register with a document in it, also while another process writes it."""
    if not db.exists():
        return False
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True, timeout=30)) as connection:
        made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'register_document'").fetchone()
        return bool(made) and connection.execute("SELECT 1 FROM register_document").fetchone() is not None


def whole(db: Path) -> int:
    """How many documents there are; asserts that each has all its claims, and each claim its record."""
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if "register_record_claims" not in tables:
            return 0
        claims = connection.execute(
            "SELECT COUNT(c.id) FROM register_document d LEFT JOIN register_claim c ON c.document_id = d.id "
            "GROUP BY d.id"
        ).fetchall()
        assert len(set(claims)) <= 1, "one document has fewer claims than another of the same text"
        loose = connection.execute(
            "SELECT COUNT(*) FROM register_claim "
            "WHERE id NOT IN (SELECT claim_id FROM register_record_claims)"
        ).fetchone()
        assert loose == (0,)
        return len(claims)


def test_ctrl_c_is_clean(tmp_path: Path) -> None:
    assert run("demo", "--no-serve", cwd=tmp_path).returncode == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = subprocess.Popen(
            [*COMITY, "serve", "--db", "demo/comity.db", "--port", str(port)],
            cwd=tmp_path,
            env=clean(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            assert found, line
            assert int(found[1]) != port, "the port was taken: the next free one"
            with urllib.request.urlopen(found[0], timeout=60) as answer:
                assert answer.status == 200
            process.send_signal(signal.SIGINT)
            _, rest = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "Traceback" not in rest
    assert process.returncode in (0, 130)


def test_demo_shows_the_whole_way(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path, DEMO_SERVE="0")
    assert done.returncode == 0, done.stderr
    assert "Claims by kind" in done.stdout and "Findings" in done.stdout
    for name in ("kaz-isr.en.html", "kaz-isr.ru.html"):
        assert f"demo/{name}" in done.stdout
        assert (tmp_path / "demo" / name).stat().st_size > 5000
    assert run("check", "--db", "demo/comity.db", cwd=tmp_path).stdout
    again = run("demo", "--no-serve", cwd=tmp_path)
    assert again.stdout == done.stdout, "the same examples, the same result"
    russian = run("demo", "--no-serve", cwd=tmp_path, COMITY_LANG="ru").stdout
    assert not re.search(r"\b(?:visit|tenure|mission|error|warning)\b", russian.partition("Замечания")[0])
