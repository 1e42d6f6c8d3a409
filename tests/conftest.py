"""Registers in real files and, where a PostgreSQL server is installed, in real PostgreSQL databases.

The same tests run on both. Debian's package `postgresql` is enough; the server is started for the tests alone, by
a user without privileges, in a temporary folder, and listens on no port. Where there is none, the end of the run
says that these tests were not run.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from comity.register import store

# A busy machine is no error: no test asserts how long something takes.
settings.register_profile("comity", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("comity")

POSTGRES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda one: int(one.parent.name))
"""Where the newest server's programs are; `None` where there is none."""

DATABASES = ["sqlite", "postgresql"] if POSTGRES is not None else ["sqlite"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it where half of these tests was not run."""
    if POSTGRES is None:
        terminalreporter.write_line(
            "The register was tested on SQLite only: install postgresql (apt-get install postgresql) for both."
        )


class Copies:
    """Registers copied from templates, each made once in a run: making one takes longer than most tests."""

    def __init__(self, folder: Path, cluster: Callable[[], Path]) -> None:
        self._folder = folder
        self._cluster = cluster
        self._made: set[str] = set()
        self._numbers = itertools.count()
        # Making a template closes what is open: this one is also asked for while a test has a register.
        _make(str(folder / "template.db"), None)

    def register(self, sort: str, path: Path, fill: Callable[[], object] | None = None) -> str:
        """The path or URL of a fresh register, not open, with what `fill` puts into an open one."""
        name = f"template_{fill.__module__}_{fill.__name__}".replace(".", "_") if fill else "template"
        if sort == "sqlite":
            template = self._folder / f"{name}.db"
            if not template.exists():
                _make(str(template), fill)
            shutil.copyfile(template, path)
            return str(path)
        server = f"postgres://comity@/{{}}?host={self._cluster()}"
        if name not in self._made:
            _sql(server, f"CREATE DATABASE {name}")
            _make(server.format(name), fill)
            self._made.add(name)
        copy = f"register_{next(self._numbers)}"
        _sql(server, f"CREATE DATABASE {copy} TEMPLATE {name}")
        return server.format(copy)


def _make(url: str, fill: Callable[[], object] | None) -> None:
    store.open_register(url)
    if fill is not None:
        fill()
    store.close()


def _sql(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url.format("postgres"), autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(scope="session")
def copies(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Fresh registers."""
    return Copies(tmp_path_factory.mktemp("templates"), lambda: request.getfixturevalue("cluster"))


@pytest.fixture
def db(tmp_path: Path, copies: Copies) -> Iterator[Path]:
    """A fresh register in a file, open."""
    path = tmp_path / "comity.db"
    store.open_register(copies.register("sqlite", path))
    yield path
    store.close()


@pytest.fixture
def other(tmp_path: Path, copies: Copies) -> Path:
    """Another fresh register in a file, not open."""
    return Path(copies.register("sqlite", tmp_path / "other.db"))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """A PostgreSQL server of our own, which ends with this process also where that is killed; the folder of its
    socket.
    """
    assert POSTGRES is not None
    folder = Path(tempfile.mkdtemp(prefix="comity-pg-"))
    # The server refuses to run as root.
    account = _account()
    other = []
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
        other = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    surroundings = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    data = str(folder / "data")
    # Sorted by the rules of a language, as an office's server is, and not by code points as SQLite does.
    subprocess.run(
        ["setpriv", *other, str(POSTGRES / "initdb"), "-D", data, "-U", "comity", "-A", "trust", "-E", "UTF8",
         "--no-sync", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"],
        cwd=folder, env=surroundings, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            ["setpriv", *other, "--pdeathsig=QUIT", str(POSTGRES / "postgres"), "-D", data, "-c", "listen_addresses=",
             "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"],
            cwd=folder, env=surroundings, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        _await(folder, server)
        yield folder
    finally:
        store.close()
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=60)
        shutil.rmtree(folder)


def _await(folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Until a server takes connections."""
    import psycopg

    for _ in range(600):
        assert server.poll() is None, (folder / "log").read_text(encoding="utf-8")
        try:
            psycopg.connect(f"postgres://comity@/postgres?host={folder}").close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError((folder / "log").read_text(encoding="utf-8"))


def _account() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root; `None` for ourselves."""
    if os.getuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


@pytest.fixture(params=DATABASES)
def register(request: pytest.FixtureRequest, tmp_path: Path, copies: Copies) -> Iterator[str]:
    """A fresh register in each sort of database, open: its path or URL."""
    url = copies.register(request.param, tmp_path / "comity.db")
    store.open_register(url)
    yield url
    store.close()
