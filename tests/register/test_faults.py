"""What goes wrong on real machines: no room left, two writers at once. Nothing accepted is lost."""

from __future__ import annotations

import os
import subprocess
import sys
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
