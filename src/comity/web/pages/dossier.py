"""The dossier of a dyad, its sections by themselves, and what can be taken away of it."""

from __future__ import annotations

import datetime

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import State
from comity.publishing import extracts, html, sheets
from comity.publishing.citing import Citation
from comity.publishing.dossier import SECTIONS, Dossier, build
from comity.publishing.wording import state, text
from comity.register import moments, queries
from comity.web import moment
from comity.web.addresses import dyad_address, section_address
from comity.web.cache import kept
from comity.web.context import language


def made(dyad: tuple[State, State], when: moment.Asked = moment.PRESENT) -> Dossier | None:
    """The dossier of two states, in this order, at a moment; `None` where nothing is held."""
    if when:
        return kept(("dossier", dyad, when.key), lambda: _of_moment(dyad, when), shelf=moment.SHELF)

    def make() -> Dossier | None:
        held = queries.dossier_inputs(*dyad)
        if not held.claims:
            return None
        return build(dyad, held.claims, held.records, held.entities, held.findings, held.documents)

    return kept(("dossier", dyad), make)


def _of_moment(dyad: tuple[State, State], when: moment.Asked) -> Dossier | None:
    held = moments.dossier_inputs(*dyad, as_of=when.at.as_of, known_at=when.at.known_at)
    if not held.claims:
        return None
    told = build(dyad, held.claims, held.records, held.entities, held.findings, held.documents)
    return msgspec.structs.replace(told, as_of=when.at.as_of, known_at=when.known)


@require_safe
@moment.of_moment
def dossier(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The dossier of two states by their codes; small letters are the address, others lead to it."""
    return lowered(request, a, b) or _dossier(request, (a.upper(), b.upper()))


@require_safe
@moment.of_moment
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
    lang, when = language(request), moment.asked(request)
    whole = made(dyad, when)
    if whole is None:
        return _nothing(request, dyad)
    home = dyad_address(dyad)
    links = html.SiteLinks(home, asked=when.query)
    title = html.name_of(dyad, lang)
    coded = "?" not in home
    values = {
        "title": title,
        "body": kept(
            ("dossier page", dyad, lang, when.key),
            lambda: html.body(whole, lang, links),
            shelf=when.shelf("pages"),
        ),
        "canonical": dyad_address((min(dyad), max(dyad))),
        "reversed": when.of(dyad_address((dyad[1], dyad[0]))),
        "reversed_name": html.name_of((dyad[1], dyad[0]), lang),
        "dyad": dyad,
        "home": home,
        "coded": coded,
        "brief": when.of(f"{home}brief/") if coded else "",
        # A feed and a calendar are of the present.
        "present": coded and not when,
        "whole_sheets": [(form.upper(), when.of(f"{home}all.{form}")) for form in sheets.TYPES],
        "citation": citation(request, title, when.of(home)),
        "sides": [{"name": state(one, lang).bare, "address": links.state(one)} for one in dyad],
    }
    return render(request, "comity/dossier.html", values)


def _nothing(request: HttpRequest, dyad: tuple[State, State]) -> HttpResponse:
    lang = language(request)
    if unknown := [one for one in dyad if not state(one, lang).known]:
        said = " ".join(text("site.no_state", lang, code=one) for one in unknown)
    else:
        said = text("site.nothing", lang, a=state(dyad[0], lang), b=state(dyad[1], lang))
    return render(request, "comity/missing.html", {"message": said}, status=404)


@require_safe
@moment.of_moment
def section(request: HttpRequest, a: str, b: str, key: str) -> HttpResponse:
    """One section of a dossier by itself."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad = (a.upper(), b.upper())
    lang, when = language(request), moment.asked(request)
    whole = made(dyad, when) if key in SECTIONS and a != b else None
    home = dyad_address(dyad)
    links = html.SiteLinks(home, alone=True, asked=when.query)
    body = (
        kept(
            ("section", dyad, key, lang, when.key),
            lambda: html.section_body(whole, key, lang, links),
            shelf=when.shelf("pages"),
        )
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
            "home": when.of(home),
            "body": body,
            "others": [
                {
                    "key": one.key,
                    "name": text(f"section.{one.key}", lang),
                    "address": when.of(section_address(dyad, one.key)),
                }
                for one in (whole.sections if whole else ())
            ],
            "key": key,
        },
    )


@require_safe
@moment.of_moment
def download(request: HttpRequest, a: str, b: str, key: str, form: str) -> HttpResponse:
    """The records of a section or of the whole dossier (`all`), or one of its `EXTRACTS`, as a sheet."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad = (a.upper(), b.upper())
    when, lang = moment.asked(request), language(request)
    whole = made(dyad, when) if a != b and key in (*SECTIONS, "all", *extracts.EXTRACTS) else None
    if whole is None:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    content = kept(
        ("sheet", dyad, key, form, lang, site, when.key),
        lambda: _sheet(whole, key, form, lang, site),
        shelf=when.shelf("pages"),
    )
    response = HttpResponse(content, content_type=sheets.TYPES[form])
    name = f"{'-'.join(dyad).lower()}-{key}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sheet(whole: Dossier, key: str, form: str, lang: str, site: str) -> bytes:
    if key in extracts.EXTRACTS:
        return sheets.of_table(form, extracts.extract(whole, key, lang, site), lang)
    groups = [group for one in whole.sections if key in (one.key, "all") for group in one.groups]
    return sheets.write(form, whole, [line for group in groups for line in group.lines], lang, site)


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
