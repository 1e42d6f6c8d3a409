"""Serving the site from this machine, for the people at it; a public site stands behind a server made for
that.
"""

from __future__ import annotations

import errno
import os
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from comity.register import settings as register_settings
from comity.register.errors import RegisterError


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True
    # Readers who come at one moment wait to be heard; of five, as is usual, the sixth would be turned away.
    request_queue_size = 128

    def server_bind(self) -> None:
        """Bind without asking a name server who we are: it may not answer, and nobody needs to know."""
        socketserver.TCPServer.server_bind(self)
        host, port = self.server_address[:2]
        self.server_name, self.server_port = str(host), int(port)
        self.setup_environ()

    def shutdown_request(self, request: Any) -> None:
        """Hear out, for a moment, somebody whose request was answered before it had come wholly, as one that is too
        large: closed at once, the connection would be reset before the answer is read.
        """
        try:
            request.shutdown(socket.SHUT_WR)
            request.settimeout(_LINGERING)
            until = time.monotonic() + _LINGERING
            while time.monotonic() < until and request.recv(65536):
                pass
        except OSError:
            pass  # gone already
        self.close_request(request)


_LINGERING = 2.0
"""Seconds for which somebody who still sends is heard out."""


class _SixServer(_Server):
    address_family = socket.AF_INET6


class _Quiet(WSGIRequestHandler):
    """Answers without a line of log for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not logged: who read what is nobody's business."""

    def address_string(self) -> str:
        """The address itself; no name is asked for."""
        return str(self.client_address[0])


def serve(
    db: str | os.PathLike[str] | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    ready: Callable[[str], None] | None = None,
    link: Callable[[str], None] | None = None,
    *,
    worker: bool = False,
) -> None:
    """Serve the site of a register until interrupted (Ctrl+C).

    `ready` is called with the site's address when it answers, `link` with the one by which the person at this
    machine comes in and may do everything, which holds once; port 0 takes a free one. With `worker` a process
    besides reads what is handed over on the site. `RegisterError` where
    the register cannot be opened or the address cannot be had.
    """
    server = start(db, host, port)
    if ready is not None:
        ready(address(server))
    if link is not None:
        link(address(server) + local_link())
    reading = Worker(db) if worker else None
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return
    finally:
        if reading is not None:
            reading.close()
        server.server_close()


class Worker:
    """The process that reads what is handed over on the site, started again when it falls.

    A process and not a thread, so that pages are answered while a long document is read. It ends by itself when
    this one is no more.
    """

    def __init__(self, db: str | os.PathLike[str] | None) -> None:
        # By the environment: a password in the register's URL is no business of who lists processes.
        self._environment = os.environ | {register_settings.VARIABLE: register_settings.database_url(db)}
        self._closing = threading.Event()
        self._process = self._start()
        self._watch = threading.Thread(target=self._keep, daemon=True)
        self._watch.start()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "comity", "work", "--parent", str(os.getpid())]
        return subprocess.Popen(command, env=self._environment, stdin=subprocess.DEVNULL)  # noqa: S603 - our own

    def _keep(self) -> None:
        while not self._closing.wait(1):
            if self._process.poll() is not None:
                self._process = self._start()

    def close(self) -> None:
        """End it; what it has not finished waits for the next start."""
        self._closing.set()
        self._watch.join()
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def start(db: str | os.PathLike[str] | None = None, host: str = "127.0.0.1", port: int = 8000) -> _Server:
    """A server of the site that listens and does not answer yet: `serve_forever` and `shutdown` are the
    caller's.
    """
    from comity.web import settings

    settings.configure(db, host)
    from django.core.wsgi import get_wsgi_application

    kind = _SixServer if ":" in host else _Server
    try:
        server = kind((host, port), _Quiet)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            reason = "is taken by another program" if error.errno == errno.EADDRINUSE else "may not be used"
            raise RegisterError(f"port {port} of {host} {reason}", "Name another with --port.") from error
        raise RegisterError(f"{host} is no address of this machine", "Name one that it has.") from error
    server.set_app(get_wsgi_application())
    return server


def local_link() -> str:
    """The end of an address by which the person at this machine signs in, once: whoever may start the site has the
    register's file in hand and is its administrator.
    """
    from django.db import connections

    from comity.register.actions import whoami
    from comity.web import access
    from comity.web.accounts.models import User

    name = whoami()
    user = User.objects.filter(username=name).first() or User.objects.create_user(
        name, role=access.ADMINISTRATOR
    )
    if user.role != access.ADMINISTRATOR or not user.is_active:
        user.role, user.is_active = access.ADMINISTRATOR, True
        user.save(update_fields=["role", "is_active"])
    secret = access.make_link(user)
    connections.close_all()
    return f"accounts/link/?key={secret}"


def address(server: _Server) -> str:
    """The address of the site for a browser."""
    host, port = str(server.server_address[0]), int(server.server_address[1])
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
