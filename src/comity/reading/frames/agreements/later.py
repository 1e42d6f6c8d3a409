"""What a sentence says of the instrument that the one before it told: "It entered into force on …", "A ratified it"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.agreements.acts import STATUS
from comity.reading.frames.agreements.dating import point
from comity.reading.frames.agreements.ratifications import is_exchange
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of

_LATER = ("enter_force", "ratify", "terminate")
STARTS = frozenset(f"trigger:{predicate}" for predicate in _LATER)
_BEFORE = 6
"""Units of a sentence among which its subject "it" stands."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The act on the one instrument told last, where the sentence names none itself and says when it was."""
    if any(unit.kind == "instrument" for unit in sentence.units):
        return
    if not (is_verb(sentence, index) or _are_exchanged(sentence, index)):
        return
    predicate = next((told for told, _ in reading_of(sentence, index) if told in _LATER), None)
    date = date_unit(sentence, index)
    if predicate is None or date is None or not is_fact(sentence, index):
        return
    told = _told_last(sentence, context)
    if told is None or not _is_on_it(sentence, index, predicate):
        return
    slots, words = told
    status = STATUS[predicate]
    yield Draft(
        "agreement",
        {**{slot: slots.get(slot) for slot in ("parties", "type", "subject")}, "status": status, "date": point(date)},
        [run(sentence, [sentence.units[index], date]), words],
        [f"agreement: it ({status})"],
        0.7,
    )  # fmt: skip


def _told_last(sentence: Sentence, context: Context) -> tuple[dict[str, object], tuple[int, int]] | None:
    """The instrument of the sentence right before, where that told of one only."""
    recent = [
        (slots, span)
        for slots, span in context.instruments
        if sentence.block.start <= span[0]
        and ". " not in sentence.text[span[1] : sentence.start].rstrip()[:-1]
    ]
    kinds = {(slots["type"], slots.get("subject"), tuple(slots["parties"])) for slots, _ in recent}
    return recent[-1] if len(kinds) == 1 else None


def _is_on_it(sentence: Sentence, index: int, predicate: str) -> bool:
    """Whether "it" is what an act is done to, or what entered into force; so are ratifications."""
    if _are_exchanged(sentence, index):
        return True
    units, it = sentence.units, sentence.language.words["it"]
    if predicate == "ratify" and direction(sentence, index) == "active":
        return any(unit.key in it for unit in units[index + 1 : index + 2])
    before = next((i for i in range(index - 1, -1, -1) if units[i].kind not in ("be", "have", "word")), None)
    if before is None or units[before].key not in it:
        return False
    return before < _BEFORE or units[before - 1].kind == "and"


def _are_exchanged(sentence: Sentence, index: int) -> bool:
    """Whether ratifications open a sentence that tells of their exchange: "Ratifications were exchanged on …"."""
    if is_verb(sentence, index) or index >= _BEFORE:
        return False
    verb = next(
        (i for i in range(index + 1, min(index + _BEFORE, len(sentence.units))) if is_verb(sentence, i)), None
    )
    return verb is not None and is_exchange(sentence, verb)
