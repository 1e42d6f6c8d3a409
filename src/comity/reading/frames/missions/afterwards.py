"""What a sentence says of the mission that the one before it told: "It was closed in 1994 and reopened in 1998"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.acts import ACTS
from comity.reading.frames.missions.mission import begun
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice

_LATER = ("close", "reopen", "resume", "move", "suspend")
STARTS = frozenset(f"trigger:{predicate}" for predicate in _LATER)
_BEFORE = 4
"""Units of a sentence among which its subject "it" stands."""
_OF_ONE = ("sending", "receiving", "type")
"""Slots that one mission has always."""
_OTHERS = frozenset({"mission", "relations", "instrument", "event", "body", "organisation", "enterprise"})
"""What "it" would rather be, where the sentence names it."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The act on the one mission told last, where the sentence names none itself and says when it was."""
    clause = sentence.clause(index)
    beside = sentence.units[: max(clause.stop, index + 1)]
    if any(unit.kind in _OTHERS for unit in beside) or not is_verb(sentence, index):
        return
    predicate = next((told for told, _ in reading_of(sentence, index) if told in _LATER), None)
    date = date_unit(sentence, index)
    if predicate is None or date is None or not is_fact(sentence, index) or not _befell_it(sentence, index):
        return
    told = _told_last(sentence, context)
    if told is None:
        return
    slots = {slot: told.slots.get(slot) for slot in (*_OF_ONE, "place")} | {
        "act": ACTS[predicate],
        "date": begun(date),
    }
    if predicate == "move":
        town = next(
            (unit for unit in sentence.units[index:] if unit.kind == "place" and unit.mark == "goal"), None
        )
        if town is None:
            return
        slots["place"] = town.value.name
    yield Draft(
        "mission",
        slots,
        [run(sentence, [sentence.units[index], date]), told.evidence[0]],
        [f"mission: it + {predicate}"],
        0.7,
    )


def _told_last(sentence: Sentence, context: Context) -> Draft | None:
    """The mission of the sentence right before, or of this one so far, where just one was told."""
    recent = [draft for draft in context.missions if _is_just_before(sentence, draft)]
    posts = {tuple(draft.slots.get(slot) for slot in _OF_ONE) for draft in recent}
    return recent[-1] if len(posts) == 1 else None


def _is_just_before(sentence: Sentence, draft: Draft) -> bool:
    begin, end = draft.evidence[0]
    if begin < sentence.block.start or begin >= sentence.end:
        return False
    return ". " not in sentence.text[end : sentence.start].rstrip()[:-1]


def _befell_it(sentence: Sentence, index: int) -> bool:
    """Whether "it" is what a verb without an object tells of, or what is told in the passive."""
    units, it = sentence.units, sentence.language.words["it"]
    if voice(sentence, index) in ("noun", "infinitive", "ing"):
        return False
    subject = next((i for i, unit in enumerate(units[:_BEFORE]) if unit.key in it), None)
    if subject is None or subject > index:
        return False
    between = units[subject + 1 : index]
    return not any(unit.kind in ("clause", "state", "actor", "pronoun") for unit in between)
