"""`comity serve`."""

from __future__ import annotations

import socket

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError
from comity.cli.words import say

_TRIED = 50


@click.command(help=say("serve.help"), epilog=say("serve.examples"))
@options.port
@options.db
def serve(port: int, db: str | None) -> None:
    """The site of the register, on the loopback address."""
    run(port, db)


def run(port: int, db: str | None) -> None:
    """Serve until Ctrl-C."""
    from comity.web import server

    server.serve(
        db,
        port=free_port(port),
        ready=lambda address: output.tell(say("serve.at", address=address)),
        link=lambda address: output.tell(say("serve.link", address=address)),
        worker=True,
    )


@click.command(help=say("work.help"), epilog=say("work.examples"))
@click.option("--once", is_flag=True, help=say("work.once.help"))
@click.option("--parent", type=int, hidden=True)
@options.db
def work(once: bool, parent: int | None, db: str | None) -> None:
    """Read and add what was handed over on the site."""
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.web.adding import worker

    worker.work(parent=parent, once=once)


def free_port(first: int) -> int:
    """The first port from one on that nothing listens at."""
    last = min(first + _TRIED, 65535)
    for port in range(first, last + 1):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RefusedError(say("serve.taken", first=first, last=last))
