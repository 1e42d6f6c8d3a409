"""Whom a pronoun stands for, in its sentence or the one before."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.actors import before_verb
from comity.reading.frames.participants.persons import Told, filled, told
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb


def antecedent(sentence: Sentence, cursor: int, context: Context, *, relative: bool = False) -> list[Told]:
    """Whom a pronoun stands for: somebody told before it in the sentence, else in the sentence before."""
    first = sentence.clause(cursor).start if sentence.language.cases else cursor
    earlier = [
        i
        for i in range(cursor)
        if sentence.units[i].kind == "actor"
        and not sentence.units[i].value.plural
        and not (i >= first and sentence.units[i].mark == "with")  # «С президентом А он обсудил …»
    ]
    if earlier and not relative and _goes_on_about(sentence, earlier):
        return last_person(context)
    if earlier:
        return told([sentence.units[earlier[-1] if relative else _subject_of(sentence, earlier)]], context)
    if relative:
        return []
    return last_person(context)


def _goes_on_about(sentence: Sentence, earlier: list[int]) -> bool:
    """Whether the subject of a sentence is a pronoun and all whom it names are objects: "He met X on the first day of
    his visit"."""
    units = sentence.units
    he = next((i for i in range(earlier[0]) if _is_person_pronoun(sentence, i)), -1)
    acts = he >= 0 and any(is_verb(sentence, i) for i in range(he, earlier[0]))
    return acts and not any(units[i].mark == "" and before_verb(sentence, i) for i in earlier)


def _is_person_pronoun(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return unit.kind == "pronoun" and unit.key in sentence.language.words["person_pronoun"]


def _subject_of(sentence: Sentence, earlier: list[int]) -> int:
    """The actor that a pronoun behind them means: the last subject, else the first that no preposition governs."""
    found = next(
        (i for i in reversed(earlier) if sentence.units[i].mark == "" and before_verb(sentence, i)), None
    )
    if found is None:
        found = next((i for i in earlier if sentence.units[i].mark in ("", "owner")), earlier[-1])
    return found


def last_person(context: Context) -> list[Told]:
    """The person that a new sentence's "he" or "she" goes on about: the first of the sentence before."""
    for actor, span in context.recent:
        if not actor.plural and not actor.group:
            return [Told(filled(actor, context), None, span)]
    return []


def visitors_of_last_visit(context: Context) -> list[Told]:
    """The visitors of the last visit told."""
    visit = context.occasion("visit")
    if visit is None or not visit.people:
        return []
    state = visit.parties[0] if visit.parties else None
    return [Told(Actor(person=person, state=state), None, visit.evidence[0]) for person in visit.people[:1]]
