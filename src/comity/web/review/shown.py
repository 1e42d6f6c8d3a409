"""What the pages of review show of a claim."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from comity.model.claim import Slots, Span, kind_of, slot_values
from comity.model.document import Document
from comity.publishing import html, numbers, tables
from comity.publishing.markup import Markup, join, tag
from comity.publishing.wording import sentence, text
from comity.register import queries, reviewing
from comity.web.addresses import words_address

_AROUND = 400
_SHORT = 60
_DRAWN = re.compile(r"(?:(?<=\s)|^)[|+][-=|+\s]*|[-=]{4,}[-=|+\s]*")
"""Bars and rules of a table that a text draws."""


def wanted(request: HttpRequest) -> reviewing.Filter:
    """The filter that an address tells."""
    told = {name: request.GET.get(name, "")[:1000] for name in ("dyad", "kind", "doc", "state")}
    if told["state"] not in reviewing.STATES:
        told["state"] = reviewing.UNDECIDED
    return reviewing.Filter(**told)


def query(filtered: reviewing.Filter) -> str:
    """A filter as the query of an address; empty for the filter that holds by itself."""
    told = {name: getattr(filtered, name) for name in ("dyad", "kind", "doc", "state")}
    if told["state"] == reviewing.UNDECIDED:
        del told["state"]
    told = {name: value for name, value in told.items() if value}
    return f"?{urlencode(told)}" if told else ""


def dyad_name(key: str, lang: str) -> str:
    """A dyad by the names of its states."""
    states = queries.dyad_of_key(key)
    return html.name_of((states[0], states[1]), lang) if len(states) == 2 else ", ".join(states)


def slots(values: Slots, lang: str, other: Slots | None = None) -> list[dict[str, Any]]:
    """Slots by name and value; `differs` where another claim of the kind has another value."""
    kind = kind_of(values)
    own, others = slot_values(values), slot_values(other) if other is not None else {}
    return [
        {
            "name": tables.slot_name(name, lang, kind),
            "value": tables.shown(own.get(name), name, lang, kind),
            "differs": other is not None and own.get(name) != others.get(name),
        }
        for name in (*own, *(name for name in others if name not in own))
    ]


def runs(claim_spans: tuple[Span, ...], whole: str, around: int = _AROUND) -> list[Markup]:
    """The words of a claim with what stands around them; further runs with less."""
    return [_run(whole, span, around if place == 0 else _SHORT) for place, span in enumerate(claim_spans)]


def _run(whole: str, span: Span, around: int) -> Markup:
    start, end = span
    return join(
        "…" if start > around else None,
        _undrawn(whole[max(0, start - around) : start]),
        tag("mark", whole[start:end], class_="chosen"),
        _undrawn(whole[end : end + around]),
        "…" if end + around < len(whole) else None,
    )


def _undrawn(words: str) -> str:
    """Words without the bars and rules of a drawn table."""
    return _DRAWN.sub(" ", words)


def claim(waiting: reviewing.Waiting, documents: dict[str, Document], lang: str) -> dict[str, Any]:
    """A claim of the queue."""
    held = waiting.held
    document = documents[held.claim.doc]
    return {
        "id": held.claim.id,
        "version": waiting.version,
        "held": held,
        "kind": held.claim.kind,
        "kind_name": text(f"kind.{held.claim.kind}", lang),
        "sentence": sentence(held.claim.slots, lang, held.dyad),
        "confidence": numbers.number(round(held.claim.confidence, 2), lang),
        "decision": text(f"site.decision.{held.decision}", lang) if held.decision else "",
        "document": document,
        "words": words_address(held.claim.doc, held.claim.id),
        "short": runs(held.claim.evidence[:1], document.text, _SHORT)[0],
    }
