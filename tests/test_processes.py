"""Work in several processes, some of which are killed over it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from comity.processes import in_order
from tests.commands import COMITY, run


def double(number: int) -> int:
    """Twice a number; the process that is given a negative one is killed."""
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def nap(number: int) -> int:
    """The number, after a moment that is longer for early ones."""
    time.sleep(0.2 / (1 + number))
    return number


def fail(number: int) -> int:
    """An error of the work itself."""
    raise ValueError(number)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on Windows")
@pytest.mark.parametrize("things", [[-1, 1, 2], [1, 2, -3, 4, 5, 6, 7, 8], [1, -2, -3, 4], [1, 2, -3]])
def test_a_process_that_is_killed_costs_only_what_it_worked_at(things: list[int]) -> None:
    made = list(in_order(double, things, 2, lambda thing: thing * 100))
    assert made == [thing * (2 if thing >= 0 else 100) for thing in things]


def test_results_come_in_the_order_of_the_things() -> None:
    assert list(in_order(nap, range(6), 3, lambda thing: -1)) == list(range(6))


def test_an_error_of_the_work_is_an_error() -> None:
    with pytest.raises(ValueError, match="1"):
        list(in_order(fail, [1, 2], 2, lambda thing: 0))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    text = "The embassy of Chile in Oslo was opened in 1950 by President Ana Rey. " * 4000
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{number}. {text}")
    started = subprocess.Popen([*COMITY, "read", ".", "--jobs", "2"], cwd=tmp_path, stdout=subprocess.DEVNULL)
    children: list[int] = []
    while len(children) < 2 and started.poll() is None:
        told = Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split()
        children = [int(one) for one in told if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text()]
        time.sleep(0.05)
    started.kill()
    started.wait()
    until = time.monotonic() + 60
    while any(Path(f"/proc/{one}").exists() for one in children) and time.monotonic() < until:
        time.sleep(0.1)
    assert len(children) == 2 and not any(Path(f"/proc/{one}").exists() for one in children)


def test_add_goes_on_past_a_document_that_a_register_has_no_room_for(tmp_path: Path) -> None:
    for name in ("n" * 240, "b"):
        (tmp_path / f"{name}.txt").write_text(f"The embassy of Chile in Oslo was opened in 1950. {name}")
    done = run("add", ".", "--db", "r.db", cwd=tmp_path)
    assert done.returncode == 0 and "2 added" in done.stderr
