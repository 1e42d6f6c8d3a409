"""People, bodies, enterprises and places: everything held about one of them across dyads, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.knowledge import geography
from comity.model.record import Entity
from comity.publishing import maps
from comity.publishing.wording import names, reasons, state, terms, text
from comity.register import across
from comity.web import lists
from comity.web.addresses import ENTITY_PATHS, entity_address, state_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.lines import by_section, records_sheet

KINDS = {path: kind for kind, path in ENTITY_PATHS.items()}


@require_safe
def thing(request: HttpRequest, path: str, ident: str, form: str = "") -> HttpResponse:
    """Everything held about one thing."""
    kind = KINDS[path]
    held = across.thing(kind, ident)
    if held is None:
        raise Http404
    if held.identity != ident:
        return HttpResponseRedirect(lists.with_form(entity_address(kind, held.identity), form))
    lang = language(request)
    if form:
        return lists.file(request, records_sheet(request, held.name, held.records, lang), form)
    states = sorted({one.state for one in held.entities if one.state})
    others = sorted({name for one in held.entities for name in (one.name, *one.names)} - {held.name})
    located = geography.locate(held.name, tuple(states)) if kind == "place" else None
    return render(
        request,
        "comity/thing.html",
        {
            "title": called(kind, held.name, lang, states[0] if len(states) == 1 else None),
            "kind": kind,
            "kind_name": text(f"entity.{kind}", lang),
            "list_address": f"/{path}/",
            "list_name": text(f"entities.{kind}", lang),
            "names": others,
            "offices": _offices(held.entities, lang),
            "states": [{"name": state(one, lang).bare, "address": state_address(one)} for one in states],
            "where": maps.degrees(located[1], lang) if located else "",
            "map": maps.of_place(held.name, located[0].state, located[1], lang) if located else None,
            "sections": by_section(held.records, lang),
            "count": len(held.records),
            "reasons": sorted(
                {reasons.told(reason, lang) for one in held.entities for reason in one.reasons}
            ),
        },
    )


@require_safe
def several(request: HttpRequest, path: str, form: str = "") -> HttpResponse:
    """The things of a kind by name."""
    lang, kind = language(request), KINDS[path]
    table = kept(("things", kind, lang), lambda: _table(kind, lang), shelf="things")
    return lists.answer(request, table, form, kinds=kinds(lang, f"/{path}/"))


def _table(kind: str, lang: str) -> lists.Table:
    """A row a thing, found by all of its names."""
    rows: list[lists.Row] = []
    for one in across.things(kind):
        cells: list[lists.Cell | str | int] = [
            lists.Cell(called(kind, one.name, lang, one.state), entity_address(kind, one.identity)),
            state(one.state, lang).bare if one.state else "",
        ]
        if kind == "person":
            cells.append(terms.office(one.office, lang) if one.office else "")
        also = " ".join((one.name, *one.names, one.state))
        rows.append(lists.row(*cells, one.dyads, one.mentions, also=also))
    rows.sort(key=lambda one: lists.folded(str(one.cells[0].said)))
    columns = [
        lists.Column("name", text("column.person", lang)),
        lists.Column("state", text("thing.state", lang)),
        *([lists.Column("office", text("column.office", lang))] if kind == "person" else []),
        lists.Column("dossiers", text("site.home", lang), number=True),
        lists.Column("claims", text("site.claims", lang), number=True),
    ]
    return lists.Table(text(f"entities.{kind}", lang), tuple(columns), tuple(rows))


def called(kind: str, name: str, lang: str, home: str | None) -> str:
    """A thing's name on a page of a language: people and places in its script, the rest as written."""
    if kind == "person":
        return names.person_name(name, lang, home)
    return names.place_name(name, lang) if kind == "place" else name


def _offices(entities: Iterable[Entity], lang: str) -> list[str]:
    """The offices of a person, each once however it is spelled."""
    told = sorted({terms.office(office, lang) for one in entities for office in one.offices})
    return list({office.casefold(): office for office in reversed(told)}.values())[::-1]


def kinds(lang: str, here: str = "") -> list[dict[str, Any]]:
    """The lists of states, things and agreements and the sheets of all, with the one that is open."""
    several = {
        "/states/": "site.states",
        **{f"/{path}/": f"entities.{kind}" for kind, path in ENTITY_PATHS.items()},
        "/agreements/": "site.agreements",
        "/sheets/": "sheets.short",
    }
    return [
        {"name": text(key, lang), "address": address, "here": address == here}
        for address, key in several.items()
    ]
