"""An instrument: every act upon it, and the list of all acts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Agreement
from comity.publishing import html
from comity.publishing.dates import label
from comity.publishing.wording import state, terms, text
from comity.register import across, queries
from comity.web.addresses import agreement_address, dyad_address, record_address, state_address
from comity.web.context import language
from comity.web.pages.lines import in_time, line
from comity.web.pages.things import PAGE, lists, page_number, pages_of


@require_safe
def agreement(request: HttpRequest, record_id: str) -> HttpResponse:
    """An instrument by the record of any act upon it: what each act was, and who says so."""
    record = queries.record(record_id)
    if record is None or not isinstance(record.slots, Agreement):
        raise Http404
    if record.id != record_id:
        return HttpResponseRedirect(agreement_address(record.id))
    lang = language(request)
    acts = in_time(across.instrument(record))
    slots = record.slots
    kind = text(f"agreement.type.{slots.type or 'other'}", lang)
    about = f": {terms.field(slots.subject, lang)}" if slots.subject else ""
    return render(
        request,
        "comity/agreement.html",
        {
            "title": f"{kind[:1].upper()}{kind[1:]}{about}",
            "kind": kind,
            "parties": [{"name": state(one, lang).bare, "address": state_address(one)} for one in record.dyad],
            "dossier": f"{dyad_address(record.dyad)}#legal" if len(record.dyad) == 2 else "",
            "dyad": html.name_of((record.dyad[0], record.dyad[1]), lang) if len(record.dyad) == 2 else "",
            "acts": [
                {**line(one, lang), "status": _status(one.slots.status, lang), "date": _date(one.slots, lang)}
                for one in acts
                if isinstance(one.slots, Agreement)
            ],
        },
    )  # fmt: skip


def _date(slots: Agreement, lang: str) -> str:
    return label(slots.date, lang) if slots.date else "–"


def _status(status: str | None, lang: str) -> str:
    return text(f"agreement.status.{status}", lang) if status else "–"


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """The acts upon instruments in all dyads, the latest first."""
    lang = language(request)
    place = page_number(request)
    found, total = across.agreements((place - 1) * PAGE, PAGE)
    if not found and place > 1:
        raise Http404
    rows = [
        {
            "date": _date(one.slots, lang),
            "sort": str(one.slots.date.lower) if one.slots.date else "9999",
            "type": text(f"agreement.type.{one.slots.type or 'other'}", lang),
            "subject": terms.field(one.slots.subject, lang)
            if one.slots.subject
            else text(f"agreement.type.{one.slots.type or 'other'}", lang),
            "status": _status(one.slots.status, lang),
            "address": agreement_address(one.id),
            "record": record_address(one.id),
            "dossier": dyad_address(one.dyad) if len(one.dyad) == 2 else "",
            "dyad": " – ".join(state(code, lang).bare for code in one.dyad),
        }
        for one in found
        if isinstance(one.slots, Agreement)
    ]
    values = {
        "title": text("site.agreements", lang),
        "kinds": lists(lang, "/agreements/"),
        "rows": rows,
        **pages_of(total, place),
    }
    return render(request, "comity/agreements.html", values)
