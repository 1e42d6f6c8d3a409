"""The queue of claims: looking, deciding, taking back.

Every form carries the version of what it shows; where somebody has decided since, nothing is done and both are
shown.
"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comity.publishing.wording import counted, text
from comity.publishing.wording.errors import message as message_of
from comity.publishing.wording.phrases import read_by
from comity.register import actions, queries, reviewing
from comity.register.errors import ConflictError, RegisterError
from comity.web import access
from comity.web.accounts import log
from comity.web.context import language
from comity.web.review import fields, shown

_PAGE = 50
_REASON = 2000
_LAST = "review_last"
"""Under which a session has what its person decided last, with the versions that came of it."""

_DECISIONS = {"accept": actions.accept, "reject": actions.reject}


@never_cache
@require_safe
@access.needs(access.REVIEWER)
def queue(request: HttpRequest) -> HttpResponse:
    """The claims that wait, the unsure first."""
    return _queue(request)


def _queue(request: HttpRequest, status: int = 200, **values: Any) -> HttpResponse:
    lang, wanted = language(request), shown.wanted(request)
    page = Paginator(reviewing.queue(wanted), _PAGE).get_page(request.GET.get("page"))
    waiting = reviewing.waiting(page.object_list)
    documents = queries.texts({one.held.claim.doc for one in waiting})
    choices = reviewing.choices(wanted)
    values |= {
        "page": page,
        "claims": [shown.claim(one, documents, lang) for one in waiting],
        "wanted": wanted,
        "query": shown.query(wanted),
        "progress": reviewing.progress(wanted),
        "states": [(one, text(f"review.state.{one}", lang)) for one in reviewing.STATES],
        "dyads": [(key, shown.dyad_name(key, lang), number) for key, number in choices["dyad"]],
        "kinds": [(key, text(f"kind.{key}", lang), number) for key, number in choices["kind"]],
        "docs": [(key, key, number) for key, number in choices["doc"]],
        "last": _last(request),
    }
    return render(request, "review/queue.html", values, status=status)


@never_cache
@require_safe
@access.needs(access.REVIEWER)
def claim(request: HttpRequest, claim: str) -> HttpResponse:
    """One claim: its words beside what was read from them, to accept, edit or reject."""
    return _claim(request, claim)


def _claim(request: HttpRequest, claim: str, status: int = 200, **values: Any) -> HttpResponse:
    lang, wanted = language(request), shown.wanted(request)
    waiting = reviewing.one(claim)
    if waiting is None:
        raise Http404
    documents = queries.texts([waiting.held.claim.doc])
    held = waiting.held
    before, after = reviewing.beside(claim, wanted)
    values = {
        "claim": shown.claim(waiting, documents, lang),
        "runs": shown.runs(held.claim.evidence, documents[held.claim.doc].text),
        "slots": shown.slots(held.claim.slots, lang),
        "machine": shown.slots(held.machine, lang, held.claim.slots)
        if held.machine != held.claim.slots
        else None,
        "fields": fields.shown(held.claim.kind, held.claim.slots, lang),
        "why": [read_by(one, lang) for one in held.claim.why],
        "history": queries.history(claim),
        "before": before,
        "after": after,
        "query": shown.query(wanted),
        "progress": reviewing.progress(wanted),
        "last": _last(request),
        **values,
    }
    return render(request, "review/claim.html", values, status=status)


@never_cache
@require_POST
@access.needs(access.REVIEWER)
def decide(request: HttpRequest, claim: str) -> HttpResponse:
    """Accept, edit or reject a claim, or take the last decision about it back; then on to the next."""
    lang, by, what = language(request), access.author(request), request.POST.get("do", "")
    version, reason = request.POST.get("version", ""), request.POST.get("reason", "").strip()[:_REASON]
    waiting = reviewing.one(claim)
    if waiting is None:
        raise Http404
    log.detail(request, do=what)
    made = None
    try:
        if what == "edit":
            made, filled = fields.given(waiting.held.claim.kind, request.POST, lang)
            if made is None:
                return _claim(
                    request, claim, 400, fields=filled, editing=True, reason=reason, version=version
                )
            actions.edit(claim, made, by, reason, expected=version)
        elif what in _DECISIONS:
            _DECISIONS[what](claim, by, reason, expected=version)
        elif what == "undo":
            actions.undo(claim, by, expected=version)
        else:
            return _claim(request, claim, 400, problem=text("review.unknown", lang))
    except ConflictError:
        now = reviewing.one(claim)
        if now is None:
            raise Http404 from None
        return _conflict(request, now, what, made, reason)
    except RegisterError as error:
        return _claim(request, claim, 400, problem=message_of(error, lang))
    if what == "undo":
        request.session.pop(_LAST, None)
        return HttpResponseRedirect(f"/review/{claim}/{shown.query(shown.wanted(request))}")
    _remember(request, what, [claim])
    _, after = reviewing.beside(claim, shown.wanted(request))
    return HttpResponseRedirect(f"/review/{f'{after}/' if after else ''}{shown.query(shown.wanted(request))}")


def _conflict(
    request: HttpRequest, now: reviewing.Waiting, what: str, made: Any, reason: str
) -> HttpResponse:
    """Both decisions side by side, the other's, which holds, and one's own, to be kept or made all the same."""
    lang, held = language(request), now.held
    documents = queries.texts([held.claim.doc])
    history = queries.history(held.claim.id)
    last = history[-1] if history else None
    own = made if made is not None else held.machine
    sent = [(name, value) for name, value in request.POST.items() if name.startswith("s.")]
    values = {
        "claim": shown.claim(now, documents, lang),
        "runs": shown.runs(held.claim.evidence, documents[held.claim.doc].text),
        "by": (last.undone_by or last.by) if last else "",
        "at": (last.undone_at or last.at) if last else None,
        "theirs": shown.slots(held.claim.slots, lang, own),
        "mine": shown.slots(own, lang, held.claim.slots),
        "what": what,
        "mine_decision": text(f"review.did.{what}", lang),
        "sent": sent,
        "reason": reason,
        "query": shown.query(shown.wanted(request)),
    }
    return render(request, "review/conflict.html", values, status=409)


@never_cache
@require_POST
@access.needs(access.REVIEWER)
def batch(request: HttpRequest) -> HttpResponse:
    """Accept or reject several claims at once: all of them, or none where somebody was faster with one."""
    lang, by, what = language(request), access.author(request), request.POST.get("do", "")
    ids = list(dict.fromkeys(request.POST.getlist("claim")))[: 2 * _PAGE]
    if what not in _DECISIONS or not ids:
        return _queue(request, 400, problem=text("review.none.chosen", lang))
    log.detail(request, do=what, claims=ids)
    problem = _together(_DECISIONS[what], ids, by, request.POST, lang)
    if problem:
        return _queue(request, 409, problem=problem)
    _remember(request, what, ids)
    return HttpResponseRedirect(f"/review/{shown.query(shown.wanted(request))}")


@never_cache
@require_POST
@access.needs(access.REVIEWER)
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what one decided last, one claim or several, unless somebody decided about one of them since."""
    last = request.session.get(_LAST)
    lang = language(request)
    if not last:
        return _queue(request, 400, problem=text("review.nothing.undo", lang))
    versions = {f"v.{claim}": version for claim, version in last["versions"].items()}
    ids = list(last["versions"])
    log.detail(request, do="undo", claims=ids)

    def take_back(claim: str, by: str, _reason: str, *, expected: str) -> None:
        actions.undo(claim, by, expected=expected)

    problem = _together(take_back, ids, access.author(request), versions, lang)
    del request.session[_LAST]
    if problem:
        return _queue(request, 409, problem=problem)
    where = f"{ids[0]}/" if len(ids) == 1 else ""
    return HttpResponseRedirect(f"/review/{where}{shown.query(shown.wanted(request))}")


def _together(act: Any, ids: list[str], by: str, data: QueryDict | dict[str, str], lang: str) -> str:
    """Do something to several claims in one transaction; what stood in the way, where something did."""
    try:
        with actions.batch():
            for one in ids:
                act(one, by, "", expected=data.get(f"v.{one}", ""))
    except ConflictError as error:
        return text("review.conflict.batch", lang, by=error.by or "–")
    except RegisterError as error:
        return message_of(error, lang)
    return ""


def _remember(request: HttpRequest, what: str, ids: list[str]) -> None:
    decided = [one for one in map(reviewing.one, ids) if one is not None]
    request.session[_LAST] = {"do": what, "versions": {one.held.claim.id: one.version for one in decided}}


def _last(request: HttpRequest) -> dict[str, Any] | None:
    """What one decided last, to be told and taken back."""
    last = request.session.get(_LAST)
    if not last:
        return None
    lang, number = language(request), len(last["versions"])
    said = text(f"review.did.{last['do']}", lang)
    return {"said": said, "number": counted("claims", number, lang), "several": number > 1}
