"""Companies of both sides: "joint venture"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import both_sides, in_class
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def is_venture(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is a word for a company of both sides: "joint venture", «совместное предприятие»."""
    return (
        unit.kind == "trigger"
        and all(form == "noun" for _, form in unit.value)
        and in_class(unit, sentence, "company")
    )


def shared(told: tuple[str, ...], context: Context) -> tuple[str | None, str | None]:
    """Home and host of a company of both sides: at work in the state whose page it is, else in the one told first."""
    pair = both_sides(told, context)
    if len(pair) != 2:
        return None, None
    host = context.home if context.home in pair else pair[0]
    return (pair[1] if host == pair[0] else pair[0]), host
