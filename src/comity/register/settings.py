"""Where the register is, and Django set up for it.

The database is, in this order: what the caller names (`--db`), `COMITY_DATABASE_URL`, `comity.db` in the
working folder. A name is a path, `sqlite:///path` or `postgres://user:password@host:port/name`.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from comity.register.errors import RegisterError

VARIABLE = "COMITY_DATABASE_URL"
DEFAULT = "comity.db"

# WAL lets the site read while `comity add` writes. FULL makes each commit wait for the disk: in WAL mode
# NORMAL may lose the last commits when power fails, and a reviewer's accepted decision must not be among
# them. One commit per document keeps the cost small beside reading. IMMEDIATE takes the write lock at the
# start of a transaction, so that two writers wait for each other (timeout) and never fail half way.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
_WAIT = 20
"""Seconds that a writer waits for another."""

APPS = (
    "comity.register",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "axes",
    "comity.web.accounts",
    "comity.web.adding",
)
"""Every app with tables in a register, those of the site among them, named and not imported: whichever command
makes the register makes it whole."""


def database_url(db: str | os.PathLike[str] | None = None) -> str:
    """The name of the register's database after the defaults are filled in."""
    return os.fspath(db) if db else os.environ.get(VARIABLE) or DEFAULT


def sqlite_path(db: str | os.PathLike[str] | None = None) -> Path | None:
    """The file of an SQLite register, `None` for another database; `RegisterError` for a URL of unknown
    sort.
    """
    url = database_url(db)
    if url.startswith("sqlite://"):
        return Path(unquote(url.removeprefix("sqlite://").removeprefix("/")) or DEFAULT)
    if "://" not in url:
        return Path(url)
    if url.split("://", 1)[0].lower() in ("postgres", "postgresql"):
        return None
    raise RegisterError(
        f"{url.split('://', 1)[0]}:// is not a database that Comity knows",
        "Give a path, sqlite:///path or postgres://user:password@host/name.",
    )


def shown(db: str | os.PathLike[str] | None = None) -> str:
    """The register's name for messages and logs: that of a database without its password and options."""
    path = sqlite_path(db)
    if path is not None:
        return str(path)
    parts = _parts(database_url(db))
    user = f"{parts.username}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return f"postgres://{user}{parts.hostname or ''}{port}{parts.path}"


def _parts(url: str) -> SplitResult:
    """A URL of PostgreSQL in parts; `RegisterError` where it is none, which does not repeat what may be a password."""
    try:
        parts = urlsplit(url)
        name = parts.path.strip("/")
        whole = bool(name) and "@" not in name and not parts.fragment and parts.port != 0
    except ValueError:  # a port that is no number, brackets that are no address
        whole = False
    if not whole:
        raise RegisterError(
            "the address of the database is none",
            "Give postgres://user:password@host:port/name; write signs such as # / ? [ @ in a password "
            "as %23 %2F %3F %5B %40.",
        )
    return parts


def database(db: str | os.PathLike[str] | None = None) -> dict[str, Any]:
    """Django's description of the register's database."""
    path = sqlite_path(db)
    if path is not None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(path.absolute()),
            "OPTIONS": {"init_command": _PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": _WAIT},
        }
    parts = _parts(database_url(db))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def configure(db: str | os.PathLike[str] | None = None, **extra: Any) -> None:
    """Set Django up for the register named; `extra` are further settings (the site's).

    A second call is for another register: it changes the database and leaves the other settings.
    """
    import django
    from django.conf import settings

    if settings.configured:
        _change_database(database(db))
        return
    settings.configure(
        **{
            "DATABASES": {"default": database(db)},
            "INSTALLED_APPS": list(APPS),
            "AUTH_USER_MODEL": "accounts.User",
            "USE_TZ": True,
            "TIME_ZONE": "UTC",
            "SECRET_KEY": os.environ.get("COMITY_SECRET_KEY") or secrets.token_urlsafe(40),
            "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
            "LOGGING_CONFIG": None,
            **extra,
        }
    )
    django.setup()


def _change_database(description: dict[str, Any]) -> None:
    from django.conf import settings
    from django.db import connections

    # Django fills in what is not told, so only what is told is compared.
    present = settings.DATABASES.get("default", {})
    if all(present.get(key) == value for key, value in description.items()):
        return
    connections.close_all()
    settings.DATABASES["default"] = description
    # Django keeps the databases it was started with; its handler offers no public way to change them.
    connections.__dict__.pop("settings", None)
    connections._settings = None
    if any(one.alias == "default" for one in connections.all(initialized_only=True)):
        del connections["default"]  # this thread's; others open theirs anew for each request
