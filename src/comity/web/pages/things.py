"""People, bodies, enterprises and places: everything held about one of them across dyads, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.knowledge import geography
from comity.model.record import Entity
from comity.publishing.wording import names, reasons, state, terms, text
from comity.register import across
from comity.web.addresses import ENTITY_PATHS, entity_address, state_address
from comity.web.context import language
from comity.web.pages.lines import by_section

KINDS = {path: kind for kind, path in ENTITY_PATHS.items()}
PAGE = 100
"""How many a list shows at once."""


@require_safe
def thing(request: HttpRequest, path: str, ident: str) -> HttpResponse:
    """Everything held about one thing."""
    kind = KINDS[path]
    held = across.thing(kind, ident)
    if held is None:
        raise Http404
    if held.identity != ident:
        return HttpResponseRedirect(entity_address(kind, held.identity))
    lang = language(request)
    states = sorted({one.state for one in held.entities if one.state})
    others = sorted({name for one in held.entities for name in (one.name, *one.names)} - {held.name})
    point = geography.locate(held.name, tuple(states)) if kind == "place" else None
    return render(
        request,
        "comity/thing.html",
        {
            "title": _called(kind, held.name, lang, states[0] if len(states) == 1 else None),
            "kind": kind,
            "kind_name": text(f"entity.{kind}", lang),
            "list_address": f"/{path}/",
            "list_name": text(f"entities.{kind}", lang),
            "names": others,
            "offices": _offices(held.entities, lang),
            "states": [{"name": state(one, lang).bare, "address": state_address(one)} for one in states],
            "where": f"{point[1][1]:.2f}, {point[1][0]:.2f}" if point else "",
            "sections": by_section(held.records, lang),
            "count": len(held.records),
            "reasons": sorted(
                {reasons.told(reason, lang) for one in held.entities for reason in one.reasons}
            ),
        },
    )


@require_safe
def several(request: HttpRequest, path: str) -> HttpResponse:
    """The things of a kind by name; `?q=` keeps those whose name holds it."""
    kind = KINDS[path]
    lang = language(request)
    asked = request.GET.get("q", "").strip()[:100]
    place = page_number(request)
    found, total = across.things(kind, asked, (place - 1) * PAGE, PAGE)
    if not found and place > 1:
        raise Http404
    return render(
        request,
        "comity/things.html",
        {
            "title": text(f"entities.{kind}", lang),
            "asked": asked,
            "kinds": lists(lang, f"/{path}/"),
            "things": [
                {
                    "name": _called(kind, one.name, lang, one.state),
                    "address": entity_address(kind, one.identity),
                    "state": state(one.state, lang).bare if one.state else "",
                    "dyads": one.dyads,
                }
                for one in found
            ],
            **pages_of(total, place),
        },
    )


def _called(kind: str, name: str, lang: str, home: str | None) -> str:
    """A thing's name on a page of a language: people and places in its script, the rest as written."""
    if kind == "person":
        return names.person_name(name, lang, home)
    return names.place_name(name, lang) if kind == "place" else name


def _offices(entities: Iterable[Entity], lang: str) -> list[str]:
    """The offices of a person, each once however it is spelled."""
    told = sorted({terms.office(office, lang) for one in entities for office in one.offices})
    return list({office.casefold(): office for office in reversed(told)}.values())[::-1]


def lists(lang: str, here: str = "") -> list[dict[str, Any]]:
    """The lists of states, things and agreements, with the one that is open."""
    several = {
        "/states/": "site.states",
        **{f"/{path}/": f"entities.{kind}" for kind, path in ENTITY_PATHS.items()},
        "/agreements/": "site.agreements",
    }
    return [
        {"name": text(key, lang), "address": address, "here": address == here}
        for address, key in several.items()
    ]


def page_number(request: HttpRequest) -> int:
    """The page of a list that is asked for; 404 for one that is no number."""
    asked = request.GET.get("page", "1")
    if not asked.isascii() or not asked.isdigit() or not 1 <= int(asked[:9]) < 10**6:
        raise Http404
    return int(asked[:9])


def pages_of(total: int, place: int) -> dict[str, Any]:
    """What a list's pager needs."""
    last = max(1, -(-total // PAGE))
    return {
        "total": total,
        "place": place,
        "last": last,
        "before": place - 1 if place > 1 else None,
        "after": place + 1 if place < last else None,
    }
