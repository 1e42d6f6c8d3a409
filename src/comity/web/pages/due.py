"""What is due: anniversaries of relations this year, commissions that have not sat for long, posts without a head."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.checking.messages import message
from comity.publishing import due as reckoned
from comity.publishing import sheets
from comity.publishing.dates import label
from comity.publishing.wording import counted, names, sentence, state, terms, text
from comity.register import across, queries
from comity.web import lists
from comity.web.addresses import dyad_address, record_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.dossiers import name

_SEASONS = ("coming", "undated", "past")
"""Groups that are anniversaries, in their order."""


class Line(msgspec.Struct, frozen=True):
    """Something that is due: what, why, and where the register tells of it."""

    head: str
    said: str
    address: str


@require_safe
def due(request: HttpRequest, form: str = "") -> HttpResponse:
    """All that is due, each under its heading."""
    lang = language(request)
    groups = _groups(lang, datetime.datetime.now(datetime.UTC).date())
    if form:
        return lists.file(request, _sheet(request, groups, lang), form)
    shown = [
        {"key": key, "name": text(f"due.{key}", lang), "lines": lines}
        for key, lines in groups.items()
        if lines
    ]
    return render(request, "comity/due.html", {"title": text("due", lang), "due": shown})


def _sheet(request: HttpRequest, groups: dict[str, list[Line]], lang: str) -> sheets.Sheet:
    heads = {"due": "due", "what": "column.subject", "text": "sheet.text", "link": "sheet.link"}
    rows = [
        (text(f"due.{key}", lang), one.head, one.said, request.build_absolute_uri(one.address))
        for key, lines in groups.items()
        for one in lines
    ]
    return sheets.Sheet(
        text("due", lang), tuple((key, text(name, lang)) for key, name in heads.items()), tuple(rows)
    )


def first(lang: str, today: datetime.date, most: int) -> list[dict[str, Any]]:
    """The first of what is due, the anniversaries under one heading, with how many more there are."""
    groups = _groups(lang, today)
    whole = {
        "anniversaries": [line for season in _SEASONS for line in groups[season]],
        **{key: lines for key, lines in groups.items() if key not in _SEASONS},
    }
    return [
        {"name": text(f"due.{key}", lang), "lines": lines[:most], "more": max(0, len(lines) - most)}
        for key, lines in whole.items()
        if lines
    ]


def _groups(lang: str, today: datetime.date) -> dict[str, list[Line]]:
    return kept(("due", lang, today), lambda: _made(lang, today))


def _made(lang: str, today: datetime.date) -> dict[str, list[Line]]:
    acts = [one for one in queries.records(kind="relations") if len(one.dyad) == 2]
    heads = [one for one in queries.records(kind="tenure") if len(one.dyad) == 2]
    seasons = reckoned.by_season(reckoned.anniversaries(acts, today.year), today)
    return {
        **{season: _anniversaries(several, lang) for season, several in seasons.items()},
        "overdue": [
            Line(
                name(one.dyad, lang),
                message(one.finding, lang),
                f"{dyad_address(one.dyad)}#f-{one.finding.id}",
            )
            for one in reckoned.overdue(across.findings_of_rule(reckoned.COMMISSION_RULE))
            if len(one.dyad) == 2
        ],
        "vacant": [
            Line(
                text("due.post", lang, a=state(one.sending, lang), b=state(one.receiving, lang)),
                _last(one, lang),
                record_address(one.record.id),
            )
            for one in reckoned.vacancies(heads, today)
        ],
    }


def _anniversaries(several: Iterable[reckoned.Anniversary], lang: str) -> list[Line]:
    return [
        Line(
            text("due.anniversary", lang, years=counted("years", one.years, lang), dyad=name(one.dyad, lang)),
            sentence(one.record.slots, lang, one.dyad),
            record_address(one.record.id),
        )
        for one in several
    ]


def _last(one: reckoned.Vacancy, lang: str) -> str:
    slots = one.record.slots
    person, date = getattr(slots, "person", None), getattr(slots, "date", None)
    who = None
    if person:
        who = (
            names.person_name(person.name, lang, one.sending)
            if person.name
            else terms.office(person.office, lang)
        )
    return text("due.last", lang, who=who or "–", term=label(date, lang) if date else "–")
