"""The findings: by severity, rule, dyad and whether somebody dismissed them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from comity.checking import message, messages
from comity.publishing import numbers, sheets
from comity.publishing.wording import text
from comity.publishing.wording.errors import message as message_of
from comity.register import actions, listing, queries
from comity.register.errors import ConflictError, RegisterError
from comity.web import access, lists
from comity.web.accounts import log
from comity.web.addresses import dyad_address, words_address
from comity.web.context import language
from comity.web.review import shown

_PAGE = 50
_OPEN = 4
"""How many places of a finding stand open; seventy lost characters are one finding."""
_REASON = 2000
_SEVERITIES = ("error", "warning", "info")
_STATES = ("open", "dismissed", "all")
_ORDERS = {"severity": "findings.severity", "code": "findings.code", "dyad": "site.dyad"}
"""What findings are sorted by, with the text that names it."""


@require_safe
@access.needs(access.READER)
def findings(request: HttpRequest, form: str = "") -> HttpResponse:
    """The findings of a filter; those of reviewers have a form to dismiss or reopen them."""
    return _findings(request, form=form)


def _findings(request: HttpRequest, status: int = 200, *, form: str = "", **values: Any) -> HttpResponse:
    lang = language(request)
    wanted = {
        name: request.GET.get(name, "").replace("\0", "")[:1000]
        for name in ("severity", "code", "dyad", "state", "sort")
    }
    if wanted["state"] not in _STATES:
        wanted["state"] = "open"
    if wanted["sort"] not in _ORDERS:
        wanted["sort"] = "severity"
    keys = _found(wanted, lang)
    found = [one.id for one in keys]
    if form:
        return lists.file(request, _sheet(request, queries.findings_held(found), lang), form)
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    held = queries.findings_held(page.object_list)
    documents = queries.texts({words.doc for one in held for words in one.finding.evidence})
    codes, dyads = listing.finding_choices()
    values |= {
        "page": page,
        "findings": [_finding(one, documents, lang) for one in held],
        "wanted": wanted,
        "rules": [] if wanted["code"] else _rules(request, keys, lang),
        "severities": [(one, text(f"severity.{one}", lang)) for one in _SEVERITIES],
        "codes": [(one, f"{one} {messages.title(one, lang)}") for one in codes],
        "dyads": [(key, shown.dyad_name(key, lang)) for key in dyads],
        "states": [(one, text(f"findings.state.{one}", lang)) for one in _STATES],
        "orders": [(one, text(key, lang)) for one, key in _ORDERS.items()],
        "query": request.GET.urlencode(),
    }
    return render(request, "review/findings.html", values, status=status)


def _found(wanted: dict[str, str], lang: str) -> list[listing.FindingKey]:
    """The findings that are asked for, in the order that is."""
    dismissed = {"open": False, "dismissed": True}.get(wanted["state"])
    found = listing.finding_keys(
        severity=wanted["severity"], code=wanted["code"], dyad=wanted["dyad"], dismissed=dismissed
    )
    number = Counter(one.code for one in found)
    names = {key: lists.folded(shown.dyad_name(key, lang)) for key in {one.dyad for one in found} if key}

    def place(one: listing.FindingKey) -> tuple[Any, ...]:
        """What is found in a document's text alone has no dossier and comes behind those that have one; of one severity
        what a rule found seldom comes before what it found everywhere.
        """
        first: tuple[Any, ...] = ()
        if wanted["sort"] == "dyad":
            first = (not one.dyad, names.get(one.dyad, ""))
        elif wanted["sort"] == "code":
            first = (one.code,)
        return (*first, _SEVERITIES.index(one.severity), number[one.code], one.code, one.id)

    return sorted(found, key=place)


def _rules(request: HttpRequest, found: list[listing.FindingKey], lang: str) -> list[dict[str, Any]]:
    """The rules that found what is shown, each with its number and the way to it alone; errors first."""
    number = Counter((_SEVERITIES.index(one.severity), one.code) for one in found)
    rules = []
    for (weight, code), count in sorted(number.items()):
        query = request.GET.copy()
        query.pop("page", None)
        query["code"] = code
        rules.append(
            {
                "code": code, "severity": _SEVERITIES[weight], "title": messages.title(code, lang),
                "number": numbers.number(count, lang), "address": f"/findings/?{query.urlencode()}",
            }
        )  # fmt: skip
    return rules


def _sheet(request: HttpRequest, found: list[queries.HeldFinding], lang: str) -> sheets.Sheet:
    heads = {"code": "findings.code", "severity": "findings.severity", "text": "sheet.text", "states": "site.dyad",
             "words": "sheet.words", "documents": "sheet.documents", "state": "accounts.state",
             "reason": "findings.reason", "link": "sheet.link"}  # fmt: skip
    documents = queries.texts({words.doc for one in found for words in one.finding.evidence})
    rows = []
    for one in found:
        finding, dismissal = one.finding, one.dismissal
        held = [words for words in finding.evidence if words.doc in documents]
        rows.append(
            (
                finding.code,
                text(f"severity.{finding.severity}", lang),
                message(finding, lang),
                shown.dyad_name(queries.dyad_key(finding.dyad), lang) if finding.dyad else "",
                " | ".join(
                    " ".join(documents[words.doc].text[words.span[0] : words.span[1]].split())
                    for words in held
                ),
                "; ".join(dict.fromkeys(words.doc for words in held)),
                text("findings.state.open" if dismissal is None else "findings.state.dismissed", lang),
                dismissal.reason if dismissal is not None else "",
                request.build_absolute_uri(f"/findings/?code={finding.code}#f-{finding.id}"),
            )
        )
    columns = tuple((key, text(name, lang)) for key, name in heads.items())
    return sheets.Sheet(text("nav.findings", lang), columns, tuple(rows))


def _finding(one: queries.HeldFinding, documents: dict[str, Any], lang: str) -> dict[str, Any]:
    finding = one.finding
    words = [
        {
            "address": words_address(words.doc, words.claim, None if words.claim else words.span),
            "doc": documents[words.doc].title or documents[words.doc].name,
            "run": shown.runs((words.span,), documents[words.doc].text, 60)[0],
            "language": documents[words.doc].language,
        }
        for words in finding.evidence
        if words.doc in documents
    ]
    return {
        "held": one,
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "severity_name": text(f"severity.{finding.severity}", lang),
        "message": message(finding, lang),
        "rule": messages.title(finding.code, lang),
        "dyad": shown.dyad_name(queries.dyad_key(finding.dyad), lang) if finding.dyad else "",
        "dyad_address": dyad_address(finding.dyad) if len(finding.dyad) == 2 else "",
        "words": words[:_OPEN],
        "more": words[_OPEN:],
    }


@require_POST
@access.needs(access.REVIEWER)
def decide(request: HttpRequest, finding: str) -> HttpResponse:
    """Dismiss a finding with a reason, or reopen it."""
    lang, by, what = language(request), access.author(request), request.POST.get("do", "")
    version, reason = request.POST.get("version", ""), request.POST.get("reason", "").strip()[:_REASON]
    if queries.finding(finding) is None:
        raise Http404
    log.detail(request, do=what)
    if what == "dismiss" and not reason:
        return _findings(request, 400, problem=text("findings.reason.needed", lang), at=finding)
    try:
        if what == "dismiss":
            actions.dismiss(finding, by, reason, expected=version)
        elif what == "reopen":
            actions.reopen(finding, by, reason, expected=version)
        else:
            return _findings(request, 400, problem=text("review.unknown", lang), at=finding)
    except ConflictError as error:
        return _findings(
            request, 409, problem=text("findings.conflict", lang, by=error.by or "–"), at=finding
        )
    except RegisterError as error:
        return _findings(request, 409, problem=message_of(error, lang), at=finding)
    query = request.GET.urlencode()
    return HttpResponseRedirect(f"/findings/{f'?{query}' if query else ''}")
