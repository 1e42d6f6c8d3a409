"""A state: its dossiers, its posts and their heads, and what is told of it across dyads; and the list of states."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity import knowledge
from comity.model.claim import Mission, Tenure
from comity.model.record import Record
from comity.publishing import html, maps
from comity.publishing.dossier import is_head_of_mission
from comity.publishing.wording import state as word
from comity.publishing.wording import text
from comity.register import across, queries
from comity.web.addresses import dyad_address, section_address, state_address
from comity.web.context import language
from comity.web.pages.lines import in_time, line
from comity.web.pages.things import lists

_LATEST = 12
"""How many visits and agreements of a state are shown; the dossiers have them all."""
_FIRST = 20
"""How many of its dossiers are shown; the list of dossiers has them all."""
_MOST = 24
"""How many lines of posts are shown; where there are more, each dossier's section is pointed to."""


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    """All that is held about a state or an international organisation."""
    wanted = code.upper() if knowledge.states().get(code.upper()) else code
    if request.path != unquote(state_address(wanted)):
        return HttpResponseRedirect(state_address(wanted))
    held = [one for one in queries.dyads() if wanted in one.states]
    if not held:
        raise Http404
    lang = language(request)
    name = word(wanted, lang)
    dyads = [
        {
            "name": " – ".join(word(one, lang).bare for one in dyad.states if one != wanted),
            "address": dyad_address((wanted, *(one for one in dyad.states if one != wanted)))
            if len(dyad.states) == 2
            else "",
            "held": dyad,
        }
        for dyad in held
    ]
    pairs = [_pair(one, lang) for one in held if len(one.states) == 2]
    posts = across.records_with(wanted, ("mission", "tenure"))
    abroad = [one for one in posts if _sends(one.slots, wanted)]
    return render(
        request,
        "comity/state.html",
        {
            "title": name.bare,
            "code": wanted,
            "known": name.known,
            "map": maps.world(pairs, lang),
            "dyads": dyads[:_FIRST],
            "rest": max(0, len(dyads) - _FIRST),
            "abroad": _posts(abroad, wanted, lang),
            "hosted": _posts([one for one in posts if not _sends(one.slots, wanted)], wanted, lang),
            "visits": _latest(wanted, "visit", lang),
            "agreements": _latest(wanted, "agreement", lang),
        },
    )


def _pair(held: queries.DyadSummary, lang: str) -> maps.Pair:
    dyad = (held.states[0], held.states[1])
    return maps.Pair(dyad, dyad_address(dyad), html.name_of(dyad, lang), held.claims)


def _posts(records: list[Record], code: str, lang: str) -> dict[str, list[dict[str, Any]]]:
    """Records of posts as lines, or of many the sections of dossiers that tell them, by the name of the other state."""
    if len(records) <= _MOST:
        return {"lines": [line(one, lang) for one in in_time(records)], "sections": []}
    by_dyad = Counter(one.dyad for one in records if len(one.dyad) == 2)
    sections = []
    for dyad, count in by_dyad.items():
        other = next(one for one in dyad if one != code)
        address = section_address((code, other), "missions")
        sections.append({"name": word(other, lang).bare, "address": address, "count": count})
    return {"lines": [], "sections": sorted(sections, key=lambda one: str(one["name"]))}


def _sends(slots: object, code: str) -> bool:
    if isinstance(slots, Mission):
        return slots.sending == code
    return isinstance(slots, Tenure) and slots.of == code and is_head_of_mission(slots)


def _latest(code: str, kind: str, lang: str) -> dict[str, object]:
    dated = [one for one in in_time(across.records_with(code, (kind,))) if getattr(one.slots, "date", None)]
    return {"lines": [line(one, lang) for one in reversed(dated[-_LATEST:])], "count": len(dated)}


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """The states that the register holds anything about."""
    lang = language(request)
    claims: Counter[str] = Counter()
    dyads: Counter[str] = Counter()
    for one in queries.dyads():
        for code in one.states:
            claims[code] += one.claims
            dyads[code] += 1
    rows = [
        {
            "name": word(code, lang).bare,
            "address": state_address(code),
            "claims": claims[code],
            "dyads": dyads[code],
        }
        for code in claims
    ]
    rows.sort(key=lambda row: str(row["name"]))
    return render(
        request,
        "comity/states.html",
        {"title": text("site.states", lang), "kinds": lists(lang, "/states/"), "states": rows},
    )
