"""The log of what people and programs did: sign-ins, changes, use of tokens, uploads."""

from __future__ import annotations

import ipaddress
import logging
import os
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from comity.web.accounts.models import Act

_LOGGER = logging.getLogger(__name__)


def client(request: HttpRequest) -> str:
    """The address of whoever asks; behind a proxy, the one that the proxy nearest to us saw.

    What stands before that in the header is the client's own word and counts for nothing.
    """
    told = request.META.get("REMOTE_ADDR", "")
    if getattr(settings, "COMITY_BEHIND_PROXY", False):
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip() or told
    try:
        return str(ipaddress.ip_address(told))
    except ValueError:
        return ""


def note(
    act: str,
    *,
    request: HttpRequest | None = None,
    user: str = "",
    subject: str = "",
    outcome: int | None = None,
    **details: Any,
) -> Act:
    """Write a line of the log; who and whence come from the request where there is one."""
    token = getattr(request, "token", None)
    person = getattr(request, "user", None)
    name = user or (person.username if person is not None and person.is_authenticated else "")
    return Act.objects.create(
        user=name[:150],
        act=act[:60],
        subject=subject[:2000],
        outcome=outcome,
        address=client(request) if request is not None else "",
        token=token.beginning if token is not None else "",
        details=details,
    )


def close(line: Act, outcome: int, **details: Any) -> None:
    """Write what came of what a line says was asked for. What was done stands, also where this cannot be written."""
    try:
        Act.objects.filter(pk=line.pk).update(outcome=outcome, details={**line.details, **details})
    except DatabaseError:
        _LOGGER.exception("The log has no outcome of line %s, which was %s", line.pk, outcome)


def detail(request: HttpRequest, **details: Any) -> None:
    """Say more of what a request does, for the line that the middleware writes of it."""
    request.log_details = {**getattr(request, "log_details", {}), **details}  # type: ignore[attr-defined]


def by_command(act: str, subject: str, **details: Any) -> None:
    """Write a line for a command at the machine itself."""
    from comity.register.actions import whoami

    note(act, user=whoami(), subject=subject, pid=os.getpid(), **details)
