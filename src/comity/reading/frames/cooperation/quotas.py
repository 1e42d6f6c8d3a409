"""Places at universities that one side keeps for the other: "a quota of 30 places", «квота на обучение – 25 мест»."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, in_class, phrase, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"amount"})

_REACH = 24
_INSIDE = frozenset({"of", "goal", "for", "on"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The number of places of a quota named before it in the same clause."""
    units = sentence.units
    amount = units[index].value
    after = units[index + 1] if index + 1 < len(units) else None
    if amount.kind != "number" or after is None or not in_class(after, sentence, "seat"):
        return
    head = next((i for i in range(index - 1, max(index - _REACH, -1), -1) if _is_quota(sentence, i)), None)
    if head is None or any(units[i].text in (";", ".") for i in range(head, index)):
        return
    clause = sentence.clause(index)
    if any(is_verb(sentence, i) and not is_fact(sentence, i) for i in clause if units[i].kind == "trigger"):
        return
    words = sentence.language.words
    if any(units[i].key in words["negation"] or units[i].key in words["plan"] for i in clause):
        return
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    if len(parties) != 2:
        return
    group = _named(sentence, head, index)
    date = date_unit(sentence, head)
    yield Draft(
        "cooperation",
        {
            "parties": parties,
            "field": next(iter(words["default_training"]), None),
            "what": wording(sentence, group),
            "quantity": amount.value,
            "period": dated(date),
        },
        [run(sentence, [units[head], units[index], after, date])],
        [f"cooperation: {units[head].text} + {units[index].text}"],
        0.7,
    )


def _is_quota(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return unit.kind in ("word", "trigger") and in_class(unit, sentence, "quota")


def _named(sentence: Sentence, head: int, limit: int) -> list[Unit]:
    """The quota with what it is for: up to a date, a place or the number."""
    units = sentence.units
    stop = phrase(sentence, head, _INSIDE, limit)
    group = units[head:stop]
    cut = next(
        (
            i
            for i, unit in enumerate(group)
            if i
            and unit.kind == "preposition"
            and (unit.value == "place" or _leads_nowhere(units, head + i, limit))
        ),
        len(group),
    )
    return group[:cut]


def _leads_nowhere(units: list[Unit], at: int, limit: int) -> bool:
    """Whether only the number follows a preposition: "a quota of 30 places"."""
    return at + 1 >= limit or units[at + 1].kind in ("amount", "date")
