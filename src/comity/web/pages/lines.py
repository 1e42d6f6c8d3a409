"""Records of several dyads as lines: what pages about one thing are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from comity.model.record import Record
from comity.publishing import html, sheets
from comity.publishing.dossier import SECTIONS, date_of
from comity.publishing.markup import spoken
from comity.publishing.wording import sentence, state, text
from comity.web import moment
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


def line(record: Record, lang: str, when: moment.Asked = moment.PRESENT) -> dict[str, Any]:
    """A record as a sentence, with the dossier that tells it at a moment."""
    pair = len(record.dyad) == 2
    return {
        "id": record.id,
        "kind": record.kind,
        "said": spoken(sentence(record.slots, lang, record.dyad), lang),
        "address": when.of(record_address(record.id)),
        "claims": len(record.claims),
        "differs": bool(record.differences),
        "dossier": when.of(f"{dyad_address(record.dyad)}#r-{record.id}") if pair else "",
        "dyad": html.name_of((record.dyad[0], record.dyad[1]), lang) if pair else "",
    }


def in_time(records: Iterable[Record]) -> list[Record]:
    """Records by date, the undated last."""

    def when(one: Record) -> tuple[str, str]:
        date = date_of(one.slots)
        low = (date.lower or date.upper) if date else None
        return (low.isoformat() if low else "9999", one.id)

    return sorted(records, key=when)


def records_sheet(request: HttpRequest, title: str, records: Iterable[Record], lang: str) -> sheets.Sheet:
    """Records of several dyads as a sheet, in the order of time."""
    heads = {"kind": "column.type", "date": "column.date", "text": "sheet.text", "states": "site.dyad",
             "sources": "column.sources", "record": "site.record.one", "link": "sheet.link"}  # fmt: skip
    rows = [
        (
            text(f"kind.{one.kind}", lang), str(date_of(one.slots) or ""), sentence(one.slots, lang, one.dyad),
            " – ".join(state(code, lang).bare for code in one.dyad), len(one.claims), one.id,
            request.build_absolute_uri(record_address(one.id)),
        )
        for one in in_time(records)
    ]  # fmt: skip
    return sheets.Sheet(title, tuple((key, text(name, lang)) for key, name in heads.items()), tuple(rows))
