"""The command line as a user runs it, each command in a process of its own, without the time that Python takes to load
the libraries: the processes are begun from one that has them already.

What a command's own modules are and what its environment says is seen by each process anew: the one that they are
begun from has not imported `comity.cli`, and knows no register.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

COMITY = [sys.executable, "-m", "comity"]
"""The command as it is when nothing was loaded before."""

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.loaded"])


def clean(**more: str) -> dict[str, str]:
    """The environment of this process without what changes how commands behave, and with `more`."""
    left_out = ("COMITY_", "DEMO_", "LC_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {**kept, "LANG": "C.UTF-8", "PYTHONUTF8": "1", **more}


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `comity WORDS` does in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder) / name for name in ("out", "err")]
        told = list(map(str, words))
        process = _PROCESSES.Process(target=_command, args=(told, cwd, clean(**environment), streams))
        process.start()
        process.join(timeout=120)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutError(f"comity {' '.join(told)} did not end")
        out, err = (one.read_bytes().decode("utf-8") for one in streams)
    return subprocess.CompletedProcess(told, process.exitcode, out, err)


def _command(words: list[str], cwd: Path, environment: dict[str, str], streams: list[Path]) -> None:
    """Be the process of a command."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate(streams, start=1):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    sys.argv = ["comity", *words]
    try:
        runpy.run_module("comity", run_name="__main__", alter_sys=True)
    finally:
        # As the end of the interpreter closes a database, which a forked process does not come to.
        from django.conf import settings

        if settings.configured:
            sys.modules["comity.register.store"].close()
