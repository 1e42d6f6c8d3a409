"""What the site adds to the register's settings."""

from __future__ import annotations

import datetime
import ipaddress
import logging
import os
import secrets
import socket
from pathlib import Path
from typing import Any

from comity.register import settings as register_settings
from comity.register import store
from comity.register.errors import RegisterError

HOME = Path(__file__).parent
KEY_FILE = ".comity-key"
"""The site's secret key, beside an SQLite register; made when the site is first started."""
HOSTS = "COMITY_ALLOWED_HOSTS"
"""Names, set apart by commas, under which a site that is not on the loopback address may be asked for."""

PUBLIC = "COMITY_PUBLIC"
"""`1`: whoever reaches the site reads it without an account; `0`: nobody does. Not given: on the loopback
address anybody, elsewhere nobody."""
BEHIND_PROXY = "COMITY_BEHIND_PROXY"
"""`1`: a reverse proxy speaks HTTPS for us and tells `X-Forwarded-For` and `X-Forwarded-Proto`."""

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

_FAILURES = 10
"""Failed sign-ins from one address after which it must wait."""
_WAIT = datetime.timedelta(minutes=15)
_SESSION = 12 * 3600
"""Seconds that somebody stays signed in: a working day."""
FORM = 12_000_000
"""The largest request that is no upload, in bytes: a pasted text of five million signs."""
FILES = 50
"""Files that are taken at once."""
_FIELDS = 1000
"""Fields that a form may have."""
_TOO_LARGE = ("RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent")
"""What Django calls requests that are beyond a limit."""


def configure(
    db: str | os.PathLike[str] | None = None, host: str = "127.0.0.1", *, must_exist: bool = True
) -> None:
    """Open a register and set Django up for the site, also where it is set up for the register already."""
    import django.conf

    wanted = site(db, host)
    store.open_register(db, must_exist=must_exist, **wanted)
    for name, value in wanted.items():
        setattr(django.conf.settings, name, value)
    # What somebody was refused is their business; what failed is told.
    for name in ("django.request", "django.security", "axes"):
        logging.getLogger(name).setLevel(logging.ERROR)
    for name in _TOO_LARGE:
        logging.getLogger(f"django.security.{name}").setLevel(logging.CRITICAL)


def site(db: str | os.PathLike[str] | None = None, host: str = "127.0.0.1") -> dict[str, Any]:
    """Django's settings for the site."""
    local = is_loopback(host)
    proxied = flag(BEHIND_PROXY, False)
    return {
        "DEBUG": False,
        "COMITY_PUBLIC": flag(PUBLIC, local),
        "COMITY_BEHIND_PROXY": proxied,
        "SECRET_KEY": os.environ.get("COMITY_SECRET_KEY") or secret_key(db),
        "ALLOWED_HOSTS": allowed_hosts(host),
        "ROOT_URLCONF": "comity.web.urls",
        "MIDDLEWARE": [
            "comity.web.middleware.security_headers",
            "django.middleware.security.SecurityMiddleware",
            # Before what it compresses: Django's gzip differs each time, and a tag made of it would never be met again.
            "django.middleware.gzip.GZipMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "comity.web.middleware.language",
            "comity.web.middleware.spelling",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            # Who may not send a form, and one that is too large, is refused before the form is read.
            "comity.web.middleware.person",
            "comity.web.middleware.logged",
            "comity.web.middleware.limited",
            "django.middleware.csrf.CsrfViewMiddleware",
            "axes.middleware.AxesMiddleware",
            "comity.web.busy.middleware",
        ],
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "django.contrib.auth.backends.ModelBackend",
        ],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
            for name, options in (
                ("UserAttributeSimilarityValidator", {"user_attributes": ("username",)}),
                ("MinimumLengthValidator", {"min_length": 12}),
                ("CommonPasswordValidator", {}),
                ("NumericPasswordValidator", {}),
            )
        ],
        "LOGIN_URL": "/accounts/sign-in/",
        "AXES_FAILURE_LIMIT": _FAILURES,
        "AXES_COOLOFF_TIME": _WAIT,
        "AXES_LOCKOUT_PARAMETERS": ["ip_address"],
        "AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT": False,
        "AXES_CLIENT_IP_CALLABLE": "comity.web.accounts.log.client",
        "AXES_LOCKOUT_CALLABLE": "comity.web.accounts.views.locked_out",
        "AXES_DISABLE_ACCESS_LOG": True,
        "AXES_VERBOSE": False,
        # A site that others reach is spoken to by HTTPS; this machine's own by HTTP.
        "SESSION_COOKIE_SECURE": not local,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_AGE": _SESSION,
        "SESSION_COOKIE_NAME": "comity_session" if local else "__Host-comity_session",
        "CSRF_COOKIE_SECURE": not local,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": "comity_csrf" if local else "__Host-comity_csrf",
        "CSRF_FAILURE_VIEW": "comity.web.accounts.views.forged",
        "SECURE_HSTS_SECONDS": 0 if local else 365 * 24 * 3600,
        "SECURE_SSL_REDIRECT": proxied,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if proxied else None,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": FORM,
        "DATA_UPLOAD_MAX_NUMBER_FILES": FILES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": _FIELDS,
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HOME / "templates"],
                "OPTIONS": {
                    "builtins": ["comity.web.tags", "comity.web.accounts.tags"],
                    "context_processors": [
                        "django.template.context_processors.csrf",
                        "django.template.context_processors.request",
                        "comity.web.context.page",
                        "comity.web.context.person",
                        "comity.web.moment.context",
                    ],
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


def flag(variable: str, otherwise: bool) -> bool:
    """A setting of the environment that is on or off; `RegisterError` for a value that is neither."""
    told = os.environ.get(variable, "").strip().lower()
    if told in ("1", "true", "yes", "on"):
        return True
    if told in ("0", "false", "no", "off"):
        return False
    if told:
        raise RegisterError(f"{variable} is {told}, which is neither on nor off", "Give 1 or 0.")
    return otherwise


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
