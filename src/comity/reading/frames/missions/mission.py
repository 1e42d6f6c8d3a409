"""Diplomatic and consular posts: opened, closed, raised, moved, kept, accredited from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.accreditation import accredited, through_it
from comity.reading.frames.missions.acts import outcome_of
from comity.reading.frames.missions.afar import from_afar
from comity.reading.frames.missions.beside import is_errand, is_non_resident, is_said_of_another
from comity.reading.frames.missions.consuls import consulates
from comity.reading.frames.missions.duties import in_place_of_one
from comity.reading.frames.missions.elliptical import further
from comity.reading.frames.missions.hosted import hosted, of_each
from comity.reading.frames.missions.register import in_register, registered
from comity.reading.frames.missions.residence import covered_from, resident
from comity.reading.frames.missions.telling import told
from comity.reading.sentence import Sentence

STARTS = frozenset({"mission", "actor", "trigger:accredit", "trigger:cover", "trigger:represent"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Embassy of A in B opened in …", "A has an embassy in P", "the legation was raised to an embassy"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from accredited(sentence, index, context)
    elif unit.kind == "actor":
        yield from resident(sentence, index, context)
        yield from consulates(sentence, index, context)
    elif is_errand(sentence, index) or is_said_of_another(sentence, index):
        return
    elif in_register(sentence, index):
        yield from registered(sentence, index, context)
    elif outcome_of(sentence, index) is None:
        drafts = _first_told(sentence, index, context)
        drafts = of_each(sentence, index, drafts)
        if len(drafts) == 1:
            drafts.extend(further(sentence, index, drafts[0]))
        away = is_non_resident(sentence, index)
        yield from (draft for draft in drafts if not (away and draft.slots["act"] == "opened"))


def _first_told(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """What the first way of telling that a mission is told by says of it."""
    return (
        list(hosted(sentence, index, context))
        or list(from_afar(sentence, index, context))
        or list(through_it(sentence, index, context))
        or list(in_place_of_one(sentence, index))
        or list(covered_from(sentence, index))
        or list(told(sentence, index, sentence.units[index].value, context))
    )
