"""What is one record: two taken together, one parted, either taken back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comity.model.record import Record
from comity.publishing.wording import sentence, text
from comity.publishing.wording.errors import message as message_of
from comity.register import actions, queries, versions
from comity.register.errors import ConflictError, RegisterError
from comity.web import access
from comity.web.accounts import log
from comity.web.addresses import record_address, words_address
from comity.web.context import language
from comity.web.review import shown

_REASON = 2000
_OTHERS = 300
"""Records of the kind that are offered to be one with a record."""


@never_cache
@require_safe
@access.needs(access.EDITOR)
def record(request: HttpRequest, record: str) -> HttpResponse:
    """A record's claims, to be parted, and the other records of its kind, to be one with it."""
    return _record(request, record)


def _record(request: HttpRequest, ident: str, status: int = 200, **values: Any) -> HttpResponse:
    found = queries.record(ident)
    if found is None:
        raise Http404
    lang = language(request)
    held = [one for one in map(queries.claim, found.claims) if one is not None]
    documents = queries.texts({one.claim.doc for one in held})
    others = queries.records(dyad_key=queries.dyad_key(found.dyad), kind=found.kind)
    values |= {
        "record": found,
        "address": record_address(found.id),
        "kind": text(f"kind.{found.kind}", lang),
        "sentence": sentence(found.slots, lang, found.dyad),
        "version": versions.of_claims(found.claims),
        "claims": [
            {
                "id": one.claim.id,
                "sentence": sentence(one.claim.slots, lang, one.dyad),
                "words": words_address(one.claim.doc, one.claim.id),
                "run": shown.runs(one.claim.evidence[:1], documents[one.claim.doc].text, 60)[0],
                "document": documents[one.claim.doc],
            }
            for one in held
        ],
        "others": [_other(one, lang) for one in _near(found, others)],
    }
    return render(request, "review/record.html", values, status=status)


def _near(found: Record, others: tuple[Record, ...]) -> list[Record]:
    """Other records, those first whose sentences share the most words: they are what may be one thing."""
    said = set(sentence(found.slots, "en", found.dyad).split())

    def unlike(one: Record) -> tuple[int, str]:
        return (-len(said & set(sentence(one.slots, "en", one.dyad).split())), one.id)

    return sorted((one for one in others if one.id != found.id), key=unlike)[:_OTHERS]


def _other(one: Record, lang: str) -> dict[str, str]:
    return {
        "id": one.id,
        "sentence": sentence(one.slots, lang, one.dyad),
        "version": versions.of_claims(one.claims),
        "address": record_address(one.id),
    }


@never_cache
@require_POST
@access.needs(access.EDITOR)
def merge(request: HttpRequest, record: str) -> HttpResponse:
    """Say that records are one thing."""
    chosen = list(dict.fromkeys(request.POST.getlist("other")))[:_OTHERS]
    if not chosen:
        return _record(request, record, 400, problem=text("review.none.chosen", language(request)))
    expected = {one: request.POST.get(f"v.{one}", "") for one in (record, *chosen)}
    return _judged(
        request,
        record,
        lambda by, reason: actions.merge([record, *chosen], by, reason, expected=expected),
    )


@never_cache
@require_POST
@access.needs(access.EDITOR)
def split(request: HttpRequest, record: str) -> HttpResponse:
    """Say that some claims of a record are another thing."""
    part = list(dict.fromkeys(request.POST.getlist("claim")))
    if not part:
        return _record(request, record, 400, problem=text("review.none.chosen", language(request)))
    return _judged(
        request,
        record,
        lambda by, reason: actions.split(
            record, part, by, reason, expected=request.POST.get(f"v.{record}", "")
        ),
    )


def _judged(request: HttpRequest, record: str, act: Any) -> HttpResponse:
    found = queries.record(record)
    if found is None:
        raise Http404
    lang, reason = language(request), request.POST.get("reason", "").strip()[:_REASON]
    try:
        judged = act(access.author(request), reason)
    except ConflictError as error:
        problem = text("review.conflict.batch", lang, by=error.by or "–")
        return _record(request, record, 409, problem=problem)
    except RegisterError as error:
        return _record(request, record, 400, problem=message_of(error, lang))
    log.detail(request, judgement=judged.number, reason=reason)
    # A record made anew may have another id; the id of any of its claims leads to it.
    return _record(request, found.claims[0], done=judged)


@never_cache
@require_POST
@access.needs(access.EDITOR)
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take a merge or split back."""
    try:
        actions.undo_judgement(number, access.author(request))
    except RegisterError as error:
        values = {
            "title": text("access.title", language(request)),
            "message": message_of(error, language(request)),
        }
        return render(request, "comity/missing.html", values, status=400)
    back = access.safe_next(request, request.POST.get("next", ""), "/review/")
    return HttpResponseRedirect(back)
