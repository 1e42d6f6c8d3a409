"""What the site adds to the register's settings."""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
from pathlib import Path
from typing import Any

from comity.register import settings as register_settings
from comity.register import store

HOME = Path(__file__).parent
KEY_FILE = ".comity-key"
"""The site's secret key, beside an SQLite register; made when the site is first started."""
HOSTS = "COMITY_ALLOWED_HOSTS"
"""Names, set apart by commas, under which a site that is not on the loopback address may be asked for."""

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def configure(
    db: str | os.PathLike[str] | None = None, host: str = "127.0.0.1", *, must_exist: bool = True
) -> None:
    """Open a register and set Django up for the site, also where it is set up for the register already."""
    import django.conf

    wanted = site(db, host)
    store.open_register(db, must_exist=must_exist, **wanted)
    for name, value in wanted.items():
        setattr(django.conf.settings, name, value)


def site(db: str | os.PathLike[str] | None = None, host: str = "127.0.0.1") -> dict[str, Any]:
    """Django's settings for the site."""
    return {
        "DEBUG": False,
        "SECRET_KEY": os.environ.get("COMITY_SECRET_KEY") or secret_key(db),
        "ALLOWED_HOSTS": allowed_hosts(host),
        "ROOT_URLCONF": "comity.web.urls",
        "MIDDLEWARE": [
            "comity.web.middleware.security_headers",
            "django.middleware.security.SecurityMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.common.CommonMiddleware",
            "comity.web.middleware.language",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HOME / "templates"],
                "OPTIONS": {
                    "builtins": ["comity.web.tags"],
                    "context_processors": ["comity.web.context.page"],
                },
            }
        ],
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [HOME / "static", HOME.parent / "publishing" / "static"],
        "STATICFILES_FINDERS": ["django.contrib.staticfiles.finders.FileSystemFinder"],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_MAX_AGE": 365 * 24 * 3600,
        "USE_I18N": False,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
    }


def allowed_hosts(host: str) -> list[str]:
    """The names under which the site answers: a page elsewhere cannot ask it under a name of its own."""
    named = [name.strip() for name in os.environ.get(HOSTS, "").split(",") if name.strip()]
    if is_loopback(host):
        return [*named, "localhost", "127.0.0.1", "[::1]"]
    own = [] if host in ("", "0.0.0.0", "::") else [f"[{host}]" if ":" in host else host]  # noqa: S104
    return [*named, *own, socket.gethostname(), "localhost", "127.0.0.1", "[::1]"]


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def secret_key(db: str | os.PathLike[str] | None = None) -> str:
    """The key of a register's folder, made on first use and readable by its owner alone.

    For a register that is no file, or a folder that cannot be written to, a key that lasts as long as the
    process.
    """
    path = register_settings.sqlite_path(db)
    if path is None:
        return secrets.token_urlsafe(50)
    file = path.absolute().parent / KEY_FILE
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass  # made by an earlier start: read below
    except OSError:
        return secrets.token_urlsafe(50)
    try:
        return file.read_text(encoding="ascii").strip() or secrets.token_urlsafe(50)
    except (OSError, UnicodeDecodeError):
        return secrets.token_urlsafe(50)
