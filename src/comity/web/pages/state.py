"""A state: its dossiers, its posts and their heads, and what is told of it across dyads; and the list of states."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import unquote

import msgspec
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
from comity.register import across, moments, queries
from comity.web import lists, moment
from comity.web.addresses import dyad_address, section_address, state_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.lines import in_time, line
from comity.web.pages.things import kinds

_LATEST = 12
"""How many visits and agreements of a state are shown; the dossiers have them all."""
_MOST = 24
"""How many lines of posts are shown; where there are more, each dossier's section is pointed to."""


class _Known(msgspec.Struct, frozen=True):
    """What is told of a state at a moment: its dyads, and its records of the kinds that its page shows."""

    dyads: list[queries.DyadSummary]
    records: dict[str, list[Record]]


_KINDS = ("mission", "tenure", "visit", "agreement")


def _known(code: str, when: moment.Asked) -> _Known:
    if not when:
        held = [one for one in queries.dyads() if code in one.states]
        return _Known(held, {kind: across.records_with(code, (kind,)) for kind in _KINDS})
    found = moments.held(when.at, (code,))
    records = {kind: [one for one in found.records if one.kind == kind] for kind in _KINDS}
    return _Known(moments.dyads(found), records)


@require_safe
@moment.of_moment
def state(request: HttpRequest, code: str, form: str = "") -> HttpResponse:
    """All that is held about a state or an international organisation."""
    wanted = code.upper() if knowledge.states().get(code.upper()) else code
    when = moment.asked(request)
    if unquote(request.path) != unquote(lists.with_form(state_address(wanted), form)):
        return HttpResponseRedirect(when.of(lists.with_form(state_address(wanted), form)))
    known = kept(("state", wanted, when.key), lambda: _known(wanted, when), shelf=moment.SHELF)
    if not known.dyads:
        raise Http404
    lang = language(request)
    if form:
        return lists.file(request, lists.sheet(request, _dyads(known, wanted, lang, when)), form)
    name = word(wanted, lang)
    pairs = [_pair(one, lang, when) for one in known.dyads if len(one.states) == 2]
    posts = [*known.records["mission"], *known.records["tenure"]]
    abroad = [one for one in posts if _sends(one.slots, wanted)]
    return render(
        request,
        "comity/state.html",
        {
            "title": name.bare,
            "code": wanted,
            "known": name.known,
            "map": maps.world(pairs, lang, near=True),
            **lists.shown(request, _dyads(known, wanted, lang, when)),
            "abroad": _posts(abroad, wanted, lang, when),
            "hosted": _posts([one for one in posts if not _sends(one.slots, wanted)], wanted, lang, when),
            "visits": _latest(known.records["visit"], lang, when),
            "agreements": _latest(known.records["agreement"], lang, when),
        },
    )


def _dyads(known: _Known, code: str, lang: str, when: moment.Asked) -> lists.Table:
    """The dossiers of a state by the other one."""
    numbers = ("records", "claims", "documents", "findings")
    rows = []
    for one in known.dyads:
        others = tuple(other for other in one.states if other != code)
        rows.append(
            lists.row(
                lists.Cell(
                    " – ".join(word(other, lang).bare for other in others),
                    when.of(dyad_address((code, *others))) if len(others) == 1 else "",
                ),
                *(getattr(one, number) for number in numbers),
                also=" ".join(others),
            )
        )
    columns = [lists.Column("with", text("state.with", lang))]
    columns += [lists.Column(number, text(f"site.{number}", lang), number=True) for number in numbers]
    return lists.Table(text("site.home", lang), tuple(columns), tuple(rows))


def _pair(held: queries.DyadSummary, lang: str, when: moment.Asked) -> maps.Pair:
    dyad = (held.states[0], held.states[1])
    return maps.Pair(dyad, when.of(dyad_address(dyad)), html.name_of(dyad, lang), held.claims)


def _posts(
    records: list[Record], code: str, lang: str, when: moment.Asked
) -> dict[str, list[dict[str, Any]]]:
    """Records of posts as lines, or of many the sections of dossiers that tell them, by the name of the other state."""
    if len(records) <= _MOST:
        return {"lines": [line(one, lang, when) for one in in_time(records)], "sections": []}
    by_dyad = Counter(one.dyad for one in records if len(one.dyad) == 2)
    sections = []
    for dyad, count in by_dyad.items():
        other = next(one for one in dyad if one != code)
        address = when.of(section_address((code, other), "missions"))
        sections.append({"name": word(other, lang).bare, "address": address, "count": count})
    return {"lines": [], "sections": sorted(sections, key=lambda one: str(one["name"]))}


def _sends(slots: object, code: str) -> bool:
    if isinstance(slots, Mission):
        return slots.sending == code
    return isinstance(slots, Tenure) and slots.of == code and is_head_of_mission(slots)


def _latest(records: list[Record], lang: str, when: moment.Asked) -> list[dict[str, Any]]:
    dated = [one for one in in_time(records) if getattr(one.slots, "date", None)]
    return [line(one, lang, when) for one in reversed(dated[-_LATEST:])]


@require_safe
def states(request: HttpRequest, form: str = "") -> HttpResponse:
    """The states that the register holds anything about."""
    lang = language(request)
    table = kept(("states", lang), lambda: _table(lang))
    return lists.answer(request, table, form, kinds=kinds(lang, "/states/"))


def _table(lang: str) -> lists.Table:
    claims: Counter[str] = Counter()
    dyads: Counter[str] = Counter()
    for one in queries.dyads():
        for code in one.states:
            claims[code] += one.claims
            dyads[code] += 1
    rows = [
        lists.row(
            lists.Cell(word(code, lang).bare, state_address(code)), dyads[code], claims[code], also=code
        )
        for code in claims
    ]
    columns = (
        lists.Column("state", text("thing.state", lang)),
        lists.Column("dossiers", text("site.home", lang), number=True),
        lists.Column("claims", text("site.claims", lang), number=True),
    )
    return lists.Table(text("site.states", lang), columns, tuple(sorted(rows, key=lambda one: one.found_by)))
