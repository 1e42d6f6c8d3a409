"""The dates of an instrument in the other cells of its table's row; the header of a column tells what was done then."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.discourse import Context
from comity.reading.layout.block import Block
from comity.reading.phrases import phrases
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_SIGNED = "signed"


class Dated(NamedTuple):
    """What a cell tells: the act, when, and where."""

    status: str
    date: Unit
    place: Unit | None


def dated_columns(sentence: Sentence, context: Context, statuses: dict[str, str]) -> list[Dated]:
    """The acts that the row's other cells date. A header that tells no act makes its date that of the signature, unless
    another column tells it or the header speaks of talks ("Launched", "Concluded" beside "Signed")."""
    units = context.row_units()
    told: list[tuple[str | None, bool, Dated]] = []
    for cell in context.row:
        inside = [unit for unit in units if cell.start <= unit.start < cell.end]
        date = next((unit for unit in inside if unit.kind == "date"), None)
        if cell.column == sentence.block.column or date is None:
            continue
        status = _status(sentence, cell, statuses)
        place = next((unit for unit in inside if unit.kind == "place"), None)
        talks = _speaks_of(sentence, cell, "column_talks")
        told.append((status, talks, Dated(status or _SIGNED, date, place)))
    headers = {status for status, talks, _ in told if not talks}
    return [
        dated
        for status, talks, dated in told
        if not (talks and (status is None or headers)) and not (status is None and _SIGNED in headers)
    ]


def _status(sentence: Sentence, cell: Block, statuses: dict[str, str]) -> str | None:
    """The act that the header of a column names."""
    if not cell.header:
        return None
    if _speaks_of(sentence, cell, "column_force"):
        return "in-force"
    header = phrases(cell.header, 0, len(cell.header), sentence.language, (), ())
    acts = (predicate for unit in header if unit.kind == "trigger" for predicate, _ in unit.value)
    return next((statuses[predicate] for predicate in acts if predicate in statuses), None)


def _speaks_of(sentence: Sentence, cell: Block, name: str) -> bool:
    words = sentence.language.words[name]
    return any(sentence.language.key(word) in words for word in cell.header.split())
