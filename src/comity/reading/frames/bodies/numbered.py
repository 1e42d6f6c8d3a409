"""Sessions told by their number alone, in a list of them or behind a label: "3rd – P, 12 June 1994", "Political
Consultations: 3rd round, P, 12 June 1994".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.bodies.session import Sitting, ordinal_of, sittings_of
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

STARTS = frozenset({"amount"})

_ON = 60
"""Signs between an item of a list of sessions and the one before."""
_LABEL = 5
"""Units of a label before its colon."""
_DASHES = frozenset("-–—:,(")


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The session that a number, a town and a day tell, where a list or label says that sessions are told."""
    units = sentence.units
    number = ordinal_of(units[index])
    if number is None or not _leads_to_day(sentence, index):
        return
    if index == 0:
        name = _of_list(sentence, context)
    else:
        name = _of_label(sentence, index, context) if units[index - 1].text == ":" else None
    sittings = sittings_of(sentence, index) if name else []
    if len(sittings) != 1 or sittings[0].date is None:
        return
    sitting: Sitting = sittings[0]
    draft = Draft(
        "session",
        {"body": name, "date": sitting.date, "place": sitting.place, "number": number},
        [run(sentence, [units[index], *sitting.units])],
        [f"session: number {number} of {name}"],
        0.75,
    )
    context.sittings = [*context.sittings, draft]
    yield draft


def _leads_to_day(sentence: Sentence, index: int) -> bool:
    """Whether nothing but a word for a round, signs and a town stand between the number and a day."""
    counted = sentence.language.words["round"] | sentence.language.words["session_word"]
    for at, unit in enumerate(sentence.units[index + 1 :]):
        if unit.kind == "date":
            return at > 0
        if not (unit.kind in ("place", "preposition") or unit.text in _DASHES or unit.key in counted):
            return False
    return False


def _of_list(sentence: Sentence, context: Context) -> str | None:
    """The body whose sessions a list tells: its lead-in or heading, or the item before, says so."""
    if not context.bodies:
        return None
    above = any(_is_sitting(unit) for unit in (*sentence.lead, *sentence.heading))
    last = context.sittings[-1] if context.sittings else None
    if last is not None and 0 <= sentence.start - last.evidence[0][1] < _ON:
        return str(last.slots["body"])
    return str(context.bodies[-1].slots["name"]) if above else None


def _of_label(sentence: Sentence, index: int, context: Context) -> str | None:
    """The talks that a label names: "Political Consultations: 3rd round"."""
    label = sentence.units[: index - 1]
    if not label or len(label) > _LABEL or context.pair() is None:
        return None
    talks = label[-1].key.split(" ")[-1] in sentence.language.words["by_rounds"]
    plain = all(unit.kind in ("word", "trigger", "state", "event", "body") for unit in label)
    return wording(sentence, label) if talks and plain else None


def _is_sitting(unit: Unit) -> bool:
    return unit.kind == "trigger" and any(
        pair in (("session", "noun"), ("meet", "noun")) for pair in unit.value
    )
