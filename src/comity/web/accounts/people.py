"""The administrator's page of who has an account."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comity.publishing import sheets
from comity.publishing.wording import text
from comity.web import access, lists
from comity.web.accounts import log
from comity.web.accounts.models import Token, User


@never_cache
@require_safe
@access.needs(access.ADMINISTRATOR)
def people(request: HttpRequest, form: str = "") -> HttpResponse:
    """Everybody with an account."""
    if not form:
        return _people(request)
    lang = str(getattr(request, "lang", "en"))
    heads = {"username": "accounts.username", "role": "accounts.role", "seen": "accounts.last.seen",
             "state": "accounts.state"}  # fmt: skip
    rows = tuple(
        (one.username, text(f"access.{one.role}", lang), f"{one.last_login:%Y-%m-%d %H:%M}" if one.last_login else "",
         text("accounts.open" if one.is_active else "accounts.closed", lang))
        for one in User.objects.all()
    )  # fmt: skip
    columns = tuple((key, text(name, lang)) for key, name in heads.items())
    return lists.file(request, sheets.Sheet(text("accounts.people", lang), columns, rows), form)


def _people(request: HttpRequest, status: int = 200, **values: Any) -> HttpResponse:
    values |= {"people": User.objects.all(), "roles": access.ROLES,
               "tokens": Token.objects.select_related("user")}  # fmt: skip
    return render(request, "accounts/people.html", values, status=status)


@never_cache
@require_POST
@access.needs(access.ADMINISTRATOR)
def add(request: HttpRequest) -> HttpResponse:
    """A new account, and the link by which its owner signs in the first time and chooses a password."""
    lang = str(getattr(request, "lang", "en"))
    name, role = request.POST.get("username", "").strip(), request.POST.get("role", "")
    problem = ""
    if role not in access.ROLES:
        problem = text("accounts.role.unknown", lang)
    elif not re.fullmatch(r"[\w.@+-]{1,150}", name):
        problem = text("accounts.name.wrong", lang)
    elif User.objects.filter(username__iexact=name).exists():
        problem = text("accounts.name.taken", lang)
    if problem:
        return _people(request, 400, problem=problem, username=name)
    try:
        made = User.objects.create_user(name, role=role)
    except ValidationError:
        return _people(request, 400, problem=text("accounts.name.wrong", lang), username=name)
    log.note("account-made", request=request, subject=name, role=role)
    return _people(request, made=made, link=_link(request, made))


def _link(request: HttpRequest, user: User) -> str:
    return request.build_absolute_uri(f"/accounts/link/?key={access.make_link(user)}&next=/accounts/")


@never_cache
@require_POST
@access.needs(access.ADMINISTRATOR)
def change(request: HttpRequest, user: int) -> HttpResponse:
    """Change a role, close or open an account, or give a link to sign in with."""
    lang = str(getattr(request, "lang", "en"))
    with transaction.atomic():
        found = User.objects.select_for_update().filter(pk=user).first()
        if found is None:
            raise Http404
        what = request.POST.get("do", "")
        role = request.POST.get("role", "")
        if what == "link":
            log.note("link-made", request=request, subject=found.username)
            return _people(request, made=found, link=_link(request, found))
        if what == "role" and role in access.ROLES:
            found.role = role
        elif what in ("close", "open"):
            found.is_active = what == "open"
        else:
            return _people(request, 400, problem=text("accounts.role.unknown", lang))
        if not _one_left(found):
            return _people(request, 400, problem=text("accounts.last", lang))
        found.save()
        if what == "close":
            Token.objects.filter(user=found).delete()
        log.note("account-changed", request=request, subject=found.username, do=what, role=found.role)
    return HttpResponseRedirect("/accounts/people/")


def _one_left(changed: User) -> bool:
    """Whether an administrator stays; without one nobody could give a role any more."""
    if changed.is_active and changed.role == access.ADMINISTRATOR:
        return True
    others = User.objects.filter(role=access.ADMINISTRATOR, is_active=True).exclude(pk=changed.pk)
    return others.exists()
