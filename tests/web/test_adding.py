"""Adding documents on the site: what is handed over, what becomes of it, and that nothing of it does harm."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.model.claim import Claim
from comity.pipeline import Failure, Page
from tests.conftest import Copies
from tests.web.hostile import TABLE
from tests.web.people import Person

SENTENCE = "On 3 May 2001 the Foreign Minister of Chile Luis Vega paid an official visit to Kenya."


@pytest.fixture
def editor(held: dict[str, list[Claim]]) -> Person:
    return Person("editor")


@pytest.fixture(scope="module")
def reader() -> Iterator[Any]:
    """The process that reads, kept for many tests."""
    from comity.web.adding.reading import Reader

    made = Reader()
    yield made
    made.close()


def work(reader: Any) -> None:
    """Do what waits."""
    from comity.web.adding import queue, worker

    name = queue.name()
    while (upload := queue.take(name)) is not None:
        worker.one(upload, name, reader)


def hand_over(person: Person, *files: tuple[str, bytes], **fields: str) -> Any:
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return person.send("/add/", {**fields, **({"files": given} if given else {})}, page="/add/")


def uploads() -> list[Any]:
    from comity.web.adding.models import Upload

    return list(Upload.objects.order_by("id"))


def test_files_and_pasted_text_become_documents(editor: Person, reader: Any) -> None:
    from comity.register import queries

    answer = hand_over(
        editor, ("one.txt", SENTENCE.encode()), ("two.html", f"<p>{SENTENCE} Twice.</p>".encode()),
        text="Посол Чили в Кении Анна Рохас вручила верительные грамоты 4 июня 2002 г.", title="Заметка",
        date="2002-06", language="ru",
    )  # fmt: skip
    assert answer.status_code == 302
    page = answer.headers["Location"]
    assert editor.get(page).content.decode().count(">waiting<") == 3
    work(reader)
    shown = editor.get(page).content.decode()
    assert shown.count(">added") == 3 and "Open the document" in shown and 'class="kind k-visit"' in shown
    pasted = next(one for one in queries.documents() if one.title == "Заметка")
    assert (pasted.date, pasted.language, pasted.added_by) == ("2002-06", "ru", "a-editor")
    assert queries.original("one") == SENTENCE.encode()
    assert all(one.data is None for one in uploads()), "the bytes are in the register now"


def test_the_same_bytes_are_held_once(editor: Person, reader: Any) -> None:
    from comity.register import queries

    before = len(queries.documents())
    hand_over(editor, ("one.txt", SENTENCE.encode()), ("other.txt", SENTENCE.encode()))
    work(reader)
    assert [one.state for one in uploads()] == ["added", "held"]
    assert uploads()[0].doc == uploads()[1].doc and len(queries.documents()) == before + 1


@pytest.mark.parametrize(
    ("files", "fields", "said"),
    [
        ((), {}, "Choose a file or paste a text."),
        ((("empty.txt", b""),), {}, "empty.txt: the file is empty."),
        ((), {"text": SENTENCE, "date": "31 May"}, "31 May is no date"),
        ((), {"text": SENTENCE, "language": "tlh"}, "This language is not read."),
        ((("large.txt", b"x" * 2_000_001),), {}, "large.txt: 2 MB; a file may have 1 MB."),
        ((("<b>.txt", b""),), {}, "&lt;b&gt;.txt: the file is empty."),
    ],
)
def test_what_is_wrong_is_told_by_name_and_nothing_is_taken(
    editor: Person, monkeypatch: pytest.MonkeyPatch, files: Any, fields: dict[str, str], said: str
) -> None:
    monkeypatch.setenv("COMITY_UPLOAD_MB", "1")
    answer = (
        hand_over(editor, ("good.txt", SENTENCE.encode()), *files, **fields)
        if files
        else hand_over(editor, **fields)
    )
    assert answer.status_code == 400 and said in answer.content.decode()
    assert uploads() == []


@pytest.mark.parametrize("what", TABLE)
def test_hostile_documents_cost_themselves_alone(editor: Person, reader: Any, what: str) -> None:
    case = TABLE[what]
    answer = hand_over(editor, (case.name, case.make()), ("good.txt", f"{SENTENCE} Well.".encode()))
    assert answer.status_code == 302
    work(reader)
    hostile, good = uploads()
    assert good.state == "added", "the one after it is read"
    assert hostile.state == ("added" if case.read else "failed"), hostile.problem
    assert hostile.problem == "" if case.read else hostile.name in hostile.problem
    assert "defect" not in hostile.problem
    pages = [answer.headers["Location"], "/add/", "/"]
    if hostile.doc:
        address = f"/documents/{hostile.doc}/"
        pages += [address]
        claims = re.findall(r"/claims/[0-9a-f]{16}/", editor.get(address).content.decode())
        pages += claims[:1]
    for page in pages:
        shown = editor.get(page)
        assert shown.status_code == 200, page
        text = shown.content.decode()
        assert not case.never or case.never not in text, page
        assert "<script>alert" not in text and "'unsafe" not in shown.headers["Content-Security-Policy"]


def test_what_is_too_large_is_refused_before_it_is_sent(site: Any) -> None:
    parts = urlsplit(site.address)
    for path in ("/add/", "/accounts/sign-in/"):
        line = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        line.putrequest("POST", path)
        line.putheader("Content-Type", "multipart/form-data; boundary=x")
        line.putheader("Content-Length", "1000000000")
        line.endheaders()
        line.send(b"--x\r\n" + b"a" * 10_000)
        answer = line.getresponse()
        assert answer.status == 413, path
        line.close()


def test_a_document_at_which_readers_fall_is_given_up(editor: Person) -> None:
    from comity.web.adding import queue, worker

    class Falling:
        def read(self, *_: Any) -> None:
            return None

    hand_over(editor, ("bad.txt", b"x"))
    name = queue.name()
    for _ in range(queue.ATTEMPTS):
        upload = queue.take(name)
        assert upload is not None
        worker.one(upload, name, Falling())  # type: ignore[arg-type]
    assert queue.take(name) is None
    assert uploads()[0].state == "failed" and "bad.txt: every attempt" in uploads()[0].problem


def test_a_reader_has_so_much_time(editor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.web.adding import reading

    monkeypatch.setenv("COMITY_READING_SECONDS", "1")
    reader = reading.Reader()
    try:
        hand_over(editor, ("long.txt", (SENTENCE + "\n").encode() * 20_000))
        work(reader)
    finally:
        reader.close()
    assert "long.txt: takes too long" in uploads()[0].problem


def test_seconds_are_seconds_however_long_it_takes_to_say_so(
    editor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from comity.web.adding import reading

    turns: list[int] = []

    def alive() -> None:
        turns.append(1)
        time.sleep(1)

    reader = reading.Reader()
    try:
        read = reader.read(alive, (SENTENCE + "\n").encode() * 20_000, "long.txt", seconds=3)
    finally:
        reader.close()
    assert isinstance(read, Failure) and "takes too long" in read.why
    assert len(turns) <= 2


def test_a_reader_that_nobody_waits_for_ends_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.web.adding import reading

    reader = reading.Reader()
    try:
        assert isinstance(reader.read(lambda: None, SENTENCE.encode(), "one.txt"), Page)
        # As when its worker was killed: nobody counts the seconds.
        reader.line.send((((SENTENCE + "\n").encode() * 200_000, "long.txt"), 1))
        _until(lambda: reader.process.exitcode is not None)
        assert reader.process.exitcode == -signal.SIGXCPU
        assert isinstance(reader.read(lambda: None, SENTENCE.encode(), "one.txt"), Page), "another begins"
    finally:
        reader.close()


def test_a_reader_ends_with_its_worker(tmp_path: Path) -> None:
    told = f"{SENTENCE}\\n"
    program = f"""
import os, signal
from comity.web.adding.reading import Reader
if __name__ == "__main__":
    reader = Reader()
    reader.read(lambda: None, b"x", "x.txt")
    reader.line.send(((b"{told}" * 200_000, "long.txt"), 600))
    print(reader.process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    (tmp_path / "killed.py").write_text(program, encoding="utf-8")
    said = subprocess.run([sys.executable, tmp_path / "killed.py"], stdout=subprocess.PIPE, text=True).stdout
    _until(lambda: not _runs(int(said)), seconds=30)


def _runs(pid: int) -> bool:
    """Whether there is a process that is more than a remainder nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_reader_that_ends_at_its_start_ends_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from comity.web.adding import reading

    monkeypatch.setenv("COMITY_READING_MB", "1")
    reader = reading.Reader()
    try:
        assert reader.read(lambda: None, b"x" * 5_000_000, "one.txt") is None
    finally:
        reader.close()


def test_the_page_does_not_read_the_bytes_of_what_waits(editor: Person) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    job = hand_over(editor, ("one.txt", b"one"), ("two.txt", b"two")).headers["Location"]
    numbers = []
    for page in ("/add/", job):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert editor.get(page).status_code == 200
        found = [one["sql"] for one in asked if "adding_upload" in one["sql"]]
        assert len(found) == 1 and '"adding_upload"."data"' not in found[0], found
        numbers.append(len(asked))
    hand_over(editor, ("three.txt", b"three"))
    with CaptureQueriesContext(connection) as asked:
        editor.get("/add/")
    assert len(asked) == numbers[0], "one more job asks nothing more"


@pytest.mark.parametrize(
    ("path", "fields", "files", "said"),
    [
        ("/add/", 1, 51, "which is 50"),
        ("/add/", 1100, 0, "which is 1000"),
        ("/accounts/sign-in/", 1100, 0, "which is 1000"),
    ],
)
def test_too_much_is_told_as_too_much(
    editor: Person, caplog: pytest.LogCaptureFixture, path: str, fields: int, files: int, said: str
) -> None:
    given = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(files)]
    answer = editor.send(path, {**{f"f{number}": "x" for number in range(fields)}, "files": given})
    assert answer.status_code == 413 and said in answer.content.decode()
    assert caplog.records == [], "nothing for the journal"


def test_a_text_that_is_too_long_is_told_as_that(editor: Person) -> None:
    answer = hand_over(editor, text="\u0416" * 6_100_000)
    assert answer.status_code == 413 and "more than 12 MB" in answer.content.decode()


def test_only_documents_may_be_large(editor: Person) -> None:
    from comity.web import access
    from comity.web.accounts.models import User

    _, secret = access.make_token(User.objects.get(username=editor.name), "test", "editor")
    headers = {"Authorization": f"Bearer {secret}"}
    body = b'"' + b"x" * 13_000_000 + b'"'
    answer = editor.client.post(
        "/api/v1/claims/none/decision", body, content_type="application/json", headers=headers
    )
    assert answer.status_code == 413 and answer.headers["Content-Type"] == "application/problem+json"
    files = {"file": [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(51)]}
    answer = editor.client.post("/api/v1/documents", files, headers=headers)
    assert answer.status_code == 413 and "which is 50" in answer.json()["detail"]


def test_two_workers_take_each_document_once(editor: Person) -> None:
    from comity.web.adding import queue

    hand_over(editor, *((f"{number}.txt", b"x %d" % number) for number in range(4)))
    names = [queue.name(), queue.name()]
    taken = [queue.take(names[number % 2]) for number in range(4)]
    assert len({one.pk for one in taken if one is not None}) == 4
    assert queue.take(names[0]) is None
    queue.give_back(names[1])
    again = queue.take(names[0])
    assert again is not None and again.pk in {taken[1].pk, taken[3].pk} and again.attempts == 1  # type: ignore[union-attr]


def test_what_a_worker_on_another_machine_does_not_renew_is_taken_over(editor: Person) -> None:
    from django.utils import timezone

    from comity.web.adding import queue
    from comity.web.adding.models import Upload

    hand_over(editor, ("one.txt", b"x"))
    upload = queue.take("elsewhere/1/a")
    assert upload is not None and queue.take("here/2/b") is None
    Upload.objects.update(taken_at=timezone.now() - queue.GONE * 1.1)
    assert queue.take("here/2/b") is not None
    assert not queue.renew(upload, "elsewhere/1/a"), "the other learns that it is no longer its"


# --- the server and its worker as processes -----------------------------------------------------------------


def _serve(db: str, folder: Path) -> tuple[subprocess.Popen[str], str, str]:
    """A server as `comity serve` starts it; its address and the key of its link."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "comity", "serve", "--port", str(port), "--db", db]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True,
                              env=os.environ | {"COMITY_LANG": "en"})  # fmt: skip
    assert server.stderr is not None
    said = server.stderr.readline() + server.stderr.readline()
    found = re.search(r"(http://127\.0\.0\.1:\d+)/accounts/link/\?key=(\S+)", said)
    assert found, said
    return server, found[1], found[2]


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(one) for one in found.split()]


def test_a_job_survives_the_death_of_the_server(filled: str, tmp_path: Path) -> None:
    from comity.register import store
    from comity.web.adding import queue
    from comity.web.adding.models import Upload

    text = "\n\n".join(f"On {day} May {year} the Foreign Minister of Chile Luis Vega paid an official visit to Kenya."
                       for year in range(1990, 2010) for day in range(1, 29))  # fmt: skip
    queue.hand_over([queue.Handed(f"{n}.txt", f"{n}\n\n{text}".encode()) for n in range(3)], "somebody")
    store.close()
    server, _, _ = _serve(filled, tmp_path)
    try:
        _until(lambda: Upload.objects.filter(state=Upload.READING).exists())
        workers = _children(server.pid)
        assert workers
        for pid in (server.pid, *workers, *(one for worker in workers for one in _children(worker))):
            os.kill(pid, signal.SIGKILL)
        server.wait()
    finally:
        server.stderr.close()  # type: ignore[union-attr]
    assert Upload.objects.filter(state__in=Upload.DONE).count() < 3
    again, _, _ = _serve(filled, tmp_path)
    try:
        _until(lambda: Upload.objects.filter(state=Upload.ADDED).count() == 3)
    finally:
        again.terminate()
        again.wait()
        again.stderr.close()  # type: ignore[union-attr]
    from comity.register import queries

    assert sorted(one.id for one in queries.documents() if one.added_by == "somebody") == ["0", "1", "2"]


def test_the_worker_ends_with_the_server(tmp_path: Path, copies: Copies) -> None:
    db = tmp_path / "comity.db"
    copies.register("sqlite", db)
    server, _, _ = _serve(str(db), tmp_path)
    _until(lambda: len(_children(server.pid)) == 1)
    worker = _children(server.pid)
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    server.stderr.close()  # type: ignore[union-attr]
    _until(lambda: not Path(f"/proc/{worker[0]}").exists())


def test_a_worker_that_falls_is_started_again(tmp_path: Path, copies: Copies) -> None:
    db = tmp_path / "comity.db"
    copies.register("sqlite", db)
    server, _, _ = _serve(str(db), tmp_path)
    try:
        _until(lambda: len(_children(server.pid)) == 1)
        first = _children(server.pid)
        os.kill(first[0], signal.SIGKILL)
        _until(lambda: (now := _children(server.pid)) != [] and now != first)
    finally:
        server.terminate()
        server.wait()
        server.stderr.close()  # type: ignore[union-attr]


def _until(true: Any, seconds: int = 90) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.1)
