"""The further states to which a holder told before is accredited: "N was also accredited to B and C"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import surname
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, voice
from comity.reading.units import Unit

STARTS = frozenset({"trigger:accredit"})
_BEFORE = 6
"""Units between the verb and the person who was accredited."""
_NEAR = 1200
"""How far behind a tenure its holder is remembered."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The same office in each state behind the verb, of one whose tenure was told before."""
    last: Draft | None = context.tenure
    if last is None or voice(sentence, index) not in ("passive", "bare") or not is_fact(sentence, index):
        return
    holder: Person = last.slots["person"]
    if not holder.name or not 0 <= sentence.start - last.evidence[0][0] < _NEAR:
        return
    subject = _subject(sentence, index, context, holder.name)
    if subject is None:
        return
    of = str(last.slots["of"])
    for unit in _states(sentence, index):
        key = (surname(holder.name), of, str(unit.value[0]))
        if unit.value[0] in (of, last.slots["to"]) or key in context.holders:
            continue
        context.holders.add(key)
        slots = {"person": holder, "of": of, "to": str(unit.value[0])}
        words = run(sentence, [subject, sentence.units[index], unit])
        yield Draft("tenure", slots, [words], ["tenure: accredited to a further state"], 0.75)


def _subject(sentence: Sentence, index: int, context: Context, name: str) -> Unit | None:
    """The holder's surname or a personal pronoun for them before the verb."""
    words = sentence.language.words
    for unit in reversed(sentence.units[max(0, index - _BEFORE) : index]):
        if unit.kind == "actor":
            told = unit.value.person.name
            return unit if told and surname(told) == surname(name) else None
        if unit.kind == "pronoun":
            same = unit.key in words["personal"] and surname(str(context.career)) == surname(name)
            return unit if same else None
        if unit.kind in ("state", "mission", "clause"):
            return None
    return None


def _states(sentence: Sentence, index: int) -> Iterator[Unit]:
    """The states of the list right behind the verb."""
    for unit in sentence.units[index + 1 :]:
        if unit.kind == "state" and unit.value[1] == "name" and unit.mark in ("goal", ""):
            yield unit
        elif unit.kind not in ("and", "determiner", "preposition", "date") and unit.text != ",":
            return
