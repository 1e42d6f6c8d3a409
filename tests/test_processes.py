"""Work in several processes, some of which are killed over it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from comity.processes import in_order
from tests.commands import run


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


def test_add_goes_on_past_a_document_that_a_register_has_no_room_for(tmp_path: Path) -> None:
    for name in ("n" * 240, "b"):
        (tmp_path / f"{name}.txt").write_text(f"The embassy of Chile in Oslo was opened in 1950. {name}")
    done = run("add", ".", "--db", "r.db", cwd=tmp_path)
    assert done.returncode == 0 and "2 added" in done.stderr
