"""Records of several dyads as lines: what pages about one thing are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.model.record import Record
from comity.publishing import html
from comity.publishing.dossier import SECTIONS, date_of
from comity.publishing.markup import spoken
from comity.publishing.wording import sentence, text
from comity.web.addresses import dyad_address, record_address


def by_section(records: Iterable[Record], lang: str) -> list[dict[str, Any]]:
    """Records under the names of the dossier's sections, each section in the order of time."""
    several = list(records)
    made = []
    for key, kinds in SECTIONS.items():
        lines = [line(one, lang) for one in in_time(one for one in several if one.kind in kinds)]
        if lines:
            made.append({"key": key, "name": text(f"section.{key}", lang), "lines": lines})
    return made


def line(record: Record, lang: str) -> dict[str, Any]:
    """A record as a sentence, with the dossier that tells it."""
    pair = len(record.dyad) == 2
    return {
        "id": record.id,
        "kind": record.kind,
        "said": spoken(sentence(record.slots, lang, record.dyad), lang),
        "address": record_address(record.id),
        "claims": len(record.claims),
        "differs": bool(record.differences),
        "dossier": f"{dyad_address(record.dyad)}#r-{record.id}" if pair else "",
        "dyad": html.name_of((record.dyad[0], record.dyad[1]), lang) if pair else "",
    }


def in_time(records: Iterable[Record]) -> list[Record]:
    """Records by date, the undated last."""

    def when(one: Record) -> tuple[str, str]:
        date = date_of(one.slots)
        low = (date.lower or date.upper) if date else None
        return (low.isoformat() if low else "9999", one.id)

    return sorted(records, key=when)
