"""Another moment than the present, as a page is asked for it: `?as_of=` a date, `?known_at=` a time."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.publishing.dates import label
from comity.publishing.wording import text
from comity.register import moments
from comity.register.errors import RegisterError
from comity.register.moments import Moment
from comity.web.context import language

NAMES = ("as_of", "known_at")
SHELF = "moments"
"""Where what was made for other moments is kept, so that it does not push out what is asked for every day."""
_LONGEST = 40


@dataclass(frozen=True)
class Asked:
    """A moment as it was asked for; false where it is the present."""

    as_of: str = ""
    known_at: str = ""
    at: Moment = field(default_factory=Moment)

    def __bool__(self) -> bool:
        return bool(self.as_of or self.known_at)

    @property
    def query(self) -> str:
        """What an address has behind its question mark to be of this moment; empty for the present."""
        return urlencode({name: getattr(self, name) for name in NAMES if getattr(self, name)})

    @property
    def key(self) -> tuple[str, str]:
        """What tells this moment from others."""
        return (self.as_of, self.known_at)

    @property
    def known(self) -> str:
        """The time by which things were known, in UTC, as it is shown."""
        return f"{self.at.known_at.astimezone(datetime.UTC):%Y-%m-%d %H:%M}" if self.at.known_at else ""

    def shelf(self, usual: str) -> str:
        """Where what is made for this moment is kept: what is made for the present on its usual shelf."""
        return SHELF if self else usual

    def of(self, address: str) -> str:
        """An address within the site at this moment."""
        if not self:
            return address
        path, sign, anchor = address.partition("#")
        return f"{path}{'&' if '?' in path else '?'}{self.query}{sign}{anchor}"


PRESENT = Asked()


def asked(request: HttpRequest) -> Asked:
    """The moment that a page is asked for."""
    found: Asked = getattr(request, "moment", PRESENT)
    return found


def context(request: HttpRequest) -> dict[str, Any]:
    """What templates tell of the moment: itself, and in words where it is not the present."""
    told, lang = asked(request), language(request)
    past = []
    if told.at.as_of is not None:
        past.append(text("made.as_of", lang, date=label(told.at.as_of, lang)))
    if told.known:
        past.append(text("made.known_at", lang, time=told.known))
    return {"moment": told, "past": past}


def of_moment(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that can tell of other moments: `asked` says of which; what is no moment is answered here."""

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        said = [request.GET.get(name, "").strip()[:_LONGEST] for name in NAMES]
        try:
            request.moment = Asked(*said, moments.moment(*said))  # type: ignore[attr-defined]
        except RegisterError:
            lang = language(request)
            told = {"title": text("moment", lang), "message": text("moment.wrong", lang)}
            return render(request, "comity/missing.html", told, status=400)
        return view(request, *args, **values)

    return answered
