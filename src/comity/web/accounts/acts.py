"""The administrator's page of the log: who did what, newest first or as the address sorts it."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comity.publishing import sheets
from comity.publishing.wording import has, text
from comity.web import access, lists
from comity.web.accounts.models import Act
from comity.web.context import language

_COLUMNS = {"time": "id", "user": "user", "act": "act", "subject": "subject", "outcome": "outcome",
            "address": "address", "token": "token"}  # fmt: skip
"""What each column of the log is sorted by; lines come one after the other, so that their number is their time."""


@never_cache
@require_safe
@access.needs(access.ADMINISTRATOR)
def acts(request: HttpRequest, form: str = "") -> HttpResponse:
    """The log; `?user=`, `?act=` and `?q=`, words of what was done, keep lines, `?sort=` orders them."""
    lang = language(request)
    wanted = {
        name: request.GET.get(name, "").replace("\0", "").strip()[:150] for name in ("user", "act", "q")
    }
    rows = _sorted(_kept(wanted), request.GET.get("sort", ""))
    if form:
        return lists.file(request, _sheet(rows, lang), form)
    columns = [lists.Column(key, text(f"accounts.log.{key}", lang)) for key in _COLUMNS]
    values = {
        "page": Paginator(rows, lists.PAGE).get_page(request.GET.get("page")),
        "heads": lists.heads(request, columns),
        "wanted": wanted,
        "sort": request.GET.get("sort", ""),
        "kinds": Act.objects.order_by("act").values_list("act", flat=True).distinct(),
        "users": Act.objects.exclude(user="").order_by("user").values_list("user", flat=True).distinct(),
    }
    return render(request, "accounts/log.html", values)


def _kept(wanted: dict[str, str]) -> QuerySet[Act]:
    rows = Act.objects.all()
    for name in ("user", "act"):
        if wanted[name]:
            rows = rows.filter(**{name: wanted[name]})
    for word in wanted["q"].split():
        rows = rows.filter(subject__icontains=word)
    return rows


def _sorted(rows: QuerySet[Act], asked: str) -> QuerySet[Act]:
    column = _COLUMNS.get(asked.removeprefix("-"))
    if column is None:
        return rows
    order = F(column).desc(nulls_last=True) if asked.startswith("-") else F(column).asc(nulls_last=True)
    return rows.order_by(order, "-id")


def _sheet(rows: Iterable[Act], lang: str) -> sheets.Sheet:
    told = tuple(
        (f"{one.at:%Y-%m-%d %H:%M:%S}", one.user, _act(one.act, lang),
         " ".join((one.subject, *(f"{name}={value}" for name, value in one.details.items()))), one.outcome,
         one.address or "", one.token)
        for one in rows
    )  # fmt: skip
    columns = tuple((key, text(f"accounts.log.{key}", lang)) for key in _COLUMNS)
    return sheets.Sheet(text("accounts.log", lang), columns, told)


def _act(act: str, lang: str) -> str:
    return text(f"accounts.act.{act}", lang) if has(f"accounts.act.{act}") else act
