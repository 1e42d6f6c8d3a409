"""Sign-ins, failed ones and sign-outs, as Django tells them, into the log."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

from comity.web.accounts import log


def connect() -> None:
    """Listen, once, however often Django is set up."""
    user_logged_in.connect(_signed_in, dispatch_uid="comity-signed-in")
    user_logged_out.connect(_signed_out, dispatch_uid="comity-signed-out")
    user_login_failed.connect(_failed, dispatch_uid="comity-sign-in-failed")


def _signed_in(*, request: Any, user: Any, **_rest: object) -> None:
    log.note("sign-in", request=request, user=user.username)


def _signed_out(*, request: Any, user: Any, **_rest: object) -> None:
    if user is not None:
        log.note("sign-out", request=request, user=user.username)


def _failed(*, credentials: dict[str, Any], request: Any = None, **_rest: object) -> None:
    # The name alone, as the subject: whoever tried is not that person.
    log.note("sign-in-failed", request=request, subject=str(credentials.get("username", ""))[:150])
