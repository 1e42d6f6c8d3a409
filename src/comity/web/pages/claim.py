"""A claim: its words, what they say slot by slot, and what a person decided."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import Claim, Slots, Span, kind_of, slot_values
from comity.publishing import numbers, sheets, tables
from comity.publishing.markup import join, tag
from comity.publishing.wording import sentence, text
from comity.publishing.wording.phrases import read_by
from comity.register import queries, succession
from comity.web import lists
from comity.web.addresses import claim_address, document_address, dyad_address
from comity.web.context import language
from comity.web.pages.record import readings


@require_safe
def claim(request: HttpRequest, claim_id: str, form: str = "") -> HttpResponse:
    """A claim's own page, the permanent link to it. `?to=record` leads on to its line in the dossier; one that newer
    rules replaced leads to what stands in its place.
    """
    held = queries.claim(claim_id)
    if held is None:
        successor = succession.successor(claim_id)
        if successor is None:
            raise Http404
        return HttpResponseRedirect(lists.with_form(claim_address(successor), form))
    if request.GET.get("to") == "record" and len(held.dyad) == 2:
        record = queries.record(claim_id)
        anchor = f"#r-{record.id}" if record is not None else ""
        return HttpResponseRedirect(f"{dyad_address(held.dyad)}{anchor}")
    lang = language(request)
    if form:
        return lists.file(request, _sheet(held, lang), form)
    source = queries.document(held.claim.doc)
    if source is None:
        raise Http404
    runs = [_run(source.document.text, span) for span in held.claim.evidence]
    return render(
        request,
        "comity/claim.html",
        {
            "held": held,
            "claim": held.claim,
            "kind": text(f"kind.{held.claim.kind}", lang),
            "sentence": sentence(held.claim.slots, lang, held.dyad),
            "slots": _slots(held.claim.slots, lang),
            "machine": _slots(held.machine, lang) if held.machine != held.claim.slots else None,
            "decision": text(f"site.decision.{held.decision}", lang) if held.decision else "",
            "document": source.document,
            "runs": runs,
            "position": _position(held.claim, source.document, lang),
            "address": f"{document_address(held.claim.doc)}?claim={quote(claim_id, safe='')}#here",
            "record": f"/claims/{claim_id}/?to=record" if len(held.dyad) == 2 else "",
            "history": readings([claim_id], lang),
            "why": [read_by(one, lang) for one in held.claim.why],
            "confidence": numbers.number(round(held.claim.confidence, 2), lang),
        },
    )


def _position(claim_: Claim, document_: Any, lang: str) -> str:
    line, column = document_.position(claim_.start)
    return text("sources.position", lang, doc=document_.name, line=line, column=column)


_AROUND = 120
"""How many code points are shown on either side of a claim's words."""


def _run(whole: str, span: Span) -> Any:
    """The words of a run with a little of what stands around them."""
    start, end = span
    before = whole[max(0, start - _AROUND) : start]
    after = whole[end : end + _AROUND]
    return join(
        "…" if start > _AROUND else None, before, tag("mark", whole[start:end], class_="chosen"), after,
        "…" if end + _AROUND < len(whole) else None,
    )  # fmt: skip


def _sheet(held: queries.HeldClaim, lang: str) -> sheets.Sheet:
    """What a claim says slot by slot, and what was read where a person decided otherwise."""
    said, read = slot_values(held.claim.slots), slot_values(held.machine)
    kind = held.claim.kind
    rows = tuple(
        (
            name,
            tables.slot_name(name, lang, kind),
            *(tables.shown(values.get(name), name, lang, kind) for values in (said, read)),
        )
        for name in dict.fromkeys([*said, *read])
    )
    heads = {"slot": "site.slot", "name": "column.person", "value": "site.value", "machine": "site.machine"}
    columns = tuple((key, text(name, lang)) for key, name in heads.items())
    return sheets.Sheet(held.claim.id, columns, rows)


def _slots(slots: Slots, lang: str) -> list[tuple[str, str]]:
    kind = kind_of(slots)
    return [
        (tables.slot_name(name, lang, kind), tables.shown(value, name, lang, kind))
        for name, value in slot_values(slots).items()
    ]
