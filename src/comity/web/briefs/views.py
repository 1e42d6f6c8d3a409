"""A brief to read on the site, its chart as a picture, and its files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import State
from comity.publishing import brief
from comity.publishing.brief.model import Brief
from comity.publishing.dossier import Dossier
from comity.publishing.wording import text
from comity.web import moment
from comity.web.addresses import dyad_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.dossier import lowered, made


@require_safe
@moment.of_moment
def page(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The brief of two states."""
    from comity.publishing.brief import html

    if redirected := lowered(request, a, b):
        return redirected
    dyad, pages, lang = (a.upper(), b.upper()), _pages(request), language(request)
    when = moment.asked(request)
    told = _brief(dyad, lang, pages, when)
    home = dyad_address(dyad)
    picture = when.of(f"{home}brief/trade.png?pages={pages}&lang={lang}")
    values = {
        "title": told.title,
        "dossier": when.of(home),
        "name": html_name(dyad, lang),
        "pages": pages,
        "most": brief.MOST_PAGES,
        "files": [
            (when.of(f"{home}brief.{form}?pages={pages}&lang={lang}"), text(f"brief.form.{form}", lang))
            for form in brief.FORMS
        ],
        "body": kept(
            ("brief page", dyad, lang, pages, when.key),
            lambda: html.body(told, picture=picture),
            shelf=when.shelf("pages"),
        ),
    }
    return render(request, "briefs/brief.html", values)


@require_safe
@moment.of_moment
def file(request: HttpRequest, a: str, b: str, form: str) -> HttpResponse:
    """The brief as a file of one of its forms."""
    if redirected := lowered(request, a, b):
        return redirected
    dyad, pages, lang = (a.upper(), b.upper()), _pages(request), language(request)
    when = moment.asked(request)
    whole = _dossier(dyad, when)
    content = kept(
        ("brief", dyad, lang, pages, form, when.key),
        lambda: brief.write(whole, lang, form, pages),
        shelf=when.shelf("pages"),
    )
    response = HttpResponse(content, content_type=brief.FORMS[form])
    name = f"{'-'.join(dyad).lower()}-{lang}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@moment.of_moment
def picture(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The chart of a brief as PNG."""
    from comity.publishing.brief import figures

    if redirected := lowered(request, a, b):
        return redirected
    told = _brief((a.upper(), b.upper()), language(request), _pages(request), moment.asked(request))
    chart = next((one.chart for one in told.sections if one.chart is not None), None)
    if chart is None:
        raise Http404
    return HttpResponse(figures.png(chart), content_type="image/png")


def html_name(dyad: tuple[State, State], lang: str) -> str:
    """A dyad by the names of its states."""
    from comity.publishing import html

    return html.name_of(dyad, lang)


def _brief(dyad: tuple[State, State], lang: str, pages: int, when: moment.Asked) -> Brief:
    from comity.publishing.brief import build, fit

    whole = _dossier(dyad, when)
    return kept(
        ("brief value", dyad, lang, pages, when.key),
        lambda: fit.fit(build.build(whole, lang), pages),
        shelf=when.shelf("pages"),
    )


def _dossier(dyad: tuple[State, State], when: moment.Asked) -> Dossier:
    whole = made(dyad, when) if dyad[0] != dyad[1] else None
    if whole is None:
        raise Http404
    return whole


def _pages(request: HttpRequest) -> int:
    """`?pages=`; two where it is no number of pages."""
    given = request.GET.get("pages", "")
    wanted = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else brief.PAGES
    return min(max(wanted, 1), brief.MOST_PAGES)
