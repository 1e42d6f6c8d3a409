"""Acts told only as an answer in kind: "A expelled two diplomats of B. B responded in kind." """

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries
from comity.reading.frames.incidents.words import draft_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:reciprocate"})

_FAR = 600
"""Signs between an act and the answer to it."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The act told last, done by the one it was done to; without what it was done to, which is another's."""
    last = context.latest.get("incident")
    if last is None or not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    asked = sentence.language.words["request"]
    if any(sentence.units[i].key in asked for i in sentence.clause(index) if i < index):
        return  # "demanded that A reciprocate"
    if sentence.start - last.evidence[0][0] > _FAR:
        return
    by, against = last.slots["against"], last.slots.get("by")
    told = adversaries.subject(sentence, index, sentence.clause(index))
    if told not in (by, None) or against is None:
        return
    link = next(iter(sentence.language.words["linker"]), "")
    act = str(last.slots["act"]).split(f" {link} ")[0] if link else str(last.slots["act"])
    draft = draft_of(sentence, index, act, str(by), str(against), [], context)
    if draft is not None:
        draft.evidence.append(last.evidence[0])
        yield draft
