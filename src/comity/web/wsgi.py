"""The site for a server that speaks WSGI: `gunicorn comity.web.wsgi`. See docs/deploy.md.

The register is `COMITY_DATABASE_URL`; the key that signs sessions, `COMITY_SECRET_KEY`; the names of the site,
`COMITY_ALLOWED_HOSTS`.
"""

from __future__ import annotations

import os
import sys

from django.core.handlers.wsgi import WSGIHandler

from comity.register.errors import RegisterError
from comity.web import settings


def _application() -> WSGIHandler:
    if not os.environ.get("COMITY_SECRET_KEY"):
        raise RegisterError(
            "COMITY_SECRET_KEY is not set, by which all processes of the site sign alike",
            "Make one: python -c 'import secrets; print(secrets.token_urlsafe(50))'.",
        )
    settings.configure(None, "0.0.0.0", must_exist=False)  # noqa: S104 - gunicorn decides where it listens
    from django.core.wsgi import get_wsgi_application

    from comity.register import store

    store.close()
    return get_wsgi_application()


try:
    application = _application()
except RegisterError as error:
    sys.exit(f"comity: {error}")
