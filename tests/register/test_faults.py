"""What goes wrong on real machines: no room left, two writers at once. Nothing accepted is lost."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from comity.register import store
from comity.register.errors import RegisterError
from tests.register import samples

WRITER = """
import sys
from comity.register import store
from tests.register import samples
store.open_register(sys.argv[1])
from comity.register import actions
print("open", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    doc, data = samples.document(f"{sys.argv[2]}{number}.txt", f"{samples.EN} {sys.argv[2]} {number}")
    said = samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="established")
    with store.guard():
        assert actions.add_document(doc, data, [said]).new
    print(doc.id, flush=True)
store.close()
"""


def test_two_writers_at_once_lose_nothing(register: str) -> None:
    from comity.register import doctor, queries

    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, register, name, "8"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        for name in ("a", "b")
    ]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "open\n"
    told = [writer.communicate("go\n", timeout=120) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], told
    accepted = sorted(line for out, _ in told for line in out.splitlines())
    assert len(accepted) == 16
    assert [one.id for one in queries.documents()] == accepted
    (record,) = queries.records()
    assert len(record.claims) == 16, "the record has the claims of both"
    assert list(doctor.examine()) == []


def test_a_full_disk_keeps_what_was_there(db: Path) -> None:
    """The database may grow by a few pages and no more, as on a disk that is nearly full."""
    from django.db import connection

    from comity.register import actions, doctor, queries

    actions.add_document(*samples.english())
    before = (queries.documents(), queries.records(), queries.findings())
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages + 5}")
    doc, data = samples.document("long.txt", "Nothing of relations. " * 20_000)
    with pytest.raises(RegisterError, match=r"disk of the register is full\. Make room"), store.guard():
        actions.add_document(doc, data, [])
    assert (queries.documents(), queries.records(), queries.findings()) == before
    store.close()
    store.open_register(db, must_exist=True)
    assert (queries.documents(), queries.records(), queries.findings()) == before
    assert list(doctor.examine()) == []
    assert actions.add_document(doc, data, []).new, "with room again it goes on"


ROOT = Path(__file__).parents[2]


def python(*words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, words)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def killed(process: subprocess.Popen[str], acts: int, after: float) -> list[str]:
    """What a process said that is killed some seconds after it has acted so many times."""
    assert process.stdout is not None and process.stderr is not None
    said = []
    for line in process.stdout:
        said.append(line.strip())
        if len(said) > acts:
            break
    timer = threading.Timer(after, process.kill)
    timer.start()
    out, err = process.communicate(timeout=120)
    timer.cancel()
    assert process.returncode == -9, err
    # A line that was cut in the middle tells of an act that was done; which, it does not say.
    return [*said, *out.rpartition("\n")[0].splitlines()]


@pytest.mark.parametrize("number", range(4))
def test_killed_while_it_is_at_work(db: Path, tmp_path: Path, number: int) -> None:
    """Adding, reviewing, judging, rereading and copying, killed at a moment by chance, several times over."""
    from comity.register import doctor, models

    chance = random.Random(number)
    store.close()
    accepted: list[str] = []
    for turn in range(3):
        process = python("-m", "tests.register.busy", db, str(100 * number + turn), tmp_path)
        accepted += killed(process, chance.randint(1, 12), chance.uniform(0, 0.3))
    store.open_register(db, must_exist=True)
    assert list(doctor.examine()) == []
    told: dict[str, list[str]] = {}
    for line in accepted:
        act, _, what = line.partition(" ")
        told.setdefault(act, []).append(what)
    assert set(told.get("add", ())) <= set(models.Document.objects.values_list("id", flat=True))
    assert {int(one) for one in told.get("judge", ())} <= set(
        models.Judgement.objects.values_list("id", flat=True)
    )
    decided = models.Decision.objects.all()
    for act, name in (("accept", "accepted"), ("reject", "rejected")):
        assert len(told.get(act, ())) <= decided.filter(decision=name).count()
    assert len(told.get("undo", ())) <= decided.exclude(undone_at=None).count()
    assert len(told.get("dismiss", ())) <= models.Dismissal.objects.count()
    copies = sorted(tmp_path.glob("copy*.db"))
    assert {f"copy{one}.db" for one in told.get("backup", ())} <= {one.name for one in copies}
    store.close()
    for copy in copies:
        store.open_register(copy, must_exist=True)
        assert list(doctor.examine(deep=False)) == []
        store.close()


OPENER = """
import os, sys
from django.db.migrations.recorder import MigrationRecorder

made = 0
record = MigrationRecorder.record_applied

def until(self, app, name):
    global made
    if made == int(sys.argv[2]):
        os._exit(9)
    made += 1
    record(self, app, name)

MigrationRecorder.record_applied = until
from comity.register import store
store.open_register(sys.argv[1])
"""


@pytest.mark.parametrize("made", [0, 1, 7])
def test_killed_while_it_makes_its_tables(tmp_path: Path, made: int) -> None:
    """Stopped between a migration and the note that it was made."""
    path = tmp_path / "comity.db"
    process = python("-c", OPENER, path, str(made))
    _, err = process.communicate(timeout=60)
    assert process.returncode == 9, err
    assert path.exists()
    store.open_register(path)
    from comity.register import queries

    assert queries.documents() == []
    store.close()


@pytest.mark.parametrize("number", range(3))
def test_killed_while_it_imports(db: Path, tmp_path: Path, number: int) -> None:
    """An import is there as a whole or not at all, and can be done again."""
    from comity.register import actions, doctor, exchange, queries

    for index in range(8):
        doc, data = samples.document(f"d{index}.txt", f"{samples.EN} {index}")
        one = samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="established")
        actions.add_document(doc, data, [one])
    lines = list(exchange.export())
    store.close()
    file, new = tmp_path / "all.jsonl", tmp_path / "new.db"
    file.write_text("\n".join(lines), encoding="utf-8")
    process = python("-m", "comity", "import", file, "--db", new)
    try:
        process.communicate(timeout=random.Random(number).uniform(0.6, 2.5))
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    store.open_register(new)
    held = len(queries.documents())
    assert held in (0, 8)
    if not held:
        assert exchange.load(lines) == 8
    assert list(doctor.examine()) == [] and list(exchange.export()) == lines


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    """What `tests.register.filling` does on a disk of 8 MB, which that process alone sees: with it the disk is gone,
    also when both are killed.
    """
    alone = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--map-root-user"])]
    disk = ["sh", "-ec", 'mount -t tmpfs -o size=8m tmpfs "$0"; exec "$@"', str(tmp_path)]
    if shutil.which("unshare") is None or subprocess.run([*alone, *disk, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    done = subprocess.run(
        [*alone, *disk, sys.executable, "-m", "tests.register.filling", str(tmp_path)],
        capture_output=True, text=True, timeout=300, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
