"""Notes that two states exchanged, told by the verb alone: "A and B exchanged notes on X"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.agreements.dating import place_within, point
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import phrase, wording
from comity.reading.frames.parties import parties_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"trigger:exchange_notes"})
_TWO = 2
_ABOUT = frozenset({"on", "topic", "for"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """One exchange of notes, where it is told when it was or what it was about."""
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    parties, words = parties_of(sentence, index, context)
    topic = _topic(sentence, index)
    date = date_unit(sentence, index)
    if len(set(parties)) != _TWO or not (topic or date):
        return
    place = place_within(sentence, index, sentence.clause(index).stop)
    status = "signed"
    slots = {
        "parties": parties, "type": "exchange-of-notes", "subject": wording(sentence, topic) or None,
        "status": status, "date": point(date) if date is not None else None,
        "place": place.value.name if place is not None else None,
    }  # fmt: skip
    trigger = sentence.units[index]
    told = [*(unit for unit in words if unit.start < trigger.start), trigger, *topic]
    yield Draft(
        "agreement", slots, [run(sentence, [*told, date] if date is not None else told)],
        [f"agreement: {trigger.text} ({status})"], 0.8,
    )  # fmt: skip


def _topic(sentence: Sentence, index: int) -> list[Unit]:
    """What the notes were about: the phrase behind "on" or "concerning"."""
    units = sentence.units
    at = index + 1
    if units[index].text.split()[-1].lower() not in sentence.language.marks:
        while at + 1 < len(units) and not (units[at].kind == "preposition" and units[at].value in _ABOUT):
            if units[at].kind not in ("preposition", "date", "place", "determiner", "state", "actor"):
                return []
            at += 1
        at += 1
    if at >= len(units) or units[at].kind not in ("word", "trigger", "determiner", "visa", "relations"):
        return []
    stop = phrase(sentence, at, frozenset({"of", "for", "place"}))
    found = [unit for unit in units[at:stop] if unit.kind != "date"]
    while found and found[-1].kind in ("preposition", "determiner", "and"):
        found.pop()
    return [] if found and found[0].kind == "word" and is_capitalised(found[0]) and len(found) == 1 else found
