"""A corpus in real files: what it holds is what reading says, whoever reads and wherever it was stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from comity import pipeline
from comity.corpus import CorpusError, Local, ask, build, join, tables
from comity.corpus.columns import all_slot_columns, claim_of, claim_row, columns, schema
from comity.corpus.store import Store
from comity.model.claim import KINDS, slot_names
from comity.pipeline import Failure, Page
from tests.commands import run

EXAMPLES = Path(pipeline.__file__).parent / "examples"
VISIT = "The President of {one} visited {other} on {day} April 20{year:02}.\n"
STATES = ("Kenya", "Peru", "Norway", "Japan", "Chile")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of seven documents, each with a visit."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(7):
        one, other = STATES[number % 5], STATES[(number + 2) % 5]
        text = VISIT.format(one=one, other=other, day=number + 1, year=number)
        (folder / f"page-{number}.txt").write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Everything below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def count(folder: Path, table: str) -> int:
    """The rows of a table."""
    return int(next(ask(folder, f"SELECT count(*) FROM {table}").rows)[0])


class Stopped:
    """An engine whose program dies after some documents."""

    def __init__(self, after: int) -> None:
        self.after = after

    def read(self, paths: Sequence[Path]) -> Iterator[Page | Failure]:
        yield from Local().read(paths[: self.after])
        raise KeyboardInterrupt


# --- what it holds ------------------------------------------------------------------------------------------


def test_every_slot_has_a_column_of_one_type() -> None:
    for kind in KINDS:
        assert set(slot_names(kind)) <= set(all_slot_columns()), kind
    assert [field.name for field in schema("claims")] == list(columns("claims"))


def test_a_row_gives_its_claim_back() -> None:
    claims = 0
    for path in pipeline.expand([EXAMPLES]):
        page = pipeline.read_file(path)
        assert isinstance(page, Page)
        for claim in page.claims:
            assert claim_of(claim_row(claim, page.document.text)) == claim
            claims += 1
    assert claims > 100


def test_a_corpus_says_what_reading_says(tmp_path: Path) -> None:
    build([EXAMPLES], tmp_path / "c")
    pages = [page for page in pipeline.read_files(pipeline.expand([EXAMPLES])) if isinstance(page, Page)]
    held = [claim_of(row) for row in Store(tmp_path / "c").rows("claims")]
    assert held == [claim for page in pages for claim in page.claims]
    assert count(tmp_path / "c", "unread") == sum(len(page.unread) for page in pages)


def test_a_kind_has_a_view_with_dates_that_compare(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "c")
    answer = ask(
        tmp_path / "c",
        """SELECT "from", "to", date FROM visit WHERE date_from >= DATE '2005-01-01' ORDER BY 3""",
    )
    assert answer.columns == ("from", "to", "date")
    assert list(answer.rows) == [("KEN", "NOR", "2005-04-06"), ("PER", "JPN", "2006-04-07")]


def test_the_words_of_a_claim_stand_where_it_says(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "c")
    query = 'SELECT substr(text, "start" + 1, "end" - "start"), words FROM visit JOIN documents ON doc = documents.id'
    rows = list(ask(tmp_path / "c", query).rows)
    assert len(rows) == 7
    assert all(there == words for there, words in rows)


def test_joined_it_has_the_records_of_all_documents_together(tmp_path: Path) -> None:
    build([EXAMPLES], tmp_path / "c")
    done = join(tmp_path / "c")
    whole = pipeline.read_paths([EXAMPLES])
    assert (done.records, done.entities, done.findings) == (
        len(whole.records), len(whole.entities), len(whole.findings)
    )  # fmt: skip
    held = {row[0] for row in ask(tmp_path / "c", "SELECT id FROM records").rows}
    assert held == {record.id for record in whole.records}


# --- stopped, begun again -----------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_stopped_anywhere_it_goes_on_to_the_same_bytes(pages: Path, tmp_path: Path, after: int) -> None:
    build([pages], tmp_path / "whole", part=2)
    with pytest.raises(KeyboardInterrupt):
        build([pages], tmp_path / "c", Stopped(after), part=2)
    assert count(tmp_path / "c", "documents") == after // 2 * 2
    done = build([pages], tmp_path / "c", part=2)
    assert done.held == after // 2 * 2
    assert files(tmp_path / "c") == files(tmp_path / "whole")


def test_killed_it_holds_whole_parts_only(pages: Path, tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys, time
        from comity.corpus import build
        build([sys.argv[1]], sys.argv[2], part=1, seen=lambda _: time.sleep(0.2))
    """)
    process = subprocess.Popen([sys.executable, "-c", script, str(pages), str(tmp_path / "c")])
    try:
        until = time.monotonic() + 60
        while len(Store(tmp_path / "c").parts()) < 2:
            assert time.monotonic() < until, "no part was written"
            time.sleep(0.01)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert 2 <= count(tmp_path / "c", "documents") < 7
    build([pages], tmp_path / "c", part=1)
    build([pages], tmp_path / "whole", part=1)
    assert files(tmp_path / "c") == files(tmp_path / "whole")


def test_what_a_part_left_unfinished_is_no_part(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "c")
    unfinished = tmp_path / "c" / ".part-000002"
    unfinished.mkdir()
    (unfinished / "claims.parquet").write_bytes(b"half")
    assert count(tmp_path / "c", "claims") == 7
    (pages / "more.txt").write_text("Chad recognised Benin on 3 May 2001.\n", encoding="utf-8")
    build([pages], tmp_path / "c")
    assert count(tmp_path / "c", "claims") == 8
    assert not unfinished.exists()


def test_new_documents_are_added_and_what_was_joined_goes(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "c")
    join(tmp_path / "c")
    assert "records" in tables(tmp_path / "c")
    (pages / "again.txt").write_bytes((pages / "page-0.txt").read_bytes())
    assert build([pages], tmp_path / "c").read == 0
    assert "records" in tables(tmp_path / "c")
    (pages / "more.txt").write_text("Chad recognised Benin on 3 May 2001.\n", encoding="utf-8")
    assert build([pages], tmp_path / "c").read == 1
    assert "records" not in tables(tmp_path / "c")


def test_a_document_that_cannot_be_read_costs_no_other(pages: Path, tmp_path: Path) -> None:
    bad = pages / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")
    done = build([pages], tmp_path / "c")
    assert [Path(one.path).name for one in done.failures] == ["bad.pdf"]
    assert done.read == 7
    assert build([pages], tmp_path / "c").read == 0
    ((path, why),) = ask(tmp_path / "c", "SELECT path, why FROM failures").rows
    assert path == str(bad)
    assert "bad.pdf" in why
    bad.write_bytes(b"Chad recognised Benin on 3 May 2001.\n")
    bad.rename(pages / "good.txt")
    (pages / "bad.pdf").write_bytes(b"%PDF-1.4 nothing else")
    build([pages], tmp_path / "c")
    assert count(tmp_path / "c", "failures") == 1


def test_two_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder, states in (("a", ("Chad", "Benin")), ("b", ("Peru", "Chile"))):
        (tmp_path / folder).mkdir()
        text = f"{states[0]} recognised {states[1]} on 3 May 2001.\n"
        (tmp_path / folder / "page.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a", tmp_path / "b"], tmp_path / "c")
    rows = list(ask(tmp_path / "c", 'SELECT doc, "by" FROM recognition ORDER BY "by" DESC').rows)
    assert [by for _, by in rows] == ["TCD", "PER"]
    assert len({doc for doc, _ in rows}) == 2


# --- who reads ----------------------------------------------------------------------------------------------


def test_however_many_read_they_make_the_same_bytes(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "one", Local(1), part=3)
    build([pages], tmp_path / "two", Local(2), part=3)
    assert files(tmp_path / "one") == files(tmp_path / "two")


# --- refused ------------------------------------------------------------------------------------------------


def test_a_folder_of_something_else_is_left_alone(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds other files"):
        build([pages], pages)
    with pytest.raises(CorpusError, match="is no corpus"):
        ask(tmp_path, "SELECT 1")
    with pytest.raises(CorpusError, match="is no corpus"):
        join(tmp_path)


def test_what_other_rules_read_is_not_mixed(pages: Path, tmp_path: Path) -> None:
    build([pages], tmp_path / "c")
    about = tmp_path / "c" / "corpus.json"
    about.write_text(about.read_text().replace('"reader": "', '"reader": "1999.'), encoding="utf-8")
    with pytest.raises(CorpusError, match="other rules"):
        build([pages], tmp_path / "c")
    assert build([pages], tmp_path / "c", again=True).read == 7


def test_two_do_not_write_at_once(pages: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "c")
    with store.alone(), pytest.raises(CorpusError, match="written by another"):
        build([pages], tmp_path / "c")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * FROM read_text('{other}')", "Cannot access file"),
        ("SELECT * FROM '{other}'", "Cannot access file"),
        ("COPY (SELECT 1) TO '{other}.csv'", "one SELECT"),
        ("SET enable_external_access = true", "one SELECT"),
        ("SELECT 1; SELECT 2", "one SELECT"),
        ("INSTALL httpfs", "one SELECT"),
        ("SELECT nothing FROM visit", "nothing"),
        ("SELCT 1", "syntax"),
    ],
)
def test_a_question_reaches_nothing_but_the_corpus(
    pages: Path, tmp_path: Path, query: str, said: str
) -> None:
    other = tmp_path / "secret.csv"
    other.write_text("a\n1\n", encoding="utf-8")
    build([pages], tmp_path / "c")
    with pytest.raises(CorpusError, match=said):
        list(ask(tmp_path / "c", query.format(other=other)).rows)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "pages", "secret.csv"]


def test_without_the_library_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(CorpusError, match=r"pip install 'comity\[corpus\]'"):
        build([EXAMPLES], tmp_path / "c")


# --- as a user runs it --------------------------------------------------------------------------------------


def test_the_commands(pages: Path, tmp_path: Path) -> None:
    done = run("corpus", "read", "pages", "-o", "c", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        0, "c: 7 documents read, 7 claims; 0 already held, 0 not readable\n"
    )  # fmt: skip
    (pages / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = run("corpus", "read", "pages", "-o", "c", cwd=tmp_path, LANG="ru_RU.UTF-8")
    assert done.returncode == 1
    assert "bad.pdf" in done.stderr
    assert "уже было — 7, не прочитано — 1" in done.stderr
    assert run("corpus", "join", "c", cwd=tmp_path).stderr.startswith("c: 7 records")
    listed = run("corpus", "ask", "c", cwd=tmp_path).stdout
    assert all(name in listed for name in (*KINDS, "records", "date_from"))
    query = 'SELECT "to", visitors FROM visit ORDER BY date_from LIMIT 1'
    assert run("corpus", "ask", "c", query, "--format", "jsonl", cwd=tmp_path).stdout == (
        '{"to":"NOR","visitors":[{"name":null,"office":"President","of":"KEN"}]}\n'
    )
    assert (
        run("corpus", "ask", "c", "SELECT '=1+1' AS a", "--format", "csv", cwd=tmp_path).stdout
        == "a\n'=1+1\n"
    )
    done = run("corpus", "ask", "c", "SELECT doc FROM visit", "-o", "v.parquet", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "v.parquet").read_bytes()[:4] == b"PAR1"


def test_what_cannot_be_done_is_one_line(pages: Path, tmp_path: Path) -> None:
    for words, said in (
        (("corpus", "ask", "pages", "SELECT 1"), "pages is no corpus. Make one with"),
        (("corpus", "read", "nowhere", "-o", "c"), "nowhere: not there"),
        (("corpus", "read", "pages", "-o", "c", "--jobs", "2", "--ray"), "name one of them"),
    ):
        done = run(*words, cwd=tmp_path)
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
