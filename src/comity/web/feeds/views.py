"""Feeds and calendars as answers: made anew only when the register, the language or the day is another."""

from __future__ import annotations

import datetime
import hashlib
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe

from comity import __version__
from comity.model.claim import State
from comity.publishing import html, naming
from comity.publishing.brief import notes
from comity.publishing.dossier import Dossier
from comity.publishing.markup import join, tag
from comity.publishing.wording import LANGUAGES, counted, sentence, text
from comity.register import news, queries
from comity.web.addresses import document_address, dyad_address, is_code, record_address, words_address
from comity.web.cache import kept, stamp
from comity.web.context import language
from comity.web.feeds import atom, ical
from comity.web.feeds.atom import Entry, Feed
from comity.web.feeds.entries import Timed, lasting, plain, timed
from comity.web.pages.dossier import lowered, made

MOST = 50
"""Entries of a feed at most, those that changed last."""
_WORDS = 3
_DYADS = 20


def _mark(request: HttpRequest, **_: str) -> str:
    """What changes with the answer: the register, the language, the day, the program, the addresses."""
    parts = (stamp(), language(request), _today(), __version__, request.build_absolute_uri())
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _changed(_request: HttpRequest, **_: str) -> datetime.datetime:
    """The calendar has other anniversaries in another year, so that it is never older than the year."""
    return max(news.changed(), datetime.datetime(_today().year, 1, 1, tzinfo=datetime.UTC))


_conditional = condition(etag_func=_mark, last_modified_func=_changed)


@require_safe
@_conditional
def register(request: HttpRequest) -> HttpResponse:
    """The documents added last, with the dyads that they tell of."""
    lang, site = language(request), _site(request)
    return HttpResponse(
        kept(("feed", lang, site), lambda: atom.write(_register(lang, site))), content_type=atom.TYPE
    )


@require_safe
@_conditional
def dyad(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """What the register learnt last of two states."""
    if redirected := lowered(request, a, b):
        return redirected
    states, lang, site = (a.upper(), b.upper()), language(request), _site(request)
    whole = _dossier(states)
    content = kept(("feed dyad", states, lang, site), lambda: atom.write(_dyad(whole, lang, site)))
    return HttpResponse(content, content_type=atom.TYPE)


@require_safe
@_conditional
def calendar(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The calendar of two states."""
    if redirected := lowered(request, a, b):
        return redirected
    states, lang, site = (a.upper(), b.upper()), language(request), _site(request)
    whole, today = _dossier(states), _today()

    def make() -> bytes:
        told = naming.in_script(whole, lang)
        lines = timed(told, news.known(*states))
        return ical.write(told, lines, lang, site, dyad_address(states), today)

    response = HttpResponse(kept(("calendar", states, lang, site, today.year), make), content_type=ical.TYPE)
    name = f"{'-'.join(states).lower()}-{lang}.ics"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _register(lang: str, site: str) -> Feed:
    held = sorted(
        queries.documents(), key=lambda one: (one.added_at, one.id), reverse=True
    )[:MOST]  # fmt: skip
    dyads = news.told_of(one.id for one in held)
    entries = []
    for one in held:
        told = [
            tag(
                "li",
                tag("a", html.name_of((pair[0], pair[1]), lang), href=f"{site}{dyad_address(pair)}"),
                f": {counted('claims', claims, lang)}",
            )
            for pair, claims in dyads.get(one.id, [])
            if len(pair) == 2
        ][:_DYADS]
        content = join(
            tag("p", plain(counted("claims", one.claims, lang))), tag("ul", told) if told else None
        )
        entries.append(
            Entry(
                ident=lasting("document", one.sha256).urn,
                title=one.title or one.name,
                address=f"{site}{document_address(one.id)}",
                since=one.added_at,
                changed=one.added_at,
                content=content,
            )
        )
    return Feed(
        ident=lasting("register").urn,
        title=text("feed.register", lang),
        lang=lang,
        address=_in(f"{site}/feed.atom", lang),
        page=f"{site}/",
        others=tuple((code, _in(f"{site}/feed.atom", code)) for code in LANGUAGES if code != lang),
        changed=max((one.changed for one in entries), default=news.changed()),
        entries=tuple(entries),
    )


def _dyad(whole: Dossier, lang: str, site: str) -> Feed:
    told = naming.in_script(whole, lang)
    home = f"{site}{dyad_address(told.dyad)}"
    entries = tuple(_entry(one, told, lang, site) for one in timed(told, news.known(*told.dyad))[:MOST])
    return Feed(
        ident=lasting("dyad", *told.dyad).urn,
        title=text("feed.dyad", lang, dyad=html.name_of(told.dyad, lang)),
        lang=lang,
        address=_in(f"{home}feed.atom", lang),
        page=home,
        others=tuple((code, _in(f"{home}feed.atom", code)) for code in LANGUAGES if code != lang),
        changed=max((one.changed for one in entries), default=news.changed()),
        entries=entries,
    )


def _entry(one: Timed, told: Dossier, lang: str, site: str) -> Entry:
    said = sentence(one.line.slots, lang, told.dyad)
    words = [
        tag(
            "li",
            tag("span", notes.words(source, lang), lang=source.language or None),
            " ",
            tag("a", notes.place(source, lang), href=f"{site}{words_address(source.doc, source.claim)}"),
        )
        for source in one.line.sources[:_WORDS]
    ]
    return Entry(
        ident=lasting("record", one.first).urn,
        title=said,
        address=f"{site}{record_address(one.line.id)}",
        since=one.since,
        changed=one.changed,
        content=join(tag("p", said), tag("ul", words)),
        kind=text(f"kind.{one.line.kind}", lang),
    )


def _dossier(states: tuple[State, State]) -> Dossier:
    whole = made(states) if states[0] != states[1] and all(map(is_code, states)) else None
    if whole is None:
        raise Http404
    return whole


def _in(address: str, lang: str) -> str:
    return f"{address}?{urlencode({'lang': lang})}"


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
