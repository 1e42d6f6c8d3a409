"""A brief as PDF/UA: tagged, with both scripts, set by Typst with the fonts that it brings along.

What documents say reaches the typesetter as data (JSON), never as markup. The same brief gives the same bytes.
"""

from __future__ import annotations

import functools
import io
import json
from importlib import resources
from typing import Any

from comity.knowledge import base_of
from comity.publishing.brief import figures, notes
from comity.publishing.brief.model import Brief, Chart, Item
from comity.publishing.wording import LANGUAGES, text

_FONT = "Libertinus Serif"


def render(brief: Brief) -> bytes:
    """The brief as a PDF file."""
    import typst

    # A dict of files is taken too, which the types of the binding do not tell.
    made = typst.compile(  # type: ignore[call-overload]
        _sources(brief), format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=0
    )
    return bytes(made)


def pages(brief: Brief) -> int:
    """How many pages the brief takes."""
    import pypdfium2

    with pypdfium2.PdfDocument(io.BytesIO(render(brief))) as document:
        return len(document)


def _sources(brief: Brief) -> dict[str, bytes]:
    """The files that Typst is given: its template, the brief as data, the chart."""
    files = {
        "main": resources.files("comity.publishing.brief").joinpath("brief.typ").read_bytes(),
        "brief.json": json.dumps(_data(brief), ensure_ascii=False, sort_keys=True).encode(),
    }
    for section in brief.sections:
        if section.chart is not None:
            files[f"{section.key}.svg"] = _drawn(section.chart).encode()
    return files


@functools.lru_cache(maxsize=16)
def _drawn(chart: Chart) -> str:
    return figures.svg(chart, _FONT)


def _data(brief: Brief) -> dict[str, Any]:
    lang = brief.lang
    numbers = brief.numbers()
    cited: set[int] = set()

    def cite(number: int) -> dict[str, Any]:
        first = number not in cited
        cited.add(number)
        return {"number": number, "first": first}

    def cites(one: Item | Chart) -> list[dict[str, Any]]:
        return [cite(number) for number in sorted(numbers[source] for source in one.sources)]

    def item(one: Item) -> dict[str, Any]:
        return {
            "label": one.label,
            "cells": list(one.cells),
            "notes": cites(one),
        }

    return {
        "title": brief.title,
        "lang": base_of(lang),
        "made": brief.made,
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                "items": [item(one) for one in section.items],
                "columns": [*section.columns, text("column.sources", lang)] if section.rows else [],
                "rows": [item(one) for one in section.rows],
                "chart": None
                if section.chart is None
                else {
                    "title": section.chart.title,
                    "alt": section.chart.description,
                    "notes": cites(section.chart),
                },
            }
            for section in brief.sections
        ],
        "notes": [
            {
                "words": notes.words(source, lang),
                "place": notes.place(source, lang),
                "language": source.language if source.language in LANGUAGES else base_of(lang),
            }
            for source in brief.notes
        ],
        "documents_heading": text("sources.documents", lang),
        "documents": [notes.document(one, lang) for one in brief.cited],
        "more": notes.more(brief),
        "generated": notes.generated(brief),
    }
