"""The page of searching: what is asked, what is found, and how to ask for less of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import KINDS
from comity.model.edtf import Date
from comity.publishing import html, numbers
from comity.publishing.dates import label
from comity.publishing.markup import Markup, join, spoken, tag
from comity.publishing.wording import counted, names, sentence, state, text
from comity.register import queries
from comity.register.models import Entry
from comity.register.searching import asking, finding, marking, questions
from comity.register.searching.asking import Asked, Filter
from comity.web.addresses import (
    claim_address,
    document_address,
    dyad_address,
    entity_address,
    state_address,
    words_address,
)
from comity.web.cache import kept
from comity.web.context import language
from comity.web.lists import page_number
from comity.web.pages.things import called

_SHOWN = 320
"""Letters of a document's passage that are shown."""
_QUOTED = 400
_FACETS = 12
"""Values of one facet that are shown."""
EXAMPLES = ("question", "words", "phrase", "without", "begins", "filters", "place", "in")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What is found for `?q=`; `order=old` puts the earliest first."""
    lang = language(request)
    asked = asking.understand(request.GET.get("q", ""))
    oldest = request.GET.get("order") == "old"
    place = page_number(request)
    key = ("search", lang, asked.words, place, oldest)
    values = kept(key, lambda: _values(asked, place, lang, oldest=oldest), shelf="search")
    return render(request, "search/search.html", values, status=400 if asked.problems else 200)


def _values(asked: Asked, place: int, lang: str, *, oldest: bool) -> dict[str, Any]:
    answer = finding.find(asked, page=place, oldest_first=oldest)
    paged = _paged(asked, answer)
    last = max(1, -(-paged // finding.PAGE))
    if place > last:
        raise Http404
    return {
        "title": text("search.title", lang),
        "question": asked.words,
        "empty": asked.empty,
        "problems": problems(asked, lang),
        "meant": {"question": asked.meant, "address": _address(asked.meant)} if asked.meant else None,
        "alone": _address(asked.alone) if asked.alone else "",
        "whole": _whole(asked, lang),
        "sections": _sections(asked, answer, lang),
        "counts": _counts(asked, answer, lang),
        "chosen": [_chip(asked, one, lang) for one in asked.filters],
        "facets": _facets(asked, answer, lang),
        "nothing": not asked.empty and not asked.problems and not answer.total,
        "orders": _orders(asked, oldest, lang),
        "examples": [
            {
                "question": text(f"search.example.{one}", lang),
                "address": _address(text(f"search.example.{one}", lang)),
                "said": text(f"search.how.{one}", lang),
            }
            for one in EXAMPLES
        ],
        "kinds": ", ".join(dict.fromkeys(_kind_name(one, lang) for one in (*KINDS, *asking.ENTITIES))),
        "place": place,
        "last": last,
        "before": place - 1 if place > 1 else None,
        "after": place + 1 if place < last else None,
    }


def _whole(asked: Asked, lang: str) -> dict[str, str] | None:
    """Where everything is told of the one or two states that a question names: the state's page, or their dossier."""
    named = [one.value for one in asked.filters if one.name == "state" and not one.without]
    named = list(dict.fromkeys([*named, *questions.states_of(asking.words_of(asked.plain))]))
    held = kept(("pairs held",), lambda: {tuple(sorted(one.states)) for one in queries.dyads()})
    if len(named) == 1 and any(named[0] in pair for pair in held):
        return {"address": state_address(named[0]), "name": state(named[0], lang).bare}
    if len(named) != 2 or tuple(sorted(named)) not in held:
        return None
    pair = (named[0], named[1])
    return {
        "address": dyad_address(pair),
        "name": text("search.dossier", lang, dyad=html.name_of(pair, lang)),
    }


def problems(asked: Asked, lang: str) -> list[str]:
    """What is wrong with a question, in a language."""
    told = []
    for key, values in asked.problems:
        told.append(text(key, lang, **values))
        if values.get("near"):
            near = ", ".join(f"{code} ({state(code, lang).bare})" for code in values["near"].split(", "))
            told.append(text("search.problem.near", lang, near=near))
    return told


def _paged(asked: Asked, answer: finding.Answer) -> int:
    """How many there are of what is paged: the one sort that is asked for, otherwise claims."""
    sorts = set(asked.sorts)
    return answer.counts.get(sorts.pop() if len(sorts) == 1 else Entry.CLAIM, 0)


def _address(question: str, **others: str) -> str:
    return f"?{urlencode({'q': question, **others})}"


def _with(asked: Asked, *added: Filter, without: tuple[str, ...] = ()) -> str:
    """The address of the same question with other filters."""
    kept = [one for one in asked.filters if one.name not in without and one not in added]
    return _address(asking.written(asking.words_of(asked.plain), [*kept, *added]))


# --- what is found -------------------------------------------------------------------------------------------


def _sections(asked: Asked, answer: finding.Answer, lang: str) -> list[dict[str, Any]]:
    rows = {
        Entry.ENTITY: [_entity(one, asked, lang) for one in answer.entities],
        Entry.DOCUMENT: [_document(one, asked, lang) for one in answer.documents],
        Entry.CLAIM: [_claim(one, asked, lang) for one in answer.claims],
    }
    return [
        {
            "sort": sort,
            "name": text(f"search.heading.{sort}", lang),
            "count": numbers.number(answer.counts[sort], lang),
            "rows": found,
            "all": _with(asked, Filter("in", sort), without=("in",))
            if asked.sorts != (sort,) and answer.counts[sort] > len(found) and sort != Entry.CLAIM
            else "",
        }
        for sort, found in rows.items()
        if found
    ]


def _entity(one: finding.FoundEntity, asked: Asked, lang: str) -> dict[str, Any]:
    name = called(one.kind, one.name, lang, one.states[0] if len(one.states) == 1 else None)
    others = [other for other in one.names if other != name]
    # The spelling that was asked for is told first.
    others.sort(key=lambda other: (not marking.runs(other, asked), other))
    return {
        "kind": text(f"entity.{one.kind}", lang),
        "name": _marked(name, asked, lang),
        "address": entity_address(one.kind, one.identity),
        "others": join(
            *(join("" if at == 0 else ", ", _marked(o, asked, lang)) for at, o in enumerate(others[:4]))
        ),
        "states": ", ".join(state(code, lang).bare for code in one.states),
        "mentions": counted("search.mentions", one.mentions, lang),
    }


def _document(one: finding.FoundDocument, asked: Asked, lang: str) -> dict[str, Any]:
    marked = marking.runs(one.passage, asked)
    start, end = marking.window(one.passage, marked, _SHOWN)
    first = next(((a, b) for a, b in marked if start <= a and b <= end), None)
    return {
        "title": _marked(one.title, asked, lang),
        "address": words_address(one.id, at=(one.start + first[0], one.start + first[1]))
        if first
        else document_address(one.id),
        "facts": " · ".join(
            part
            for part in (
                label(Date.parse(one.date), lang) if one.date else "",
                numbers.language_name(one.language, lang) if one.language else "",
                counted("claims", one.claims, lang),
            )
            if part
        ),
        "passage": _cut(one.passage, marked, start, end),
        "language": one.language,
    }


def _claim(one: finding.FoundClaim, asked: Asked, lang: str) -> dict[str, Any]:
    claim = one.held.claim
    marked = marking.runs(one.quote, asked)
    start, end = marking.window(one.quote, marked, _QUOTED)
    return {
        "kind": claim.kind,
        "kind_name": text(f"kind.{claim.kind}", lang),
        "said": _marked(sentence(claim.slots, lang, one.held.dyad), asked, lang),
        "record": claim_address(claim.id),
        "words": words_address(claim.doc, claim.id),
        "quote": _cut(one.quote, marked, start, end),
        "language": one.language,
        "title": one.title,
        "decision": text(f"site.decision.{one.held.decision}", lang) if one.held.decision else "",
    }


def _marked(said: str, asked: Asked, lang: str) -> Markup:
    """A text with the words that were asked for marked."""
    parts = marking.parts(said, marking.runs(said, asked))
    return join(*(tag("mark", spoken(some, lang)) if hit else spoken(some, lang) for some, hit in parts))


def _cut(said: str, marked: list[tuple[int, int]], start: int, end: int) -> Markup:
    """A part of a text with its marks."""
    within = [(a - start, b - start) for a, b in marked if start <= a and b <= end]
    parts = marking.parts(said[start:end], within)
    shown = (tag("mark", some) if hit else some for some, hit in parts)
    return join("… " if start else "", *shown, " …" if end < len(said) else "")


# --- how to narrow it down -----------------------------------------------------------------------------------


def _counts(asked: Asked, answer: finding.Answer, lang: str) -> list[dict[str, Any]]:
    """How many of each sort, with a way to see only these."""
    return [
        {
            "name": text(f"search.heading.{sort}", lang),
            "number": numbers.number(answer.counts[sort], lang),
            "here": asked.sorts == (sort,),
            "address": _with(asked, without=("in",))
            if asked.sorts == (sort,)
            else _with(asked, Filter("in", sort), without=("in",)),
        }
        for sort in asking.SORTS
        if answer.counts.get(sort)
    ]


def _chip(asked: Asked, one: Filter, lang: str) -> dict[str, str]:
    rest = [other for other in asked.filters if other != one]
    shown = f"{'−' * one.without}{text(f'search.filter.{one.name}', lang)}: {_value(one, lang)}"
    return {
        "shown": shown,
        "drop": text("search.drop", lang, what=shown),
        "address": _address(asking.written(asking.words_of(asked.plain), rest)),
    }


def _value(one: Filter, lang: str) -> str:
    if one.name == "state":
        return state(one.value, lang).bare
    if one.name == "kind":
        return _kind_name(one.value, lang)
    if one.name == "in":
        return text(f"search.in.{one.value}", lang)
    return names.place_name(one.value, lang) if one.name == "place" else one.value


def _kind_name(kind: str, lang: str) -> str:
    return text(f"kind.{kind}" if kind in KINDS else f"entity.{kind}", lang)


def _facets(asked: Asked, answer: finding.Answer, lang: str) -> list[dict[str, Any]]:
    """What is found divided by kind, state, time and place; what is chosen already is not offered again."""
    facets = answer.facets
    chosen = {(one.name, one.value) for one in asked.filters}
    kinds = [(kind, number) for kind, number in facets.kinds if kind != Entry.DOCUMENT]
    chosen_too = [
        ("kind", [(_kind_name(kind, lang), Filter("kind", kind), number) for kind, number in kinds]),
        ("state", [(state(code, lang).bare, Filter("state", code), number) for code, number in facets.states]),
        ("place", [(names.place_name(one, lang), Filter("place", one), number) for one, number in facets.places]),
    ]  # fmt: skip
    groups = {
        key: [
            (name, _with(asked, one), number)
            for name, one, number in values
            if (key, one.value) not in chosen
        ]
        for key, values in chosen_too
    }
    groups["decade"] = [
        (
            text("search.decade", lang, decade=decade),
            _with(asked, Filter("from", str(decade)), Filter("to", str(decade + 9)), without=("from", "to")),
            number,
        )
        for decade, number in facets.decades
    ]
    return [
        {
            "key": key,
            "name": text(f"search.facet.{key}", lang),
            "values": [
                {"name": name, "address": address, "number": numbers.number(number, lang)}
                for name, address, number in values[:_FACETS]
            ],
        }
        for key in ("kind", "state", "decade", "place")
        if len(values := groups[key]) > 1 or (values and values[0][2] < answer.total)
    ]


def _orders(asked: Asked, oldest: bool, lang: str) -> list[dict[str, Any]]:
    return [
        {"name": text("search.newest", lang), "address": _address(asked.words), "here": not oldest},
        {"name": text("search.oldest", lang), "address": _address(asked.words, order="old"), "here": oldest},
    ]
