"""Signing in and out, one's own password and tokens."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comity.publishing.wording import text
from comity.web import access
from comity.web.accounts import log, passwords
from comity.web.accounts.models import Token

_LONGEST = 1000
"""Signs of a password that is looked at: hashing a book would be work for the asking."""


def _lang(request: HttpRequest) -> str:
    return str(getattr(request, "lang", "en"))


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@access.needs(access.ANYBODY)
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in; afterwards back to where one came from (`?next=`), within this site."""
    onward = access.safe_next(request, request.POST.get("next") or request.GET.get("next", ""))
    values: dict[str, Any] = {"next": onward, "username": ""}
    if request.method != "POST":
        return render(request, "accounts/sign_in.html", values)
    name = request.POST.get("username", "")[:150]
    password = request.POST.get("password", "")
    user = authenticate(request, username=name, password=password) if len(password) <= _LONGEST else None
    if user is None:
        values |= {"username": name, "problem": text("accounts.wrong", _lang(request))}
        return render(request, "accounts/sign_in.html", values, status=401)
    # Gives the session a new key, so that one planted before is worth nothing.
    login(request, user)
    return HttpResponseRedirect(onward)


@require_POST
@access.needs(access.ANYBODY)
def sign_out(request: HttpRequest) -> HttpResponse:
    """The end of a session."""
    logout(request)
    return HttpResponseRedirect("/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@access.needs(access.ANYBODY)
def by_link(request: HttpRequest) -> HttpResponse:
    """Sign in by a link that holds once (`?key=`), and go on without it in the address.

    To look at the link shows whom it signs in, and a button: programs that look at every link, as those that search
    mail do, do not use it up, and nobody is signed in as another without knowing.
    """
    given = request.POST if request.method == "POST" else request.GET
    key, onward = given.get("key", "")[:200], access.safe_next(request, given.get("next", ""))
    user = access.user_of_link(key) if request.method == "POST" else access.owner_of_link(key)
    if user is None:
        values = {"title": text("accounts.link", _lang(request)),
                  "message": text("accounts.link.void", _lang(request))}  # fmt: skip
        return render(request, "comity/missing.html", values, status=403)
    if request.method != "POST":
        return render(request, "accounts/link.html", {"name": user.username, "key": key, "next": onward})
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponseRedirect(onward)


@never_cache
@require_safe
@access.needs(access.READER)
def own(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    return _own(request)


def _own(request: HttpRequest, status: int = 200, **values: Any) -> HttpResponse:
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"{access.SIGN_IN}?next=/accounts/")
    roles = [role for role in access.ROLES if access.allowed(request, role)]
    values |= {"tokens": Token.objects.filter(user=request.user), "roles": roles}
    return render(request, "accounts/own.html", values, status=status)


@sensitive_post_parameters("old", "new")
@never_cache
@require_POST
@access.needs(access.READER)
def password(request: HttpRequest) -> HttpResponse:
    """Change one's password; every other session of the person ends."""
    if not request.user.is_authenticated:
        return _own(request)
    lang, user = _lang(request), request.user
    old, new = request.POST.get("old", "")[:_LONGEST], request.POST.get("new", "")[:_LONGEST]
    # Somebody who came by a link may have no password yet.
    if user.has_usable_password() and not authenticate(request, username=user.username, password=old):
        return _own(request, 400, old_problem=text("accounts.wrong.old", lang))
    try:
        passwords.check(new, user)
    except ValidationError as error:
        return _own(request, 400, new_problem=" ".join(passwords.told(error, lang)))
    user.set_password(new)
    user.save()
    update_session_auth_hash(request, user)
    log.note("password-changed", request=request)
    return _own(request, done=text("accounts.password.changed", lang))


@never_cache
@require_POST
@access.needs(access.READER)
def add_token(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret is shown this once."""
    if not request.user.is_authenticated:
        return _own(request)
    name = " ".join(request.POST.get("name", "").split())[:100]
    role = request.POST.get("role", "")
    if not name or role not in access.ROLES or not access.allowed(request, role):
        return _own(request, 400, token_problem=text("accounts.token.wrong", _lang(request)))
    made, secret = access.make_token(request.user, name, role)
    log.note("token-made", request=request, subject=f"{made.beginning}… {name}", role=role)
    return _own(request, secret=secret)


@require_POST
@access.needs(access.READER)
def end_token(request: HttpRequest, token: int) -> HttpResponse:
    """End a token of one's own, or as an administrator anybody's."""
    if not request.user.is_authenticated:
        return _own(request)
    mine = Token.objects.filter(pk=token)
    if not access.allowed(request, access.ADMINISTRATOR):
        mine = mine.filter(user=request.user)
    found = mine.select_related("user").first()
    if found is None:
        raise Http404
    found.delete()
    log.note("token-ended", request=request, subject=f"{found.beginning}… {found.name} ({found.user})")
    return HttpResponseRedirect("/accounts/")


def locked_out(request: HttpRequest, credentials: object = None, *_rest: object) -> HttpResponse:
    """The answer to too many failed sign-ins."""
    del credentials
    lang = _lang(request)
    values = {"title": text("accounts.locked", lang), "message": text("accounts.locked.text", lang)}
    response = render(request, "comity/missing.html", values, status=429)
    response.headers["Retry-After"] = "900"
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form that is not of this site, or of an older session."""
    del reason
    lang = _lang(request)
    values = {"title": text("access.title", lang), "message": text("access.forged", lang)}
    return render(request, "comity/missing.html", values, status=403)
