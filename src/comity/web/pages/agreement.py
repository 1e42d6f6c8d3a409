"""An instrument: every act upon it, and the list of all acts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Agreement
from comity.model.record import Record
from comity.publishing import html, sheets
from comity.publishing.dates import label
from comity.publishing.wording import sentence, state, terms, text
from comity.register import across, queries
from comity.web import lists
from comity.web.addresses import agreement_address, dyad_address, record_address, state_address
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.lines import in_time, line
from comity.web.pages.things import kinds


@require_safe
def agreement(request: HttpRequest, record_id: str, form: str = "") -> HttpResponse:
    """An instrument by the record of any act upon it: what each act was, and who says so."""
    record = queries.record(record_id)
    if record is None or not isinstance(record.slots, Agreement):
        raise Http404
    if record.id != record_id:
        return HttpResponseRedirect(lists.with_form(agreement_address(record.id), form))
    lang = language(request)
    acts = in_time(across.instrument(record))
    if form:
        return lists.file(request, _acts(request, acts, lang), form)
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


def _acts(request: HttpRequest, acts: list[Record], lang: str) -> sheets.Sheet:
    """The acts upon an instrument as a sheet."""
    names = {"date": "column.date", "status": "column.status", "told": "agreement.told",
             "sources": "column.sources", "link": "sheet.link"}  # fmt: skip
    rows = [
        (_date(one.slots, lang), _status(one.slots.status, lang), sentence(one.slots, lang, one.dyad),
         len(one.claims), request.build_absolute_uri(record_address(one.id)))
        for one in acts
        if isinstance(one.slots, Agreement)
    ]  # fmt: skip
    columns = tuple((key, text(name, lang)) for key, name in names.items())
    return sheets.Sheet(text("agreement.acts", lang), columns, tuple(rows))


def _date(slots: Agreement, lang: str) -> str:
    return label(slots.date, lang) if slots.date else "–"


def _status(status: str | None, lang: str) -> str:
    return text(f"agreement.status.{status}", lang) if status else "–"


@require_safe
def agreements(request: HttpRequest, form: str = "") -> HttpResponse:
    """The acts upon instruments in all dyads, the latest first."""
    lang = language(request)
    table = kept(("agreements", lang), lambda: _table(lang), shelf="things")
    return lists.answer(request, table, form, kinds=kinds(lang, "/agreements/"))


def _table(lang: str) -> lists.Table:
    rows = []
    for one in across.agreements():
        slots = one.slots
        if not isinstance(slots, Agreement):
            continue
        kind = text(f"agreement.type.{slots.type or 'other'}", lang)
        rows.append(
            lists.row(
                lists.Cell(_date(slots, lang), order=_when(slots)),
                kind,
                lists.Cell(
                    terms.field(slots.subject, lang) if slots.subject else _unnamed(kind, one, lang),
                    agreement_address(one.id),
                ),
                _status(slots.status, lang),
                lists.Cell(
                    " – ".join(state(code, lang).bare for code in one.dyad),
                    dyad_address(one.dyad) if len(one.dyad) == 2 else "",
                ),
                also=slots.subject or "",
            )
        )
    names = {"date": "column.date", "type": "column.type", "subject": "column.subject",
             "status": "column.status", "dossier": "site.dyad"}  # fmt: skip
    columns = tuple(lists.Column(key, text(name, lang), date=key == "date") for key, name in names.items())
    return lists.Table(text("site.agreements", lang), columns, tuple(rows))


def _unnamed(kind: str, one: Record, lang: str) -> str:
    """What an instrument of which nobody tells the subject is called: by its type, its states and its date."""
    sides = ", ".join(state(code, lang).bare for code in one.dyad)
    date = getattr(one.slots, "date", None)
    told = ", ".join(filter(None, (sides, label(date, lang) if date else "")))
    return f"{kind} ({told})" if told else kind


def _when(slots: Agreement) -> str:
    """What an act is sorted by; one without a date comes last."""
    first = (slots.date.lower or slots.date.upper) if slots.date else None
    return first.isoformat() if first else ""
