"""The dossier of a dyad, its sections by themselves, and what can be taken away of it."""

from __future__ import annotations

import datetime

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import State
from comity.publishing import html, sheets
from comity.publishing.citing import Citation
from comity.publishing.dossier import SECTIONS, Dossier, build
from comity.publishing.wording import state, text
from comity.register import queries
from comity.register.errors import RegisterError
from comity.web.addresses import dyad_address, section_address
from comity.web.cache import kept
from comity.web.context import language


def made(dyad: tuple[State, State], as_of: str = "", known_at: str = "") -> Dossier | None:
    """The dossier of two states, in this order; `None` where nothing is held.

    `as_of` and `known_at` are a date and a time as a reader gives them; `RegisterError` where they are none.
    """
    if as_of or known_at:
        return kept(("dossier", dyad, as_of, known_at), lambda: _of_moment(dyad, as_of, known_at))

    def make() -> Dossier | None:
        held = queries.dossier_inputs(*dyad)
        if not held.claims:
            return None
        return build(dyad, held.claims, held.records, held.entities, held.findings, held.documents)

    return kept(("dossier", dyad), make)


def _of_moment(dyad: tuple[State, State], as_of: str, known_at: str) -> Dossier | None:
    from comity.register import moments

    date = moments.date_of(as_of) if as_of else None
    time = moments.time_of(known_at) if known_at else None
    held = moments.dossier_inputs(*dyad, as_of=date, known_at=time)
    if not held.claims:
        return None
    told = build(dyad, held.claims, held.records, held.entities, held.findings, held.documents)
    shown = f"{time.astimezone(datetime.UTC):%Y-%m-%d %H:%M}" if time else ""
    return msgspec.structs.replace(told, as_of=date, known_at=shown)


@require_safe
def dossier(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The dossier of two states by their codes; small letters are the address, others lead to it."""
    return lowered(request, a, b) or _dossier(request, (a.upper(), b.upper()))


@require_safe
def between(request: HttpRequest) -> HttpResponse:
    """The dossier of two parties of which one has no code: `?a=…&b=…`."""
    return _dossier(request, (request.GET.get("a", ""), request.GET.get("b", "")))


def lowered(request: HttpRequest, a: str, b: str) -> HttpResponse | None:
    """The way to the address in small letters; `None` where it is one."""
    if (a, b) == (a.lower(), b.lower()):
        return None
    path = request.get_full_path().replace(f"/{a}-{b}/", f"/{a}-{b}/".lower(), 1)
    return HttpResponseRedirect(path)


def _dossier(request: HttpRequest, dyad: tuple[State, State]) -> HttpResponse:
    if dyad[0] == dyad[1] or not all(dyad):
        raise Http404
    lang = language(request)
    as_of, known_at = (request.GET.get(name, "").strip()[:40] for name in ("as_of", "known_at"))
    try:
        whole = made(dyad, as_of, known_at)
    except RegisterError:
        values = {"title": text("moment", lang), "message": text("moment.wrong", lang)}
        return render(request, "comity/missing.html", values, status=400)
    if whole is None:
        return _nothing(request, dyad)
    home = dyad_address(dyad)
    present = not as_of and not known_at
    # What is taken away, and a section by itself, tell of the present: another moment has no such links.
    links = html.SiteLinks(home if present else "")
    title = html.name_of(dyad, lang)
    values = {
        "title": title,
        "body": kept(("dossier page", dyad, lang, as_of, known_at), lambda: html.body(whole, lang, links)),
        "as_of": as_of,
        "known_at": known_at,
        "present": present,
        "canonical": dyad_address((min(dyad), max(dyad))),
        "reversed": dyad_address((dyad[1], dyad[0])),
        "reversed_name": html.name_of((dyad[1], dyad[0]), lang),
        "dyad": dyad,
        "home": home,
        "coded": "?" not in home and present,
        "brief": f"{home}brief/" if "?" not in home and present else "",
        "citation": citation(request, title, home),
        "sides": [{"name": state(one, lang).bare, "address": html.SiteLinks().state(one)} for one in dyad],
    }
    return render(request, "comity/dossier.html", values)


def _nothing(request: HttpRequest, dyad: tuple[State, State]) -> HttpResponse:
    lang = language(request)
    said = text("site.nothing", lang, a=state(dyad[0], lang), b=state(dyad[1], lang))
    return render(request, "comity/missing.html", {"message": said}, status=404)


@require_safe
def section(request: HttpRequest, a: str, b: str, key: str) -> HttpResponse:
    """One section of a dossier by itself."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad = (a.upper(), b.upper())
    lang = language(request)
    whole = made(dyad) if key in SECTIONS and a != b else None
    home = dyad_address(dyad)
    links = html.SiteLinks(home, alone=True)
    body = (
        kept(("section", dyad, key, lang), lambda: html.section_body(whole, key, lang, links))
        if whole
        else None
    )
    if body is None:
        raise Http404
    name = html.name_of(dyad, lang)
    title = f"{name}: {text(f'section.{key}', lang)}"
    return render(
        request,
        "comity/section.html",
        {
            "title": title,
            "name": name,
            "home": home,
            "body": body,
            "citation": citation(request, title, section_address(dyad, key)),
            "others": [
                {
                    "key": one.key,
                    "name": text(f"section.{one.key}", lang),
                    "address": section_address(dyad, one.key),
                }
                for one in (whole.sections if whole else ())
            ],
            "key": key,
        },
    )


@require_safe
def download(request: HttpRequest, a: str, b: str, key: str, form: str) -> HttpResponse:
    """The records of a section, or of the whole dossier (`all`), as a sheet."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad = (a.upper(), b.upper())
    whole = made(dyad) if a != b and form in sheets.TYPES and (key in SECTIONS or key == "all") else None
    if whole is None:
        raise Http404
    groups = [group for one in whole.sections if key in (one.key, "all") for group in one.groups]
    lines = [line for group in groups for line in group.lines]
    site = request.build_absolute_uri("/").rstrip("/")
    lang = language(request)
    content = kept(
        ("sheet", dyad, key, form, lang, site), lambda: sheets.write(form, whole, lines, lang, site)
    )
    response = HttpResponse(content, content_type=sheets.TYPES[form])
    name = f"{'-'.join(dyad).lower()}-{key}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


CITATIONS = {
    "bib": ("application/x-bibtex; charset=utf-8", Citation.bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", Citation.ris),
    "csl.json": ("application/vnd.citationstyles.csl+json", Citation.csl),
}
"""The forms for reference managers, by the ends of their addresses."""


@require_safe
def cite(request: HttpRequest, a: str, b: str, form: str) -> HttpResponse:
    """A dossier for a reference manager."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad = (a.upper(), b.upper())
    if a == b or made(dyad) is None:
        raise Http404
    return cited(citation(request, html.name_of(dyad, language(request)), dyad_address(dyad)), form)


def citation(request: HttpRequest, title: str, path: str) -> Citation:
    """A page of this site, read today."""
    today = datetime.datetime.now(datetime.UTC).date()
    return Citation(title, request.build_absolute_uri(path), today, language(request))


def cited(one: Citation, form: str) -> HttpResponse:
    """A citation in one of the forms of `CITATIONS`."""
    kind, write = CITATIONS[form]
    response = HttpResponse(write(one), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="comity.{form}"'
    return response
