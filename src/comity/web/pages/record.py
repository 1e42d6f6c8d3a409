"""A record: every claim behind it with its words, side by side; where they differ; what people did with them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.model.claim import slot_values
from comity.model.record import Entity, Record
from comity.publishing import html, sheets, tables
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import reasons, sentence, text
from comity.register import across, moments, queries, succession
from comity.web import lists, moment
from comity.web.addresses import (
    ENTITY_PATHS,
    agreement_address,
    claim_address,
    document_address,
    dyad_address,
    entity_address,
    record_address,
    words_address,
)
from comity.web.cache import kept
from comity.web.context import language
from comity.web.pages.dossier import citation, cited
from comity.web.pages.things import called


class _Told(msgspec.Struct, frozen=True):
    """A record at a moment, the claims behind it with what people decided, and whom and what it names."""

    record: Record
    claims: list[queries.HeldClaim]
    entities: list[Entity]


def _found(record_id: str, when: moment.Asked = moment.PRESENT) -> _Told:
    """A record by its id or that of any claim in it, also of one that newer rules replaced."""
    if when:
        return _at(record_id, when) or _at(succession.successor(record_id) or "", when) or _nothing()
    record = queries.record(record_id) or queries.record(succession.successor(record_id) or "")
    if record is None:
        raise Http404
    return _Told(record, across.claims_of(record), across.entities_in(record))


def _nothing() -> _Told:
    raise Http404


def _at(record_id: str, when: moment.Asked) -> _Told | None:
    key = ("record", record_id, when.key)
    found = kept(key, lambda: moments.record(record_id, when.at), shelf=moment.SHELF)
    if found is None:
        return None
    record, held = found
    claims = [
        queries.HeldClaim(claim=one, machine=one.slots, dyad=record.dyad)
        for one in held.claims
        if one.id in record.claims
    ]
    named = [one for one in held.entities if any(said.claim in record.claims for said in one.mentions)]
    return _Told(record, claims, named)


@require_safe
@moment.of_moment
def record(request: HttpRequest, record_id: str, form: str = "") -> HttpResponse:
    """A record by its id; the id of any of its claims leads to it, so that links outlive a record that grows."""
    when = moment.asked(request)
    told = _found(record_id, when)
    held, claims = told.record, told.claims
    if held.id != record_id and not when:
        return HttpResponseRedirect(lists.with_form(record_address(held.id), form))
    lang = language(request)
    said = sentence(held.slots, lang, held.dyad)
    texts = queries.texts(one.claim.doc for one in claims)
    columns = [_column(one, texts[one.claim.doc], lang) for one in claims]
    if form:
        return lists.file(request, _sheet(request, said, claims, columns, lang), form)
    dossier = when.of(dyad_address(held.dyad)) if len(held.dyad) == 2 else ""
    return render(
        request,
        "comity/record.html",
        {
            "record": held,
            "title": said,
            "kind": text(f"kind.{held.kind}", lang),
            "columns": columns,
            "reasons": [reasons.told(one, lang) for one in held.reasons],
            "rows": _rows(held, claims, columns, lang),
            "dossier": dossier,
            "line": f"{dossier}#r-{held.id}",
            "dossier_name": html.name_of((held.dyad[0], held.dyad[1]), lang) if len(held.dyad) == 2 else "",
            "agreement": agreement_address(held.id) if held.kind == "agreement" and not when else "",
            "things": _things(told.entities, lang),
            "history": _history(claims, lang, when.at.known_at),
            "citation": citation(request, said, when.of(record_address(held.id))),
        },
    )


@require_safe
def cite(request: HttpRequest, record_id: str, form: str) -> HttpResponse:
    """A record for a reference manager."""
    held = _found(record_id).record
    said = sentence(held.slots, language(request), held.dyad)
    return cited(citation(request, said, record_address(held.id)), form)


def _sheet(
    request: HttpRequest,
    title: str,
    claims: list[queries.HeldClaim],
    columns: list[dict[str, Any]],
    lang: str,
) -> sheets.Sheet:
    """The claims of a record, one a row, with a column for each slot that any of them fills."""
    told = [slot_values(one.claim.slots) for one in claims]
    slots = list(dict.fromkeys(name for values in told for name in values))
    heads = {"claim": "site.claim", "document": "sources.document", "words": "sheet.words", "decision": "site.decision",
             "link": "sheet.link"}  # fmt: skip
    rows = [
        (
            column["id"], column["document"], " | ".join(column["words"]), column["decision"],
            request.build_absolute_uri(column["claim"]),
            *(_shown(values.get(name), name, one.claim.kind, lang) for name in slots),
        )
        for one, column, values in zip(claims, columns, told, strict=True)
    ]  # fmt: skip
    named = [(key, text(name, lang)) for key, name in heads.items()]
    kind = claims[0].claim.kind if claims else ""
    named += [(f"slot_{name}", tables.slot_name(name, lang, kind)) for name in slots]
    return sheets.Sheet(title, tuple(named), tuple(rows))


def _column(held: queries.HeldClaim, document: Any, lang: str) -> dict[str, Any]:
    line, column = document.position(held.claim.start)
    return {
        "id": held.claim.id,
        "document": document.title or document.name,
        "address": document_address(document.id),
        "language": document.language,
        "words": [" ".join(document.text[start:end].split()) for start, end in held.claim.evidence],
        "position": text("sources.position", lang, doc=document.name, line=line, column=column),
        "shown": words_address(document.id, held.claim.id),
        "claim": claim_address(held.claim.id),
        "decision": text(f"site.decision.{held.decision}", lang) if held.decision else "",
    }


def _rows(
    record: Record, claims: list[queries.HeldClaim], columns: list[dict[str, Any]], lang: str
) -> list[dict[str, Any]]:
    """A row a slot: what the record has, and what each claim says."""
    differing = {one.slot for one in record.differences}
    merged = slot_values(record.slots)
    told = [slot_values(one.claim.slots) for one in claims]
    order = dict.fromkeys([*merged, *(name for values in told for name in values)])
    return [
        {
            "name": tables.slot_name(name, lang, record.kind),
            "record": _shown(merged.get(name), name, record.kind, lang),
            "claims": [
                (column, _shown(values.get(name), name, record.kind, lang))
                for column, values in zip(columns, told, strict=True)
            ],
            "differs": name in differing,
        }
        for name in order
    ]


def _shown(value: Any, name: str, kind: str, lang: str) -> str:
    return "" if value is None or value == () else tables.shown(value, name, lang, kind)


def _things(found: list[Entity], lang: str) -> list[Markup]:
    identities = across.identities(one.id for one in found)
    return [
        join(
            tag(
                "a",
                called(one.kind, one.name, lang, one.state or None),
                href=entity_address(one.kind, identities.get(one.id, one.id)),
            ),
            f" ({text(f'entity.{one.kind}', lang)})",
        )
        for one in found
        if one.kind in ENTITY_PATHS
    ]


def readings(claims: Iterable[str], lang: str) -> list[dict[str, Any]]:
    """What newer rules put in the place of what, by a word for each claim, the latest first."""
    return [
        {
            "at": one.at,
            "by": one.by,
            "what": text("history.read", lang, claim=one.after)
            if one.before is None
            else text(
                "history.replaced",
                lang,
                claim=one.after,
                before=sentence(one.before.claim.slots, lang, one.before.dyad).removesuffix("."),
            ),
        }
        for one in succession.replaced(claims)
    ]


def _history(
    claims: list[queries.HeldClaim], lang: str, until: datetime.datetime | None = None
) -> list[dict[str, Any]]:
    """When each document was added, what newer rules read, and every act of a person, in the order of time; until a
    time only where one is told.
    """
    events: list[dict[str, Any]] = [
        {"at": one.at, "by": one.by, "what": text("history.added", lang, doc=one.name)}
        for one in across.added(held.claim.doc for held in claims).values()
    ]
    events += readings((held.claim.id for held in claims), lang)
    for held in claims:
        for act in queries.history(held.claim.id):
            what = text(
                "history.decided",
                lang,
                decision=text(f"site.decision.{act.decision}", lang),
                claim=held.claim.id,
            )
            events.append({"at": act.at, "by": act.by, "what": what, "reason": act.reason})
            if act.undone_at is not None:
                events.append(
                    {
                        "at": act.undone_at,
                        "by": act.undone_by,
                        "what": text("history.undone", lang, what=what),
                    }
                )
    told = (one for one in events if until is None or one["at"] <= until)
    return sorted(told, key=lambda one: one["at"])
