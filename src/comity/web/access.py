"""Who may do what: roles, the person or program behind a request, and views that ask for a role.

The middleware lets nobody see any page who may not read; `needs` asks for more. A view tells by its attribute
`needed_role` what it asks for, which a test compares with the table of permissions.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import hashlib
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from comity.publishing.wording import text
from comity.register import transactions
from comity.web.accounts.roles import ADMINISTRATOR, ANYBODY, EDITOR, READER, REVIEWER, ROLES

if TYPE_CHECKING:
    from comity.web.accounts.models import Token, User

__all__ = [
    "ADMINISTRATOR", "ANYBODY", "EDITOR", "READER", "REVIEWER", "ROLES", "allowed", "author", "for_programs",
    "make_link", "make_token", "needed_role", "needs", "owner_of_link", "refusal", "role_of", "safe_next",
    "user_of_link", "user_of_token",
]  # fmt: skip

SIGN_IN = "/accounts/sign-in/"
_PREFIX = "comity_"
_NOTED_EVERY = datetime.timedelta(minutes=1)

_View = TypeVar("_View", bound=Callable[..., Any])


def role_of(request: HttpRequest) -> str:
    """The role of whoever asks; a stranger is a reader of a public register and nobody of another."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        token = getattr(request, "token", None)
        return user.role if token is None else min(user.role, token.role, key=ROLES.index)
    return READER if getattr(settings, "COMITY_PUBLIC", False) else ANYBODY


def allowed(request: HttpRequest, role: str) -> bool:
    """Whether whoever asks may do what a role may."""
    if role == ANYBODY:
        return True
    own = role_of(request)
    return own != ANYBODY and ROLES.index(own) >= ROLES.index(role)


def needs(role: str) -> Callable[[_View], _View]:
    """A view that only those of a role, or a higher one, get to: others are asked to sign in, or refused."""

    def decorate(view: _View) -> _View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **values: Any) -> Any:
            return refusal(request, role) or view(request, *args, **values)

        guarded.needed_role = role  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate


def needed_role(view: Callable[..., Any]) -> str:
    """The role that a view needs: a reader's where it says nothing."""
    return str(getattr(view, "needed_role", READER))


def refusal(request: HttpRequest, role: str) -> HttpResponse | None:
    """The answer to somebody who may not do what a role may; `None` for one who may.

    A stranger who reads a page is sent to sign in and comes back to it; programs get problem+json.
    """
    if allowed(request, role):
        return None
    known = getattr(request, "user", None) is not None and request.user.is_authenticated
    status = 403 if known else 401
    lang = str(getattr(request, "lang", "en"))
    if request.path.startswith("/api/"):
        values = {"type": "about:blank", "title": "Forbidden" if known else "Unauthorized", "status": status}
        values["detail"] = text("access.forbidden" if known else "access.sign-in", lang)
        response: HttpResponse = JsonResponse(values, status=status, content_type="application/problem+json")
        if not known:
            response.headers["WWW-Authenticate"] = 'Bearer realm="comity"'
        return response
    if not known and request.method in ("GET", "HEAD"):
        return HttpResponseRedirect(f"{SIGN_IN}?{urlencode({'next': request.get_full_path()})}")
    values = {
        "title": text("access.title", lang),
        "message": text("access.forbidden" if known else "access.sign-in", lang),
    }
    return render(request, "comity/missing.html", values, status=403)


def author(request: HttpRequest) -> str:
    """The name under which whoever asks changes the register."""
    return str(request.user.username)  # type: ignore[union-attr]


def safe_next(request: HttpRequest, wanted: str, otherwise: str = "/") -> str:
    """Where to go on: an address of this site, never another's."""
    # A path alone: also an absolute address of this site would be taken apart differently by some browser.
    fine = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if fine else otherwise


def fingerprint(secret: str) -> str:
    """What a token or link is recognised by. It has 256 random bits, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_token(
    user: User, name: str, role: str = READER, lifetime: datetime.timedelta | None = None
) -> tuple[Token, str]:
    """A new token for a program and the secret that it shows, which is nowhere kept.

    `ValueError` for a role above the person's own.
    """
    from comity.web.accounts.models import Token

    if ROLES.index(role) > ROLES.index(user.role):
        raise ValueError(f"{user.username} is {user.role} and can give no token of a higher role")
    secret = _PREFIX + secrets.token_urlsafe(32)
    made = Token.objects.create(
        user=user,
        name=name[:100],
        role=role,
        beginning=secret[len(_PREFIX) :][:6],
        sha256=fingerprint(secret),
        expires_at=None if lifetime is None else timezone.now() + lifetime,
    )
    return made, secret


def for_programs(path: str) -> bool:
    """Whether a token counts at an address: in the interface for programs, and where feeds and calendars are.

    Everywhere else it is nobody: forms of the site are for people, who have signed in.
    """
    return path.startswith("/api/") or path.endswith(("/feed.atom", "/calendar.ics"))


def user_of_token(request: HttpRequest) -> User | None:
    """The person whose token a request shows (`Authorization: Bearer …`); `None` for no or no valid one.

    The request then has the token as `token`, which limits the role.
    """
    from comity.web.accounts.models import Token

    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not secret.startswith(_PREFIX):
        return None
    token = Token.objects.select_related("user").filter(sha256=fingerprint(secret)).first()
    now = timezone.now()
    if token is None or not token.user.is_active or (token.expires_at and token.expires_at <= now):
        return None
    if token.used_at is None or now - token.used_at > _NOTED_EVERY:
        # It is read all the same where it cannot be written down now.
        with contextlib.suppress(DatabaseError), transactions.impatient():
            _noted(request, token, now)
    request.token = token  # type: ignore[attr-defined]
    return token.user


def _noted(request: HttpRequest, token: Token, now: datetime.datetime) -> None:
    """Remember when a token was last used, and its first use of a day in the log."""
    from comity.web.accounts import log
    from comity.web.accounts.models import Token

    first = token.used_at is None or token.used_at.date() != now.date()
    Token.objects.filter(pk=token.pk).update(used_at=now)
    if first:
        log.note(
            "token-used",
            request=request,
            user=token.user.username,
            subject=f"{token.beginning}… {token.name}",
        )


def make_link(user: User, lifetime: datetime.timedelta = datetime.timedelta(hours=12)) -> str:
    """The secret of a link that signs a person in once; earlier ones of the same person are void."""
    from comity.web.accounts.models import Link

    Link.objects.filter(user=user, used_at__isnull=True).delete()
    secret = secrets.token_urlsafe(32)
    Link.objects.create(user=user, sha256=fingerprint(secret), expires_at=timezone.now() + lifetime)
    return secret


def owner_of_link(secret: str) -> User | None:
    """The person whom a link would sign in; `None` for none, a used and an old one. The link stays as it is."""
    from comity.web.accounts.models import Link

    good = Link.objects.filter(
        sha256=fingerprint(secret), used_at__isnull=True, expires_at__gt=timezone.now()
    )
    found = good.select_related("user").first()
    return found.user if found is not None and found.user.is_active else None


def user_of_link(secret: str) -> User | None:
    """The person whom a link signs in, and the link is void; `None` for none, a used and an old one."""
    from comity.web.accounts.models import Link

    now = timezone.now()
    # One statement takes it, so that of two who use it at once only one gets in.
    taken = Link.objects.filter(sha256=fingerprint(secret), used_at__isnull=True, expires_at__gt=now)
    if not taken.update(used_at=now):
        return None
    user = Link.objects.select_related("user").get(sha256=fingerprint(secret)).user
    return user if user.is_active else None
