"""The first page: the dyads held and where they lie, what is new, what is due."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.checking.messages import message
from comity.publishing import due, html, maps, numbers
from comity.publishing.dates import label
from comity.publishing.wording import counted, sentence, state, text
from comity.register import across, queries
from comity.web.addresses import document_address, dyad_address, record_address, state_address
from comity.web.cache import kept
from comity.web.context import language

_NEW = 10
_DUE = 5
_FIRST = 18
"""How many of each are shown."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the register holds, at a look."""
    lang = language(request)
    today = datetime.datetime.now(datetime.UTC).date()
    return render(request, "comity/home.html", kept(("home", lang, today), lambda: _values(lang, today)))


def _values(lang: str, today: datetime.date) -> dict[str, Any]:
    pairs = [one for one in queries.dyads() if len(one.states) == 2]
    drawn = [
        maps.Pair(
            (one.states[0], one.states[1]), dyad_address(one.states), _name(one.states, lang), one.claims
        )
        for one in pairs
    ]
    told = [
        {"name": _name(one.states, lang), "address": dyad_address(one.states), "held": one} for one in pairs
    ]
    documents = sorted(queries.documents(), key=lambda one: (one.added_at, one.id), reverse=True)
    held = queries.counts()
    return {
        "title": text("site.home", lang),
        "map": maps.world(drawn, lang, {code: state_address(code) for one in pairs for code in one.states}),
        "dyads": {"first": told[:_FIRST], "rest": told[_FIRST:]} if told else None,
        "tally": [
            counted("dossiers", len(pairs), lang),
            counted("documents", held.documents, lang),
            counted("claims", held.claims, lang),
            counted("records", held.records, lang),
            counted("findings", held.findings, lang),
        ],
        "documents": [
            {
                "held": one,
                "address": document_address(one.id),
                "language": numbers.language_name(one.language, lang) if one.language else "–",
            }
            for one in documents[:_NEW]
        ],
        "more": max(0, len(documents) - _NEW),
        "due": _due(lang, today),
    }


def _name(dyad: tuple[str, ...], lang: str) -> str:
    return html.name_of((dyad[0], dyad[1]), lang)


def _due(lang: str, today: datetime.date) -> list[dict[str, Any]]:
    """What is due, each under its heading; headings without anything are left out."""
    acts = [one for one in queries.records(kind="relations") if len(one.dyad) == 2]
    heads = [one for one in queries.records(kind="tenure") if len(one.dyad) == 2]
    groups = {
        "anniversaries": [
            (
                text(
                    "due.anniversary",
                    lang,
                    years=counted("years", one.years, lang),
                    dyad=_name(one.dyad, lang),
                ),
                sentence(one.record.slots, lang, one.dyad),
                record_address(one.record.id),
            )
            for one in due.anniversaries(acts, today.year)
        ],
        "overdue": [
            (
                _name(one.dyad, lang),
                message(one.finding, lang),
                f"{dyad_address(one.dyad)}#f-{one.finding.id}",
            )
            for one in due.overdue(across.findings_of_rule(due.COMMISSION_RULE))
            if len(one.dyad) == 2
        ],
        "vacant": [
            (
                text("due.post", lang, a=state(one.sending, lang), b=state(one.receiving, lang)),
                _last(one, lang),
                record_address(one.record.id),
            )
            for one in due.vacancies(heads, today)
        ],
    }
    return [
        {"name": text(f"due.{key}", lang), "lines": lines[:_DUE], "more": max(0, len(lines) - _DUE)}
        for key, lines in groups.items()
        if lines
    ]


def _last(one: due.Vacancy, lang: str) -> str:
    slots = one.record.slots
    person, date = getattr(slots, "person", None), getattr(slots, "date", None)
    who = (person.name or person.office) if person else None
    return text("due.last", lang, who=who or "–", term=label(date, lang) if date else "–")
